// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is sealed in a call (docs/CALL.md): a message with its header, which goes over the broker, and the
// pieces of a photo, which go through the data channel. Says nothing about what is new: counters are
// `call`'s.
#pragma once

#include "sealing/aead.h"
#include "sealing/call_keys.h"

namespace chevet::sealing {

inline constexpr std::size_t largestCallMessage = std::size_t{32} * 1024;
inline constexpr std::size_t callHeaderSize = 34;
inline constexpr std::size_t largestCallPlain = largestCallMessage - callHeaderSize - boxOverhead;
/// Every piece but the last is full.
inline constexpr std::size_t photoPieceSize = std::size_t{16} * 1024 - boxOverhead;
/// A counter must fit where numbers are floating ones.
inline constexpr std::uint64_t largestCallCounter = (std::uint64_t{1} << 53) - 1;

enum class CallLock : std::uint8_t
{
    Door = 1, // goes over the wire, never renumber
    Seat = 2
};

/// Of one peer connection; zeros: of none.
struct SessionId
{
    std::array<std::uint8_t, 8> bytes{};

    auto operator<=>(const SessionId&) const = default;
    bool isNone() const { return *this == SessionId{}; }
};

/// What stands in clear, and is part of what the tag covers.
struct CallHeader
{
    CallLock lock = CallLock::Seat;
    SeatId seat;
    SessionId session;
    std::uint64_t counter = 0;

    bool operator==(const CallHeader&) const = default;
};

/// Errors: Truncated, TooLarge, BadInput (another version, an unknown lock, a counter beyond its range).
Result<CallHeader> readCallHeader(View message);

/// Errors: TooLarge, RandomFailed, Internal.
Result<Bytes> sealCallMessage(Aead& aead, const CallKeys& keys, CallDirection direction, const RoomId& room,
                              const CallHeader& header, View plain);
/// Errors: as readCallHeader; NotAuthentic.
Result<Bytes> openCallMessage(Aead& aead, const CallKeys& keys, CallDirection direction, const RoomId& room,
                              View message);

struct PhotoPiecePlace
{
    RoomId room;
    SeatId seat;
    std::uint32_t photo = 0;
    std::uint32_t piece = 0; ///< 0, 1, 2…
};

/// Under "seat, to the desk". Errors: TooLarge, RandomFailed, Internal.
Result<Bytes> sealPhotoPiece(Aead& aead, const CallKeys& seatKeys, const PhotoPiecePlace& place, View plain);
/// Errors: Truncated, TooLarge, NotAuthentic.
Result<Bytes> openPhotoPiece(Aead& aead, const CallKeys& seatKeys, const PhotoPiecePlace& place, View box);

} // namespace chevet::sealing
