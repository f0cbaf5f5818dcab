// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The vignettes of tests/data/triage, and whether an answer is what one of them expects.
#pragma once

#include "clinical/recommendation.h"
#include "triage/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace chevet::test {

const std::vector<triage::Value>& vignettes();
/// Empty when there is none.
std::string textOf(const triage::Value& table, std::string_view key);

/// What the answer has otherwise. `then`, `meanwhile` and what to consider are compared even where the
/// vignette does not mention them: silence means none.
std::vector<std::string> mismatches(const clinical::Recommendation& answer, const triage::Value& expect);

} // namespace chevet::test
