// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person sees of an answer, reasons aside, by aspect: what two rule sets are compared by.
#pragma once

#include "triage/recommend.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace chevet::triage {

enum class Aspect : std::uint8_t
{
    First,
    Meanwhile,
    Then,
    Purpose,
    Priority,
    AnswerTime,
    Excluded,
    Standing, ///< the order of what does not come first
    Conditions,
    Owed,
    AlsoConsider
};

inline constexpr std::array<std::pair<Aspect, std::string_view>, 11> allAspects{{
    {Aspect::First, "first"},
    {Aspect::Meanwhile, "meanwhile"},
    {Aspect::Then, "then"},
    {Aspect::Purpose, "purpose"},
    {Aspect::Priority, "priority"},
    {Aspect::AnswerTime, "answer_within_minutes"},
    {Aspect::Excluded, "excluded"},
    {Aspect::Standing, "order"},
    {Aspect::Conditions, "conditions"},
    {Aspect::Owed, "owed"},
    {Aspect::AlsoConsider, "also_consider"},
}};

bool differ(const Outcome& left, const Outcome& right, Aspect aspect);
bool differ(const Outcome& left, const Outcome& right);

} // namespace chevet::triage
