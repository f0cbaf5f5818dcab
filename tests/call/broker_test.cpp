// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's line to a real mosquitto.
#include "call/broker.h"
#include "call/local_broker.h"
#include "call/page.h"
#include "call/test_room.h"
#include "support/catch.h"

#include <algorithm>
#include <arpa/inet.h>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <netinet/in.h>
#include <sys/socket.h>

using namespace chevet;
using namespace chevet::call;
using namespace chevet::call::test;
using namespace std::chrono_literals;

namespace {

/// Collects what a broker's line tells, and waits for what is expected of it.
class Heard final : public BrokerListener
{
public:
    void onBroker(BrokerEvent event) override
    {
        const std::lock_guard lock(m_mutex);
        m_events.push_back(std::move(event));
        m_changed.notify_all();
    }

    /// Whether so many events of this type have come, within ten seconds.
    template<class Event> bool waitFor(std::size_t count = 1)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [&] { return ofType<Event>().size() >= count; });
    }
    bool waitForFault(BrokerFault fault)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 10s, [&] {
            const auto downs = ofType<BrokerDown>();
            return std::ranges::any_of(downs, [fault](const auto& down) { return down.fault == fault; });
        });
    }
    template<class Event> std::vector<Event> all()
    {
        const std::lock_guard lock(m_mutex);
        return ofType<Event>();
    }

private:
    template<class Event> std::vector<Event> ofType() const
    {
        std::vector<Event> found;
        for (const auto& event : m_events) {
            if (const auto* one = std::get_if<Event>(&event)) {
                found.push_back(*one);
            }
        }
        return found;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<BrokerEvent> m_events;
};

constexpr auto room = "9a381abb64b07f8ce4fb56845760589b";
constexpr auto foreign = "00000000000000000000000000000000";

BrokerSettings settingsFor(const LocalBroker& local, const std::string& user = room,
                           const std::string& topic = std::string("call/") + room + "/desk")
{
    BrokerSettings settings;
    settings.host = "127.0.0.1";
    settings.port = local.port();
    settings.transport = BrokerTransport::PlainLoopback;
    settings.user = user;
    settings.topic = topic;
    settings.firstPause = 50ms;
    settings.longestPause = 200ms;
    return settings;
}

/// What a line hears: the line must end first.
struct Listening
{
    explicit Listening(const BrokerSettings& settings) : broker(settings, heard) {}
    Heard heard;
    Broker broker;
};

std::string topicOf(std::string_view user, std::string_view rest)
{
    return "call/" + std::string(user) + "/" + std::string(rest);
}

} // namespace

TEST_CASE("what a seat publishes arrives at the desk as bytes, in order, up to the largest message")
{
    LocalBroker local;
    local.start();
    Listening desk(settingsFor(local));
    Listening seat(settingsFor(local, room, topicOf(room, "seat/1")));
    REQUIRE(desk.heard.waitFor<BrokerUp>());
    REQUIRE(seat.heard.waitFor<BrokerUp>());
    CHECK(desk.broker.isUp());
    for (std::size_t i = 0; i < 100; ++i) {
        CHECK(seat.broker.publish(topicOf(room, "desk"), Bytes(i + 1, static_cast<std::uint8_t>(i))));
    }
    CHECK(seat.broker.publish(topicOf(room, "desk"), Bytes(sealing::largestCallMessage, 7)));
    REQUIRE(desk.heard.waitFor<BrokerMessage>(101));
    const auto messages = desk.heard.all<BrokerMessage>();
    for (std::size_t i = 0; i < 100; ++i) {
        CHECK(messages[i].bytes == Bytes(i + 1, static_cast<std::uint8_t>(i)));
    }
    CHECK(messages[100].bytes.size() == sealing::largestCallMessage);
    CHECK(messages[0].topic == topicOf(room, "desk"));
    CHECK_FALSE(messages[0].isRetained);
    CHECK(desk.broker.publish(topicOf(room, "seat/1"), Bytes{1}));
    CHECK(seat.heard.waitFor<BrokerMessage>());
}

TEST_CASE("a broker that is started again in the middle of a room is found again, and nothing is sent late")
{
    LocalBroker local;
    local.start();
    Listening desk(settingsFor(local));
    Listening seat(settingsFor(local, room, topicOf(room, "seat/1")));
    REQUIRE(desk.heard.waitFor<BrokerUp>());
    REQUIRE(seat.heard.waitFor<BrokerUp>());
    local.stop();
    REQUIRE(desk.heard.waitForFault(BrokerFault::Lost));
    REQUIRE(seat.heard.waitForFault(BrokerFault::Lost));
    CHECK_FALSE(seat.broker.isUp());
    CHECK_FALSE(seat.broker.publish(topicOf(room, "desk"), Bytes{1}));
    REQUIRE(desk.heard.waitForFault(BrokerFault::Unreachable));
    local.start();
    REQUIRE(desk.heard.waitFor<BrokerUp>(2));
    REQUIRE(seat.heard.waitFor<BrokerUp>(2));
    CHECK(seat.broker.publish(topicOf(room, "desk"), Bytes{2}));
    REQUIRE(desk.heard.waitFor<BrokerMessage>());
    const auto messages = desk.heard.all<BrokerMessage>();
    REQUIRE(messages.size() == 1);
    CHECK(messages[0].bytes == Bytes{2});
}

