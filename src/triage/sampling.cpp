// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/sampling.h"

#include "triage/compiled_rules.h"
#include "triage/evaluation.h"
#include "triage/sampled_checks.h"

#include <algorithm>
#include <array>
#include <optional>

namespace chevet::triage {
namespace {

using clinical::FactDescription;
using clinical::Facts;
using clinical::FactType;
using clinical::FactValue;

std::vector<Expression> conditionsOf(const std::vector<Property>& properties)
{
    std::vector<Expression> conditions;
    conditions.reserve(properties.size());
    for (const auto& property : properties) {
        conditions.push_back(property.when);
    }
    return conditions;
}

class Sampler
{
public:
    Sampler(const RuleSet& rules, const std::vector<Property>& properties, const SamplingPlan& plan)
        : m_rules(rules), m_properties(properties), m_plan(plan),
          m_compiled(rules.rules(), conditionsOf(properties)), m_random(rules, plan.seed),
          m_spoke(rules.rules().rules.size()), m_spokeRungs(rules.rules().ladder.size()),
          m_tested(properties.size()), m_failed(properties.size() + builtInChecks.size())
    {
        m_report.seed = plan.seed;
    }

    SamplingReport take()
    {
        for (std::uint64_t i = 0; i < m_plan.combinations; ++i) {
            look(m_random.next(), i % m_plan.wholeAnswerEvery == 0);
            ++m_report.combinations;
        }
        lookAtThresholds();
        const auto& rules = m_rules.rules();
        for (std::size_t i = 0; i < m_spokeRungs.size(); ++i) {
            noteSilence(m_spokeRungs[i] || rules.ladder[i].rule.isOff, rules.ladder[i].rule.id);
        }
        for (std::size_t i = 0; i < m_spoke.size(); ++i) {
            noteSilence(m_spoke[i], rules.rules[i].id);
        }
        for (std::size_t i = 0; i < m_tested.size(); ++i) {
            if (!m_tested[i] && concerns(m_properties[i], rules)) {
                m_report.neverTested.push_back(m_properties[i].id);
            }
        }
        return std::move(m_report);
    }

private:
    void noteSilence(bool spoke, const std::string& id)
    {
        if (!spoke) {
            m_report.neverSpoke.push_back(id);
        }
    }

    void lookAtThresholds()
    {
        for (const auto& about : clinical::allFacts) {
            if (about.type != FactType::Number) {
                continue;
            }
            for (const int start : m_compiled.intervals(about.fact)) {
                lookAround(about, start - 1);
                lookAround(about, start);
            }
        }
    }

    void lookAround(const FactDescription& about, int value)
    {
        for (std::uint64_t i = 0; value >= about.lowest && i < m_plan.perThreshold; ++i) {
            auto facts = m_random.next();
            if (clinical::setValue(facts, about.fact, value)) {
                look(facts, i % m_plan.wholeAnswerEvery == 0);
                ++m_report.thresholdCases;
            }
        }
    }

    void look(const Facts& facts, bool wholeAnswer)
    {
        const auto evaluation = evaluate(m_rules, facts);
        const auto& outcome = evaluation.outcome;
        m_report.wholeAnswers += wholeAnswer ? 1 : 0;
        for (std::size_t i = 0; i < m_spoke.size(); ++i) {
            m_spoke[i] = m_spoke[i] || outcome.rules[i] == Truth::True;
        }
        for (std::size_t i = 0; i < m_spokeRungs.size(); ++i) {
            const bool decided = outcome.rung == static_cast<int>(i);
            const bool always = m_rules.rules().ladder[i].onlyWhenDeciding();
            m_spokeRungs[i] = m_spokeRungs[i] || decided || (!always && outcome.rungs[i] == Truth::True);
        }
        for (std::size_t i = 0; i < m_properties.size(); ++i) {
            if (concerns(m_properties[i], m_rules.rules()) && isAbout(m_compiled, i, facts, evaluation)) {
                m_tested[i] = true;
                judge(i, m_properties[i].id, facts, isMet(m_properties[i].must, outcome));
            }
        }
        for (std::size_t i = 0; i < builtInChecks.size(); ++i) {
            const auto& check = builtInChecks[i];
            const auto index = m_properties.size() + i;
            if (!m_failed[index] && (wholeAnswer || check.cost == CheckCost::Outcome)) {
                judge(index, check.name, facts, check.holds(m_rules, facts, outcome));
            }
        }
    }

