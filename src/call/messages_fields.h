// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys of each message with their types and limits, once for writing and reading: `fields` walks a
// visitor through a message in ascending order of its keys.
#pragma once

#include "call/messages.h"

#include <limits>

namespace chevet::call::message {

/// What characters a text may have beside letters and signs.
enum class TextForm : std::uint8_t
{
    OneLine,
    Lines ///< carriage return and line feed
};

inline constexpr std::size_t longestSdp = std::size_t{16} * 1024;
inline constexpr std::uint32_t anyNumber = std::numeric_limits<std::uint32_t>::max();
inline constexpr std::uint32_t anyByte = std::numeric_limits<std::uint8_t>::max();

template<class Visitor> void fields(Visitor& visit, Join& join)
{
    visit.bytes(1, join.publicKey);
    visit.bytes(2, join.echo);
    visit.text(3, join.name, longestName);
    visit.choice(4, join.function, Function::Nurse, Function::Other);
    visit.text(5, join.whoElse, 200);
    visit.language(6, join.language);
    visit.flag(7, join.cameraWorks);
    visit.flag(8, join.microphoneWorks);
    visit.number(9, join.joinsBefore, anyNumber);
    visit.number(10, join.pageVersion, anyNumber);
}

template<class Visitor> void fields(Visitor& visit, Here& here)
{
    visit.flag(1, here.cameraOn);
    visit.flag(2, here.microphoneOn);
    visit.maybe(3, here.millisSincePicture, [&](auto& value) { visit.number(3, value, anyNumber); });
    visit.maybe(4, here.confirms, [&](auto& value) { visit.bytes(4, value); });
}

template<class Visitor> void fields(Visitor& visit, Answer& answer)
{
    visit.text(1, answer.sdp, longestSdp, TextForm::Lines);
}

template<class Visitor> void fields(Visitor& visit, Candidate& candidate)
{
    visit.text(1, candidate.line, 512);
    visit.number(2, candidate.mediaLine, anyByte);
}

template<class Visitor> void fields(Visitor& visit, State& state)
{
    visit.flag(1, state.cameraOn);
    visit.flag(2, state.microphoneOn);
    visit.number(3, state.cameras, anyByte);
    visit.choice(4, state.facing, Facing::Unknown, Facing::Environment);
    visit.maybe(5, state.heardLoudspeaker, [&](auto& value) { visit.flag(5, value); });
}

template<class Visitor> void fields(Visitor& visit, Left& left)
{
    visit.choice(1, left.reason, LeftReason::ByHand, LeftReason::PageClosed);
}

template<class Visitor> void fields(Visitor& visit, Trouble& trouble)
{
    visit.choice(1, trouble.what, TroubleKind::NoCamera, TroubleKind::NoPictureFromYou);
}

template<class Visitor> void fields(Visitor& visit, Repeated& repeated)
{
    visit.number(1, repeated.list, anyNumber);
    visit.list(2, repeated.items, [&](auto& item) { visit.number(2, item, anyByte); });
}

template<class Visitor> void fields(Visitor& visit, PhotoRefused& refused)
{
    visit.number(1, refused.photo, anyNumber);
    visit.choice(2, refused.reason, PhotoRefusal::ByHand, PhotoRefusal::TooLarge);
}

template<class Visitor> void fields(Visitor& visit, PhotoHeader& header)
{
    visit.number(1, header.photo, anyNumber);
    visit.number(2, header.size, largestPhoto);
    visit.constant(3, "image/jpeg");
    visit.bytes(4, header.digest);
}

template<class Visitor> void fields(Visitor& visit, Welcome& welcome)
{
    visit.bytes(1, welcome.echo);
    visit.bytes(2, welcome.publicKey);
}

template<class Visitor> void fields(Visitor& visit, Admitted& admitted)
{
    visit.text(1, admitted.name, longestName);
    visit.choice(2, admitted.function, Function::Nurse, Function::Other);
    visit.flag(3, admitted.residentView);
}

template<class Visitor> void fields(Visitor& visit, Refused& refused)
{
    visit.choice(1, refused.reason, RefusedReason::NotTheRightPerson, RefusedReason::Ended);
}

template<class Visitor> void fields(Visitor& visit, RelayServer& relay)
{
    visit.text(1, relay.url, 256);
    visit.maybe(2, relay.user, [&](auto& value) { visit.text(2, value, 128); });
    visit.maybe(3, relay.password, [&](auto& value) { visit.text(3, value, 128); });
}

template<class Visitor> void fields(Visitor& visit, Offer& offer)
{
    visit.text(1, offer.sdp, longestSdp, TextForm::Lines);
    visit.relays(2, offer.relays);
    visit.flag(3, offer.isThin);
}

template<class Visitor> void fields(Visitor& visit, Frozen& frozen)
{
    visit.flag(1, frozen.isFrozen);
    visit.text(2, frozen.telephone, longestTelephone);
}

template<class Visitor> void fields(Visitor& visit, PhotoPlease& please)
{
    visit.number(1, please.photo, anyNumber);
    visit.text(2, please.what, 120);
    visit.number(3, please.largest, anyNumber);
}

template<class Visitor> void fields(Visitor& visit, Advice& advice)
{
    visit.number(1, advice.list, anyNumber);
    visit.list(2, advice.items, [&](auto& item) { visit.text(2, item, longestAdvice, TextForm::Lines); });
}

template<class Visitor> void fields(Visitor& visit, GoingByPhone& going)
{
    visit.text(1, going.telephone, longestTelephone);
}

template<class Visitor> void fields(Visitor& visit, Closed& closed)
{
    visit.choice(1, closed.reason, ClosedReason::Ended, ClosedReason::Expired);
    visit.maybe(2, closed.echo, [&](auto& value) { visit.bytes(2, value); });
}

template<class Visitor> void fields(Visitor& visit, Measure& measure)
{
    visit.number(1, measure.bitsPerSecond, anyNumber);
    visit.number(2, measure.picturesPerSecond, anyByte);
    visit.divisor(3, measure.sizeDivisor);
}

template<class Visitor> void fields(Visitor& visit, PhotoArrived& arrived)
{
    visit.number(1, arrived.photo, anyNumber);
    visit.flag(2, arrived.isKept);
    visit.maybe(3, arrived.fault,
                [&](auto& value) { visit.choice(3, value, PhotoFault::Size, PhotoFault::Damaged); });
}

template<class Visitor> void fields(Visitor& visit, Place& place)
{
    visit.number(1, place.deskSeconds, std::uint64_t{1} << 40);
    visit.choice(2, place.place, PlaceKind::Wait, PlaceKind::ComeIn);
    visit.text(3, place.team, longestName);
    visit.text(4, place.telephone, longestTelephone);
}

} // namespace chevet::call::message
