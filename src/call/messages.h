// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What desk and bedside say to each other, as values: one struct for each message of docs/CALL.md, in strict
// CBOR. What is longer than allowed, of another type, or unknown by its number is refused on both ways; an
// unknown key in a known message is left aside.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "sealing/call_keys.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chevet::call::message {

/// Names the join that a welcome answers and that a `here` confirms.
using Echo = std::array<std::uint8_t, 16>;

// Every number below goes over the wire: never renumber.

enum class Function : std::uint8_t
{
    Nurse = 1,
    CareAssistant,
    Physician,
    Psychologist,
    FamilyOrFriend,
    Interpreter,
    Other
};
enum class Language : std::uint8_t
{
    English,
    French
};
enum class Facing : std::uint8_t
{
    Unknown,
    User,
    Environment
};
enum class LeftReason : std::uint8_t
{
    ByHand = 1,
    PageClosed ///< or loaded again: the seat may be back in a second
};
enum class TroubleKind : std::uint8_t
{
    NoCamera = 1,
    NoMicrophone,
    CameraLost,
    MicrophoneLost,
    ConnectionFailed,
    NoPictureFromYou
};
enum class PhotoRefusal : std::uint8_t
{
    ByHand = 1,
    NoCamera,
    TooLarge
};
enum class RefusedReason : std::uint8_t
{
    NotTheRightPerson = 1,
    RoomIsFull,
    Ended
};
enum class ClosedReason : std::uint8_t
{
    Ended = 1,
    Expired
};
enum class PhotoFault : std::uint8_t
{
    Size = 1,
    Type,
    Damaged
};
enum class PlaceKind : std::uint8_t
{
    Wait = 1,
    ComeIn
};

// ---- to the desk

struct Join ///< under the door's lock, so by anybody who has the link, until a Here confirms it
{
    sealing::CallPublicKey publicKey{};
    Echo echo{};
    std::string name;
    Function function = Function::Nurse;
    std::string whoElse;
    Language language = Language::French;
    bool cameraWorks = false;
    bool microphoneWorks = false;
    std::uint32_t joinsBefore = 0;
    std::uint32_t pageVersion = 0;
    bool operator==(const Join&) const = default;
};
struct Here
{
    bool cameraOn = false;
    bool microphoneOn = false;
    std::optional<std::uint32_t> millisSincePicture;
    std::optional<Echo> confirms;
    bool operator==(const Here&) const = default;
};
struct Answer
{
    std::string sdp;
    bool operator==(const Answer&) const = default;
};
struct Candidate ///< both ways
{
    std::string line; ///< empty: the last
    std::uint8_t mediaLine = 0;
    bool operator==(const Candidate&) const = default;
};
struct State
{
    bool cameraOn = false;
    bool microphoneOn = false;
    std::uint8_t cameras = 0;
    Facing facing = Facing::Unknown;
    std::optional<bool> heardLoudspeaker;
    bool operator==(const State&) const = default;
};
struct Left
{
    LeftReason reason = LeftReason::ByHand;
    bool operator==(const Left&) const = default;
};
struct Trouble
{
    TroubleKind what = TroubleKind::NoCamera;
    bool operator==(const Trouble&) const = default;
};
struct Repeated
{
    std::uint32_t list = 0;
    std::vector<std::uint8_t> items;
    bool operator==(const Repeated&) const = default;
};
struct PhotoRefused
{
    std::uint32_t photo = 0;
    PhotoRefusal reason = PhotoRefusal::ByHand;
    bool operator==(const PhotoRefused&) const = default;
};
struct PhotoHeader ///< through the data channel; always image/jpeg
{
    std::uint32_t photo = 0;
    std::uint32_t size = 0;
    Sha256 digest{};
    bool operator==(const PhotoHeader&) const = default;
};

// ---- to the seat

struct Welcome ///< under the door's lock
{
    Echo echo{};
    sealing::CallPublicKey publicKey{};
    bool operator==(const Welcome&) const = default;
};
struct Admitted
{
    std::string name;
    Function function = Function::Physician;
    bool residentView = true;
    bool operator==(const Admitted&) const = default;
};
struct Refused
{
    RefusedReason reason = RefusedReason::NotTheRightPerson;
    bool operator==(const Refused&) const = default;
};
struct RelayServer
{
    std::string url;
    std::optional<std::string> user;
    std::optional<std::string> password;
    bool operator==(const RelayServer&) const = default;
};
struct Offer
{
    std::string sdp;
    std::vector<RelayServer> relays;
    bool isThin = false;
    bool operator==(const Offer&) const = default;
};
struct Frozen
{
    bool isFrozen = false;
    std::string telephone;
    bool operator==(const Frozen&) const = default;
};
struct PhotoPlease
{
    std::uint32_t photo = 0;
    std::string what;
    std::uint32_t largest = 0; ///< bytes
    bool operator==(const PhotoPlease&) const = default;
};
struct Advice
{
    std::uint32_t list = 0;
    std::vector<std::string> items;
    bool operator==(const Advice&) const = default;
};
struct GoingByPhone
{
    std::string telephone;
    bool operator==(const GoingByPhone&) const = default;
};
struct Closed
{
    ClosedReason reason = ClosedReason::Ended;
    std::optional<Echo> echo; ///< given exactly under the door's lock
    bool operator==(const Closed&) const = default;
};
struct Measure
{
    std::uint32_t bitsPerSecond = 0;
    std::uint8_t picturesPerSecond = 0; ///< 0: stills
    std::uint8_t sizeDivisor = 1;       ///< 1, 2, 4
    bool operator==(const Measure&) const = default;
};
struct PhotoArrived
{
    std::uint32_t photo = 0;
    bool isKept = false;
    std::optional<PhotoFault> fault;
    bool operator==(const PhotoArrived&) const = default;
};
struct Place ///< answers the Here that confirms a join
{
    std::uint64_t deskSeconds = 0; ///< since 1970
    PlaceKind place = PlaceKind::Wait;
    std::string team;
    std::string telephone;
    bool operator==(const Place&) const = default;
};

// The order is that of the numbers: 1, 2, 3… and 101, 102, 103…
using ToDesk =
    std::variant<Join, Here, Answer, Candidate, State, Left, Trouble, Repeated, PhotoRefused, PhotoHeader>;
using ToSeat = std::variant<Welcome, Admitted, Refused, Offer, Candidate, Frozen, PhotoPlease, Advice,
                            GoingByPhone, Closed, Measure, PhotoArrived, Place>;

inline constexpr std::uint32_t largestPhoto = 8u * 1024 * 1024;
inline constexpr std::size_t longestName = 80;
inline constexpr std::size_t longestTelephone = 32;
inline constexpr std::size_t longestAdvice = 300;

/// Errors: OutOfRange; its place names the key, its number is the message's.
Result<Bytes> encode(const ToDesk& message);
Result<Bytes> encode(const ToSeat& message);

/// Errors: those of cbor::check; BadInput and OutOfRange as above; UnknownName for a number that this
/// direction does not have.
Result<ToDesk> decodeToDesk(View plain);
Result<ToSeat> decodeToSeat(View plain);

/// True for what belongs to one peer connection and carries its session.
bool isOfSession(const ToDesk& message);
bool isOfSession(const ToSeat& message);

/// The longest beginning that fits into so many bytes, cut between characters.
std::string cutText(std::string_view text, std::size_t longest);

} // namespace chevet::call::message
