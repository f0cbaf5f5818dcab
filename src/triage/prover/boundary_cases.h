// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls on which a rule set turns, found by the solver: for each rule the fewest facts on which it makes a
// difference, both sides of each of its thresholds, and what is one fact away. They come from the rules: as
// goldens they show that an answer has changed, never that it was right.
#pragma once

#include "clinical/facts.h"
#include "triage/rule_set.h"

#include <chrono>
#include <string>
#include <vector>

namespace chevet::triage {

struct BoundaryCase
{
    std::string about; ///< "pca-pump decides", "… without pca_pump"
    clinical::Facts facts;
};

/// No two have the same facts.
std::vector<BoundaryCase> boundaryCases(const RuleSet& rules, std::chrono::steady_clock::time_point deadline);

} // namespace chevet::triage
