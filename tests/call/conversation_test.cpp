// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Room, machines, watch, record and rate held together, against pages that speak the real protocol.
#include "call/conversation.h"
#include "call/page.h"
#include "call/test_room.h"
#include "sealing/digest.h"
#include "support/catch.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;

namespace {

template<class Kind> const Kind* find(const Effects& effects)
{
    for (const auto& one : effects) {
        if (const auto* found = std::get_if<Kind>(&one)) {
            return found;
        }
    }
    return nullptr;
}

bool tells(const Effects& effects, CallNotice what)
{
    return std::ranges::any_of(effects, [what](const Effect& one) {
        const auto* tell = std::get_if<effect::Tell>(&one);
        return tell != nullptr && tell->what == what;
    });
}

struct Desk
{
    Desk()
    {
        CallSettings settings;
        settings.clinician = {"Dr Anne Le Goff", message::Function::Physician, true};
        settings.telephone = "+33 2 40 00 00 00";
        settings.relays = {{"turn:turn.example.org", "user", "password"}};
        talk = std::move(
            *Conversation::open(TestRoom::settings(), settings, 0s, clock, sealing::systemRandomness()));
    }

    std::string link() const { return linkText(talk->link()); }

    /// The page says this; what the desk answers arrives there.
    Effects hears(Page& page, const Bytes& message)
    {
        return delivered(page, talk->brokerMessage(now, message, false));
    }

    /// What was published to the page, as it reads it.
    Effects delivered(Page& page, Effects effects)
    {
        for (const auto& one : effects) {
            const auto* published = std::get_if<effect::Publish>(&one);
            if (published != nullptr && published->topic == seatTopic(talk->link().room, page.seat())) {
                if (auto read = page.open({page.seat(), published->bytes})) {
                    said.push_back(std::move(*read));
                }
            }
        }
        return effects;
    }
    template<class Message> const Message* lastSaid() const
    {
        for (auto one = said.rbegin(); one != said.rend(); ++one) {
            if (const auto* found = std::get_if<Message>(&*one)) {
                return found;
            }
        }
        return nullptr;
    }

    Effects knocks(Page& page)
    {
        hears(page, page.join());
        return hears(page, page.hereFirst());
    }

    /// From the offer to the first picture; returns the peer.
    std::uint64_t connects(Page& page, const Effects& effects)
    {
        const auto* made = find<effect::MakePeer>(effects);
        REQUIRE(made);
        const auto peer = made->peer;
        delivered(page, talk->offerMade(now, peer, "offer"));
        REQUIRE(lastSaid<message::Offer>());
        const auto answered = hears(page, page.say(message::Answer{"answer"}));
        REQUIRE(find<effect::GiveAnswer>(answered));
        CHECK(find<effect::GiveAnswer>(answered)->peer == peer);
        talk->mediaConnected(now, peer);
        shown = talk->picturesDecoded(now, peer, 1);
        return peer;
    }

    std::uint64_t inCall(Page& page)
    {
        knocks(page);
        const auto peer = connects(page, delivered(page, *talk->admit(now, page.seat())));
        talk->identityAndConsentRecorded(now, page.seat());
        return peer;
    }

    FixedClock clock{TestRoom::start};
    Moment now{0};
    std::unique_ptr<Conversation> talk;
    std::vector<message::ToSeat> said;
    Effects shown;
};

Bytes jpeg(std::size_t size)
{
    Bytes bytes(size, 0x5A);
    bytes[0] = 0xFF;
    bytes[1] = 0xD8;
    bytes[2] = 0xFF;
    return bytes;
}

/// As the page sends it through the data channel.
std::vector<Bytes> photoMessages(Desk& desk, Page& page, std::uint32_t photo, View bytes)
{
    sealing::Aead aead(sealing::systemRandomness());
    std::vector<Bytes> messages{page.say(
        message::PhotoHeader{photo, static_cast<std::uint32_t>(bytes.size()), sealing::sha256({bytes})})};
    for (std::uint32_t piece = 0; piece * sealing::photoPieceSize < bytes.size(); ++piece) {
        const auto at = piece * sealing::photoPieceSize;
        messages.push_back(*sealing::sealPhotoPiece(
            aead, page.seatKeys(), {desk.talk->link().room, page.seat(), photo, piece},
            bytes.subspan(at, std::min(sealing::photoPieceSize, bytes.size() - at))));
    }
    return messages;
}

} // namespace

