// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/boundary_cases.h"

#include "triage/prover/smallest_call.h"
#include "triage/prover/visible.h"
#include "triage/prover/without_rule.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Facts;
using clinical::FactType;
using clinical::FactValue;

struct Threshold
{
    Fact fact;
    int inside;
    int outside;
};

void collectThresholds(const Expression& expression, std::vector<Threshold>& into)
{
    for (const auto& part : expression.parts) {
        collectThresholds(part, into);
    }
    const auto& question = expression.question;
    if (expression.kind != Expression::Kind::Ask || question.test != Question::Test::Between) {
        return;
    }
    const auto& about = clinical::allFacts[question.slot];
    if (question.lowest > about.lowest) {
        into.push_back({about.fact, question.lowest, question.lowest - 1});
    }
    if (question.highest < about.highest) {
        into.push_back({about.fact, question.highest, question.highest + 1});
    }
}

class Search
{
public:
    Search(const RuleSet& rules, std::chrono::steady_clock::time_point deadline)
        : m_rules(rules.rules()), m_space(m_formulas, {&m_rules}, bothSides(m_rules)),
          m_call(m_space.newCall()), m_answer(encode(m_formulas, m_space, m_call, m_rules)),
          m_solver(m_formulas, deadline), m_smallest(m_formulas, m_space, m_solver, m_call)
    {
        m_solver.require(m_space.wellFormed());
    }

    std::vector<BoundaryCase> take()
    {
        forEachWithout(m_rules,
                       [this](const std::string& id, const Rules& without) { decidedBy(id, without); });
        return std::move(m_cases);
    }

private:
    static std::vector<const Rule*> withConditions(const Rules& rules)
    {
        std::vector<const Rule*> all;
        all.reserve(rules.ladder.size() + rules.rules.size() + rules.priorities.size());
        for (const auto& rung : rules.ladder) {
            all.push_back(&rung.rule);
        }
        for (const auto& rule : rules.rules) {
            all.push_back(&rule);
        }
        for (const auto& band : rules.priorities) {
            all.push_back(&band.rule);
        }
        return all;
    }

    /// Cuts the numbers so that the value on each side of a threshold is a class of its own.
    static std::vector<Expression> bothSides(const Rules& rules)
    {
        std::vector<Expression> cuts;
        for (const auto* rule : withConditions(rules)) {
            std::vector<Threshold> thresholds;
            collectThresholds(rule->when, thresholds);
            for (const auto& threshold : thresholds) {
                for (const int value : {threshold.inside, threshold.outside}) {
                    const Question exactly{slotOf(threshold.fact), Question::Test::Between, 0, value, value};
                    cuts.push_back({Expression::Kind::Ask, {}, exactly});
                }
            }
        }
        return cuts;
    }

    void decidedBy(const std::string& id, const Rules& without)
    {
        const auto other = encode(m_formulas, m_space, m_call, without);
        const auto decides = differ(m_formulas, m_space, m_call, m_answer, other);
        if (m_smallest.find(decides) != Satisfiable::Yes) {
            return;
        }
        const auto facts = m_smallest.facts();
        add(id + " decides", facts);
        std::vector<Threshold> thresholds;
        for (const auto* rule : withConditions(m_rules)) {
            if (rule->id == id) {
                collectThresholds(rule->when, thresholds);
            }
        }
        for (const auto& threshold : thresholds) {
            atThreshold(id, decides, threshold);
        }
        neighbours(id, facts);
    }

    void atThreshold(const std::string& id, Literal decides, const Threshold& threshold)
    {
        const auto& starts = m_space.classes(threshold.fact);
        const auto at = std::find(starts.begin(), starts.end(), threshold.inside) - starts.begin();
        const auto inside = m_call.cells[slotOf(threshold.fact)][static_cast<std::size_t>(at) + 1];
        if (m_smallest.find(m_formulas.both(decides, inside)) != Satisfiable::Yes) {
            return;
        }
        auto facts = m_smallest.facts();
        const auto name = std::string(clinical::describe(threshold.fact).name) + ' ';
        add(id + " at " + name + std::to_string(threshold.inside), facts);
        change(id + " beyond " + name + std::to_string(threshold.outside), facts, threshold.fact,
               threshold.outside);
    }

    /// Each known fact forgotten, or with each other value that it may have.
    void neighbours(const std::string& id, const Facts& facts)
    {
        for (const auto& about : clinical::allFacts) {
            if (about.fact == Fact::Motives) {
                motives(id, facts);
            } else if (clinical::isKnown(facts, about.fact)) {
                change(id + " without " + std::string(about.name), facts, about.fact, {});
                otherValues(id, facts, about);
            }
        }
    }

    void motives(const std::string& id, const Facts& facts)
    {
        for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
            auto motives = facts.motives;
            motives.has(motive) ? motives.erase(motive) : motives.insert(motive);
            change(id + " with or without " + std::string(name), facts, Fact::Motives, motives);
        }
    }

    void otherValues(const std::string& id, const Facts& facts, const clinical::FactDescription& about)
    {
        const auto name = id + " with another " + std::string(about.name);
        if (about.type == FactType::YesNo) {
            change(name, facts, about.fact, !std::get<bool>(clinical::valueOf(facts, about.fact)));
        } else if (about.type == FactType::Word) {
            for (const auto word : clinical::wordsOf(about.fact)) {
                change(name, facts, about.fact, std::string(word));
            }
        } else if (about.type == FactType::Number) {
            for (const int start : m_space.classes(about.fact)) {
                change(name, facts, about.fact, start);
            }
        }
    }

    void change(const std::string& about, Facts facts, Fact fact, const FactValue& value)
    {
        if (clinical::setValue(facts, fact, value)) {
            add(about, facts);
        }
    }

    void add(const std::string& about, const Facts& facts)
    {
        const bool isThere = std::any_of(m_cases.begin(), m_cases.end(),
                                         [&](const BoundaryCase& each) { return each.facts == facts; });
        if (!isThere) {
            m_cases.push_back({about, facts});
        }
    }

    const Rules& m_rules;
    Formulas m_formulas;
    FactSpace m_space;
    SymbolicCall m_call;
    SymbolicAnswer m_answer;
    Solver m_solver;
    SmallestCall m_smallest;
    std::vector<BoundaryCase> m_cases;
};

} // namespace

std::vector<BoundaryCase> boundaryCases(const RuleSet& rules, std::chrono::steady_clock::time_point deadline)
{
    return Search(rules, deadline).take();
}

} // namespace chevet::triage
