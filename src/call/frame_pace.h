// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of the captured pictures are sent when fewer are wanted than the camera gives. Pure.
#pragma once

#include <cstdint>

namespace chevet::call {

class FramePace
{
public:
    /// Nanoseconds between two pictures; 0: every one.
    void setInterval(std::int64_t nanoseconds) { m_interval = nanoseconds; }
    std::int64_t interval() const { return m_interval; }

    /// True if the picture of this time is sent. Late pictures don't bring others too early.
    bool keeps(std::int64_t pts)
    {
        constexpr std::int64_t tolerance = 5'000'000; // a camera's jitter
        const bool isBehind =
            pts + tolerance + m_interval < m_next; // the clock was set back, or the pace raised
        if (pts + tolerance < m_next && !isBehind) {
            return false;
        }
        const bool isLate = pts > m_next + m_interval || isBehind;
        m_next = (isLate ? pts : m_next) + m_interval;
        return true;
    }

private:
    std::int64_t m_interval = 0;
    std::int64_t m_next = 0;
};

} // namespace chevet::call
