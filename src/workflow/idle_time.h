// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long a desk may stand untouched before it locks: a sealed setting of this device, so that nobody who
// merely holds the disk can lengthen it.
#pragma once

#include "foundation/bytes.h"

namespace chevet::workflow {

inline constexpr int idleMinutesDefault = 5;
inline constexpr int idleMinutesLeast = 1;
inline constexpr int idleMinutesMost =
    60; ///< never "never": the tablet on a ward's table is the case at hand

/// Name of the setting in the vault.
inline constexpr const char* idleSetting = "idle_minutes";

Bytes encodeIdleMinutes(int minutes);
/// The default for anything that is no number within the bounds.
int decodeIdleMinutes(View content);

} // namespace chevet::workflow
