// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule's condition as a pair of formulas, Kleene's way: true when it is, false when it is, unknown when
// neither.
#pragma once

#include "triage/prover/fact_space.h"
#include "triage/prover/formulas.h"

#include <array>
#include <utility>

namespace chevet::triage {

struct SymbolicTruth
{
    Literal isTrue = never;
    Literal isFalse = never;
};

class SymbolicConditions
{
public:
    SymbolicConditions(Formulas& formulas, const FactSpace& space, const SymbolicCall& call)
        : m_formulas(formulas), m_space(space), m_call(call)
    {}

    /// What the evaluation derives, in the order of valuesOfSlot; told as it is found. A condition that asks
    /// about what has not been told is false.
    void tell(Slot slot, Literals values) { m_derived[slot] = std::move(values); }
    void tell(const std::array<Literals, slotCount>& derived) { m_derived = derived; }
    const std::array<Literals, slotCount>& derived() const { return m_derived; }

    SymbolicTruth truth(const Expression& expression) const;

private:
    SymbolicTruth ask(const Question& question) const;
    SymbolicTruth motives(const Question& question) const;
    SymbolicTruth oneOf(const Literals& cells, const Literals& ways) const;

    Formulas& m_formulas;
    const FactSpace& m_space;
    const SymbolicCall& m_call;
    std::array<Literals, slotCount> m_derived;
};

} // namespace chevet::triage
