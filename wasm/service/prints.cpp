// Reads printed tables beside a list, and orders them by hand.
#include "service/prints.hpp"

#include <algorithm>
#include <span>

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

Prints::Of Prints::about(const Index& index, std::size_t at) {
    if (index.empty()) return {};
    const auto before = [](const auto& one, const auto& other) { return one.first < other.first; };
    const auto [first, last] =
        std::equal_range(index.begin(), index.end(), Index::value_type{at, {}}, before);
    // By pointer and count: the oldest library has no span of two iterators.
    return {index.data() + (first - index.begin()), static_cast<std::size_t>(last - first)};
}

const Prints::Print* Prints::best_of(Of prints) {
    const auto found = std::find_if(prints.begin(), prints.end(), [](const auto& print) {
        return print.second.of->number == NumberKind::indicative;
    });
    return found == prints.end() ? nullptr : &found->second;
}

void Prints::write(csv::Writer& writer, Of prints) {
    const Print* print = best_of(prints);
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

}  // namespace spreiding::service
