#include "desk.hpp"

#include <algorithm>
#include <memory>

#include "fingerprint.hpp"

namespace spreiding::service {

// What is kept with the bytes of a file.
struct Kept {
    OpenFile file;
    Findings findings;  // of the reading
    std::string fingerprint;
};

namespace {

Kept& kept_with(const File& file) {
    if (!file.kept()) file.kept() = std::make_shared<Kept>();
    return *file.kept();
}

const File& original_of(std::string_view name, const File& file, const Files& files) {
    for (std::size_t mark = name.find(part_mark); mark != std::string_view::npos;
         mark = name.find(part_mark, mark + 1)) {
        const auto document = files.find(name.substr(0, mark));
        if (document != files.end()) return document->second;
    }
    return file;
}

std::shared_ptr<Kept> read(const std::string& name, const File& file) {
    auto kept = std::make_shared<Kept>();
    OpenFile& opened = kept->file;
    opened.name = name;
    opened.bytes = file;
    opened.sheet = csv::read(opened.bytes, name, kept->findings);
    opened.layout = recognise(opened.sheet);
    if (opened.layout.kind != TableKind::unknown) {
        csv::report_uneven_rows(opened.sheet, opened.layout.first_row(),
                                opened.layout.headings.size(), name, kept->findings);
    }
    return kept;
}

}  // namespace

const std::string& OpenFile::fingerprint() const {
    std::string& fingerprint = kept_with(*original_file).fingerprint;
    if (fingerprint.empty()) fingerprint = to_text(sha256(*original_file));
    return fingerprint;
}

const OpenFile* Desk::open(const std::string& name) {
    const auto at = files_.find(name);
    if (at == files_.end()) return nullptr;
    const File& file = at->second;
    if (!file.kept() || file.kept()->file.name.empty()) {
        const auto fingerprint = file.kept() ? file.kept()->fingerprint : std::string();
        file.kept() = read(name, file);
        file.kept()->fingerprint = fingerprint;
    }
    Kept& kept = *file.kept();
    OpenFile& opened = kept.file;
    if (std::find(opened_.begin(), opened_.end(), &opened) != opened_.end()) return &opened;
    opened_.push_back(&opened);
    opened.original_file = &original_of(name, file, files_);
    opened.original = *opened.original_file;
    findings_.add_all(kept.findings);
    return &opened;
}

std::size_t filled_rows(const OpenFile& file) {
    std::size_t rows = 0;
    for (std::size_t row = file.layout.first_row(); row < file.sheet.rows(); ++row) {
        if (!file.sheet.is_blank(row)) ++rows;
    }
    return rows;
}

void write_dialect(JsonWriter& json, const csv::Dialect& dialect) {
    json.begin_object();
    json.name("encoding").text(name_of(dialect.encoding));
    json.name("encodingReason").text(name_of(dialect.encoding_reason));
    json.name("separator").text({&dialect.separator, 1});
    json.name("separatorReason").text(name_of(dialect.separator_reason));
    json.name("sampledRows").number(dialect.sampled_rows);
    json.name("separators").begin_array();
    for (const csv::SeparatorEvidence& tried : dialect.tried) {
        json.begin_object();
        json.name("separator").text({&tried.separator, 1});
        json.name("rows").number(tried.rows);
        json.name("cells").number(tried.cells);
        json.name("faults").number(tried.faults);
        json.end_object();
    }
    json.end_array();
    json.name("quotedCells").number(static_cast<std::int64_t>(dialect.quoted_cells));
    json.end_object();
}

}  // namespace spreiding::service
