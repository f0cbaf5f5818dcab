// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/page.h"

#include <algorithm>

namespace chevet::call::test {

using sealing::CallDirection;
using sealing::CallLock;

Page::Page(const std::string& linkText)
    : m_link(std::move(*parseLink(linkText))),
      m_pair(std::move(*sealing::CallKeyPair::make(sealing::systemRandomness()))),
      m_place{m_link.room, sealing::seatIdOf(m_pair.publicKey()), m_link.expirySeconds},
      m_door(std::move(*sealing::doorKeys(m_link.secret.view(), m_place))),
      m_aead(sealing::systemRandomness())
{}

Bytes Page::join(const std::string& name)
{
    (void)sealing::systemRandomness().fillPublic(m_echo);
    m_isWelcome = false;
    m_isClosed = false;
    const message::Join join{.publicKey = m_pair.publicKey(),
                             .echo = m_echo,
                             .name = name,
                             .function = message::Function::Nurse,
                             .whoElse = "nobody",
                             .language = message::Language::French,
                             .cameraWorks = true,
                             .microphoneWorks = true,
                             .joinsBefore = 0,
                             .pageVersion = 1};
    return sealed(CallLock::Door, nextCounter(), {}, *message::encode(message::ToDesk(join)));
}

Bytes Page::hereFirst()
{
    return say(message::Here{true, true, {}, m_echo});
}

Bytes Page::say(const message::ToDesk& what)
{
    return say(what, message::isOfSession(what) ? m_session : SessionId{});
}

Bytes Page::say(const message::ToDesk& what, const SessionId& session)
{
    return sealed(CallLock::Seat, nextCounter(), session, *message::encode(what));
}

Bytes Page::sealed(CallLock lock, std::uint64_t counter, const SessionId& session, View plain)
{
    const auto& keys = lock == CallLock::Door ? m_door : *m_seatKeys;
    return *sealing::sealCallMessage(m_aead, keys, CallDirection::ToDesk, m_link.room,
                                     {lock, m_place.seat, session, counter}, plain);
}

Bytes Page::sealedAs(const SeatId& seat, CallLock lock, const message::ToDesk& what)
{
    const auto door = *sealing::doorKeys(m_link.secret.view(), {m_link.room, seat, m_link.expirySeconds});
    const auto& keys = lock == CallLock::Door ? door : *m_seatKeys;
    return *sealing::sealCallMessage(m_aead, keys, CallDirection::ToDesk, m_link.room,
                                     {lock, seat, {}, nextCounter()}, *message::encode(what));
}

std::optional<message::ToSeat> Page::open(const Publication& publication)
{
    const auto header = sealing::readCallHeader(publication.message);
    const bool isDoor = header && header->lock == CallLock::Door;
    const bool hasKey = isDoor || m_seatKeys.has_value();
    if (!header || !hasKey || header->seat != m_place.seat) {
        return std::nullopt;
    }
    const auto plain = sealing::openCallMessage(m_aead, isDoor ? m_door : *m_seatKeys, CallDirection::ToSeat,
                                                m_link.room, publication.message);
    if (!plain || (!isDoor && header->counter <= m_seatAccepted)) {
        return std::nullopt;
    }
    auto said = message::decodeToSeat(*plain);
    if (!said) {
        return std::nullopt;
    }
    if (const auto* welcome = std::get_if<message::Welcome>(&*said)) {
        const bool isForMe = isDoor && !m_isWelcome && welcome->echo == m_echo &&
                             sealing::roomIdOf(welcome->publicKey) == m_link.room;
        auto keys = sealing::seatKeys(m_pair, welcome->publicKey, m_link.secret.view(), m_place);
        if (!isForMe || !keys) {
            return std::nullopt;
        }
        m_isWelcome = true;
        m_seatKeys = std::move(*keys);
    } else if (isDoor) {
        const auto* closed = std::get_if<message::Closed>(&*said);
        if (closed == nullptr || m_isWelcome || m_isClosed || closed->echo != m_echo) {
            return std::nullopt;
        }
        m_isClosed = true;
    }
    m_seatAccepted = isDoor ? m_seatAccepted : header->counter;
    if (std::holds_alternative<message::Offer>(*said)) {
        m_session = header->session;
    }
    return *said;
}

RoomAnswer knock(Room& room, Page& page, Moment now, const std::string& name)
{
    for (const auto& publication : room.receive(now, page.join(name)).publications) {
        (void)page.open(publication);
    }
    return page.hasSeatKeys() ? room.receive(now, page.hereFirst()) : RoomAnswer{};
}

} // namespace chevet::call::test
