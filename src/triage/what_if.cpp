// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the answer does not know, and what it takes for granted: changes of a single fact that change `first`,
// rules that stay silent for want of a fact, assumptions.

#include "triage/evaluation.h"

#include <algorithm>
#include <utility>

namespace chevet::triage {
namespace {

using clinical::Assumption;
using clinical::Fact;
using clinical::FactChange;
using clinical::FactDescription;
using clinical::Facts;
using clinical::FactType;
using clinical::FactValue;
using clinical::Modality;
using clinical::Motive;
using clinical::MotiveSet;

/// One value that stands for a cell; of a number the one nearest to the present value, so that the change
/// named is the smallest.
FactValue representative(const CompiledRules& compiled, const FactDescription& about, Cell cell, Cell present)
{
    switch (about.type) {
    case FactType::YesNo: return cell == 2;
    case FactType::Text: return true;
    case FactType::Word: return std::string(valuesOfSlot(slotOf(about.fact))[cell - 1U]);
    case FactType::Motives: break;
    case FactType::Number: {
        const auto& starts = compiled.intervals(about.fact);
        const bool below = present != 0 && cell < present;
        return below ? starts[cell] - 1 : starts[cell - 1U];
    }
    }
    return {};
}

class Changes
{
public:
    Changes(const CompiledRules& compiled, const Facts& facts, const Evaluation& evaluation)
        : m_compiled(compiled), m_facts(facts), m_cells(evaluation.cells), m_first(evaluation.outcome.first)
    {}

    std::vector<FactChange> take()
    {
        for (const auto& about : clinical::allFacts) {
            if (!m_compiled.decides(about.fact)) {
                continue;
            }
            if (about.type == FactType::Motives) {
                tryMotives();
            } else {
                tryCells(about);
            }
        }
        return std::move(m_changes);
    }

private:
    void tryMotives()
    {
        for (const auto& [motive, name] : clinical::Words<Motive>::all) {
            auto motives = m_facts.motives;
            motives.has(motive) ? motives.erase(motive) : motives.insert(motive);
            if (motives.empty()) {
                continue; // that would be forgetting, not changing
            }
            auto cells = m_cells;
            cells[slotOf(Fact::Motives)] =
                CompiledRules::motivesCell(motives, m_facts.conflict.value_or(false));
            note(Fact::Motives, motives, cells);
        }
    }

    void tryCells(const FactDescription& about)
    {
        const auto slot = slotOf(about.fact);
        const auto count = m_compiled.cellCount(about.fact);
        for (Cell cell = 1; cell <= count; ++cell) {
            if (cell == m_cells[slot]) {
                continue;
            }
            auto cells = m_cells;
            cells[slot] = cell;
            if (about.fact == Fact::Conflict) {
                cells[slotOf(Fact::Motives)] = CompiledRules::motivesCell(m_facts.motives, cell == 2);
            }
            const auto first = m_compiled.climb(cells).first;
            if (first != m_first) {
                m_changes.push_back(
                    {about.fact, representative(m_compiled, about, cell, m_cells[slot]), first});
            }
        }
    }

    void note(Fact fact, FactValue value, Cells& cells)
    {
        const auto first = m_compiled.climb(cells).first;
        if (first != m_first) {
            m_changes.push_back({fact, std::move(value), first});
        }
    }

    const CompiledRules& m_compiled;
    const Facts& m_facts;
    const Cells& m_cells;
    Modality m_first;
    std::vector<FactChange> m_changes;
};

/// An unknown fact is taken as this where another value would change `first`. Prerequisites of a
/// teleconsultation are not here: they become conditions.
const std::vector<Assumption>& usualValues()
{
    static const std::vector<Assumption> values{
        {Fact::MustBeSeen, false}, {Fact::NeedsExamination, false},          {Fact::Documents, false},
        {Fact::Conflict, false},   {Fact::AddressedTo, std::string("team")},
    };
    return values;
}

} // namespace

std::vector<FactChange> changesOfFirst(const RuleSet& rules, const Facts& facts, const Evaluation& evaluation)
{
    return Changes(rules.compiled(), facts, evaluation).take();
}

std::vector<clinical::SilentRule> silentRules(const RuleSet& rules, const Evaluation& evaluation)
{
    std::vector<clinical::SilentRule> silent;
    const auto& ladder = rules.rules().ladder;
    const auto& outcome = evaluation.outcome;
    const auto reached = outcome.rung < 0 ? ladder.size() : static_cast<std::size_t>(outcome.rung);
    for (std::size_t i = 0; i < ladder.size(); ++i) {
        const auto& rung = ladder[i];
        const bool couldSpeak = !rung.onlyWhenDeciding() || i < reached;
        if (outcome.rungs[i] == Truth::Unknown && couldSpeak) {
            silent.push_back({rung.rule.id, rules.compiled().missingOfRung(i, evaluation.cells)});
        }
    }
    for (std::size_t i = 0; i < rules.rules().rules.size(); ++i) {
        if (outcome.rules[i] == Truth::Unknown) {
            silent.push_back(
                {rules.rules().rules[i].id, rules.compiled().missingOfRule(i, evaluation.cells)});
        }
    }
    return silent;
}

std::vector<Assumption> assumptions(const RuleSet& rules, const Facts& facts, const Evaluation& evaluation,
                                    const std::vector<FactChange>& changes)
{
    std::vector<Assumption> assumed;
    if (facts.motives.empty()) {
        assumed.push_back({Fact::Motives, MotiveSet{Motive::Unclear}});
    }
    const auto& band = rules.rules().priorities[evaluation.outcome.priorityBand];
    if (!facts.severity && facts.motives.has(Motive::Symptom) && band.priority == clinical::Priority::P2) {
        assumed.push_back({Fact::Severity, rules.rules().settings.severitySevere});
    }
    if (!facts.dying) {
        assumed.push_back({Fact::Dying, false});
    }
    for (const auto& usual : usualValues()) {
        if (clinical::isKnown(facts, usual.fact)) {
            continue;
        }
        const auto changesIt = [&](const FactChange& change) { return change.fact == usual.fact; };
        const auto isUsual = [&](const FactChange& change) {
            return change.fact == usual.fact && change.value == usual.as;
        };
        if (std::any_of(changes.begin(), changes.end(), changesIt) &&
            std::none_of(changes.begin(), changes.end(), isUsual)) {
            assumed.push_back(usual);
        }
    }
    return assumed;
}

} // namespace chevet::triage
