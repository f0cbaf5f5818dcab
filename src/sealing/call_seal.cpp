// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/call_seal.h"

#include "sealing/envelope.h"
#include "sealing/id_bytes.h"

#include <algorithm>

namespace chevet::sealing {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t seatAt = 2;
constexpr std::size_t sessionAt = 18;
constexpr std::size_t counterAt = 26;

void writeHeader(const CallHeader& header, std::span<std::uint8_t> to)
{
    to[0] = version;
    to[1] = static_cast<std::uint8_t>(header.lock);
    std::ranges::copy(header.seat.bytes, to.subspan(seatAt).begin());
    std::ranges::copy(header.session.bytes, to.subspan(sessionAt).begin());
    putBigEndian(to.subspan(counterAt).data(), header.counter);
}

struct PieceNumbers
{
    explicit PieceNumbers(const PhotoPiecePlace& place)
    {
        putBigEndian(bytes.data(), place.photo);
        putBigEndian(bytes.data() + 4, place.piece);
    }
    std::array<std::uint8_t, 8> bytes{};
};

} // namespace

Result<CallHeader> readCallHeader(View message)
{
    if (message.size() < callHeaderSize + boxOverhead) {
        return fail(ErrorCode::Truncated, "message", static_cast<std::int64_t>(message.size()));
    }
    if (message.size() > largestCallMessage) {
        return fail(ErrorCode::TooLarge, "message", static_cast<std::int64_t>(message.size()));
    }
    const auto lock = static_cast<CallLock>(message[1]);
    if (message[0] != version) {
        return fail(ErrorCode::BadInput, "version", message[0]);
    }
    if (lock != CallLock::Door && lock != CallLock::Seat) {
        return fail(ErrorCode::BadInput, "lock", message[1]);
    }
    CallHeader header{.lock = lock, .seat = idAt<SeatId>(message, seatAt), .session = {}, .counter = 0};
    std::ranges::copy(message.subspan(sessionAt, header.session.bytes.size()), header.session.bytes.begin());
    header.counter = getBigEndian<std::uint64_t>(message.subspan(counterAt).data());
    if (header.counter > largestCallCounter) {
        return fail(ErrorCode::BadInput, "counter");
    }
    return header;
}

Result<Bytes> sealCallMessage(Aead& aead, const CallKeys& keys, CallDirection direction, const RoomId& room,
                              const CallHeader& header, View plain)
{
    if (plain.size() > largestCallPlain) {
        return fail(ErrorCode::TooLarge, "message", static_cast<std::int64_t>(plain.size()));
    }
    Bytes message(callHeaderSize + boxOverhead + plain.size());
    const std::span<std::uint8_t> whole(message);
    const auto clear = whole.first(callHeaderSize);
    const auto box = whole.subspan(callHeaderSize);
    writeHeader(header, clear);
    std::ranges::copy(plain, box.subspan(nonceSize).begin());
    const auto way = static_cast<std::uint8_t>(direction);
    CHEVET_TRY(aead.sealInPlace(keys.of(direction),
                                {viewOf("chevet/call/1"), View(&way, 1), room.view(), clear}, box));
    return message;
}

Result<Bytes> openCallMessage(Aead& aead, const CallKeys& keys, CallDirection direction, const RoomId& room,
                              View message)
{
    if (const auto header = readCallHeader(message); !header) {
        return failAs(header);
    }
    const auto box = message.subspan(callHeaderSize);
    const auto way = static_cast<std::uint8_t>(direction);
    Bytes plain(box.size() - boxOverhead);
    CHEVET_TRY(aead.open(keys.of(direction),
                         {viewOf("chevet/call/1"), View(&way, 1), room.view(), message.first(callHeaderSize)},
                         box, plain));
    return plain;
}

Result<Bytes> sealPhotoPiece(Aead& aead, const CallKeys& seatKeys, const PhotoPiecePlace& place, View plain)
{
    if (plain.size() > photoPieceSize) {
        return fail(ErrorCode::TooLarge, "piece", static_cast<std::int64_t>(plain.size()));
    }
    const PieceNumbers numbers(place);
    return aead.seal(seatKeys.of(CallDirection::ToDesk),
                     {viewOf("chevet/photo/1"), place.room.view(), place.seat.view(), numbers.bytes}, plain);
}

Result<Bytes> openPhotoPiece(Aead& aead, const CallKeys& seatKeys, const PhotoPiecePlace& place, View box)
{
    if (box.size() < boxOverhead) {
        return fail(ErrorCode::Truncated, "piece", static_cast<std::int64_t>(box.size()));
    }
    if (box.size() > photoPieceSize + boxOverhead) {
        return fail(ErrorCode::TooLarge, "piece", static_cast<std::int64_t>(box.size()));
    }
    const PieceNumbers numbers(place);
    Bytes plain(box.size() - boxOverhead);
    CHEVET_TRY(aead.open(seatKeys.of(CallDirection::ToDesk),
                         {viewOf("chevet/photo/1"), place.room.view(), place.seat.view(), numbers.bytes}, box,
                         plain));
    return plain;
}

} // namespace chevet::sealing
