// Any bytes, as a request or as a file of one, get an answer that is JSON.
#include <array>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "service/service.hpp"

using namespace spreiding::service;

namespace {

constexpr auto requests = std::to_array<std::string_view>({
    R"({"operation":"recognise","parameters":{"file":"f"}})",
    R"({"operation":"inspect","parameters":{"file":"f","cells":true}})",
    R"({"operation":"allocate","parameters":{"population":{"file":"f","status":"loaded"},
        "scores":{"file":"f","status":"loaded"},"need":96000,"minors":8140,
        "csv":{"by":"municipality","dialect":"nl"}}})",
    R"({"operation":"allocate","parameters":{"population":{"file":"f","status":"official"},
        "scores":{"file":"f","status":"estimate"},"need":96000,"published":[{"file":"f","number":"indicative","hand":"third"}]}})",
});

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::size_t which = data[0] % (requests.size() + 1);
    const Files files = {{"f", bytes}};
    const Response response =
        respond(which < requests.size() ? requests[which] : std::string_view(bytes), files);
    const auto answer = nlohmann::json::parse(response.json, nullptr, false);
    if (!answer.is_object() || !answer.contains("ok") || !answer.contains("findings")) std::abort();
    return 0;
}