TEST_CASE("a broker that is not there yet is found when it comes, and its absence is told once")
{
    LocalBroker local;
    Listening desk(settingsFor(local));
    REQUIRE(desk.heard.waitForFault(BrokerFault::Unreachable));
    CHECK(desk.broker.lastFault() == BrokerFault::Unreachable);
    local.start();
    desk.broker.retryNow();
    REQUIRE(desk.heard.waitFor<BrokerUp>());
    CHECK(desk.heard.all<BrokerDown>().size() == 1);
}

TEST_CASE("another room's user hears nothing of this one and reaches nobody in it")
{
    LocalBroker local;
    local.start();
    Listening desk(settingsFor(local));
    Listening spy(settingsFor(local, foreign, topicOf(room, "desk")));
    Listening everything(settingsFor(local, foreign, "#"));
    Listening plus(settingsFor(local, "+", "call/#"));
    Listening seat(settingsFor(local, room, topicOf(room, "seat/1")));
    for (auto* line : {&desk, &seat, &spy, &everything}) {
        REQUIRE(line->heard.waitFor<BrokerUp>());
    }
    CHECK(spy.broker.publish(topicOf(room, "desk"), Bytes{66}));
    CHECK(spy.broker.publish(topicOf(foreign, "desk"), Bytes{77}));
    CHECK(seat.broker.publish(topicOf(room, "desk"), Bytes{1}));
    REQUIRE(desk.heard.waitFor<BrokerMessage>());
    REQUIRE(everything.heard.waitFor<BrokerMessage>()); // of its own room
    // Whatever was under way has arrived once a second message of the same seat has.
    CHECK(seat.broker.publish(topicOf(room, "desk"), Bytes{2}));
    REQUIRE(desk.heard.waitFor<BrokerMessage>(2));
    CHECK(desk.heard.all<BrokerMessage>()[0].bytes == Bytes{1});
    CHECK(spy.heard.all<BrokerMessage>().empty());
    CHECK(plus.heard.all<BrokerMessage>().empty());
    const auto others = everything.heard.all<BrokerMessage>();
    REQUIRE(others.size() == 1);
    CHECK(others[0].bytes == Bytes{77});
}

TEST_CASE("a broker that lets nobody in has refused, and is asked again")
{
    LocalBroker local({.letsAnybodyIn = false});
    local.start();
    Listening desk(settingsFor(local));
    REQUIRE(desk.heard.waitForFault(BrokerFault::Refused));
    CHECK_FALSE(desk.broker.isUp());
    CHECK(desk.heard.all<BrokerUp>().empty());
}

TEST_CASE("over TLS a certificate that is trusted for the name is asked for")
{
    LocalBroker local({.usesTls = true});
    local.start();
    auto settings = settingsFor(local);
    settings.transport = BrokerTransport::Tls;
    settings.host = "localhost";
    settings.authorities = local.authorities();
    Listening desk(settings);
    REQUIRE(desk.heard.waitFor<BrokerUp>());
    CHECK(desk.broker.publish(topicOf(room, "desk"), Bytes(sealing::largestCallMessage, 3)));
    REQUIRE(desk.heard.waitFor<BrokerMessage>());
    CHECK(desk.heard.all<BrokerMessage>()[0].bytes.size() == sealing::largestCallMessage);

    auto system = settings;
    system.authorities.clear(); // the system knows nothing of this authority
    Listening untrusting(system);
    CHECK(untrusting.heard.waitForFault(BrokerFault::NotTrusted));

    auto address = settings;
    address.host = "127.0.0.1"; // not what the certificate names
    Listening misnamed(address);
    CHECK(misnamed.heard.waitForFault(BrokerFault::NotTrusted));
    CHECK(misnamed.heard.all<BrokerUp>().empty());
}

TEST_CASE("a certificate for another name is not trusted, nor a broker that speaks no TLS")
{
    LocalBroker other({.usesTls = true, .certifiedName = "elsewhere.example.org"});
    other.start();
    auto settings = settingsFor(other);
    settings.transport = BrokerTransport::Tls;
    settings.host = "localhost";
    settings.authorities = other.authorities();
    Listening desk(settings);
    CHECK(desk.heard.waitForFault(BrokerFault::NotTrusted));

    LocalBroker plain;
    plain.start();
    settings.port = plain.port();
    settings.patience = 500ms;
    Listening hopeful(settings);
    CHECK(hopeful.heard.waitFor<BrokerDown>());
    CHECK(hopeful.heard.all<BrokerUp>().empty());
}

