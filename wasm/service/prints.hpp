// What others printed about the municipalities and provinces of a list: several prints of a figure
// side by side, the best hand first. None is resolved against another: that they differ is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csv/csv.hpp"
#include "published/printed.hpp"
#include "service/json_writer.hpp"
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

    /// The best that prints an indicative figure; nothing where none does.
    struct Best {
        Places places = 0;
        std::optional<Places> minors;
    };
    std::optional<Best> of_municipality(std::size_t at) const { return best(municipalities_, at); }
    std::optional<Best> of_province(std::size_t at) const { return best(provinces_, at); }

    /// `prints`, best first, and `published`: the best that prints an indicative figure, or null.
    void write_municipality(JsonWriter& json, std::size_t at, std::uint64_t inhabitants) const;
    void write_province(JsonWriter& json, std::size_t at, std::uint64_t inhabitants) const;
    /// Of the country, the best alone.
    void write_country(JsonWriter& json, std::uint64_t inhabitants) const;

    /// `genoemd` and `bron`: the best printed indicative figure and who printed it when.
    void write_municipality(csv::Writer& writer, std::size_t at) const;
    void write_province(csv::Writer& writer, std::size_t at) const;

  private:
    struct Print {
        const PrintRequest* of = nullptr;
        Places places = 0;
        std::optional<Places> minors;
        std::string_view source, date, url, disputed;
    };
    /// By what they are about, and within that by hand.
    using Index = std::vector<std::pair<std::size_t, Print>>;

    static std::optional<Best> best(const Index& index, std::size_t at);
    void read(const PrintRequest& request, const LaidOutFile& file, const Known& known);
    static void write(JsonWriter& json, const Index& index, std::size_t at,
                      std::uint64_t inhabitants);
    static void write(csv::Writer& writer, const Index& index, std::size_t at);

    Index municipalities_, provinces_, country_;
};

}  // namespace spreiding::service
