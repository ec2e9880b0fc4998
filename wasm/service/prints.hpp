// What others printed about the municipalities and provinces of a list: several prints of a figure
// side by side, the best hand first. None is resolved against another: that they differ is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csv/csv.hpp"
#include "published/printed.hpp"
#include "service/open_files.hpp"
#include "service/reading.hpp"
#include "service/request.hpp"
#include "tables/municipalities.hpp"

namespace spreiding::service {

class Prints {
  public:
    Prints() = default;
    /// Reads the tables that the request names; what does not match the list is left out, for it
    /// stands beside no row. Of what is odd in a table `compare` and `inspect` tell.
    Prints(const InputsRequest& request, const MunicipalityList& list, OpenFiles& open_files);

    struct Print {
        const PrintRequest* of = nullptr;
        Places places = 0;
        std::optional<Places> minors;
        std::string_view source, date, url, disputed;
    };
    /// By what they are about, and within that by hand.
    using Index = std::vector<std::pair<std::size_t, Print>>;
    using Of = std::span<const Index::value_type>;

    Of of_municipality(std::size_t at) const { return about(municipalities_, at); }
    Of of_province(std::size_t at) const { return about(provinces_, at); }
    Of of_country() const { return about(country_, 0); }
    /// The best that prints an indicative figure; nothing where none does.
    static const Print* best_of(Of prints);

    /// `genoemd` and `bron`: the best printed indicative figure and who printed it when.
    static void write(csv::Writer& writer, Of prints);

  private:
    static Of about(const Index& index, std::size_t at);
    void read(const PrintRequest& request, const LaidOutFile& file, const Known& known);

    Index municipalities_, provinces_, country_;
};

}  // namespace spreiding::service
