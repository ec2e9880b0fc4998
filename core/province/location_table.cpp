// Finds the header of a table of locations, reads its rows, and spots what may be about a person.
#include "province/location_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tables/table_reader.hpp"
#include "values/text.hpp"
#include "values/written_day.hpp"

namespace spreiding {
namespace {

using Field = LocationField;
constexpr std::size_t fields = location_fields;

// For findings, as `about`.
constexpr std::array<std::string_view, fields> field_names = {
    "municipality", "municipality", "location_id", "location",  "kind",   "places",
    "from",         "until",        "certainty",   "continues", "public", "note"};

struct Heading {
    std::string_view folded;
    Field field;
};
constexpr auto headings = std::to_array<Heading>({
    {"gemeentecode", Field::municipality},
    {"municipalitycode", Field::municipality},
    {"code", Field::municipality},
    {"gemeente", Field::municipality_name},
    {"gemeentenaam", Field::municipality_name},
    {"municipality", Field::municipality_name},
    {"nummer", Field::id},
    {"locatienummer", Field::id},
    {"id", Field::id},
    {"locatie", Field::location},
    {"locatienaam", Field::location},
    {"location", Field::location},
    {"soort", Field::kind},
    {"kind", Field::kind},
    {"plekken", Field::places},
    {"opvangplaatsen", Field::places},
    {"aantal", Field::places},
    {"places", Field::places},
    {"van", Field::from},
    {"vanaf", Field::from},
    {"from", Field::from},
    {"totenmet", Field::until},
    {"tm", Field::until},
    {"until", Field::until},
    {"zekerheid", Field::certainty},
    {"certainty", Field::certainty},
    {"vervolgop", Field::continues},
    {"continues", Field::continues},
    {"openbaar", Field::is_public},
    {"public", Field::is_public},
    {"opmerking", Field::note},
    {"note", Field::note},
});

template <typename Value>
struct Word {
    std::string_view folded;
    Value value;
};
constexpr auto kinds = std::to_array<Word<PlaceKind>>({
    {"regulier", PlaceKind::regular},
    {"regular", PlaceKind::regular},
    {"amv", PlaceKind::minors},
    {"minors", PlaceKind::minors},
    {"overigbijzonder", PlaceKind::other_special},
    {"bijzonder", PlaceKind::other_special},
    {"otherspecial", PlaceKind::other_special},
});
constexpr auto certainty_words = std::to_array<Word<Certainty>>({
    {"bestaand", Certainty::existing},
    {"existing", Certainty::existing},
    {"besloten", Certainty::decided},
    {"decided", Certainty::decided},
    {"voornemen", Certainty::intended},
    {"intended", Certainty::intended},
});
// Two switches in one word: what a location is, and how many places it has.
struct Disclosed {
    bool identity;
    bool number;
};
constexpr auto disclosed_words = std::to_array<Word<Disclosed>>({
    {"ja", {true, true}},
    {"yes", {true, true}},
    {"openbaar", {true, true}},
    {"public", {true, true}},
    {"aantal", {false, true}},
    {"number", {false, true}},
    {"locatie", {true, false}},
    {"location", {true, false}},
    {"nee", {false, false}},
    {"no", {false, false}},
    {"vertrouwelijk", {false, false}},
    {"confidential", {false, false}},
});

template <typename Words>
auto value_of(const Words& words, std::string_view text)
    -> std::optional<decltype(words[0].value)> {
    const std::string spelling = folded(text);
    for (const auto& word : words) {
        if (word.folded == spelling) return word.value;
    }
    return std::nullopt;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Ten digits after a nought, or a country's code and nine: as telephone numbers are written, with
// spaces, hyphens, points, strokes and brackets. Days (31-12-2027) have eight.
bool is_telephone_number(std::string_view run) {
    std::string digits;
    for (const char c : run) {
        if (is_digit(c)) digits += c;
    }
    if (run.starts_with('+')) return digits.size() >= 10 && digits.size() <= 13;
    if (digits.starts_with("00")) return digits.size() >= 12 && digits.size() <= 15;
    return digits.starts_with('0') && digits.size() == 10;
}

// A day as people write it: two groups of at most two digits, and a year.
bool begins_with_day(std::string_view text) {
    constexpr std::array<std::size_t, 3> most = {2, 2, 4};
    std::size_t at = 0;
    for (std::size_t group = 0; group < most.size(); ++group) {
        std::size_t digits = 0;
        while (at < text.size() && is_digit(text[at])) {
            ++digits;
            ++at;
        }
        if (digits == 0 || digits > most[group]) return false;
        if (group == 2) return digits == 4;
        if (at == text.size() || (text[at] != '-' && text[at] != '.' && text[at] != '/'))
            return false;
        ++at;
    }
    return false;
}

bool has_number_of_person(std::string_view text) {
    constexpr std::string_view signs = " -./()+";
    constexpr std::string_view within = "-./";
    std::size_t unbroken = 0;
    for (const char c : text) {
        unbroken = is_digit(c) ? unbroken + 1 : 0;
        if (unbroken == 8) return true;
    }
    for (std::size_t start = 0; start < text.size(); ++start) {
        if (!is_digit(text[start]) && text[start] != '+') continue;
        if (start > 0 &&
            (is_digit(text[start - 1]) || within.find(text[start - 1]) != std::string_view::npos))
            continue;
        if (begins_with_day(text.substr(start))) continue;
        std::size_t end = start;
        while (end < text.size() &&
               (is_digit(text[end]) || signs.find(text[end]) != std::string_view::npos)) {
            ++end;
            const bool whole =
                end == text.size() ||
                (!is_digit(text[end]) && within.find(text[end]) == std::string_view::npos);
            if (whole && is_telephone_number(text.substr(start, end - start))) return true;
        }
    }
    return false;
}

bool has_form_of_address(std::string_view text) {
    constexpr std::array<std::string_view, 6> forms = {"dhr",     "de heer", "mevr",
                                                       "mevrouw", "meneer",  "mw."};
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; };
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const std::string_view form : forms) {
        for (std::size_t at = lower.find(form); at != std::string::npos;
             at = lower.find(form, at + 1)) {
            const std::size_t end = at + form.size();
            if ((at == 0 || !is_letter(lower[at - 1])) &&
                (end == lower.size() || !is_letter(lower[end])))
                return true;
        }
    }
    return false;
}

// To look up what the municipalities of a province are called.
MunicipalityNames names_of(std::span<const ProvinceMunicipality> municipalities) {
    std::vector<NamedMunicipality> named;
    named.reserve(municipalities.size());
    for (const ProvinceMunicipality& one : municipalities)
        named.push_back({one.code, one.name});
    return MunicipalityNames(std::move(named));
}

std::optional<std::size_t> position_of(MunicipalityCode code,
                                       std::span<const ProvinceMunicipality> municipalities) {
    const auto at = std::find_if(municipalities.begin(), municipalities.end(),
                                 [&](const auto& one) { return one.code == code; });
    if (at == municipalities.end()) return std::nullopt;
    return static_cast<std::size_t>(at - municipalities.begin());
}

class Reader {
  public:
    Reader(const csv::Sheet& sheet, const std::string& file,
           std::span<const ProvinceMunicipality> municipalities, Findings& findings)
        : sheet_(sheet),
          file_(file),
          municipalities_(municipalities),
          names_(names_of(municipalities)),
          findings_(findings) {}

