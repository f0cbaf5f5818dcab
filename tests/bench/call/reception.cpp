// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/call/reception.h"

#include <algorithm>
#include <cmath>

namespace chevet::bench {
namespace {

constexpr double frozenFrom = 250;
constexpr std::int64_t wrap = 1 << 24;

double sinceClock(const PictureShown& picture)
{
    const auto shown = static_cast<std::int64_t>(std::floor(picture.at));
    const auto away = ((shown - std::int64_t{*picture.clock}) % wrap + wrap) % wrap;
    return static_cast<double>(away < wrap / 2 ? away : away - wrap);
}

std::optional<double> part(std::vector<double> values, double share)
{
    if (values.empty()) {
        return std::nullopt;
    }
    const auto at = std::lround(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

/// The last sums that were read at that time or before, else the first ones.
const SoundSums* sumsAt(const std::vector<SoundSums>& sound, double time)
{
    const SoundSums* found = sound.empty() ? nullptr : &sound.front();
    for (const auto& sums : sound) {
        if (sums.at <= time) {
            found = &sums;
        }
    }
    return found;
}

} // namespace

std::optional<double> medianOf(std::vector<double> values)
{
    return part(std::move(values), 0.5);
}

std::optional<double> Reception::firstAfter(double time) const
{
    for (const auto& picture : pictures) {
        if (picture.at >= time && picture.clock && picture.at - sinceClock(picture) >= time - 1) {
            return picture.at;
        }
    }
    return std::nullopt;
}

Quality Reception::over(Span span) const
{
    Quality quality;
    std::vector<double> delays;
    double before = span.from;
    int count = 0;
    const auto gapTo = [&](double at) {
        quality.longestGap = std::max(quality.longestGap, (at - before) / 1000);
        quality.frozen += at - before > frozenFrom ? (at - before) / 1000 : 0;
        before = at;
    };
    for (const auto& picture : pictures) {
        if (picture.at < span.from || picture.at > span.to) {
            continue;
        }
        ++count;
        gapTo(picture.at);
        if (picture.clock) {
            delays.push_back(sinceClock(picture));
        }
    }
    gapTo(span.to);
    quality.framesPerSecond = count * 1000.0 / (span.to - span.from);
    quality.delay = part(delays, 0.5);
    quality.delay95 = part(delays, 0.95);
    const auto* first = sumsAt(sound, span.from);
    const auto* last = sumsAt(sound, span.to);
    if (first != nullptr && last->samples > first->samples) {
        quality.concealed = 100 * (last->concealed - first->concealed) / (last->samples - first->samples);
    }
    return quality;
}

} // namespace chevet::bench
