// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/clock.h"
#include "support/catch.h"
#include "support/random.h"

#include <cstdlib>
#include <ctime>

using namespace chevet;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{1'772'452'800'000}; // 2026-03-02T12:00:00Z

/// The zone of the process for a scope, as a rule written out: no zone database is needed.
class Zone
{
public:
    explicit Zone(const char* rule)
    {
        if (const char* before = std::getenv("TZ")) {
            m_before = before;
        }
        set(rule);
    }
    ~Zone() { set(m_before ? m_before->c_str() : nullptr); }
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;

private:
    static void set(const char* rule)
    {
        rule != nullptr ? ::setenv("TZ", rule, 1) : ::unsetenv("TZ");
        ::tzset();
    }
    std::optional<std::string> m_before;
};

Date date(const char* iso)
{
    const auto read = Date::fromIso(iso);
    REQUIRE(read);
    return *read;
}

} // namespace

TEST_CASE("a date is read from its ISO form and from its packed one")
{
    CHECK(date("1934-02-28") == Date{1934, 2, 28});
    CHECK(date("1934-02-28").iso() == "1934-02-28");
    CHECK(date("1934-02-28").packed() == 19340228);
    CHECK(Date::fromPacked(19340228) == date("1934-02-28"));
    CHECK(date("1850-01-01").iso() == "1850-01-01");
    CHECK(date("2200-12-31").packed() == 22001231);
}

TEST_CASE("leap days exist in leap years only")
{
    CHECK(Date::fromIso("1936-02-29"));
    CHECK(Date::fromIso("2000-02-29"));
    CHECK_FALSE(Date::fromIso("1935-02-29"));
    CHECK_FALSE(Date::fromIso("1900-02-29"));
    CHECK_FALSE(Date::fromIso("2100-02-29"));
}

TEST_CASE("what is no date gives none")
{
    for (const char* text :
         {"", "1934", "1934-2-28", "34-02-28", "1934/02/28", "1934-02-30", "1934-04-31", "1934-13-01",
          "1934-00-10", "1934-01-00", "1849-12-31", "2201-01-01", "1934-02-28 ", " 934-02-28", "1934--2-28",
          "-934-02-28", "1934-02-2x", "+934-02-28", "1934-+2-28"}) {
        INFO(text);
        CHECK_FALSE(Date::fromIso(text));
    }
    for (const std::uint64_t packed : {std::uint64_t{0}, std::uint64_t{19340230}, std::uint64_t{18491231},
                                       std::uint64_t{22010101}, std::uint64_t{19341301}, UINT64_MAX}) {
        INFO(packed);
        CHECK_FALSE(Date::fromPacked(packed));
    }
}

TEST_CASE("every day of three and a half centuries survives its two forms and follows the one before")
{
    Date before{};
    int days = 0;
    int wrong = 0;
    for (int packed = 18500101; packed <= 22001231; ++packed) {
        const auto day = Date::fromPacked(static_cast<std::uint64_t>(packed));
        if (!day) {
            continue;
        }
        ++days;
        wrong += Date::fromIso(day->iso()) == day && *day > before ? 0 : 1;
        before = *day;
    }
    CHECK(wrong == 0);
    CHECK(days == 351 * 365 + 85); // 1852 to 2200: 88 by four, less 1900, 2100 and 2200
}

TEST_CASE("an age is in whole years and turns on the birthday")
{
    const auto born = date("1936-02-29");
    CHECK(born.yearsUntil(date("2026-02-28")) == 89);
    CHECK(born.yearsUntil(date("2026-03-01")) == 90);
    CHECK(born.yearsUntil(date("2024-02-28")) == 87);
    CHECK(born.yearsUntil(date("2024-02-29")) == 88);
    CHECK(born.yearsUntil(born) == 0);
    CHECK(born.yearsUntil(date("1935-02-28")) == -2);
}

TEST_CASE("the local day turns at local midnight")
{
    FixedClock paris(noon, 60);
    CHECK(paris.today() == date("2026-03-02"));
    paris.set(noon + 11h - 1ms); // 23:59:59.999 in Paris
    CHECK(paris.today() == date("2026-03-02"));
    paris.advance(1ms);
    CHECK(paris.today() == date("2026-03-03"));
    CHECK(FixedClock(Instant{-1}, 0).today() == date("1969-12-31"));
    CHECK(FixedClock(Instant{-1}, 1).today() == date("1970-01-01"));
    CHECK(FixedClock(Instant{0}, -1).today() == date("1969-12-31"));
}

