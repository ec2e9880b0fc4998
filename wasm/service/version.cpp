// Version and commit as they were given to the build.
#include "service/version.hpp"

namespace spreiding::service {

std::string_view program_version() {
    return SPREIDING_VERSION;
}

std::string_view program_commit() {
    return SPREIDING_COMMIT;
}

}  // namespace spreiding::service
