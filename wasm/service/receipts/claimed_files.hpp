// The files of a claim as bytes again: the verifier's own where he has them, else written from the
// cells in the receipt. What a file is follows from its bytes alone; its name is a word of the
// maker.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "service/contract/receipt.hpp"
#include "service/contract/shape.hpp"
#include "service/request.hpp"
#include "service/service.hpp"
#include "values/canonical.hpp"

namespace spreiding::service {

/// A file of the claim, with the bytes it is computed from again.
struct ClaimedFile {
    enum class From {
        given,        ///< the verifier has the file
        given_part,   ///< the verifier has the document that it is a table of
        cells,        ///< written again from its cells, with the fingerprint claimed
        plain_cells,  ///< its cells, which cannot show the fingerprint
    };
    std::string name;
    std::string sha256;
    std::string bytes;
    From from = From::given;

    /// Whether only words say what its bytes were.
    bool is_word_for_bytes() const { return from == From::plain_cells || from == From::given_part; }
};

using contract::Missing;

struct Rebuilt {
    std::vector<ClaimedFile> files;
    std::vector<Missing> missing;
    canonical::Differences differences;

    /// Nothing where the claim has no file of this name.
    const ClaimedFile* file(std::string_view name) const;
};

/// The bytes that the verifier has, by fingerprint.
class Shelf {
  public:
    explicit Shelf(const Files& files) : files_(files) {}
    /// @param is_bundled  it belongs to this program; else it was handed over
    void add(const std::string& name, bool is_bundled);

    struct Entry {
        std::string fingerprint;
        std::string name;
        std::string_view bytes;
        bool is_bundled;
    };
    const Entry* find(std::string_view fingerprint) const;
    /// The table that a claimed part names, in the document that the verifier has of it.
    std::optional<std::string_view> part(const Entry& document, std::string_view claimed) const;

  private:
    const Files& files_;
    std::vector<Entry> entries_;
};

void note(canonical::Differences& differences, std::string path, std::string claimed,
          std::string should_be);

/// A file as a claim has it, but for its cells.
inline constexpr std::array<std::string_view, 2> line_ends = {"lf", "crlf"};
inline constexpr std::array<std::string_view, 2> quotings = {"needed", "all"};
inline constexpr std::array<std::string_view, 2> reasons = {"size", "estimate"};
inline constexpr asked::Object writing_shape({}, asked::needed("lineEnd", asked::one_of<line_ends>),
                                             asked::needed("lastLineEnds", asked::flag),
                                             asked::needed("quotes", asked::one_of<quotings>));
inline constexpr asked::Object claimed_file_shape(
    {}, asked::needed("file", asked::text), asked::needed("bytes", asked::whole),
    asked::needed("sha256", asked::text), asked::needed("encoding", asked::word<csv::Encoding>),
    asked::needed("separator", asked::text), asked::maybe("leftOut", asked::one_of<reasons>),
    asked::maybe("writing", writing_shape));

/// @param claim  of the form that a claim has; its error says which file is not
Rebuilt rebuild(const Parameters& claim, const InputsRequest& request, const Shelf& shelf);

}  // namespace spreiding::service
