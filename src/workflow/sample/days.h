// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Working days and hours of the sample, in the zone that it was given: calls come in the day, mostly on
// weekdays.
#pragma once

#include "foundation/clock.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace chevet::workflow::sample {

class Days
{
public:
    Days() = default;
    explicit Days(int offsetMinutes) : m_offset(static_cast<std::int64_t>(offsetMinutes) * minute) {}

    /// Days since 1970-01-01 by the local calendar.
    std::int64_t dayOf(Instant at) const
    {
        const auto local = at.millis + m_offset;
        return local >= 0 ? local / day : (local - day + 1) / day;
    }
    int minuteOf(Instant at) const
    {
        return static_cast<int>((at.millis + m_offset - dayOf(at) * day) / minute);
    }
    Instant at(std::int64_t dayNumber, int minuteOfDay) const
    {
        return {dayNumber * day + minuteOfDay * minute - m_offset};
    }
    /// 0 Sunday to 6 Saturday.
    static int weekday(std::int64_t dayNumber) { return static_cast<int>(((dayNumber + 4) % 7 + 7) % 7); }

    /// The same time, or the next morning at nine of a working day if nobody is at work then.
    Instant atWork(Instant wanted) const
    {
        auto number = dayOf(wanted);
        const auto minutes = minuteOf(wanted);
        const auto isWorkday = !isWeekend(number);
        if (isWorkday && minutes >= 8 * 60 + 15 && minutes < 18 * 60 + 30) {
            return wanted;
        }
        if (!isWorkday || minutes >= 12 * 60) {
            ++number;
            while (isWeekend(number)) {
                ++number;
            }
        }
        return at(number, 9 * 60 + minutes % 50);
    }

    static bool isWeekend(std::int64_t dayNumber)
    {
        return weekday(dayNumber) == 0 || weekday(dayNumber) == 6;
    }

    /// The same time, or for one between half past eight in the evening and seven in the morning one in the
    /// hour after half past eight of that evening. Keeps the order of times.
    Instant awake(Instant wanted) const
    {
        constexpr int evening = 20 * 60 + 30;
        constexpr int morning = 7 * 60;
        constexpr int wholeDay = 24 * 60;
        const auto minutes = minuteOf(wanted);
        if (minutes >= morning && minutes < evening) {
            return wanted;
        }
        const auto isAfterMidnight = minutes < morning;
        const auto into = minutes - evening + (isAfterMidnight ? wholeDay : 0);
        return at(dayOf(wanted) - (isAfterMidnight ? 1 : 0),
                  evening + into * 60 / (wholeDay - evening + morning));
    }

    /// The same time of day on the last working day, within its hours, if it falls on a weekend.
    Instant beforeWeekend(Instant wanted) const
    {
        auto number = dayOf(wanted);
        if (!isWeekend(number)) {
            return wanted;
        }
        while (isWeekend(number)) {
            --number;
        }
        return at(number, std::clamp(minuteOf(wanted), 9 * 60, 17 * 60));
    }

private:
    static constexpr std::int64_t minute = 60'000;
    static constexpr std::int64_t day = std::int64_t{24} * 60 * minute;
    std::int64_t m_offset = 0;
};

} // namespace chevet::workflow::sample
