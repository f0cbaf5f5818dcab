// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A few thousand random calls, 64 at a time: that something happens for some call is shown by one of them far
// sooner than by the solver, which is asked only where none of them does.
#pragma once

#include "triage/prover/fact_space.h"
#include "triage/prover/formulas.h"
#include "triage/rule_set.h"

#include <cstdint>
#include <vector>

namespace chevet::triage {

class SampledCalls
{
public:
    /// `formulas` holds no more than the call's inputs yet.
    SampledCalls(const Formulas& formulas, const FactSpace& space, const SymbolicCall& call,
                 const RuleSet& rules);

    /// One of them makes it true. The formula is about the call alone.
    bool show(Literal literal);

private:
    const Formulas& m_formulas;
    std::vector<std::vector<std::uint64_t>> m_values; ///< by batch of 64, by node
};

} // namespace chevet::triage
