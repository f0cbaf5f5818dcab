// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is made of the bits that the line carries: sound first, the picture gets the rest. On a thin line the
// picture becomes smaller, and at the bottom a still every few seconds; it is never slowed down in between,
// since the encoder overshoots for a second after each step.
#pragma once

#include "call/moment.h"

#include <cstdint>
#include <optional>

namespace chevet::call {

struct SendingPlan
{
    int pictureBitsPerSecond = 0;
    int framesPerSecond = 30;
    int sizeDivisor = 1;                    ///< 1, 2, 4
    std::optional<Moment> stillsEvery = {}; ///< instead of moving pictures
    /// The packets of a still leave no faster than this: at once they would hold the voice back for half a
    /// second.
    std::optional<int> stillPaceBitsPerSecond = {};
    int soundBitsPerSecond = 32'000;
    int soundFrameMilliseconds = 20; ///< 20, 40, 60

    bool operator==(const SendingPlan&) const = default;
    /// Sound on the wire, with what each packet costs.
    int soundCost() const;
    /// So little that reports often sent, and lost sound asked for again, would crowd the voice out.
    bool isThin() const { return soundFrameMilliseconds >= 60; }
};

class SendingLadder
{
public:
    SendingPlan update(Moment now, int targetBitsPerSecond);

private:
    enum class Picture : std::uint8_t
    {
        Full,
        Half,
        Stills
    };
    void choosePicture(Moment now, int budget);

    Picture m_picture = Picture::Full;
    int m_soundStep = 0;
    std::optional<Moment> m_lowSince;
    std::optional<Moment> m_highSince;
};

/// Lets packets be sent again as long as that takes about a quarter of the rate; without it a thin line
/// drowns in repetitions of what it could not carry the first time.
class RetransmissionBucket
{
public:
    void setTarget(int bitsPerSecond) { m_target = bitsPerSecond; }
    bool allows(std::size_t bytes, std::chrono::microseconds now);

private:
    int m_target = 350'000;
    double m_bits = 0;
    std::optional<std::chrono::microseconds> m_last;
};

} // namespace chevet::call