TEST_CASE("from the knock to the picture, with identity and consent in between")
{
    Desk desk;
    Page page(desk.link());
    const auto knocked = desk.knocks(page);
    REQUIRE(find<effect::Waits>(knocked));
    CHECK(find<effect::Waits>(knocked)->who.name == "Inès");
    CHECK(desk.talk->stateOf(page.seat()) == CallState::Waiting);
    const auto admitted = desk.talk->admit(desk.now, page.seat());
    REQUIRE(admitted);
    const auto peer = desk.connects(page, desk.delivered(page, *admitted));
    CHECK(desk.lastSaid<message::Admitted>()->name == "Dr Anne Le Goff");
    CHECK(desk.lastSaid<message::Offer>()->relays.size() == 1);
    CHECK_FALSE(find<effect::ShowPicture>(desk.shown));
    CHECK(tells(desk.shown, CallNotice::IdentityAndConsentOwed));
    const auto recorded = desk.talk->identityAndConsentRecorded(desk.now, page.seat());
    REQUIRE(find<effect::ShowPicture>(recorded));
    CHECK(find<effect::ShowPicture>(recorded)->peer == peer);
}

TEST_CASE("nobody is admitted who is not there, and no refused seat gets a peer")
{
    Desk desk;
    Page page(desk.link());
    CHECK(desk.talk->admit(desk.now, page.seat()).error().code == ErrorCode::NotFound);
    desk.knocks(page);
    desk.delivered(page,
                   *desk.talk->refuse(desk.now, page.seat(), message::RefusedReason::NotTheRightPerson));
    CHECK(desk.lastSaid<message::Refused>());
    CHECK_FALSE(desk.talk->refuse(desk.now, page.seat(), message::RefusedReason::Ended));
    CHECK_FALSE(find<effect::MakePeer>(desk.knocks(page)));
    const auto changed = desk.talk->admit(desk.now, page.seat()); // a person may change their mind
    REQUIRE(changed);
    CHECK(find<effect::MakePeer>(*changed));
}

TEST_CASE("a reload brings a new peer, and what is late of the old one does nothing")
{
    Desk desk;
    Page page(desk.link());
    const auto old = desk.inCall(page);
    const auto session = page.session();
    desk.now = 30s;
    const auto back = desk.knocks(page);
    REQUIRE(find<effect::DropPeer>(back));
    CHECK(find<effect::DropPeer>(back)->peer == old);
    const auto fresh = desk.connects(page, back);
    CHECK(fresh != old);
    CHECK(page.session() != session);
    CHECK(find<effect::ShowPicture>(desk.shown)); // identity and consent stay
    CHECK(desk.talk->offerMade(desk.now, old, "x").empty());
    CHECK(desk.talk->mediaFailed(desk.now, old).empty());
    CHECK(desk.talk->picturesDecoded(desk.now, old, 99).empty());
    CHECK(desk.hears(page, page.say(message::Answer{"late"}, session)).empty());
}

TEST_CASE("a thin line that lives is not given up for want of a picture; one that is dead is")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    std::int64_t sent = 0;
    const auto thinFor = [&](Moment time) {
        for (const auto end = desk.now + time; desk.now < end; desk.now += 100ms, sent += 100'000) {
            const std::vector<PacketReport> reports{
                {300, sent, sent + (sent < 1'000'000 ? 10'000 : 600'000)}};
            desk.talk->packetsReported(desk.now, peer, reports);
        }
    };
    thinFor(30s);
    CHECK_FALSE(find<effect::DropPeer>(desk.talk->picturesDecoded(desk.now, peer, 1)));
    thinFor(60s);
    CHECK_FALSE(find<effect::DropPeer>(desk.talk->picturesDecoded(desk.now, peer, 1)));
    desk.now += 6s; // nothing is reported any more
    CHECK(find<effect::DropPeer>(desk.talk->picturesDecoded(desk.now, peer, 1)));
}

TEST_CASE("the watch troubles, then connects anew by itself, and the record has it")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    desk.now = 60s;
    desk.talk->picturesDecoded(desk.now, peer, 1000);
    desk.now = 63s;
    const auto troubled = desk.delivered(page, desk.talk->picturesDecoded(desk.now, peer, 1000));
    CHECK(tells(troubled, CallNotice::PictureTroubled));
    REQUIRE(desk.lastSaid<message::Frozen>());
    CHECK(desk.lastSaid<message::Frozen>()->telephone == "+33 2 40 00 00 00");
    desk.now = 75s;
    const auto lost = desk.delivered(page, desk.talk->picturesDecoded(desk.now, peer, 1000));
    CHECK(find<effect::HidePicture>(lost));
    desk.connects(page, lost);
    CHECK(find<effect::ShowPicture>(desk.shown));
    const auto facts = desk.talk->factsOf(page.seat(), 100s);
    CHECK(facts.withoutPicture == 12s);
    CHECK(facts.video == 88s);
    CHECK(facts.pictureTroubles == 1);
    CHECK(facts.reconnections == 1);
}

