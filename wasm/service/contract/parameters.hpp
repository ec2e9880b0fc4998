// The parameters of every operation: what each is called, what it is, and a line about it.
#pragma once

#include "csv/dialect.hpp"
#include "province/closed_sets.hpp"
#include "province/cycle.hpp"
#include "province/exchange.hpp"
#include "province/places.hpp"
#include "province/targets.hpp"
#include "service/contract/receipt.hpp"
#include "service/contract/shape.hpp"
#include "service/request.hpp"
#include "tables/headings.hpp"
#include "tables/tables.hpp"

namespace spreiding::service::asked {

using Words1 = std::array<std::string_view, 1>;
using Words2 = std::array<std::string_view, 2>;
using Words3 = std::array<std::string_view, 3>;

inline constexpr const Shape& places = within<0, most_places>;
inline constexpr const Shape& persons = within<0, most_persons>;

// Reading files.

inline constexpr std::array separators = std::to_array<std::string_view>({",", ";", "\t", "|"});
inline constexpr Words2 encodings = {"utf-8", "windows-1252"};
inline constexpr Words2 dialects = {"international", "nl"};

inline constexpr Either column_choice({}, within<1, 100'000>, text, nothing);

inline constexpr Object file_reading(
    {"FileReading", "What a person says about reading a file; each part may be left out."},
    maybe("separator", one_of<separators>,
          "How the cells of the file are written, where its own evidence decides wrongly."),
    maybe("encoding", one_of<encodings>),
    maybe("notation", notation, "For a file whose numbers allow two readings."),
    maybe("columns", by_word<ColumnMeaning, column_choice>,
          "Which column is what: by its heading as it stands in the file, or by its number from 1; "
          "null: no column. A meaning that is left out is found by its heading."),
    maybe("period", text, "Which period counts, for a file with several: `2022`."),
    maybe("codeLists", list<text, 64>,
          "Code lists (put before) that come with OData's long form: `MeasureCodes.csv`, …"));

inline constexpr Object read_file({"ReadFile", "A file, and how it is to be read.", &file_reading},
                                  needed("file", text));

// The inputs of an allocation.

inline constexpr Object printed_scores(
    {"PrintedScores",
     "What a complete printed table says of the weights of its municipalities, up to one "
     "factor that divides out. `derived`: they are those of the round, and figures are "
     "proven intervals. Else they are an estimate: `updated` with the change of estimated "
     "scores, or `unchanged`."},
    needed("population", text, "File: the inhabitants that the makers of the table used."),
    needed("need", places, "The need that the table spreads."),
    needed("use", word<PrintedScores::Use>),
    maybe("from", text,
          "Of `updated`: files of estimated scores, of the year of the table and of that of the "
          "round."),
    maybe("to", text),
    maybe("tasks", text,
          "A file of published figures to whose provincial tasks an estimate is scaled."));

inline constexpr Object input_file(
    {"InputFile", "A file of inhabitants or scores.", &read_file}, needed("status", word<Status>),
    maybe("printed", printed_scores,
          "Of scores: the file is none, but a complete printed table of shares."));

inline constexpr Object printed_file(
    {"PrintedFile",
     "A table of printed figures (put before), with what its rows do not say for themselves."},
    needed("file", text), needed("number", word<NumberKind>), needed("hand", word<Hand>),
    maybe("source", text), maybe("date", text), maybe("url", text));

inline constexpr Object part({}, needed("from", code), needed("into", code),
                             needed("inhabitants", within<0, most_inhabitants>));
inline constexpr Object merge_request(
    {"MergeRequest",
     "Inhabitants are added, scores averaged by inhabitants (`core/tables/mergers.hpp`); "
     "each such row is a note."},
    needed("changes", text,
           "The file of where municipalities went, put before: `changes/municipalities.csv`."),
    maybe("parts", list<part, 10'000>,
          "Of a municipality that was divided: how many of its inhabitants went where."));

inline constexpr Object known_vintage(
    {"KnownVintage",
     "A bundled vintage (put before) against which loaded files are recognised by their "
     "values."},
    needed("file", text), needed("status", first_words<Status, 4>),
    maybe("year", whole, "The year its figures are of."),
    maybe("printed", printed_scores,
          "Of a complete printed table: how a list of its weights is known again."));

inline constexpr Parameter provinces_member =
    maybe("provinces", list<text, 1'000>,
          "Provinces that may occur; others are findings. Default: the twelve of the Netherlands.");
inline constexpr Parameter municipalities_member =
    maybe("municipalities", text,
          "The municipalities of the round, as a table of inhabitants (put before): names without "
          "codes, and provinces that a file leaves out, are looked up there.");
inline constexpr Parameter vintages_member = maybe("vintages", list<known_vintage, 256>);
inline constexpr Parameter merge_member =
    maybe("merge", merge_request,
          "Combines former municipalities into those of the round; only where a person asked for "
          "it. Scores then count by the inhabitants of the official vintages.");
inline constexpr Parameter loaded_member =
    maybe("loaded", list<text, 64>,
          "Loaded files that take part in the search beside the bundled vintages.");
inline constexpr Parameter table_member =
    needed("table", text, "The published table (put before).");
inline constexpr Parameter changes_member =
    maybe("changes", text,
          "File of where municipalities went, to tell the fates; default: that of `merge`.");
inline constexpr Parameter unit_member =
    maybe("scoreUnitDecimals", within<0, most_score_decimals>,
          "Unit of the scores as a number of decimals; default: the finest of the column.");

inline constexpr Object inputs(
    {"InputsParameters", "The inputs that every question about an allocation names."},
    needed("population", input_file), needed("scores", input_file),
    needed("need", whole, "Places for the whole country (behoefte, BO): 0 … 10,000,000."),
    maybe("needIsOwn", flag,
          "Whether a person changed the need; the figures then rest on own input."),
    or_null("minors", whole, "Need for unaccompanied minors; null: unknown."), provinces_member,
    vintages_member, municipalities_member, merge_member,
    maybe("published", list<printed_file, 1'000>,
          "Tables of printed figures, set beside the rows."),
    maybe("readings", list<read_file, 64>,
          "What a person said of files that the question names beside the two inputs."));

// Questions about an allocation.

inline constexpr Words2 table_by = {"municipality", "province"};
inline constexpr Object csv_wish({}, needed("by", one_of<table_by>),
                                 needed("dialect", one_of<dialects>));
inline constexpr Object allocate_parameters(
    {"AllocateParameters", "", &inputs},
    maybe("columns", flag,
          "Asks for the rows of a list of more than 10,000 municipalities, as columns of the "
          "answer."),
    maybe(
        "csv", csv_wish,
        "Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer."));

inline constexpr Object explain_parameters({"ExplainParameters", "", &inputs},
                                           maybe("municipality", text,
                                                 "Code or name; exactly one of the two is given."),
                                           maybe("province", text));

inline constexpr Object sums_parameters(
    {"SumsParameters", "", &inputs},
    needed("selections", list<list<code, 100'000>, 100'000>,
           "Each a list of municipality codes; one that occurs twice counts once."));

inline constexpr Parameter first_need_member =
    maybe("firstNeed", places, "Needs between which steps are listed; default 40,000 and 140,000.");
inline constexpr Parameter last_need_member = maybe("lastNeed", places);
constexpr std::uint32_t most_unit = 1'000'000;
inline constexpr Object sensitivity_parameters(
    {"SensitivityParameters", "", &inputs}, needed("municipality", text, "Code or name."),
    loaded_member, unit_member,
    maybe("populationUnits", list<within<2, most_unit>, 10>, "Even; default 10 and 100."),
    first_need_member, last_need_member);
inline constexpr Object need_steps_parameters({"NeedStepsParameters", "", &inputs},
                                              first_need_member, last_need_member);

inline constexpr Object scenario_change({"ScenarioChange", ""}, needed("municipality", text),
                                        maybe("inhabitants", whole),
                                        maybe("score", text, "Decimal text with a point."));
inline constexpr Object scenario_merger({}, needed("municipalities", list<text, 100'000>),
                                        maybe("name", text));
inline constexpr Object scenario(
    {"ScenarioParameters", ""}, maybe("name", text), maybe("need", whole), maybe("minors", whole),
    maybe("scoreWeight", text,
          "How much a score counts: decimal text from `0` (population only) to `2`, at most three "
          "decimals."),
    maybe("changes", list<scenario_change, 1'000>),
    maybe("mergers", list<scenario_merger, 1'000>,
          "Municipalities taken together: within one list their weights add."));
inline constexpr Object what_if_parameters({"WhatIfParameters", "", &inputs},
                                           needed("scenarios", list<scenario, 20>,
                                                  "1 … 20, side by side."));

inline constexpr Object computed_side(
    {"ComputedSide", "A result that is computed."}, needed("computed", inputs),
    maybe("scenario", scenario,
          "What if: other inputs, another need, municipalities together, the score counting "
          "otherwise."));
inline constexpr Object printed_table(
    {"PrintedTableFile", "A table that someone printed, put before.", &read_file}, provinces_member,
    maybe("list", text,
          "A table of inhabitants that was put before. With it the printed table is read as in "
          "`compare`, by names where it has no codes; a row that fits none or several of the list "
          "is left out, with finding `printed_unknown` or `printed_ambiguous`."),
    maybe("beside", list<text, 16>,
          "Other prints that were put before: rows that the file does not print come from the "
          "first that has them."));
inline constexpr Object printed_side({"PrintedSide", "A table of figures that someone printed."},
                                     needed("printed", printed_table));
inline constexpr Either change_side({"ChangeSide", "One of the two results."}, computed_side,
                                    printed_side);
inline constexpr Object change_parameters(
    {"ChangeParameters",
     "A computed side that is not known to the place takes what someone printed of it, where "
     "`published` of its inputs has that, and its interval or band for the rest."},
    needed("from", change_side), needed("to", change_side),
    maybe(
        "dialect", one_of<dialects>,
        "Asks for the table as a CSV file as well: the bytes are in column `csv` of the answer."));

// Published tables.

inline constexpr Object compare_parameters({"CompareParameters", "", &inputs}, table_member,
                                           loaded_member, unit_member, changes_member);
inline constexpr Object compare_tables_parameters({"CompareTablesParameters", "", &inputs},
                                                  changes_member, table_member,
                                                  needed("other", text));
inline constexpr Object reproduce_parameters(
    {"ReproduceParameters", "", &inputs}, changes_member, table_member, loaded_member,
    maybe("onlyGivenNeed", flag,
          "Only the given need, also where the table's own total allows others."));
inline constexpr Object reference({}, needed("municipality", text), maybe("score", text));
inline constexpr Object carry({}, needed("population", text), needed("need", places));
inline constexpr Object implied_parameters(
    {"ImpliedParameters", "", &inputs},
    needed("table", text, "`need` and `population` are those of the table."), changes_member,
    maybe("reference", reference,
          "A municipality in the table; its score, or that of the inputs where it is left out."),
    maybe("nationalMean", text,
          "Without a reference: the mean score of the country as decimal text; default 0."),
    maybe("carryTo", carry,
          "A complete table stands in for scores: the round that its shares are carried to."));

// What is in a file.

constexpr std::int64_t most_rows = std::int64_t{1} << 31U;
inline constexpr Object rows({"RowRange", "Rows as a spreadsheet counts them."},
                             needed("first", within<1, most_rows>),
                             needed("last", within<1, most_rows>));
inline constexpr Either cells({}, flag, rows);
inline constexpr Object inspect_parameters(
    {"InspectParameters", "", &read_file}, municipalities_member, provinces_member,
    maybe("vintages", list<known_vintage, 256>,
          "Official ones among them are what inhabitants are set beside."),
    maybe("cells", cells,
          "Asks for every row as texts, exactly as read, header rows included; or for some, from "
          "1."));
inline constexpr Object clean_parameters({"CleanParameters", "", &read_file}, municipalities_member,
                                         provinces_member, needed("dialect", one_of<dialects>),
                                         merge_member, vintages_member);
inline constexpr Object read_figures_parameters(
    {"ReadFiguresParameters",
     "A small table: a name per row, with whole numbers and words under headings that are "
     "known.",
     &read_file},
    needed("name", text, "Heading of the names; each may occur once."),
    needed("numbers", list<text, 20>), maybe("words", list<text, 20>),
    maybe("least", within<-most_places, 0>,
          "Bounds of the numbers; 0 and 10,000,000 where they are left out."),
    maybe("most", within<0, most_inhabitants>),
    maybe("limits", flag, "Whether a word before a number may make it a limit: `tot 40`."));
inline constexpr Object any_parameters({.kind = Kind::open_object});
inline constexpr Object request({.kind = Kind::open_object}, needed("operation", text),
                                maybe("parameters", any_parameters));
inline constexpr Shape no_parameters{.kind = Kind::object};
inline constexpr Object file_parameters({}, needed("file", text));
inline constexpr Object recognise_parameters({"RecogniseParameters", ""}, needed("file", text),
                                             maybe("notation", notation));

inline constexpr Object typed(
    {"TypedMunicipality",
     "A name or code as it was typed, and the province where the same table says it."},
    needed("text", text), maybe("province", text));
inline constexpr Object find_parameters(
    {"FindMunicipalitiesParameters", ""},
    needed("municipalities", text,
           "The municipalities of the round: a table of inhabitants that was put before."),
    maybe("changes", text,
          "Where municipalities went: as of `MergeRequest`; without it those of other years are "
          "unknown."),
    provinces_member, needed("names", list<typed, 10'000>),
    maybe("most", within<0, 1'000>, "How many of `nearest` at most; 8 where it is left out."),
    maybe("spellings", flag,
          "Whether to give all spellings, for a search that filters while a person types."));

// Receipts.

inline constexpr Words3 year_certainties = {"known", "inferred", "assumed"};
inline constexpr Object year_choice({}, needed("year", whole),
                                    needed("certainty", one_of<year_certainties>));
inline constexpr Object round_note(
    {"RoundNote",
     "What the catalogue says of a round; a receipt carries it, and `verify` holds it "
     "against ours."},
    needed("id", text), needed("need", whole), or_null("minors", whole),
    needed("population", year_choice), needed("scores", year_choice));
inline constexpr Object receipt_parameters(
    {.name = "ReceiptParameters", .kind = Kind::open_object},
    maybe("claims", word<Claimable>,
          "The operation that is claimed, with its parameters beside these; default: `allocate`."),
    maybe_null("round", round_note),
    maybe("program", text, "The file of the module itself, as the maker."));
inline constexpr Object former_vintage({"FormerVintage", ""}, needed("file", text),
                                       needed("status", first_words<Status, 4>),
                                       maybe("year", whole), needed("sha256", text));
inline constexpr Object verify_parameters(
    {"VerifyParameters", ""},
    needed("receipt", text, "Name of the receipt, as put before the core."),
    maybe("files", list<text, 10'000>,
          "Files handed over for what the receipt leaves out; they are found by their "
          "fingerprint."),
    maybe("vintages", list<known_vintage, 256>,
          "Bundled vintages (put before), against which the inputs of the receipt are "
          "recognised."),
    maybe("references", list<text, 10'000>,
          "Other bundled files (put before) that figures rest on: where municipalities went."),
    maybe("rounds", list<round_note, 10'000>),
    maybe("formerRounds", list<round_note, 10'000>,
          "Rounds as earlier editions of the data described them: a receipt about one keeps a "
          "true answer."),
    maybe("formerVintages", list<former_vintage, 10'000>,
          "Vintages as earlier editions had them, by the fingerprint of their bytes."));

// The provincial table.

inline constexpr Object set_day(
    {"SetDay",
     "A day set instead of the law's, and whether the step was taken. Of two for a step the "
     "last holds."},
    needed("step", word<CycleStep>),
    maybe("date", text,
          "Last day, as set. A text that is no day is a finding (row: place in the list, from 1)."),
    maybe("done", text, "The day on which it happened."), maybe("note", text));
inline constexpr Object calendar_parameters({"CalendarParameters", ""},
                                            needed("year", within<1, 9'990>,
                                                   "Year of the estimate: 2024, 2026 …"),
                                            needed("today", day),
                                            maybe("days", list<set_day, 100>));

inline constexpr Object national({}, needed("from", day), needed("persons", persons));
inline constexpr Object target(
    {}, needed("code", text), needed("inhabitants", within<0, most_inhabitants>),
    maybe_null(
        "backlog", within<-most_persons, most_persons>,
        "Persons not yet housed (above nought) or housed ahead (below); left out: not known."));
inline constexpr Object targets_parameters(
    {"HousingTargetsParameters", ""}, needed("halfYear", half_year, "`2027-1` or `2027-2`."),
    needed("today", day, "The day on which is asked which national number holds."),
    needed("national", list<national, 100>,
           "National numbers (vg) as published; a later one revises the earlier."),
    needed("countryInhabitants", within<1, most_inhabitants>, "iN, on the population day."),
    needed("municipalities", list<target, 1'000>));

inline constexpr Object eligible({}, needed("code", text), needed("indicative", places),
                                 needed("eligible", flag,
                                        "Marked by a person: the rule was never published."));
inline constexpr Object remainder_parameters({"SpreadRemainderParameters", ""},
                                             needed("remainder", places),
                                             needed("municipalities", list<eligible, 1'000>));

inline constexpr Object wish(
    {}, needed("municipality", text),
    needed("wanted", by_word<Ledger, within<-most_transferred, most_transferred>>),
    maybe("upTo", flag,
          "Any number up to these will do, each by itself; left out: wholly or not at all."));
inline constexpr Object exchange_parameters(
    {"ProposeExchangeParameters", ""},
    needed("wishes", list<wish, most_wishes>,
           "At most 65. Above nought: wants to take over so many; below: to hand over. Left out: "
           "nought."));

inline constexpr Object province_municipality(
    {"ProvinceMunicipality", ""}, needed("code", code), needed("name", text),
    needed("indicative", places, "Never an estimate: those are no numbers."),
    maybe_null("minors", places, "Inside the total; null: not known."),
    maybe_null("decided", places,
               "Its number in the distribution decision; null: there is none yet."),
    maybe_null("ukraine", places,
               "Places for displaced persons from Ukraine, as the region agreed; null: not known."),
    maybe("statusHolders", by_name<persons>,
          "Housing target per half-year; a half-year left out is not known."));
inline constexpr Object transfer({"ExchangeTransfer", ""}, needed("ledger", word<Ledger>),
                                 maybe("halfYear", half_year, "Of status holders only: `2027-1`."),
                                 needed("from", text, "Codes."), needed("to", text),
                                 needed("number", number));
inline constexpr Object exchange(
    {"Exchange",
     "All transfers of an exchange hold, or none. Ratio, day and note stay with the caller: "
     "nothing is computed from them."},
    maybe("from", day,
          "Days between which it holds; left out: without beginning, or without end. Outside them "
          "it moves nothing."),
    maybe("until", day), needed("status", word<ExchangeStatus>),
    needed("transfers", list<transfer, 10'000>));
inline constexpr Object task({}, needed("total", places), maybe_null("minors", places));
inline constexpr Object region({}, needed("name", text), needed("municipalities", list<text, 100>));
inline constexpr Object free_text({}, needed("place", text), needed("text", text));

inline constexpr Words2 five_years = {"from_start", "remaining"};
inline constexpr Words3 roundings = {"up", "down", "half_up"};
inline constexpr Words3 exclusions = {"lessen_surplus", "lessen_payment", "fill_threshold"};
inline constexpr Words1 editions = {"confidential"};
inline constexpr Parameter certainties_member = maybe("certainties", list<word<Certainty>, 3>);
inline constexpr Parameter five_years_member = maybe("fiveYears", one_of<five_years>);
inline constexpr Object deduction({}, needed("day", day), five_years_member,
                                  maybe("specialPlacesTogether", flag), certainties_member);
inline constexpr Object decision({}, needed("day", day), maybe("until", day), certainties_member);
inline constexpr Object grants({}, needed("day", day), needed("start", day), needed("end", day),
                               five_years_member, maybe("specialPlacesDurable", flag),
                               maybe("specialPlacesAlsoDurable", flag), certainties_member,
                               maybe("threshold", one_of<roundings>),
                               maybe("excluded", one_of<exclusions>));
inline constexpr Object provincial_parameters(
    {"ProvincialTableParameters",
     "The page or the command line keeps the workspace (what people typed, and files) and "
     "hands all of it over each time; the core keeps nothing. Locations are always a CSV "
     "file with the columns of the template: rows that were typed in are written as such a "
     "file, and then findings have the row and column of that file. A finding of severity "
     "error does not stop the answer: the row or exchange it is about does not count, and "
     "all that was right does. Lists per municipality in an answer are in the order of "
     "`municipalities`. Four kinds of number are named apart: `indicative` (indicatief: the "
     "key's), `offered` (aangeboden: what municipalities say), `decided` (verdeelbesluit: "
     "the minister's), `available` (beschikbaar: what is there)."},
    needed("municipalities", list<province_municipality, 100>),
    maybe("task", task,
          "The provincial task where it is not the sum of the shares: published or typed in."),
    maybe("received", list<code, 1'000>,
          "Codes of the municipalities of which something was received, though it may hold no "
          "location."),
    maybe("regions", list<region, 100>),
    needed("locations", list<text, 1'000>, "Files of locations, handed over with `put`."),
    maybe("notations", by_name<notation>,
          "By file: how its numbers are written, where its cells allow two readings and a person "
          "said which."),
    needed("dates", list<day, 12>, "Reference dates of the offers, at most twelve."),
    maybe("exchanges", list<exchange, 10'000>),
    maybe("texts", list<free_text, 10'000>,
          "Texts that people typed, looked at for data of persons; `place` comes back as the "
          "finding's file."),
    maybe("deduction", deduction,
          "Test A, on this day. Each setting left out is as documented in "
          "`core/province/deduction.hpp`."),
    maybe("decision", decision, "Test B, on this day; `until`: how long a place must stay."),
    maybe("grants", grants, "Test C, for the two years from `start` to `end`."),
    maybe("edition", one_of<editions>, "Findings quote cells: they belong to no edition."));

inline constexpr Object release({}, needed("municipality", code), needed("reason", text));
inline constexpr Object confidential_ledger({}, needed("ledger", word<Ledger>),
                                            maybe("halfYear", half_year));
inline constexpr Words2 sum_forms = {"exact", "range"};
inline constexpr Object printed_number({"PrintedNumber", ""}, needed("municipality", text),
                                       needed("key", text), needed("places", places),
                                       maybe("public", flag));
inline constexpr Object printed_sum({}, needed("form", one_of<sum_forms>),
                                    needed("members", list<whole, 1'000'000>));
inline constexpr Object edition({"EditionRecord", ""},
                                maybe("numbers", list<printed_number, 1'000'000>),
                                maybe("sums", list<printed_sum, 1'000'000>));
inline constexpr Object public_parameters(
    {"PublicEditionParameters",
     "A table, of which the public edition is made: hand over its public exchanges only.",
     &provincial_parameters},
    maybe("releases", list<release, 100>,
          "Municipalities that let all their numbers be printed, and why."),
    maybe("confidentialLedgers", list<confidential_ledger, 1'000>,
          "Ledgers in which there are confidential exchanges."),
    maybe("earlier", list<edition, 1'000>),
    maybe("printAnyway", text, "Why a person has all remainders printed, whatever they tell."));

}  // namespace spreiding::service::asked
