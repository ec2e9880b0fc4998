// Reads requests: what a caller asks, checked field by field before anything is computed.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csv/csv.hpp"
#include "key/allocation.hpp"
#include "province/targets.hpp"
#include "tables/layout.hpp"
#include "tables/mergers.hpp"
#include "values/calendar_date.hpp"
#include "values/decimal.hpp"
#include "values/words.hpp"

namespace spreiding::service {

using Json = nlohmann::json;

/// What is wrong with a request, as opposed to findings in a person's files.
struct Error {
    std::string_view code;  ///< as in `ErrorCode` of index.ts
    std::string about;      ///< the parameter or file; may be empty
};

/// The parameters of a request, once `check` found them as they are described: what is not there
/// was left out. The first thing that is wrong beyond that is kept as the error.
class Parameters {
  public:
    /// @param json   an object, which outlives this
    /// @param error  of the whole request
    /// @param path   put before the names in errors
    Parameters(const Json& json, std::optional<Error>& error, std::string path = {})
        : json_(&json), error_(&error), path_(std::move(path)) {}

    /// Nothing where it is left out or null.
    const Json* find(const char* name) const;

    /// Empty where it is left out.
    std::string text(const char* name) const;
    std::optional<std::string> text_if_any(const char* name) const;
    std::optional<std::int64_t> whole(const char* name) const;
    /// The same within bounds that depend on something.
    std::optional<std::int64_t> within(const char* name, std::int64_t least,
                                       std::int64_t most) const;
    bool flag(const char* name, bool otherwise = false) const;
    std::optional<CalendarDate> day(const char* name) const;
    std::optional<HalfYear> half_year(const char* name) const;
    /// Where one stands among some words.
    template <typename Value>
    Value word(const char* name, std::span<const std::string_view> words,
               Value otherwise = {}) const {
        return static_cast<Value>(place(name, words, static_cast<std::size_t>(otherwise)));
    }
    template <HasWords E>
    E word(const char* name, E otherwise = {}) const {
        return word(name, words_of<E>.words, otherwise);
    }
    /// A list of texts; empty where it is left out.
    std::vector<std::string> texts(const char* name) const;
    std::optional<Parameters> object(const char* name) const;
    /// Visits each object of a list, with where it stands (from 0), until something is wrong.
    void each(const char* name, const std::function<void(Parameters&, std::size_t)>& visit) const;

    std::nullopt_t fail(std::string_view code, std::string_view name) const;
    const std::optional<Error>& error() const { return *error_; }
    const Json& json() const { return *json_; }

  private:
    std::size_t place(const char* name, std::span<const std::string_view> words,
                      std::size_t otherwise) const;

    const Json* json_;
    std::optional<Error>* error_;
    std::string path_;
};

/// Notes which members of a request are read while it is there, so that a receipt holds nothing of
/// a question but what its answer follows from. One at a time.
class Watch {
  public:
    Watch();
    ~Watch();
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