TEST_CASE("the desk offers the protocol name by which nginx tells it from a browser")
{
    LocalBroker local({.usesTls = true}); // for its certificate; not started
    const auto port = freePort();
    const Process server({"/usr/bin/openssl", "s_server", "-accept", std::to_string(port), "-alpn", "mqtt",
                          "-cert", local.file("own.pem"), "-key", local.file("own.key")},
                         local.file("server"));
    REQUIRE(waitForPort(port));
    auto settings = settingsFor(local);
    settings.transport = BrokerTransport::Tls;
    settings.host = "localhost";
    settings.port = port;
    settings.authorities = local.authorities();
    settings.patience = 500ms;
    Listening desk(settings);
    CHECK(desk.heard.waitForFault(BrokerFault::Unreachable)); // it is no broker
    std::ifstream file(local.file("server"));
    const std::string said{std::istreambuf_iterator<char>(file), {}};
    CHECK(said.find("ALPN protocols advertised by the client: mqtt") != std::string::npos);
    CHECK(said.find("ALPN protocols selected: mqtt") != std::string::npos);
}

TEST_CASE("plain MQTT is spoken on the loopback only")
{
    LocalBroker local;
    auto settings = settingsFor(local);
    settings.host = "bedside.example.org";
    Listening desk(settings);
    CHECK(desk.heard.waitForFault(BrokerFault::NotTrusted));
}

TEST_CASE("a line ends at once, also while it waits for an answer or for its pause to end")
{
    const auto port = freePort();
    const int silent = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    REQUIRE(::bind(silent, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(silent, 8) == 0);
    LocalBroker local;
    auto settings = settingsFor(local);
    settings.port = port;
    settings.patience = 1h;
    settings.firstPause = 1h;
    settings.longestPause = 1h;
    {
        Listening waiting(settings);
        settings.port = freePort();
        Listening pausing(settings);
        CHECK(pausing.heard.waitForFault(BrokerFault::Unreachable));
    } // or this test would take an hour
    ::close(silent);
}

TEST_CASE("what was said last still leaves when the line ends")
{
    for (const bool usesTls : {false, true}) {
        LocalBroker local({.usesTls = usesTls});
        local.start();
        auto settings = settingsFor(local);
        settings.transport = usesTls ? BrokerTransport::Tls : BrokerTransport::PlainLoopback;
        settings.host = "localhost";
        settings.authorities = usesTls ? local.authorities() : "";
        Listening desk(settings);
        REQUIRE(desk.heard.waitFor<BrokerUp>());
        {
            settings.topic = topicOf(room, "seat/1");
            Listening seat(settings);
            REQUIRE(seat.heard.waitFor<BrokerUp>());
            CHECK(seat.broker.publish(topicOf(room, "desk"), Bytes(100, 9)));
        }
        CHECK(desk.heard.waitFor<BrokerMessage>());
    }
}

TEST_CASE("over TLS, too, a broker that goes away ends the line and not the program")
{
    LocalBroker local({.usesTls = true});
    local.start();
    auto settings = settingsFor(local);
    settings.transport = BrokerTransport::Tls;
    settings.host = "localhost";
    settings.authorities = local.authorities();
    Listening desk(settings);
    for (std::size_t round = 1; round <= 3; ++round) {
        REQUIRE(desk.heard.waitFor<BrokerUp>(round));
        for (int i = 0; i < 100; ++i) {
            desk.broker.publish(topicOf(room, "seat/1"), Bytes(10'000, 1));
        }
        local.restart();
    }
    CHECK(desk.heard.waitFor<BrokerUp>(4));
}

TEST_CASE("a room and a page meet over the broker, and a broker that starts anew ends nothing")
{
    LocalBroker local;
    local.start();
    TestRoom at;
    Page page(at.link());
    const auto id = at.room->link().room;
    Listening desk(settingsFor(local, id.hex(), deskTopic(id)));
    Listening seat(settingsFor(local, id.hex(), seatTopic(id, page.seat())));
    REQUIRE(desk.heard.waitFor<BrokerUp>());
    REQUIRE(seat.heard.waitFor<BrokerUp>());
    std::size_t taken = 0;
    std::size_t opened = 0;
    const auto carry = [&](const Bytes& message) {
        REQUIRE(seat.broker.publish(deskTopic(id), message));
        REQUIRE(desk.heard.waitFor<BrokerMessage>(++taken));
        const auto arrived = desk.heard.all<BrokerMessage>().back();
        auto answer = at.room->receive(1s, arrived.bytes, arrived.isRetained);
        for (const auto& publication : answer.publications) {
            REQUIRE(desk.broker.publish(seatTopic(id, publication.seat), publication.message));
            REQUIRE(seat.heard.waitFor<BrokerMessage>(++opened));
            CHECK(page.open({page.seat(), seat.heard.all<BrokerMessage>().back().bytes}));
        }
        return answer;
    };
    carry(page.join());
    CHECK(eventOf<SeatWaits>(carry(page.hereFirst())));
    CHECK(at.room->admit(page.seat()));
    local.restart();
    REQUIRE(desk.heard.waitFor<BrokerUp>(2));
    REQUIRE(seat.heard.waitFor<BrokerUp>(2));
    CHECK(eventOf<SeatSaid>(carry(page.say(message::State{}))));
}
