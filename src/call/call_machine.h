// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens in a call with one seat, and what is then to be done (docs/CALL.md, "The course of a call").
// Pure: inputs and outputs are values, time is handed in. What it holds to:
//   no picture of the resident is shown before identity and consent are recorded;
//   a broker that goes away takes no picture and no sound with it;
//   a peer connection is made once and never used again; what comes late from an old one is ignored;
//   hanging up ends the call and nothing else: the consultation is closed by a person, elsewhere.
#pragma once

#include "call/messages.h"
#include "call/moment.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chevet::call {

enum class CallState : std::uint8_t
{
    Empty,      ///< nobody is there
    Waiting,    ///< somebody asks to come in
    Connecting, ///< a peer connection was begun; neither picture nor sound yet
    Connected,
    Troubled,  ///< connected, and no picture for 3 seconds
    Rejoining, ///< the peer connection is gone; a new one comes when the seat, the broker or the time allows
    ByPhone,
    Ended ///< by either side; who joins now waits again
};
inline constexpr std::size_t callStates = 8;

/// What the desk is told; the sentences are the screens'.
enum class CallNotice : std::uint8_t
{
    SomebodyWaits,
    SeatGone,  ///< who waited has left, or the page was closed and may come back
    SeatQuiet, ///< nothing is heard over the broker; picture and sound may go on
    SeatBack,
    Connected,
    IdentityAndConsentOwed, ///< a picture is there and may not be shown yet
    PictureTroubled,
    PictureBack,
    Reconnecting,
    NoAnswer, ///< the seat did not answer an offer in time
    BrokerLost,
    BrokerBack,
    WentByPhone,
    EndedHere,
    EndedThere,
    OwnCameraMissing, ///< the call goes on without
    TheySeeNothing
};

namespace input {

struct Joined ///< and waits
{};
struct Returned ///< was admitted before
{};
struct AdmittedByDesk
{};
struct RefusedByDesk
{};
struct IdentityAndConsentRecorded
{};
struct ConsentWithdrawn
{};
struct OfferMade
{
    std::uint64_t peer = 0;
    std::string sdp;
};
struct OwnCandidate
{
    std::uint64_t peer = 0;
    message::Candidate candidate;
};
struct Answered ///< in the present session: the room has checked it
{
    std::string sdp;
};
struct TheirCandidate ///< likewise
{
    message::Candidate candidate;
};
struct MediaConnected
{
    std::uint64_t peer = 0;
};
struct MediaFailed
{
    std::uint64_t peer = 0;
};
struct FirstPicture
{
    std::uint64_t peer = 0;
};
struct PictureTroubled ///< by the watch: nothing for 3 seconds
{};
struct PictureLost ///< nothing for 15 seconds
{};
struct PictureBack
{};
struct SeatLeft
{
    message::LeftReason reason = message::LeftReason::ByHand;
};
struct SeatSilent
{};
struct SeatTroubled
{
    message::TroubleKind what = message::TroubleKind::ConnectionFailed;
};
struct BrokerDown
{};
struct BrokerUp
{};
struct PhoneChosen
{};
struct VideoChosen
{};
struct HungUp
{};
struct NoCamera
{};
struct TimeIsUp ///< the deadline has come
{};

} // namespace input

using CallInput =
    std::variant<input::Joined, input::Returned, input::AdmittedByDesk, input::RefusedByDesk,
                 input::IdentityAndConsentRecorded, input::ConsentWithdrawn, input::OfferMade,
                 input::OwnCandidate, input::Answered, input::TheirCandidate, input::MediaConnected,
                 input::MediaFailed, input::FirstPicture, input::PictureTroubled, input::PictureLost,
                 input::PictureBack, input::SeatLeft, input::SeatSilent, input::SeatTroubled,
                 input::BrokerDown, input::BrokerUp, input::PhoneChosen, input::VideoChosen, input::HungUp,
                 input::NoCamera, input::TimeIsUp>;

