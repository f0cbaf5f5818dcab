// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person sees of an answer, reasons aside, by aspect: the formula of where two answers differ.
#pragma once

#include "triage/aspects.h"
#include "triage/prover/encoding.h"

namespace chevet::triage {

/// An answer and the settings it was made under.
struct SeenAnswer
{
    const SymbolicAnswer& answer;
    const Settings& settings;
};

/// The two answers to the same call differ in this aspect.
Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, SeenAnswer left,
               SeenAnswer right, Aspect aspect);
Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, SeenAnswer left,
               SeenAnswer right);

} // namespace chevet::triage
