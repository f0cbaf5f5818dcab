// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One teleconsultation as one object: a link and its room, the broker's line, devices, and a peer for each
// seat that was let in. Every function may be called from any thread, returns at once, and is answered by
// events; the conversation lives on the media thread, beside the peers.
#pragma once

#include "call/broker.h"
#include "call/conversation.h"
#include "call/media_engine.h"
#include "call/servers.h"
#include "call/their_sending.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace chevet::call {

/// What the desk is told; seats are named as the room names them.
namespace told {

// As the conversation says them.
using effect::HidePicture;
using effect::ManyDropped;
using effect::PhotoCame;
using effect::PhotoFailed;
using effect::Said;
using effect::Waits;

struct StateChanged
{
    SeatId seat;
    CallState state = CallState::Empty;
    CallFacts facts;
};
struct Noticed
{
    SeatId seat;
    CallNotice what = CallNotice::SomebodyWaits;
};
/// Its pictures may be shown from now on; `FrameReady` says when there is one.
struct PictureShown
{
    SeatId seat;
    std::shared_ptr<FrameSlot> pictures;
};
struct FrameReady
{
    SeatId seat;
};
struct OwnFrameReady
{};
struct BrokerChanged
{
    bool isUp = false;
    BrokerFault fault = BrokerFault::None;
};
struct CameraChanged
{
    CaptureState state = CaptureState::Off;
    CaptureTrouble trouble = CaptureTrouble::None;
};
struct MicrophoneChanged
{
    CaptureState state = CaptureState::Off;
    CaptureTrouble trouble = CaptureTrouble::None;
};
/// Told once, soon after the start, if the servers name a relay: whether it gives an address with the
/// password made for it. A line that lets no UDP through needs one.
struct RelayChecked
{
    bool works = false;
};
/// About once a second for each seat with a peer.
struct LineMeasured
{
    SeatId seat;
    SendingPlan sending; ///< what the desk sends
    TheirPicture receiving = TheirPicture::Full;
    std::optional<std::chrono::milliseconds> roundTrip;
    PathKind path = PathKind::Unknown;
    double concealedShare = 0; ///< of the sound heard in the last second, 0 to 1
    CallFacts facts;
};
/// What was asked of the call could not be done; nothing has changed.
struct Declined
{
    SeatId seat;
    Error why;
};

} // namespace told

using CallEvent =
    std::variant<told::Waits, told::StateChanged, told::Noticed, told::PictureShown, told::HidePicture,
                 told::FrameReady, told::OwnFrameReady, told::Said, told::PhotoCame, told::PhotoFailed,
                 told::ManyDropped, told::BrokerChanged, told::CameraChanged, told::MicrophoneChanged,
                 told::RelayChecked, told::LineMeasured, told::Declined>;

/// Called on the media thread, one event at a time; must not wait, and must not end the call.
class CallListener
{
public:
    virtual ~CallListener() = default;
    virtual void onCall(CallEvent event) = 0;
};

struct VideoCallSettings
{
    RoomSettings room;
    CallSettings call; ///< its relays are made from the servers' secret
    BrokerTransport transport = BrokerTransport::Tls;
    CaptureSettings capture;
    bool relayOnly = false; ///< for the check before a call, and for tests
};

/// What a desk can ask of a call; a test puts one of its own in the place of VideoCall.
class CallSession
{
public:
    virtual ~CallSession() = default;

    /// What is sent to the home. Holds the link's secret.
    virtual const std::string& link() const = 0;
    virtual const std::shared_ptr<FrameSlot>& ownPicture() const = 0;

    virtual void admit(const SeatId& seat) = 0;
    virtual void refuse(const SeatId& seat, message::RefusedReason reason) = 0;
    virtual void identityAndConsentRecorded(const SeatId& seat) = 0;
    virtual void consentWithdrawn(const SeatId& seat) = 0;
    virtual void goByPhone() = 0;
    virtual void goByVideo() = 0;
    virtual void hangUp(const SeatId& seat) = 0;
    /// Whoever is there is told that it is over, nobody comes in any more, and nothing is told from now on.
    /// Waits for the media thread; answers how the line was with each seat.
    virtual std::vector<told::StateChanged> end() = 0;
    virtual void advise(const SeatId& seat, std::uint32_t list, std::vector<std::string> items) = 0;
    virtual void askPhoto(const SeatId& seat, std::string what) = 0;
    /// Once it is on the disk.
    virtual void confirmPhoto(const SeatId& seat, std::uint32_t photo) = 0;

    virtual void switchCamera(bool isOn) = 0;
    virtual void switchMicrophone(bool isOn) = 0;
};

class VideoCall final : public CallSession
{
public:
    /// Begins to listen at the broker and to capture. Listener, clock and randomness outlive the call.
    /// Errors: as Conversation::open, MediaEngine::start and CallServers::relaysUntil.
    static Result<std::unique_ptr<VideoCall>> start(VideoCallSettings settings, CallServers servers,
                                                    CallListener& listener, const Clock& clock,
                                                    sealing::Randomness& randomness);
    /// As end; every peer goes and the devices are free.
    ~VideoCall() override;
    VideoCall(const VideoCall&) = delete;
    VideoCall& operator=(const VideoCall&) = delete;

    const std::string& link() const override { return m_link; }
    const std::shared_ptr<FrameSlot>& ownPicture() const override;
    void admit(const SeatId& seat) override;
    void refuse(const SeatId& seat, message::RefusedReason reason) override;
    void identityAndConsentRecorded(const SeatId& seat) override;
    void consentWithdrawn(const SeatId& seat) override;
    void goByPhone() override;
    void goByVideo() override;
    void hangUp(const SeatId& seat) override;
    std::vector<told::StateChanged> end() override;
    void advise(const SeatId& seat, std::uint32_t list, std::vector<std::string> items) override;
    void askPhoto(const SeatId& seat, std::string what) override;
    void confirmPhoto(const SeatId& seat, std::uint32_t photo) override;
    void switchCamera(bool isOn) override;
    void switchMicrophone(bool isOn) override;

private:
    class Inside;
    explicit VideoCall(std::unique_ptr<Inside> inside);

    std::string m_link;
    std::unique_ptr<Inside> m_inside;
};

} // namespace chevet::call
