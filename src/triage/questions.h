// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which questions to put to the caller: few, and the ones that the rules need for these motives.
#pragma once

#include "clinical/facts.h"
#include "triage/rule_set.h"

#include <vector>

namespace chevet::triage {

inline constexpr std::size_t fewestQuestions = 4;
inline constexpr std::size_t mostQuestions = 6;

/// The facts to ask for, in order; `dying` is always the first. What is `known` already from the home's or
/// the resident's record is not asked again (`dying` is: yesterday's answer is none). Of the answers given so
/// far in this call only `must_be_seen` counts: it spares the questions that it makes pointless, which come
/// after it; else the list stands still while it is filled in. Several motives are merged in turn, acute
/// first; at most six, and at least four while that many are left to ask. No motive is unclear.
std::vector<clinical::Fact> questionsFor(const RuleSet& rules, const clinical::Facts& facts,
                                         const std::vector<clinical::Fact>& known = {});

} // namespace chevet::triage
