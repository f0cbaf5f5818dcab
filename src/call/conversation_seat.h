// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// All that a conversation keeps of one seat.
#pragma once

#include "call/conversation.h"

namespace chevet::call {

struct Conversation::SeatCall
{
    SeatCall(SeatId who, const CallSettings& settings) : seat(who), machine(settings) {}

    SeatId seat;
    CallMachine machine;
    CallRecord record;
    PictureWatch watch;
    PictureExpected expected = PictureExpected::Moving;
    bool isCameraOn = true;  ///< the home's
    bool sendsMoving = true; ///< and not stills, by the last measure that it was told
    std::uint64_t peer = 0;  ///< the conversation's number for the machine's present one; 0: none
    std::uint64_t machinePeer = 0;

    // of the present peer
    LineWindow line;
    RateControl rate;
    SendingLadder ladder;
    std::optional<SendingPlan> sending;
    Moment lastReport{};
    std::unique_ptr<PhotoIntake> photo;
    std::uint32_t photoNumber = 0;
    std::string photoOf; ///< what it was asked of
};

} // namespace chevet::call
