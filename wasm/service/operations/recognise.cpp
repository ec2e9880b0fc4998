// What a file is: its dialect, its columns, its fingerprint.
#include "service/contract/recognition.hpp"
#include "service/open_files.hpp"
#include "service/operations.hpp"
#include "service/response.hpp"

namespace spreiding::service {
Response recognise(Parameters& parameters, const Files& files) {
    const std::string name = parameters.text("file");
    Findings findings;
    OpenFiles open_files(files, findings);
    const OpenFile* file = open_files.open(name);
    if (file == nullptr) return refuse({"file_not_given", name});
    if (findings.has_errors()) return refuse(findings_are_the_result, findings);

    return answer(*file, findings);
}

}  // namespace spreiding::service
