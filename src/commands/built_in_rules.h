// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules and safety properties that Chevet ships, as text from the program's resources.
#pragma once

#include <string>

namespace chevet::commands {

std::string builtInRules();
std::string builtInProperties();

} // namespace chevet::commands
