// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sample's choices: the same for the same seed on every machine, which the standard distributions are
// not.
#pragma once

#include "foundation/ids.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace chevet::workflow::sample {

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_numbers(seed) {}

    /// 0 to count - 1; count at least 1.
    std::size_t below(std::size_t count)
    {
        return static_cast<std::size_t>(m_numbers.nextNumber() % std::max<std::size_t>(count, 1));
    }

    /// Both ends included.
    int between(int low, int high)
    {
        return low + static_cast<int>(below(static_cast<std::size_t>(high - low) + 1));
    }

    /// True in `percent` of a hundred.
    bool chance(int percent) { return static_cast<int>(below(100)) < percent; }

    template<class Range> const auto& oneOf(const Range& range) { return range[below(std::size(range))]; }

    /// An index, each as often as its weight says.
    std::size_t weighted(std::initializer_list<int> weights)
    {
        int total = 0;
        for (const int weight : weights) {
            total += weight;
        }
        int left = static_cast<int>(below(static_cast<std::size_t>(total)));
        std::size_t index = 0;
        for (const int weight : weights) {
            if (left < weight) {
                return index;
            }
            left -= weight;
            ++index;
        }
        return index - 1;
    }

private:
    SeededIds m_numbers;
};

} // namespace chevet::workflow::sample
