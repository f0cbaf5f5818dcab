// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/clock.h"

#include <algorithm>
#include <charconv>
#include <ctime>

namespace chevet {
namespace {

std::chrono::year_month_day asCalendar(const Date& date)
{
    return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.front() == '-') {
        return std::nullopt;
    }
    return value;
}

/// Decimal, with zeros in front; the higher digits of a number that is too long are left out.
void putDigits(std::string& text, std::size_t at, std::size_t count, unsigned value)
{
    for (std::size_t i = count; i > 0; --i) {
        text[at + i - 1] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

} // namespace

bool Date::isValid() const
{
    return year >= 1850 && year <= 2200 && asCalendar(*this).ok();
}

int Date::yearsUntil(Date today) const
{
    const bool beforeBirthday = today.month < month || (today.month == month && today.day < day);
    return today.year - year - (beforeBirthday ? 1 : 0);
}

std::string Date::iso() const
{
    auto text = std::string("0000-00-00");
    putDigits(text, 0, 4, static_cast<unsigned>(year));
    putDigits(text, 5, 2, month);
    putDigits(text, 8, 2, day);
    return text;
}

std::optional<Date> Date::fromIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto y = number(text.substr(0, 4));
    const auto m = number(text.substr(5, 2));
    const auto d = number(text.substr(8, 2));
    if (!y || !m || !d) {
        return std::nullopt;
    }
    const Date date{static_cast<std::int16_t>(*y), static_cast<std::uint8_t>(*m),
                    static_cast<std::uint8_t>(*d)};
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::uint32_t Date::packed() const
{
    return static_cast<std::uint32_t>(year) * 10000u + month * 100u + day;
}

std::optional<Date> Date::fromPacked(std::uint64_t packed)
{
    if (packed > 22001231) {
        return std::nullopt;
    }
    const Date date{static_cast<std::int16_t>(packed / 10000), static_cast<std::uint8_t>(packed / 100 % 100),
                    static_cast<std::uint8_t>(packed % 100)};
    return date.isValid() ? std::optional(date) : std::nullopt;
}

Date Clock::dateAt(Instant at) const
{
    const auto local = at + std::chrono::minutes(offsetMinutes(at));
    const auto days = std::chrono::floor<std::chrono::days>(
        std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(local.millis)));
    const std::chrono::year_month_day calendar(days);
    return {static_cast<std::int16_t>(static_cast<int>(calendar.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(calendar.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(calendar.day()))};
}

Instant SystemClock::now() const
{
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

int SystemClock::offsetMinutes(Instant at) const
{
    // std::chrono's time zones come with GCC 14; the C library reads the same database.
    const auto seconds = static_cast<std::time_t>(at.millis / 1000);
    std::tm local{};
    if (::localtime_r(&seconds, &local) == nullptr) {
        return 0;
    }
    return static_cast<int>(local.tm_gmtoff / 60);
}

Stamp Stamp::of(Instant at, std::uint16_t counter)
{
    const auto millis =
        static_cast<std::uint64_t>(std::clamp<std::int64_t>(at.millis, 0, (std::int64_t{1} << 48) - 1));
    return {(millis << 16) | counter};
}

Stamp HybridClock::next(Instant now)
{
    // Incrementing the packed value carries a full counter into the milliseconds, which is what we want.
    m_last = std::max(Stamp::of(now), Stamp{m_last.value + 1});
    return m_last;
}

void HybridClock::observe(Stamp seen, Instant now)
{
    const auto limit = Stamp::of(now + maximumDrift, 0xFFFF);
    m_last = std::max(m_last, std::min(seen, limit));
}

} // namespace chevet
