// A small table of a person (wishes, shares): a name per row, whole numbers and words beside it,
// read as every other table is.
#include <algorithm>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "service/contract/recognition.hpp"
#include "service/operations.hpp"
#include "service/reading.hpp"
#include "service/response.hpp"
#include "tables/table_reader.hpp"
#include "tables/units.hpp"
#include "values/text.hpp"

namespace spreiding::service {
namespace {

struct Asked {
    std::string name;
    std::vector<std::string> numbers;
    std::vector<std::string> words;
    std::int64_t least = 0;
    std::int64_t most = 0;
    bool limits = false;
};

// One column of whole numbers, laid out by itself: each may have a notation of its own.
class NumberColumn {
  public:
    /// @param called  in findings; what its heading is
    NumberColumn(const LaidOutFile& file, std::size_t header, std::size_t column,
                 std::string_view called, FigureForm form, Findings& findings)
        : layout_(layout_of(header, column)),
          table_{file.file->sheet, layout_, file.file->name, file.reading},
          reader_(table_, findings),
          figures_(reader_, ColumnMeaning::places, form) {
        figures_.call(called);
    }

    FigureColumn& figures() { return figures_; }
    bool has_own_unit() { return reader_.has_own_unit(ColumnMeaning::places); }

  private:
    static Layout layout_of(std::size_t header, std::size_t column) {
        Layout layout;
        layout.header_row = layout.last_header_row = header;
        layout.at[static_cast<std::size_t>(ColumnMeaning::places)] = column;
        return layout;
    }

    Layout layout_;
    TableFile table_;
    TableReader reader_;
    FigureColumn figures_;
};

class FiguresReader {
  public:
    FiguresReader(const LaidOutFile& file, const Asked& asked, Findings& findings)
        : file_(file), sheet_(file.file->sheet), asked_(asked), findings_(findings) {}

    contract::ReadFiguresResult read() {
        contract::ReadFiguresResult result;
        const bool found = find_columns();
        for (std::size_t at = 0; at < sheet_.columns(header_); ++at)
            result.headings.push_back(trimmed(sheet_.cell(header_, at)));
        if (found) read_rows(result.rows);
        return result;
    }

  private:
    void add(FindingCode code, std::size_t row, std::optional<std::size_t> column,
             std::string_view raw, std::string_view about, std::uint32_t other_row = 0) {
        findings_.add({.code = code,
                       .file = file_.file->name,
                       .row = static_cast<std::uint32_t>(row) + 1,
                       .column = column ? static_cast<std::uint32_t>(*column) + 1 : 0,
                       .raw = std::string(raw),
                       .about = std::string(about),
                       .other_row = other_row});
    }

    std::optional<std::size_t> column_of(std::size_t row, std::string_view heading) const {
        for (std::size_t at = 0; at < sheet_.columns(row); ++at) {
            if (folded(sheet_.cell(row, at)) == folded(heading)) return at;
        }
        return std::nullopt;
    }

    // Where its heading has a unit, that is the reason.
    void add_missing(const std::string& heading) {
        const bool is_number = std::find(asked_.numbers.begin(), asked_.numbers.end(), heading) !=
                               asked_.numbers.end();
        for (std::size_t at = 0; is_number && at < sheet_.columns(header_); ++at) {
            const std::string_view said = trimmed(sheet_.cell(header_, at));
            if (counts_otherwise(said) && folded(said).starts_with(folded(heading)))
                return add(FindingCode::figures_of_other_unit, header_, at, said, heading);
        }
        add(FindingCode::column_missing, header_, std::nullopt, "", heading);
    }

    // The first row that has the heading of the names, else the first.
    bool find_columns() {
        constexpr std::size_t searched_rows = 50;
        for (std::size_t row = 0; row < std::min(sheet_.rows(), searched_rows); ++row) {
            if (!column_of(row, asked_.name)) continue;
            header_ = row;
            break;
        }
        bool complete = true;
        const auto find = [&](const std::string& heading) {
            const auto at = column_of(header_, heading);
            if (!at) add_missing(heading);
            for (std::size_t other = at.value_or(0) + 1; at && other < sheet_.columns(header_);
                 ++other) {
                if (folded(sheet_.cell(header_, other)) != folded(heading)) continue;
                add(FindingCode::column_twice, header_, other, sheet_.cell(header_, other),
                    heading);
                complete = false;
            }
            complete = complete && at.has_value();
            return at.value_or(0);
        };
        name_at_ = find(asked_.name);
        for (const std::string& heading : asked_.words)
            words_at_.push_back(find(heading));
        std::vector<std::size_t> numbers_at;
        for (const std::string& heading : asked_.numbers)
            numbers_at.push_back(find(heading));
        if (!complete) return false;
        csv::report_uneven_rows(sheet_, header_ + 1, sheet_.columns(header_), file_.file->name,
                                findings_);
        for (std::size_t number = 0; number < numbers_at.size(); ++number) {
            numbers_.push_back(std::make_unique<NumberColumn>(
                file_, header_, numbers_at[number], asked_.numbers[number],
                asked_.limits ? FigureForm::limit : FigureForm::kept, findings_));
            NumberColumn& numbers = *numbers_.back();
            numbers.figures().take_as_whole();
            complete = numbers.has_own_unit() &&
                       numbers.figures().find_notation(NotationFrom::all_rows) && complete;
        }
        return complete;
    }

