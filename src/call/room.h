// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One link's room as the desk keeps it: who asks to come in, who waits, who was let in; what each seat says,
// opened and checked; what is said to it, sealed. Knows no broker and no picture: bytes in, values and bytes
// out. Whatever does not open, is old, or was not to be said there is dropped and counted, and changes
// nothing. One thread at a time.
#pragma once

#include "call/counters.h"
#include "call/link.h"
#include "call/messages.h"
#include "sealing/call_seal.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chevet::call {

using sealing::SessionId;

struct RoomSettings
{
    std::string host;
    std::chrono::seconds lifetime{std::chrono::hours(1)};
    std::string team;
    std::string telephone; ///< where the home reaches the team
    std::size_t mostAdmitted = 3;
};

enum class SeatState : std::uint8_t
{
    Unconfirmed, ///< joined, and has not yet proved that the seat's key is its own
    Waiting,
    Admitted,
    Refused,
    Gone ///< left, fell silent while waiting, or was sent away
};

struct Publication
{
    SeatId seat;
    Bytes message;
};

/// Somebody asks to come in, for the first time or again.
struct SeatWaits
{
    SeatId seat;
    message::Join who;
    bool isSecondDevice = false; ///< another seat waits or was admitted: the link is open on two devices
    bool isAgain = false;        ///< it waited before: pages knock once a minute
};
/// Who was admitted is back after a reload or a loss: a new peer connection is owed.
struct SeatReturned
{
    SeatId seat;
    message::Join who;
};
struct SeatSaid
{
    SeatId seat;
    message::ToDesk what;
};
/// Nothing was heard for 30 seconds while the broker was there.
struct SeatSilent
{
    SeatId seat;
    bool wasAdmitted = false;
};
/// 200 within a minute.
struct ManyDropped
{
    std::uint64_t total = 0;
};
using RoomEvent = std::variant<SeatWaits, SeatReturned, SeatSaid, SeatSilent, ManyDropped>;

struct RoomAnswer
{
    std::vector<RoomEvent> events;
    std::vector<Publication> publications;
};

class PhotoIntake;

class Room
{
public:
    static constexpr std::size_t mostWaiting = 8;
    static constexpr std::size_t mostUnconfirmed = 16;
    static constexpr std::size_t mostJoinsAMinute = 20;
    static constexpr std::chrono::seconds silence{30};

    /// The clock gives the expiry that the link shows and where counters start; nothing that lasts hangs on
    /// it. Errors: as makeLink and CallKeyPair::make.
    static Result<std::unique_ptr<Room>> open(const RoomSettings& settings, Moment now, const Clock& clock,
                                              sealing::Randomness& randomness);
    ~Room();
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;

    const CallLink& link() const { return m_link; }
    /// By the time gone since it was opened: setting the clock neither shortens nor lengthens it.
    bool isExpired(Moment now) const { return now - m_opened >= m_settings.lifetime; }

    RoomAnswer receive(Moment now, View message, bool isRetained = false);
    /// About once a second.
    RoomAnswer tick(Moment now);
    /// While the broker is away nobody is called silent.
    void setBroker(Moment now, bool isUp);

    /// From the waiting room, or one who was refused. Errors: NotFound, NotNow ("room full", or it is not
    /// there).
    Result<void> admit(const SeatId& seat);
    /// Errors: NotFound, RandomFailed, Internal.
    Result<Publication> refuse(const SeatId& seat, message::RefusedReason reason);
    /// Whoever was admitted has to ask again.
    void release(const SeatId& seat);
    /// Nobody comes in any more; everybody who is known is told.
    std::vector<Publication> close(message::ClosedReason reason);

    /// Errors: NotFound, NotNow (of a session, and the seat has none), OutOfRange, RandomFailed, Internal.
    Result<Publication> say(const SeatId& seat, const message::ToSeat& what);
    /// From now on the seat's answers and candidates of any other session are dropped. Errors: NotFound,
    /// RandomFailed.
    Result<SessionId> beginSession(const SeatId& seat);
    void endSession(const SeatId& seat);
    /// For the photo that was asked for under this number. Errors: NotFound, NotNow.
    Result<std::unique_ptr<PhotoIntake>> expectPhoto(const SeatId& seat, std::uint32_t photo,
                                                     std::uint32_t largest);

    SeatState stateOf(const SeatId& seat) const;
    std::size_t count(SeatState state) const;
    const DropCounts& drops() const { return m_drops; }

private:
    struct Seat;
    Room(RoomSettings settings, Moment now, CallLink link, sealing::CallKeyPair keys, const Clock& clock,
         sealing::Randomness& randomness);

    void receiveJoin(Moment now, View message, const sealing::CallHeader& header, RoomAnswer& answer);
    void answerJoin(Moment now, const message::Join& join, const sealing::CallKeys& door, RoomAnswer& answer);
    void receiveFromSeat(Moment now, View message, const sealing::CallHeader& header, RoomAnswer& answer);
    void take(Moment now, Seat& seat, const sealing::CallHeader& header, message::ToDesk what,
              RoomAnswer& answer);
    bool confirmJoin(Moment now, Seat& seat, const message::Echo& echo, RoomAnswer& answer);
    void confirm(Moment now, Seat& seat, const message::Join& join, RoomAnswer& answer);
    void drop(DropReason reason, Moment now, RoomAnswer& answer);
    bool allowsJoin(Moment now, Seat* known);
    Seat* find(const SeatId& seat);
    Result<Seat*> findOrMake(Moment now, const message::Join& join);
    void forgetOldestUnconfirmed();
    sealing::CallPlace placeOf(const SeatId& seat) const;
    Result<Publication> sayAtDoor(const SeatId& seat, const sealing::CallKeys& door,
                                  const message::ToSeat& what);
    static void publish(Result<Publication> publication, RoomAnswer& answer);

    RoomSettings m_settings;
    Moment m_opened;
    CallLink m_link;
    sealing::CallKeyPair m_keys;
    const Clock& m_clock;
    sealing::Randomness& m_randomness;
    sealing::Aead m_aead;
    CounterSource m_counters;
    MinuteLimit m_newSeats{mostJoinsAMinute};
    DropCounts m_drops;
    std::optional<message::ClosedReason> m_closed;
    bool m_isBrokerUp = true;
    std::map<SeatId, std::unique_ptr<Seat>> m_seats;
};

/// `call/ROOM/desk`: what the desk subscribes to.
std::string deskTopic(const RoomId& room);
/// `call/ROOM/seat/SEAT`
std::string seatTopic(const RoomId& room, const SeatId& seat);

} // namespace chevet::call
