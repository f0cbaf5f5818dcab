// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of several settings of one item holds: parents first, and among those that knew nothing of each other
// the drift-capped stamp. The answer depends on the set of settings only, not on the order of their arrival.
#pragma once

#include "foundation/clock.h"
#include "foundation/ids.h"

#include <cstddef>
#include <span>
#include <vector>

namespace chevet::casebook {

struct Setting
{
    EventId id;
    Stamp stamp; ///< drift-capped
    std::span<const EventId> parents;
    bool withdrawn = false;
};

/// A stamp counts at most five minutes more than its author's own wall clock: a stamp forged or carried far
/// ahead must not win every conflict for years.
Stamp cappedStamp(Stamp stamp, Instant wallClock);

/// Positions of the settings that hold: not withdrawn, and not seen by another one that holds. The winner
/// comes first (the later stamp, then the larger id). More than one: a person settles it. What a withdrawn
/// setting replaced holds again, unless a later one has seen it too.
std::vector<std::size_t> headsOf(std::span<const Setting> settings);

} // namespace chevet::casebook
