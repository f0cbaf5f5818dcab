// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// "Did you mean …": the known name that a mistyped one most likely stands for.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace chevet::commands {

/// The known name with the fewest slips of the keyboard (a letter too much, too few, wrong, or two swapped;
/// case and
/// - for _ are no slip). Empty when none is within a third of the name's length.
std::string nearestName(std::string_view typed, std::span<const std::string_view> known);

} // namespace chevet::commands
