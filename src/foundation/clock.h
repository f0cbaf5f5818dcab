// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time as the house uses it: UTC milliseconds, the author's offset beside them, and the hybrid logical clock
// that orders concurrent events. Clocks are passed in, never fetched, so that a test can stop them.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace chevet {

/// A point in time: milliseconds since 1970-01-01T00:00:00 UTC.
struct Instant
{
    std::int64_t millis = 0;

    auto operator<=>(const Instant&) const = default;
    Instant operator+(std::chrono::milliseconds span) const { return {millis + span.count()}; }
    Instant operator-(std::chrono::milliseconds span) const { return {millis - span.count()}; }
    std::chrono::milliseconds operator-(Instant other) const
    {
        return std::chrono::milliseconds(millis - other.millis);
    }
};

/// A calendar day, for dates of birth. Valid years 1850 to 2200.
struct Date
{
    std::int16_t year = 0;
    std::uint8_t month = 0;
    std::uint8_t day = 0;

    auto operator<=>(const Date&) const = default;

    bool isValid() const;
    /// Whole years between this day and `today`; negative if it lies ahead.
    int yearsUntil(Date today) const;
    /// "1934-02-28"
    std::string iso() const;
    static std::optional<Date> fromIso(std::string_view text);
    /// 19340228, as stored.
    std::uint32_t packed() const;
    static std::optional<Date> fromPacked(std::uint64_t packed);
};

class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// The local zone's distance from UTC at that time, in minutes, -900 to 900.
    virtual int offsetMinutes(Instant at) const = 0;

    Date today() const { return dateAt(now()); }
    /// The local calendar day at that time.
    Date dateAt(Instant at) const;
};

/// The machine's clock and zone (TZ, /etc/localtime).
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    int offsetMinutes(Instant at) const override;
};

/// A clock that stands until it is told otherwise; for tests and samples.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant at, int offset = 0) : m_now(at), m_offset(offset) {}
    Instant now() const override { return m_now; }
    int offsetMinutes(Instant) const override { return m_offset; }
    void set(Instant at) { m_now = at; }
    void advance(std::chrono::milliseconds span) { m_now = m_now + span; }

private:
    Instant m_now;
    int m_offset;
};

/// Hybrid logical clock stamp: 48 bits of UTC milliseconds, 16 bits of counter. Stored as one 64-bit integer.
struct Stamp
{
    std::uint64_t value = 0;

    auto operator<=>(const Stamp&) const = default;
    Instant instant() const { return {static_cast<std::int64_t>(value >> 16)}; }
    std::uint16_t counter() const { return static_cast<std::uint16_t>(value & 0xFFFF); }
    static Stamp of(Instant at, std::uint16_t counter = 0);
};

/// Gives stamps that always grow, and follows the stamps it is shown up to five minutes ahead of its own wall
/// clock: a colleague's clock that is days fast must not carry this one along (team-exchange 3.3).
class HybridClock
{
public:
    static constexpr std::chrono::minutes maximumDrift{5};

    Stamp next(Instant now);
    void observe(Stamp seen, Instant now);

private:
    Stamp m_last;
};

} // namespace chevet
