// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An outcome with the cells it came from: what the words are put to. Internal to triage.
#pragma once

#include "triage/compiled_rules.h"
#include "triage/recommend.h"

#include <vector>

namespace chevet::triage {

struct Evaluation
{
    Cells cells{};
    Outcome outcome;
};

Evaluation evaluate(const RuleSet& rules, const clinical::Facts& facts);

/// Whether a rung whose condition is true adds to the answer.
bool speaks(const Rules& rules, const Outcome& outcome, std::size_t rung);

/// Every change of a single fact to another known value that changes `first`.
std::vector<clinical::FactChange> changesOfFirst(const RuleSet& rules, const clinical::Facts& facts,
                                                 const Evaluation& evaluation);
std::vector<clinical::SilentRule> silentRules(const RuleSet& rules, const Evaluation& evaluation);
/// Expects the changes of changesOfFirst.
std::vector<clinical::Assumption> assumptions(const RuleSet& rules, const clinical::Facts& facts,
                                              const Evaluation& evaluation,
                                              const std::vector<clinical::FactChange>& changes);

} // namespace chevet::triage
