// Writes an allocation's municipalities, provinces and totals as JSON, CSV and columns.
#include "service/answer.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

#include "key/explanation.hpp"
#include "values/decimal.hpp"

namespace spreiding::service {
void write_figure(JsonWriter& json, const std::optional<Figure>& figure) {
    if (!figure) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("places").number_or_null(figure->places);
    json.name("low").number_or_null(figure->low);
    json.name("high").number_or_null(figure->high);
    json.end_object();
}

void write_per_thousand(JsonWriter& json, const Figure& figure, std::uint64_t inhabitants) {
    const PerThousand rate = per_thousand(figure, inhabitants);
    json.begin_object();
    json.name("value").text_or_null(rate.value);
    json.name("low").text_or_null(rate.low);
    json.name("high").text_or_null(rate.high);
    json.end_object();
}

void write_fraction(JsonWriter& json, const ExactShare& lowest) {
    json.begin_object();
    json.name("numerator").text(to_text(lowest.numerator));
    json.name("denominator").text(to_text(lowest.denominator));
    json.end_object();
}

namespace {

void write_share(JsonWriter& json, const ExactShare& share) {
    const ExactShare lowest = share.in_lowest_terms();
    json.begin_object();
    json.name("fraction");
    write_fraction(json, lowest);
    json.name("decimal").text(lowest.decimal());
    json.name("nearHalf").flag(lowest.near_half());
    json.end_object();
}

// The ranks of what is shown first: what someone printed, else the computed number. None where one
// of them is a range, because a range has no rank.
std::vector<RateRanks> shown_ranks(const AllocationView& view) {
    std::vector<Places> places;
    for (std::size_t i = 0; i < view.list.size(); ++i) {
        const auto print = view.prints.of_municipality(i);
        const auto shown = print ? std::optional(print->places) : view.total(i).places;
        if (!shown) return {};
        places.push_back(*shown);
    }
    return rate_ranks(view.list, places);
}

void write_municipality(JsonWriter& json, const AllocationView& view, std::size_t i,
                        std::span<const RateRanks> ranks) {
    const MunicipalityList& list = view.list;
    const Allocation& allocation = view.allocation;
    const Weight weight = allocation.weights[i];
    const std::uint64_t inhabitants = list.inhabitants[i];
    const Figure total = view.total(i);
    json.begin_object();
    json.name("code").text(list.codes[i].text());
    json.name("name").text(list.names[i]);
    json.name("province").text(view.province_names[list.provinces[i]]);
    json.name("inhabitants").number(list.inhabitants[i]);
    if (!view.is_exact()) {
        json.name("score").null().name("weight").null();
        json.name("share").null().name("minorsShare").null();
    } else {
        json.name("score").text(to_text(Decimal{list.scores[i], list.score_decimals}));
        json.name("weight").text(
            weight_text(weight, allocation.inhabitants, allocation.score_decimals));
        json.name("share");
        write_share(json, allocation.share(weight));
        json.name("minorsShare");
        allocation.minors_need ? write_share(json, allocation.minors_share(weight))
                               : static_cast<void>(json.null());
    }
    json.name("total");
    write_figure(json, total);
    json.name("perThousand");
    write_per_thousand(json, total, inhabitants);
    json.name("minors");
    write_figure(json, view.minors(i));
    view.prints.write_municipality(json, i, inhabitants);
    json.name("rank");
    if (ranks.empty()) {
        json.null();
    } else {
        json.begin_object();
        json.name("inProvince").number(static_cast<std::int64_t>(ranks[i].in_province));
        json.name("inCountry").number(static_cast<std::int64_t>(ranks[i].in_country));
        json.end_object();
    }
    json.end_object();
}

void write_province(JsonWriter& json, const AllocationView& view, const ProvincialTask& task) {
    const std::string& name = view.province_names[task.province];
    const Figure total = view.total(task);
    json.begin_object();
    json.name("name").text(name);
    json.name("basis").text(name_of(view.basis(task)));
    json.name("municipalities").number(static_cast<std::int64_t>(task.municipalities));
    json.name("inhabitants").number(static_cast<std::int64_t>(task.inhabitants));
    json.name("total");
    write_figure(json, total);
    json.name("perThousand");
    write_per_thousand(json, total, task.inhabitants);
    json.name("minors");
    write_figure(json, view.minors(task));
    view.prints.write_province(json, task.province, task.inhabitants);
    json.end_object();
}

void write_header(csv::Writer& writer, std::span<const std::string_view> names) {
    for (const std::string_view name : names)
        writer.text(name);
    writer.end_row();
}

// The columns of the computed answer, the same in both tables.
void write_figures(csv::Writer& writer, const Figure& total, const std::optional<Figure>& minors,
                   Basis basis) {
    const auto whole = [&](std::optional<Places> value) {
        value ? writer.whole(*value) : writer.empty();
    };
    whole(total.places);
    whole(minors ? minors->places : std::nullopt);
    whole(total.places ? total.places : total.low);
    whole(total.places ? total.places : total.high);
    writer.text(dutch_name_of(basis));
}

// One column out of a value per municipality.
template <typename Value, typename Of>
Column column(std::string name, ColumnType type, std::size_t size, Of of) {
    Column column{std::move(name), type, std::string(size * sizeof(Value), '\0')};
    for (std::size_t i = 0; i < size; ++i) {
        const auto value = static_cast<Value>(of(i));
        std::memcpy(column.values.data() + i * sizeof(Value), &value, sizeof(Value));
    }
    return column;
}

// A column of texts: their bytes one after the other, and where each begins (one more than there
// are).
void add_texts(std::vector<Column>& columns, const std::string& name,
               std::span<const std::string_view> texts) {
    std::string bytes;
    std::vector<std::uint32_t> begins = {0};
    for (const std::string_view text : texts) {
        bytes += text;
        begins.push_back(static_cast<std::uint32_t>(bytes.size()));
    }
    columns.push_back({name, ColumnType::bytes, std::move(bytes)});
    columns.push_back(column<std::uint32_t>(name + "Begins", ColumnType::uint32, begins.size(),
                                            [&](std::size_t i) { return begins[i]; }));
}

}  // namespace

namespace {

std::vector<std::size_t> members_of(const MunicipalityList& list, std::size_t province) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.provinces[i] == province) members.push_back(i);
    }
    return members;
}

}  // namespace

