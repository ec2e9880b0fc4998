// Writes an allocation's municipalities and provinces as CSV and columns.
#include "service/answer.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <utility>

#include "service/contract/allocation.hpp"
#include "values/decimal.hpp"

namespace spreiding::service {

template <>
void contract::write(JsonWriter& json, const MunicipalityRow& row) {
    json.begin_object();
    write_fields(json, row, Described<MunicipalityRow>::fields{});
    json.end_object();
}

namespace {

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

std::vector<std::size_t> members_of(const MunicipalityList& list, std::size_t province) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.provinces[i] == province) members.push_back(i);
    }
    return members;
}

}  // namespace

std::optional<Figure> AllocationView::told_minors(std::size_t municipality) const {
    const auto computed = minors(municipality);
    const Prints::Print* print = Prints::best_of(prints.of_municipality(municipality));
    if (!computed || tasks.empty() || print == nullptr || allocation.need == 0) return computed;
    return minors_behind(print->places, allocation.need, *allocation.minors_need);
}

std::optional<Places> AllocationView::printed_task(const ProvincialTask& task) const {
    return task.province < tasks.size() ? tasks[task.province] : std::nullopt;
}

Figure AllocationView::total(const ProvincialTask& task) const {
    if (const auto printed = printed_task(task)) return number(*printed);
    return computed_total(task);
}

Figure AllocationView::computed_total(const ProvincialTask& task) const {
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

std::vector<RateRanks> shown_ranks(const AllocationView& view) {
    std::vector<Places> places;
    for (std::size_t i = 0; i < view.list.size(); ++i) {
        const Prints::Print* print = Prints::best_of(view.prints.of_municipality(i));
        const auto shown = print != nullptr ? std::optional(print->places) : view.total(i).places;
        if (!shown) return {};
        places.push_back(*shown);
    }
    return rate_ranks(view.list, places);
}

std::optional<Reproduced> reproduced(const AllocationView& view, bool need_is_own) {
    if (!view.is_exact() || need_is_own) return std::nullopt;
    Reproduced count;
    for (std::size_t i = 0; i < view.list.size(); ++i) {
        const Prints::Print* print = Prints::best_of(view.prints.of_municipality(i));
        if (print == nullptr) continue;
        ++count.printed;
        count.exactly += print->places == view.allocation.places[i] ? 1 : 0;
    }
    return count.printed == 0 ? std::nullopt : std::optional(count);
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
        Prints::write(writer, view.prints.of_municipality(i));
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
        // What was printed stands in columns of its own.
        write_figures(writer, view.computed_total(task), view.minors(task), view.basis());
        Prints::write(writer, view.prints.of_province(task.province));
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
