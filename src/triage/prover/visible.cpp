// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/visible.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using clinical::Fact;

class Comparison
{
public:
    Comparison(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
               const SymbolicAnswer& right)
        : m_formulas(formulas), m_space(space), m_call(call), m_left(left), m_right(right)
    {}

    Literal in(Aspect aspect)
    {
        const auto& left = m_left;
        const auto& right = m_right;
        switch (aspect) {
        case Aspect::First: return somewhere(left.first, right.first);
        case Aspect::Meanwhile: return m_formulas.differ(left.meanwhile, right.meanwhile);
        case Aspect::Then: return somewhere(left.then, right.then);
        case Aspect::Purpose: return somewhere(left.purpose, right.purpose);
        case Aspect::Priority: return somewhere(left.priority, right.priority);
        case Aspect::AnswerTime: return answerTime();
        case Aspect::Excluded: return somewhere(left.excluded, right.excluded);
        case Aspect::Standing: return standing();
        case Aspect::Conditions: return conditions();
        case Aspect::Owed: return somewhere(left.owed, right.owed);
        case Aspect::AlsoConsider: return somewhere(left.consider, right.consider);
        }
        return never;
    }

private:
    template<class List> Literal somewhere(const List& left, const List& right)
    {
        Literals ways;
        for (std::size_t i = 0; i < left.size(); ++i) {
            ways.push_back(m_formulas.differ(left[i], right[i]));
        }
        return m_formulas.any(ways);
    }

    Literal answerTime()
    {
        return m_formulas.either(isLater(m_formulas, m_space, m_call, m_left, m_right),
                                 isLater(m_formulas, m_space, m_call, m_right, m_left));
    }

    /// What comes first stands by itself, and what is excluded has no standing.
    Literal scoreOf(const SymbolicAnswer& answer, std::size_t m, std::size_t score)
    {
        return m_formulas.all({answer.score[m][score], !answer.first[m], !answer.excluded[m]});
    }

    Literal standing()
    {
        Literals ways;
        for (std::size_t m = 0; m < 4; ++m) {
            for (std::size_t score = 0; score < 5; ++score) {
                ways.push_back(m_formulas.differ(scoreOf(m_left, m, score), scoreOf(m_right, m, score)));
            }
        }
        return m_formulas.any(ways);
    }

    Literal conditions()
    {
        Literals ways;
        for (std::size_t m = 0; m < 4; ++m) {
            ways.push_back(somewhere(m_left.conditions[m], m_right.conditions[m]));
        }
        return m_formulas.any(ways);
    }

    Formulas& m_formulas;
    FactSpace& m_space;
    const SymbolicCall& m_call;
    const SymbolicAnswer& m_left;
    const SymbolicAnswer& m_right;
};

} // namespace

/// Unless the caller needs the answer sooner than either would have it.
Literal isLater(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
                const SymbolicAnswer& right)
{
    constexpr auto needed = Fact::AnswerNeededWithinHours;
    Literals ways;
    for (const auto& sooner : left.due) {
        const auto notNeededBefore =
            formulas.either(!FactSpace::isKnown(call, needed),
                            space.atLeast(call, needed, FactSpace::hourAfter(sooner.minutes)));
        for (const auto& later : right.due) {
            if (later.minutes > sooner.minutes) {
                ways.push_back(formulas.all({sooner.isIt, later.isIt, notNeededBefore}));
            }
        }
    }
    return formulas.any(ways);
}

Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
               const SymbolicAnswer& right, Aspect aspect)
{
    return Comparison(formulas, space, call, left, right).in(aspect);
}

Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
               const SymbolicAnswer& right)
{
    Comparison comparison(formulas, space, call, left, right);
    Literals ways;
    for (const auto& [aspect, name] : allAspects) {
        ways.push_back(comparison.in(aspect));
    }
    return formulas.any(ways);
}

} // namespace chevet::triage