std::optional<Places> AllocationView::printed_task(const ProvincialTask& task) const {
    return task.province < tasks.size() ? tasks[task.province] : std::nullopt;
}

Figure AllocationView::total(const ProvincialTask& task) const {
    if (const auto printed = printed_task(task)) return number(*printed);
    if (is_exact()) return number(task.places);
    return figures().sum(members_of(list, task.province));
}

std::optional<Figure> AllocationView::minors(const ProvincialTask& task) const {
    if (!task.minors) return std::nullopt;
    if (is_exact()) return number(*task.minors);
    return figures().minors_sum(members_of(list, task.province));
}

AllocationView view_of(const Inputs& inputs, const Allocation& allocation) {
    AllocationView view{inputs.list(), allocation, inputs.uncertainty(), inputs.request().provinces,
                        inputs.prints()};
    // With another need the tasks are other ones.
    if (inputs.printed() && !inputs.request().need_is_own) view.tasks = inputs.printed()->tasks;
    return view;
}

void write_record(JsonWriter& json, const Uncertainty& uncertainty) {
    json.name("record");
    if (uncertainty.basis != Basis::estimate) {
        json.null();
        return;
    }
    const MeasuredBand& measured = measured_band(uncertainty.rule);
    json.begin_object();
    json.name("rule").text(name_of(measured.rule));
    json.name("margin").text(to_text(Decimal{static_cast<std::int64_t>(measured.thousandths), 3}));
    json.name("known").number(measured.known);
    json.name("hits").number(measured.hits);
    json.name("leaveOneOut").number(measured.leave_one_out);
    json.name("lowerBound").text(measured.lower_bound);
    json.end_object();
}

void write_sureness(JsonWriter& json, const Inputs& inputs) {
    write_record(json, inputs.uncertainty());
    json.name("derivation");
    if (!inputs.printed()) {
        json.null();
        return;
    }
    const PrintedScores& asked = *inputs.printed_use();
    json.begin_object();
    json.name("table").text(inputs.printed_file());
    json.name("population").text(asked.population);
    json.name("need").number(asked.need);
    json.name("proven").flag(inputs.is_proven());
    json.end_object();
}

void write_totals(JsonWriter& json, const AllocationView& view) {
    const Allocation& allocation = view.allocation;
    json.begin_object();
    json.name("municipalities").number(static_cast<std::int64_t>(view.list.size()));
    json.name("inhabitants").number(static_cast<std::int64_t>(allocation.inhabitants));
    const bool shown = view.is_exact();
    const bool minors_shown = shown && allocation.minors_need;
    const auto number = [&](std::string_view name, bool is_shown, Places value) {
        json.name(name).number_or_null(is_shown ? std::optional(value) : std::nullopt);
    };
    json.name("totalWeight");
    shown ? json.text(weight_text(allocation.total_weight, allocation.inhabitants,
                                  allocation.score_decimals))
          : json.null();
    number("places", shown, allocation.sum);
    number("difference", shown, allocation.sum - allocation.need);
    number("minors", minors_shown, allocation.minors_sum);
    number("minorsDifference", minors_shown,
           allocation.minors_sum - allocation.minors_need.value_or(0));
    json.end_object();
}

void write_reproduced(JsonWriter& json, const AllocationView& view, bool need_is_own) {
    std::int64_t printed = 0;
    std::int64_t exactly = 0;
    for (std::size_t i = 0; view.is_exact() && !need_is_own && i < view.list.size(); ++i) {
        const auto print = view.prints.of_municipality(i);
        if (!print) continue;
        ++printed;
        exactly += print->places == view.allocation.places[i] ? 1 : 0;
    }
    json.name("reproduced");
    if (printed == 0) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("exactly").number(exactly);
    json.name("printed").number(printed);
    json.end_object();
}

