// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/vectors.h"
#include "sealing/damage.h"
#include "support/catch.h"
#include "support/random.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::sealing;
using namespace chevet::call::test;

namespace {

bool same(View a, View b)
{
    return std::ranges::equal(a, b);
}

CallKeys keysOf(CallLock lock)
{
    const auto& secret = vectors().named.at("secret");
    return lock == CallLock::Door
               ? std::move(*doorKeys(secret, vectorPlace()))
               : std::move(*seatKeys(deskPair(), seatPair().publicKey(), secret, vectorPlace()));
}

} // namespace

TEST_CASE("a private key has the public key that every other library finds")
{
    CHECK(same(deskPair().publicKey(), vectors().named.at("desk-public")));
    CHECK(same(seatPair().publicKey(), vectors().named.at("seat-public")));
}

TEST_CASE("room and seat are named after their keys")
{
    CHECK(same(roomIdOf(deskPair().publicKey()).view(), vectors().named.at("room")));
    CHECK(same(seatIdOf(seatPair().publicKey()).view(), vectors().named.at("seat")));
}

TEST_CASE("both sides agree on the same secret and the same keys")
{
    const auto& named = vectors().named;
    CHECK(same(deskPair().agree(seatPair().publicKey())->view(), named.at("shared")));
    CHECK(same(seatPair().agree(deskPair().publicKey())->view(), named.at("shared")));
    const auto door = keysOf(CallLock::Door);
    CHECK(same(door.toDesk.view(), named.at("door-to-desk")));
    CHECK(same(door.toSeat.view(), named.at("door-to-seat")));
    const auto seat = keysOf(CallLock::Seat);
    CHECK(same(seat.toDesk.view(), named.at("seat-to-desk")));
    CHECK(same(seat.toSeat.view(), named.at("seat-to-seat")));
    const auto ofSeat = seatKeys(seatPair(), deskPair().publicKey(), named.at("secret"), vectorPlace());
    REQUIRE(ofSeat);
    CHECK(same(ofSeat->toDesk.view(), named.at("seat-to-desk")));
}

TEST_CASE("another room, seat or expiry gives other keys")
{
    const auto& secret = vectors().named.at("secret");
    auto later = vectorPlace();
    ++later.expirySeconds;
    auto elsewhere = vectorPlace();
    elsewhere.room.bytes[0] ^= 1;
    auto another = vectorPlace();
    another.seat.bytes[15] ^= 1;
    for (const auto& place : {later, elsewhere, another}) {
        for (const auto direction : {CallDirection::ToDesk, CallDirection::ToSeat}) {
            CHECK_FALSE(same(doorKeys(secret, place)->of(direction), keysOf(CallLock::Door).of(direction)));
            CHECK_FALSE(same(seatKeys(deskPair(), seatPair().publicKey(), secret, place)->of(direction),
                             keysOf(CallLock::Seat).of(direction)));
        }
    }
}

TEST_CASE("new pairs differ, agree with each other, and come back from their private key's bytes only")
{
    auto one = CallKeyPair::make(systemRandomness());
    auto two = CallKeyPair::make(systemRandomness());
    REQUIRE(one);
    REQUIRE(two);
    CHECK(one->publicKey() != two->publicKey());
    CHECK(same(one->agree(two->publicKey())->view(), two->agree(one->publicKey())->view()));
    sealing::testing::FailingRandomness broken(1);
    CHECK(CallKeyPair::make(broken).error().code == ErrorCode::RandomFailed);
}

TEST_CASE("zero, the curve's order and numbers of another length are no private keys")
{
    const auto order = *fromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    CHECK(CallKeyPair::fromPrivate(SecretBytes(32)).error().code == ErrorCode::BadInput);
    CHECK(CallKeyPair::fromPrivate(SecretBytes(order)).error().code == ErrorCode::BadInput);
    CHECK(CallKeyPair::fromPrivate(SecretBytes(31)).error().code == ErrorCode::BadInput);
    auto below = order;
    --below.back();
    CHECK(CallKeyPair::fromPrivate(SecretBytes(below)));
}

TEST_CASE("nothing is agreed with what is no point of the curve")
{
    const auto own = deskPair();
    const auto half = seatPair().publicKey();
    const Bytes good(half.begin(), half.end());
    REQUIRE(own.agree(good));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        // Flipping the sign's bit alone never leads to the mirrored point: y is not minus y in one bit.
        CHECK_FALSE(own.agree(sealing::testing::withBitFlipped(good, bit)));
    }
    CHECK_FALSE(own.agree({}));
    CHECK_FALSE(own.agree(View(good).first(64)));
    CHECK_FALSE(own.agree(Bytes(65, 0)));
    Bytes compressed(good.begin(), good.begin() + 33);
    compressed[0] = 0x02 | (good.back() & 1);
    CHECK_FALSE(own.agree(compressed));
    Bytes infinity(1, 0);
    CHECK_FALSE(own.agree(infinity));
}

TEST_CASE("messages are sealed and opened as the vectors say")
{
    REQUIRE(vectors().sealed.size() == 7);
    for (const auto& vector : vectors().sealed) {
        INFO(vector.name);
        GivenNonces nonces({vector.nonce});
        Aead aead(nonces);
        auto header = vector.header;
        header.seat = vectorPlace().seat;
        const auto keys = keysOf(header.lock);
        const auto sealed =
            sealCallMessage(aead, keys, vector.direction, vectorPlace().room, header, vector.cbor);
        REQUIRE(sealed);
        CHECK(*sealed == vector.message);
        CHECK(readCallHeader(vector.message) == header);
        const auto opened = openCallMessage(aead, keys, vector.direction, vectorPlace().room, vector.message);
        REQUIRE(opened);
        CHECK(*opened == vector.cbor);
    }
}

