// Any bytes make tables whose columns are equally long, and a list that can be allocated or has an
// error that says why not.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "csv/csv.hpp"
#include "key/allocation.hpp"
#include "tables/municipalities.hpp"
#include "tables/tables.hpp"

using namespace spreiding;

namespace {

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<std::string> provinces = {"Fryslân", "Noord-Holland", "Utrecht"};
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Findings findings;
    const csv::Sheet sheet = csv::read(bytes, "f", findings);
    if (sheet.rows() == 0) return 0;
    const Layout layout = recognise(sheet);
    const TableFile file{sheet, layout, "f"};
    const PopulationTable people = read_population(file, provinces, findings);
    demand(people.names.size() == people.size() && people.provinces.size() == people.size() &&
           people.inhabitants.size() == people.size() && people.rows.size() == people.size());
    const ScoreTable scores = read_scores(file, findings);
    demand(scores.names.size() == scores.size() && scores.scores.size() == scores.size() &&
           scores.rows.size() == scores.size());
    read_published(file, findings);
    const MunicipalityList list = join(people, "f", scores, "f", findings);
    if (findings.has_errors()) return 0;
    const Allocation allocation = allocate(list, 96'000, Places{8'140});
    demand(allocation.places.size() == list.size());
    const Places difference = allocation.sum - 96'000;
    const auto half = static_cast<Places>(list.size() / 2 + 1);
    demand(difference <= half && difference >= -half);
    return 0;
}
