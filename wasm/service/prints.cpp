// Reads printed tables beside a list, orders them by hand, and writes them.
#include "service/prints.hpp"

#include <algorithm>
#include <span>

#include "service/answer.hpp"
#include "values/order.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

// A row says for itself who printed it, or else the table does.
std::string_view said(const LaidOutFile& file, std::uint32_t row, ColumnMeaning meaning,
                      std::string_view otherwise = {}) {
    const auto column = file.layout.column(meaning);
    if (!column) return otherwise;
    const auto text = csv::without_guard(trimmed(file.file->sheet.cell(row - 1, *column)));
    return text.empty() ? otherwise : text;
}

template <typename Index>
auto about(const Index& index, std::size_t at) {
    const auto before = [](const auto& one, const auto& other) { return one.first < other.first; };
    const auto [first, last] =
        std::equal_range(index.begin(), index.end(), typename Index::value_type{at, {}}, before);
    // By pointer and count: the oldest library has no span of two iterators.
    return std::span<const typename Index::value_type>(index.data() + (first - index.begin()),
                                                       static_cast<std::size_t>(last - first));
}

template <typename Span>
auto best_of(Span prints) {
    const auto found = std::find_if(prints.begin(), prints.end(), [](const auto& print) {
        return print.second.of->number == NumberKind::indicative;
    });
    return found == prints.end() ? nullptr : &found->second;
}

template <typename Print>
void write_print(JsonWriter& json, const Print* print, std::uint64_t inhabitants) {
    if (print == nullptr) {
        json.null();
        return;
    }
    json.begin_object();
    json.name("places").number(print->places);
    json.name("minors").number_or_null(print->minors);
    json.name("perThousand");
    write_per_thousand(json, {.places = print->places, .low = {}, .high = {}}, inhabitants);
    json.name("number").text(name_of(print->of->number));
    json.name("hand").text(name_of(print->of->hand));
    json.name("file").text(print->of->file);
    json.name("source").text(print->source);
    json.name("date").text(print->date);
    json.name("url").text(print->url);
    json.name("disputed").text(print->disputed);
    json.end_object();
}

}  // namespace

Prints::Prints(const InputsRequest& request, const MunicipalityList& list, OpenFiles& open_files) {
    const Known known{list, request.provinces};
    for (const PrintRequest& print : request.published) {
        std::optional<std::string> missing;
        const LaidOutFile file =
            lay_out(open_files, print.file, request.reading_of(print.file), missing);
        if (file.file != nullptr) read(print, file, known);
    }
    for (Index* index : {&municipalities_, &provinces_, &country_}) {
        put_in_order(*index, [](const auto& one, const auto& other) {
            return std::pair(one.first, one.second.of->hand) <
                   std::pair(other.first, other.second.of->hand);
        });
    }
}

void Prints::read(const PrintRequest& request, const LaidOutFile& file, const Known& known) {
    Findings ignored;
    for (const PrintedRow& row : read_printed(file.table(), known, ignored).rows) {
        const Print print{&request,
                          row.places,
                          row.minors,
                          said(file, row.row, ColumnMeaning::source, request.source),
                          said(file, row.row, ColumnMeaning::date, request.date),
                          said(file, row.row, ColumnMeaning::url, request.url),
                          said(file, row.row, ColumnMeaning::disputed)};
        if (row.municipality)
            municipalities_.emplace_back(*row.municipality, print);
        else if (row.province && row.level == Level::province)
            provinces_.emplace_back(*row.province, print);
        else if (row.level == Level::country)
            country_.emplace_back(0, print);
    }
}

std::optional<Prints::Best> Prints::best(const Index& index, std::size_t at) {
    const auto* print = best_of(about(index, at));
    if (print == nullptr) return std::nullopt;
    return Best{print->places, print->minors};
}

void Prints::write(JsonWriter& json, const Index& index, std::size_t at,
                   std::uint64_t inhabitants) {
    const auto prints = about(index, at);
    json.name("published");
    write_print(json, best_of(prints), inhabitants);
    json.name("prints").begin_array();
    for (const auto& [_, print] : prints)
        write_print(json, &print, inhabitants);
    json.end_array();
}

void Prints::write(csv::Writer& writer, const Index& index, std::size_t at) {
    const auto* print = best_of(about(index, at));
    if (print == nullptr) {
        writer.empty();
        writer.empty();
        return;
    }
    writer.whole(print->places);
    std::string source(print->source);
    if (!print->date.empty()) source.append(", ").append(print->date);
    writer.text(source);
}

void Prints::write_municipality(JsonWriter& json, std::size_t at, std::uint64_t inhabitants) const {
    write(json, municipalities_, at, inhabitants);
}

void Prints::write_province(JsonWriter& json, std::size_t at, std::uint64_t inhabitants) const {
    write(json, provinces_, at, inhabitants);
}

void Prints::write_country(JsonWriter& json, std::uint64_t inhabitants) const {
    write_print(json, best_of(about(country_, 0)), inhabitants);
}

void Prints::write_municipality(csv::Writer& writer, std::size_t at) const {
    write(writer, municipalities_, at);
}

void Prints::write_province(csv::Writer& writer, std::size_t at) const {
    write(writer, provinces_, at);
}

}  // namespace spreiding::service