TEST_CASE("a message with any bit flipped does not open")
{
    Aead aead(systemRandomness());
    for (const auto& vector : vectors().sealed) {
        const auto keys = keysOf(vector.header.lock);
        std::size_t opened = 0;
        for (std::size_t bit = 0; bit < vector.message.size() * 8; ++bit) {
            const auto changed = sealing::testing::withBitFlipped(vector.message, bit);
            opened += openCallMessage(aead, keys, vector.direction, vectorPlace().room, changed) ? 1 : 0;
        }
        CHECK(opened == 0);
    }
}

TEST_CASE("a message does not open in the other direction, in another room, or under the other lock's keys")
{
    Aead aead(systemRandomness());
    for (const auto& vector : vectors().sealed) {
        const auto keys = keysOf(vector.header.lock);
        const auto back =
            vector.direction == CallDirection::ToDesk ? CallDirection::ToSeat : CallDirection::ToDesk;
        const auto room = vectorPlace().room;
        CHECK_FALSE(openCallMessage(aead, keys, back, room, vector.message));
        // even if both directions had one key, the direction stands in the associated data
        const CallKeys oneKey{SecretBytes(keys.of(vector.direction)), SecretBytes(keys.of(vector.direction))};
        CHECK_FALSE(openCallMessage(aead, oneKey, back, room, vector.message));
        auto elsewhere = room;
        elsewhere.bytes[3] ^= 0x10;
        CHECK_FALSE(openCallMessage(aead, keys, vector.direction, elsewhere, vector.message));
        const auto other = vector.header.lock == CallLock::Door ? CallLock::Seat : CallLock::Door;
        CHECK_FALSE(openCallMessage(aead, keysOf(other), vector.direction, room, vector.message));
    }
}

TEST_CASE("a message that is cut, too long, of another version or lock is refused before any key is used")
{
    const auto& good = vectors().sealed.front().message;
    for (std::size_t size = 0; size < callHeaderSize + boxOverhead; ++size) {
        CHECK(readCallHeader(View(good).first(size)).error().code == ErrorCode::Truncated);
    }
    Bytes large(good);
    large.resize(largestCallMessage + 1);
    CHECK(readCallHeader(large).error().code == ErrorCode::TooLarge);
    auto version = good;
    version[0] = 2;
    CHECK(readCallHeader(version).error().place == "version");
    for (const auto lock : Bytes{0, 3, 255}) {
        auto changed = good;
        changed[1] = lock;
        CHECK(readCallHeader(changed).error().place == "lock");
    }
    auto counter = good;
    counter[26] = 0xFF;
    CHECK(readCallHeader(counter).error().place == "counter");
}

TEST_CASE("the largest message fits and one byte more is refused")
{
    Aead aead(systemRandomness());
    const auto keys = keysOf(CallLock::Seat);
    const CallHeader header{.lock = CallLock::Seat, .seat = vectorPlace().seat, .session = {}, .counter = 1};
    const auto seal = [&](std::size_t size) {
        return sealCallMessage(aead, keys, CallDirection::ToSeat, vectorPlace().room, header, Bytes(size, 7));
    };
    const auto whole = seal(largestCallPlain);
    REQUIRE(whole);
    CHECK(whole->size() == largestCallMessage);
    CHECK(openCallMessage(aead, keys, CallDirection::ToSeat, vectorPlace().room, *whole) ==
          Bytes(largestCallPlain, 7));
    CHECK(seal(largestCallPlain + 1).error().code == ErrorCode::TooLarge);
}

TEST_CASE("pieces of a photo open in their place only")
{
    const auto keys = keysOf(CallLock::Seat);
    REQUIRE(vectors().pieces.size() == 2);
    for (const auto& vector : vectors().pieces) {
        GivenNonces nonces({vector.nonce});
        Aead aead(nonces);
        const PhotoPiecePlace place{vectorPlace().room, vectorPlace().seat, vector.photo, vector.piece};
        CHECK(sealPhotoPiece(aead, keys, place, vector.plain) == vector.box);
        CHECK(openPhotoPiece(aead, keys, place, vector.box) == vector.plain);
        auto later = place;
        ++later.piece;
        CHECK_FALSE(openPhotoPiece(aead, keys, later, vector.box));
        auto another = place;
        ++another.photo;
        CHECK_FALSE(openPhotoPiece(aead, keys, another, vector.box));
        auto seat = place;
        seat.seat.bytes[0] ^= 1;
        CHECK_FALSE(openPhotoPiece(aead, keys, seat, vector.box));
        CHECK(openPhotoPiece(aead, keys, place, View(vector.box).first(27)).error().code ==
              ErrorCode::Truncated);
    }
    Aead aead(systemRandomness());
    CHECK(sealPhotoPiece(aead, keys, {}, Bytes(photoPieceSize + 1)).error().code == ErrorCode::TooLarge);
    CHECK(openPhotoPiece(aead, keys, {}, Bytes(photoPieceSize + boxOverhead + 1)).error().code ==
          ErrorCode::TooLarge);
}
