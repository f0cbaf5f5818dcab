// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/call_record.h"
#include "call/picture_watch.h"
#include "support/catch.h"

using namespace chevet::call;
using namespace std::chrono_literals;

TEST_CASE("the watch tells the first picture, trouble after 3 seconds, its end, and loss after 15")
{
    PictureWatch watch;
    CHECK_FALSE(watch.check(0s, 5)); // not begun
    watch.begin(10s);
    CHECK(watch.check(10'200ms, 1) == PictureChange::First);
    CHECK_FALSE(watch.check(10'300ms, 4));
    CHECK_FALSE(watch.check(13'200ms, 4));
    CHECK(watch.check(13'300ms, 4) == PictureChange::Troubled);
    CHECK(watch.isTroubled());
    CHECK_FALSE(watch.check(14s, 4));
    CHECK(watch.check(15s, 5) == PictureChange::Back);
    CHECK(watch.check(18s, 5) == PictureChange::Troubled);
    CHECK(watch.check(30s, 5) == PictureChange::Lost);
    CHECK_FALSE(watch.check(60s, 5)); // once
    CHECK_FALSE(watch.check(61s, 6));
}

TEST_CASE("a connection that never gives a picture is troubled and lost by its start")
{
    PictureWatch watch;
    watch.begin(0s);
    CHECK(watch.check(3s, 0) == PictureChange::Troubled);
    CHECK(watch.check(5s, 1) == PictureChange::First);
    CHECK_FALSE(watch.isTroubled());
    watch.begin(20s);
    CHECK(watch.check(20'100ms, 1) == PictureChange::First); // the count starts again
    watch.begin(40s);
    CHECK(watch.check(44s, 0) == PictureChange::Troubled);
    CHECK(watch.check(55s, 0) == PictureChange::Lost);
}

TEST_CASE("a camera that the home has paused is no trouble, and has its time when it is on again")
{
    PictureWatch watch;
    watch.begin(0s);
    watch.check(0s, 1);
    watch.expect(1s, PictureExpected::None);
    CHECK_FALSE(watch.check(100s, 1));
    watch.expect(100s, PictureExpected::Moving);
    CHECK_FALSE(watch.check(102s, 1));
    CHECK(watch.check(103s, 1) == PictureChange::Troubled);
    watch.expect(104s, PictureExpected::None);
    CHECK(watch.check(104s, 1) == PictureChange::Back);
}

TEST_CASE("stills may take longer")
{
    PictureWatch watch;
    watch.begin(0s);
    watch.check(0s, 1);
    watch.expect(0s, PictureExpected::Stills);
    CHECK_FALSE(watch.check(7900ms, 1));
    CHECK(watch.check(8s, 1) == PictureChange::Troubled);
    CHECK(watch.check(20s, 1) == PictureChange::Lost);
}

TEST_CASE("on a thin line a picture that stays away is trouble and no reason for a new connection")
{
    PictureWatch watch;
    watch.begin(0s);
    watch.check(0s, 1, true);
    CHECK(watch.check(3s, 1, true) == PictureChange::Troubled);
    CHECK_FALSE(watch.check(60s, 1, true));
    CHECK(watch.check(61s, 2, true) == PictureChange::Back);
    CHECK(watch.check(64s, 2, true) == PictureChange::Troubled);
    CHECK(watch.check(80s, 2) == PictureChange::Lost); // there is room again, and still no picture
}

TEST_CASE("a call's record has the time of each mode, and the changes between them")
{
    CallRecord record;
    record.note(0s, CallState::Waiting, PictureExpected::Moving);
    record.note(60s, CallState::Connecting, PictureExpected::Moving); // not trouble: nothing was there yet
    record.note(61s, CallState::Connected, PictureExpected::Moving);
    record.note(161s, CallState::Troubled, PictureExpected::Moving);
    record.note(CallNotice::PictureTroubled);
    record.note(173s, CallState::Connecting, PictureExpected::Moving);
    record.note(CallNotice::Reconnecting);
    record.note(191s, CallState::Connected, PictureExpected::Stills);
    record.note(201s, CallState::Connected, PictureExpected::None);
    record.note(CallNotice::BrokerLost);
    record.note(211s, CallState::ByPhone, PictureExpected::None);
    record.note(311s, CallState::Ended, PictureExpected::None);
    const auto facts = record.facts(1000s);
    CHECK(facts.lasted == 250s);
    CHECK(facts.video == 100s);
    CHECK(facts.withoutPicture == 30s);
    CHECK(facts.minutesWithoutPicture() == 1);
    CHECK(facts.stills == 10s);
    CHECK(facts.voiceOnly == 10s);
    CHECK(facts.byPhone == 100s);
    CHECK(facts.pictureTroubles == 1);
    CHECK(facts.reconnections == 1);
    CHECK(facts.brokerOutages == 1);
    const std::vector<ModeChange> changes{{0s, CallMode::Video},
                                          {100s, CallMode::NoPicture},
                                          {130s, CallMode::Stills},
                                          {140s, CallMode::VoiceOnly},
                                          {150s, CallMode::Phone}};
    CHECK(facts.changes == changes);
}

TEST_CASE("the record of a call that goes on counts up to now")
{
    CallRecord record;
    CHECK(record.facts(5s).lasted == 0s);
    record.note(10s, CallState::Connected, PictureExpected::Moving);
    CHECK(record.facts(70s).video == 60s);
    CHECK(record.facts(130s).video == 120s);
    CHECK(record.facts(130s).lasted == 120s);
}

TEST_CASE("a call that only went by phone has its time, and a line that flaps fills no memory")
{
    CallRecord phone;
    phone.note(0s, CallState::ByPhone, PictureExpected::Moving);
    CHECK(phone.facts(60s).byPhone == 60s);

    CallRecord flaps;
    for (int i = 0; i < 1000; ++i) {
        const auto state = i % 2 == 0 ? CallState::Connected : CallState::Troubled;
        flaps.note(std::chrono::seconds(i), state, PictureExpected::Moving);
    }
    CHECK(flaps.facts(1000s).changes.size() == 100);
    CHECK(flaps.facts(1000s).video == 500s);
}
