// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What one side of a call got to see and hear, and what that amounts to over a span of time. Times are
// milliseconds of the machine's monotonic clock.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace chevet::bench {

struct PictureShown
{
    double at = 0;
    std::optional<std::uint32_t> clock = {}; ///< frame_clock of the sender; nothing: it could not be read
};
struct SoundSums
{
    double at = 0;
    double concealed = 0;
    double samples = 0;
};

struct Span
{
    double from = 0;
    double to = 0;
};

struct Quality
{
    double framesPerSecond = 0;
    std::optional<double> delay = {}; ///< milliseconds, median
    std::optional<double> delay95 = {};
    double frozen = 0;               ///< seconds in gaps of more than 250 ms
    double longestGap = 0;           ///< seconds
    std::optional<double> concealed; ///< percent of the sound
};

struct Reception
{
    std::vector<PictureShown> pictures;
    std::vector<SoundSums> sound;

    /// The first with a clock that was shown then or later, if the clock's own time is not before it either.
    std::optional<double> firstAfter(double time) const;
    Quality over(Span span) const;
};

/// Nothing of none.
std::optional<double> medianOf(std::vector<double> values);

} // namespace chevet::bench
