// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The letters under which a caller's motives are typed: one list, one letter each in every language.
#pragma once

#include "workflow/intake.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace chevet::workflow {

/// Number of a choice, kept in drafts: never renumber. Nothing for a choice that is none of ours.
std::optional<std::uint64_t> numberOf(const MotiveChoice& choice);
std::optional<MotiveChoice> motiveChoice(std::uint64_t number);
std::vector<MotiveChoice> allMotiveChoices();

} // namespace chevet::workflow
