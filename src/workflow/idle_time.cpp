// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/idle_time.h"

#include <algorithm>

namespace chevet::workflow {

Bytes encodeIdleMinutes(int minutes)
{
    return {static_cast<std::uint8_t>(std::clamp(minutes, idleMinutesLeast, idleMinutesMost))};
}

int decodeIdleMinutes(View content)
{
    const bool isKnown =
        content.size() == 1 && content[0] >= idleMinutesLeast && content[0] <= idleMinutesMost;
    return isKnown ? content[0] : idleMinutesDefault;
}

} // namespace chevet::workflow
