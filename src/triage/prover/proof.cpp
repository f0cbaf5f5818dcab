// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/proof.h"

#include "triage/compiled_rules.h"
#include "triage/prover/answer_claims.h"
#include "triage/prover/evaluated_claims.h"
#include "triage/prover/sampled_calls.h"
#include "triage/prover/smallest_call.h"
#include "triage/prover/visible.h"
#include "triage/prover/without_rule.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Facts;
using clinical::Modality;
using clinical::Verdict;
using Result = Finding::Result;

std::vector<Expression> conditionsOf(const std::vector<Property>& properties,
                                     const std::vector<Leaning>& leanings)
{
    std::vector<Expression> conditions;
    conditions.reserve(properties.size() + leanings.size());
    for (const auto& property : properties) {
        const auto cuts = cutsOf(property);
        conditions.insert(conditions.end(), cuts.begin(), cuts.end());
    }
    for (const auto& leaning : leanings) {
        conditions.push_back({Expression::Kind::Ask, {}, leaning.learnt});
    }
    return conditions;
}

class ProofRun
{
public:
    ProofRun(const RuleSet& rules, const std::vector<Property>& properties,
             const std::vector<Leaning>& leanings, const ProofPlan& plan,
             const std::function<void(const Finding&)>& tell)
        : m_set(rules), m_rules(rules.rules()), m_properties(properties), m_leanings(leanings), m_plan(plan),
          m_tell(tell), m_space(m_formulas, {&m_rules}, conditionsOf(properties, leanings)),
          m_call(m_space.newCall()), m_samples(m_formulas, m_space, m_call, rules),
          m_answer(encode(m_formulas, m_space, m_call, m_rules)), m_solver(m_formulas, plan.deadline),
          m_smallest(m_formulas, m_space, m_solver, m_call)
    {
        m_proof.combinations = m_space.combinations();
    }

    Proof take()
    {
        oneFirst();
        properties();
        consistent();
        monotone();
        leanings();
        wouldChange();
        reachable();
        speaks();
        matters();
        return m_proof;
    }

private:
    using Shows = std::function<bool(const Facts&, const Facts&)>;

    bool isOver() const { return !m_plan.findsAll && !m_proof.isProven(); }

    void tell(Finding finding)
    {
        const auto now = Solver::Clock::now();
        finding.milliseconds = std::chrono::duration<double, std::milli>(now - m_since).count();
        m_since = now;
        ++m_proof.claims;
        m_proof.violated += finding.result == Result::Violated ? 1 : 0;
        m_proof.notFinished += finding.result == Result::NotFinished ? 1 : 0;
        m_proof.disputed += finding.result == Result::Disputed ? 1 : 0;
        m_tell(finding);
    }

    Satisfiable exists(Literal goal)
    {
        if (m_samples.show(goal)) {
            return Satisfiable::Yes;
        }
        m_solver.require(m_space.wellFormed());
        return m_smallest.exists(goal);
    }

    /// A claim that some call shows something.
    void some(Claim claim, const std::string& id, Literal goal)
    {
        if (isOver()) {
            return;
        }
        const auto answer = exists(goal);
        Finding finding{.claim = claim, .id = id, .facts = {}, .changed = {}, .changedTo = {}};
        finding.result = answer == Satisfiable::Yes  ? Result::Holds
                         : answer == Satisfiable::No ? Result::Violated
                                                     : Result::NotFinished;
        tell(std::move(finding));
    }

    /// A claim that no call shows something. `goals` are asked one by one, so that a violation is of one
    /// kind.
    struct Goal
    {
        Literal violation;
        std::optional<Fact> changed;
        SymbolicCall after;
    };
    void none(Claim claim, const std::string& id, const std::vector<Goal>& goals, const Shows& shows)
    {
        if (isOver()) {
            return;
        }
        m_solver.require(m_space.wellFormed());
        Finding finding{.claim = claim, .id = id, .facts = {}, .changed = {}, .changedTo = {}};
        for (const auto& goal : goals) {
            const auto answer = m_smallest.find(goal.violation);
            if (answer == Satisfiable::No) {
                continue;
            }
            if (answer == Satisfiable::NotFinished) {
                finding.result = Result::NotFinished;
                break;
            }
            finding.facts = m_smallest.facts();
            auto after = *finding.facts;
            if (goal.changed) {
                finding.changed = goal.changed;
                finding.changedTo = clinical::valueOf(m_smallest.factsOf(goal.after), *goal.changed);
                const bool isSet = clinical::setValue(after, *goal.changed, finding.changedTo).has_value();
                static_cast<void>(isSet); // it is a value of the fact's own
            }
            finding.result = shows(*finding.facts, after) ? Result::Violated : Result::Disputed;
            break;
        }
        tell(std::move(finding));
    }
    void none(Claim claim, const std::string& id, Literal violation, const Shows& shows)
    {
        none(claim, id, {Goal{violation, std::nullopt, {}}}, shows);
    }

