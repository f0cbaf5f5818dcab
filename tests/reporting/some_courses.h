// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Courses for the study's tests: the data set that was counted by hand, and random ones.
#pragma once

#include "clinical/case_course.h"
#include "support/random.h"

#include <vector>

namespace chevet::test {

inline constexpr Instant studyMorning{1'795'248'000'000}; // 2026-11-21, 08:00 UTC

inline Instant minutesLater(int minutes)
{
    return studyMorning + std::chrono::minutes(minutes);
}

inline HomeId homeNumber(std::uint8_t number)
{
    HomeId id;
    id.bytes.fill(number);
    return id;
}

/// Ten requests of two homes; study_test.cpp has what they add up to.
std::vector<clinical::CaseCourse> countedByHand();
clinical::CaseCourse randomCourse(Random& random);

} // namespace chevet::test