    void read_rows(std::vector<contract::FigureRow>& rows) {
        std::map<std::string, std::uint32_t> first_rows;
        std::vector<std::int64_t> sums(numbers_.size());
        for (std::size_t row = header_ + 1; row < sheet_.rows(); ++row) {
            const csv::Sheet::Row cells = sheet_.row(row);
            if (cells.is_blank()) continue;
            const std::string_view name = csv::without_guard(trimmed(cells[name_at_]));
            const auto number = static_cast<std::uint32_t>(row) + 1;
            if (is_name_of_total(name)) {
                look_at_total(row, cells, sums, is_name_of_subtotal(name));
                continue;
            }
            if (name.empty()) add(FindingCode::cell_missing, row, name_at_, "", asked_.name);
            const auto [first, is_first] = first_rows.emplace(folded(name), number);
            if (!is_first && !name.empty())
                add(FindingCode::code_duplicate, row, name_at_, name, name, first->second);
            contract::FigureRow& read = rows.emplace_back();
            read.row = number;
            read.name = name;
            for (const std::size_t at : words_at_)
                read.words.push_back(csv::without_guard(trimmed(cells[at])));
            for (std::size_t at = 0; at < numbers_.size(); ++at) {
                FigureColumn& figures = numbers_[at]->figures();
                figures.look_at(row, cells);
                const std::string_view cell = figures.cell();
                const bool is_empty = trimmed(cell).empty();
                read.is_limit = read.is_limit || (asked_.limits && without_limit(cell) != cell);
                const auto value =
                    is_empty ? std::nullopt : figures.whole_number(asked_.least, asked_.most);
                if (value && trimmed(cell).ends_with('*'))
                    figures.add(FindingCode::footnote_left_out);
                sums[at] += value.value_or(0);
                read.numbers.push_back(value);
            }
        }
        if (first_rows.empty())
            findings_.add({.code = FindingCode::list_empty, .file = file_.file->name});
    }

    // A total is no municipality.
    void look_at_total(std::size_t row, const csv::Sheet::Row& cells,
                       const std::vector<std::int64_t>& sums, bool is_of_part) {
        add(FindingCode::row_of_sums, row, name_at_, cells[name_at_], "");
        for (std::size_t at = 0; at < numbers_.size() && !is_of_part; ++at) {
            FigureColumn& figures = numbers_[at]->figures();
            figures.look_at(row, cells);
            const auto total = figures.reading().units_at(0);
            if (total && *total != sums[at])
                figures.add(FindingCode::total_differs, row, to_text(sums[at]));
        }
    }

    const LaidOutFile& file_;
    const csv::Sheet& sheet_;
    const Asked& asked_;
    Findings& findings_;
    std::size_t header_ = 0;
    std::size_t name_at_ = 0;
    std::vector<std::size_t> words_at_;
    std::vector<std::unique_ptr<NumberColumn>> numbers_;
};

}  // namespace

Response read_figures(Parameters& parameters, const Files& files) {
    const std::string name = parameters.text("file");
    Asked asked;
    asked.name = parameters.text("name");
    asked.numbers = parameters.texts("numbers");
    asked.words = parameters.texts("words");
    asked.most = parameters.whole("most").value_or(most_places);
    asked.least = parameters.whole("least").value_or(0);
    asked.limits = parameters.flag("limits");
    const FileReading reading = read_reading(parameters);
    if (parameters.error()) return refuse(*parameters.error());

    Findings findings;
    OpenFiles open_files(files, findings);
    std::optional<std::string> missing;
    const LaidOutFile file = lay_out(open_files, name, reading, missing);
    if (missing) return refuse({"file_not_given", *missing});
    contract::ReadFiguresResult result;
    if (file.file->sheet.rows() > 0) result = FiguresReader(file, asked, findings).read();
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);
    return answer(result, findings);
}

// Every column as figures that someone printed: of a cell the number, null where there is none, and
// false where what stands there is no whole number.
Response read_columns(Parameters& parameters, const Files& files) {
    const std::string name = parameters.text("file");
    Findings findings;
    OpenFiles open_files(files, findings);
    std::optional<std::string> missing;
    const LaidOutFile file = lay_out(open_files, name, {}, missing);
    if (missing) return refuse({"file_not_given", *missing});
    const csv::Sheet& sheet = file.file->sheet;
    JsonWriter json = accepted();
    json.begin_object().name("columns").begin_array();
    for (std::size_t column = 0; sheet.rows() > 0 && column < sheet.columns(0); ++column) {
        Findings told_by_value;
        NumberColumn numbers(file, 0, column, "places", FigureForm::printed, told_by_value);
        FigureColumn& figures = numbers.figures();
        figures.find_notation(NotationFrom::all_rows);
        json.begin_array();
        for (std::size_t row = 1; row < sheet.rows(); ++row) {
            figures.look_at(row, sheet.row(row));
            const auto value = figures.whole_number(0, most_places);
            if (!value && figures.reading().fault() != NumberFault::missing) {
                json.flag(false);
            } else {
                json.number_or_null(value);
            }
        }
        json.end_array();
    }
    json.end_array().end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
