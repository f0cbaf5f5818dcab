// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The name of a rule set in every decision: a hash of its whole text. Thread: any.
#pragma once

#include <string>

namespace chevet::workflow {

/// SHA-256 of the text and its overlays as one (triage::adoptedText), hexadecimal.
std::string hashOfRules(const std::string& text);

} // namespace chevet::workflow
