// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The claims as the evaluator sees them, about one call: what the solver found is shown to somebody who does
// not know the formulas.
#pragma once

#include "triage/properties.h"
#include "triage/recommend.h"

namespace chevet::triage {

bool firstIsRuledOut(const Outcome& outcome);
/// `then` says what comes first or what is excluded, or a call bridges no visit.
bool contradictsItself(const Outcome& outcome);
/// The property's condition is true and the answer does not show what it must.
bool breaks(const RuleSet& rules, const Property& property, const clinical::Facts& facts);
clinical::Verdict verdictOf(const RuleSet& rules, const clinical::Facts& facts, clinical::Modality modality);

} // namespace chevet::triage