TEST_CASE("a camera that the home pauses is no trouble")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    CHECK(find<effect::Said>(desk.hears(page, page.say(message::State{false, true, 1, {}, {}}))));
    for (desk.now = 1s; desk.now < 120s; desk.now += 1s) {
        CHECK(desk.talk->picturesDecoded(desk.now, peer, 1).empty());
    }
    CHECK(desk.talk->factsOf(page.seat(), desk.now).voiceOnly >= 119s);
}

TEST_CASE("picture and sound outlive the broker, and what was troubled meanwhile is made again after")
{
    Desk desk;
    Page page(desk.link());
    desk.inCall(page);
    CHECK_FALSE(find<effect::DropPeer>(desk.talk->brokerChanged(desk.now, false)));
    desk.now = 300s;
    CHECK(desk.talk->tick(desk.now).empty()); // nobody is silent
    CHECK(desk.talk->say(desk.now, page.seat(), message::Advice{}).error().place == "broker");
    CHECK_FALSE(find<effect::DropPeer>(desk.talk->brokerChanged(desk.now, true)));
    CHECK(desk.talk->stateOf(page.seat()) == CallState::Connected);
    CHECK(desk.talk->factsOf(page.seat(), desk.now).brokerOutages == 1);
}

TEST_CASE("by phone and back, for everybody")
{
    Desk desk;
    Page page(desk.link());
    desk.inCall(page);
    desk.now = 10s;
    const auto phone = desk.delivered(page, desk.talk->goByPhone(desk.now));
    CHECK(find<effect::DropPeer>(phone));
    CHECK(desk.lastSaid<message::GoingByPhone>());
    CHECK_FALSE(desk.talk->admit(desk.now, page.seat()));
    desk.now = 70s;
    desk.connects(page, desk.delivered(page, desk.talk->goByVideo(desk.now)));
    CHECK(find<effect::ShowPicture>(desk.shown));
    CHECK(desk.talk->factsOf(page.seat(), desk.now).byPhone == 60s);
}

TEST_CASE("hanging up tells the page, and whoever comes again waits")
{
    Desk desk;
    Page page(desk.link());
    desk.inCall(page);
    desk.delivered(page, desk.talk->hangUp(desk.now));
    REQUIRE(desk.lastSaid<message::Closed>());
    CHECK(desk.talk->stateOf(page.seat()) == CallState::Ended);
    const auto again = desk.knocks(page);
    CHECK(find<effect::Waits>(again));
    CHECK_FALSE(find<effect::MakePeer>(again));
    CHECK(desk.lastSaid<message::Place>()->place == message::PlaceKind::Wait);
    // the home may hang up, too
    desk.connects(page, desk.delivered(page, *desk.talk->admit(desk.now, page.seat())));
    CHECK_FALSE(find<effect::ShowPicture>(desk.shown)); // identity and consent anew
    CHECK(tells(desk.hears(page, page.say(message::Left{})), CallNotice::EndedThere));
    desk.talk->close(desk.now);
    desk.knocks(page);
    CHECK(desk.lastSaid<message::Closed>()->echo == page.echo());
}

TEST_CASE("a second seat has its own call, and the first one's goes on")
{
    Desk desk;
    Page page(desk.link());
    Page interpreter(desk.link());
    const auto first = desk.inCall(page);
    const auto knocked = desk.knocks(interpreter);
    REQUIRE(find<effect::Waits>(knocked));
    CHECK(find<effect::Waits>(knocked)->isSecondDevice);
    const auto second = desk.inCall(interpreter);
    CHECK(second != first);
    desk.delivered(interpreter, desk.talk->hangUp(desk.now, interpreter.seat()));
    CHECK(desk.talk->stateOf(interpreter.seat()) == CallState::Ended);
    CHECK(desk.talk->stateOf(page.seat()) == CallState::Connected);
}

