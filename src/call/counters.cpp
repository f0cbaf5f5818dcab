// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/counters.h"

#include <algorithm>
#include <numeric>

namespace chevet::call {
namespace {

constexpr std::chrono::minutes oneMinute{1};
constexpr std::size_t manyDropped = 200;

} // namespace

std::uint64_t CounterSource::next(Instant now)
{
    const auto wall = static_cast<std::uint64_t>(std::max<std::int64_t>(now.millis, 0));
    m_last = std::max(m_last + 1, wall);
    return m_last;
}

bool MinuteLimit::allows(Moment now)
{
    while (!m_allowed.empty() && now - m_allowed.front() >= oneMinute) {
        m_allowed.pop_front();
    }
    if (m_allowed.size() >= m_most) {
        return false;
    }
    m_allowed.push_back(now);
    return true;
}

bool DropCounts::count(DropReason reason, Moment now)
{
    ++m_counts[static_cast<std::size_t>(reason)];
    if (m_inMinute == 0 || now - m_minuteBegan >= oneMinute) {
        m_minuteBegan = now;
        m_inMinute = 0;
    }
    return ++m_inMinute == manyDropped;
}

std::uint64_t DropCounts::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t{0});
}

} // namespace chevet::call
