// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/encoding.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using clinical::Fact;
using clinical::Modality;
using clinical::Priority;
using clinical::Purpose;

template<class E> constexpr std::size_t placeOf(E word)
{
    return static_cast<std::size_t>(word) - 1;
}

constexpr auto visit = indexOf(Modality::InPersonVisit);
constexpr auto video = indexOf(Modality::Teleconsultation);

/// Most telling first: the one that wins where several are asked for.
constexpr std::array<Purpose, 5> purposesByWeight{Purpose::Bridging, Purpose::Screening, Purpose::Preparation,
                                                  Purpose::FollowUp, Purpose::Care};

class Encoder
{
public:
    Encoder(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const Rules& rules)
        : m_formulas(formulas), m_space(space), m_call(call), m_rules(rules),
          m_conditions(formulas, space, call)
    {}

    SymbolicAnswer take()
    {
        askFirstStage();
        mark();
        climb();
        setPriority();
        setDue();
        setVisit();
        askSecondStage();
        hear();
        setScores();
        setThen();
        setPurpose();
        setConditions();
        setOwed();
        m_answer.derived = m_conditions.derived();
        return std::move(m_answer);
    }

private:
    /// Somebody who speaks, and when.
    struct Voice
    {
        const Effects* effects;
        Literal speaks;
        Literal speaksOfPurpose;
    };

    Literal any(Literal left, Literal right) { return m_formulas.either(left, right); }
    Literal both(Literal left, Literal right) { return m_formulas.both(left, right); }

    void askFirstStage()
    {
        for (const auto& rule : m_rules.rules) {
            m_answer.rules.push_back(rule.secondStage ? SymbolicTruth{} : m_conditions.truth(rule.when));
        }
    }

    void mark(const Effects& effects, Literal when)
    {
        for (std::size_t m = 0; m < 4; ++m) {
            const auto modality = static_cast<Modality>(m + 1);
            if (effects.exclude.has(modality)) {
                m_answer.excluded[m] = any(m_answer.excluded[m], when);
            }
            if (effects.neverFirst.has(modality)) {
                m_answer.neverFirst[m] = any(m_answer.neverFirst[m], when);
            }
        }
    }

