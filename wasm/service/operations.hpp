// What can be asked. Each operation stands in a file of its own under `operations/`.
#pragma once

#include <span>
#include <string_view>

#include "service/contract/shape.hpp"
#include "service/request.hpp"
#include "service/service.hpp"

namespace spreiding::service {

using Operation = Response (*)(Parameters& parameters, const Files& files);

/// An operation as it is asked for, described, and carried out.
struct AskedOperation {
    std::string_view name;
    Operation perform;
    const asked::Shape* parameters;
    asked::About result;  ///< its type in the contract
    asked::About about = "";
};
std::span<const AskedOperation> asked_operations();
/// Nothing where there is no such operation.
const AskedOperation* asked_operation(std::string_view name);

Response allocate(Parameters& parameters, const Files& files);
Response change(Parameters& parameters, const Files& files);
Response clean(Parameters& parameters, const Files& files);
Response compare(Parameters& parameters, const Files& files);
Response compare_tables(Parameters& parameters, const Files& files);
Response explain(Parameters& parameters, const Files& files);
Response find_municipalities(Parameters& parameters, const Files& files);
Response inspect(Parameters& parameters, const Files& files);
Response implied(Parameters& parameters, const Files& files);
Response need_steps(Parameters& parameters, const Files& files);
Response receipt(Parameters& parameters, const Files& files);
Response read_columns(Parameters& parameters, const Files& files);
Response read_figures(Parameters& parameters, const Files& files);
Response recognise(Parameters& parameters, const Files& files);
Response sums(Parameters& parameters, const Files& files);
Response calendar(Parameters& parameters, const Files& files);
Response housing_targets(Parameters& parameters, const Files& files);
Response propose_exchange(Parameters& parameters, const Files& files);
Response provincial_table(Parameters& parameters, const Files& files);
Response public_edition(Parameters& parameters, const Files& files);
Response edition_record(Parameters& parameters, const Files& files);
Response spread_remainder(Parameters& parameters, const Files& files);
Response reproduce(Parameters& parameters, const Files& files);
Response sensitivity(Parameters& parameters, const Files& files);
Response what_if(Parameters& parameters, const Files& files);
Response sheet(Parameters& parameters, const Files& files);
Response verify(Parameters& parameters, const Files& files);

}  // namespace spreiding::service
