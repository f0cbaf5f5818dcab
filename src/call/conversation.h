// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One room with the calls of all its seats: hands to each machine what the room, the media and the desk have
// for it, and says what is then to be done, as values. The broker and the media are whoever calls; nothing
// here waits. One thread at a time.
#pragma once

#include "call/call_machine.h"
#include "call/call_record.h"
#include "call/congestion.h"
#include "call/photo_intake.h"
#include "call/picture_watch.h"
#include "call/room.h"
#include "call/sending_ladder.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace chevet::call {

namespace effect {

struct Publish
{
    std::string topic;
    Bytes bytes;
};
struct MakePeer
{
    SeatId seat;
    std::uint64_t peer = 0; ///< used once in a conversation
    std::vector<message::RelayServer> relays;
    bool isThin = false;
};
struct DropPeer
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
struct SetSending
{
    std::uint64_t peer = 0;
    SendingPlan plan;
    int targetBitsPerSecond = 0; ///< for the retransmission bucket
};
struct ShowPicture
{
    SeatId seat;
    std::uint64_t peer = 0;
};
struct HidePicture
{
    SeatId seat;
};
struct Tell
{
    SeatId seat;
    CallNotice what = CallNotice::SomebodyWaits;
};
struct Waits
{
    SeatId seat;
    message::Join who;
    bool isSecondDevice = false;
    bool isAgain = false; ///< nothing to announce; what it says of itself may have changed
};
/// What the desk's screen is interested in: state, trouble, what was repeated, a photo refused.
struct Said
{
    SeatId seat;
    message::ToDesk what;
};
/// Whole and checked. Once it is on the disk, `confirmPhoto`.
struct PhotoCame
{
    SeatId seat;
    std::uint32_t photo = 0;
    Bytes jpeg;
    std::string what = {}; ///< it was asked of
};
struct PhotoFailed
{
    SeatId seat;
    std::uint32_t photo = 0;
    message::PhotoFault fault = message::PhotoFault::Damaged;
};
struct ManyDropped
{
    std::uint64_t total = 0;
};

} // namespace effect

using Effect = std::variant<effect::Publish, effect::MakePeer, effect::DropPeer, effect::GiveAnswer,
                            effect::GiveCandidate, effect::SetSending, effect::ShowPicture,
                            effect::HidePicture, effect::Tell, effect::Waits, effect::Said, effect::PhotoCame,
                            effect::PhotoFailed, effect::ManyDropped>;
using Effects = std::vector<Effect>;

class Conversation
{
public:
    /// Errors: as Room::open.
    static Result<std::unique_ptr<Conversation>> open(const RoomSettings& room, const CallSettings& call,
                                                      Moment now, const Clock& clock,
                                                      sealing::Randomness& randomness);
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    const CallLink& link() const { return m_room->link(); }
    const DropCounts& drops() const { return m_room->drops(); }
    /// Empty for a seat that is not known.
    CallState stateOf(const SeatId& seat) const;
    CallFacts factsOf(const SeatId& seat, Moment now) const;

    // ---- from the broker
    Effects brokerMessage(Moment now, View message, bool isRetained);
    Effects brokerChanged(Moment now, bool isUp);

    // ---- from the desk; what can't be done now is NotNow, a seat that is not there NotFound
    Result<Effects> admit(Moment now, const SeatId& seat);
    Result<Effects> refuse(Moment now, const SeatId& seat, message::RefusedReason reason);
    /// For the picture of this seat.
    Effects identityAndConsentRecorded(Moment now, const SeatId& seat);
    Effects consentWithdrawn(Moment now, const SeatId& seat);
    Effects goByPhone(Moment now);
    Effects goByVideo(Moment now);
    /// One seat, or all of them; the link stays good until it expires.
    Effects hangUp(Moment now, const SeatId& seat);
    Effects hangUp(Moment now);
    /// Nobody comes in any more.
    Effects close(Moment now);
    Effects ownCameraMissing(Moment now);
    /// Anything that touches no state: advice, going on, a measure.
    Result<Effects> say(Moment now, const SeatId& seat, const message::ToSeat& what);
    Result<Effects> askPhoto(Moment now, const SeatId& seat, std::string_view what, std::uint32_t largest);
    Result<Effects> confirmPhoto(const SeatId& seat, std::uint32_t photo);
    /// Fresh credentials for the connections to come.
    void setRelays(const std::vector<message::RelayServer>& relays);

    // ---- from the media; a peer that was dropped says nothing
    Effects offerMade(Moment now, std::uint64_t peer, std::string sdp);
    Effects candidateFound(Moment now, std::uint64_t peer, message::Candidate candidate);
    Effects mediaConnected(Moment now, std::uint64_t peer);
    Effects mediaFailed(Moment now, std::uint64_t peer);
    /// A few times a second, with the sum since the peer began.
    Effects picturesDecoded(Moment now, std::uint64_t peer, std::uint64_t count);
    Effects packetsReported(Moment now, std::uint64_t peer, std::span<const PacketReport> reports);
    Effects channelMessage(Moment now, std::uint64_t peer, View message);

    /// Ten times a second or so.
    Effects tick(Moment now);

private:
    struct SeatCall;
    Conversation(std::unique_ptr<Room> room, CallSettings settings);

    SeatCall& callOf(const SeatId& seat);
    SeatCall* find(const SeatId& seat) const;
    SeatCall* findPeer(std::uint64_t peer) const;
    void give(Moment now, SeatCall& call, const CallInput& what, Effects& effects);
    void giveAll(Moment now, const CallInput& what, Effects& effects);
    void carryOut(SeatCall& call, CallOutput& what, Effects& effects);
    static void follow(Moment now, SeatCall& call, CallState before);
    void take(Moment now, RoomAnswer answer, Effects& effects);
    void heard(Moment now, SeatCall& call, message::ToDesk what, Effects& effects);
    void beginPeer(SeatCall& call, const output::MakePeer& made, Effects& effects);
    void endPeer(SeatCall& call, Effects& effects);
    void photoFailed(SeatCall& call, message::PhotoFault fault, Effects& effects);
    void publish(Publication publication, Effects& effects) const;
    static void plan(Moment now, SeatCall& call, const std::optional<LineSample>& sample, Effects& effects);

    std::unique_ptr<Room> m_room;
    CallSettings m_settings;
    bool m_isBrokerUp = true;
    std::uint64_t m_peers = 0;
    std::uint32_t m_photos = 0;
    std::map<SeatId, std::unique_ptr<SeatCall>> m_calls;
};

} // namespace chevet::call
