// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person who edits an overlay is told at once: whether it can be read, what it changes, and whether
// many random calls find a fault. Nothing here is a proof. Thread: any one; the words are made in the gui.
#pragma once

#include "clinical/facts.h"
#include "clinical/recommendation.h"
#include "foundation/result.h"
#include "triage/rule_set.h"
#include "triage/sampling.h"

#include <optional>
#include <string>
#include <vector>

namespace chevet::workflow {

/// One rule or setting that is another one now.
struct RuleChange
{
    enum class What
    {
        Added,
        Removed, ///< or switched off
        Changed
    };
    What what = What::Changed;
    std::string id;
    std::optional<triage::Rule> before;
    std::optional<triage::Rule> after;
    std::optional<int> settingBefore; ///< of a setting
    std::optional<int> settingAfter;
};

std::vector<RuleChange> changesBetween(const triage::Rules& before, const triage::Rules& after);

/// Random calls whose answer has another first modality or priority.
struct AnswerChange
{
    std::uint64_t calls = 0; ///< that were tried
    std::uint64_t different = 0;
    clinical::Facts example; ///< of the different ones, the one with the fewest known facts
    clinical::Modality firstBefore = clinical::Modality::InPersonVisit;
    clinical::Modality firstAfter = clinical::Modality::InPersonVisit;
    clinical::Priority priorityBefore = clinical::Priority::P3;
    clinical::Priority priorityAfter = clinical::Priority::P3;
};

AnswerChange compareAnswers(const triage::RuleSet& before, const triage::RuleSet& after, std::uint64_t calls);

struct LiveCheck
{
    std::vector<RuleChange> changes;
    AnswerChange answers;
    triage::SamplingReport sample;
    std::optional<Error> error; ///< of the properties
};

/// Takes a few tenths of a second. `properties` is the shipped text, `overlays` all that are laid.
LiveCheck liveCheck(const triage::RuleSet& before, const triage::RuleSet& after,
                    const std::string& properties, const std::vector<std::string>& overlays);

} // namespace chevet::workflow
