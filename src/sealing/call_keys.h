// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of a call (docs/CALL.md): ECDH on P-256, the one curve that every browser has, and the keys that
// seal what goes over the broker. A room's id binds the desk's key, a seat's id the browser's. Any thread.
#pragma once

#include "foundation/bytes.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/randomness.h"

#include <array>
#include <cstdint>

namespace chevet::sealing {

using RoomId = Id<struct RoomTag>;
using SeatId = Id<struct SeatTag>;
/// A point in its uncompressed form.
using CallPublicKey = std::array<std::uint8_t, 65>;

inline constexpr std::size_t linkSecretSize = 16;

class CallKeyPair
{
public:
    /// Errors: RandomFailed, Internal.
    static Result<CallKeyPair> make(Randomness& randomness);
    /// 32 bytes, big-endian. Error: BadInput if they are no key of the curve.
    static Result<CallKeyPair> fromPrivate(SecretBytes privateKey);

    const CallPublicKey& publicKey() const { return m_public; }
    /// The x coordinate, 32 bytes. Error: NotAuthentic if `other` is no point of the curve in uncompressed
    /// form.
    Result<SecretBytes> agree(View other) const;

private:
    CallKeyPair(SecretBytes privateKey, const CallPublicKey& publicKey);

    SecretBytes m_private;
    CallPublicKey m_public{};
};

RoomId roomIdOf(const CallPublicKey& ofDesk);
SeatId seatIdOf(const CallPublicKey& ofBrowser);

enum class CallDirection : std::uint8_t
{
    ToDesk = 1, // goes over the wire and into keys, never renumber
    ToSeat = 2
};

/// Where a key is good: it opens nothing in another room, at another seat, or under a link that expires
/// otherwise.
struct CallPlace
{
    RoomId room;
    SeatId seat;
    std::uint32_t expirySeconds = 0; ///< since 1970, as in the link
};

struct CallKeys
{
    SecretBytes toDesk;
    SecretBytes toSeat;

    View of(CallDirection direction) const
    {
        return direction == CallDirection::ToDesk ? toDesk.view() : toSeat.view();
    }
};

/// What anybody who holds the link can derive, for any seat.
Result<CallKeys> doorKeys(View linkSecret, const CallPlace& place);
/// What only this desk and this seat can derive. Errors: as agree.
Result<CallKeys> seatKeys(const CallKeyPair& own, View other, View linkSecret, const CallPlace& place);

} // namespace chevet::sealing
