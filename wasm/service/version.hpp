// Which version of the program this is. Only `version.cpp` knows the commit, so that a commit does
// not compile the whole service anew.
#pragma once

#include <string_view>

namespace spreiding::service {

std::string_view program_version();  ///< of package.json, such as `1.0.0`
std::string_view program_commit();   ///< twelve hexadecimal digits, or `unknown`

}  // namespace spreiding::service