    std::vector<Location> read(std::optional<Notation> notation, LocationColumns* found) {
        std::vector<Location> locations;
        if (!find_columns()) return locations;
        if (found != nullptr) tell_columns(*found);
        Layout layout;
        layout.header_row = layout.last_header_row = header_;
        layout.at[static_cast<std::size_t>(ColumnMeaning::places)] = column(Field::places);
        const TableFile table{sheet_, layout, file_, {.notation = notation}};
        TableReader reader(table, findings_);
        FigureColumn places(reader, ColumnMeaning::places);
        if (!reader.has_own_unit(ColumnMeaning::places) ||
            !places.find_notation(NotationFrom::all_rows))
            return locations;
        find_order_of_days();
        for (std::size_t row = header_ + 1; row < sheet_.rows(); ++row) {
            if (sheet_.is_blank(row) || names_only_municipality(row)) continue;
            places.look_at(row, sheet_.row(row));
            if (is_no_location(row, places)) continue;
            if (row - header_ > most_rows) {
                add(FindingCode::too_many_rows, row, std::nullopt, "");
                break;
            }
            if (auto location = read_row(row, places)) {
                locations.push_back(std::move(*location));
            } else if (found != nullptr && left_out_) {
                found->left_out.push_back(std::move(*left_out_));
            }
        }
        return locations;
    }

  private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    void add(FindingCode code, std::size_t row, std::optional<Field> field,
             std::string_view about) {
        const std::size_t at = field ? column(*field) : nowhere;
        findings_.add({.code = code,
                       .file = file_,
                       .row = static_cast<std::uint32_t>(row) + 1,
                       .column = static_cast<std::uint32_t>(at + 1),
                       .raw = std::string(at == nowhere ? "" : sheet_.cell(row, at)),
                       .about = std::string(about)});
    }

