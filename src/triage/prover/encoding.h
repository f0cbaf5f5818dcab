// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the evaluator does to a call, as formulas over the call's inputs. Written from docs/TRIAGE.md beside
// the evaluator, not from its cells; tests/triage holds each of these formulas against it on a million calls.
#pragma once

#include "triage/properties.h"
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

/// The priority is this or a more urgent one.
Literal atLeastAsUrgentAs(Formulas& formulas, const SymbolicAnswer& answer, clinical::Priority level);

/// The modality's verdict is this or a better one (recommended, suitable, possible, discouraged, excluded).
Literal atLeast(Formulas& formulas, const SymbolicAnswer& answer, clinical::Modality modality,
                clinical::Verdict verdict);

/// The answer shows what is expected.
Literal isMet(Formulas& formulas, const Expectation& must, const SymbolicAnswer& answer);

} // namespace chevet::triage
