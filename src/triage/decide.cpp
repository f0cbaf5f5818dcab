// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The answer without its words.

#include "triage/compiled_rules.h"
#include "triage/evaluation.h"
#include "triage/recommend.h"

#include <algorithm>
#include <limits>

namespace chevet::triage {
namespace {

using clinical::Condition;
using clinical::Facts;
using clinical::Modality;
using clinical::Purpose;

constexpr std::array<Modality, 3> remote{Modality::Teleconsultation, Modality::SynchronousTeleExpertise,
                                         Modality::AsynchronousTeleExpertise};

/// The strongest reason for (2 strong, 1 plain) and the strongest against, of all that spoke. No sums.
struct Voices
{
    std::array<int, 4> forIt{};
    std::array<int, 4> against{};

    static void raise(std::array<int, 4>& voices, Modalities modalities, int strength)
    {
        for (const auto& [modality, name] : clinical::Words<Modality>::all) {
            if (modalities.has(modality)) {
                voices[indexOf(modality)] = std::max(voices[indexOf(modality)], strength);
            }
        }
    }
    void hear(const Effects& effects)
    {
        raise(forIt, effects.speaksFor, 1);
        raise(forIt, effects.speaksStronglyFor, 2);
        raise(against, effects.speaksAgainst, 1);
        raise(against, effects.speaksStronglyAgainst, 2);
    }
};

template<class E> void join(clinical::SetOf<E>& into, clinical::SetOf<E> more)
{
    into = clinical::SetOf<E>::ofBits(into.bits() | more.bits());
}

/// How closely the words of `then` and `purpose` win over each other: never the last writer, so the order of
/// the rules in the file means nothing.
constexpr int weight(Purpose purpose)
{
    switch (purpose) {
    case Purpose::Bridging: return 4;
    case Purpose::Screening: return 3;
    case Purpose::Preparation: return 2;
    case Purpose::FollowUp: return 1;
    case Purpose::Care: break;
    }
    return 0;
}

void apply(const Effects& effects, Outcome& outcome)
{
    for (std::size_t i = 0; i < outcome.conditions.size(); ++i) {
        join(outcome.conditions[i], effects.conditions[i]);
    }
    join(outcome.owed, effects.owed);
    join(outcome.alsoConsider, effects.consider);
    if (effects.then && effects.then != outcome.first && (!outcome.then || *effects.then < *outcome.then)) {
        outcome.then = effects.then; // the most present one wins
    }
    outcome.meanwhile = outcome.meanwhile || (effects.meanwhile && outcome.first == Modality::InPersonVisit);
}

void raisePurpose(const Effects& effects, Outcome& outcome)
{
    if (effects.purpose && weight(*effects.purpose) > weight(outcome.purpose)) {
        outcome.purpose = *effects.purpose;
    }
}

/// Expects the marks, the ladder and the truths of the first stage.
void setPriority(const Rules& rules, const CompiledRules& compiled, const Facts& facts, Evaluation& state)
{
    auto& outcome = state.outcome;
    for (std::size_t i = 0; i < rules.priorities.size(); ++i) {
        if (compiled.priority(i, state.cells) == Truth::True) {
            outcome.priority = rules.priorities[i].priority;
            outcome.priorityBand = i;
            break;
        }
    }
    auto soonest = std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        const auto& effects = rules.rules[i].effects;
        if (outcome.rules[i] == Truth::True) {
            outcome.priority = std::min(outcome.priority, effects.priority.value_or(outcome.priority));
            soonest = std::min(soonest, effects.answerWithinMinutes.value_or(soonest));
        }
    }
    outcome.answerWithinMinutes = std::min(soonest, answerMinutes(rules.settings, outcome.priority));
    if (facts.answerNeededWithinHours) {
        outcome.answerWithinMinutes =
            std::min(outcome.answerWithinMinutes, std::max(0, *facts.answerNeededWithinHours) * 60);
    }
    const auto hours = facts.visitPossibleWithinHours;
    state.cells[visitSlot] = !hours ? 3 : *hours * 60 > outcome.answerWithinMinutes ? 2 : 1;
}

void addConditions(const Rules& rules, const Facts& facts, const Cells& cells, Outcome& outcome)
{
    for (const auto& prerequisite : rules.prerequisites) {
        const auto bit = std::uint64_t{1} << cells[slotOf(prerequisite.fact)];
        if ((((prerequisite.met | prerequisite.refused) << 1) & bit) == 0) {
            outcome.conditions[indexOf(Modality::Teleconsultation)].insert(prerequisite.condition);
        }
    }
    if (!facts.dying) {
        for (const auto modality : remote) {
            outcome.conditions[indexOf(modality)].insert(Condition::ConfirmNotDying);
        }
    }
    for (std::size_t i = 0; i < outcome.conditions.size(); ++i) {
        if (outcome.excluded.has(static_cast<Modality>(i + 1))) {
            outcome.conditions[i] = {};
        }
    }
}

/// The truths of the rules that don't look at what comes first.
void askFirstStage(const Rules& rules, const CompiledRules& compiled, Evaluation& state)
{
    auto& outcome = state.outcome;
    outcome.rules.resize(rules.rules.size());
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        outcome.rules[i] = rules.rules[i].secondStage ? Truth::False : compiled.rule(i, state.cells);
    }
}

