// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ways to damage bytes, and generators that fail or remember.
#pragma once

#include "sealing/digest.h"
#include "sealing/randomness.h"

#include <algorithm>
#include <vector>

namespace chevet::sealing::testing {

inline Bytes withBitFlipped(View bytes, std::size_t bit)
{
    Bytes changed(bytes.begin(), bytes.end());
    changed.at(bit / 8) = static_cast<std::uint8_t>(changed[bit / 8] ^ (1u << (bit % 8)));
    return changed;
}

inline Bytes joined(std::initializer_list<View> parts)
{
    Bytes all;
    for (const auto part : parts) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

/// Someone who changes vault.cbor on purpose mends its checksum, too.
inline Bytes withChecksumMended(Bytes file)
{
    const auto sum = sha256({View(file).first(file.size() - 32)});
    std::ranges::copy(sum, file.end() - 32);
    return file;
}

/// The n-th call fails, counted from 1, and every later one; earlier ones are real.
class FailingRandomness final : public Randomness
{
public:
    explicit FailingRandomness(int failAt) : m_failAt(failAt) {}
    Result<void> fillPublic(std::span<std::uint8_t> bytes) override
    {
        return ++m_calls >= m_failAt ? refuse() : systemRandomness().fillPublic(bytes);
    }
    Result<void> fillSecret(std::span<std::uint8_t> bytes) override
    {
        return ++m_calls >= m_failAt ? refuse() : systemRandomness().fillSecret(bytes);
    }
    int calls() const { return m_calls; }

private:
    static Result<void> refuse() { return fail(ErrorCode::RandomFailed, "test"); }
    int m_failAt;
    int m_calls = 0;
};

/// Real randomness that remembers every secret it gave.
class RecordingRandomness final : public Randomness
{
public:
    Result<void> fillPublic(std::span<std::uint8_t> bytes) override
    {
        return systemRandomness().fillPublic(bytes);
    }
    Result<void> fillSecret(std::span<std::uint8_t> bytes) override
    {
        auto filled = systemRandomness().fillSecret(bytes);
        secrets.emplace_back(bytes.begin(), bytes.end());
        return filled;
    }
    std::vector<Bytes> secrets;
};

} // namespace chevet::sealing::testing
