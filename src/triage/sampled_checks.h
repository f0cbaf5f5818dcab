// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The checks that every rule set has to pass, whatever its properties. Internal to triage.
#pragma once

#include "triage/recommend.h"

#include <array>
#include <string_view>

namespace chevet::triage {

enum class CheckCost
{
    Outcome,
    WholeAnswer
};

struct Check
{
    std::string_view name;
    CheckCost cost;
    bool (*holds)(const RuleSet& rules, const clinical::Facts& facts, const Outcome& outcome);
};

extern const std::array<Check, 7> builtInChecks;

} // namespace chevet::triage
