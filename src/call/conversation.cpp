// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/conversation.h"

#include "call/conversation_seat.h"

#include <cstdlib>
#include <utility>

namespace chevet::call {
namespace {

constexpr Moment livingReports = std::chrono::seconds(5); ///< longer without one: the line is dead
constexpr int thinStart = 60'000; ///< both sides start low, or the voice does not come through at all
/// So much more or less is not worth setting an encoder anew.
constexpr int smallChange = 20; // the part of the rate: one in twenty

bool isWorthSetting(const std::optional<SendingPlan>& before, const SendingPlan& now)
{
    if (!before) {
        return true;
    }
    auto same = now;
    same.pictureBitsPerSecond = before->pictureBitsPerSecond;
    same.stillPaceBitsPerSecond = before->stillPaceBitsPerSecond;
    return same != *before ||
           std::abs(now.pictureBitsPerSecond - before->pictureBitsPerSecond) * smallChange >
               before->pictureBitsPerSecond;
}

} // namespace

Result<std::unique_ptr<Conversation>> Conversation::open(const RoomSettings& room, const CallSettings& call,
                                                         Moment now, const Clock& clock,
                                                         sealing::Randomness& randomness)
{
    auto opened = Room::open(room, now, clock, randomness);
    if (!opened) {
        return failAs(opened);
    }
    return std::unique_ptr<Conversation>(new Conversation(std::move(*opened), call));
}

Conversation::Conversation(std::unique_ptr<Room> room, CallSettings settings)
    : m_room(std::move(room)), m_settings(std::move(settings))
{}

Conversation::~Conversation() = default;

Conversation::SeatCall& Conversation::callOf(const SeatId& seat)
{
    auto& call = m_calls[seat];
    if (!call) {
        call = std::make_unique<SeatCall>(seat, m_settings);
        if (!m_isBrokerUp) {
            call->machine.handle(Moment{0}, input::BrokerDown{});
        }
    }
    return *call;
}

Conversation::SeatCall* Conversation::find(const SeatId& seat) const
{
    const auto found = m_calls.find(seat);
    return found != m_calls.end() ? found->second.get() : nullptr;
}

Conversation::SeatCall* Conversation::findPeer(std::uint64_t peer) const
{
    for (const auto& [seat, call] : m_calls) {
        if (peer != 0 && call->peer == peer) {
            return call.get();
        }
    }
    return nullptr;
}

CallState Conversation::stateOf(const SeatId& seat) const
{
    const auto* call = find(seat);
    return call != nullptr ? call->machine.state() : CallState::Empty;
}

CallFacts Conversation::factsOf(const SeatId& seat, Moment now) const
{
    const auto* call = find(seat);
    return call != nullptr ? call->record.facts(now) : CallFacts{};
}

void Conversation::publish(Publication publication, Effects& effects) const
{
    effects.emplace_back(
        effect::Publish{seatTopic(link().room, publication.seat), std::move(publication.message)});
}

// ---- the machine and what comes out of it

void Conversation::give(Moment now, SeatCall& call, const CallInput& what, Effects& effects)
{
    const auto before = call.machine.state();
    for (auto& one : call.machine.handle(now, what)) {
        carryOut(call, one, effects);
    }
    follow(now, call, before);
}

void Conversation::giveAll(Moment now, const CallInput& what, Effects& effects)
{
    for (const auto& [seat, call] : m_calls) {
        give(now, *call, what, effects);
    }
}

void Conversation::carryOut(SeatCall& call, CallOutput& what, Effects& effects)
{
    if (auto* say = std::get_if<output::Say>(&what)) {
        if (auto said = m_room->say(call.seat, say->what)) {
            publish(std::move(*said), effects);
        }
    } else if (const auto* made = std::get_if<output::MakePeer>(&what)) {
        beginPeer(call, *made, effects);
    } else if (std::holds_alternative<output::DropPeer>(what)) {
        endPeer(call, effects);
    } else if (auto* answer = std::get_if<output::GiveAnswer>(&what)) {
        effects.emplace_back(effect::GiveAnswer{call.peer, std::move(answer->sdp)});
    } else if (auto* candidate = std::get_if<output::GiveCandidate>(&what)) {
        effects.emplace_back(effect::GiveCandidate{call.peer, std::move(candidate->candidate)});
    } else if (std::holds_alternative<output::ShowPicture>(what)) {
        effects.emplace_back(effect::ShowPicture{call.seat, call.peer});
    } else if (std::holds_alternative<output::HidePicture>(what)) {
        effects.emplace_back(effect::HidePicture{call.seat});
    } else if (std::holds_alternative<output::Release>(what)) {
        m_room->release(call.seat);
    } else if (const auto* tell = std::get_if<output::Tell>(&what)) {
        call.record.note(tell->what);
        effects.emplace_back(effect::Tell{call.seat, tell->what});
    }
}

void Conversation::beginPeer(SeatCall& call, const output::MakePeer& made, Effects& effects)
{
    call.machinePeer = made.peer;
    call.peer = ++m_peers;
    call.line = {};
    call.ladder = {};
    call.sending.reset();
    RateSettings rate;
    rate.start = made.isThin ? thinStart : rate.start;
    call.rate = RateControl(rate);
    // Without a session nothing can be offered: the machine's time runs out, and it tries again.
    if (m_room->beginSession(call.seat)) {
        effects.emplace_back(effect::MakePeer{call.seat, call.peer, m_settings.relays, made.isThin});
    }
}

void Conversation::endPeer(SeatCall& call, Effects& effects)
{
    effects.emplace_back(effect::DropPeer{call.peer});
    call.peer = 0;
    call.watch.end();
    m_room->endSession(call.seat);
    if (call.photo) {
        photoFailed(call, message::PhotoFault::Damaged, effects);
    }
}

void Conversation::follow(Moment now, SeatCall& call, CallState before)
{
    const auto state = call.machine.state();
    const bool isNew =
        state == CallState::Connected && before != CallState::Connected && before != CallState::Troubled;
    if (isNew) {
        call.watch.begin(now);
    }
    call.expected = !call.isCameraOn   ? PictureExpected::None
                    : call.sendsMoving ? PictureExpected::Moving
                                       : PictureExpected::Stills;
    call.watch.expect(now, call.expected);
    call.record.note(now, state, call.expected);
}

void Conversation::plan(Moment now, SeatCall& call, const std::optional<LineSample>& sample, Effects& effects)
{
    const auto target = call.rate.update(now, sample);
    if (call.rate.takesNewBase()) {
        call.line.forgetBase();
    }
    const auto plan = call.ladder.update(now, target);
    if (isWorthSetting(call.sending, plan)) {
        call.sending = plan;
        effects.emplace_back(effect::SetSending{call.peer, plan, target});
    }
}

// ---- from the media

Effects Conversation::offerMade(Moment now, std::uint64_t peer, std::string sdp)
{
    Effects effects;
    if (auto* call = findPeer(peer)) {
        give(now, *call, input::OfferMade{call->machinePeer, std::move(sdp)}, effects);
    }
    return effects;
}

Effects Conversation::candidateFound(Moment now, std::uint64_t peer, message::Candidate candidate)
{
    Effects effects;
    if (auto* call = findPeer(peer)) {
        give(now, *call, input::OwnCandidate{call->machinePeer, std::move(candidate)}, effects);
    }
    return effects;
}

Effects Conversation::mediaConnected(Moment now, std::uint64_t peer)
{
    Effects effects;
    if (auto* call = findPeer(peer)) {
        give(now, *call, input::MediaConnected{call->machinePeer}, effects);
    }
    return effects;
}

Effects Conversation::mediaFailed(Moment now, std::uint64_t peer)
{
    Effects effects;
    if (auto* call = findPeer(peer)) {
        give(now, *call, input::MediaFailed{call->machinePeer}, effects);
    }
    return effects;
}

Effects Conversation::picturesDecoded(Moment now, std::uint64_t peer, std::uint64_t count)
{
    Effects effects;
    auto* call = findPeer(peer);
    if (call == nullptr) {
        return effects;
    }
    // A dead line is thin as well: as long as the bedside reports what it gets, it lives.
    const bool isAlive = now - call->lastReport <= livingReports;
    const bool carriesVoiceAlone = isAlive && call->sending && call->sending->isThin();
    const auto change = call->watch.check(now, count, carriesVoiceAlone);
    if (!change) {
        return effects;
    }
    switch (*change) {
    case PictureChange::First:
        give(now, *call, input::FirstPicture{call->machinePeer}, effects);
        give(now, *call, input::PictureBack{}, effects); // it may have come late
        break;
    case PictureChange::Troubled: give(now, *call, input::PictureTroubled{}, effects); break;
    case PictureChange::Back: give(now, *call, input::PictureBack{}, effects); break;
    case PictureChange::Lost: give(now, *call, input::PictureLost{}, effects); break;
    }
    return effects;
}

Effects Conversation::packetsReported(Moment now, std::uint64_t peer, std::span<const PacketReport> reports)
{
    Effects effects;
    if (auto* call = findPeer(peer)) {
        call->lastReport = now;
        call->line.add(now, reports);
        plan(now, *call, call->line.sample(now), effects);
    }
    return effects;
}

Effects Conversation::channelMessage(Moment, std::uint64_t peer, View message)
{
    Effects effects;
    auto* call = findPeer(peer);
    if (call == nullptr || !call->photo) {
        return effects; // nobody asked
    }
    auto taken = call->photo->take(message);
    if (!taken) {
        photoFailed(*call, PhotoIntake::faultOf(taken.error()), effects);
        return effects;
    }
    if (auto& photo = *taken; photo.has_value()) {
        call->photo.reset();
        effects.emplace_back(
            effect::PhotoCame{call->seat, call->photoNumber, std::move(*photo), call->photoOf});
    }
    return effects;
}

void Conversation::photoFailed(SeatCall& call, message::PhotoFault fault, Effects& effects)
{
    call.photo.reset();
    effects.emplace_back(effect::PhotoFailed{call.seat, call.photoNumber, fault});
    if (auto said = m_room->say(call.seat, message::PhotoArrived{call.photoNumber, false, fault});
        said && m_isBrokerUp) {
        publish(std::move(*said), effects);
    }
}

Effects Conversation::tick(Moment now)
{
    constexpr std::chrono::milliseconds reportsExpected{300};
    Effects effects;
    take(now, m_room->tick(now), effects);
    for (const auto& [seat, call] : m_calls) {
        const auto deadline = call->machine.deadline();
        if (deadline && now >= *deadline) {
            give(now, *call, input::TimeIsUp{}, effects);
        }
        if (call->peer != 0 && call->sending && now - call->lastReport > reportsExpected) {
            plan(now, *call, std::nullopt, effects);
        }
    }
    return effects;
}

} // namespace chevet::call