    void oneFirst()
    {
        Literals wrong{!m_formulas.exactlyOne({m_answer.first.begin(), m_answer.first.end()})};
        for (std::size_t m = 0; m < 4; ++m) {
            const auto ruledOut = m_formulas.either(m_answer.excluded[m], m_answer.neverFirst[m]);
            wrong.push_back(m_formulas.both(m_answer.first[m], ruledOut));
        }
        none(Claim::OneFirst, "one_first", m_formulas.any(wrong),
             [this](const Facts& facts, const Facts&) { return firstIsRuledOut(decide(m_set, facts)); });
    }

    void reachable()
    {
        for (const auto& [modality, name] : clinical::Words<Modality>::all) {
            some(Claim::Reachable, std::string(name), m_answer.first[indexOf(modality)]);
        }
    }

    void properties()
    {
        SymbolicConditions conditions(m_formulas, m_space, m_call);
        conditions.tell(m_answer.derived);
        for (const auto& property : m_properties) {
            if (!concerns(property, m_rules)) {
                continue;
            }
            const auto when = conditions.truth(property.when).isTrue;
            const auto met = isMet(m_formulas, m_space, m_call, property.must, m_answer);
            if (exists(when) == Satisfiable::No) {
                some(Claim::Property, property.id, when);
                continue;
            }
            none(Claim::Property, property.id, m_formulas.both(when, !met),
                 [&](const Facts& facts, const Facts&) { return breaks(m_set, property, facts); });
        }
    }

    void consistent()
    {
        Literals wrong;
        for (std::size_t m = 0; m < 4; ++m) {
            const auto cannot = m_formulas.either(m_answer.first[m], m_answer.excluded[m]);
            wrong.push_back(m_formulas.both(m_answer.then[m], cannot));
        }
        wrong.push_back(m_formulas.both(m_answer.meanwhile, !m_answer.first[0]));
        const Literals priorities{m_answer.priority.begin(), m_answer.priority.end()};
        wrong.push_back(!m_formulas.exactlyOne(priorities));
        none(Claim::Consistent, "no_contradiction", m_formulas.any(wrong),
             [this](const Facts& facts, const Facts&) { return contradictsItself(decide(m_set, facts)); });
    }

    SymbolicAnswer answerTo(const SymbolicCall& call) { return encode(m_formulas, m_space, call, m_rules); }

    Goal changedFirst(const SymbolicCall& after, Fact fact, const Literals& further)
    {
        const auto answer = answerTo(after);
        Literals ways;
        for (std::size_t m = 0; m < 4; ++m) {
            ways.push_back(m_formulas.both(m_answer.first[m], !answer.first[m]));
        }
        auto parts = further;
        parts.push_back(m_formulas.any(ways));
        return {m_formulas.all(parts), fact, after};
    }

    void monotone()
    {
        severity();
        unknownIsNeverSlower();
        std::vector<Goal> goals;
        for (const auto fact : {Fact::TravelMinutes, Fact::VisitPossibleWithinHours}) {
            goals.push_back(changedFirst(m_space.anyOther(m_call, fact), fact, {}));
        }
        none(Claim::Monotone, "distance_never_decides", goals,
             [this](const Facts& before, const Facts& after) {
                 return firstOf(m_set, before) != firstOf(m_set, after);
             });
    }

    void severity()
    {
        const auto after = m_space.anyOther(m_call, Fact::Severity);
        const auto answer = answerTo(after);
        const auto& mild = m_call.cells[slotOf(Fact::Severity)];
        const auto& worse = after.cells[slotOf(Fact::Severity)];
        Literals isWorse{m_formulas.both(!mild[0], worse[0])}; // unknown counts as worse than anything known
        for (std::size_t i = 1; i < mild.size(); ++i) {
            for (std::size_t j = i + 1; j < worse.size(); ++j) {
                isWorse.push_back(m_formulas.both(mild[i], worse[j]));
            }
        }
        Literals lowered;
        for (const auto& [level, name] : clinical::Words<clinical::Priority>::all) {
            lowered.push_back(m_formulas.both(atLeastAsUrgentAs(m_formulas, m_answer, level),
                                              !atLeastAsUrgentAs(m_formulas, answer, level)));
        }
        lowered.push_back(isLater(m_formulas, m_space, m_call, m_answer, answer));
        const auto violation = m_formulas.both(m_formulas.any(isWorse), m_formulas.any(lowered));
        none(Claim::Monotone, "severity_never_lowers_priority", {Goal{violation, Fact::Severity, after}},
             [this](const Facts& before, const Facts& later) {
                 const auto earlier = decide(m_set, before);
                 const auto now = decide(m_set, later);
                 return now.priority > earlier.priority ||
                        now.answerWithinMinutes > earlier.answerWithinMinutes;
             });
    }

