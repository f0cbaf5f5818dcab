// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A whole call: the desk as it is, a broker, and a bedside without a browser.
#include "call/local_broker.h"
#include "call/media_content.h"
#include "call/media_network.h"
#include "call/media_recorder.h"
#include "call/simulated_bedside.h"
#include "call/video_call.h"
#include "support/catch.h"
#include "support/long_run.h"

#include <filesystem>
#include <iterator>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using chevet::test::enterOwnNetwork;
using chevet::test::isBlue;
using chevet::test::isRed;
using chevet::test::toneShare;
using chevet::test::waitFor;

namespace {

class CallRecorder final : public CallListener
{
public:
    void onCall(CallEvent event) override
    {
        const std::scoped_lock lock(m_mutex);
        if (auto* shown = std::get_if<told::PictureShown>(&event)) {
            m_pictures = shown->pictures;
        } else if (std::holds_alternative<told::HidePicture>(event)) {
            m_pictures.reset();
        }
        m_events.push_back(std::move(event));
    }

    /// Asked for, never waited for here.
    template<class Event> bool has(const std::function<bool(const Event&)>& accepts = {}) const
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& event : m_events) {
            const auto* one = std::get_if<Event>(&event);
            if (one != nullptr && (!accepts || accepts(*one))) {
                return true;
            }
        }
        return false;
    }
    bool has(CallNotice notice) const
    {
        return has<told::Noticed>([notice](const told::Noticed& noticed) { return noticed.what == notice; });
    }
    bool has(CallState state) const
    {
        return has<told::StateChanged>(
            [state](const told::StateChanged& changed) { return changed.state == state; });
    }
    Frame picture()
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pictures != nullptr) {
            if (auto newest = m_pictures->take(); newest.pixels != nullptr) {
                m_newest = std::move(newest);
            }
            return m_newest;
        }
        return {};
    }
    bool isPictureShown() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_pictures != nullptr;
    }
    void forget()
    {
        const std::scoped_lock lock(m_mutex);
        m_events.clear();
    }

private:
    mutable std::mutex m_mutex;
    std::vector<CallEvent> m_events;
    std::shared_ptr<FrameSlot> m_pictures;
    Frame m_newest;
};

class FixedClock final : public Clock
{
public:
    Instant now() const override { return {1'796'000'000'000}; }
    int offsetMinutes(Instant) const override { return 60; }
};

VideoCallSettings redDesk()
{
    VideoCallSettings settings;
    settings.room.team = "EMSP";
    settings.room.telephone = "01 02 03 04 05";
    settings.call.clinician = {"Dr Morel", message::Function::Physician, true};
    settings.call.telephone = settings.room.telephone;
    settings.transport = BrokerTransport::PlainLoopback;
    settings.capture.picture = {PictureFrom::Pattern, "red", 640, 480, 30, true};
    settings.capture.sound = {SoundFrom::Tone, {}, 440};
    settings.capture.output = {SoundTo::Nowhere, {}, true};
    return settings;
}

struct Desk
{
    Desk()
    {
        enterOwnNetwork();
        broker.emplace();
        broker->start();
        CallServers servers;
        servers.page = "bedside.chevet.test";
        servers.host = "127.0.0.1";
        servers.port = broker->port();
        auto started =
            VideoCall::start(redDesk(), std::move(servers), recorder, clock, sealing::systemRandomness());
        if (!started) {
            throw std::runtime_error(started.error().place);
        }
        call = std::move(*started);
    }

    /// Waits until it asks to come in.
    std::unique_ptr<SimulatedBedside> bedside()
    {
        // A page knocks again once a minute; here it is enough that somebody listens.
        REQUIRE(waitFor([&] { return recorder.has<told::BrokerChanged>(); }));
        auto there = std::make_unique<SimulatedBedside>(call->link(), broker->port());
        const auto seat = there->seat();
        REQUIRE(waitFor([&] {
            return recorder.has<told::Waits>([&](const told::Waits& waits) { return waits.seat == seat; });
        }));
        return there;
    }
    std::unique_ptr<SimulatedBedside> bedsideInCall()
    {
        auto there = bedside();
        call->admit(there->seat());
        REQUIRE(waitFor([&] { return recorder.has(CallState::Connected); }));
        call->identityAndConsentRecorded(there->seat());
        REQUIRE(waitFor([&] { return isBlue(recorder.picture()); }));
        return there;
    }

    FixedClock clock;
    CallRecorder recorder;
    std::optional<LocalBroker> broker;
    std::unique_ptr<CallSession> call;
};

bool isClosed(const message::ToSeat& said)
{
    return std::holds_alternative<message::Closed>(said);
}

} // namespace

