// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/video_call.h"

#include "call/video_call_inside.h"

#include <ctime>
#include <future>

namespace chevet::call {
namespace {

constexpr std::chrono::milliseconds tickEvery{100};
constexpr std::chrono::hours relayLifetime{2};
constexpr std::chrono::minutes relaysRenewed{10};

} // namespace

VideoCall::Inside::Inside(VideoCallSettings settings, CallServers servers, CallListener& listener,
                          const Clock& clock)
    : m_settings(std::move(settings)), m_servers(std::move(servers)), m_listener(listener), m_clock(clock)
{}

/// The media thread may be using media and broker: it is waited for before they go.
VideoCall::Inside::~Inside()
{
    end();
    m_media.reset();
    m_broker.reset(); // last: it carries the good-byes
}

std::vector<told::StateChanged> VideoCall::Inside::end()
{
    std::promise<std::vector<told::StateChanged>> ended;
    if (m_media == nullptr) {
        return {};
    }
    m_queue->post([this, &ended] {
        if (!m_hasEnded && m_broker != nullptr) {
            carryOut(m_conversation->close(now()));
        }
        m_hasEnded = true;
        std::vector<told::StateChanged> seats;
        seats.reserve(m_states.size());
        for (const auto& [seat, state] : m_states) {
            seats.push_back({seat, state, m_conversation->factsOf(seat, now())});
        }
        ended.set_value(std::move(seats));
    });
    return ended.get_future().get();
}

Moment VideoCall::Inside::now()
{
    timespec time{};
    clock_gettime(CLOCK_BOOTTIME, &time); // counts on while the machine sleeps
    return std::chrono::duration_cast<Moment>(std::chrono::seconds(time.tv_sec) +
                                              std::chrono::nanoseconds(time.tv_nsec));
}

Result<std::vector<message::RelayServer>> VideoCall::Inside::makeRelays() const
{
    constexpr std::size_t shortRoom = 8;
    const auto room = toHex(m_conversation->link().room.view());
    return m_servers.relaysUntil(m_clock.now() + relayLifetime, room.substr(0, shortRoom));
}

Result<void> VideoCall::Inside::start(sealing::Randomness& randomness)
{
    m_settings.room.host = m_servers.page;
    auto conversation = Conversation::open(m_settings.room, m_settings.call, now(), m_clock, randomness);
    if (!conversation) {
        return failAs(conversation);
    }
    m_conversation = std::move(*conversation);
    const auto relays = makeRelays();
    if (!relays) {
        return failAs(relays);
    }
    m_conversation->setRelays(*relays);
    m_settings.call.relays = *relays;
    m_relaysMade = now();
    auto media = MediaEngine::start(*this);
    if (!media) {
        return failAs(media);
    }
    m_queue = (*media)->queue();
    m_media = std::move(*media);
    BrokerSettings line;
    line.host = m_servers.host;
    line.port = m_servers.port;
    line.transport = m_settings.transport;
    line.authorities = m_servers.authorities;
    line.user = toHex(m_conversation->link().room.view());
    line.topic = deskTopic(m_conversation->link().room);
    m_broker = std::make_unique<Broker>(std::move(line), *this);
    m_media->startCapture(m_settings.capture);
    checkRelay(*relays);
    m_queue->post([this] { tick(); });
    return {};
}

void VideoCall::Inside::take(const SeatId& seat, Result<Effects> effects)
{
    if (!effects) {
        m_listener.onCall(told::Declined{seat, effects.error()});
        return;
    }
    carryOut(std::move(*effects));
}

void VideoCall::Inside::carryOut(Effects effects)
{
    for (auto& one : effects) {
        std::visit([this](auto& what) { act(what); }, one);
    }
    tellStates();
}

void VideoCall::Inside::tellStates()
{
    for (auto& [seat, before] : m_states) {
        const auto state = m_conversation->stateOf(seat);
        if (std::exchange(before, state) != state) {
            m_listener.onCall(told::StateChanged{seat, state, m_conversation->factsOf(seat, now())});
        }
    }
}

void VideoCall::Inside::tick()
{
    constexpr std::uint64_t ticksToStatistics = 3;
    if (m_hasEnded) {
        return;
    }
    m_queue->postAfter(tickEvery, [this] { tick(); });
    carryOut(m_conversation->tick(now()));
    if (++m_ticks % ticksToStatistics == 0) {
        for (const auto& [peer, line] : m_lines) {
            m_media->askStatistics(peer);
        }
    }
    if (now() - m_relaysMade >= relaysRenewed) {
        renewRelays();
    }
}

void VideoCall::Inside::renewRelays()
{
    m_relaysMade = now();
    if (const auto relays = makeRelays()) {
        m_conversation->setRelays(*relays);
    }
}

Result<std::unique_ptr<VideoCall>> VideoCall::start(VideoCallSettings settings, CallServers servers,
                                                    CallListener& listener, const Clock& clock,
                                                    sealing::Randomness& randomness)
{
    auto inside = std::make_unique<Inside>(std::move(settings), std::move(servers), listener, clock);
    CHEVET_TRY(inside->start(randomness));
    return std::unique_ptr<VideoCall>(new VideoCall(std::move(inside)));
}

VideoCall::VideoCall(std::unique_ptr<Inside> inside) : m_link(inside->link()), m_inside(std::move(inside)) {}
VideoCall::~VideoCall() = default;

const std::shared_ptr<FrameSlot>& VideoCall::ownPicture() const
{
    return m_inside->media().ownPicture();
}

void VideoCall::admit(const SeatId& seat)
{
    m_inside->ask(seat, [seat](Conversation& call, Moment now) { return call.admit(now, seat); });
}

void VideoCall::refuse(const SeatId& seat, message::RefusedReason reason)
{
    m_inside->ask(seat,
                  [seat, reason](Conversation& call, Moment now) { return call.refuse(now, seat, reason); });
}

void VideoCall::identityAndConsentRecorded(const SeatId& seat)
{
    m_inside->ask(
        seat, [seat](Conversation& call, Moment now) { return call.identityAndConsentRecorded(now, seat); });
}

void VideoCall::consentWithdrawn(const SeatId& seat)
{
    m_inside->ask(seat, [seat](Conversation& call, Moment now) { return call.consentWithdrawn(now, seat); });
}

void VideoCall::goByPhone()
{
    m_inside->ask({}, [](Conversation& call, Moment now) { return call.goByPhone(now); });
}

void VideoCall::goByVideo()
{
    m_inside->ask({}, [](Conversation& call, Moment now) { return call.goByVideo(now); });
}

void VideoCall::hangUp(const SeatId& seat)
{
    m_inside->ask(seat, [seat](Conversation& call, Moment now) { return call.hangUp(now, seat); });
}

std::vector<told::StateChanged> VideoCall::end()
{
    return m_inside->end();
}

void VideoCall::advise(const SeatId& seat, std::uint32_t list, std::vector<std::string> items)
{
    m_inside->ask(seat, [seat, list, items = std::move(items)](Conversation& call, Moment now) {
        return call.say(now, seat, message::Advice{list, items});
    });
}

void VideoCall::askPhoto(const SeatId& seat, std::string what)
{
    m_inside->ask(seat, [seat, what = std::move(what)](Conversation& call, Moment now) {
        return call.askPhoto(now, seat, what, message::largestPhoto);
    });
}

void VideoCall::confirmPhoto(const SeatId& seat, std::uint32_t photo)
{
    m_inside->ask(seat, [seat, photo](Conversation& call, Moment) { return call.confirmPhoto(seat, photo); });
}

void VideoCall::switchCamera(bool isOn)
{
    m_inside->media().switchCamera(isOn);
}

void VideoCall::switchMicrophone(bool isOn)
{
    m_inside->media().switchMicrophone(isOn);
}

} // namespace chevet::call
