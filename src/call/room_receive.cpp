// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a room takes what comes over the broker, where anybody may have written it.
#include "call/room.h"
#include "call/room_seat.h"

#include <algorithm>

namespace chevet::call {
namespace {

using sealing::CallDirection;
using sealing::CallHeader;
using sealing::CallKeys;
using sealing::CallLock;

/// A seat's own reloads and whoever joins in its name: enough for both, and no more to remember.
constexpr std::size_t mostUnconfirmedJoins = 4;

} // namespace

RoomAnswer Room::receive(Moment now, View message, bool isRetained)
{
    RoomAnswer answer;
    if (isRetained) {
        drop(DropReason::Retained, now, answer);
        return answer;
    }
    const auto header = sealing::readCallHeader(message);
    if (!header) {
        drop(DropReason::NoMessage, now, answer);
    } else if (header->lock == CallLock::Door) {
        receiveJoin(now, message, *header, answer);
    } else {
        receiveFromSeat(now, message, *header, answer);
    }
    return answer;
}

void Room::drop(DropReason reason, Moment now, RoomAnswer& answer)
{
    if (m_drops.count(reason, now)) {
        answer.events.emplace_back(ManyDropped{m_drops.total()});
    }
}

void Room::publish(Result<Publication> publication, RoomAnswer& answer)
{
    // A message that can't be sealed (no randomness) is as good as one that the broker lost: the page asks
    // again.
    if (publication) {
        answer.publications.push_back(std::move(*publication));
    }
}

void Room::receiveJoin(Moment now, View message, const CallHeader& header, RoomAnswer& answer)
{
    const auto door = sealing::doorKeys(m_link.secret.view(), placeOf(header.seat));
    const auto plain =
        door ? sealing::openCallMessage(m_aead, *door, CallDirection::ToDesk, m_link.room, message)
             : Result<Bytes>(failAs(door));
    if (!plain) {
        drop(DropReason::NotAuthentic, now, answer);
        return;
    }
    const auto decoded = message::decodeToDesk(*plain);
    const auto* join = decoded ? std::get_if<message::Join>(&*decoded) : nullptr;
    if (join == nullptr || !header.session.isNone()) {
        drop(DropReason::NoMessage, now, answer);
        return;
    }
    if (sealing::seatIdOf(join->publicKey) != header.seat) {
        drop(DropReason::NotAuthentic, now, answer);
        return;
    }
    if (!allowsJoin(now, find(header.seat))) {
        drop(DropReason::Flood, now, answer);
        return;
    }
    answerJoin(now, *join, *door, answer);
}

bool Room::allowsJoin(Moment now, Seat* known)
{
    return known != nullptr && known->isConfirmed() ? known->joins.allows(now) : m_newSeats.allows(now);
}

void Room::answerJoin(Moment now, const message::Join& join, const CallKeys& door, RoomAnswer& answer)
{
    const auto id = sealing::seatIdOf(join.publicKey);
    const bool isTooLate = isExpired(now) && stateOf(id) != SeatState::Admitted;
    if (m_closed || isTooLate) {
        publish(sayAtDoor(id, door,
                          message::Closed{m_closed.value_or(message::ClosedReason::Expired), join.echo}),
                answer);
        return;
    }
    const auto seat = findOrMake(now, join);
    if (!seat) {
        drop(DropReason::NotAuthentic, now, answer);
        return;
    }
    auto& unconfirmed = (*seat)->unconfirmed;
    unconfirmed.push_back(join);
    if (unconfirmed.size() > mostUnconfirmedJoins) {
        unconfirmed.pop_front();
    }
    publish(sayAtDoor(id, door, message::Welcome{join.echo, m_keys.publicKey()}), answer);
}

Result<Room::Seat*> Room::findOrMake(Moment now, const message::Join& join)
{
    const auto id = sealing::seatIdOf(join.publicKey);
    if (auto* known = find(id)) {
        return known;
    }
    auto keys = sealing::seatKeys(m_keys, join.publicKey, m_link.secret.view(), placeOf(id));
    if (!keys) {
        return failAs(keys);
    }
    forgetOldestUnconfirmed();
    return (m_seats[id] = std::make_unique<Seat>(id, std::move(*keys), now)).get();
}

void Room::forgetOldestUnconfirmed()
{
    if (count(SeatState::Unconfirmed) < mostUnconfirmed) {
        return;
    }
    const auto oldest = std::ranges::min_element(m_seats, {}, [](const auto& entry) {
        return entry.second->isConfirmed() ? Moment::max() : entry.second->firstSeen;
    });
    m_seats.erase(oldest);
}

void Room::receiveFromSeat(Moment now, View message, const CallHeader& header, RoomAnswer& answer)
{
    auto* seat = find(header.seat);
    if (seat == nullptr) {
        drop(DropReason::UnknownSeat, now, answer);
        return;
    }
    if (!seat->gate.isNew(header.counter)) {
        drop(DropReason::Replayed, now, answer);
        return;
    }
    const auto plain =
        sealing::openCallMessage(m_aead, seat->keys, CallDirection::ToDesk, m_link.room, message);
    if (!plain) {
        drop(DropReason::NotAuthentic, now, answer);
        return;
    }
    seat->gate.accept(header.counter);
    auto decoded = message::decodeToDesk(*plain);
    // A photo's header comes through the data channel.
    const bool isSaidHere = decoded && !std::holds_alternative<message::Join>(*decoded) &&
                            !std::holds_alternative<message::PhotoHeader>(*decoded);
    if (!isSaidHere) {
        drop(DropReason::NoMessage, now, answer);
        return;
    }
    take(now, *seat, header, std::move(*decoded), answer);
}

void Room::take(Moment now, Seat& seat, const CallHeader& header, message::ToDesk what, RoomAnswer& answer)
{
    const auto* here = std::get_if<message::Here>(&what);
    const bool confirms =
        here != nullptr && here->confirms && confirmJoin(now, seat, *here->confirms, answer);
    if (seat.state != SeatState::Waiting && seat.state != SeatState::Admitted) {
        if (!confirms) {
            drop(DropReason::UnknownSeat, now, answer);
        }
        return;
    }
    const bool isOfSession = message::isOfSession(what);
    const bool isOfThisSession =
        isOfSession ? !header.session.isNone() && header.session == seat.session : header.session.isNone();
    if (!isOfThisSession) {
        drop(DropReason::OtherSession, now, answer);
        return;
    }
    seat.lastHeard = now;
    seat.isSilent = false;
    if (std::holds_alternative<message::Left>(what) && seat.state == SeatState::Waiting) {
        seat.state = SeatState::Gone;
    }
    answer.events.emplace_back(SeatSaid{seat.id, std::move(what)});
}

bool Room::confirmJoin(Moment now, Seat& seat, const message::Echo& echo, RoomAnswer& answer)
{
    const auto join = std::ranges::find(seat.unconfirmed, echo, &message::Join::echo);
    if (join == seat.unconfirmed.end()) {
        return false;
    }
    const auto confirmed = *join;
    seat.unconfirmed.clear();
    confirm(now, seat, confirmed, answer);
    return true;
}

void Room::confirm(Moment now, Seat& seat, const message::Join& join, RoomAnswer& answer)
{
    const auto before = seat.state;
    seat.lastHeard = now;
    seat.isSilent = false;
    if (before == SeatState::Unconfirmed) {
        seat.state = SeatState::Gone; // confirmed: it can be spoken to
    }
    if (m_closed || (isExpired(now) && before != SeatState::Admitted)) {
        seat.state = SeatState::Gone;
        publish(say(seat.id, message::Closed{m_closed.value_or(message::ClosedReason::Expired), {}}), answer);
        return;
    }
    if (before == SeatState::Refused) {
        publish(say(seat.id, message::Refused{seat.refusal}), answer);
        return;
    }
    if (before != SeatState::Admitted && before != SeatState::Waiting &&
        count(SeatState::Waiting) >= mostWaiting) {
        publish(say(seat.id, message::Refused{message::RefusedReason::RoomIsFull}), answer);
        return;
    }
    const bool isBack = before == SeatState::Admitted;
    const auto others = count(SeatState::Waiting) + count(SeatState::Admitted) -
                        (isBack || before == SeatState::Waiting ? 1 : 0);
    seat.state = isBack ? SeatState::Admitted : SeatState::Waiting;
    seat.session = {}; // the page that answered it is gone
    const message::Place place{
        .deskSeconds = static_cast<std::uint64_t>(std::max<std::int64_t>(m_clock.now().millis / 1000, 0)),
        .place = isBack ? message::PlaceKind::ComeIn : message::PlaceKind::Wait,
        .team = m_settings.team,
        .telephone = m_settings.telephone};
    publish(say(seat.id, place), answer);
    if (isBack) {
        answer.events.emplace_back(SeatReturned{seat.id, join});
    } else {
        answer.events.emplace_back(SeatWaits{seat.id, join, others > 0, before == SeatState::Waiting});
    }
}

} // namespace chevet::call
