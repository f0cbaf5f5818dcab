// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What packaging/bench call makes of the pictures and sounds that arrived.
#include "support/catch.h"

#include "bench/call/reception.h"

using namespace chevet::bench;

namespace {

/// Twenty-five a second, each 40 ms old.
Reception steady(double from, double to)
{
    Reception reception;
    for (double at = from; at <= to; at += 40) {
        reception.pictures.push_back({at, static_cast<std::uint32_t>(at - 40) & 0xffffff});
    }
    return reception;
}

} // namespace

TEST_CASE("a steady picture is neither late nor frozen")
{
    const auto quality = steady(0, 20'000).over({10'000, 20'000});
    CHECK(quality.framesPerSecond > 24.9);
    CHECK(quality.framesPerSecond < 25.3);
    CHECK(quality.delay == 40);
    CHECK(quality.frozen == 0);
    CHECK(quality.longestGap < 0.041);
    CHECK_FALSE(quality.concealed);
}

TEST_CASE("a gap counts whole, at the edges of the span too, and no picture at all is one gap")
{
    auto reception = steady(0, 4'000);
    const auto later = steady(5'000, 8'000);
    reception.pictures.insert(reception.pictures.end(), later.pictures.begin(), later.pictures.end());
    const auto quality = reception.over({0, 10'000});
    CHECK(quality.longestGap == 2);
    CHECK(quality.frozen == 3);
    const auto nothing = Reception{}.over({0, 5'000});
    CHECK(nothing.frozen == 5);
    CHECK(nothing.framesPerSecond == 0);
    CHECK_FALSE(nothing.delay);
}

TEST_CASE("the clock in a picture begins anew after 24 bits")
{
    Reception reception;
    const double around = 1 << 24;
    reception.pictures.push_back({around + 30, (1u << 24) - 20});
    CHECK(reception.over({around, around + 100}).delay == 50);
}

TEST_CASE("a picture that was on its way before a cut does not end it")
{
    Reception reception;
    reception.pictures = {{1'005, 900}, {1'010, std::nullopt}, {1'500, 1'450}};
    CHECK(reception.firstAfter(1'000) == 1'500);
    CHECK_FALSE(reception.firstAfter(1'600));
}

TEST_CASE("concealed sound is counted between the readings of the span")
{
    Reception reception;
    reception.sound = {{0, 0, 0}, {1'000, 480, 48'000}, {2'000, 2'880, 96'000}};
    const auto concealed = reception.over({1'000, 2'000}).concealed;
    REQUIRE(concealed);
    CHECK(*concealed == 5);
}
