// JSON request in, JSON response out: the same code natively and in the browser. It never throws
// and survives any bytes. The contract, field by field, is written down in `index.ts`.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace spreiding::service {

struct Kept;

/// The bytes of a file, with what was read from them: it is kept until they change, so that one
/// question after another about the same files does not read them anew. One thread at a time.
class File {
  public:
    File() = default;
    File(std::string bytes) : bytes_(std::move(bytes)) {}
    File(const char* bytes) : bytes_(bytes) {}
    // A copy has bytes of its own, so what was read points elsewhere.
    File(const File& other) : bytes_(other.bytes_) {}
    File& operator=(const File& other) {
        bytes_ = other.bytes_;
        fingerprint_.clear();
        kept_.reset();
        return *this;
    }

    operator std::string_view() const { return bytes_; }
    /// Room for so many new bytes.
    char* renew(std::size_t size) {
        fingerprint_.clear();
        kept_.reset();
        bytes_.assign(size, '\0');
        return bytes_.data();
    }
    std::shared_ptr<Kept>& kept() const { return kept_; }
    /// Their SHA-256, made by the platform that hands them over, which is quicker at it.
    void know(const std::string& fingerprint) { fingerprint_ = fingerprint; }
    /// The same, made here where nobody did: 64 hexadecimal digits.
    const std::string& fingerprint() const;

  private:
    std::string bytes_;
    mutable std::string fingerprint_;
    mutable std::shared_ptr<Kept> kept_;
};

/// Files by the name that requests call them by.
using Files = std::map<std::string, File, std::less<>>;

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
