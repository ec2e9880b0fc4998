// What was found wrong in an input, and exactly where. How it is worded is the page's business.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "values/text.hpp"
#include "values/words.hpp"

namespace spreiding {

enum class Severity : std::uint8_t { error, warning, note };

// One line per kind of finding: its code and its severity. An error stops the allocation.
// clang-format off
#define SPREIDING_FINDINGS(each) \
    /* the file as a whole */ \
    each(file_empty, error) \
    each(file_unknown, error) \
    each(file_too_large, error) \
    each(encoding_unsupported, error) \
    each(nul_byte, error) \
    each(too_many_rows, error) \
    each(too_many_cells, error) \
    each(too_many_columns, error) \
    each(decoded_windows_1252, note) \
    each(decoded_utf_16, note) \
    each(characters_lost, warning) \
    /* rows and quotes */ \
    each(quote_unclosed, error) \
    each(quote_in_cell, warning) \
    each(row_ragged, warning) \
    each(figure_outside, error) \
    each(row_short, note) \
    each(row_text_only, note) \
    each(row_not_read, warning) \
    each(rows_other_regions, note) \
    each(rows_not_chosen, note) \
    each(rows_without_figure, note) \
    /* columns */ \
    each(column_missing, error) \
    each(figures_of_other_unit, error) \
    each(column_proposed, error) \
    each(column_twice, error) \
    each(column_ambiguous, error) \
    each(column_not_found, error) \
    each(measure_unknown, error) \
    each(period_open, error) \
    each(period_unknown, error) \
    /* what a document shows otherwise than its cells say: its reader (wasm/files) finds these */ \
    each(cell_twofold, warning) \
    each(figure_shared, warning) \
    each(struck_left_out, note) \
    each(hidden_left_out, warning) \
    each(sheet_open, warning) \
    each(sheet_chosen, note) \
    /* cells */ \
    each(code_missing, error) \
    each(code_unreadable, error) \
    each(code_passed_over, warning) \
    each(code_long, note) \
    each(code_duplicate, error) \
    each(name_unknown, error) \
    each(name_ambiguous, error) \
    each(codes_from_names, note) \
    each(number_missing, error) \
    each(number_unreadable, error) \
    each(number_other_marks, error) \
    each(number_not_whole, error) \
    each(number_out_of_range, error) \
    each(number_too_precise, error) \
    each(province_missing, error) \
    each(province_unknown, error) \
    each(province_differs, warning) \
    each(provinces_from_codes, note) \
    each(figures_provisional, warning) \
    each(text_unguarded, note) \
    each(level_unknown, error) \
    /* the joined list */ \
    each(municipality_only_here, error) \
    each(list_empty, error) \
    each(municipality_not_in_round, warning) \
    each(municipality_lacking, warning) \
    each(municipality_merged, note) \
    each(division_needed, error) \
    each(division_differs, error) \
    each(merger_without_inhabitants, error) \
    /* what is odd about a list that can be used */ \
    each(name_differs, warning) \
    each(population_far, warning) \
    each(total_differs, warning) \
    each(total_of_part, note) \
    each(score_unusual, warning) \
    /* what the person asked */ \
    each(need_out_of_range, error) \
    each(minors_exceed_need, warning) \
    each(municipality_unknown, error) \
    each(municipality_ambiguous, error) \
    each(province_not_found, error) \
    /* locations of the provincial table */ \
    each(cell_missing, error) \
    each(date_unreadable, error) \
    each(date_of_period, error) \
    each(date_counted, error) \
    each(date_two_readings, error) \
    each(places_unclear, error) \
    each(row_of_sums, note) \
    each(period_reversed, error) \
    each(kind_unknown, error) \
    each(certainty_unknown, error) \
    each(confidentiality_unknown, warning) \
    each(number_exposed, warning) \
    each(personal_data_suspected, warning) \
    each(municipality_not_in_province, error) \
    each(location_twice, error) \
    each(location_claimed_twice, error) \
    each(location_claimed_by_both, warning) \
    each(location_overlap, warning) \
    each(continues_unknown, error) \
    each(continues_circular, error) \
    each(shares_not_task, warning) \
    /* exchanges of the provincial table */ \
    each(transfer_to_itself, error) \
    each(transfer_elsewhere, error) \
    each(transfer_not_positive, error) \
    each(transfer_ledger_unknown, error) \
    each(transfer_below_zero, error) \
    /* what if */ \
    each(unit_too_large, error) \
    each(scenario_weight_not_positive, error) \
    each(scenario_merged_twice, error) \
    each(scenario_too_precise, error) \
    /* published tables */ \
    each(printed_figure_missing, note) \
    each(places_above_inhabitants, error) \
    each(minors_above_places, warning) \
    each(printed_twice, warning) \
    each(printed_ambiguous, warning) \
    each(printed_unknown, warning) \
    each(footnote_left_out, note) \
    each(table_without_figures, error) \
    each(table_incomplete, error) \
    each(table_and_need_apart, error) \
    each(table_of_other_need, warning) \
    each(table_twice, error) \
    each(table_sum_differs, error) \
    each(table_shares_swapped, warning) \
    each(table_share_odd, warning) \
    each(factor_not_fitted, warning) \
    each(reference_not_printed, error) \
    /* a receipt */ \
    each(receipt_too_large, error) \
    each(receipt_truncated, error) \
    each(receipt_unreadable, error) \
    each(receipt_number, error) \
    each(receipt_too_deep, error) \
    each(receipt_other_version, error) \
    each(receipt_malformed, error) \
    /* a calculation sheet */ \
    each(sheet_of_estimate, error) \
    each(sheet_too_large, error) \
    /* a request */ \
    each(parameter_unknown, error)
// clang-format on

enum class FindingCode : std::uint8_t {
#define SPREIDING_CODE(name, severity) name,
    SPREIDING_FINDINGS(SPREIDING_CODE)
#undef SPREIDING_CODE
};

constexpr std::size_t finding_codes = 0
#define SPREIDING_ONE(name, severity) +1
    SPREIDING_FINDINGS(SPREIDING_ONE)
#undef SPREIDING_ONE
    ;

template <>
inline constexpr auto words_of<FindingCode> =
    WordTable<finding_codes>{"FindingCode",
                             {
#define SPREIDING_WORD(name, severity) #name,
                                 SPREIDING_FINDINGS(SPREIDING_WORD)
#undef SPREIDING_WORD
                             }};
Severity severity_of(FindingCode code);
template <>
inline constexpr auto words_of<Severity> = word_table("Severity", "error", "warning", "note");

/// A further cell or row of the same cause.
struct FoundAlso {
    std::uint32_t row = 0;
    std::string raw{};
    std::string about{};
    std::uint32_t other_row = 0;
};

struct Finding {
    FindingCode code;
    std::string file{};           ///< empty: about the request
    std::uint32_t row = 0;        ///< as a spreadsheet counts, from 1; 0: the whole file
    std::uint32_t column = 0;     ///< from 1; 0: the whole row
    std::string raw{};            ///< the cell as read, at most 200 bytes
    std::string about{};          ///< a column's meaning, a municipality's code, a name
    std::uint32_t other_row = 0;  ///< a second place, such as the first of two duplicates
    std::uint32_t count = 1;      ///< how many it stands for
};

/// All findings of a request. What is wrong in the same way with the cells of one column is one
/// finding, with the places of the first thousand. Of each code the first thousand findings are
/// kept and the others counted, so that a file of a million bad rows is reported in bounded memory.
class Findings {
  public:
    static constexpr std::size_t most_per_code = 1'000;

