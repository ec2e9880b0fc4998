// Reads the fields of a request: inputs, notations, columns, mergers, vintages, style of CSV.
#include "service/request.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

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
    const auto at = json_->find(name);
    if (at == json_->end()) return nullptr;
    if (read_members) read_members->insert(&*at);
    return at->is_null() ? nullptr : &*at;
}

std::nullopt_t Parameters::fail(std::string_view code, std::string_view name) const {
    if (!*error_) *error_ = {code, path_ + std::string(name)};
    return std::nullopt;
}

std::optional<std::int64_t> whole_of(const Json& given) {
    constexpr std::int64_t end = std::int64_t{1} << 62U;
    const bool fits = given.is_number_unsigned()
                          ? given.get<std::uint64_t>() < static_cast<std::uint64_t>(end)
                          : given.is_number_integer() && given.get<std::int64_t>() > -end;
    return fits ? std::optional(given.get<std::int64_t>()) : std::nullopt;
}

std::string Parameters::text(const char* name) const {
    const Json* value = find(name);
    return value == nullptr ? std::string() : value->get<std::string>();
}

std::optional<std::string> Parameters::text_if_any(const char* name) const {
    return find(name) == nullptr ? std::nullopt : std::optional(text(name));
}

std::optional<std::int64_t> Parameters::whole(const char* name) const {
    const Json* value = find(name);
    return value == nullptr ? std::nullopt : whole_of(*value);
}

std::optional<std::int64_t> Parameters::within(const char* name, std::int64_t least,
                                               std::int64_t most) const {
    const auto value = whole(name);
    if (value && (*value < least || *value > most))
        return fail("parameter_invalid", with_bounds(name, least, most));
    return value;
}

bool Parameters::flag(const char* name, bool otherwise) const {
    const Json* value = find(name);
    return value == nullptr ? otherwise : value->get<bool>();
}

std::optional<CalendarDate> Parameters::day(const char* name) const {
    return read_date(text(name));
}

std::optional<HalfYear> Parameters::half_year(const char* name) const {
    return read_half_year(text(name));
}

std::size_t Parameters::place(const char* name, std::span<const std::string_view> words,
                              std::size_t otherwise) const {
    const Json* value = find(name);
    if (value == nullptr) return otherwise;
    const auto at = std::find(words.begin(), words.end(), value->get_ref<const std::string&>());
    return static_cast<std::size_t>(at - words.begin());
}

std::vector<std::string> Parameters::texts(const char* name) const {
    const Json* given = find(name);
    return given == nullptr ? std::vector<std::string>() : given->get<std::vector<std::string>>();
}

std::optional<Parameters> Parameters::object(const char* name) const {
    const Json* given = find(name);
    if (given == nullptr) return std::nullopt;
    return Parameters(*given, *error_, path_ + name + '.');
}

void Parameters::each(const char* name,
                      const std::function<void(Parameters&, std::size_t)>& visit) const {
    const Json* given = find(name);
    if (given == nullptr) return;
    for (std::size_t at = 0; at < given->size() && !error(); ++at) {
        const std::string place = to_text(static_cast<std::int64_t>(at));
        Parameters inner((*given)[at], *error_, path_ + name + '[' + place + "].");
        visit(inner, at);
    }
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

// `columns`: what a person said of each meaning.
std::vector<ColumnChoice> read_columns(const Parameters& parameters) {
    std::vector<ColumnChoice> choices;
    const Json* given = parameters.find("columns");
    if (given == nullptr) return choices;
    note_all_read(*given);
    for (const auto& [name, value] : given->items()) {
        ColumnChoice choice{.column = *named<ColumnMeaning>(name)};
        if (value.is_string()) choice.heading = value.get<std::string>();
        if (value.is_number()) choice.number = value.get<std::size_t>();
        if (value.is_string() && choice.heading.empty())
            parameters.fail("parameter_invalid", "columns." + name);
        choices.push_back(std::move(choice));
    }
    return choices;
}

// `printed`: that the file is a complete table of shares, and what is asked of it.
std::optional<PrintedScores> read_printed_scores(const Parameters& parameters) {
    const auto given = parameters.object("printed");
    if (!given) return std::nullopt;
    PrintedScores printed{given->text("population"),
                          *given->whole("need"),
                          given->word<PrintedScores::Use>("use"),
                          {},
                          {}};
    if (printed.use == PrintedScores::Use::updated) {
        printed.from = given->text("from");
        printed.to = given->text("to");
        if (printed.from.empty()) given->fail("parameter_missing", "from");
        if (printed.to.empty()) given->fail("parameter_missing", "to");
    }
    printed.tasks = given->text_if_any("tasks");
    return printed;
}

Input read_input(const Parameters& parameters, const char* name) {
    const Parameters given = *parameters.object(name);
    return {given.text("file"), given.word<Status>("status"), read_reading(given),
            read_printed_scores(given)};
}

}  // namespace

