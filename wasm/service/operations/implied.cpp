// What a published table implies: intervals of (1 + score), and the figures of a new round that it
// bounds under unchanged scores.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "key/derived.hpp"
#include "published/implied.hpp"
#include "published/plausible.hpp"
#include "service/contract/comparison.hpp"
#include "service/inputs.hpp"
#include "service/operations.hpp"
#include "service/printed_file.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "tables/nearest.hpp"
#include "values/order.hpp"
#include "values/wide.hpp"

namespace spreiding::service {
namespace {

constexpr int decimals = contract::ImpliedRow::decimals;

struct Asked {
    std::optional<std::string> municipality;
    std::optional<std::int64_t> score;  // millionths
    std::int64_t mean = 0;
};

std::optional<std::int64_t> read_millionths(const Parameters& parameters, const char* name) {
    const auto text = parameters.text_if_any(name);
    if (!text) return std::nullopt;
    const auto units = read_decimal(*text, {}).units_at(decimals);
    const auto one = static_cast<std::int64_t>(power_of_ten(decimals));
    if (!units || *units <= -one || *units > highest_score * one)
        return parameters.fail("parameter_invalid", name);
    return units;
}

Asked read_asked(const Parameters& parameters) {
    const auto reference = parameters.object("reference");
    if (!reference) return {{}, {}, read_millionths(parameters, "nationalMean").value_or(0)};
    return {reference->text("municipality"), read_millionths(*reference, "score")};
}

struct NewRound {
    std::string file;
    Places need;
};

std::optional<NewRound> read_new_round(const Parameters& parameters) {
    const auto given = parameters.object("carryTo");
    if (!given) return std::nullopt;
    return NewRound{given->text("population"), *given->whole("need")};
}

// Inhabitants of the new round in the order of the list; findings where a municipality is not
// there.
std::vector<std::uint32_t> inhabitants_of(const NewRound& round, const Inputs& inputs,
                                          const Files& files, Findings& findings) {
    OpenFiles open_files(files, findings);
    std::optional<std::string> missing;
    const LaidOutFile file =
        lay_out(open_files, round.file, inputs.request().reading_of(round.file), missing);
    if (file.file == nullptr || !is_table(file, findings)) return {};
    const PopulationTable table =
        read_population(file.table(), inputs.request().provinces, findings);
    std::vector<std::uint32_t> inhabitants;
    std::vector<std::pair<MunicipalityCode, std::uint32_t>> sorted;
    for (std::size_t i = 0; i < table.size(); ++i)
        sorted.emplace_back(table.codes[i], table.inhabitants[i]);
    put_in_order(sorted);
    const MunicipalityList& list = inputs.list();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = std::lower_bound(sorted.begin(), sorted.end(),
                                         std::pair{list.codes[i], std::uint32_t{0}});
        if (at == sorted.end() || at->first != list.codes[i]) {
            findings.add({.code = FindingCode::municipality_only_here,
                          .file = inputs.request().population.file,
                          .row = list.population_rows[i],
                          .raw = list.codes[i].text(),
                          .about = std::string(list.names[i])});
            continue;
        }
        inhabitants.push_back(at->second);
    }
    // One more over there: then the shares would not be over the whole country.
    if (!findings.has_errors() && table.size() != list.size()) {
        findings.add({.code = FindingCode::list_empty, .file = round.file});
    }
    return inhabitants;
}

// Nothing where a finding says why not, or where the table looks as if it was copied wrongly.
std::optional<contract::Carried> carried(const Inputs& inputs, const PrintedFile& printed,
                                         const NewRound& round, const Files& files,
                                         Findings& findings) {
    constexpr std::size_t most_municipalities = 10'000;
    const MunicipalityList& list = inputs.list();
    const auto rows = rows_of_whole(printed.in_file(), list, inputs.request().provinces.size(),
                                    inputs.request().need, findings);
    if (!rows) return std::nullopt;
    std::vector<Places> figures;
    for (const PrintedRow* row : *rows)
        figures.push_back(row->places);
    const auto now = inhabitants_of(round, inputs, files, findings);
    if (findings.has_errors()) return std::nullopt;
    if (list.size() > most_municipalities) {
        findings.add({.code = FindingCode::too_many_rows});
        return std::nullopt;
    }
    const PrintedShares shares{list.inhabitants, figures, inputs.request().need};
    const Plausibility found = plausible(shares);
    warn_of_odd(printed.in_file(), *rows, list, found, findings);
    if (!found.is_plausible()) return std::nullopt;
    const auto weights = DerivedWeights::of(shares, now);
    if (!weights) {
        findings.add(
            {.code = FindingCode::table_and_need_apart, .raw = to_text(inputs.request().need)});
        return std::nullopt;
    }
    contract::Carried carried{round.need, round.file, {}};
    for (std::size_t i = 0; i < list.size(); ++i) {
        const ProvenShare share = weights->share(i, round.need);
        carried.municipalities.push_back(
            {list, i, figures[i], now[i], proven(share.low, share.high)});
    }
    return carried;
}

}  // namespace

