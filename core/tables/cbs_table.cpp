// Looks for the traits of a CBS file: headings, padded keys, the frame of StatLine, all codes.
#include "tables/cbs_table.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "values/order.hpp"
#include "values/text.hpp"

namespace spreiding {
namespace {

template <std::size_t Size>
bool is_one_of(std::string_view text, const std::array<std::string_view, Size>& known) {
    return std::find(known.begin(), known.end(), trimmed(text)) != known.end();
}

bool has_cbs_headings(const Layout& layout, ColumnMeaning measure) {
    constexpr std::array<std::string_view, 5> regions = {"Regio's", "RegioS", "Wijken en buurten",
                                                         "WijkenEnBuurten", "Regio’s"};
    constexpr std::array<std::string_view, 3> inhabitants = {
        "Bevolking op 1 januari (aantal)", "BevolkingOp1Januari_1", "TotaleBevolking_1"};
    constexpr std::array<std::string_view, 3> scores = {
        "SES-WOA/Totaalscore/Gemiddelde score (Getal)",
        "SES-WOA/Totaalscore/Gemiddelde score (getal)", "GemiddeldeScore_29"};
    const auto region = layout.has(ColumnMeaning::code) ? layout.column(ColumnMeaning::code)
                                                        : layout.column(ColumnMeaning::name);
    const auto figure = layout.column(measure);
    if (!region || !figure || !is_one_of(layout.headings[*region], regions)) return false;
    if (layout.form == Form::observations) return true;
    const std::string& heading = layout.headings[*figure];
    return measure == ColumnMeaning::score ? is_one_of(heading, scores)
                                           : is_one_of(heading, inhabitants);
}

bool has_padded_keys(const TableFile& file) {
    constexpr std::size_t key_length = 10;
    const auto at = file.layout.column(ColumnMeaning::code);
    if (!at || file.sheet.rows() <= file.layout.first_row()) return false;
    const std::string_view key = file.sheet.cell(file.layout.first_row(), *at);
    return key.size() == key_length && key.ends_with(' ');
}

// `"     0.123"`: the numbers of a download stand in fields of one width.
bool has_padded_figures(const TableFile& file, ColumnMeaning measure) {
    const auto at = file.layout.column(measure);
    if (!at || file.sheet.rows() <= file.layout.first_row()) return false;
    const std::string_view figure = file.sheet.cell(file.layout.first_row(), *at);
    return figure.starts_with("  ") && !trimmed(figure).empty();
}

bool has_frame_of_statline(const TableFile& file) {
    const csv::Sheet& sheet = file.sheet;
    for (std::size_t row = sheet.rows(); row-- > file.layout.first_row();) {
        if (sheet.is_blank(row)) continue;
        const std::string_view text = trimmed(sheet.cell(row, 0));
        if (text.starts_with("Bron: CBS") || text.starts_with("© CBS")) return true;
        break;
    }
    return false;
}

bool is_complete(std::span<const MunicipalityCode> codes, const MunicipalityNames& round) {
    std::vector<MunicipalityCode> sorted(codes.begin(), codes.end());
    put_in_order(sorted);
    return !round.empty() &&
           std::equal(sorted.begin(), sorted.end(), round.list().begin(), round.list().end(),
                      [](MunicipalityCode code, const NamedMunicipality& known) {
                          return code == known.code;
                      });
}

}  // namespace

CbsTraits cbs_traits(const TableFile& file, ColumnMeaning measure,
                     std::span<const MunicipalityCode> codes, const MunicipalityNames& round) {
    const Layout& layout = file.layout;
    CbsTraits traits;
    traits.headings = has_cbs_headings(layout, measure);
    traits.download = layout.form == Form::observations || has_padded_keys(file) ||
                      has_padded_figures(file, measure) || has_frame_of_statline(file);
    if (layout.chosen) traits.year = layout.periods[*layout.chosen].year;
    traits.complete = is_complete(codes, round);
    return traits;
}

}  // namespace spreiding