std::optional<MergeRequest> read_merge(const Parameters& parameters) {
    const auto given = parameters.object("merge");
    if (!given) return std::nullopt;
    MergeRequest merge{given->text("changes")};
    given->each("parts", [&](const Parameters& part, std::size_t) {
        merge.parts.push_back({*read_code(part.text("from")), *read_code(part.text("into")),
                               static_cast<std::uint32_t>(*part.whole("inhabitants"))});
    });
    return merge;
}

std::vector<std::string> read_provinces(const Parameters& parameters) {
    if (parameters.find("provinces") == nullptr)
        return {provinces_of_the_netherlands.begin(), provinces_of_the_netherlands.end()};
    std::vector<std::string> provinces = parameters.texts("provinces");
    if (provinces.empty()) parameters.fail("parameter_invalid", "provinces");
    return provinces;
}

FileReading read_reading(const Parameters& parameters) {
    FileReading said;
    const std::string separator = parameters.text("separator");
    if (!separator.empty()) said.cells.separator = separator.front();
    said.cells.encoding = named<csv::Encoding>(parameters.text("encoding"));
    if (const Json* notation = parameters.find("notation"))
        said.reading.notation = notation_of(*notation);
    said.reading.columns = read_columns(parameters);
    said.reading.period = parameters.text_if_any("period");
    said.code_lists = parameters.texts("codeLists");
    return said;
}

std::vector<KnownVintage> read_vintages(const Parameters& parameters, const char* name) {
    std::vector<KnownVintage> vintages;
    parameters.each(name, [&](const Parameters& item, std::size_t) {
        vintages.push_back({item.text("file"), item.word<Status>("status"), item.whole("year"),
                            read_printed_scores(item)});
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

InputsRequest read_inputs(const Parameters& parameters) {
    InputsRequest request;
    request.population = read_input(parameters, "population");
    request.scores = read_input(parameters, "scores");
    request.need = *parameters.whole("need");
    request.need_is_own = parameters.flag("needIsOwn");
    request.minors = parameters.whole("minors");
    request.provinces = read_provinces(parameters);
    request.vintages = read_vintages(parameters);
    parameters.each("published", [&](const Parameters& print, std::size_t) {
        request.published.push_back({print.text("file"), print.word<NumberKind>("number"),
                                     print.word<Hand>("hand"), print.text("source"),
                                     print.text("date"), print.text("url")});
    });
    request.known = parameters.find("knownVintages") == nullptr
                        ? request.vintages
                        : read_vintages(parameters, "knownVintages");
    request.municipalities_are_own = parameters.flag("municipalitiesAreOwn");
    request.municipalities = parameters.text_if_any("municipalities");
    request.merge = read_merge(parameters);
    parameters.each("readings", [&](const Parameters& given, std::size_t) {
        request.readings.push_back({given.text("file"), read_reading(given)});
    });
    return request;
}

csv::Style read_style(const Parameters& parameters) {
    return parameters.text("dialect") == "nl" ? csv::dutch : csv::international;
}

}  // namespace spreiding::service