    /// @param member  of an object that was read, itself and not a copy
    bool has_read(const Json& member) const;
};

/// Members of this object go by names that a person chose, and the caller looked at each.
void note_all_read(const Json& object);

/// A whole number so small that the difference of any two fits too.
std::optional<std::int64_t> whole_of(const Json& given);

/// The marks of numbers as `NumberNotation` of the contract; nothing where it is none.
std::optional<Notation> notation_of(const Json& given);

/// What the caller says of a file it hands over.
enum class Status : std::uint8_t { official, estimate, invented, printed, loaded };

/// What a person says about reading a file: `FileReading` of the contract.
struct FileReading {
    csv::CellOptions cells{};
    TableOptions reading{};
    std::vector<std::string> code_lists{};
};
FileReading read_reading(const Parameters& parameters);

struct ReadFile {
    std::string file;
    FileReading reading{};
};

/// Of a file of scores that is none, but a complete printed table: what is asked of it.
struct PrintedScores {
    enum class Use : std::uint8_t {
        derived,    ///< its weights are those of the round
        updated,    ///< an estimate: with the change of estimated scores from its year to another
        unchanged,  ///< an estimate: as if scores stayed as they were
    };
    std::string population;  ///< file: the inhabitants that its makers used
    Places need = 0;         ///< that it spreads
    Use use = Use::derived;
    std::string from, to;                ///< of `updated`: files of estimated scores
    std::optional<std::string> tasks{};  ///< file whose provincial tasks an estimate is scaled to
};

struct Input {
    std::string file;
    Status status = Status::loaded;
    FileReading reading{};
    std::optional<PrintedScores> printed{};  ///< of scores only
};

/// A bundled vintage, against which loaded files are recognised.
struct KnownVintage {
    std::string file;
    Status status;  ///< not loaded; nothing is recognised as invented
    std::optional<std::int64_t> year{};
    std::optional<PrintedScores> printed{};  ///< of a complete printed table
};

/// What kind of number a table prints; never mixed.
enum class NumberKind : std::uint8_t { indicative, decided, own_sum };
/// How near a print is to the source: the Staatscourant itself, who saw it, who copied from those.
enum class Hand : std::uint8_t { first, second, third };

/// A table that someone printed, with what its rows do not say: `PrintedTable` of the contract.
struct PrintRequest {
    std::string file;
    NumberKind number = NumberKind::indicative;
    Hand hand = Hand::third;
    std::string source{}, date{}, url{};
};

/// Combining former municipalities, as a person asked: `MergeRequest` of the contract.
struct MergeRequest {
    std::string changes;  ///< file of where municipalities went
    std::vector<DivisionPart> parts{};
};

/// What every question about an allocation names: the inputs, the need, and what to know them by.
struct InputsRequest {
    Input population;
    Input scores;
    Places need = 0;
    bool need_is_own = false;
    std::optional<Places> minors;
    std::vector<std::string> provinces;
    /// Bundled vintages that take part by name in what is computed over every one of them.
    std::vector<KnownVintage> vintages;
    /// Those that loaded files are recognised by: the same, unless the asker has others.
    std::vector<KnownVintage> known;
    std::vector<PrintRequest> published;
    /// The municipalities of the round: a table of inhabitants that was put before.
    std::optional<std::string> municipalities;
    std::optional<MergeRequest> merge;
    /// The list of the round is a person's own: then no file is CBS's for having all of it.
    bool municipalities_are_own = false;
    /// What a person said of files that the question names beside the inputs.
    std::vector<ReadFile> readings;

    /// What was said of this file, as an input or in `readings`; nothing: as its evidence says.
    FileReading reading_of(std::string_view file) const;
};

/// Bounds of figures are not checked here.
InputsRequest read_inputs(const Parameters& parameters);

/// Parameter `provinces`: names that may occur; left out, the twelve of the Netherlands.
std::vector<std::string> read_provinces(const Parameters& parameters);

/// Parameter `vintages`: bundled files with what they are. Empty where it is left out.
std::vector<KnownVintage> read_vintages(const Parameters& parameters,
                                        const char* name = "vintages");

/// Parameter `merge`; nothing where it is left out.
std::optional<MergeRequest> read_merge(const Parameters& parameters);

/// Parameter `dialect`: `international` or `nl`.
csv::Style read_style(const Parameters& parameters);

}  // namespace spreiding::service

namespace spreiding {

template <>
inline constexpr auto words_of<service::Status> = word_table("InputStatus", "official", "estimate",
                                                             "invented", "printed", "loaded");
template <>
inline constexpr auto words_of<service::NumberKind> = word_table("NumberKind", "indicative",
                                                                 "decided", "own_sum");
template <>
inline constexpr auto words_of<service::Hand> = word_table("Hand", "first", "second", "third");
template <>
inline constexpr auto words_of<service::PrintedScores::Use> = word_table("", "derived", "updated",
                                                                         "unchanged");

}  // namespace spreiding
