// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bedside's side of the protocol, for tests: one browser with one link. What it is sent it opens as
// strictly as the page does.
#pragma once

#include "call/room.h"
#include "sealing/call_seal.h"

#include <deque>
#include <optional>

namespace chevet::call::test {

class Page
{
public:
    /// Reads the link as the page does: from its text.
    explicit Page(const std::string& linkText);

    SeatId seat() const { return m_place.seat; }
    SessionId session() const { return m_session; }

    Bytes join(const std::string& name = "Inès");
    /// Confirms the last join.
    Bytes hereFirst();
    Bytes say(const message::ToDesk& what);
    Bytes say(const message::ToDesk& what, const SessionId& session);
    /// Anything, under either lock, with any counter; for attacks.
    Bytes sealed(sealing::CallLock lock, std::uint64_t counter, const SessionId& session, View plain);
    Bytes sealedAs(const SeatId& seat, sealing::CallLock lock, const message::ToDesk& what);

    /// What the desk said, or nothing for what the page drops.
    std::optional<message::ToSeat> open(const Publication& publication);

    void setClock(std::uint64_t millis) { m_counter = millis; }
    std::uint64_t nextCounter() { return ++m_counter; }
    /// For an attacker who takes the desk's messages for his own.
    const sealing::CallKeys& seatKeys() const { return *m_seatKeys; }
    bool hasSeatKeys() const { return m_seatKeys.has_value(); }
    const message::Echo& echo() const { return m_echo; }
    sealing::CallPublicKey publicKey() const { return m_pair.publicKey(); }

private:
    CallLink m_link;
    sealing::CallKeyPair m_pair;
    sealing::CallPlace m_place;
    sealing::CallKeys m_door;
    std::optional<sealing::CallKeys> m_seatKeys;
    sealing::Aead m_aead;
    std::uint64_t m_counter = 1'795'999'000'000;
    std::uint64_t m_seatAccepted = 0;
    message::Echo m_echo{};
    bool m_isWelcome = false;
    bool m_isClosed = false;
    SessionId m_session;
};

/// Join, welcome, here, place. Returns what the last receive answered.
RoomAnswer knock(Room& room, Page& page, Moment now, const std::string& name = "Inès");

} // namespace chevet::call::test
