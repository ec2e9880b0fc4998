// A table of locations as a receipt may carry it: without what may be about a person. A receipt
// holds every cell, and its fingerprints tell whoever guesses a telephone number whether he is
// right; so what is left out stays out of both.
#pragma once

#include <string>
#include <vector>

#include "service/service.hpp"

namespace spreiding::service {

/// The files of these names. A table that holds what may be personal, or columns that no rule asks
/// for, is written anew: in columns that count a word stands in the place of such a cell (the same
/// for the same text, so that locations still find each other), and all else is empty. What it is
/// made of stays the same when this is done twice.
Files without_persons(const Files& files, const std::vector<std::string>& names);

}  // namespace spreiding::service
