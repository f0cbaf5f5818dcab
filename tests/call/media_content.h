// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a picture and a sound show, so that a test proves whose they are.
#pragma once

#include "call/frame.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace chevet::test {

/// Red, green, blue in the middle of the picture, below the clock: the mean of 16 by 16 pixels.
inline std::array<int, 3> middleColour(const call::Frame& frame)
{
    std::array<int, 3> sum{};
    if (frame.pixels == nullptr || frame.width < 16 || frame.height < 16) {
        return sum;
    }
    for (int y = 0; y < 16; ++y) {
        const auto* row =
            frame.pixels + (frame.height / 2 - 8 + y) * frame.stride + (frame.width / 2 - 8) * 4;
        for (int x = 0; x < 16; ++x) {
            sum[0] += row[4 * x + 2];
            sum[1] += row[4 * x + 1];
            sum[2] += row[4 * x];
        }
    }
    return {sum[0] / 256, sum[1] / 256, sum[2] / 256};
}

inline bool isRed(const call::Frame& frame)
{
    const auto colour = middleColour(frame);
    return colour[0] > 150 && colour[1] < 90 && colour[2] < 90;
}
inline bool isBlue(const call::Frame& frame)
{
    const auto colour = middleColour(frame);
    return colour[2] > 150 && colour[0] < 90 && colour[1] < 90;
}
/// The picture that stands in for a camera: a dark grey.
inline bool isStandIn(const call::Frame& frame)
{
    const auto colour = middleColour(frame);
    return frame.pixels != nullptr && colour[0] < 100 && colour[1] < 100 && colour[2] < 110 && colour[0] > 20;
}

/// Goertzel: the share of the sound's energy that lies at `hertz`, 0 to 1, 48 kHz.
inline double toneShare(const std::vector<std::int16_t>& samples, double hertz)
{
    constexpr double rate = 48'000;
    const double step = 2 * std::cos(2 * M_PI * hertz / rate);
    double before = 0;
    double beforeThat = 0;
    double energy = 0;
    for (const auto sample : samples) {
        const double value = sample / 32768.0;
        const double now = value + step * before - beforeThat;
        beforeThat = before;
        before = now;
        energy += value * value;
    }
    const double power = before * before + beforeThat * beforeThat - step * before * beforeThat;
    return energy <= 1e-9 ? 0 : 2 * power / (energy * static_cast<double>(samples.size()));
}

inline double loudness(const std::vector<std::int16_t>& samples)
{
    double energy = 0;
    for (const auto sample : samples) {
        energy += sample / 32768.0 * (sample / 32768.0);
    }
    return samples.empty() ? 0 : std::sqrt(energy / static_cast<double>(samples.size()));
}

} // namespace chevet::test
