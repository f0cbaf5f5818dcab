// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Today's queue, made by hand so that it shows every kind of line: overdue, due soon, a visit that a call
// bridges, a screening, deferred, unassigned, not yet triaged, an identity that is not checked, a value that
// two devices contest.
#pragma once

#include "workflow/sample/course.h"

#include <functional>
#include <vector>

namespace chevet::workflow::sample {

/// Lends a resident who has no open case.
using FreeSubject = std::function<Subject&()>;

void addToday(Stage& stage, Instant now, const FreeSubject& freeSubject, std::vector<Step>& steps);

} // namespace chevet::workflow::sample
