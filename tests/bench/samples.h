// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Taking times so that two things can be compared on a busy machine: turn by turn in one process, medians,
// and every round in another order.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <vector>

namespace chevet::bench {

/// Durations in nanoseconds.
class Samples
{
public:
    void add(double nanoseconds);
    std::size_t count() const { return m_values.size(); }
    double median() const { return percentile(0.5); }
    /// 0 without samples. `part` from 0 to 1.
    double percentile(double part) const;

private:
    mutable std::vector<double> m_values;
    mutable bool m_sorted = true;
};

/// How long this thread has been ready to run while others had the cores, in nanoseconds, since it began; 0
/// where the kernel does not say (/proc/thread-self/schedstat).
double waitedForCore();

/// Elapsed time without what this thread spent waiting for a core that another program had: on a busy machine
/// the scheduler's time slices (4 ms) would hide everything else. Waiting for the disk is in it.
class Stopwatch
{
public:
    double nanoseconds() const
    {
        const auto elapsed =
            std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - m_start);
        return elapsed.count() - (waitedForCore() - m_waited);
    }

private:
    double m_waited = waitedForCore();
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// One contestant: `prepare` is not counted, `step` is. The round's number is passed.
struct Contestant
{
    std::function<void(int round)> step;
    std::function<void(int round)> prepare = {};
};

/// Every contestant once a round, each round starting with the next one; the first `warmUp` rounds are not
/// kept.
std::vector<Samples> inTurns(int rounds, int warmUp, const std::vector<Contestant>& contestants);

} // namespace chevet::bench
