#include "desk.hpp"

namespace spreiding::service {
namespace {

std::string_view original_of(std::string_view name, std::string_view bytes, const Files& files) {
    for (std::size_t mark = name.find(part_mark); mark != std::string_view::npos;
         mark = name.find(part_mark, mark + 1)) {
        const auto document = files.find(name.substr(0, mark));
        if (document != files.end()) return document->second;
    }
    return bytes;
}

}  // namespace

const OpenFile* Desk::open(const std::string& name) {
    for (const OpenFile& opened : opened_) {
        if (opened.name == name) return &opened;
    }
    const auto at = files_.find(name);
    if (at == files_.end()) return nullptr;
    OpenFile& opened = opened_.emplace_back();
    opened.name = name;
    opened.bytes = at->second;
    opened.original = original_of(name, opened.bytes, files_);
    opened.sheet = csv::read(opened.bytes, name, findings_);
    opened.layout = recognise(opened.sheet);
    return &opened;
}

std::size_t filled_rows(const OpenFile& file) {
    std::size_t rows = 0;
    for (std::size_t row = file.layout.first_row(); row < file.sheet.rows(); ++row) {
        if (!file.sheet.is_blank(row)) ++rows;
    }
    return rows;
}

}  // namespace spreiding::service
