// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person sees of an answer, reasons aside, by aspect: the formula of where two answers differ.
#pragma once

#include "triage/aspects.h"
#include "triage/prover/encoding.h"

namespace chevet::triage {

/// The two answers to the same call differ in this aspect.
Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
               const SymbolicAnswer& right, Aspect aspect);
Literal differ(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
               const SymbolicAnswer& right);

/// The right answer is due later than the left one; both calls need it within the same hours, if any.
Literal isLater(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const SymbolicAnswer& left,
                const SymbolicAnswer& right);

} // namespace chevet::triage
