// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random input for property tests, the same for the same seed on every machine (the standard distributions
// are not). Put `CHEVET_SEEDED(random, 42);` into the test: it declares the generator `random` and has Catch
// print the seed with any failure. CHEVET_SEED=number in the environment overrides the seed, to repeat or to
// look further.
#pragma once

#include "foundation/bytes.h"
#include "support/catch.h"

#include <cstdlib>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

namespace chevet::test {

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_seed(seed), m_state(seed) {}

    std::uint64_t seed() const { return m_seed; }

    /// All 64 bits (splitmix64).
    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15u;
        auto z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return z ^ (z >> 31);
    }

    /// 0 to count - 1; count at least 1. The tiny bias of the remainder does not matter to a test.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }

    /// From low to high, both included.
    std::int64_t between(std::int64_t low, std::int64_t high)
    {
        const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        const auto step = width == 0 ? next() : next() % width;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + step);
    }

    /// True once in `times` on average.
    bool onceIn(std::size_t times) { return below(times) == 0; }

    Bytes bytes(std::size_t count)
    {
        Bytes result(count);
        for (auto& byte : result) {
            byte = static_cast<std::uint8_t>(next());
        }
        return result;
    }

    template<class Range> auto& oneOf(Range& range)
    {
        return *std::next(std::begin(range), static_cast<std::ptrdiff_t>(below(std::size(range))));
    }

    template<class Range> void shuffle(Range& range)
    {
        using std::swap;
        for (std::size_t left = std::size(range); left > 1; --left) {
            swap(range[left - 1], range[below(left)]);
        }
    }

private:
    std::uint64_t m_seed;
    std::uint64_t m_state;
};

inline std::uint64_t seedOr(std::uint64_t usual)
{
    const char* text = std::getenv("CHEVET_SEED");
    return text == nullptr || *text == '\0' ? usual : std::strtoull(text, nullptr, 10);
}

} // namespace chevet::test

#define CHEVET_SEEDED(name, usual)                                                                           \
    chevet::test::Random name(chevet::test::seedOr(usual));                                                  \
    INFO("repeat with CHEVET_SEED=" << name.seed())