TEST_CASE("a bedside waits, is let in, is heard at once and seen after identity and consent")
{
    Desk desk;
    const auto bedside = desk.bedside();
    CHECK(bedside->count<message::Offer>() == 0); // nothing flows to whom nobody has let in
    desk.call->admit(bedside->seat());
    REQUIRE(waitFor([&] { return desk.recorder.has(CallNotice::IdentityAndConsentOwed); }));
    CHECK_FALSE(desk.recorder.isPictureShown());
    CHECK_FALSE(desk.recorder.has<told::FrameReady>());
    CHECK(waitFor([&] { return isRed(bedside->picture()); }));
    CHECK(waitFor([&] { return toneShare(bedside->sound(9'600), 440) > 0.8; }));

    desk.call->identityAndConsentRecorded(bedside->seat());
    CHECK(waitFor([&] { return isBlue(desk.recorder.picture()); }));
    CHECK(waitFor([&] { return desk.recorder.has<told::FrameReady>(); }));
    CHECK(waitFor([&] { return desk.recorder.has<told::LineMeasured>(); }));

    desk.call->consentWithdrawn(bedside->seat());
    CHECK(waitFor([&] { return !desk.recorder.isPictureShown(); }));

    desk.call->hangUp(bedside->seat());
    CHECK(waitFor([&] { return desk.recorder.has(CallState::Ended); }));
    CHECK(waitFor([&] { return bedside->hasHeard(isClosed); }));
}

TEST_CASE("a page that is loaded again takes its seat again, and is not asked for consent anew")
{
    Desk desk;
    const auto bedside = desk.bedsideInCall();
    desk.recorder.forget();
    bedside->joinAgain();
    CHECK(waitFor([&] { return desk.recorder.has(CallState::Connected); }));
    CHECK(waitFor([&] { return isBlue(desk.recorder.picture()); }));
    CHECK_FALSE(desk.recorder.has(CallNotice::IdentityAndConsentOwed));
}

TEST_CASE("a broker that goes away takes no picture with it, and a reload is possible once it is back")
{
    Desk desk;
    const auto bedside = desk.bedsideInCall();
    desk.broker->stop();
    REQUIRE(waitFor([&] {
        return desk.recorder.has<told::BrokerChanged>(
            [](const told::BrokerChanged& changed) { return !changed.isUp; });
    }));
    const auto before = desk.recorder.picture().number;
    CHECK(waitFor([&] { return desk.recorder.picture().number > before + 30; }));
    CHECK(waitFor([&] { return isRed(bedside->picture()); }));
    CHECK_FALSE(desk.recorder.has(CallState::Ended));

    desk.broker->start();
    CHECK(waitFor([&] {
        return desk.recorder.has<told::BrokerChanged>(
            [](const told::BrokerChanged& changed) { return changed.isUp; });
    }));
    CHECK(waitFor([&] { return isBlue(desk.recorder.picture()); }));
}

TEST_CASE("the call goes on by phone, and by video again")
{
    Desk desk;
    const auto bedside = desk.bedsideInCall();
    desk.recorder.forget();
    desk.call->goByPhone();
    CHECK(waitFor([&] { return desk.recorder.has(CallState::ByPhone); }));
    CHECK_FALSE(desk.recorder.isPictureShown());
    CHECK(waitFor([&] { return bedside->count<message::GoingByPhone>() == 1; }));
    desk.recorder.forget();
    desk.call->goByVideo();
    CHECK(waitFor([&] { return desk.recorder.has(CallState::Connected); }));
    CHECK(waitFor([&] { return isBlue(desk.recorder.picture()); }));
}

TEST_CASE("a desk that is closed in whatever state of the call says so to the bedside and frees everything")
{
    const auto stage = GENERATE(0, 1, 2, 3);
    Desk desk;
    std::unique_ptr<SimulatedBedside> bedside;
    if (stage == 1 || stage == 2) {
        bedside = desk.bedside();
    }
    if (stage == 2) {
        desk.call->admit(bedside->seat());
    }
    if (stage == 3) {
        bedside = desk.bedsideInCall();
    }
    const auto seats = desk.call->end();
    CHECK(seats.size() == (bedside == nullptr ? 0 : 1));
    if (stage == 3) {
        CHECK(seats.front().facts.video.count() > 0);
    }
    CHECK(desk.call->end().size() == seats.size()); // once more does nothing
    desk.call.reset();
    if (bedside != nullptr) {
        CHECK(waitFor([&] { return bedside->hasHeard(isClosed); }));
    }
}

TEST_CASE("whole calls, begun and ended again and again, leave no thread and no descriptor behind")
{
    constexpr int begun = 3; // what is made once in a process is made by then
    const auto entries = [](const char* folder) {
        return std::distance(std::filesystem::directory_iterator(folder), {});
    };
    std::ptrdiff_t threads = 0;
    std::ptrdiff_t descriptors = 0;
    const int calls = chevet::test::scaled(20, 200);
    for (int number = 0; number < calls + begun; ++number) {
        {
            Desk desk;
            const auto bedside = desk.bedsideInCall();
        }
        if (number == begun - 1) {
            threads = entries("/proc/self/task");
            descriptors = entries("/proc/self/fd");
        }
    }
    CHECK(waitFor([&] { return entries("/proc/self/task") <= threads; }));
    CHECK(waitFor([&] { return entries("/proc/self/fd") <= descriptors; }));
}

TEST_CASE("what can't be done is declined with its reason and changes nothing")
{
    Desk desk;
    SeatId nobody;
    desk.call->admit(nobody);
    CHECK(waitFor([&] {
        return desk.recorder.has<told::Declined>(
            [](const told::Declined& declined) { return declined.why.code == ErrorCode::NotFound; });
    }));
    desk.call->confirmPhoto(nobody, 7);
    const auto bedside = desk.bedsideInCall();
    CHECK(bedside->count<message::PhotoArrived>() == 0);
}
