// Reads the fields of a request: inputs, notations, columns, mergers, vintages, style of CSV.
#include "service/request.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "service/lists.hpp"

namespace spreiding::service {
namespace {

// Where the members lie that were read; nothing while nobody watches.
std::optional<std::set<const Json*>> read_members;

}  // namespace

Watch::Watch() {
    read_members.emplace();
}

Watch::~Watch() {
    read_members.reset();
}

bool Watch::has_read(const Json& member) const {
    return read_members->contains(&member);
}

void note_all_read(const Json& object) {
    if (!read_members) return;
    for (const Json& member : object)
        read_members->insert(&member);
}

const Json* Parameters::find(const char* name) const {
    const auto at = json_.find(name);
    if (at == json_.end()) return nullptr;
    if (read_members) read_members->insert(&*at);
    return at->is_null() ? nullptr : &*at;
}

const Json* Parameters::require(const char* name) {
    const Json* value = find(name);
    if (value == nullptr) fail("parameter_missing", name);
    return value;
}

std::nullopt_t Parameters::fail(std::string_view code, std::string_view name) {
    if (!error_) error_ = {code, path_ + std::string(name)};
    return std::nullopt;
}

std::nullopt_t Parameters::fail(const Error& inner) {
    if (!error_) error_ = inner;
    return std::nullopt;
}

std::optional<std::string> Parameters::text(const char* name) {
    const Json* value = require(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) return fail("parameter_invalid", name);
    return value->get<std::string>();
}

std::optional<std::int64_t> Parameters::whole(const char* name) {
    // The difference of any two of them fits too.
    constexpr std::int64_t end = std::int64_t{1} << 62U;
    const Json* value = require(name);
    if (value == nullptr) return std::nullopt;
    const bool fits = value->is_number_unsigned()
                          ? value->get<std::uint64_t>() < static_cast<std::uint64_t>(end)
                          : value->is_number_integer() && value->get<std::int64_t>() > -end;
    if (!fits) return fail("parameter_invalid", name);
    return value->get<std::int64_t>();
}

const Json* Parameters::object(const char* name) {
    const Json* value = require(name);
    if (value == nullptr) return nullptr;
    if (value->is_object()) return value;
    fail("parameter_invalid", name);
    return nullptr;
}

bool Parameters::flag(const char* name) {
    const Json* value = find(name);
    if (value == nullptr) return false;
    if (!value->is_boolean()) fail("parameter_invalid", name);
    return value->is_boolean() && value->get<bool>();
}

std::vector<std::string> Parameters::texts(const char* name, std::size_t most) {
    const Json* given = find(name);
    if (given == nullptr) return {};
    const auto is_text = [](const Json& item) { return item.is_string(); };
    if (!given->is_array() || given->size() > most ||
        !std::all_of(given->begin(), given->end(), is_text)) {
        fail("parameter_invalid", name);
        return {};
    }
    return given->get<std::vector<std::string>>();
}

std::optional<Notation> notation_of(const Json& given) {
    if (!given.is_object() || given.size() > 2) return std::nullopt;
    note_all_read(given);
    const auto mark = [&](const char* name, std::string_view allowed) -> std::optional<char> {
        const auto at = given.find(name);
        if (at == given.end() || at->is_null()) return '\0';
        if (!at->is_string()) return std::nullopt;
        const auto& text = at->get_ref<const std::string&>();
        if (text.size() != 1 || allowed.find(text[0]) == std::string_view::npos)
            return std::nullopt;
        return text[0];
    };
    const auto decimal = mark("decimal", ".,");
    const auto thousands = mark("thousands", "., '");
    if (!decimal || *decimal == '\0' || !thousands || *decimal == *thousands) return std::nullopt;
    if (given.size() == 2 && !given.contains("thousands")) return std::nullopt;
    return Notation{*decimal, *thousands};
}

namespace {

constexpr std::array<std::string_view, 12> provinces_of_the_netherlands = {
    "Drenthe",       "Flevoland",     "Fryslân",    "Gelderland", "Groningen", "Limburg",
    "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht",    "Zeeland",   "Zuid-Holland"};

/// The parameter as a value of an enumeration, by the names of its values.
template <typename Enum>
Enum read_enum(Parameters& parameters, const char* name) {
    const auto text = parameters.text(name);
    const auto value = named<Enum>(text.value_or(""));
    if (text && !value) parameters.fail("parameter_invalid", name);
    return value.value_or(Enum{});
}

std::vector<PrintRequest> read_prints(Parameters& parameters) {
    std::vector<PrintRequest> prints;
    constexpr std::size_t most_prints = 1'000;
    each_object(parameters, "published", most_prints, [&](Parameters& inner, std::size_t) {
        PrintRequest print;
        print.file = inner.text("file").value_or("");
        print.number = read_enum<NumberKind>(inner, "number");
        print.hand = read_enum<Hand>(inner, "hand");
        const auto optional = [&](const char* name) {
            return inner.find(name) == nullptr ? "" : inner.text(name).value_or("");
        };
        print.source = optional("source");
        print.date = optional("date");
        print.url = optional("url");
        prints.push_back(std::move(print));
    });
    return prints;
}

std::optional<Notation> read_notation(Parameters& parameters) {
    const Json* given = parameters.find("notation");
    if (given == nullptr) return std::nullopt;
    const auto notation = notation_of(*given);
    if (!notation) return parameters.fail("parameter_invalid", "notation");
    return notation;
}

// `columns`: what a person said of each meaning.
std::vector<ColumnChoice> read_columns(Parameters& parameters) {
    std::vector<ColumnChoice> choices;
    const Json* given = parameters.find("columns");
    if (given == nullptr) return choices;
    if (!given->is_object()) {
        parameters.fail("parameter_invalid", "columns");
        return choices;
    }
    note_all_read(*given);
    constexpr std::int64_t most_columns = 100'000;
    for (const auto& [name, value] : given->items()) {
        const auto column = named<ColumnMeaning>(name);
        const bool is_number = value.is_number_integer() && value.get<std::int64_t>() >= 1 &&
                               value.get<std::int64_t>() <= most_columns;
        const bool is_text = value.is_string() && !value.get_ref<const std::string&>().empty();
        if (!column || (!is_number && !is_text && !value.is_null())) {
            const std::string about = "columns." + name;
            parameters.fail("parameter_invalid", column && value.is_number()
                                                     ? with_bounds(about, 1, most_columns)
                                                     : about);
            return choices;
        }
        ColumnChoice choice{.column = *column};
        if (is_text) choice.heading = value.get<std::string>();
        if (is_number) choice.number = value.get<std::size_t>();
        choices.push_back(std::move(choice));
    }
    return choices;
}

// `separator` and `encoding`: how a person says that the cells are written.
csv::CellOptions read_cells(Parameters& parameters) {
    csv::CellOptions said;
    if (parameters.find("separator") != nullptr) {
        const auto separator = parameters.text("separator").value_or("");
        const auto& known = csv::separators;
        if (separator.size() == 1 &&
            std::find(known.begin(), known.end(), separator.front()) != known.end()) {
            said.separator = separator.front();
        } else {
            parameters.fail("parameter_invalid", "separator");
        }
    }
    if (parameters.find("encoding") != nullptr) {
        said.encoding = named<csv::Encoding>(parameters.text("encoding").value_or(""));
        if (said.encoding != csv::Encoding::utf_8 && said.encoding != csv::Encoding::windows_1252) {
            parameters.fail("parameter_invalid", "encoding");
        }
    }
    return said;
}

// `printed`: that the file is a complete table of shares, and what is asked of it.
std::optional<PrintedScores> read_printed_scores(Parameters& parameters) {
    if (parameters.find("printed") == nullptr) return std::nullopt;
    const Json* given = parameters.object("printed");
    if (given == nullptr) return std::nullopt;
    Parameters inner(*given, "printed.");
    PrintedScores printed;
    printed.population = inner.text("population").value_or("");
    printed.need = whole_within(inner, "need", 0, most_places).value_or(0);
    printed.use = read_enum<PrintedScores::Use>(inner, "use");
    if (printed.use == PrintedScores::Use::updated) {
        printed.from = inner.text("from").value_or("");
        printed.to = inner.text("to").value_or("");
    }
    if (inner.find("tasks") != nullptr) printed.tasks = inner.text("tasks");
    if (inner.error()) return parameters.fail(*inner.error());
    return printed;
}

std::optional<Input> read_input(Parameters& parameters, const char* name) {
    const Json* given = parameters.object(name);
    if (given == nullptr) return std::nullopt;
    Parameters inner(*given, std::string(name) + ".");
    const auto file = inner.text("file");
    const auto status_name = inner.text("status");
    const auto status = status_name ? named<Status>(*status_name) : std::nullopt;
    if (status_name && !status) inner.fail("parameter_invalid", "status");
    FileReading reading = read_reading(inner);
    auto printed = read_printed_scores(inner);
    if (inner.error()) return parameters.fail(*inner.error());
    return Input{*file, *status, std::move(reading), std::move(printed)};
}

// `readings`: what a person said of files that are no input of the allocation.
std::vector<ReadFile> read_readings(Parameters& parameters) {
    std::vector<ReadFile> readings;
    constexpr std::size_t most_readings = 64;
    each_object(parameters, "readings", most_readings, [&](Parameters& given, std::size_t) {
        const auto file = given.text("file");
        readings.push_back({file.value_or(""), read_reading(given)});
    });
    return readings;
}

std::optional<DivisionPart> read_part(Parameters& part) {
    const auto code = [&](const char* name) {
        const auto read = read_code(part.text(name).value_or(""));
        if (!read) part.fail("parameter_invalid", name);
        return read;
    };
    const auto from = code("from");
    const auto into = code("into");
    const auto inhabitants = whole_within(part, "inhabitants", 0, most_inhabitants);
    if (part.error()) return std::nullopt;
    return DivisionPart{*from, *into, static_cast<std::uint32_t>(*inhabitants)};
}

}  // namespace

std::optional<MergeRequest> read_merge(Parameters& parameters) {
    if (parameters.find("merge") == nullptr) return std::nullopt;
    const Json* given = parameters.object("merge");
    if (given == nullptr) return std::nullopt;
    Parameters inner(*given, "merge.");
    const auto changes = inner.text("changes");
    if (inner.error()) return parameters.fail(*inner.error());
    MergeRequest merge{*changes};
    constexpr std::size_t most_parts = 10'000;
    each_object(inner, "parts", most_parts, [&](Parameters& item, std::size_t) {
        if (const auto part = read_part(item)) merge.parts.push_back(*part);
    });
    if (inner.error()) return parameters.fail(*inner.error());
    return merge;
}

std::vector<std::string> read_provinces(Parameters& parameters) {
    if (parameters.find("provinces") == nullptr)
        return {provinces_of_the_netherlands.begin(), provinces_of_the_netherlands.end()};
    constexpr std::size_t most_provinces = 1'000;
    std::vector<std::string> provinces = parameters.texts("provinces", most_provinces);
    if (provinces.empty()) parameters.fail("parameter_invalid", "provinces");
    return provinces;
}

FileReading read_reading(Parameters& parameters) {
    FileReading said;
    said.cells = read_cells(parameters);
    said.reading.notation = read_notation(parameters);
    said.reading.columns = read_columns(parameters);
    if (parameters.find("period") != nullptr) said.reading.period = parameters.text("period");
    constexpr std::size_t most_lists = 64;
    said.code_lists = parameters.texts("codeLists", most_lists);
    return said;
}

std::vector<KnownVintage> read_vintages(Parameters& parameters, const char* parameter) {
    std::vector<KnownVintage> vintages;
    constexpr std::size_t most_vintages = 256;
    each_object(parameters, parameter, most_vintages, [&](Parameters& item, std::size_t) {
        const auto file = item.text("file");
        const auto status = named<Status>(item.text("status").value_or(""));
        if (!status || *status == Status::loaded) item.fail("parameter_invalid", "status");
        std::optional<std::int64_t> year;
        if (item.find("year") != nullptr) year = item.whole("year");
        auto printed = read_printed_scores(item);
        if (!item.error()) vintages.push_back({*file, *status, year, std::move(printed)});
    });
    return vintages;
}

FileReading InputsRequest::reading_of(std::string_view file) const {
    for (const ReadFile& said : readings) {
        if (said.file == file) return said.reading;
    }
    for (const Input* input : {&population, &scores}) {
        if (input->file == file) return input->reading;
    }
    return {};
}

std::optional<InputsRequest> read_inputs(Parameters& parameters) {
    InputsRequest request;
    const auto population = read_input(parameters, "population");
    const auto scores = read_input(parameters, "scores");
    const auto need = parameters.whole("need");
    request.need_is_own = parameters.flag("needIsOwn");
    if (parameters.find("minors") != nullptr) request.minors = parameters.whole("minors");
    request.provinces = read_provinces(parameters);
    request.vintages = read_vintages(parameters);
    request.published = read_prints(parameters);
    request.known = parameters.find("knownVintages") == nullptr
                        ? request.vintages
                        : read_vintages(parameters, "knownVintages");
    request.municipalities_are_own = parameters.flag("municipalitiesAreOwn");
    if (parameters.find("municipalities") != nullptr) {
        request.municipalities = parameters.text("municipalities");
    }
    request.merge = read_merge(parameters);
    request.readings = read_readings(parameters);
    if (parameters.error()) return std::nullopt;
    request.population = *population;
    request.scores = *scores;
    request.need = *need;
    return request;
}

std::optional<csv::Style> read_style(Parameters& parameters) {
    const auto dialect = parameters.text("dialect");
    if (!dialect) return std::nullopt;
    if (*dialect == "nl") return csv::dutch;
    if (*dialect == "international") return csv::international;
    return parameters.fail("parameter_invalid", "dialect");
}

}  // namespace spreiding::service
