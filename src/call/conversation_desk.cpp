// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A conversation's side to the room: what its seats have said, and what the desk wants of them.
#include "call/conversation.h"
#include "call/conversation_seat.h"

#include <utility>

namespace chevet::call {

Effects Conversation::brokerMessage(Moment now, View message, bool isRetained)
{
    Effects effects;
    take(now, m_room->receive(now, message, isRetained), effects);
    return effects;
}

Effects Conversation::brokerChanged(Moment now, bool isUp)
{
    Effects effects;
    m_isBrokerUp = isUp;
    m_room->setBroker(now, isUp);
    isUp ? giveAll(now, input::BrokerUp{}, effects) : giveAll(now, input::BrokerDown{}, effects);
    return effects;
}

void Conversation::take(Moment now, RoomAnswer answer, Effects& effects)
{
    for (auto& publication : answer.publications) {
        publish(std::move(publication), effects);
    }
    for (auto& event : answer.events) {
        if (auto* waits = std::get_if<SeatWaits>(&event)) {
            effects.emplace_back(
                effect::Waits{waits->seat, std::move(waits->who), waits->isSecondDevice, waits->isAgain});
            give(now, callOf(waits->seat), input::Joined{}, effects);
        } else if (const auto* back = std::get_if<SeatReturned>(&event)) {
            give(now, callOf(back->seat), input::Returned{}, effects);
        } else if (auto* said = std::get_if<SeatSaid>(&event)) {
            heard(now, callOf(said->seat), std::move(said->what), effects);
        } else if (const auto* silent = std::get_if<SeatSilent>(&event)) {
            give(now, callOf(silent->seat), input::SeatSilent{}, effects);
        } else if (const auto* many = std::get_if<ManyDropped>(&event)) {
            effects.emplace_back(effect::ManyDropped{many->total});
        }
    }
}

void Conversation::heard(Moment now, SeatCall& call, message::ToDesk what, Effects& effects)
{
    if (auto* answer = std::get_if<message::Answer>(&what)) {
        give(now, call, input::Answered{std::move(answer->sdp)}, effects);
        return;
    }
    if (auto* candidate = std::get_if<message::Candidate>(&what)) {
        give(now, call, input::TheirCandidate{std::move(*candidate)}, effects);
        return;
    }
    if (const auto* left = std::get_if<message::Left>(&what)) {
        give(now, call, input::SeatLeft{left->reason}, effects);
        return;
    }
    if (const auto* here = std::get_if<message::Here>(&what)) {
        call.isCameraOn = here->cameraOn;
        follow(now, call, call.machine.state());
        return;
    }
    if (const auto* state = std::get_if<message::State>(&what)) {
        call.isCameraOn = state->cameraOn;
        follow(now, call, call.machine.state());
    } else if (const auto* trouble = std::get_if<message::Trouble>(&what)) {
        give(now, call, input::SeatTroubled{trouble->what}, effects);
    } else if (const auto* refused = std::get_if<message::PhotoRefused>(&what);
               refused != nullptr && refused->photo == call.photoNumber) {
        call.photo.reset();
    }
    effects.emplace_back(effect::Said{call.seat, std::move(what)});
}

// ---- from the desk

Result<Effects> Conversation::admit(Moment now, const SeatId& seat)
{
    auto* call = find(seat);
    if (call == nullptr) {
        return fail(ErrorCode::NotFound, "seat");
    }
    Effects effects;
    const bool wasRefused = m_room->stateOf(seat) == SeatState::Refused;
    if (call->machine.state() == CallState::ByPhone) {
        return fail(ErrorCode::NotNow, "by phone");
    }
    CHEVET_TRY(m_room->admit(seat));
    if (wasRefused) {
        give(now, *call, input::Joined{}, effects);
    }
    give(now, *call, input::AdmittedByDesk{}, effects);
    return effects;
}

Result<Effects> Conversation::refuse(Moment now, const SeatId& seat, message::RefusedReason reason)
{
    auto* call = find(seat);
    if (call == nullptr || m_room->stateOf(seat) != SeatState::Waiting) {
        return fail(ErrorCode::NotFound, "seat");
    }
    auto said = m_room->refuse(seat, reason);
    if (!said) {
        return failAs(said);
    }
    Effects effects;
    publish(std::move(*said), effects);
    give(now, *call, input::RefusedByDesk{}, effects);
    return effects;
}

Effects Conversation::identityAndConsentRecorded(Moment now, const SeatId& seat)
{
    Effects effects;
    if (auto* call = find(seat)) {
        give(now, *call, input::IdentityAndConsentRecorded{}, effects);
    }
    return effects;
}

Effects Conversation::consentWithdrawn(Moment now, const SeatId& seat)
{
    Effects effects;
    if (auto* call = find(seat)) {
        give(now, *call, input::ConsentWithdrawn{}, effects);
    }
    return effects;
}

Effects Conversation::goByPhone(Moment now)
{
    Effects effects;
    giveAll(now, input::PhoneChosen{}, effects);
    return effects;
}

Effects Conversation::goByVideo(Moment now)
{
    Effects effects;
    giveAll(now, input::VideoChosen{}, effects);
    return effects;
}

Effects Conversation::hangUp(Moment now, const SeatId& seat)
{
    Effects effects;
    if (auto* call = find(seat)) {
        give(now, *call, input::HungUp{}, effects);
    }
    return effects;
}

Effects Conversation::hangUp(Moment now)
{
    Effects effects;
    giveAll(now, input::HungUp{}, effects);
    return effects;
}

Effects Conversation::close(Moment now)
{
    auto effects = hangUp(now);
    for (auto& publication : m_room->close(message::ClosedReason::Ended)) {
        publish(std::move(publication), effects);
    }
    return effects;
}

Effects Conversation::ownCameraMissing(Moment now)
{
    Effects effects;
    giveAll(now, input::NoCamera{}, effects);
    return effects;
}

Result<Effects> Conversation::say(Moment now, const SeatId& seat, const message::ToSeat& what)
{
    if (!m_isBrokerUp) {
        return fail(ErrorCode::NotNow, "broker");
    }
    auto said = m_room->say(seat, what);
    if (!said) {
        return failAs(said);
    }
    Effects effects;
    publish(std::move(*said), effects);
    if (const auto* measure = std::get_if<message::Measure>(&what)) {
        auto& call = callOf(seat);
        call.sendsMoving = measure->picturesPerSecond > 0;
        follow(now, call, call.machine.state());
    }
    return effects;
}

Result<Effects> Conversation::askPhoto(Moment now, const SeatId& seat, std::string_view what,
                                       std::uint32_t largest)
{
    constexpr std::size_t longestWish = 120;
    auto* call = find(seat);
    if (call == nullptr) {
        return fail(ErrorCode::NotFound, "seat");
    }
    if (call->photo) {
        return fail(ErrorCode::NotNow, "photo");
    }
    auto intake = m_room->expectPhoto(seat, m_photos + 1, largest);
    if (!intake) {
        return failAs(intake);
    }
    auto said =
        say(now, seat, message::PhotoPlease{m_photos + 1, message::cutText(what, longestWish), largest});
    if (said) {
        call->photo = std::move(*intake);
        call->photoNumber = ++m_photos;
        call->photoOf = what;
    }
    return said;
}

Result<Effects> Conversation::confirmPhoto(const SeatId& seat, std::uint32_t photo)
{
    auto said = m_room->say(seat, message::PhotoArrived{photo, true, {}});
    if (!said) {
        return failAs(said);
    }
    Effects effects;
    publish(std::move(*said), effects);
    return effects;
}

void Conversation::setRelays(const std::vector<message::RelayServer>& relays)
{
    m_settings.relays = relays;
    for (const auto& [seat, call] : m_calls) {
        call->machine.setRelays(relays);
    }
}

} // namespace chevet::call
