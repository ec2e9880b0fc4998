// Times the way from bytes to exact shares on a million rows; run by `npm run bench`, which gives
// the file and, of a long form, the period. Prints one line of JSON, times in milliseconds, each
// the best of a few runs.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "csv/csv.hpp"
#include "key/allocation.hpp"
#include "tables/municipalities.hpp"
#include "tables/tables.hpp"

namespace {

using namespace spreiding;

const std::vector<std::string> provinces = {
    "Groningen", "Fryslân",       "Drenthe",      "Overijssel", "Flevoland",     "Gelderland",
    "Utrecht",   "Noord-Holland", "Zuid-Holland", "Zeeland",    "Noord-Brabant", "Limburg"};

template <typename Run>
double best_milliseconds(Run run) {
    double best = 1e9;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        run();
        const std::chrono::duration<double, std::milli> time =
            std::chrono::steady_clock::now() - begin;
        best = std::min(best, time.count());
    }
    return best;
}

std::size_t lines(const std::string& bytes) {
    std::size_t count = 0;
    const char* at = bytes.data();
    const char* const end = at + bytes.size();
    while (at < end) {
        const void* found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
        if (found == nullptr) break;
        at = static_cast<const char*>(found) + 1;
        ++count;
    }
    return count;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 && count != 3) return 2;
    TableOptions said;
    if (count == 3) said.period = arguments[2];
    std::ifstream stream(arguments[1], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    std::size_t found = 0;
    const double newlines = best_milliseconds([&] { found = lines(bytes); });
    const auto read = [&](bool scalar) {
        return best_milliseconds([&] {
            Findings findings;
            if (csv::read(bytes, "f", findings, {.scalar = scalar}).rows() != found) found = 0;
        });
    };
    const double cells = read(false);
    const double scalar = read(true);
    // The long form has codes and no provinces: those are looked up.
    std::vector<NamedMunicipality> list_of_round;
    if (count == 3) {
        for (std::uint32_t number = 1; number <= 342; ++number)
            list_of_round.push_back({MunicipalityCode(number, 4), "", 0});
    }
    const MunicipalityNames names(list_of_round);
    Places sum = 0;
    double typed = 1e9;
    const double shares = best_milliseconds([&] {
        Findings findings;
        const csv::Sheet sheet = csv::read(bytes, "f", findings);
        const auto begin = std::chrono::steady_clock::now();
        const Layout layout = recognise(sheet, said);
        const TableFile file{sheet, layout, "f", said, names.empty() ? nullptr : &names};
        PopulationAndScores tables = read_population_and_scores(file, provinces, findings);
        const MunicipalityList list =
            join(std::move(tables.population), "f", std::move(tables.scores), "f", findings);
        const std::chrono::duration<double, std::milli> time =
            std::chrono::steady_clock::now() - begin;
        typed = std::min(typed, time.count());
        if (!findings.has_errors()) sum = allocate(list, 10'000'000, {}).sum;
    });
    std::printf(
        "{\"rows\": %zu, \"sum\": %lld, \"newlines\": %.2f, \"cells\": %.2f, \"scalarCells\": "
        "%.2f, "
        "\"typed\": %.2f, \"shares\": %.2f}\n",
        found, static_cast<long long>(sum), newlines, cells, scalar, typed, shares);
}
