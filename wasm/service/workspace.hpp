// The workspace of a provincial table as a request hands it over: municipalities, locations,
// exchanges, and the readings that a person chose.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "province/decision.hpp"
#include "province/deduction.hpp"
#include "province/exchange.hpp"
#include "province/grants.hpp"
#include "province/location_table.hpp"
#include "province/offers.hpp"
#include "service/request.hpp"
#include "values/decimal.hpp"

namespace spreiding::service {

struct Region {
    std::string name;
    std::vector<std::size_t> members;
};

/// A transfer as it was asked, with the texts for its findings.
struct AskedTransfer {
    Transfer transfer;
    std::string from;
    std::string to;
};

struct AskedExchange {
    ExchangeStatus status = ExchangeStatus::proposed;
    std::vector<AskedTransfer> transfers;
    std::optional<CalendarDate> from;
    std::optional<CalendarDate> until;
};

struct DeductionWish {
    CalendarDate day;
    DeductionSettings reading;
};

struct DecisionWish {
    CalendarDate day;
    DecisionSettings reading;
};

struct GrantWish {
    CalendarDate day;
    CalendarDate start;
    CalendarDate end;
    GrantSettings reading;
};

/// A text that people typed, and what it stands with: looked at for data of persons.
struct FreeText {
    std::string place;
    std::string text;
};

struct Workspace {
    std::vector<ProvinceMunicipality> municipalities;
    std::vector<IndicativeShare> indicative;
    std::vector<std::optional<Places>> decided;
    /// 1 where something was received of the municipality, though it may hold no location.
    std::vector<std::uint8_t> received;
    std::vector<LedgerColumn> ledgers;  ///< before any exchange
    std::optional<IndicativeShare> task;
    std::vector<Region> regions;
    std::vector<std::string> locations;                      ///< names of files
    std::map<std::string, Notation, std::less<>> notations;  ///< of files, as a person said
    std::vector<CalendarDate> dates;
    std::vector<AskedExchange> exchanges;
    std::optional<DeductionWish> deduction;
    std::optional<DecisionWish> decision;
    std::optional<GrantWish> grants;
    std::vector<FreeText> texts;
};

/// Nothing where the parameters have an error.
std::optional<Workspace> read_workspace(const Parameters& parameters);

}  // namespace spreiding::service
