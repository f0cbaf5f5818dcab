// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole answer, reasons aside, on one line, and facts as a line of TOML: for goldens.
#pragma once

#include "clinical/facts.h"
#include "clinical/recommendation.h"

#include <string>

namespace chevet::test {

std::string answerText(const clinical::Recommendation& answer);
/// `{ motives = ["acute"], dying = true }`
std::string factsText(const clinical::Facts& facts);

} // namespace chevet::test
