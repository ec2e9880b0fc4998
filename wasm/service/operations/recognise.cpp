// What a file is: its dialect, its columns, its fingerprint.
#include <optional>
#include <utility>

#include "service/open_files.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"
#include "values/fingerprint.hpp"

namespace spreiding::service {
namespace {

void write_columns(JsonWriter& json, const OpenFile& file) {
    const bool known = file.layout.kind != TableKind::unknown;
    json.begin_array();
    for (std::size_t at = 0; at < file.sheet.columns(file.layout.header_row); ++at) {
        std::optional<std::string> meaning;
        for (std::size_t kind = 0; known && kind < column_kinds; ++kind) {
            const auto column = static_cast<ColumnMeaning>(kind);
            if (file.layout.column(column) == at) meaning = name_of(column);
        }
        json.begin_object();
        json.name("column").number(static_cast<std::int64_t>(at) + 1);
        json.name("header").text(file.sheet.cell(file.layout.header_row, at));
        json.name("meaning").text_or_null(meaning);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

Response recognise(Parameters& parameters, const Files& files) {
    const auto name = parameters.text("file");
    if (parameters.error()) return refuse(*parameters.error());
    Findings findings;
    OpenFiles open_files(files, findings);
    const OpenFile* file = open_files.open(*name);
    if (file == nullptr) return refuse({"file_not_given", *name});
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    JsonWriter json = accepted();
    json.begin_object();
    json.name("kind").text(name_of(file->layout.kind));
    json.name("dialect");
    write_dialect(json, file->sheet.dialect);
    json.name("headerRow").number(static_cast<std::int64_t>(file->layout.header_row) + 1);
    json.name("rows").number(static_cast<std::int64_t>(filled_rows(*file)));
    json.name("columns");
    write_columns(json, *file);
    json.name("sha256").text(file->fingerprint());
    json.name("bytes").number(static_cast<std::int64_t>(file->original.size()));
    json.end_object();
    return finish(std::move(json), findings);
}

}  // namespace spreiding::service
