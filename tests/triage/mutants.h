// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped rules with one thing broken: what the proof, the vignettes and the boundary cases have to
// notice.
#pragma once

#include "triage/rule.h"

#include <string>
#include <vector>

namespace chevet::test {

struct Mutant
{
    std::string name; ///< kind, rule and what was done: "drop rule pca-pump"
    bool isSafety = false;
    triage::Rules rules;
};

/// Each rule, rung, prerequisite and priority silenced; each effect taken away or turned round; each
/// threshold moved by one; each question of a condition left out or asked for another value; neighbouring
/// rungs swapped.
std::vector<Mutant> mutantsOf(const triage::Rules& rules);

} // namespace chevet::test
