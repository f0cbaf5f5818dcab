// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The controller on simulated lines: what it does, never how long the machine takes for it.
#include "call/congestion.h"
#include "call/sending_ladder.h"
#include "call/simulated_line.h"
#include "support/catch.h"

#include <algorithm>
#include <numeric>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;

namespace {

using Seconds = std::vector<SecondSeen>;

Seconds part(const Seconds& all, std::size_t from, std::size_t to)
{
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)};
}

int sum(const Seconds& seconds, int SecondSeen::*what)
{
    return std::accumulate(seconds.begin(), seconds.end(), 0,
                           [what](int total, const SecondSeen& second) { return total + second.*what; });
}

double soundLost(const Seconds& seconds)
{
    return 1.0 -
           static_cast<double>(sum(seconds, &SecondSeen::soundInTime)) / sum(seconds, &SecondSeen::soundSent);
}

double mean(const Seconds& seconds, int SecondSeen::*what)
{
    return static_cast<double>(sum(seconds, what)) / static_cast<double>(seconds.size());
}

int leastTarget(const Seconds& seconds)
{
    return std::ranges::min_element(seconds, {}, &SecondSeen::target)->target;
}

double worstQueue(const Seconds& seconds)
{
    return std::ranges::max_element(seconds, {}, &SecondSeen::worstQueueMillis)->worstQueueMillis;
}

std::function<Line(double)> fallTo(double bitsPerSecond, double from = 10)
{
    return [=](double now) {
        Line line;
        line.bitsPerSecond = now >= from ? bitsPerSecond : line.bitsPerSecond;
        return line;
    };
}

} // namespace

TEST_CASE("on a clean line the rate climbs to its ceiling within six seconds and stays there")
{
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto all = simulate(30, seed, [](double) { return Line{}; });
        CHECK(leastTarget(part(all, 6, 30)) == 1'700'000);
        CHECK(soundLost(all) == 0);
        CHECK(worstQueue(all) < 30);
        CHECK(all.back().plan.sizeDivisor == 1);
        CHECK(all.back().plan.soundFrameMilliseconds == 20);
    }
}

TEST_CASE("packets lost at random take nothing away, near or far")
{
    for (const double delay : {10.0, 50.0}) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            const auto all =
                simulate(30, seed, [=](double) { return Line{.delayMillis = delay, .lossShare = 0.05}; });
            CHECK(leastTarget(part(all, 8, 30)) >= 1'000'000);
            CHECK(all.back().plan.sizeDivisor == 1);
            CHECK(soundLost(all) < 0.07);
        }
    }
}

