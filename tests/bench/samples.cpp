// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/samples.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace chevet::bench {

void Samples::add(double nanoseconds)
{
    m_values.push_back(nanoseconds);
    m_sorted = false;
}

double Samples::percentile(double part) const
{
    if (m_values.empty()) {
        return 0;
    }
    if (!m_sorted) {
        std::sort(m_values.begin(), m_values.end());
        m_sorted = true;
    }
    // Nearest rank: a value that was measured, not one in between.
    const auto rank = static_cast<std::size_t>(std::ceil(part * static_cast<double>(m_values.size())));
    return m_values[std::clamp<std::size_t>(rank, 1, m_values.size()) - 1];
}

double waitedForCore()
{
    // One descriptor a thread, never closed: the file is about the thread that opened it.
    thread_local const int file = ::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC);
    std::array<char, 128> text{};
    if (file < 0 || ::pread(file, text.data(), text.size() - 1, 0) <= 0) {
        return 0;
    }
    char* second = nullptr;
    std::strtoull(text.data(), &second, 10); // time on a core
    return static_cast<double>(std::strtoull(second, nullptr, 10));
}

std::vector<Samples> inTurns(int rounds, int warmUp, const std::vector<Contestant>& contestants)
{
    std::vector<Samples> samples(contestants.size());
    for (int round = 0; round < warmUp + rounds; ++round) {
        for (std::size_t turn = 0; turn < contestants.size(); ++turn) {
            const auto which = (turn + static_cast<std::size_t>(round)) % contestants.size();
            const auto& contestant = contestants[which];
            if (contestant.prepare) {
                contestant.prepare(round);
            }
            const Stopwatch watch;
            contestant.step(round);
            const auto taken = watch.nanoseconds();
            if (round >= warmUp) {
                samples[which].add(taken);
            }
        }
    }
    return samples;
}

} // namespace chevet::bench
