// The operations by name, and the one that a request asks for carried out.
#include "service/service.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "service/operations.hpp"
#include "service/response.hpp"
#include "service/version.hpp"

namespace spreiding::service {
namespace {

Response version(Parameters&, const Files&) {
    JsonWriter json = accepted();
    json.begin_object();
    json.name("version").text(program_version());
    json.name("commit").text(program_commit());
    json.end_object();
    return finish(std::move(json), {});
}

constexpr auto operations = std::to_array<std::pair<std::string_view, Operation>>({
    {"version", version},
    {"read_columns", read_columns},
    {"read_figures", read_figures},
    {"recognise", recognise},
    {"allocate", allocate},
    {"explain", explain},
    {"change", change},
    {"sums", sums},
    {"find_municipalities", find_municipalities},
    {"inspect", inspect},
    {"calendar", calendar},
    {"housing_targets", housing_targets},
    {"propose_exchange", propose_exchange},
    {"provincial_table", provincial_table},
    {"public_edition", public_edition},
    {"edition_record", edition_record},
    {"spread_remainder", spread_remainder},
    {"clean", clean},
    {"compare", compare},
    {"compareTables", compare_tables},
    {"reproduce", reproduce},
    {"sensitivity", sensitivity},
    {"needSteps", need_steps},
    {"implied", implied},
    {"whatIf", what_if},
    {"receipt", receipt},
    {"sheet", sheet},
    {"verify", verify},
});

}  // namespace

Response respond(std::string_view request, const Files& files) {
    const Json json = Json::parse(request, nullptr, false);
    if (!json.is_object()) return refuse({"request_unreadable", ""});
    Parameters top(json);
    const auto operation = top.text("operation");
    if (!operation) return refuse(*top.error());
    const Json* given = top.find("parameters");
    if (given != nullptr && !given->is_object()) return refuse({"parameter_invalid", "parameters"});
    const Json none = Json::object();
    Parameters parameters(given == nullptr ? none : *given);

    for (const auto& [name, perform] : operations) {
        if (name == *operation) return perform(parameters, files);
    }
    return refuse({"operation_unknown", *operation});
}

}  // namespace spreiding::service