    void judge(std::size_t index, std::string_view name, const Facts& facts, bool holds)
    {
        if (!holds && !m_failed[index]) {
            m_failed[index] = true;
            m_report.violations.push_back({std::string(name), smallest(index, facts)});
        }
    }

    bool violates(std::size_t index, const Facts& facts) const
    {
        const auto evaluation = evaluate(m_rules, facts);
        if (index >= m_properties.size()) {
            return !builtInChecks[index - m_properties.size()].holds(m_rules, facts, evaluation.outcome);
        }
        return isAbout(m_compiled, index, facts, evaluation) &&
               !isMet(m_properties[index].must, evaluation.outcome);
    }

    Facts smallest(std::size_t index, Facts facts) const
    {
        for (const auto& about : clinical::allFacts) {
            auto fewer = facts;
            if (clinical::isKnown(facts, about.fact) && clinical::setValue(fewer, about.fact, {}) &&
                violates(index, fewer)) {
                facts = fewer;
            }
        }
        for (const auto& [motive, name] : clinical::Words<clinical::Motive>::all) {
            auto fewer = facts;
            fewer.motives.erase(motive);
            if (facts.motives.has(motive) && violates(index, fewer)) {
                facts = fewer;
            }
        }
        return facts;
    }

    const RuleSet& m_rules;
    const std::vector<Property>& m_properties;
    const SamplingPlan& m_plan;
    CompiledRules m_compiled;
    RandomFacts m_random;
    std::vector<bool> m_spoke;
    std::vector<bool> m_spokeRungs;
    std::vector<bool> m_tested;
    std::vector<bool> m_failed;
    SamplingReport m_report;
};

} // namespace

SamplingReport sampleRules(const RuleSet& rules, const std::vector<Property>& properties,
                           const SamplingPlan& plan)
{
    return Sampler(rules, properties, plan).take();
}

std::uint64_t RandomFacts::bits() // splitmix64: the standard distributions differ between machines
{
    m_state += 0x9E3779B97F4A7C15U;
    auto z = m_state;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

std::uint64_t RandomFacts::below(std::uint64_t count)
{
    return bits() % count;
}

int RandomFacts::number(const FactDescription& about)
{
    const auto& starts = m_rules.compiled().intervals(about.fact);
    if (below(2) == 0) {
        const int start = starts[below(starts.size())];
        return std::clamp(start - 1 + static_cast<int>(below(3)), about.lowest, about.highest);
    }
    const auto span = static_cast<std::uint64_t>(about.highest - about.lowest) + 1;
    return about.lowest + static_cast<int>(below(below(2) == 0 ? span : std::min<std::uint64_t>(span, 60)));
}

FactValue RandomFacts::value(const FactDescription& about)
{
    switch (about.type) {
    case FactType::YesNo: return below(2) == 0;
    case FactType::Number: return number(about);
    case FactType::Text: return std::string("x");
    case FactType::Word: {
        const auto words = valuesOfSlot(slotOf(about.fact));
        return std::string(words[below(words.size())]);
    }
    case FactType::Motives: break;
    }
    // one motive most of the time, any set now and then
    if (below(3) != 0) {
        return clinical::MotiveSet{static_cast<clinical::Motive>(1 + below(5))};
    }
    return clinical::MotiveSet::ofBits(below(32) << 1U);
}

Facts RandomFacts::next()
{
    Facts facts;
    const auto unknownInTen = below(9);
    for (const auto& about : clinical::allFacts) {
        if (below(10) >= unknownInTen) {
            const bool set = clinical::setValue(facts, about.fact, value(about)).has_value();
            static_cast<void>(set); // every value above is one of the fact's own
        }
    }
    return facts;
}

} // namespace chevet::triage
