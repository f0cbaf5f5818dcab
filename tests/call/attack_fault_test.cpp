// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whoever runs the broker, whoever guesses, and whoever has the link without being the seat.
#include "call/page.h"
#include "call/test_room.h"
#include "support/catch.h"
#include "support/random.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;
using sealing::CallLock;

namespace {

bool isNothing(const RoomAnswer& answer)
{
    return answer.events.empty() && answer.publications.empty();
}

/// An admitted page in the middle of a session.
struct InCall : TestRoom
{
    InCall() : page(link())
    {
        enter(page);
        (void)room->beginSession(page.seat());
        (void)page.open(*room->say(page.seat(), message::Offer{"v=0", {}, false}));
    }
    Page page;
};

} // namespace

TEST_CASE("a message with any bit flipped is dropped and counted, and the call goes on")
{
    InCall at;
    for (const auto& message : {at.page.join(), at.page.say(message::Answer{"v=0"})}) {
        for (std::size_t bit = 0; bit < message.size() * 8; ++bit) {
            const auto changed = sealing::testing::withBitFlipped(message, bit);
            CHECK(at.room->receive(1s, changed).publications.empty());
        }
    }
    CHECK(at.room->stateOf(at.page.seat()) == SeatState::Admitted);
    CHECK(eventOf<SeatSaid>(at.room->receive(2s, at.page.say(message::Answer{"v=0"}))));
}

TEST_CASE("a message that is repeated is heard once, and what comes out of its order is not heard")
{
    InCall at;
    const auto first = at.page.say(message::Candidate{"one", 0});
    const auto second = at.page.say(message::Candidate{"two", 0});
    const auto third = at.page.say(message::Candidate{"three", 0});
    CHECK(eventOf<SeatSaid>(at.room->receive(1s, first)));
    CHECK(isNothing(at.room->receive(1s, first)));
    CHECK(eventOf<SeatSaid>(at.room->receive(1s, third)));
    CHECK(isNothing(at.room->receive(1s, second)));
    CHECK(isNothing(at.room->receive(1s, first)));
    CHECK(at.room->drops().of(DropReason::Replayed) == 3);
}

TEST_CASE("the whole record of a call, played again, changes nothing")
{
    TestRoom at;
    Page page(at.link());
    std::vector<Bytes> record{page.join()};
    for (const auto& publication : at.room->receive(0s, record[0]).publications) {
        (void)page.open(publication);
    }
    record.push_back(page.hereFirst());
    at.room->receive(0s, record[1]);
    CHECK(at.room->admit(page.seat()));
    const auto session = at.room->beginSession(page.seat());
    (void)page.open(*at.room->say(page.seat(), message::Offer{"v=0", {}, false}));
    record.push_back(page.say(message::Answer{"v=0"}));
    at.room->receive(1s, record[2]);
    for (const auto& message : record) {
        const auto answer = at.room->receive(2s, message);
        CHECK(answer.events.empty());
        for (const auto& publication : answer.publications) {
            CHECK_FALSE(page.open(publication)); // a welcome to a join that was answered
        }
    }
    CHECK(at.room->stateOf(page.seat()) == SeatState::Admitted);
    CHECK(*at.room->beginSession(page.seat()) != *session);
}

TEST_CASE("what the desk said is not heard when it is sent back to it, nor the seat's own by the seat")
{
    InCall at;
    for (const auto& what : std::vector<message::ToSeat>{message::Candidate{"x", 0}, message::Closed{}}) {
        const auto said = at.room->say(at.page.seat(), what);
        REQUIRE(said);
        CHECK(isNothing(at.room->receive(1s, said->message)));
    }
    CHECK_FALSE(at.page.open({at.page.seat(), at.page.say(message::Candidate{"x", 0})}));
    CHECK_FALSE(at.page.open({at.page.seat(), at.page.join()}));
    CHECK(at.room->drops().of(DropReason::NotAuthentic) == 2);
}

TEST_CASE("a message of another room, another seat or another expiry is dropped")
{
    InCall at;
    TestRoom elsewhere;
    Page there(elsewhere.link());
    elsewhere.enter(there);
    CHECK(isNothing(at.room->receive(1s, there.say(message::Here{}))));
    CHECK(isNothing(at.room->receive(1s, there.join())));

    Page second(at.link());
    at.enter(second);
    // under its own keys, in the first seat's name
    CHECK(isNothing(at.room->receive(1s, second.sealedAs(at.page.seat(), CallLock::Seat, message::Here{}))));

    auto link = std::move(*parseLink(at.link()));
    link.expirySeconds += 3600;
    Page longer(linkText(link));
    CHECK(isNothing(at.room->receive(1s, longer.join())));
    CHECK(at.room->drops().of(DropReason::NotAuthentic) >= 3);
}