void hearRungs(const Rules& rules, const CompiledRules& compiled, Evaluation& state, Voices& voices)
{
    auto& outcome = state.outcome;
    outcome.rungs.resize(rules.ladder.size());
    for (std::size_t i = 0; i < rules.ladder.size(); ++i) {
        const auto& rung = rules.ladder[i];
        outcome.rungs[i] = compiled.rung(i, state.cells);
        if (outcome.rungs[i] != Truth::True || !speaks(rules, outcome, i)) {
            continue;
        }
        Voices::raise(voices.forIt, Modalities{rung.first}, 2);
        voices.hear(rung.rule.effects);
        apply(rung.rule.effects, outcome);
        if (outcome.rung == static_cast<int>(i)) {
            raisePurpose(rung.rule.effects, outcome);
        }
    }
}

/// Expects what comes first and the visit's time to stand.
void hearRules(const Rules& rules, const CompiledRules& compiled, Evaluation& state, Voices& voices)
{
    auto& outcome = state.outcome;
    for (std::size_t i = 0; i < rules.rules.size(); ++i) {
        const auto& rule = rules.rules[i];
        if (rule.secondStage) {
            outcome.rules[i] = compiled.rule(i, state.cells);
        }
        if (outcome.rules[i] == Truth::True) {
            voices.hear(rule.effects);
            apply(rule.effects, outcome);
            raisePurpose(rule.effects, outcome);
        }
    }
}

} // namespace

Evaluation evaluate(const RuleSet& rules, const Facts& facts)
{
    const auto& compiled = rules.compiled();
    Evaluation state;
    state.cells = compiled.cellsOf(facts);
    auto& outcome = state.outcome;
    const auto ladder = compiled.climb(state.cells);
    outcome.first = ladder.first;
    outcome.rung = ladder.rung;
    outcome.excluded = ladder.excluded;
    outcome.neverFirst = ladder.neverFirst;
    askFirstStage(rules.rules(), compiled, state);
    setPriority(rules.rules(), compiled, facts, state);
    Voices voices;
    hearRungs(rules.rules(), compiled, state, voices);
    hearRules(rules.rules(), compiled, state, voices);
    for (std::size_t i = 0; i < outcome.score.size(); ++i) {
        outcome.score[i] = voices.forIt[i] - voices.against[i];
    }
    if (outcome.meanwhile) {
        outcome.purpose = Purpose::Bridging;
        outcome.owed.insert(clinical::Owed::Visit); // a bridging call ends in a visit
    }
    addConditions(rules.rules(), facts, state.cells, outcome);
    return state;
}

bool speaks(const Rules& rules, const Outcome& outcome, std::size_t rung)
{
    return !rules.ladder[rung].onlyWhenDeciding() || outcome.rung == static_cast<int>(rung);
}

Outcome decide(const RuleSet& rules, const Facts& facts)
{
    return evaluate(rules, facts).outcome;
}

Modality firstOf(const RuleSet& rules, const Facts& facts)
{
    auto cells = rules.compiled().cellsOf(facts);
    return rules.compiled().climb(cells).first;
}

} // namespace chevet::triage
