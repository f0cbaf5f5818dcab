// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/smallest_call.h"

namespace chevet::triage {

Satisfiable SmallestCall::exists(Literal goal)
{
    return goal == never ? Satisfiable::No : m_solver.ask(goal);
}

Satisfiable SmallestCall::find(Literal goal)
{
    const auto answer = exists(goal);
    if (answer != Satisfiable::Yes) {
        return answer;
    }
    for (std::size_t count = 0; count < m_known.size(); ++count) {
        const auto fewer = m_solver.ask(m_formulas.both(goal, m_formulas.atMost(m_known, count)));
        if (fewer != Satisfiable::No) {
            return fewer;
        }
    }
    return m_solver.ask(goal); // every fact has to be known
}

clinical::Facts SmallestCall::factsOf(const SymbolicCall& call) const
{
    return m_space.factsOf(call, [this](Literal literal) { return m_solver.value(literal); });
}

} // namespace chevet::triage