TEST_CASE("a photo that was asked for arrives, and one that was not does nothing")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    const auto photo = jpeg(40'000);
    for (const auto& message : photoMessages(desk, page, 1, photo)) {
        CHECK(desk.talk->channelMessage(desk.now, peer, message).empty()); // nobody asked
    }
    desk.delivered(page, *desk.talk->askPhoto(desk.now, page.seat(), "left heel", 100'000));
    REQUIRE(desk.lastSaid<message::PhotoPlease>());
    const auto number = desk.lastSaid<message::PhotoPlease>()->photo;
    CHECK(desk.talk->askPhoto(desk.now, page.seat(), "again", 100'000).error().place == "photo");
    Effects last;
    for (const auto& message : photoMessages(desk, page, number, photo)) {
        last = desk.talk->channelMessage(desk.now, peer, message);
    }
    REQUIRE(find<effect::PhotoCame>(last));
    CHECK(find<effect::PhotoCame>(last)->jpeg == photo);
    CHECK_FALSE(find<effect::PhotoCame>(last)->what.empty()); // named by what it was asked of
    CHECK_FALSE(desk.lastSaid<message::PhotoArrived>());      // not before the disk has it
    desk.delivered(page, *desk.talk->confirmPhoto(page.seat(), number));
    CHECK(desk.lastSaid<message::PhotoArrived>()->isKept);
}

TEST_CASE("a photo that is too large, or whose connection ends, has failed and can be asked for again")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    desk.delivered(page, *desk.talk->askPhoto(desk.now, page.seat(), "heel", 1000));
    const auto messages = photoMessages(desk, page, 1, jpeg(40'000));
    const auto refused = desk.delivered(page, desk.talk->channelMessage(desk.now, peer, messages[0]));
    REQUIRE(find<effect::PhotoFailed>(refused));
    CHECK(find<effect::PhotoFailed>(refused)->fault == message::PhotoFault::Size);
    CHECK(desk.lastSaid<message::PhotoArrived>()->fault == message::PhotoFault::Size);
    desk.delivered(page, *desk.talk->askPhoto(desk.now, page.seat(), "heel", 100'000));
    CHECK(find<effect::PhotoFailed>(desk.talk->mediaFailed(desk.now, peer)));
    desk.delivered(page, desk.talk->goByPhone(desk.now));
    CHECK_FALSE(desk.talk->askPhoto(desk.now, page.seat(), "heel", 100'000));
}

TEST_CASE("the page's refusal of a photo makes room for another")
{
    Desk desk;
    Page page(desk.link());
    desk.inCall(page);
    desk.delivered(page, *desk.talk->askPhoto(desk.now, page.seat(), "heel", 1000));
    CHECK(find<effect::Said>(
        desk.hears(page, page.say(message::PhotoRefused{1, message::PhotoRefusal::ByHand}))));
    CHECK(desk.talk->askPhoto(desk.now, page.seat(), "heel", 1000));
}

TEST_CASE("reports of the line become settings of the encoder, and silence too")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    std::optional<SendingPlan> plan;
    std::int64_t sent = 0;
    for (int i = 0; i < 200; ++i) { // 300 kbit/s arrive, with half a second of queue
        desk.now += 50ms;
        std::vector<PacketReport> reports;
        for (int packet = 0; packet < 2; ++packet, sent += 25'000) {
            reports.push_back({940, sent, sent + (i < 10 ? 10'000 : 400'000)});
        }
        const auto effects = desk.talk->packetsReported(desk.now, peer, reports);
        if (const auto* set = find<effect::SetSending>(effects)) {
            plan = set->plan;
        }
    }
    REQUIRE(plan);
    CHECK(plan->sizeDivisor == 2);
    int settings = 0;
    for (int i = 0; i < 50; ++i) {
        desk.now += 100ms;
        settings += find<effect::SetSending>(desk.talk->tick(desk.now)) != nullptr;
    }
    CHECK(settings <= 10);
}

TEST_CASE("an offer that nobody answers is made again, and a seat that stays silent is waited for")
{
    Desk desk;
    Page page(desk.link());
    desk.knocks(page);
    desk.delivered(page, *desk.talk->admit(desk.now, page.seat()));
    int peers = 1;
    for (desk.now = 100ms; desk.now < 120s; desk.now += 100ms) {
        peers += find<effect::MakePeer>(desk.talk->tick(desk.now)) != nullptr;
    }
    CHECK(peers >= 2);
    CHECK(peers <= 3); // after 30 s of silence only the seat brings itself back
    CHECK(desk.talk->stateOf(page.seat()) == CallState::Rejoining);
    CHECK(find<effect::MakePeer>(desk.knocks(page)));
}

TEST_CASE("fresh credentials go into the next offer")
{
    Desk desk;
    Page page(desk.link());
    const auto peer = desk.inCall(page);
    desk.talk->setRelays({{"turn:other.example.org", "later", "password"}});
    const auto failed = desk.talk->mediaFailed(desk.now, peer);
    REQUIRE(find<effect::MakePeer>(failed));
    CHECK(find<effect::MakePeer>(failed)->relays.at(0).user == "later");
    desk.connects(page, desk.delivered(page, failed));
    CHECK(desk.lastSaid<message::Offer>()->relays.at(0).user == "later");
}
