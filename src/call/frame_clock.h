// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A clock that can be seen: the time burnt into the top of a test picture, so that delay, freezing and whose
// picture it is are measured from the pixels at the other end. Survives compression and scaling (32 cells
// across the width).
#pragma once

#include <cstdint>
#include <optional>

namespace chevet::call {

/// Writes the low 24 bits of `milliseconds` and a checksum of 8 bits into the top rows of a plane of luma.
void burnClock(std::uint8_t* luma, int stride, int width, int height, std::int64_t milliseconds);

/// Nothing if the checksum does not fit. `pixels` as in Frame.
std::optional<std::uint32_t> readClock(const std::uint8_t* pixels, int stride, int width, int height);

} // namespace chevet::call
