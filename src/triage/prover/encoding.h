// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the evaluator does to a call, as formulas over the call's inputs. Written from docs/TRIAGE.md beside
// the evaluator, not from its cells; tests/triage holds each of these formulas against it on a million calls.
#pragma once

#include "triage/prover/symbolic_condition.h"
#include "triage/rule.h"

#include <array>
#include <vector>

namespace chevet::triage {

/// Arrays by modality, priority and so on start with the first word of the list.
struct SymbolicAnswer
{
    std::array<Literal, 4> first;
    std::array<Literal, 4> excluded;
    std::array<Literal, 4> neverFirst;
    Literal meanwhile = never;
    std::array<Literal, 4> then;
    std::array<Literal, 5> purpose;
    std::array<Literal, 4> priority;
    /// Within how many minutes an answer is due, whatever the caller says of the time; exactly one is true.
    struct Due
    {
        int minutes = 0;
        Literal isIt;
    };
    std::vector<Due> due;                        ///< the soonest first
    std::array<std::array<Literal, 5>, 4> score; ///< from -2 to 2
    std::array<std::array<Literal, 8>, 4> conditions;
    std::array<Literal, 5> owed;
    std::array<Literal, 2> consider;
    std::vector<SymbolicTruth> rules;
    std::vector<SymbolicTruth> rungs;
    Literals deciding; ///< by rung: it gave `first`
    Literals bands;    ///< by priority: it is the one
    /// What the evaluation derives, for the conditions of properties.
    std::array<Literals, slotCount> derived;
};

SymbolicAnswer encode(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const Rules& rules);

} // namespace chevet::triage
