// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keeps old messages and too many messages out: counters that only grow, limits by the minute, and the
// count of what was dropped, by its reason.
#pragma once

#include "call/moment.h"
#include "foundation/clock.h"

#include <array>
#include <cstdint>
#include <deque>

namespace chevet::call {

/// Starts at the wall clock, so that whoever starts anew stays ahead of before; then grows whatever the clock
/// does.
class CounterSource
{
public:
    std::uint64_t next(Instant now);

private:
    std::uint64_t m_last = 0;
};

/// Lets each counter through once and none after a greater one.
class CounterGate
{
public:
    bool isNew(std::uint64_t counter) const { return counter > m_last; }
    /// Only for what was authentic, or a stranger moves the gate.
    void accept(std::uint64_t counter) { m_last = counter; }

private:
    std::uint64_t m_last = 0;
};

/// At most so many in any minute.
class MinuteLimit
{
public:
    explicit MinuteLimit(std::size_t most) : m_most(most) {}
    /// Counts what it allows and nothing else.
    bool allows(Moment now);

private:
    std::size_t m_most;
    std::deque<Moment> m_allowed;
};

enum class DropReason : std::uint8_t
{
    NoMessage,    ///< not of our form, or sealed by a seat and yet none that may be said there
    NotAuthentic, ///< does not open: forged, changed, of another room or direction
    UnknownSeat,  ///< of a seat that never joined, or did not confirm its join
    Replayed,
    OtherSession,
    Retained, ///< the broker kept it
    Flood
};
inline constexpr std::size_t dropReasons = 7;

class DropCounts
{
public:
    /// True once when the 200th within a minute is dropped, and then not again for a minute.
    bool count(DropReason reason, Moment now);
    std::uint64_t of(DropReason reason) const { return m_counts[static_cast<std::size_t>(reason)]; }
    std::uint64_t total() const;

private:
    std::array<std::uint64_t, dropReasons> m_counts{};
    Moment m_minuteBegan{};
    std::size_t m_inMinute = 0;
};

} // namespace chevet::call
