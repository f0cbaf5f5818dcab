// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/ids.h"

#include <cstdlib>
#include <sys/random.h>

namespace chevet {

std::array<std::uint8_t, 16> SystemIds::next()
{
    std::array<std::uint8_t, 16> bytes{};
    // Up to 256 bytes getrandom neither blocks after boot nor returns short.
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        std::abort();
    }
    return bytes;
}

std::uint64_t SeededIds::nextNumber()
{
    m_state += 0x9E3779B97F4A7C15u;
    auto z = m_state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

std::array<std::uint8_t, 16> SeededIds::next()
{
    std::array<std::uint8_t, 16> bytes{};
    putBigEndian(bytes.data(), nextNumber());
    putBigEndian(bytes.data() + 8, nextNumber());
    return bytes;
}

} // namespace chevet