    // Where a field stands, from 0.
    std::size_t column(Field field) const { return columns_[static_cast<std::size_t>(field)]; }

    static std::string_view name(Field field) {
        return field_names[static_cast<std::size_t>(field)];
    }
    bool has(Field field) const { return column(field) != nowhere; }

    // The text of a cell, without the guard against formulas of an export.
    std::string_view text(std::size_t row, Field field) const {
        if (!has(field)) return {};
        return trimmed(csv::without_guard(trimmed(sheet_.cell(row, column(field)))));
    }

    // The first row of the first fifty that names the places and one more column.
    bool find_columns() {
        for (header_ = 0; header_ < std::min<std::size_t>(sheet_.rows(), 50); ++header_) {
            columns_.fill(nowhere);
            for (std::size_t at = 0; at < sheet_.columns(header_); ++at) {
                const auto field = field_of(sheet_.cell(header_, at));
                if (field && !has(*field)) columns_[static_cast<std::size_t>(*field)] = at;
            }
            if (has(Field::places) && (has(Field::municipality) || has(Field::municipality_name)))
                return check_columns();
        }
        findings_.add({.code = FindingCode::file_unknown, .file = file_});
        return false;
    }

    static std::optional<Field> field_of(std::string_view heading) {
        const std::string spelling = folded(heading);
        for (const Heading& known : headings) {
            if (known.folded == spelling) return known.field;
        }
        return std::nullopt;
    }

    bool check_columns() {
        bool complete = true;
        for (const Field field :
             {Field::location, Field::kind, Field::from, Field::until, Field::certainty}) {
            if (has(field)) continue;
            complete = false;
            add(FindingCode::column_missing, header_, std::nullopt, name(field));
        }
        for (std::size_t at = 0; at < sheet_.columns(header_); ++at) {
            const auto field = field_of(sheet_.cell(header_, at));
            if (!field || column(*field) == at) continue;
            complete = false;
            findings_.add({.code = FindingCode::column_twice,
                           .file = file_,
                           .row = static_cast<std::uint32_t>(header_) + 1,
                           .column = static_cast<std::uint32_t>(at) + 1,
                           .raw = std::string(sheet_.cell(header_, at)),
                           .about = std::string(name(*field))});
        }
        return complete;
    }

    void tell_columns(LocationColumns& found) const {
        found.header_row = static_cast<std::uint32_t>(header_) + 1;
        for (std::size_t field = 0; field < fields; ++field) {
            const std::size_t at = columns_[field];
            found.columns[field] = at == nowhere ? 0 : static_cast<std::uint32_t>(at) + 1;
        }
    }

    bool names_only_municipality(std::size_t row) const {
        for (std::size_t field = 0; field < fields; ++field) {
            const Field each = static_cast<Field>(field);
            if (each != Field::municipality && each != Field::municipality_name &&
                !text(row, each).empty())
                return false;
        }
        const Field field =
            text(row, Field::municipality).empty() ? Field::municipality_name : Field::municipality;
        return municipality_called(text(row, field)).has_value();
    }

    void find_order_of_days() {
        for (std::size_t row = header_ + 1; row < sheet_.rows(); ++row) {
            for (const Field field : {Field::from, Field::until})
                order_.add(read_written_day(text(row, field)));
        }
    }

    // A row of sums, or of text alone, such as a heading between two municipalities or a signature:
    // one finding, not one for each cell that it lacks.
    bool is_no_location(std::size_t row, const FigureColumn& figures) {
        for (const Field field : {Field::kind, Field::from, Field::certainty}) {
            if (!text(row, field).empty() && !repeats_heading(row, field)) return false;
        }
        if (is_sum(row)) {
            look_at_sum(row, figures);
            return true;
        }
        if (!text(row, Field::places).empty() && !repeats_heading(row, Field::places)) return false;
        const Field field =
            text(row, Field::municipality).empty() ? Field::municipality_name : Field::municipality;
        if (municipality_called(text(row, field))) return false;
        for (std::size_t at = 0; at < sheet_.columns(row); ++at) {
            if (trimmed(sheet_.cell(row, at)).empty()) continue;
            findings_.add({.code = FindingCode::row_text_only,
                           .file = file_,
                           .row = static_cast<std::uint32_t>(row) + 1,
                           .column = static_cast<std::uint32_t>(at) + 1,
                           .raw = std::string(sheet_.cell(row, at))});
            break;
        }
        return true;
    }

