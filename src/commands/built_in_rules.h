// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules and safety properties that Chevet ships, as text from the program's resources.
#pragma once

#include <string>

namespace chevet::commands {

std::string builtInRules();
std::string builtInProperties();
/// SHA-256, hexadecimal: the name of a rule set in every decision.
std::string hashOfRules(const std::string& text);

} // namespace chevet::commands