TEST_CASE("who has the link can't speak for another seat: a join in its name is never confirmed")
{
    InCall at;
    Page thief(at.link());
    at.enter(thief);
    message::Join forged;
    forged.publicKey = at.page.publicKey();
    forged.echo.fill(7);
    forged.name = "somebody else";
    const auto answer = at.room->receive(1s, thief.sealedAs(at.page.seat(), CallLock::Door, forged));
    CHECK(answer.events.empty()); // the connection is not torn down
    for (const auto& publication : answer.publications) {
        CHECK_FALSE(at.page.open(publication));
    }
    CHECK(isNothing(at.room->receive(
        1s, thief.sealedAs(at.page.seat(), CallLock::Seat, message::Here{true, true, {}, forged.echo}))));
    // the seat's own messages are still heard, whatever counters were forged at the door
    const auto heard = at.room->receive(2s, at.page.say(message::Answer{"v=0"}));
    CHECK(eventOf<SeatSaid>(heard));
    CHECK(eventOf<SeatReturned>(knock(*at.room, at.page, 3s)));
}

TEST_CASE("a join whose key is not its seat's is dropped, and so is one with a key off the curve")
{
    TestRoom at;
    Page page(at.link());
    Page other(at.link());
    message::Join join;
    join.publicKey = other.publicKey();
    CHECK(isNothing(at.room->receive(0s, page.sealedAs(page.seat(), CallLock::Door, join))));
    join.publicKey.fill(4);
    const auto seat = sealing::seatIdOf(join.publicKey);
    CHECK(isNothing(at.room->receive(0s, page.sealedAs(seat, CallLock::Door, join))));
    CHECK(at.room->drops().of(DropReason::NotAuthentic) == 2);
    CHECK(at.room->stateOf(seat) == SeatState::Gone);
}

TEST_CASE("a desk that is not the link's is no desk: the page takes no other key")
{
    TestRoom at;
    TestRoom impostor;
    auto link = std::move(*parseLink(at.link()));
    Page page(at.link());
    const auto joined = at.room->receive(0s, page.join());
    // whoever has the link welcomes the page with a key of his own
    const auto door = *sealing::doorKeys(link.secret.view(), {link.room, page.seat(), link.expirySeconds});
    sealing::Aead aead(sealing::systemRandomness());
    const auto own = std::move(*sealing::CallKeyPair::make(sealing::systemRandomness()));
    const auto plain = *message::encode(message::ToSeat(message::Welcome{page.echo(), own.publicKey()}));
    const auto forged = *sealing::sealCallMessage(aead, door, sealing::CallDirection::ToSeat, link.room,
                                                  {CallLock::Door, page.seat(), {}, 1}, plain);
    CHECK_FALSE(page.open({page.seat(), forged}));
    CHECK_FALSE(page.hasSeatKeys());
    CHECK(page.open(joined.publications.at(0)));
}

TEST_CASE("a door message with the largest counter keeps neither side from hearing the next")
{
    TestRoom at;
    Page page(at.link());
    const auto link = std::move(*parseLink(at.link()));
    const auto door = *sealing::doorKeys(link.secret.view(), {link.room, page.seat(), link.expirySeconds});
    sealing::Aead aead(sealing::systemRandomness());
    const auto forge = [&](sealing::CallDirection direction, const Bytes& plain) {
        return *sealing::sealCallMessage(aead, door, direction, link.room,
                                         {CallLock::Door, page.seat(), {}, sealing::largestCallCounter},
                                         plain);
    };
    const auto welcomed = at.room->receive(0s, page.join());
    // somebody with the link answers first, with the right key, which the desk has said aloud
    const auto welcome = std::get<message::Welcome>(*page.open(welcomed.publications.at(0)));
    (void)page.join();
    const message::Welcome repeated{page.echo(), welcome.publicKey};
    CHECK(page.open(
        {page.seat(), forge(sealing::CallDirection::ToSeat, *message::encode(message::ToSeat(repeated)))}));
    message::Join forged;
    forged.publicKey = page.publicKey();
    at.room->receive(0s, forge(sealing::CallDirection::ToDesk, *message::encode(message::ToDesk(forged))));
    // and yet the next knock is heard and answered
    CHECK(eventOf<SeatWaits>(knock(*at.room, page, 1s)));
}

TEST_CASE("door messages never say anything but a join, and seat messages never are one")
{
    InCall at;
    const auto atDoor = [&](const message::ToDesk& what) {
        return at.room->receive(
            1s, at.page.sealed(CallLock::Door, at.page.nextCounter(), {}, *message::encode(what)));
    };
    CHECK(isNothing(atDoor(message::Left{})));
    CHECK(isNothing(atDoor(message::Here{})));
    message::Join join;
    join.publicKey = at.page.publicKey();
    CHECK(isNothing(at.room->receive(1s, at.page.say(join))));
    CHECK(isNothing(at.room->receive(1s, at.page.say(message::PhotoHeader{1, 1, {}}))));
    CHECK(at.room->drops().of(DropReason::NoMessage) == 4);
}

TEST_CASE("what the broker has retained is dropped")
{
    InCall at;
    CHECK(isNothing(at.room->receive(1s, at.page.say(message::Here{}), true)));
    CHECK(at.room->drops().of(DropReason::Retained) == 1);
}