    void mark()
    {
        m_answer.excluded.fill(never);
        m_answer.neverFirst.fill(never);
        Literals met;
        for (const auto& prerequisite : m_rules.prerequisites) {
            met.push_back(among(prerequisite, prerequisite.met));
            m_answer.excluded[video] =
                any(m_answer.excluded[video], among(prerequisite, prerequisite.refused));
        }
        for (const auto& rung :
             m_rules.ladder) { // before `teleconsultation` is known: a rung that asks marks not
            mark(rung.rule.effects, m_conditions.truth(rung.rule.when).isTrue);
        }
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            mark(m_rules.rules[i].effects, m_answer.rules[i].isTrue);
        }
        const auto ruledOut = any(m_answer.excluded[video], m_answer.neverFirst[video]);
        const auto ready = both(!ruledOut, m_formulas.all(met));
        m_conditions.tell(teleconsultationSlot, {ready, both(!ruledOut, !ready), ruledOut});
    }

    Literal among(const Prerequisite& prerequisite, std::uint64_t values)
    {
        const auto& cells = m_call.cells[slotOf(prerequisite.fact)];
        Literals ways;
        for (std::size_t i = 1; i < cells.size(); ++i) {
            if ((values >> (i - 1) & 1U) != 0) {
                ways.push_back(cells[i]);
            }
        }
        return m_formulas.any(ways);
    }

    void climb()
    {
        m_answer.first.fill(never);
        auto open = always;
        for (const auto& rung : m_rules.ladder) {
            const auto truth = m_conditions.truth(rung.rule.when);
            const auto m = indexOf(rung.first);
            const auto mayBe = both(!m_answer.excluded[m], !m_answer.neverFirst[m]);
            const auto decides = m_formulas.all({open, truth.isTrue, mayBe});
            m_answer.rungs.push_back(truth);
            m_answer.deciding.push_back(decides);
            m_answer.first[m] = any(m_answer.first[m], decides);
            open = both(open, !decides);
        }
        m_answer.first[visit] = any(m_answer.first[visit], open);
        m_conditions.tell(firstSlot, {m_answer.first.begin(), m_answer.first.end()});
    }

    void setPriority()
    {
        std::array<Literal, 4> asked;
        asked.fill(never);
        auto open = always;
        for (const auto& band : m_rules.priorities) {
            const auto chosen = both(open, m_conditions.truth(band.rule.when).isTrue);
            m_answer.bands.push_back(chosen);
            asked[placeOf(band.priority)] = any(asked[placeOf(band.priority)], chosen);
            open = both(open, !chosen);
        }
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            if (const auto raised = m_rules.rules[i].effects.priority) {
                asked[placeOf(*raised)] = any(asked[placeOf(*raised)], m_answer.rules[i].isTrue);
            }
        }
        auto none = always;
        for (std::size_t level = 0; level < asked.size(); ++level) {
            m_answer.priority[level] = both(none, asked[level]);
            none = both(none, !asked[level]);
        }
    }

    /// The soonest of the priority's own time and of those that a rule asks for.
    void setDue()
    {
        auto none = always;
        for (const int minutes : FactSpace::answerTimesOf(m_rules)) {
            auto asked = never;
            for (std::size_t level = 0; level < m_answer.priority.size(); ++level) {
                if (answerMinutes(m_rules.settings, static_cast<Priority>(level + 1)) == minutes) {
                    asked = any(asked, m_answer.priority[level]);
                }
            }
            for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
                if (m_rules.rules[i].effects.answerWithinMinutes == minutes) {
                    asked = any(asked, m_answer.rules[i].isTrue);
                }
            }
            m_answer.due.push_back({minutes, both(none, asked)});
            none = both(none, !asked);
        }
    }

    /// Late is later than what the rules allow, and later than the hours that the caller gave if that is
    /// sooner.
    void setVisit()
    {
        constexpr auto hours = Fact::VisitPossibleWithinHours;
        auto late = m_space.visitIsLaterThanAnswer(m_call);
        for (const auto& due : m_answer.due) {
            const auto hour = FactSpace::hourAfter(due.minutes);
            late = any(late, both(due.isIt, m_space.atLeast(m_call, hours, hour)));
        }
        const auto known = FactSpace::isKnown(m_call, hours);
        m_conditions.tell(visitSlot, {both(known, !late), both(known, late), !known});
    }

    void askSecondStage()
    {
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            if (m_rules.rules[i].secondStage) {
                m_answer.rules[i] = m_conditions.truth(m_rules.rules[i].when);
            }
        }
    }

    void hear()
    {
        for (std::size_t i = 0; i < m_rules.ladder.size(); ++i) {
            const auto& rung = m_rules.ladder[i];
            const auto decides = m_answer.deciding[i];
            const auto speaks = rung.onlyWhenDeciding() ? decides : m_answer.rungs[i].isTrue;
            m_voices.push_back({&rung.rule.effects, speaks, decides});
        }
        for (std::size_t i = 0; i < m_rules.rules.size(); ++i) {
            const auto speaks = m_answer.rules[i].isTrue;
            m_voices.push_back({&m_rules.rules[i].effects, speaks, speaks});
        }
    }

    template<class Asks> Literal said(Asks&& asks)
    {
        Literals ways;
        for (const auto& voice : m_voices) {
            if (asks(*voice.effects)) {
                ways.push_back(voice.speaks);
            }
        }
        return m_formulas.any(ways);
    }

    /// {no, plain, strong}: how strong the strongest of them is.
    std::array<Literal, 3> strength(Literal plain, Literal strong)
    {
        return {both(!plain, !strong), both(plain, !strong), strong};
    }

    void setScores()
    {
        for (std::size_t m = 0; m < 4; ++m) {
            const auto modality = static_cast<Modality>(m + 1);
            const auto saidOf = [&](Modalities Effects::*which) {
                return said([&](const Effects& effects) { return (effects.*which).has(modality); });
            };
            auto stronglyFor = saidOf(&Effects::speaksStronglyFor);
            for (std::size_t i = 0; i < m_rules.ladder.size(); ++i) {
                if (m_rules.ladder[i].first == modality) {
                    stronglyFor = any(stronglyFor, m_voices[i].speaks);
                }
            }
            const auto forIt = strength(saidOf(&Effects::speaksFor), stronglyFor);
            const auto against =
                strength(saidOf(&Effects::speaksAgainst), saidOf(&Effects::speaksStronglyAgainst));
            m_answer.score[m].fill(never);
            for (std::size_t f = 0; f < 3; ++f) {
                for (std::size_t a = 0; a < 3; ++a) {
                    auto& score = m_answer.score[m][f + 2 - a];
                    score = any(score, both(forIt[f], against[a]));
                }
            }
        }
    }

    void setThen()
    {
        auto none = always;
        for (std::size_t m = 0; m < 4; ++m) { // the most present one wins
            const auto modality = static_cast<Modality>(m + 1);
            const auto asked = said([&](const Effects& effects) { return effects.then == modality; });
            m_answer.then[m] = m_formulas.all({asked, !m_answer.first[m], none});
            none = both(none, !m_answer.then[m]);
        }
        const auto bridged = said([](const Effects& effects) { return effects.meanwhile; });
        m_answer.meanwhile = both(bridged, m_answer.first[visit]);
    }

    void setPurpose()
    {
        m_answer.purpose.fill(never);
        auto none = always;
        for (const auto purpose : purposesByWeight) {
            Literals ways;
            for (const auto& voice : m_voices) {
                if (voice.effects->purpose == purpose) {
                    ways.push_back(voice.speaksOfPurpose);
                }
            }
            auto asked = purpose == Purpose::Care ? always : m_formulas.any(ways);
            if (purpose == Purpose::Bridging) {
                asked = any(asked, m_answer.meanwhile);
            }
            m_answer.purpose[placeOf(purpose)] = both(none, asked);
            none = both(none, !asked);
        }
    }

    void setConditions()
    {
        for (std::size_t m = 0; m < 4; ++m) {
            for (std::size_t c = 0; c < m_answer.conditions[m].size(); ++c) {
                const auto asked = asksFor(m, static_cast<clinical::Condition>(c + 1));
                m_answer.conditions[m][c] = both(asked, !m_answer.excluded[m]);
            }
        }
    }

    Literal asksFor(std::size_t m, clinical::Condition condition)
    {
        auto asked = said([&](const Effects& effects) { return effects.conditions[m].has(condition); });
        if (m != visit && condition == clinical::Condition::ConfirmNotDying) {
            asked = any(asked, m_call.cells[slotOf(Fact::Dying)][0]);
        }
        for (const auto& prerequisite : m_rules.prerequisites) {
            if (m == video && prerequisite.condition == condition) {
                asked = any(asked, !among(prerequisite, prerequisite.met | prerequisite.refused));
            }
        }
        return asked;
    }

    void setOwed()
    {
        for (std::size_t i = 0; i < m_answer.owed.size(); ++i) {
            const auto owed = static_cast<clinical::Owed>(i + 1);
            m_answer.owed[i] = said([&](const Effects& effects) { return effects.owed.has(owed); });
        }
        auto& visitOwed = m_answer.owed[placeOf(clinical::Owed::Visit)];
        visitOwed = any(visitOwed, m_answer.meanwhile);
        for (std::size_t i = 0; i < m_answer.consider.size(); ++i) {
            const auto what = static_cast<clinical::AlsoConsider>(i + 1);
            m_answer.consider[i] = said([&](const Effects& effects) { return effects.consider.has(what); });
        }
    }

    Formulas& m_formulas;
    FactSpace& m_space;
    const SymbolicCall& m_call;
    const Rules& m_rules;
    SymbolicConditions m_conditions;
    SymbolicAnswer m_answer;
    std::vector<Voice> m_voices;
};

} // namespace

SymbolicAnswer encode(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const Rules& rules)
{
    return Encoder(formulas, space, call, rules).take();
}

} // namespace chevet::triage
