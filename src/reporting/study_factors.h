// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The influencing factors that the sources name, as far as they are facts of a call (docs/TRIAGE.md has the
// table, and why the others are none).
#pragma once

#include "clinical/case_course.h"

#include <optional>
#include <span>
#include <string_view>

namespace chevet::reporting {

struct Factor
{
    std::string_view id;     ///< stable, for JSON and CSV
    std::string_view source; ///< "000:374-379": the passage that names it
    /// Present, absent, or nothing if it is not known of this call.
    std::optional<bool> (*of)(const clinical::CourseDecision& decision);
};

/// In the order of the table in docs/TRIAGE.md.
std::span<const Factor> allFactors();

} // namespace chevet::reporting
