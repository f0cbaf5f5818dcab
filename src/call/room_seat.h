// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a room remembers of one seat.
#pragma once

#include "call/room.h"

#include <deque>

namespace chevet::call {

struct Room::Seat
{
    Seat(SeatId who, sealing::CallKeys derived, Moment now)
        : id(who), keys(std::move(derived)), firstSeen(now), lastHeard(now)
    {}

    bool isConfirmed() const { return state != SeatState::Unconfirmed; }

    SeatId id;
    sealing::CallKeys keys;
    Moment firstSeen;
    Moment lastHeard;
    SeatState state = SeatState::Unconfirmed;
    message::RefusedReason refusal = message::RefusedReason::NotTheRightPerson;
    std::deque<message::Join> unconfirmed; ///< the last few: any of them may be somebody else's
    CounterGate gate;
    MinuteLimit joins{mostJoinsAMinute};
    SessionId session;
    bool isSilent = false;
};

} // namespace chevet::call
