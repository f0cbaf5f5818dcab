// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/call_machine.h"

#include <algorithm>
#include <array>

namespace chevet::call {
namespace {

/// Before the second attempt, the third…; the first comes at once.
constexpr std::array pauses{std::chrono::seconds(2), std::chrono::seconds(4), std::chrono::seconds(8),
                            std::chrono::seconds(15)};

} // namespace

std::string_view stateName(CallState state)
{
    constexpr std::array<std::string_view, callStates> names{
        "empty", "waiting", "connecting", "connected", "troubled", "rejoining", "by phone", "ended"};
    return names[static_cast<std::size_t>(state)];
}

std::vector<CallOutput> CallMachine::handle(Moment now, const CallInput& what)
{
    m_now = now;
    m_outputs.clear();
    std::visit([this](const auto& one) { on(one); }, what);
    return std::move(m_outputs);
}

// ---- what several inputs lead to

void CallMachine::say(message::ToSeat what)
{
    // While the broker is away nothing is kept for later: by then it would no longer be true.
    if (m_isBrokerUp) {
        m_outputs.emplace_back(output::Say{std::move(what)});
    }
}

void CallMachine::connect()
{
    dropPeer();
    m_triesAgain = true;
    if (!m_isBrokerUp) {
        m_state = CallState::Rejoining;
        m_deadline.reset();
        return;
    }
    say(m_settings.clinician); // a page that was loaded again knows nobody
    m_peer = ++m_peersMade;
    m_outputs.emplace_back(output::MakePeer{*m_peer, m_settings.isThin});
    m_state = CallState::Connecting;
    m_deadline = m_now + connectingTime;
}

void CallMachine::reconnect()
{
    tell(CallNotice::Reconnecting);
    if (m_failures++ == 0) {
        connect();
        return;
    }
    dropPeer();
    m_triesAgain = true;
    m_state = CallState::Rejoining;
    m_deadline = m_now + pauses[std::min(m_failures - 2, pauses.size() - 1)];
}

/// Nobody answers there: only the seat itself brings it back.
void CallMachine::awaitSeat()
{
    dropPeer();
    m_triesAgain = false;
    m_state = CallState::Rejoining;
    m_deadline.reset();
    tell(CallNotice::SeatGone);
}

void CallMachine::dropPeer()
{
    hide();
    if (m_peer) {
        m_outputs.emplace_back(output::DropPeer{*m_peer});
    }
    m_peer.reset();
    m_hasAnswer = false;
    m_hasPicture = false;
}

void CallMachine::showIfAllowed()
{
    if (!m_peer || !m_hasPicture || m_isShown || !hasMedia()) {
        return;
    }
    if (!m_hasConsent) {
        tell(CallNotice::IdentityAndConsentOwed);
        return;
    }
    m_isShown = true;
    m_outputs.emplace_back(output::ShowPicture{*m_peer});
}

void CallMachine::hide()
{
    if (m_isShown) {
        m_outputs.emplace_back(output::HidePicture{});
    }
    m_isShown = false;
}

void CallMachine::end(CallNotice how)
{
    dropPeer();
    m_outputs.emplace_back(output::Release{});
    m_state = CallState::Ended;
    m_deadline.reset();
    m_failures = 0;
    m_isSomebodyThere = false;
    m_isAdmitted = false;
    m_hasConsent = false; // whoever comes next may be at another bed
    tell(how);
}

// ---- coming in

void CallMachine::on(const input::Joined&)
{
    if (isInCall()) {
        return;
    }
    const bool isNew = !m_isSomebodyThere; // who waits knocks again now and then
    m_isSomebodyThere = true;
    m_isAdmitted = false;
    if (m_state != CallState::ByPhone) {
        m_state = CallState::Waiting;
    }
    if (isNew) {
        tell(CallNotice::SomebodyWaits);
    }
}

void CallMachine::on(const input::Returned&)
{
    if (!m_isAdmitted) {
        return;
    }
    tell(CallNotice::SeatBack);
    if (m_state == CallState::ByPhone) {
        m_isSomebodyThere = true;
        say(m_settings.clinician);
        say(message::GoingByPhone{m_settings.telephone});
        return;
    }
    m_failures = 0;
    connect();
}

void CallMachine::on(const input::AdmittedByDesk&)
{
    if (m_state != CallState::Waiting) {
        return;
    }
    m_isAdmitted = true;
    m_failures = 0;
    connect();
}

void CallMachine::on(const input::RefusedByDesk&)
{
    if (m_isAdmitted) {
        return;
    }
    m_isSomebodyThere = false;
    if (m_state == CallState::Waiting) {
        m_state = CallState::Empty;
    }
}

void CallMachine::on(const input::IdentityAndConsentRecorded&)
{
    if (m_state == CallState::Empty || m_state == CallState::Ended) {
        return;
    }
    m_hasConsent = true;
    showIfAllowed();
}

void CallMachine::on(const input::ConsentWithdrawn&)
{
    m_hasConsent = false;
    hide();
}

// ---- negotiation

void CallMachine::on(const input::OfferMade& made)
{
    if (isPresent(made.peer) && m_state == CallState::Connecting) {
        say(message::Offer{made.sdp, m_settings.relays, m_settings.isThin});
    }
}

void CallMachine::on(const input::OwnCandidate& own)
{
    if (isPresent(own.peer)) {
        say(own.candidate);
    }
}

void CallMachine::on(const input::Answered& answered)
{
    if (m_peer && !m_hasAnswer) {
        m_hasAnswer = true;
        m_outputs.emplace_back(output::GiveAnswer{*m_peer, answered.sdp});
    }
}

void CallMachine::on(const input::TheirCandidate& theirs)
{
    if (m_peer) {
        m_outputs.emplace_back(output::GiveCandidate{*m_peer, theirs.candidate});
    }
}

// ---- picture and sound

void CallMachine::on(const input::MediaConnected& connected)
{
    if (!isPresent(connected.peer) || m_state != CallState::Connecting) {
        return;
    }
    m_state = CallState::Connected;
    m_deadline.reset();
    tell(CallNotice::Connected);
}

void CallMachine::on(const input::MediaFailed& failed)
{
    if (isPresent(failed.peer)) {
        reconnect();
    }
}

void CallMachine::on(const input::FirstPicture& first)
{
    if (!isPresent(first.peer)) {
        return;
    }
    on(input::MediaConnected{first.peer});
    m_failures = 0;
    m_hasPicture = true;
    showIfAllowed();
}

void CallMachine::on(const input::PictureTroubled&)
{
    if (m_state != CallState::Connected) {
        return;
    }
    m_state = CallState::Troubled;
    say(message::Frozen{true, m_settings.telephone});
    tell(CallNotice::PictureTroubled);
}

void CallMachine::on(const input::PictureLost&)
{
    if (hasMedia()) {
        reconnect();
    }
}

void CallMachine::on(const input::PictureBack&)
{
    if (m_state != CallState::Troubled) {
        return;
    }
    m_state = CallState::Connected;
    say(message::Frozen{false, m_settings.telephone});
    tell(CallNotice::PictureBack);
}

// ---- going

void CallMachine::on(const input::SeatLeft& left)
{
    if (m_state == CallState::Waiting) {
        m_state = CallState::Empty;
        m_isSomebodyThere = false;
        tell(CallNotice::SeatGone);
    } else if (m_state == CallState::ByPhone) {
        m_isSomebodyThere = false;
    } else if (isInCall()) {
        left.reason == message::LeftReason::ByHand ? end(CallNotice::EndedThere) : awaitSeat();
    }
}

void CallMachine::on(const input::SeatSilent&)
{
    if (hasMedia()) {
        tell(CallNotice::SeatQuiet);
    } else if (m_state == CallState::ByPhone) {
        m_isSomebodyThere = false;
    } else if (m_state == CallState::Waiting) {
        m_state = CallState::Empty;
        m_isSomebodyThere = false;
        tell(CallNotice::SeatGone);
    } else if (isInCall()) {
        awaitSeat();
    }
}

void CallMachine::on(const input::SeatTroubled& trouble)
{
    if (trouble.what == message::TroubleKind::NoPictureFromYou && hasMedia()) {
        tell(CallNotice::TheySeeNothing);
    } else if (trouble.what == message::TroubleKind::ConnectionFailed && m_peer) {
        reconnect();
    }
}

void CallMachine::on(const input::BrokerDown&)
{
    if (!m_isBrokerUp) {
        return;
    }
    m_isBrokerUp = false;
    tell(CallNotice::BrokerLost);
    if (m_state == CallState::Connecting && !m_hasAnswer) {
        connect(); // which waits for the broker
    }
}

void CallMachine::on(const input::BrokerUp&)
{
    if (m_isBrokerUp) {
        return;
    }
    m_isBrokerUp = true;
    tell(CallNotice::BrokerBack);
    if (m_state == CallState::Rejoining && m_triesAgain) {
        connect();
    }
}

void CallMachine::on(const input::PhoneChosen&)
{
    if (m_state == CallState::ByPhone) {
        return;
    }
    dropPeer();
    if (m_isSomebodyThere) {
        say(message::GoingByPhone{m_settings.telephone});
    }
    m_state = CallState::ByPhone;
    m_deadline.reset();
    tell(CallNotice::WentByPhone);
}

void CallMachine::on(const input::VideoChosen&)
{
    if (m_state != CallState::ByPhone) {
        return;
    }
    if (m_isAdmitted) {
        m_failures = 0;
        m_isSomebodyThere ? connect() : awaitSeat();
    } else {
        m_state = m_isSomebodyThere ? CallState::Waiting : CallState::Empty;
    }
}

void CallMachine::on(const input::HungUp&)
{
    if (m_state == CallState::Ended) {
        return;
    }
    if (m_isSomebodyThere) {
        say(message::Closed{message::ClosedReason::Ended, {}});
    }
    end(CallNotice::EndedHere);
}

void CallMachine::on(const input::NoCamera&)
{
    if (m_state != CallState::Ended) {
        tell(CallNotice::OwnCameraMissing);
    }
}

void CallMachine::on(const input::TimeIsUp&)
{
    if (!m_deadline || m_now < *m_deadline) {
        return;
    }
    m_deadline.reset();
    if (m_state == CallState::Connecting) {
        tell(CallNotice::NoAnswer);
        reconnect();
    } else if (m_state == CallState::Rejoining && m_triesAgain) {
        connect();
    }
}

} // namespace chevet::call