TEST_CASE("the system's zone has its offset on both sides of a change of the hour")
{
    const SystemClock clock;
    const Instant change{1'774'746'000'000}; // 2026-03-29T01:00:00Z
    {
        const Zone paris("CET-1CEST,M3.5.0,M10.5.0/3");
        CHECK(clock.offsetMinutes(change - 1s) == 60);
        CHECK(clock.offsetMinutes(change) == 120);
    }
    {
        const Zone india("IST-5:30");
        CHECK(clock.offsetMinutes(noon) == 330);
    }
    const Zone newYork("EST5");
    CHECK(clock.offsetMinutes(noon) == -300);
}

TEST_CASE("the system's clock is this machine's")
{
    const auto before = static_cast<std::int64_t>(std::time(nullptr)) * 1000;
    const auto now = SystemClock().now().millis;
    const auto after = (static_cast<std::int64_t>(std::time(nullptr)) + 1) * 1000;
    CHECK(before <= now + 20); // time() may be taken from a coarser clock
    CHECK(now <= after + 20);
}

TEST_CASE("a stamp has 48 bits of milliseconds and 16 of counter")
{
    const auto stamp = Stamp::of(noon, 7);
    CHECK(stamp.instant() == noon);
    CHECK(stamp.counter() == 7);
    CHECK(Stamp::of(Instant{-1}).value == 0);
    CHECK(Stamp::of(Instant{INT64_MAX}, 1).instant().millis == (std::int64_t{1} << 48) - 1);
    CHECK(Stamp::of(noon, 0xFFFF) < Stamp::of(noon + 1ms, 0));
}

TEST_CASE("stamps grow while the clock stands and when it falls back")
{
    HybridClock clock;
    const auto first = clock.next(noon);
    CHECK(first == Stamp::of(noon));
    const auto second = clock.next(noon);
    CHECK(second > first);
    CHECK(second.instant() == noon);
    const auto afterFall = clock.next(noon - 24h);
    CHECK(afterFall > second);
    CHECK(clock.next(noon + 1s) == Stamp::of(noon + 1s));
}

TEST_CASE("a full counter carries into the milliseconds")
{
    HybridClock clock;
    auto last = clock.next(noon);
    for (int i = 0; i < 0x10000; ++i) {
        const auto next = clock.next(noon);
        REQUIRE(next > last);
        last = next;
    }
    CHECK(last.instant() == noon + 1ms);
}

TEST_CASE("a stamp seen from a colleague is followed up to five minutes ahead")
{
    {
        HybridClock clock;
        const auto seen = Stamp::of(noon + 5min);
        clock.observe(seen, noon);
        CHECK(clock.next(noon) > seen);
    }
    HybridClock clock;
    clock.observe(Stamp::of(noon + 72h, 3), noon);
    const auto next = clock.next(noon);
    CHECK(next <= Stamp::of(noon + 5min + 1ms, 0));
    CHECK(clock.next(noon + 6min) == Stamp::of(noon + 6min)); // and is forgotten once the wall clock is past
}

TEST_CASE("an older stamp moves nothing")
{
    HybridClock clock;
    const auto first = clock.next(noon);
    clock.observe(Stamp::of(noon - 1h), noon);
    CHECK(clock.next(noon).value == first.value + 1);
}

TEST_CASE("whatever is seen and however the clock jumps stamps grow and drift no further than allowed")
{
    CHEVET_SEEDED(random, 20);
    for (int round = 0; round < 200; ++round) {
        HybridClock clock;
        Stamp last;
        auto furthest = noon;
        for (int i = 0; i < 200; ++i) {
            const auto now = noon + std::chrono::milliseconds(random.between(-3'600'000, 3'600'000));
            furthest = std::max(furthest, now);
            if (random.onceIn(2)) {
                clock.observe(Stamp{random.next()}, now);
                continue;
            }
            const auto next = clock.next(now);
            REQUIRE(next > last);
            REQUIRE(next.instant() <= furthest + HybridClock::maximumDrift + 1ms);
            last = next;
        }
    }
}
