// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A line with a rate, a delay, a queue and losses, and a sender that does what the controller says, in
// simulated time.
#pragma once

#include "call/congestion.h"
#include "call/sending_ladder.h"
#include "support/random.h"

#include <functional>
#include <vector>

namespace chevet::call::test {

struct Line
{
    double bitsPerSecond = 10'000'000;
    double delayMillis = 10;
    double lossShare = 0;
    bool isCut = false;
};

/// What came through in one second.
struct SecondSeen
{
    int target = 0;
    int sentBits = 0;
    int receivedBits = 0;
    int soundSent = 0;
    int soundInTime = 0; ///< within 400 ms over the line's own delay
    int pictures = 0;    ///< whole
    double worstQueueMillis = 0;
    SendingPlan plan;
};

/// `lineAt` says what the line is like at a second.
std::vector<SecondSeen> simulate(int seconds, std::uint64_t seed, const std::function<Line(double)>& lineAt,
                                 RateSettings settings = {});

} // namespace chevet::call::test