    // A total is that of all rows before it, or of those behind the total before; where it is
    // neither, a row is missing or wrong.
    void look_at_sum(std::size_t row, const FigureColumn& figures) {
        add(FindingCode::row_of_sums, row, Field::places, name(Field::places));
        const auto printed = figures.reading().units_at(0);
        const bool is_known = all_rows_ && part_;
        if (printed && is_known && *printed != *all_rows_ && *printed != *part_) {
            Finding finding = finding_in(row, Field::places, FindingCode::total_differs);
            finding.about = to_text(*all_rows_);
            findings_.add(std::move(finding));
        }
        part_ = 0;
    }

    // Into both sums of the rows so far, which are not known behind a row whose number is not.
    void count(std::optional<std::int64_t> places) {
        for (std::optional<std::int64_t>* sum : {&all_rows_, &part_}) {
            if (!places) sum->reset();
            if (places && *sum) **sum += *places;
        }
    }

    bool repeats_heading(std::size_t row, Field field) const {
        return has(field) &&
               folded(text(row, field)) == folded(sheet_.cell(header_, column(field)));
    }

    bool is_sum(std::size_t row) const {
        for (std::size_t at = 0; at < sheet_.columns(row); ++at) {
            const std::string_view cell = trimmed(sheet_.cell(row, at));
            if (cell.empty()) continue;
            // Of the first word alone: “Totaalopvang” is a name.
            const std::string word = folded(cell.substr(0, cell.find_first_of(" :(\t")));
            return word == "totaal" || word == "subtotaal" || word == "eindtotaal" ||
                   word == "total" || word == "subtotal" || word == "som" || word == "sum";
        }
        return false;
    }

    template <typename Words>
    auto read_word(std::size_t row, Field field, const Words& words, FindingCode unknown) {
        const auto value = value_of(words, text(row, field));
        if (!value)
            add(text(row, field).empty() ? FindingCode::cell_missing : unknown, row, field,
                name(field));
        return value;
    }

    std::optional<Location> read_row(std::size_t row, FigureColumn& figures) {
        Location location;
        location.file = file_;
        location.row = static_cast<std::uint32_t>(row) + 1;
        // Every cell is looked at, so that all that is wrong in a row is said at once.
        const bool of_province = read_municipality(row, location);
        bool right = of_province;
        right = read_places(row, figures, location) && right;
        right = read_days(row, location) && right;
        const auto kind = read_word(row, Field::kind, kinds, FindingCode::kind_unknown);
        const auto certainty =
            read_word(row, Field::certainty, certainty_words, FindingCode::certainty_unknown);
        location.id = text(row, Field::id);
        location.name = text(row, Field::location);
        if (location.name.empty()) {
            add(FindingCode::cell_missing, row, Field::location, name(Field::location));
            right = false;
        }
        location.name_column = static_cast<std::uint32_t>(column(Field::location) + 1);
        location.continues_column = static_cast<std::uint32_t>(column(Field::continues) + 1);
        location.continues = text(row, Field::continues);
        location.note = text(row, Field::note);
        for (const Field field : {Field::location, Field::note}) {
            if (may_be_personal(text(row, field)))
                add(FindingCode::personal_data_suspected, row, field, name(field));
        }
        if (!text(row, Field::is_public).empty()) {
            const auto said = value_of(disclosed_words, text(row, Field::is_public));
            if (!said)
                add(FindingCode::confidentiality_unknown, row, Field::is_public,
                    name(Field::is_public));
            location.identity_is_public = said && said->identity;
            location.number_is_public = said && said->number;
        }
        if (kind) location.kind = *kind;
        if (certainty) location.certainty = *certainty;
        if (right && kind && certainty) return location;
        left_out_.reset();
        if (of_province && !location.name.empty()) left_out_ = std::move(location);
        return std::nullopt;
    }

    std::optional<std::size_t> municipality_called(std::string_view given) const {
        if (const auto code = read_code(given)) return position_of(*code, municipalities_);
        const NameMatch match = names_.find(given);
        if (match.municipality == nullptr) return std::nullopt;
        return position_of(match.municipality->code, municipalities_);
    }

    bool read_municipality(std::size_t row, Location& location) {
        const Field field =
            text(row, Field::municipality).empty() ? Field::municipality_name : Field::municipality;
        const std::string_view given = text(row, field);
        if (given.empty()) {
            add(FindingCode::cell_missing, row, has(field) ? field : Field::municipality,
                "municipality");
            return false;
        }
        const auto found = municipality_called(given);
        if (!found) {
            const std::string meant = names_.proposals(given);
            add(FindingCode::municipality_not_in_province, row, field,
                meant.empty() ? "municipality" : meant);
            return false;
        }
        location.municipality = *found;
        return true;
    }

