// How often a long test repeats itself.
#pragma once

#include <cstdlib>
#include <string_view>

namespace spreiding::testing {

/// The whole, except under the sanitizers: they look at memory, and a part says as much of that in
/// a fraction of the time. With SPREIDING_TESTS=whole, as `npm run release:check` has it, the whole
/// there too.
template <typename Number>
Number unless_sanitized(Number whole, [[maybe_unused]] Number part) {
#ifdef SPREIDING_SANITIZED
    const char* asked = std::getenv("SPREIDING_TESTS");
    if (asked == nullptr || std::string_view(asked) != "whole") return part;
#endif
    return whole;
}

}  // namespace spreiding::testing