TEST_CASE("a seat that never joined, or did not confirm, is not heard")
{
    TestRoom at;
    Page page(at.link());
    for (const auto& publication : at.room->receive(0s, page.join()).publications) {
        (void)page.open(publication);
    }
    CHECK(isNothing(at.room->receive(0s, page.say(message::Answer{"v=0"}))));
    CHECK(isNothing(at.room->receive(0s, page.say(message::Here{}))));
    TestRoom other;
    CHECK(isNothing(other.room->receive(0s, page.say(message::Here{}))));
    CHECK(at.room->drops().of(DropReason::UnknownSeat) == 2);
}

TEST_CASE("of a hundred thousand guessed rooms none opens")
{
    TestRoom at;
    CHEVET_SEEDED(random, 7);
    sealing::Aead aead(sealing::systemRandomness());
    const auto right = std::move(*parseLink(at.link()));
    const auto pair = std::move(*sealing::CallKeyPair::make(sealing::systemRandomness()));
    message::Join join;
    join.publicKey = pair.publicKey();
    const auto plain = *message::encode(message::ToDesk(join));
    const auto seat = sealing::seatIdOf(pair.publicKey());
    std::uint64_t answers = 0;
    for (int guess = 0; guess < 100'000; ++guess) {
        // half of them know the room's name, as the broker does, and guess the secret
        const bool knowsRoom = guess % 2 == 0;
        const auto room = knowsRoom ? right.room : *RoomId::fromBytes(random.bytes(16));
        const auto keys = *sealing::doorKeys(random.bytes(16), {room, seat, right.expirySeconds});
        const auto message = *sealing::sealCallMessage(aead, keys, sealing::CallDirection::ToDesk, room,
                                                       {CallLock::Door, seat, {}, 1}, plain);
        answers += at.room->receive(Moment{guess}, message).publications.size();
    }
    CHECK(answers == 0);
    CHECK(at.room->drops().of(DropReason::NotAuthentic) == 100'000);
    CHECK(at.room->stateOf(seat) == SeatState::Gone);
}

TEST_CASE("a flood of joins gets twenty answers a minute, and whoever was admitted still comes back")
{
    InCall at;
    std::size_t answered = 0;
    for (int i = 0; i < 1000; ++i) {
        Page page(at.link());
        answered += at.room->receive(10s, page.join()).publications.size();
    }
    CHECK(answered <= Room::mostJoinsAMinute);
    CHECK(at.room->count(SeatState::Unconfirmed) <= Room::mostUnconfirmed);
    CHECK(at.room->drops().of(DropReason::Flood) >= 980);
    CHECK(eventOf<SeatReturned>(knock(*at.room, at.page, 11s)));
    Page later(at.link());
    CHECK(eventOf<SeatWaits>(knock(*at.room, later, 71s)));
}

TEST_CASE("two hundred drops in a minute are told once, and again in a later minute")
{
    TestRoom at;
    int told = 0;
    for (int i = 0; i < 450; ++i) {
        told += eventOf<ManyDropped>(at.room->receive(5s, Bytes(100, 1))) != nullptr;
    }
    CHECK(told == 1);
    for (int i = 0; i < 199; ++i) {
        told += eventOf<ManyDropped>(at.room->receive(70s, Bytes(100, 1))) != nullptr;
    }
    CHECK(told == 1);
    told += eventOf<ManyDropped>(at.room->receive(71s, Bytes(100, 1))) != nullptr;
    CHECK(told == 2);
}

TEST_CASE("messages that are too large, cut, or no strict CBOR inside are dropped")
{
    InCall at;
    const auto good = at.page.say(message::Here{});
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK(isNothing(at.room->receive(1s, View(good).first(size))));
    }
    CHECK(isNothing(at.room->receive(1s, Bytes(sealing::largestCallMessage + 1, 1))));
    for (const auto* plain : {"", "a20002", "bf0002ff", "a3000201f502f4ff", "a2000201f5", "a1001863"}) {
        const auto message = at.page.sealed(CallLock::Seat, at.page.nextCounter(), {}, *fromHex(plain));
        CHECK(isNothing(at.room->receive(1s, message)));
    }
    CHECK(at.room->drops().of(DropReason::NoMessage) >= 7);
}

TEST_CASE("random bytes and random changes never make the room speak")
{
    InCall at;
    CHEVET_SEEDED(random, 99);
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = random.bytes(random.below(200));
        if (!bytes.empty()) {
            bytes[0] = 1;
        }
        if (bytes.size() > 18) {
            bytes[1] = static_cast<std::uint8_t>(1 + random.below(2));
            std::ranges::copy(at.page.seat().bytes, bytes.begin() + 2);
        }
        const auto answer = at.room->receive(Moment{round}, bytes);
        CHECK(answer.publications.empty());
    }
    CHECK(at.room->stateOf(at.page.seat()) == SeatState::Admitted);
}
