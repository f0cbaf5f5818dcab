// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Raw bytes as the layers below Qt pass them around. Views never own.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace chevet {

using Bytes = std::vector<std::uint8_t>;
using View = std::span<const std::uint8_t>;
using Sha256 = std::array<std::uint8_t, 32>;

/// The characters of a text as bytes, without a copy.
inline View viewOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// Bytes as characters, without a copy and without any check of the encoding.
inline std::string_view textOf(View bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Big-endian, as every stored integer.
template<class Integer> void putBigEndian(std::uint8_t* to, Integer value)
{
    for (std::size_t i = 0; i < sizeof(Integer); ++i) {
        to[i] = static_cast<std::uint8_t>(value >> (8 * (sizeof(Integer) - 1 - i)));
    }
}

template<class Integer> Integer getBigEndian(const std::uint8_t* from)
{
    Integer value = 0;
    for (std::size_t i = 0; i < sizeof(Integer); ++i) {
        value = static_cast<Integer>((value << 8) | from[i]);
    }
    return value;
}

/// Lower-case hexadecimal.
std::string toHex(View bytes);

/// Nothing when a character is no hexadecimal digit or their number is odd.
std::optional<Bytes> fromHex(std::string_view text);

/// True when the bytes are well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool isUtf8(View bytes);

} // namespace chevet
