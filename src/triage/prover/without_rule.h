// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule set with one of its parts silenced, one part after the other.
#pragma once

#include "triage/rule.h"

#include <functional>
#include <string>

namespace chevet::triage {

/// Every rung, rule, prerequisite and priority; the last priority, which is what is left, stays. A silenced
/// part keeps its place, so that indices mean the same in both.
void forEachWithout(const Rules& rules,
                    const std::function<void(const std::string& id, const Rules& without)>& use);

} // namespace chevet::triage