TEST_CASE("when the line falls to 300 kbit/s the voice is back in three seconds and the picture keeps moving")
{
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto all = simulate(45, seed, fallTo(300'000));
        CHECK(soundLost(part(all, 13, 45)) == 0);
        const auto settled = part(all, 20, 45);
        CHECK(mean(settled, &SecondSeen::pictures) >= 25);
        CHECK(mean(settled, &SecondSeen::receivedBits) >= 200'000);
        CHECK(mean(settled, &SecondSeen::receivedBits) <= 300'000);
        CHECK(worstQueue(settled) < 250);
        CHECK(leastTarget(all) >= 90'000); // one overload does not lead to the bottom
        CHECK(std::ranges::none_of(
            all, [](const SecondSeen& second) { return second.plan.stillsEvery.has_value(); }));
        CHECK(std::ranges::all_of(settled,
                                  [](const SecondSeen& second) { return second.plan.sizeDivisor == 2; }));
    }
}

TEST_CASE("300 kbit/s from the start is held without an overload")
{
    const auto all = simulate(30, 5, fallTo(300'000, 0), {.start = 150'000});
    CHECK(soundLost(all) < 0.02);
    CHECK(mean(part(all, 5, 30), &SecondSeen::pictures) >= 25);
}

TEST_CASE("when the line falls to 100 kbit/s the voice is back in five seconds, and a still comes every five")
{
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto all = simulate(60, seed, fallTo(100'000));
        CHECK(soundLost(part(all, 15, 60)) < 0.05);
        CHECK(leastTarget(all) >= 50'000);
        for (std::size_t from = 17; from + 5 <= all.size(); ++from) {
            CHECK(sum(part(all, from, from + 5), &SecondSeen::pictures) >= 1);
        }
        CHECK(all.back().plan.soundFrameMilliseconds >= 40); // longer frames cost less
    }
}

TEST_CASE("100 kbit/s from the start, started low: the voice stays")
{
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto all = simulate(30, seed, fallTo(100'000, 0), {.start = 60'000});
        CHECK(soundLost(all) < 0.05);
        CHECK(sum(part(all, 0, 5), &SecondSeen::pictures) >= 1);
    }
}

TEST_CASE("a line that recovers gets its moving picture back")
{
    const auto all = simulate(90, 4, [](double now) {
        return Line{.bitsPerSecond = now >= 10 && now < 30 ? 100'000.0 : 10'000'000.0};
    });
    CHECK(mean(part(all, 60, 90), &SecondSeen::pictures) >= 25);
    CHECK(all.back().target > 1'000'000);
    CHECK(all.back().plan.sizeDivisor == 1);
}

TEST_CASE(
    "after ten seconds of nothing sound and picture are there at once, and the rate within eight seconds")
{
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto all = simulate(40, seed, [](double now) { return Line{.isCut = now >= 10 && now < 20}; });
        CHECK(soundLost(part(all, 20, 40)) == 0);
        CHECK(all[20].pictures >= 20);
        CHECK(leastTarget(part(all, 10, 20)) >= 100'000); // no bottom to climb out of
        CHECK(leastTarget(part(all, 28, 40)) >= 1'000'000);
    }
}

TEST_CASE("a path that has become longer is not taken for a queue for ever")
{
    const auto all =
        simulate(60, 6, [](double now) { return Line{.delayMillis = now >= 10 ? 160.0 : 10.0}; });
    CHECK(leastTarget(part(all, 10, 60)) >= 60'000);
    CHECK(all.back().target == 1'700'000);
}

TEST_CASE("bursts of the sender's own are not a queue: the least delay counts")
{
    LineWindow window;
    std::vector<PacketReport> reports;
    for (int i = 0; i < 40; ++i) {
        const auto sent = std::int64_t{i} * 10'000;
        const auto late = i % 4 == 0 ? 5'000 : 180'000; // most wait behind a large picture
        reports.push_back({1200, sent, sent + late});
    }
    window.add(400ms, reports);
    REQUIRE(window.sample(400ms));
    CHECK(window.sample(400ms)->queueMillis == Approx(0));
}

TEST_CASE("a window without packets gives no sample, and clocks need not agree")
{
    LineWindow window;
    CHECK_FALSE(window.sample(0ms));
    const std::vector<PacketReport> lost{{1200, 0, std::nullopt}};
    window.add(100ms, lost);
    CHECK_FALSE(window.sample(100ms));
    std::vector<PacketReport> early;
    for (int i = 0; i < 20; ++i) {
        early.push_back({1000, 9'000'000'000 + i * 10'000, i * 10'000 + 10'000});
    }
    window.add(300ms, early);
    const auto sample = window.sample(300ms);
    REQUIRE(sample);
    CHECK(sample->queueMillis == Approx(0));
    CHECK(sample->lossShare == Approx(1.0 / 21));
    CHECK(sample->receivedBitsPerSecond == Approx(320'000));
    CHECK_FALSE(window.sample(5s));
}

TEST_CASE("without feedback nothing changes for a second, then the rate sinks to a part of itself")
{
    RateControl control({.start = 1'000'000});
    CHECK(control.update(0s, {}) == 1'000'000);
    CHECK(control.update(10s, {}) == 1'000'000); // none has ever come: the other side may give none
    control.update(10s, LineSample{.at = 10s, .receivedBitsPerSecond = 1'000'000});
    const auto before = control.target();
    CHECK(control.update(10'900ms, {}) == before);
    for (auto now = 11s; now < 60s; now += 1s) {
        control.update(now, {});
    }
    CHECK(control.target() >= 100'000);
    CHECK(control.target() < before / 4);
}

TEST_CASE("sound is taken care of first: at every rate it has its share, and the picture what is left")
{
    SendingLadder ladder;
    Moment now{0};
    for (int target = 1'700'000; target >= 30'000; target -= 10'000) {
        for (int i = 0; i < 10; ++i) {
            now += 500ms;
            const auto plan = ladder.update(now, target);
            CHECK(plan.soundBitsPerSecond >= 16'000);
            CHECK(plan.pictureBitsPerSecond >= 10'000);
            CHECK(plan.pictureBitsPerSecond + plan.soundCost() <= std::max(target, 34'000 + 500));
            CHECK((plan.sizeDivisor == 1 || plan.sizeDivisor == 2 || plan.sizeDivisor == 4));
        }
    }
    const auto last = ladder.update(now, 30'000);
    CHECK(last.isThin());
    CHECK_FALSE(SendingLadder().update(now, 300'000).isThin());
    CHECK(last.stillsEvery);
    CHECK(*last.stillsEvery <= 5s);
    CHECK(last.stillPaceBitsPerSecond);
    CHECK(last.soundFrameMilliseconds == 60);
}

TEST_CASE("the picture is never slowed down between thirty pictures a second and stills")
{
    SendingLadder ladder;
    Moment now{0};
    for (const int target :
         {1'000'000, 300'000, 200'000, 120'000, 90'000, 60'000, 40'000, 90'000, 200'000, 800'000}) {
        for (int i = 0; i < 20; ++i) {
            now += 250ms;
            const auto plan = ladder.update(now, target);
            CHECK((plan.framesPerSecond == 30 || plan.stillsEvery));
        }
    }
    CHECK(ladder.update(now, 800'000).sizeDivisor == 1);
}

TEST_CASE("a rate that trembles around a step changes nothing at every turn")
{
    SendingLadder ladder;
    Moment now{0};
    SendingPlan before = ladder.update(now, 300'000);
    int changes = 0;
    for (int i = 0; i < 400; ++i) {
        now += 100ms;
        const auto plan = ladder.update(now, i % 2 == 0 ? 260'000 : 330'000);
        changes += plan.sizeDivisor != before.sizeDivisor;
        before = plan;
    }
    CHECK(changes <= 1);
    for (int i = 0; i < 400; ++i) {
        now += 100ms;
        const auto plan = ladder.update(now, i % 2 == 0 ? 60'000 : 90'000);
        changes += plan.stillsEvery.has_value() != before.stillsEvery.has_value();
        before = plan;
    }
    CHECK(changes <= 2);
}

TEST_CASE("an overload of two seconds alone leads to no stills")
{
    SendingLadder ladder;
    for (Moment now{0}; now < 2s; now += 100ms) {
        CHECK_FALSE(ladder.update(now, 50'000).stillsEvery);
    }
    CHECK_FALSE(ladder.update(2s, 200'000).stillsEvery);
}

TEST_CASE("repetitions take a quarter of the rate and no more, whatever is asked for")
{
    for (const int target : {100'000, 350'000, 1'500'000}) {
        RetransmissionBucket bucket;
        bucket.setTarget(target);
        double bits = 0;
        for (int i = 0; i < 10'000; ++i) { // a storm: 1000 requests a second for ten seconds
            bits += bucket.allows(1200, std::chrono::microseconds(i * 1000)) ? 9600 : 0;
        }
        CHECK(bits / 10 <= 0.25 * target * 1.1 + 1200);
        CHECK(bits / 10 >= 0.25 * target * 0.8);
    }
}

TEST_CASE("a packet of full size is repeated on the thinnest line, and time that goes back gives nothing")
{
    RetransmissionBucket bucket;
    bucket.setTarget(30'000);
    CHECK(bucket.allows(1400, 1s));
    CHECK_FALSE(bucket.allows(1400, 1s));
    CHECK_FALSE(bucket.allows(1400, 0s));
    CHECK(bucket.allows(1400, 3s));
}
