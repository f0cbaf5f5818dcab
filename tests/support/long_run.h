// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How often a test repeats itself: quick on every push, in full with `packaging/test --long` (CHEVET_LONG=1).
#pragma once

#include <cstdlib>
#include <string_view>

namespace chevet::test {

inline bool isLongRun()
{
    const char* value = std::getenv("CHEVET_LONG");
    return value != nullptr && std::string_view(value) == "1";
}

inline int scaled(int quick, int full)
{
    return isLongRun() ? full : quick;
}

} // namespace chevet::test