    /// Forgetting a fact never brings a written answer to the top. Two facts are left out, which the rung for
    /// it takes as usual when they are unknown (docs/TRIAGE.md).
    void unknownIsNeverSlower()
    {
        constexpr auto written = indexOf(Modality::AsynchronousTeleExpertise);
        std::vector<Goal> goals;
        for (const auto& about : clinical::allFacts) {
            if (about.fact == Fact::NeedsExamination || about.fact == Fact::AddressedTo) {
                continue;
            }
            const auto after = m_space.anyOther(m_call, about.fact);
            const auto forgotten = about.fact == Fact::Motives
                                       ? m_formulas.all({!after.motives[0], !after.motives[1],
                                                         !after.motives[2], !after.motives[3]})
                                       : after.cells[slotOf(about.fact)][0];
            const auto slower = m_formulas.both(!m_answer.first[written], answerTo(after).first[written]);
            goals.push_back({m_formulas.both(forgotten, slower), about.fact, after});
        }
        none(Claim::Monotone, "unknown_is_never_slower", goals,
             [this](const Facts& before, const Facts& after) {
                 return firstOf(m_set, before) != Modality::AsynchronousTeleExpertise &&
                        firstOf(m_set, after) == Modality::AsynchronousTeleExpertise;
             });
    }

    void leanings()
    {
        for (const auto& leaning : m_leanings) {
            const auto fact = static_cast<Fact>(leaning.learnt.slot + 1);
            const auto after = m_space.anyOther(m_call, fact);
            const auto answer = answerTo(after);
            const Expression learnt{Expression::Kind::Ask, {}, leaning.learnt};
            const auto was = SymbolicConditions(m_formulas, m_space, m_call).truth(learnt).isTrue;
            const auto is = SymbolicConditions(m_formulas, m_space, after).truth(learnt).isTrue;
            Literals lowered;
            for (const auto& [verdict, name] : clinical::Words<Verdict>::all) {
                lowered.push_back(m_formulas.both(atLeast(m_formulas, m_answer, leaning.modality, verdict),
                                                  !atLeast(m_formulas, answer, leaning.modality, verdict)));
            }
            none(Claim::Leaning, leaning.id,
                 {Goal{m_formulas.all({!was, is, m_formulas.any(lowered)}), fact, after}},
                 [&](const Facts& before, const Facts& later) {
                     return verdictOf(m_set, later, leaning.modality) >
                            verdictOf(m_set, before, leaning.modality);
                 });
        }
    }

    /// would_change tries every value of the facts that decide; the others must never change what comes
    /// first.
    void wouldChange()
    {
        std::vector<Goal> goals;
        for (const auto& about : clinical::allFacts) {
            if (!m_set.compiled().decides(about.fact)) {
                goals.push_back(changedFirst(m_space.anyOther(m_call, about.fact), about.fact, {}));
            }
        }
        none(Claim::WouldChange, "would_change", goals, [this](const Facts& before, const Facts& after) {
            return firstOf(m_set, before) != firstOf(m_set, after);
        });
    }

    void speaks()
    {
        for (std::size_t i = 0; i < m_rules.ladder.size(); ++i) {
            const auto& rung = m_rules.ladder[i];
            if (rung.rule.isOff) {
                continue;
            }
            some(Claim::Speaks, rung.rule.id,
                 rung.onlyWhenDeciding() ? m_answer.deciding[i] : m_answer.rungs[i].isTrue);
        }
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            some(Claim::Speaks, m_rules.rules[i].id, m_answer.rules[i].isTrue);
        }
        for (std::size_t i = 0; i < m_rules.priorities.size(); ++i) {
            some(Claim::Speaks, m_rules.priorities[i].rule.id, m_answer.bands[i]);
        }
    }

    void matters()
    {
        forEachWithout(m_rules, [this](const std::string& id, const Rules& without) {
            if (isOver()) {
                return;
            }
            if (m_solver.isOutOfTime()) {
                tell({.claim = Claim::Matters,
                      .id = id,
                      .result = Result::NotFinished,
                      .facts = {},
                      .changed = {},
                      .changedTo = {}});
                return;
            }
            const auto other = encode(m_formulas, m_space, m_call, without);
            some(Claim::Matters, id, differ(m_formulas, m_space, m_call, m_answer, other));
        });
    }

    const RuleSet& m_set;
    const Rules& m_rules;
    const std::vector<Property>& m_properties;
    const std::vector<Leaning>& m_leanings;
    const ProofPlan& m_plan;
    const std::function<void(const Finding&)>& m_tell;
    Formulas m_formulas;
    FactSpace m_space;
    SymbolicCall m_call;
    SampledCalls m_samples;
    SymbolicAnswer m_answer;
    Solver m_solver;
    SmallestCall m_smallest;
    Proof m_proof;
    Solver::Clock::time_point m_since = Solver::Clock::now();
};

} // namespace

std::string_view nameOf(Claim claim)
{
    switch (claim) {
    case Claim::OneFirst: return "one_first";
    case Claim::Reachable: return "reachable";
    case Claim::Property: return "property";
    case Claim::Speaks: return "speaks";
    case Claim::Matters: return "matters";
    case Claim::Consistent: return "consistent";
    case Claim::Monotone: return "monotone";
    case Claim::Leaning: return "leaning";
    case Claim::WouldChange: break;
    }
    return "would_change";
}

Proof prove(const RuleSet& rules, const std::vector<Property>& properties,
            const std::vector<Leaning>& leanings, const ProofPlan& plan,
            const std::function<void(const Finding&)>& tell)
{
    return ProofRun(rules, properties, leanings, plan, tell).take();
}

} // namespace chevet::triage
