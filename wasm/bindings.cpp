// The embind table: what JavaScript sees of the service, and nothing else.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <utility>

#include "service/service.hpp"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using namespace spreiding::service;

template <typename Value>
val copied(const std::string& values) {
    const auto* begin = reinterpret_cast<const Value*>(values.data());
    return val(typed_memory_view(values.size() / sizeof(Value), begin)).call<val>("slice");
}

val typed_array(const Column& column) {
    switch (column.type) {
        case ColumnType::uint16:
            return copied<std::uint16_t>(column.values);
        case ColumnType::uint32:
            return copied<std::uint32_t>(column.values);
        case ColumnType::int32:
            return copied<std::int32_t>(column.values);
        case ColumnType::uint64:  // embind of 2022 knows no BigUint64Array: the caller looks at the
                                  // bytes so
        case ColumnType::bytes:
            break;
    }
    return copied<std::uint8_t>(column.values);
}

class Door {
  public:
    // Memory for a file of this size, for JavaScript to fill at once.
    val reserve(std::string name, std::size_t size) {
        char* bytes = files_[std::move(name)].renew(size);
        return val(typed_memory_view(size, reinterpret_cast<std::uint8_t*>(bytes)));
    }
    void know(const std::string& name, const std::string& fingerprint) {
        files_[name].know(fingerprint);
    }
    void remove(const std::string& name) { files_.erase(name); }

    val respond(const std::string& request) const {
        const Response response = spreiding::service::respond(request, files_);
        val columns = val::object();
        for (const Column& column : response.columns) {
            val entry = val::object();
            entry.set("values", typed_array(column));
            entry.set("uint64", column.type == ColumnType::uint64);
            columns.set(column.name, entry);
        }
        val answer = val::object();
        answer.set("json", copied<std::uint8_t>(response.json));
        answer.set("columns", columns);
        return answer;
    }

  private:
    Files files_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(spreidingswijzer) {
    emscripten::class_<Door>("Door")
        .constructor<>()
        .function("reserve", &Door::reserve)
        .function("know", &Door::know)
        .function("remove", &Door::remove)
        .function("respond", &Door::respond);
}