namespace contract {
namespace {

// numerator / denominator − 1, outward: the score at an end of an interval of (1 + score).
std::string score_text(const ExactShare& factor, bool upper) {
    const auto text = [&](Wide above, bool up) {
        return up ? quotient_text_up(above, factor.denominator, decimals)
                  : quotient_text_down(above, factor.denominator, decimals);
    };
    if (factor.numerator >= factor.denominator)
        return text(factor.numerator - factor.denominator, upper);
    std::string below = "-";
    below += text(factor.denominator - factor.numerator, !upper);
    return below;
}

}  // namespace

std::string ImpliedRow::low_factor() const {
    return quotient_text_down(factor.lowest.numerator, factor.lowest.denominator, decimals);
}

std::optional<std::string> ImpliedRow::high_factor() const {
    if (!factor.highest) return std::nullopt;
    return quotient_text_up(factor.highest->numerator, factor.highest->denominator, decimals);
}

std::string ImpliedRow::low_score() const {
    return score_text(factor.lowest, false);
}

std::optional<std::string> ImpliedRow::high_score() const {
    if (!factor.highest) return std::nullopt;
    return score_text(*factor.highest, true);
}

std::optional<std::string> ImpliedRow::width() const {
    if (!factor.highest) return std::nullopt;
    const auto width = difference(factor.highest->numerator, factor.highest->denominator,
                                  factor.lowest.numerator, factor.lowest.denominator);
    return width ? std::optional(to_text(*width, decimals)) : std::nullopt;
}

}  // namespace contract

Response implied(Parameters& parameters, const Files& files) {
    AllocationQuestion question(parameters);
    const std::string table_name = parameters.text("table");
    const auto changes = read_changes_file(parameters);
    const Asked asked = read_asked(parameters);
    const auto new_round = read_new_round(parameters);
    if (parameters.error()) return refuse(*parameters.error());
    if (new_round && !files.contains(new_round->file))
        return refuse({"file_not_given", new_round->file});
    if (!question.open(files)) return question.refusal();
    const Inputs& inputs = question.inputs();
    Findings& findings = question.findings();
    const PrintedFile printed(table_name, changes, inputs, files, findings);
    if (printed.error()) return refuse(*printed.error(), findings);
    const MunicipalityList& list = inputs.list();
    const PrintedTable& table = printed.table();

    Reference reference{{}, 0, asked.mean};
    if (asked.municipality) {
        reference.municipality = find_municipality(list, *asked.municipality, findings);
        if (!reference.municipality) return refuse(findings_are_the_result, findings);
        const std::size_t r = *reference.municipality;
        const bool is_printed = std::any_of(table.rows.begin(), table.rows.end(),
                                            [&](const auto& row) { return row.municipality == r; });
        // The score of an estimate is no reference: its intervals would show it.
        const bool has_score = asked.score || inputs.score_basis() < Basis::derived;
        if (!is_printed || !has_score) {
            findings.add(
                {.code = FindingCode::reference_not_printed, .raw = std::string(list.names[r])});
            return refuse(findings_are_the_result, findings);
        }
        reference.score = asked.score.value_or(
            units_at(Decimal{list.scores[r], list.score_decimals}, decimals).value_or(0));
    }
    std::vector<Places> published(list.size(), 0);
    std::size_t rows = 0;
    Places sum = 0;
    for (const PrintedRow& row : table.rows) {
        if (!row.municipality || row.is_repeated) continue;
        published[*row.municipality] = row.places;
        sum += row.places;
        ++rows;
    }
    // Without a municipality whose score is known, the need tells what a figure is a part of.
    if (!reference.municipality && !new_round && rows == list.size() &&
        !adds_up(sum, rows, inputs.request().need)) {
        findings.add({.code = FindingCode::table_of_other_need,
                      .file = table_name,
                      .raw = to_text(sum),
                      .about = to_text(inputs.request().need)});
    }

    const auto factors = implied_factors(list, table, inputs.request().need, reference);
    contract::ImpliedResult result{inputs, printed, {}, {}};
    for (const ImpliedFactor& factor : factors) {
        result.municipalities.push_back({inputs, factor, published[factor.municipality],
                                         reference.municipality == factor.municipality});
    }
    if (new_round) result.carried = carried(inputs, printed, *new_round, files, findings);
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);
    return answer(result, findings);
}

}  // namespace spreiding::service
