// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The design's section 4 written out by hand, line by line, without rules, cells or masks: what the real
// thing is held against. It knows the design and the default settings, and nothing of the rule file.
#pragma once

#include "clinical/facts.h"
#include "clinical/recommendation.h"
#include "triage/rule.h"

#include <array>
#include <optional>

namespace chevet::test {

struct PlainAnswer
{
    clinical::Modality first = clinical::Modality::SynchronousTeleExpertise;
    bool meanwhile = false;
    std::optional<clinical::Modality> then;
    clinical::Purpose purpose = clinical::Purpose::Care;
    clinical::Priority priority = clinical::Priority::P4;
    int answerWithinMinutes = 0;
    triage::Modalities excluded;
    clinical::OwedSet owed;
    clinical::SetOf<clinical::AlsoConsider> consider;
    std::array<clinical::ConditionSet, 4> conditions;
};

PlainAnswer plainAnswer(const clinical::Facts& facts);

/// A condition by its tree and the facts' own values. What the evaluation derives is handed in.
struct Derived
{
    clinical::Modality first = clinical::Modality::InPersonVisit;
    int teleconsultation = 0; ///< 0 ready, 1 on condition, 2 ruled out
    int visit = 0;            ///< 0 in time, 1 late, 2 unknown
};
triage::Truth plainTruth(const triage::Expression& when, const clinical::Facts& facts,
                         const Derived& derived);
Derived derivedFrom(const clinical::Facts& facts, const PlainAnswer& answer);

} // namespace chevet::test
