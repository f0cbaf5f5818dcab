// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The answer to a call: from a rule set and the facts to the four modalities in order, with their reasons,
// what bridges, what follows, what is owed, what was assumed, and what would change it. Pure functions
// without state.
#pragma once

#include "clinical/facts.h"
#include "clinical/recommendation.h"
#include "triage/rule_set.h"

#include <array>
#include <optional>
#include <vector>

namespace chevet::triage {

/// The answer without its words: what the checks look at, a million times.
struct Outcome
{
    clinical::Modality first = clinical::Modality::InPersonVisit;
    bool meanwhile = false;
    std::optional<clinical::Modality> then;
    clinical::Purpose purpose = clinical::Purpose::Care;
    clinical::Priority priority = clinical::Priority::P3;
    int answerWithinMinutes = 0;
    Modalities excluded;
    Modalities neverFirst;
    std::array<int, 4> score{}; ///< by modality: strongest reason for minus strongest against
    std::array<clinical::ConditionSet, 4> conditions; ///< by modality; none for an excluded one
    clinical::OwedSet owed;
    clinical::SetOf<clinical::AlsoConsider> alsoConsider;
    int rung = -1; ///< index in Rules::ladder of the one that decided; -1: none, a visit remains
    std::size_t priorityBand = 0; ///< index in Rules::priorities
    std::vector<Truth> rungs;     ///< of each rung's condition
    std::vector<Truth> rules;     ///< of each rule's condition
};

/// `first` alone, the cheapest question.
clinical::Modality firstOf(const RuleSet& rules, const clinical::Facts& facts);

Outcome decide(const RuleSet& rules, const clinical::Facts& facts);

/// The whole answer.
clinical::Recommendation recommend(const RuleSet& rules, const clinical::Facts& facts);

} // namespace chevet::triage
