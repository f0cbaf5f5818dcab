// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What goes in and out of the media thread: requests, events and measurements as values. No address and no
// password has a text form here that could be logged.
#pragma once

#include "call/devices.h"
#include "foundation/bytes.h"
#include "foundation/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chevet::call {

/// A peer connection of an engine; given by whoever asks for it, never used twice.
using PeerNumber = std::uint64_t;

// ---- what is captured

enum class PictureFrom
{
    Nothing, ///< a still picture stands in
    Camera,  ///< `id`: of a Device; empty = the first
    File,    ///< `id`: its path; played again and again
    Pattern, ///< `id`: a pattern of videotestsrc
};
struct PictureSource
{
    PictureFrom from = PictureFrom::Camera;
    std::string id = {};
    int width = 640;
    int height = 480;
    int framesPerSecond = 30;
    bool hasClock = false; ///< burns frame_clock in
};

enum class SoundFrom
{
    Nothing,    ///< silence stands in
    Microphone, ///< `id`: of a Device; empty = the default
    File,
    Tone
};
struct SoundSource
{
    SoundFrom from = SoundFrom::Microphone;
    std::string id = {};
    double toneHertz = 440;
};

enum class SoundTo
{
    Nowhere, ///< played by the clock, heard by nobody
    Loudspeaker
};
struct SoundOutput
{
    SoundTo to = SoundTo::Loudspeaker;
    std::string id = {};
    bool cancelsEcho = true; ///< where the elements exist
};

struct CaptureSettings
{
    PictureSource picture = {};
    SoundSource sound = {};
    SoundOutput output = {};
};

// ---- one peer

/// As the page gets it: "turn:host:3478?transport=udp", "turns:…", "stun:…".
struct Relay
{
    std::string url;
    std::string user;
    std::string password;
};

struct SendingSettings
{
    int pictureBitsPerSecond = 350'000;
    int framesPerSecond = 30;
    int sizeDivisor = 1;                                  ///< 1, 2, 4
    std::optional<std::chrono::milliseconds> stillsEvery; ///< instead of moving pictures
    std::optional<int> stillPaceBitsPerSecond = {};       ///< a still's packets leave no faster
    int soundBitsPerSecond = 32'000;
    int soundFrameMilliseconds = 20; ///< 20, 40, 60

    bool operator==(const SendingSettings&) const = default;
};

struct ReceivingSettings
{
    std::chrono::milliseconds pictureLatency{500}; ///< how long a missing packet is waited for
    std::chrono::milliseconds soundLatency{300};
    std::chrono::milliseconds feedbackInterval{50};
    bool repeatsSound = true; ///< asks for lost sound packets again; off on thin lines
};

/// Says whether a packet may be sent once more. Called on a streaming thread.
class RetransmissionLimit
{
public:
    virtual ~RetransmissionLimit() = default;
    virtual bool allows(std::size_t bytes, std::chrono::microseconds now) = 0;
};

struct PeerSettings
{
    std::vector<Relay> relays = {};
    bool relayOnly = false;
    SendingSettings sending = {};
    ReceivingSettings receiving = {};
    std::shared_ptr<RetransmissionLimit> retransmission = nullptr; ///< nothing: unlimited
    bool tellsSound = false;             ///< SoundHeard events, for tests and checks
    std::size_t largestMessage = 65'536; ///< of the data channel, inwards
};

// ---- events

struct DevicesListed
{
    std::vector<Device> devices;
    bool isComplete = true; ///< false: the system would not say
};
struct DeviceChanged
{
    Device device;
    bool isThere = false;
};

enum class CaptureState
{
    Running,
    Off,     ///< switched off: the device is free for others
    StandIn, ///< a still picture or silence, for the reason given
};
enum class CaptureTrouble
{
    None,
    Missing, ///< no such device
    Failed,  ///< busy, unplugged or broken
    Ended    ///< the file
};
struct PictureCaptured
{
    CaptureState state = CaptureState::Off;
    CaptureTrouble trouble = CaptureTrouble::None;
};
struct SoundCaptured
{
    CaptureState state = CaptureState::Off;
    CaptureTrouble trouble = CaptureTrouble::None;
};
struct OwnFrameReady
{};

