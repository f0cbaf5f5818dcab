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
    Comparison(Formulas& formulas, FactSpace& space, const SymbolicCall& call, SeenAnswer left,
               SeenAnswer right)
        : m_formulas(formulas), m_space(space), m_call(call), m_left(left), m_right(right)
    {}

    Literal in(Aspect aspect)
    {
        const auto& left = m_left.answer;
        const auto& right = m_right.answer;
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

    /// Unless the caller needs the answer sooner than either would have it.
    Literal answerTime()
    {
        Literals ways;
        for (std::size_t l = 0; l < 4; ++l) {
            for (std::size_t r = 0; r < 4; ++r) {
                const int left = answerMinutes(m_left.settings, static_cast<clinical::Priority>(l + 1));
                const int right = answerMinutes(m_right.settings, static_cast<clinical::Priority>(r + 1));
                if (left == right) {
                    continue;
                }
                constexpr auto needed = Fact::AnswerNeededWithinHours;
                const auto hour = FactSpace::hourAfter(std::min(left, right));
                const auto laterThanEither = m_formulas.either(!FactSpace::isKnown(m_call, needed),
                                                               m_space.atLeast(m_call, needed, hour));
                ways.push_back(
                    m_formulas.all({m_left.answer.priority[l], m_right.answer.priority[r], laterThanEither}));
            }
        }
        return m_formulas.any(ways);
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
                ways.push_back(
                    m_formulas.differ(scoreOf(m_left.answer, m, score), scoreOf(m_right.answer, m, score)));
            }
        }
        return m_formulas.any(ways);
    }

    Literal conditions()
    {
        Literals ways;
        for (std::size_t m = 0; m < 4; ++m) {
            ways.push_back(somewhere(m_left.answer.conditions[m], m_right.answer.conditions[m]));
        }
        return m_formulas.any(ways);
    }

    Formulas& m_formulas;
    FactSpace& m_space;
    const SymbolicCall& m_call;
    SeenAnswer m_left;
    SeenAnswer m_right;
};

} // namespace

Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, SeenAnswer left,
               SeenAnswer right, Aspect aspect)
{
    return Comparison(formulas, space, call, left, right).in(aspect);
}

Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, SeenAnswer left,
               SeenAnswer right)
{
    Comparison comparison(formulas, space, call, left, right);
    Literals ways;
    for (const auto& [aspect, name] : allAspects) {
        ways.push_back(comparison.in(aspect));
    }
    return formulas.any(ways);
}

} // namespace chevet::triage
