// JSON request in, JSON response out: the same code natively and in the browser. It never throws
// and survives any bytes. The contract, field by field, is written down in `index.ts`.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace spreiding::service {

/// Files by the name that requests call them by.
using Files = std::map<std::string, std::string, std::less<>>;

enum class ColumnType : std::uint8_t { bytes, uint16, uint32, int32, uint64 };

/// One column of a result that is too large for JSON: little-endian values, one after the other.
struct Column {
    std::string name;
    ColumnType type;
    std::string values;
};

struct Response {
    std::string json;
    std::vector<Column> columns;
};

/// Results with more rows than this leave as columns; JSON then carries the totals.
constexpr std::size_t most_json_rows = 10'000;

/// @param request  `{"operation": …, "parameters": {…}}`
/// @return         `{"ok": true, "result": …, "findings": […], "findingCounts": {…}}`, or with
///                 `"ok": false` an `"error": {"code": …, "about": …}` in place of the result
Response respond(std::string_view request, const Files& files);

}  // namespace spreiding::service
