// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/photo_intake.h"
#include "call/vectors.h"
#include "sealing/damage.h"
#include "sealing/digest.h"
#include "support/catch.h"

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using sealing::CallDirection;
using sealing::CallLock;

namespace {

sealing::CallKeys keys()
{
    return std::move(
        *sealing::seatKeys(deskPair(), seatPair().publicKey(), vectors().named.at("secret"), vectorPlace()));
}

PhotoExpected expected(std::uint32_t largest = message::largestPhoto)
{
    return {vectorPlace().room, vectorPlace().seat, vectors().sealed.back().header.session, 7, largest};
}

PhotoIntake intake(const PhotoExpected& what = expected())
{
    return {what, keys(), sealing::systemRandomness()};
}

Bytes vectorPhoto()
{
    Bytes photo;
    for (const auto& piece : vectors().pieces) {
        photo.insert(photo.end(), piece.plain.begin(), piece.plain.end());
    }
    return photo;
}

/// As the page sends it.
std::vector<Bytes> sent(View photo, message::PhotoHeader header)
{
    sealing::Aead aead(sealing::systemRandomness());
    const auto what = expected();
    std::vector<Bytes> messages{*sealing::sealCallMessage(aead, keys(), CallDirection::ToDesk, what.room,
                                                          {CallLock::Seat, what.seat, what.session, 9},
                                                          *message::encode(message::ToDesk(header)))};
    for (std::uint32_t piece = 0; piece * sealing::photoPieceSize < photo.size(); ++piece) {
        const auto at = piece * sealing::photoPieceSize;
        const auto size = std::min(sealing::photoPieceSize, photo.size() - at);
        messages.push_back(*sealing::sealPhotoPiece(aead, keys(), {what.room, what.seat, 7, piece},
                                                    photo.subspan(at, size)));
    }
    return messages;
}

std::vector<Bytes> sent(View photo)
{
    return sent(photo, {7, static_cast<std::uint32_t>(photo.size()), sealing::sha256({photo})});
}

/// The error that ends it, or none.
std::optional<Error> faultOf(PhotoIntake taker, const std::vector<Bytes>& messages)
{
    for (const auto& message : messages) {
        if (const auto taken = taker.take(message); !taken) {
            CHECK_FALSE(taker.take(message)); // for good
            return taken.error();
        }
    }
    return std::nullopt;
}

} // namespace

TEST_CASE("the photo of the vectors arrives whole, and not before its last piece")
{
    auto taker = intake();
    CHECK(taker.share() == 0);
    const auto header = taker.take(vectors().sealed.back().message);
    REQUIRE(header);
    CHECK_FALSE(*header);
    const auto first = taker.take(vectors().pieces[0].box);
    REQUIRE(first);
    CHECK_FALSE(*first);
    CHECK(taker.share() > 0.9);
    const auto last = taker.take(vectors().pieces[1].box);
    REQUIRE(last);
    REQUIRE(*last);
    CHECK(**last == vectorPhoto());
    CHECK(taker.share() == 1);
    CHECK_FALSE(taker.take(vectors().pieces[1].box));
}

TEST_CASE("a photo whose pieces fill the last message exactly arrives whole")
{
    Bytes photo(2 * sealing::photoPieceSize, 0x11);
    photo[0] = 0xFF;
    photo[1] = 0xD8;
    photo[2] = 0xFF;
    CHECK(sent(photo).size() == 3);
    CHECK_FALSE(faultOf(intake(), sent(photo)));
}

TEST_CASE("pieces out of order, missing, repeated, of another photo or changed are refused for good")
{
    const auto good = sent(vectorPhoto());
    CHECK(faultOf(intake(), {good[0], good[2], good[1]})->code == ErrorCode::Damaged);
    CHECK(faultOf(intake(), {good[0], good[1], good[1]}));
    CHECK(faultOf(intake(), {good[1]}));
    CHECK(faultOf(intake(), {good[0], good[0]}));
    auto changed = good;
    changed[1] = sealing::testing::withBitFlipped(good[1], 1000);
    const auto fault = faultOf(intake(), changed);
    REQUIRE(fault);
    CHECK(PhotoIntake::faultOf(*fault) == message::PhotoFault::Damaged);
    auto other = expected();
    other.photo = 8;
    CHECK(faultOf(intake(other), good)->code == ErrorCode::BadInput);
    other = expected();
    other.session.bytes[0] ^= 1;
    CHECK(faultOf(intake(other), good)->code == ErrorCode::NotAuthentic);
    other = expected();
    other.seat.bytes[0] ^= 1;
    CHECK(faultOf(intake(other), good)->code == ErrorCode::NotAuthentic);
}

TEST_CASE("a photo that is larger than asked for, empty, no JPEG, or not what its digest says is refused")
{
    const auto photo = vectorPhoto();
    CHECK(PhotoIntake::faultOf(*faultOf(intake(expected(1000)), sent(photo))) == message::PhotoFault::Size);
    CHECK(PhotoIntake::faultOf(*faultOf(intake(), sent({}))) == message::PhotoFault::Size);
    const Bytes script(500, 'x');
    CHECK(PhotoIntake::faultOf(*faultOf(intake(), sent(script))) == message::PhotoFault::Type);
    const auto lies = sent(photo, {7, static_cast<std::uint32_t>(photo.size()), {}});
    CHECK(PhotoIntake::faultOf(*faultOf(intake(), lies)) == message::PhotoFault::Damaged);
    const auto shorter = sent(photo, {7, 400, sealing::sha256({View(photo).first(400)})});
    CHECK(faultOf(intake(), shorter)->code == ErrorCode::Damaged);
}
