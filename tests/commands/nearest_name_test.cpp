// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/nearest_name.h"
#include "support/catch.h"

#include <array>

using chevet::commands::nearestName;

namespace {
constexpr std::array<std::string_view, 4> known{"severity", "dying", "video", "visit_possible_within_hours"};
}

TEST_CASE("A slip of the keyboard finds the name that was meant")
{
    CHECK(nearestName("severty", known) == "severity");
    CHECK(nearestName("sevreity", known) == "severity");
    CHECK(nearestName("viedo", known) == "video");
    CHECK(nearestName("dyyng", known) == "dying");
}

TEST_CASE("Capitals and hyphens are no slips")
{
    CHECK(nearestName("VISIT-POSSIBLE-WITHIN-HOURS", known) == "visit_possible_within_hours");
    CHECK(nearestName("DYING", known) == "dying");
}

TEST_CASE("A name that resembles none is not guessed")
{
    CHECK(nearestName("blood_pressure", known).empty());
    CHECK(nearestName("", known).empty());
    CHECK(nearestName(std::string(100000, 'v'), known).empty());
    CHECK(nearestName("dying", {}).empty());
}
