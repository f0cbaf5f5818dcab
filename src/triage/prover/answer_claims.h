// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be claimed of an answer, as formulas over the call's inputs.
#pragma once

#include "triage/properties.h"
#include "triage/prover/encoding.h"

#include <vector>

namespace chevet::triage {

/// The priority is this or a more urgent one.
Literal atLeastAsUrgentAs(Formulas& formulas, const SymbolicAnswer& answer, clinical::Priority level);

/// The modality's verdict is this or a better one (recommended, suitable, possible, discouraged, excluded).
Literal atLeast(Formulas& formulas, const SymbolicAnswer& answer, clinical::Modality modality,
                clinical::Verdict verdict);

/// The answer is due within so many minutes, by what the rules or what the caller says. The hours of the call
/// must be cut where `cutsOf` says.
Literal isDueWithin(Formulas& formulas, FactSpace& space, const SymbolicCall& call,
                    const SymbolicAnswer& answer, int minutes);

/// The answer shows what is expected.
Literal isMet(Formulas& formulas, FactSpace& space, const SymbolicCall& call, const Expectation& must,
              const SymbolicAnswer& answer);

/// Where the facts must be cut for a property to be spoken of: its condition, and the hours that its
/// expectation compares.
std::vector<Expression> cutsOf(const Property& property);

} // namespace chevet::triage
