// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/frame_clock.h"

#include <algorithm>
#include <cstring>

namespace chevet::call {
namespace {

constexpr int cells = 32;
constexpr int rowsPerPicture = 16; // the strip is a sixteenth of the height
constexpr std::uint8_t dark = 16;
constexpr std::uint8_t bright = 235;

std::uint32_t withChecksum(std::uint32_t clock)
{
    const auto sum = (clock ^ (clock >> 8) ^ (clock >> 16) ^ 0x5a) & 0xff;
    return (clock << 8) | sum;
}

} // namespace

void burnClock(std::uint8_t* luma, int stride, int width, int height, std::int64_t milliseconds)
{
    const auto word = withChecksum(static_cast<std::uint32_t>(milliseconds & 0xffffff));
    const int rows = std::max(height / rowsPerPicture, 1);
    for (int cell = 0; cell < cells; ++cell) {
        const int from = cell * width / cells;
        const int to = (cell + 1) * width / cells;
        const auto value = ((word >> (cells - 1 - cell)) & 1) != 0 ? bright : dark;
        for (int row = 0; row < rows; ++row) {
            std::memset(luma + std::ptrdiff_t(row) * stride + from, value,
                        static_cast<std::size_t>(to - from));
        }
    }
}

std::optional<std::uint32_t> readClock(const std::uint8_t* pixels, int stride, int width, int height)
{
    if (pixels == nullptr || width < cells || height < rowsPerPicture) {
        return std::nullopt;
    }
    const int row = height / rowsPerPicture / 2;
    std::uint32_t word = 0;
    for (int cell = 0; cell < cells; ++cell) {
        const int column = (2 * cell + 1) * width / (2 * cells);
        const auto green = pixels[std::ptrdiff_t(row) * stride + std::ptrdiff_t(column) * 4 + 1];
        word = (word << 1) | (green > 127 ? 1u : 0u);
    }
    const auto clock = word >> 8;
    return withChecksum(clock) == word ? std::optional(clock) : std::nullopt;
}

} // namespace chevet::call
