// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/room.h"

#include "call/photo_intake.h"
#include "call/room_seat.h"

#include <algorithm>

namespace chevet::call {

using sealing::CallDirection;
using sealing::CallHeader;
using sealing::CallLock;

Result<std::unique_ptr<Room>> Room::open(const RoomSettings& settings, Moment now, const Clock& clock,
                                         sealing::Randomness& randomness)
{
    auto keys = sealing::CallKeyPair::make(randomness);
    if (!keys) {
        return failAs(keys);
    }
    auto link = makeLink(settings.host, keys->publicKey(), clock.now(), settings.lifetime, randomness);
    if (!link) {
        return failAs(link);
    }
    return std::unique_ptr<Room>(
        new Room(settings, now, std::move(*link), std::move(*keys), clock, randomness));
}

Room::Room(RoomSettings settings, Moment now, CallLink link, sealing::CallKeyPair keys, const Clock& clock,
           sealing::Randomness& randomness)
    : m_settings(std::move(settings)), m_opened(now), m_link(std::move(link)), m_keys(std::move(keys)),
      m_clock(clock), m_randomness(randomness), m_aead(randomness)
{
    // What is too long for the wire is cut here and not refused in the middle of a call.
    m_settings.team = message::cutText(m_settings.team, message::longestName);
    m_settings.telephone = message::cutText(m_settings.telephone, message::longestTelephone);
}

Room::~Room() = default;

Room::Seat* Room::find(const SeatId& seat)
{
    const auto found = m_seats.find(seat);
    return found != m_seats.end() ? found->second.get() : nullptr;
}

sealing::CallPlace Room::placeOf(const SeatId& seat) const
{
    return {m_link.room, seat, m_link.expirySeconds};
}

SeatState Room::stateOf(const SeatId& seat) const
{
    const auto found = m_seats.find(seat);
    return found != m_seats.end() ? found->second->state : SeatState::Gone;
}

std::size_t Room::count(SeatState state) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(m_seats, [state](const auto& seat) { return seat.second->state == state; }));
}

Result<void> Room::admit(const SeatId& seat)
{
    auto* known = find(seat);
    if (known == nullptr) {
        return fail(ErrorCode::NotFound, "seat");
    }
    if (known->state == SeatState::Admitted) {
        return {};
    }
    if (known->state != SeatState::Waiting && known->state != SeatState::Refused) {
        return fail(ErrorCode::NotNow, "seat is not there");
    }
    if (count(SeatState::Admitted) >= m_settings.mostAdmitted) {
        return fail(ErrorCode::NotNow, "room full", static_cast<std::int64_t>(m_settings.mostAdmitted));
    }
    known->state = SeatState::Admitted;
    return {};
}

Result<Publication> Room::refuse(const SeatId& seat, message::RefusedReason reason)
{
    auto* known = find(seat);
    if (known == nullptr || !known->isConfirmed()) {
        return fail(ErrorCode::NotFound, "seat");
    }
    known->state = SeatState::Refused;
    known->refusal = reason;
    known->session = {};
    return say(seat, message::Refused{reason});
}

void Room::release(const SeatId& seat)
{
    if (auto* known = find(seat); known != nullptr && known->isConfirmed()) {
        known->state = SeatState::Gone;
        known->session = {};
    }
}

std::vector<Publication> Room::close(message::ClosedReason reason)
{
    std::vector<Publication> publications;
    m_closed = reason;
    for (const auto& [id, seat] : m_seats) {
        if (!seat->isConfirmed() || seat->state == SeatState::Gone) {
            continue;
        }
        if (auto said = say(id, message::Closed{reason, {}})) {
            publications.push_back(std::move(*said));
        }
        seat->state = SeatState::Gone;
        seat->session = {};
    }
    return publications;
}

