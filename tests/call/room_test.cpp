// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/page.h"
#include "call/photo_intake.h"
#include "call/test_room.h"
#include "support/catch.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;

TEST_CASE("who joins is welcomed, and waits once the join is confirmed")
{
    TestRoom at;
    Page page(at.link());
    const auto joined = at.room->receive(0s, page.join("Inès"));
    CHECK(joined.events.empty());
    REQUIRE(joined.publications.size() == 1);
    CHECK(at.room->stateOf(page.seat()) == SeatState::Unconfirmed);
    const auto welcome = page.open(joined.publications[0]);
    REQUIRE(welcome);
    CHECK(std::holds_alternative<message::Welcome>(*welcome));

    const auto here = at.room->receive(1s, page.hereFirst());
    const auto* waits = eventOf<SeatWaits>(here);
    REQUIRE(waits);
    CHECK(waits->seat == page.seat());
    CHECK(waits->who.name == "Inès");
    CHECK_FALSE(waits->isSecondDevice);
    REQUIRE(here.publications.size() == 1);
    const auto place = page.open(here.publications[0]);
    REQUIRE(place);
    const auto& told = std::get<message::Place>(*place);
    CHECK(told.place == message::PlaceKind::Wait);
    CHECK(told.team == "EMSP");
    CHECK(told.deskSeconds == 1'795'999'000u);
    CHECK(at.room->stateOf(page.seat()) == SeatState::Waiting);
    CHECK(at.room->drops().total() == 0);
}

TEST_CASE("what an admitted seat says arrives as a value, and what is said to it opens there alone")
{
    TestRoom at;
    Page page(at.link());
    Page other(at.link());
    at.enter(page);
    knock(*at.room, other, 2s);
    const auto heard = at.room->receive(3s, page.say(message::State{true, false, 2, {}, {}}));
    const auto* said = eventOf<SeatSaid>(heard);
    REQUIRE(said);
    CHECK((said->what == message::ToDesk(message::State{true, false, 2, {}, {}})));
    const auto advice = at.room->say(page.seat(), message::Advice{1, {"Mouth care."}});
    REQUIRE(advice);
    CHECK_FALSE(other.open(*advice));
    CHECK(page.open(*advice));
    CHECK_FALSE(page.open(*advice)); // a second time it is old
}

TEST_CASE("after a reload an admitted seat comes straight in, with the details of the new join")
{
    TestRoom at;
    Page page(at.link());
    at.enter(page);
    const auto back = knock(*at.room, page, 40s, "Inès, back");
    const auto* returned = eventOf<SeatReturned>(back);
    REQUIRE(returned);
    CHECK(returned->who.name == "Inès, back");
    const auto place = page.open(back.publications.at(0));
    REQUIRE(place);
    CHECK(std::get<message::Place>(*place).place == message::PlaceKind::ComeIn);
    CHECK(at.room->stateOf(page.seat()) == SeatState::Admitted);
}

TEST_CASE("a second device on the same link waits and is called one")
{
    TestRoom at;
    Page page(at.link());
    Page second(at.link());
    at.enter(page);
    const auto answer = knock(*at.room, second, 2s);
    REQUIRE(eventOf<SeatWaits>(answer));
    CHECK(eventOf<SeatWaits>(answer)->isSecondDevice);
    CHECK(at.room->stateOf(second.seat()) == SeatState::Waiting);
    CHECK_FALSE(at.room->beginSession(second.seat())); // no media for who waits
}

TEST_CASE("a waiting seat that joins again waits once")
{
    TestRoom at;
    Page page(at.link());
    knock(*at.room, page, 0s);
    const auto again = knock(*at.room, page, 5s, "Inès Müller");
    REQUIRE(eventOf<SeatWaits>(again));
    CHECK(eventOf<SeatWaits>(again)->who.name == "Inès Müller");
    CHECK_FALSE(eventOf<SeatWaits>(again)->isSecondDevice);
    CHECK(eventOf<SeatWaits>(again)->isAgain);
    CHECK(at.room->count(SeatState::Waiting) == 1);
}

TEST_CASE("the room takes as many as the setting says, and one more when somebody has gone")
{
    TestRoom at;
    std::vector<std::unique_ptr<Page>> pages;
    for (int i = 0; i < 4; ++i) {
        pages.push_back(std::make_unique<Page>(at.link()));
        knock(*at.room, *pages.back(), 0s);
    }
    for (int i = 0; i < 3; ++i) {
        CHECK(at.room->admit(pages[static_cast<std::size_t>(i)]->seat()));
    }
    const auto full = at.room->admit(pages[3]->seat());
    REQUIRE_FALSE(full);
    CHECK(full.error().code == ErrorCode::NotNow);
    CHECK(full.error().place == "room full");
    at.room->release(pages[0]->seat());
    CHECK(at.room->admit(pages[3]->seat()));
    CHECK(at.room->stateOf(pages[0]->seat()) == SeatState::Gone);
}

TEST_CASE("at most eight wait; the ninth is told that the room is full")
{
    TestRoom at;
    std::vector<std::unique_ptr<Page>> pages;
    for (std::size_t i = 0; i < Room::mostWaiting; ++i) {
        pages.push_back(std::make_unique<Page>(at.link()));
        CHECK(eventOf<SeatWaits>(knock(*at.room, *pages.back(), 0s)));
    }
    Page ninth(at.link());
    const auto answer = knock(*at.room, ninth, 1s);
    CHECK(answer.events.empty());
    const auto told = ninth.open(answer.publications.at(0));
    REQUIRE(told);
    CHECK((*told == message::ToSeat(message::Refused{message::RefusedReason::RoomIsFull})));
    CHECK(at.room->count(SeatState::Waiting) == Room::mostWaiting);
}

TEST_CASE("who was refused is told so again, and can still be let in")
{
    TestRoom at;
    Page page(at.link());
    knock(*at.room, page, 0s);
    const auto refused = at.room->refuse(page.seat(), message::RefusedReason::NotTheRightPerson);
    REQUIRE(refused);
    CHECK(page.open(*refused));
    const auto again = knock(*at.room, page, 5s);
    CHECK(again.events.empty());
    const auto told = page.open(again.publications.at(0));
    REQUIRE(told);
    CHECK(std::holds_alternative<message::Refused>(*told));
    CHECK(at.room->drops().total() == 0);
    CHECK(at.room->admit(page.seat()));
}

TEST_CASE("who waits and falls silent or leaves is gone, and an admitted seat keeps its place")
{
    TestRoom at;
    Page waiting(at.link());
    Page admitted(at.link());
    knock(*at.room, waiting, 0s);
    at.enter(admitted);
    CHECK(at.room->tick(29s).events.empty());
    const auto silent = at.room->tick(35s);
    CHECK(silent.events.size() == 2);
    CHECK(at.room->tick(36s).events.empty());
    CHECK(at.room->stateOf(waiting.seat()) == SeatState::Gone);
    CHECK(at.room->stateOf(admitted.seat()) == SeatState::Admitted);
    at.room->receive(37s, admitted.say(message::Here{}));
    CHECK(at.room->tick(66s).events.empty());
    CHECK(at.room->tick(68s).events.size() == 1);

    Page leaving(at.link());
    knock(*at.room, leaving, 70s);
    at.room->receive(71s, leaving.say(message::Left{}));
    CHECK(at.room->stateOf(leaving.seat()) == SeatState::Gone);
}

TEST_CASE("nobody is called silent while the broker is away")
{
    TestRoom at;
    Page page(at.link());
    at.enter(page);
    at.room->setBroker(5s, false);
    CHECK(at.room->tick(200s).events.empty());
    at.room->setBroker(200s, true);
    CHECK(at.room->tick(229s).events.empty());
    CHECK(at.room->tick(231s).events.size() == 1);
}

TEST_CASE("a link that expired lets nobody new in, and who was admitted comes back")
{
    TestRoom at;
    Page page(at.link());
    Page waiting(at.link());
    Page late(at.link());
    at.enter(page);
    knock(*at.room, waiting, 3599s);
    const auto answer = at.room->receive(3600s, late.join());
    REQUIRE(answer.publications.size() == 1);
    const auto told = late.open(answer.publications[0]);
    REQUIRE(told);
    CHECK(std::get<message::Closed>(*told).reason == message::ClosedReason::Expired);
    CHECK(at.room->stateOf(late.seat()) == SeatState::Gone);
    CHECK(eventOf<SeatReturned>(knock(*at.room, page, 3700s)));
    // Who already waits may be let in: a person decides.
    CHECK(at.room->admit(waiting.seat()));
}

TEST_CASE("a clock that is set by a day, either way, neither ends nor lengthens a room")
{
    for (const auto day : {24h, -24h}) {
        TestRoom at;
        Page page(at.link());
        at.clock.advance(day);
        CHECK(eventOf<SeatWaits>(knock(*at.room, page, 10s)));
        const auto said = at.room->say(page.seat(), message::Advice{});
        REQUIRE(said);
        CHECK(page.open(*said)); // the desk's counter never falls back
        CHECK_FALSE(at.room->isExpired(3599s));
        CHECK(at.room->isExpired(3600s));
    }
}

TEST_CASE("a tablet whose clock is a day wrong is heard all the same, and is told the desk's time")
{
    for (const std::int64_t day : {86'400'000, -86'400'000}) {
        TestRoom at;
        Page page(at.link());
        page.setClock(static_cast<std::uint64_t>(1'795'999'000'000 + day));
        const auto answer = knock(*at.room, page, 0s);
        CHECK(eventOf<SeatWaits>(answer));
        const auto place = page.open(answer.publications.at(0));
        REQUIRE(place);
        CHECK(std::get<message::Place>(*place).deskSeconds == 1'795'999'000u);
    }
}

TEST_CASE("a room that was closed tells everybody and answers later joins")
{
    TestRoom at;
    Page page(at.link());
    Page waiting(at.link());
    at.enter(page);
    knock(*at.room, waiting, 2s);
    const auto told = at.room->close(message::ClosedReason::Ended);
    CHECK(told.size() == 2);
    for (const auto& publication : told) {
        auto& to = publication.seat == page.seat() ? page : waiting;
        CHECK((to.open(publication) == message::ToSeat(message::Closed{message::ClosedReason::Ended, {}})));
    }
    Page late(at.link());
    const auto answer = at.room->receive(3s, late.join());
    const auto closed = late.open(answer.publications.at(0));
    REQUIRE(closed);
    CHECK(std::get<message::Closed>(*closed).echo == late.echo());
    CHECK_FALSE(at.room->say(late.seat(), message::Advice{}));
}

TEST_CASE("a new session drops the answers and candidates of the one before")
{
    TestRoom at;
    Page page(at.link());
    at.enter(page);
    CHECK_FALSE(at.room->say(page.seat(), message::Offer{})); // no session yet
    const auto first = at.room->beginSession(page.seat());
    REQUIRE(first);
    REQUIRE(page.open(*at.room->say(page.seat(), message::Offer{"one", {}, false})));
    CHECK(page.session() == *first);
    CHECK(eventOf<SeatSaid>(at.room->receive(3s, page.say(message::Answer{"one"}))));
    const auto second = at.room->beginSession(page.seat());
    REQUIRE(second);
    CHECK(*second != *first);
    CHECK_FALSE(eventOf<SeatSaid>(at.room->receive(4s, page.say(message::Candidate{"late", 0}))));
    CHECK(at.room->drops().of(DropReason::OtherSession) == 1);
    at.room->endSession(page.seat());
    CHECK_FALSE(eventOf<SeatSaid>(at.room->receive(5s, page.say(message::Answer{"x"}, *second))));
    CHECK_FALSE(eventOf<SeatSaid>(at.room->receive(5s, page.say(message::Answer{"x"}, SessionId{}))));
    CHECK_FALSE(eventOf<SeatSaid>(at.room->receive(6s, page.say(message::Left{}, *second))));
    CHECK(at.room->drops().of(DropReason::OtherSession) == 4);
}

TEST_CASE("a room without randomness opens not, and one that loses it says nothing wrong")
{
    FixedClock clock(TestRoom::start);
    sealing::testing::FailingRandomness none(1);
    CHECK(Room::open(TestRoom::settings(), 0s, clock, none).error().code == ErrorCode::RandomFailed);
    sealing::testing::FailingRandomness soon(3); // key, secret, and then nothing
    const auto room = Room::open(TestRoom::settings(), 0s, clock, soon);
    REQUIRE(room);
    Page page(linkText((*room)->link()));
    CHECK((*room)->receive(0s, page.join()).publications.empty());
}

TEST_CASE("topics name room and seat in lower-case hexadecimal")
{
    const auto room = *RoomId::fromHexText("9a381abb64b07f8ce4fb56845760589b");
    const auto seat = *SeatId::fromHexText("bdfa61dee83e673f0d7cc907c6f2b30d");
    CHECK(deskTopic(room) == "call/9a381abb64b07f8ce4fb56845760589b/desk");
    CHECK(seatTopic(room, seat) ==
          "call/9a381abb64b07f8ce4fb56845760589b/seat/bdfa61dee83e673f0d7cc907c6f2b30d");
}
