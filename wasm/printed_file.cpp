#include "printed_file.hpp"

#include "fingerprint.hpp"
#include "reading.hpp"
#include "response.hpp"

namespace spreiding::service {

PrintedFile::PrintedFile(const std::string& name, const Inputs& inputs, const Files& files,
                         Findings& findings)
    : desk_(files, findings) {
    file_ = desk_.open(name);
    if (file_ == nullptr) {
        error_ = {"file_not_given", name};
        return;
    }
    if (is_table(*file_, findings)) {
        table_ =
            read_printed(file_->table(), {inputs.list(), inputs.request().provinces}, findings);
        if (table_.rows.empty() && !findings.has_errors())
            findings.add({.code = FindingCode::table_without_figures, .file = name});
    }
    if (findings.has_errors()) error_ = findings_are_the_result;
}

void PrintedFile::write_source(JsonWriter& json) const {
    json.begin_object();
    json.name("file").text(file_->name);
    json.name("sha256").text(to_text(sha256(file_->original)));
    json.name("bytes").number(static_cast<std::int64_t>(file_->original.size()));
    json.name("rows").number(static_cast<std::int64_t>(table_.rows.size()));
    json.end_object();
}

}  // namespace spreiding::service