Result<Publication> Room::say(const SeatId& seat, const message::ToSeat& what)
{
    const auto* known = find(seat);
    if (known == nullptr || !known->isConfirmed()) {
        return fail(ErrorCode::NotFound, "seat");
    }
    const bool isOfSession = message::isOfSession(what);
    if (isOfSession && known->session.isNone()) {
        return fail(ErrorCode::NotNow, "session");
    }
    const auto plain = message::encode(what);
    if (!plain) {
        return failAs(plain);
    }
    const CallHeader header{.lock = CallLock::Seat,
                            .seat = seat,
                            .session = isOfSession ? known->session : SessionId{},
                            .counter = m_counters.next(m_clock.now())};
    auto sealed =
        sealing::sealCallMessage(m_aead, known->keys, CallDirection::ToSeat, m_link.room, header, *plain);
    if (!sealed) {
        return failAs(sealed);
    }
    return Publication{seat, std::move(*sealed)};
}

Result<Publication> Room::sayAtDoor(const SeatId& seat, const sealing::CallKeys& door,
                                    const message::ToSeat& what)
{
    const auto plain = message::encode(what);
    if (!plain) {
        return failAs(plain);
    }
    const CallHeader header{
        .lock = CallLock::Door, .seat = seat, .session = {}, .counter = m_counters.next(m_clock.now())};
    auto sealed = sealing::sealCallMessage(m_aead, door, CallDirection::ToSeat, m_link.room, header, *plain);
    if (!sealed) {
        return failAs(sealed);
    }
    return Publication{seat, std::move(*sealed)};
}

Result<SessionId> Room::beginSession(const SeatId& seat)
{
    auto* known = find(seat);
    if (known == nullptr || known->state != SeatState::Admitted) {
        return fail(ErrorCode::NotFound, "seat");
    }
    SessionId session;
    CHEVET_TRY(m_randomness.fillPublic(session.bytes));
    known->session = session;
    return session;
}

void Room::endSession(const SeatId& seat)
{
    if (auto* known = find(seat)) {
        known->session = {};
    }
}

Result<std::unique_ptr<PhotoIntake>> Room::expectPhoto(const SeatId& seat, std::uint32_t photo,
                                                       std::uint32_t largest)
{
    const auto* known = find(seat);
    if (known == nullptr || known->state != SeatState::Admitted) {
        return fail(ErrorCode::NotFound, "seat");
    }
    if (known->session.isNone()) {
        return fail(ErrorCode::NotNow, "session");
    }
    sealing::CallKeys keys{known->keys.toDesk.clone(), known->keys.toSeat.clone()};
    return std::make_unique<PhotoIntake>(
        PhotoExpected{m_link.room, seat, known->session, photo, std::min(largest, message::largestPhoto)},
        std::move(keys), m_randomness);
}

void Room::setBroker(Moment now, bool isUp)
{
    if (isUp && !m_isBrokerUp) {
        for (const auto& [id, seat] : m_seats) {
            seat->lastHeard = now;
        }
    }
    m_isBrokerUp = isUp;
}

RoomAnswer Room::tick(Moment now)
{
    RoomAnswer answer;
    if (!m_isBrokerUp) {
        return answer;
    }
    for (const auto& [id, seat] : m_seats) {
        const bool isExpected = seat->state == SeatState::Waiting || seat->state == SeatState::Admitted;
        if (!isExpected || seat->isSilent || now - seat->lastHeard < silence) {
            continue;
        }
        const bool wasAdmitted = seat->state == SeatState::Admitted;
        seat->isSilent = true;
        if (!wasAdmitted) {
            seat->state = SeatState::Gone;
        }
        answer.events.emplace_back(SeatSilent{id, wasAdmitted});
    }
    return answer;
}

std::string deskTopic(const RoomId& room)
{
    return "call/" + room.hex() + "/desk";
}

std::string seatTopic(const RoomId& room, const SeatId& seat)
{
    return "call/" + room.hex() + "/seat/" + seat.hex();
}

} // namespace chevet::call
