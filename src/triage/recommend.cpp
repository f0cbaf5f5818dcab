// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Puts the words to an outcome: reasons, verdicts, the order of the four modalities.

#include "triage/recommend.h"

#include "triage/evaluation.h"

#include <algorithm>
#include <string_view>

namespace chevet::triage {
namespace {

using clinical::Modality;
using clinical::ModalityAdvice;
using clinical::Reason;
using clinical::Recommendation;
using clinical::Verdict;

struct Voice
{
    Modalities Effects::*modalities;
    std::string_view effect;
};

constexpr std::array<Voice, 6> voices{{
    {&Effects::exclude, "excludes"},
    {&Effects::neverFirst, "never_first"},
    {&Effects::speaksStronglyFor, "speaks_strongly_for"},
    {&Effects::speaksFor, "speaks_for"},
    {&Effects::speaksStronglyAgainst, "speaks_strongly_against"},
    {&Effects::speaksAgainst, "speaks_against"},
}};

class Wording
{
public:
    Wording(const RuleSet& set, const Evaluation& evaluation)
        : m_rules(set.rules()), m_cells(evaluation.cells), m_outcome(evaluation.outcome)
    {
        for (const auto& [modality, name] : clinical::Words<Modality>::all) {
            auto& advice = m_answer.modalities[indexOf(modality)];
            advice.modality = modality;
            advice.score = m_outcome.score[indexOf(modality)];
            advice.conditions = m_outcome.conditions[indexOf(modality)];
            advice.reasons.reserve(6);
        }
    }

    Recommendation take()
    {
        sayRungs();
        sayPrerequisites();
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            if (m_outcome.rules[i] == Truth::True) {
                say(m_rules.rules[i]);
            }
        }
        further(m_rules.priorities[m_outcome.priorityBand].rule, "priority");
        setVerdicts();
        order();
        copyOutcome();
        return std::move(m_answer);
    }

private:
    static Reason reason(const Rule& rule, std::string_view effect)
    {
        return {rule.id, std::string(effect), rule.reason, rule.source};
    }
    ModalityAdvice& advice(Modality modality) { return m_answer.modalities[indexOf(modality)]; }
    void further(const Rule& rule, std::string_view effect)
    {
        m_answer.furtherReasons.push_back(reason(rule, effect));
    }

    void sayRungs()
    {
        if (m_outcome.rung < 0) {
            advice(Modality::InPersonVisit).reasons.push_back(reason(m_rules.fallback, "recommends"));
        } else { // the reason that decided is read first
            const auto& rung = m_rules.ladder[static_cast<std::size_t>(m_outcome.rung)];
            advice(rung.first).reasons.push_back(reason(rung.rule, "recommends"));
        }
        for (std::size_t i = 0; i < m_rules.ladder.size(); ++i) {
            const auto& rung = m_rules.ladder[i];
            if (m_outcome.rungs[i] != Truth::True || !speaks(m_rules, m_outcome, i)) {
                continue;
            }
            if (m_outcome.rung != static_cast<int>(i)) {
                advice(rung.first).reasons.push_back(reason(rung.rule, "speaks_strongly_for"));
            }
            say(rung.rule);
        }
    }

    void sayPrerequisites()
    {
        auto& reasons = advice(Modality::Teleconsultation).reasons;
        for (const auto& prerequisite : m_rules.prerequisites) {
            const auto bit = std::uint64_t{1} << m_cells[slotOf(prerequisite.fact)];
            if ((prerequisite.refused << 1 & bit) != 0) {
                reasons.push_back(
                    {prerequisite.id, "excludes", prerequisite.reasonRefused, prerequisite.source});
            } else if ((prerequisite.met << 1 & bit) == 0 &&
                       !m_outcome.excluded.has(Modality::Teleconsultation)) {
                reasons.push_back(
                    {prerequisite.id, "requires", prerequisite.reasonCondition, prerequisite.source});
            }
        }
    }

    void say(const Rule& rule)
    {
        const auto& effects = rule.effects;
        for (const auto& [modality, name] : clinical::Words<Modality>::all) {
            for (const auto& voice : voices) {
                if ((effects.*voice.modalities).has(modality)) {
                    advice(modality).reasons.push_back(reason(rule, voice.effect));
                }
            }
            if (!effects.conditions[indexOf(modality)].empty()) {
                advice(modality).reasons.push_back(reason(rule, "requires"));
            }
        }
        if (effects.meanwhile && m_outcome.meanwhile) {
            further(rule, "bridges");
        }
        if (effects.then && effects.then == m_outcome.then) {
            further(rule, "follows");
        }
        if (!effects.owed.empty()) {
            further(rule, "owes");
        }
        if (!effects.consider.empty()) {
            further(rule, "considers");
        }
        if (effects.priority) {
            further(rule, "raises_priority");
        }
        if (effects.answerWithinMinutes) {
            further(rule, "shortens_answer_time");
        }
        if (effects.purpose && effects.purpose == m_outcome.purpose) {
            further(rule, "purpose");
        }
    }

    void setVerdicts()
    {
        for (auto& each : m_answer.modalities) {
            if (each.modality == m_outcome.first) {
                each.verdict = Verdict::Recommended;
            } else if (m_outcome.excluded.has(each.modality)) {
                each.verdict = Verdict::Excluded;
            } else if (each.score != 0) {
                each.verdict = each.score > 0 ? Verdict::Suitable : Verdict::Discouraged;
            }
        }
    }

    void order()
    {
        // Verdicts are numbered from recommended to excluded; the gradient settles what the score leaves
        // even.
        std::stable_sort(m_answer.modalities.begin(), m_answer.modalities.end(),
                         [](const ModalityAdvice& left, const ModalityAdvice& right) {
                             return left.verdict != right.verdict ? left.verdict < right.verdict
                                                                  : left.score > right.score;
                         });
    }

    void copyOutcome()
    {
        m_answer.first = m_outcome.first;
        if (m_outcome.meanwhile) {
            m_answer.meanwhile = Modality::SynchronousTeleExpertise;
        }
        m_answer.then = m_outcome.then;
        m_answer.purpose = m_outcome.purpose;
        m_answer.priority = m_outcome.priority;
        m_answer.answerWithinMinutes = m_outcome.answerWithinMinutes;
        m_answer.conditions = m_outcome.conditions[indexOf(m_outcome.first)];
        m_answer.owed = m_outcome.owed;
        m_answer.alsoConsider = m_outcome.alsoConsider;
    }

    const Rules& m_rules;
    const Cells& m_cells;
    const Outcome& m_outcome;
    Recommendation m_answer;
};

} // namespace

Recommendation recommend(const RuleSet& rules, const clinical::Facts& facts)
{
    const auto evaluation = evaluate(rules, facts);
    auto answer = Wording(rules, evaluation).take();
    answer.wouldChange = changesOfFirst(rules, facts, evaluation);
    answer.silentRules = silentRules(rules, evaluation);
    answer.assumed = assumptions(rules, facts, evaluation, answer.wouldChange);
    answer.rules = rules.name();
    return answer;
}

} // namespace chevet::triage
