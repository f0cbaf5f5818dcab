// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/sampled_checks.h"

#include "triage/compiled_rules.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Facts;
using clinical::Modality;
using clinical::Verdict;

bool oneFirst(const RuleSet&, const Facts&, const Outcome& outcome)
{
    return !outcome.excluded.has(outcome.first) && !outcome.neverFirst.has(outcome.first);
}

bool order(const RuleSet& rules, const Facts& facts, const Outcome& outcome)
{
    const auto answer = recommend(rules, facts);
    const auto& modalities = answer.modalities;
    const auto recommended = std::count_if(modalities.begin(), modalities.end(), [](const auto& each) {
        return each.verdict == Verdict::Recommended;
    });
    bool excludedLast = true;
    Modalities seen;
    for (std::size_t i = 0; i < modalities.size(); ++i) {
        seen.insert(modalities[i].modality);
        const bool before = i > 0 && modalities[i - 1].verdict == Verdict::Excluded;
        excludedLast = excludedLast && (!before || modalities[i].verdict == Verdict::Excluded);
    }
    return answer.first == outcome.first && modalities[0].modality == answer.first && recommended == 1 &&
           modalities[0].verdict == Verdict::Recommended && seen.size() == modalities.size() && excludedLast;
}

bool reasons(const RuleSet& rules, const Facts& facts, const Outcome&)
{
    const auto answer = recommend(rules, facts);
    const auto complete = [](const clinical::Reason& reason) {
        return !reason.rule.empty() && !reason.text.english.empty() && !reason.text.french.empty() &&
               !reason.source.empty();
    };
    return std::all_of(answer.modalities.begin(), answer.modalities.end(), [&](const auto& each) {
        return (each.verdict == Verdict::Possible || !each.reasons.empty()) &&
               std::all_of(each.reasons.begin(), each.reasons.end(), complete);
    });
}

bool severityNeverLowersPriority(const RuleSet& rules, const Facts& facts, const Outcome& outcome)
{
    if (!facts.severity) {
        return true;
    }
    auto other = facts;
    if (*facts.severity < clinical::describe(Fact::Severity).highest) {
        ++*other.severity;
        const auto worse = decide(rules, other);
        if (worse.priority > outcome.priority || worse.answerWithinMinutes > outcome.answerWithinMinutes) {
            return false;
        }
    }
    other.severity.reset(); // not knowing it must not make the answer slower either
    const auto unknown = decide(rules, other);
    return unknown.priority <= outcome.priority && unknown.answerWithinMinutes <= outcome.answerWithinMinutes;
}

/// Forgetting a fact never brings the slowest answer to the top. Two facts are left out, since the rung for
/// it takes them as usual when they are unknown: whoever need not be seen need not be examined, and a call
/// whose addressee nobody names is for the team.
bool unknownIsNeverSlower(const RuleSet& rules, const Facts& facts, const Outcome& outcome)
{
    if (outcome.first == Modality::AsynchronousTeleExpertise) {
        return true;
    }
    for (const auto& about : clinical::allFacts) {
        const bool takenAsUsual = about.fact == Fact::NeedsExamination || about.fact == Fact::AddressedTo;
        if (takenAsUsual || !rules.compiled().decides(about.fact) || !clinical::isKnown(facts, about.fact)) {
            continue;
        }
        auto without = facts;
        if (clinical::setValue(without, about.fact, {}) &&
            firstOf(rules, without) == Modality::AsynchronousTeleExpertise) {
            return false;
        }
    }
    return true;
}

bool distanceNeverDecides(const RuleSet& rules, const Facts& facts, const Outcome& outcome)
{
    auto far = facts;
    far.travelMinutes = clinical::describe(Fact::TravelMinutes).highest;
    far.visitPossibleWithinHours = clinical::describe(Fact::VisitPossibleWithinHours).highest;
    auto near = facts;
    near.travelMinutes = 0;
    near.visitPossibleWithinHours = 0;
    return firstOf(rules, far) == outcome.first && firstOf(rules, near) == outcome.first;
}

bool wouldChange(const RuleSet& rules, const Facts& facts, const Outcome& outcome)
{
    const auto answer = recommend(rules, facts);
    return std::all_of(answer.wouldChange.begin(), answer.wouldChange.end(),
                       [&](const clinical::FactChange& change) {
                           auto changed = facts;
                           if (change.fact == Fact::Objective) {
                               changed.objective.emplace("x");
                           } else if (!clinical::setValue(changed, change.fact, change.value)) {
                               return false;
                           }
                           return change.first != outcome.first && firstOf(rules, changed) == change.first;
                       });
}

} // namespace

const std::array<Check, 7> builtInChecks{{
    {"one_first", CheckCost::Outcome, oneFirst},
    {"order", CheckCost::WholeAnswer, order},
    {"reasons", CheckCost::WholeAnswer, reasons},
    {"severity_never_lowers_priority", CheckCost::Outcome, severityNeverLowersPriority},
    {"unknown_is_never_slower", CheckCost::WholeAnswer, unknownIsNeverSlower},
    {"distance_never_decides", CheckCost::Outcome, distanceNeverDecides},
    {"would_change", CheckCost::WholeAnswer, wouldChange},
}};

} // namespace chevet::triage