void write_municipalities(JsonWriter& json, const AllocationView& view) {
    const auto ranks = shown_ranks(view);
    json.begin_array();
    for (std::size_t i = 0; i < view.list.size(); ++i)
        write_municipality(json, view, i, ranks);
    json.end_array();
}

void write_provinces(JsonWriter& json, const AllocationView& view) {
    json.begin_array();
    for (const ProvincialTask& task : view.allocation.provinces)
        write_province(json, view, task);
    json.end_array();
}

void write_published_total(JsonWriter& json, const AllocationView& view) {
    view.prints.write_country(json, view.allocation.inhabitants);
}

std::string municipality_csv(const AllocationView& view, csv::Style style) {
    constexpr auto header = std::to_array<std::string_view>(
        {"gemeentecode", "gemeente", "provincie", "inwoners", "ses_woa", "wegingsfactor",
         "plaatsen_onafgerond", "opvangplaatsen", "amv", "laag", "hoog", "basis", "genoemd",
         "bron"});
    const MunicipalityList& list = view.list;
    const Allocation& allocation = view.allocation;
    csv::Writer writer(style);
    write_header(writer, header);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Weight weight = allocation.weights[i];
        writer.text(list.codes[i].text());
        writer.text(list.names[i]);
        writer.text(view.province_names[list.provinces[i]]);
        writer.whole(list.inhabitants[i]);
        if (!view.is_exact()) {
            writer.empty();
            writer.empty();
            writer.empty();
        } else {
            writer.number(to_text(Decimal{list.scores[i], list.score_decimals}));
            writer.number(weight_text(weight, allocation.inhabitants, allocation.score_decimals));
            writer.number(allocation.share(weight).decimal());
        }
        write_figures(writer, view.total(i), view.minors(i), view.basis());
        view.prints.write_municipality(writer, i);
        writer.end_row();
    }
    return std::move(writer).take();
}

std::string province_csv(const AllocationView& view, csv::Style style) {
    constexpr auto header =
        std::to_array<std::string_view>({"provincie", "gemeenten", "inwoners", "opvangplaatsen",
                                         "amv", "laag", "hoog", "basis", "genoemd", "bron"});
    csv::Writer writer(style);
    write_header(writer, header);
    for (const ProvincialTask& task : view.allocation.provinces) {
        writer.text(view.province_names[task.province]);
        writer.whole(static_cast<std::int64_t>(task.municipalities));
        writer.whole(static_cast<std::int64_t>(task.inhabitants));
        write_figures(writer, view.total(task), view.minors(task), view.basis(task));
        view.prints.write_province(writer, task.province);
        writer.end_row();
    }
    return std::move(writer).take();
}

std::vector<Column> municipality_columns(const AllocationView& view) {
    const MunicipalityList& list = view.list;
    const Allocation& allocation = view.allocation;
    const std::size_t size = list.size();
    std::vector<Column> columns;
    columns.push_back(column<std::uint32_t>("code", ColumnType::uint32, size,
                                            [&](std::size_t i) { return list.codes[i].number(); }));
    columns.push_back(column<std::uint8_t>("codeDigits", ColumnType::bytes, size,
                                           [&](std::size_t i) { return list.codes[i].digits(); }));
    add_texts(columns, "name", list.names);
    columns.push_back(column<std::uint16_t>("province", ColumnType::uint16, size,
                                            [&](std::size_t i) { return list.provinces[i]; }));
    columns.push_back(column<std::uint32_t>("inhabitants", ColumnType::uint32, size,
                                            [&](std::size_t i) { return list.inhabitants[i]; }));
    const auto add = [&](std::string name, auto value_of) {
        columns.push_back(column<std::int32_t>(std::move(name), ColumnType::int32, size, value_of));
    };
    const bool minors = allocation.minors_need.has_value();
    if (!view.is_exact()) {
        const auto low_of = [](const Figure& figure) {
            return figure.places ? *figure.places : *figure.low;
        };
        const auto high_of = [](const Figure& figure) {
            return figure.places ? *figure.places : *figure.high;
        };
        add("placesLow", [&](std::size_t i) { return low_of(view.total(i)); });
        add("placesHigh", [&](std::size_t i) { return high_of(view.total(i)); });
        if (minors) {
            add("minorsLow", [&](std::size_t i) { return low_of(*view.minors(i)); });
            add("minorsHigh", [&](std::size_t i) { return high_of(*view.minors(i)); });
        }
        return columns;
    }
    add("places", [&](std::size_t i) { return allocation.places[i]; });
    if (minors) add("minors", [&](std::size_t i) { return allocation.minors[i]; });
    add("score", [&](std::size_t i) { return list.scores[i]; });
    columns.push_back(column<std::uint64_t>("weight", ColumnType::uint64, size,
                                            [&](std::size_t i) { return allocation.weights[i]; }));
    return columns;
}

}  // namespace spreiding::service