    bool read_places(std::size_t row, FigureColumn& figures, Location& location) {
        if (figures.reading().fault() == NumberFault::unreadable) {
            Finding finding = finding_in(row, Field::places, FindingCode::places_unclear);
            finding.about = numbers_in(text(row, Field::places), figures.notation());
            findings_.add(std::move(finding));
            count(std::nullopt);
            return false;
        }
        const auto places = figures.whole_number(0, most_places);
        location.places = places.value_or(0);
        count(places);
        return places.has_value();
    }

    // The whole numbers that stand in a text such as “ca. 120” or “120-150”: proposals.
    static std::string numbers_in(std::string_view cell, Notation notation) {
        std::string found;
        const auto belongs = [](char c) { return is_digit(c) || c == '.' || c == ','; };
        for (std::size_t at = 0; at < cell.size();) {
            if (!is_digit(cell[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < cell.size() && belongs(cell[end]))
                ++end;
            while (!is_digit(cell[end - 1]))
                --end;
            const std::string_view number = cell.substr(at, end - at);
            auto whole = read_decimal(number, notation).units_at(0);
            // Places are whole: a mark before three digits can only part thousands.
            constexpr Notation parted{.decimal_mark = ',', .thousands_mark = '.'};
            if (!whole) whole = read_decimal(number, parted).units_at(0);
            if (whole) found += (found.empty() ? "" : " / ") + to_text(*whole);
            at = end;
        }
        return found;
    }

    Finding finding_in(std::size_t row, Field field, FindingCode code) const {
        return {.code = code,
                .file = file_,
                .row = static_cast<std::uint32_t>(row) + 1,
                .column = static_cast<std::uint32_t>(column(field)) + 1,
                .raw = std::string(csv::without_guard(sheet_.cell(row, column(field))))};
    }

    // The day of a cell; nothing, with a finding, where it is no day or may be read as two.
    std::optional<CalendarDate> read_day(std::size_t row, Field field) {
        const WrittenDay written = read_written_day(text(row, field));
        if (const auto day = order_.decide(written)) return day;
        if (!written.day) {
            add(FindingCode::date_unreadable, row, field, name(field));
            return std::nullopt;
        }
        Finding finding = finding_in(row, field,
                                     written.is_counted ? FindingCode::date_counted
                                     : written.last     ? FindingCode::date_of_period
                                                        : FindingCode::date_two_readings);
        const bool last = written.last && field == Field::until;
        finding.about = to_text(last ? *written.last : *written.day);
        if (written.other) finding.about += " / " + to_text(*written.other);
        findings_.add(std::move(finding));
        return std::nullopt;
    }

    bool read_days(std::size_t row, Location& location) {
        std::optional<CalendarDate> from;
        if (text(row, Field::from).empty()) {
            add(FindingCode::cell_missing, row, Field::from, name(Field::from));
        } else {
            from = read_day(row, Field::from);
        }
        if (from) location.from = *from;
        if (text(row, Field::until).empty()) return from.has_value();
        location.until = read_day(row, Field::until);
        if (!location.until) return false;
        if (from && *location.until < *from) {
            add(FindingCode::period_reversed, row, Field::until, to_text(*from));
            return false;
        }
        return from.has_value();
    }

    const csv::Sheet& sheet_;
    const std::string& file_;
    std::span<const ProvinceMunicipality> municipalities_;
    MunicipalityNames names_;
    Findings& findings_;
    std::size_t header_ = 0;
    std::array<std::size_t, fields> columns_{};
    DayOrder order_;
    std::optional<Location> left_out_;  // of the last row that was not right
    // Places of the rows so far, and of those behind the last total; nothing where one is not
    // known.
    std::optional<std::int64_t> all_rows_ = 0;
    std::optional<std::int64_t> part_ = 0;
};

}  // namespace

std::optional<std::size_t> find_municipality(std::string_view text,
                                             std::span<const ProvinceMunicipality> municipalities) {
    if (const auto code = read_code(text)) return position_of(*code, municipalities);
    // What is found points into the names.
    const auto names = names_of(municipalities);
    const NameMatch match = names.find(text);
    return match.municipality == nullptr ? std::nullopt
                                         : position_of(match.municipality->code, municipalities);
}

std::vector<Location> read_locations(const csv::Sheet& sheet, const std::string& file,
                                     std::span<const ProvinceMunicipality> municipalities,
                                     std::optional<Notation> notation, Findings& findings,
                                     LocationColumns* found) {
    return Reader(sheet, file, municipalities, findings).read(notation, found);
}

bool may_be_personal(std::string_view text) {
    return text.find('@') != std::string_view::npos || has_number_of_person(text) ||
           has_form_of_address(text);
}

}  // namespace spreiding