struct OfferMade
{
    PeerNumber peer = 0;
    std::string sdp;
};
struct CandidateFound
{
    PeerNumber peer = 0;
    std::string line; ///< empty: there are no more
    unsigned mediaLine = 0;
};
/// No error comes from a relay that refused: none among `relayed` says it.
struct CandidatesGathered
{
    PeerNumber peer = 0;
    int direct = 0;
    int reflexive = 0;
    int relayed = 0;
};
enum class ConnectionState
{
    New,
    Connecting,
    Connected,
    Disconnected,
    Failed,
    Closed
};
struct ConnectionChanged
{
    PeerNumber peer = 0;
    ConnectionState state = ConnectionState::New;
};
struct FrameReady
{
    PeerNumber peer = 0;
};
struct SoundHeard
{
    PeerNumber peer = 0;
    std::vector<std::int16_t> samples; ///< 48 kHz, one channel
};
struct PhotoChannelOpen
{
    PeerNumber peer = 0;
};
struct MessageArrived
{
    PeerNumber peer = 0;
    Bytes bytes;
};
/// Larger than allowed, or text: it was thrown away.
struct MessageRefused
{
    PeerNumber peer = 0;
    std::size_t bytes = 0;
};
enum class PeerTrouble
{
    AnswerRefused,
    CandidateRefused, ///< the connection goes on without it
    RelayRefused,     ///< its address can't be used; the connection goes on without it
    MediaFailed,
    Unavailable ///< elements are missing
};
struct PeerFailed
{
    PeerNumber peer = 0;
    PeerTrouble trouble = PeerTrouble::MediaFailed;
    Error error = {};
};

/// What the other side saw of one packet that was sent.
struct PacketSeen
{
    std::uint16_t number = 0; ///< transport-wide
    std::uint32_t bytes = 0;
    std::int64_t sentMicroseconds = 0;                    ///< this machine's clock
    std::optional<std::int64_t> arrivedMicroseconds = {}; ///< the other's clock; nothing: it did not arrive
};
struct FeedbackArrived
{
    PeerNumber peer = 0;
    std::int64_t nowMicroseconds = 0;
    std::vector<PacketSeen> packets;
};

enum class PathKind
{
    Unknown,
    Direct,
    Reflexive,
    Relayed
};
/// Sums since the start; whoever wants rates takes differences.
struct PeerStatistics
{
    PeerNumber peer = 0;
    std::int64_t atMicroseconds = 0;
    std::uint64_t bytesSent = 0; ///< RTP, retransmissions included
    std::uint64_t bytesReceived = 0;
    std::uint64_t packetsSent = 0;
    std::uint64_t packetsRepeated = 0;
    std::uint64_t repeatsWithheld = 0; ///< by the limit
    std::uint64_t picturesDecoded = 0; ///< what the watchdog watches
    std::uint64_t picturesOffered = 0; ///< to the encoder
    std::uint64_t picturesSent = 0;    ///< by it: fewer, if it can't keep up
    std::uint64_t soundSamples = 0;
    std::uint64_t soundSamplesConcealed = 0;
    std::optional<double> lossThere; ///< of what is sent, 0–1, by the other's reports
    std::optional<std::chrono::microseconds> roundTrip;
    PathKind path = PathKind::Unknown;
};

using MediaEvent = std::variant<DevicesListed, DeviceChanged, PictureCaptured, SoundCaptured, OwnFrameReady,
                                OfferMade, CandidateFound, CandidatesGathered, ConnectionChanged, FrameReady,
                                SoundHeard, PhotoChannelOpen, MessageArrived, MessageRefused, PeerFailed,
                                FeedbackArrived, PeerStatistics>;

/// Called on the media thread, one event at a time; must not wait and must not call back into the engine's
/// destructor.
class MediaListener
{
public:
    virtual ~MediaListener() = default;
    virtual void onMedia(MediaEvent event) = 0;
};

} // namespace chevet::call