namespace output {

struct Say
{
    message::ToSeat what;
};
/// In a new session, which begins with it.
struct MakePeer
{
    std::uint64_t peer = 0;
    bool isThin = false;
};
struct DropPeer ///< and end its session
{
    std::uint64_t peer = 0;
};
struct GiveAnswer
{
    std::uint64_t peer = 0;
    std::string sdp;
};
struct GiveCandidate
{
    std::uint64_t peer = 0;
    message::Candidate candidate;
};
struct ShowPicture
{
    std::uint64_t peer = 0;
};
struct HidePicture
{};
/// The seat has to ask again.
struct Release
{};
struct Tell
{
    CallNotice what = CallNotice::SomebodyWaits;
};

} // namespace output

using CallOutput =
    std::variant<output::Say, output::MakePeer, output::DropPeer, output::GiveAnswer, output::GiveCandidate,
                 output::ShowPicture, output::HidePicture, output::Release, output::Tell>;

struct CallSettings
{
    message::Admitted clinician; ///< who greets the seat
    std::string telephone;       ///< what the team calls when the picture fails
    std::vector<message::RelayServer> relays;
    bool isThin = false; ///< the line is known to be: start low
};

class CallMachine
{
public:
    static constexpr std::chrono::seconds connectingTime{15};

    explicit CallMachine(CallSettings settings) : m_settings(std::move(settings)) {}

    std::vector<CallOutput> handle(Moment now, const CallInput& what);
    /// When TimeIsUp is due.
    std::optional<Moment> deadline() const { return m_deadline; }

    CallState state() const { return m_state; }
    bool isPictureShown() const { return m_isShown; }
    bool hasIdentityAndConsent() const { return m_hasConsent; }
    /// Fresh credentials, for the next peer connection.
    void setRelays(std::vector<message::RelayServer> relays) { m_settings.relays = std::move(relays); }
    void setThin(bool isThin) { m_settings.isThin = isThin; }

private:
    void on(const input::Joined&);
    void on(const input::Returned&);
    void on(const input::AdmittedByDesk&);
    void on(const input::RefusedByDesk&);
    void on(const input::IdentityAndConsentRecorded&);
    void on(const input::ConsentWithdrawn&);
    void on(const input::OfferMade& made);
    void on(const input::OwnCandidate& own);
    void on(const input::Answered& answered);
    void on(const input::TheirCandidate& theirs);
    void on(const input::MediaConnected& connected);
    void on(const input::MediaFailed& failed);
    void on(const input::FirstPicture& first);
    void on(const input::PictureTroubled&);
    void on(const input::PictureLost&);
    void on(const input::PictureBack&);
    void on(const input::SeatLeft& left);
    void on(const input::SeatSilent&);
    void on(const input::SeatTroubled& trouble);
    void on(const input::BrokerDown&);
    void on(const input::BrokerUp&);
    void on(const input::PhoneChosen&);
    void on(const input::VideoChosen&);
    void on(const input::HungUp&);
    void on(const input::NoCamera&);
    void on(const input::TimeIsUp&);

    void say(message::ToSeat what);
    void tell(CallNotice what) { m_outputs.emplace_back(output::Tell{what}); }
    void connect();
    void reconnect();
    void awaitSeat();
    void dropPeer();
    void showIfAllowed();
    void hide();
    void end(CallNotice how);
    bool isPresent(std::uint64_t peer) const { return m_peer == peer; }
    bool hasMedia() const { return m_state == CallState::Connected || m_state == CallState::Troubled; }
    bool isInCall() const
    {
        return hasMedia() || m_state == CallState::Connecting || m_state == CallState::Rejoining;
    }

    CallSettings m_settings;
    Moment m_now{};
    CallState m_state = CallState::Empty;
    std::vector<CallOutput> m_outputs;
    std::optional<std::uint64_t> m_peer;
    std::uint64_t m_peersMade = 0;
    std::optional<Moment> m_deadline;
    std::size_t m_failures = 0; ///< since the last time that media came through
    bool m_isBrokerUp = true;
    bool m_isSomebodyThere = false; ///< waits or was admitted, seen from ByPhone
    bool m_isAdmitted = false;
    bool m_hasConsent = false;
    bool m_hasAnswer = false;
    bool m_hasPicture = false; ///< of the present peer
    bool m_isShown = false;
    bool m_triesAgain = false; ///< while rejoining: by itself, or only when the seat is back
};

/// "connecting", for logs and tests.
std::string_view stateName(CallState state);

} // namespace chevet::call
