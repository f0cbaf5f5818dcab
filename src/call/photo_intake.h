// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Takes one photo that was asked for, out of the messages of the data channel: a sealed header, then sealed
// pieces in their order. Nothing of it is handed out before its digest fits. One thread at a time.
#pragma once

#include "call/messages.h"
#include "sealing/call_seal.h"

#include <optional>

namespace chevet::call {

struct PhotoExpected
{
    sealing::RoomId room;
    sealing::SeatId seat;
    sealing::SessionId session;
    std::uint32_t photo = 0;
    std::uint32_t largest = message::largestPhoto; ///< bytes
};

class PhotoIntake
{
public:
    PhotoIntake(const PhotoExpected& expected, sealing::CallKeys seatKeys, sealing::Randomness& randomness);

    /// What the seat is to be told if it went wrong, for good: whatever follows is refused likewise. Nothing
    /// as long as pieces are missing, then the photo once. Errors: Truncated, NotAuthentic, NotCanonical,
    /// BadInput, TooLarge, Damaged.
    Result<std::optional<Bytes>> take(View message);

    /// 0 to 1.
    double share() const;
    static message::PhotoFault faultOf(const Error& error);

private:
    Result<void> takeHeader(View message);
    Result<void> takePiece(const message::PhotoHeader& header, View message);
    Result<void> check(const message::PhotoHeader& header) const;

    PhotoExpected m_expected;
    sealing::CallKeys m_keys;
    sealing::Aead m_aead;
    std::optional<message::PhotoHeader> m_header;
    std::uint32_t m_nextPiece = 0;
    Bytes m_photo;
    std::optional<Error> m_failed;
    bool m_isDone = false;
};

} // namespace chevet::call