    void add(Finding finding);
    /// Whether one more of a code would be kept in full. Where it would not, `count_one` spares the
    /// writing of texts that nobody will see.
    bool keeps(FindingCode code) const { return count(code) < most_per_code; }
    void count_one(FindingCode code) { ++counts_[static_cast<std::size_t>(code)]; }
    /// The same of a cell: counts it, and is true, where nothing of it would be kept.
    bool counts_as(FindingCode code, const std::string& file, std::uint32_t column) {
        // What is wrong in every row is so in row after row.
        if (full_ == 0) return counts_as_any(code, file, column);
        Finding& known = list_[full_ - 1];
        const bool same = known.code == code && known.column == column;
        if (!same || !are_same(known.file, file)) return counts_as_any(code, file, column);
        ++known.count;
        return true;
    }
    /// Those of another collection, with their counts.
    void add_all(const Findings& others);

    const std::vector<Finding>& list() const { return list_; }
    /// Where else, of the same cause as one of the list: the first places; of a word a hundred.
    const std::vector<FoundAlso>& also(const Finding& finding) const {
        return also_[static_cast<std::size_t>(&finding - list_.data())];
    }
    std::size_t count(Severity severity) const;
    std::size_t count(FindingCode code) const { return counts_[static_cast<std::size_t>(code)]; }
    bool has_errors() const { return count(Severity::error) > 0; }

  private:
    Finding* of_same_cause(FindingCode code, const std::string& file, std::uint32_t column,
                           std::string_view raw);

    void join(Finding& known, const Finding& more);
    bool counts_as_any(FindingCode code, const std::string& file, std::uint32_t column);

    std::vector<Finding> list_;
    std::vector<std::vector<FoundAlso>> also_;  // of each of the list
    std::array<std::size_t, finding_codes> counts_{};
    std::map<std::string, std::uint32_t> causes_;        // places in the list, from 1
    std::array<std::uint32_t, finding_codes> latest_{};  // of each code, in the list
    std::uint32_t full_ = 0;  // in the list: the last that was counted without a place
};

}  // namespace spreiding
