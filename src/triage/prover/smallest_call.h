// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A question to the solver about one call, or about a call and the same with one fact changed, and the call
// with the fewest known facts that answers it.
#pragma once

#include "triage/prover/fact_space.h"
#include "triage/prover/solver.h"

#include <optional>

namespace chevet::triage {

class SmallestCall
{
public:
    SmallestCall(Formulas& formulas, const FactSpace& space, Solver& solver, const SymbolicCall& call)
        : m_formulas(formulas), m_space(space), m_solver(solver), m_call(call),
          m_known(space.knownFacts(call))
    {}

    Satisfiable exists(Literal goal);
    /// Whether there is one, and then the one with the fewest known facts; it is the solver's last answer.
    Satisfiable find(Literal goal);
    /// After Yes.
    clinical::Facts facts() const { return factsOf(m_call); }
    clinical::Facts factsOf(const SymbolicCall& call) const;

private:
    Formulas& m_formulas;
    const FactSpace& m_space;
    Solver& m_solver;
    const SymbolicCall& m_call;
    Literals m_known;
};

} // namespace chevet::triage
