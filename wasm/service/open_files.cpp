// Opens a file once per way of reading it, and writes how its cells turned out to be written.
#include "service/open_files.hpp"

#include <algorithm>
#include <memory>

#include "values/fingerprint.hpp"
#include "values/text.hpp"

namespace spreiding::service {

// A file read in one way.
struct CachedFile {
    OpenFile file;
    Findings findings;  // of the reading
};

// What is kept with the bytes of a file: as its own evidence says, and as a person said last.
struct Kept {
    std::shared_ptr<CachedFile> by_evidence;
    std::shared_ptr<CachedFile> as_said;
};

namespace {

// Separators behind the last heading, with nothing below them, make no columns.
std::size_t columns_of(const OpenFile& file, const Layout& layout) {
    const std::vector<std::string>& headings = layout.headings;
    std::size_t columns = headings.size();
    const auto is_empty = [&](std::size_t column) {
        for (std::size_t row = 0; row < file.sheet.rows(); ++row) {
            if (!trimmed(file.sheet.cell(row, column)).empty()) return false;
        }
        return true;
    };
    while (columns > 1 && is_empty(columns - 1))
        --columns;
    return columns;
}

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

std::shared_ptr<CachedFile> read(const std::string& name, const File& file,
                                 const csv::CellOptions& said) {
    auto kept = std::make_shared<CachedFile>();
    OpenFile& opened = kept->file;
    opened.name = name;
    opened.bytes = file;
    opened.said = said;
    opened.sheet = csv::read(opened.bytes, name, kept->findings, said);
    opened.layout = recognise(opened.sheet);
    if (opened.layout.kind != TableKind::unknown) {
        csv::report_uneven_rows(opened.sheet, opened.layout.first_row(),
                                columns_of(opened, opened.layout), name, kept->findings);
    }
    return kept;
}

}  // namespace

const std::string& File::fingerprint() const {
    if (fingerprint_.empty()) fingerprint_ = to_text(sha256(bytes_));
    return fingerprint_;
}

const OpenFile* OpenFiles::open(const std::string& name, const csv::CellOptions& said) {
    const auto at = files_.find(name);
    if (at == files_.end()) return nullptr;
    const File& file = at->second;
    Kept& with_file = kept_with(file);
    auto& place = said == csv::CellOptions{} ? with_file.by_evidence : with_file.as_said;
    if (!place || place->file.said != said) place = read(name, file, said);
    CachedFile& kept = *place;
    OpenFile& opened = kept.file;
    if (std::find(opened_.begin(), opened_.end(), place) != opened_.end()) return &opened;
    opened_.push_back(place);
    opened.original_file = &original_of(name, file, files_);
    opened.original = *opened.original_file;
    findings_.add_all(kept.findings);
    return &opened;
}

void OpenFiles::report_uneven_rows(const OpenFile& file, const Layout& layout) {
    const bool is_measured =
        std::find(measured_.begin(), measured_.end(), &file) != measured_.end();
    if (is_measured || file.layout.kind != TableKind::unknown) return;
    measured_.push_back(&file);
    csv::report_uneven_rows(file.sheet, layout.first_row(), columns_of(file, layout), file.name,
                            findings_);
}

std::size_t filled_rows(const OpenFile& file) {
    std::size_t rows = 0;
    for (std::size_t row = file.layout.first_row(); row < file.sheet.rows(); ++row) {
        if (!file.sheet.is_blank(row)) ++rows;
    }
    return rows;
}

}  // namespace spreiding::service
