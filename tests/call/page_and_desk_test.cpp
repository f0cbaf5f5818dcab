// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page's own code (resources/bedside) and the desk meet over a real broker: they are held to the same
// text, and here to each other.
#include "call/broker.h"
#include "call/conversation.h"
#include "call/local_broker.h"
#include "support/catch.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <mutex>
#include <sstream>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;

namespace {

/// A conversation on a broker, driven by the test's thread.
class Desk final : public BrokerListener
{
public:
    explicit Desk(const LocalBroker& local) : m_began(std::chrono::steady_clock::now())
    {
        CallSettings settings;
        settings.clinician = {"Dr Anne Le Goff", message::Function::Physician, true};
        settings.telephone = "+33 2 40 00 00 00";
        settings.relays = {{"turn:turn.example.org", "user", "password"}};
        const RoomSettings room{
            .host = "bedside.example.org", .team = "EMSP", .telephone = "+33 2 40 11 22 33"};
        talk = std::move(*Conversation::open(room, settings, now(), m_clock, sealing::systemRandomness()));
        BrokerSettings line;
        line.host = "127.0.0.1";
        line.port = local.port();
        line.transport = BrokerTransport::PlainLoopback;
        line.user = talk->link().room.hex();
        line.topic = deskTopic(talk->link().room);
        m_broker.emplace(line, *this);
    }

    Moment now() const
    {
        return std::chrono::duration_cast<Moment>(std::chrono::steady_clock::now() - m_began);
    }

    void carryOut(Effects fresh)
    {
        for (auto& one : fresh) {
            if (auto* published = std::get_if<effect::Publish>(&one)) {
                CHECK(m_broker->publish(published->topic, std::move(published->bytes)));
            } else {
                effects.push_back(std::move(one));
            }
        }
    }

    /// Takes what comes until there is such an effect (after those that were seen), or ten seconds are over.
    template<class Kind> const Kind* waitFor()
    {
        const auto until = std::chrono::steady_clock::now() + 10s;
        for (;;) {
            while (m_seen < effects.size()) {
                if (const auto* found = std::get_if<Kind>(&effects[m_seen++])) {
                    return found;
                }
            }
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait_until(lock, until, [&] { return !m_events.empty(); })) {
                return nullptr;
            }
            auto event = std::move(m_events.front());
            m_events.pop_front();
            lock.unlock();
            take(std::move(event));
        }
    }
    bool waitUntilUp()
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [&] { return m_broker->isUp(); });
    }

    std::unique_ptr<Conversation> talk;
    std::deque<Effect> effects;

private:
    void onBroker(BrokerEvent event) override
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
        m_changed.notify_all();
    }
    void take(BrokerEvent event)
    {
        if (auto* message = std::get_if<BrokerMessage>(&event)) {
            carryOut(talk->brokerMessage(now(), message->bytes, message->isRetained));
        } else {
            carryOut(talk->brokerChanged(now(), std::holds_alternative<BrokerUp>(event)));
        }
    }

    std::chrono::steady_clock::time_point m_began;
    SystemClock m_clock;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<BrokerEvent> m_events;
    std::size_t m_seen = 0;
    std::optional<Broker> m_broker;
};

std::vector<std::string> wordsAfter(const std::string& file, const std::string& name)
{
    std::vector<std::string> found;
    std::ifstream lines(file);
    for (std::string text; std::getline(lines, text);) {
        std::istringstream line(text);
        std::string word;
        line >> word;
        if (word == name) {
            line >> found.emplace_back();
        }
    }
    return found;
}

} // namespace

TEST_CASE("the page's own code and the desk understand each other from the knock to the end")
{
    LocalBroker local;
    local.start();
    Desk desk(local);
    REQUIRE(desk.waitUntilUp());
    const auto output = local.file("page");
    Process page({"/usr/bin/env", "node", CHEVET_SOURCE_DIR "/tests/call/one_page.mjs",
                  linkText(desk.talk->link()), std::to_string(local.port())},
                 output);
    const auto* waits = desk.waitFor<effect::Waits>();
    REQUIRE(waits);
    CHECK(waits->who.name == "Inès Müller");
    CHECK(waits->who.whoElse == "her daughter");
    const auto seat = waits->seat;
    desk.carryOut(*desk.talk->admit(desk.now(), seat));
    const auto* made = desk.waitFor<effect::MakePeer>();
    REQUIRE(made);
    auto peer = made->peer;
    desk.carryOut(desk.talk->offerMade(desk.now(), peer, "v=0\r\n"));
    const auto* answered = desk.waitFor<effect::GiveAnswer>();
    REQUIRE(answered);
    CHECK(answered->sdp == "answer to v=0\r\n");
    REQUIRE(desk.waitFor<effect::GiveCandidate>());
    desk.carryOut(desk.talk->mediaConnected(desk.now(), peer));
    desk.carryOut(desk.talk->picturesDecoded(desk.now(), peer, 1));

    desk.carryOut(*desk.talk->say(desk.now(), seat,
                                  message::Advice{3, {"Mouth care.", "Call if the pain is over 4."}}));
    const auto* repeated = desk.waitFor<effect::Said>();
    REQUIRE(repeated);
    CHECK((repeated->what == message::ToDesk(message::Repeated{3, {0, 1}})));

    desk.carryOut(*desk.talk->askPhoto(desk.now(), seat, "left heel", 100'000));
    REQUIRE(desk.waitFor<effect::Said>()); // its state: the photo is out
    for (const auto& piece : wordsAfter(output, "channel")) {
        desk.carryOut(desk.talk->channelMessage(desk.now(), peer, *fromHex(piece)));
    }
    const auto* photo = desk.waitFor<effect::PhotoCame>();
    REQUIRE(photo);
    CHECK(photo->jpeg.size() == 40'000);

    desk.carryOut(*desk.talk->say(desk.now(), seat, message::Frozen{true, "+33 2 40 00 00 00"}));
    made = desk.waitFor<effect::MakePeer>(); // it has joined again
    REQUIRE(made);
    CHECK(made->peer != peer);
    peer = made->peer;
    desk.carryOut(desk.talk->offerMade(desk.now(), peer, "v=0\r\n"));
    REQUIRE(desk.waitFor<effect::GiveAnswer>());

    desk.carryOut(desk.talk->close(desk.now()));
    CHECK(page.waitForEnd() == 0);
    CHECK(desk.talk->drops().total() == 0);
    CHECK(wordsAfter(output, "dropped") == std::vector<std::string>{"0"});
    const auto heard = wordsAfter(output, "heard");
    CHECK(std::ranges::count(heard, "place") == 2);
    CHECK(std::ranges::count(heard, "admitted") == 2);
}
