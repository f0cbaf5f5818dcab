// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the case store answers with: immutable values that may be handed from the store's thread to the
// screens'. They hold clear text and live in memory only.
#pragma once

#include "clinical/events.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace chevet::clinical {

struct MemberView
{
    MemberId id;
    std::string name;
    std::string initials;
    Role role = Role::Nurse;
    bool operator==(const MemberView&) const = default;
};

struct HomeView
{
    HomeId id;
    Home home;
    int openCases = 0;
    std::vector<HomeField> contested; ///< two values stand side by side: a person settles it
    bool operator==(const HomeView&) const = default;
};

struct ResidentView
{
    ResidentId id;
    Resident resident;
    std::string homeName;
    std::optional<Instant> lastContact;
    std::optional<CaseId> openCase; ///< the newest one that is not closed
    int remoteContactsSinceVisit = 0;
    bool seenInPerson = false;
    std::vector<ResidentField> contested;
    bool operator==(const ResidentView&) const = default;
};

struct LastAttempt
{
    Instant at;
    AttemptOutcome outcome = AttemptOutcome::NoAnswer;
    std::optional<Instant> callBackFrom;
    std::optional<Instant> callBackUntil;
    bool operator==(const LastAttempt&) const = default;
};

/// One line of the queue.
struct QueueRow
{
    CaseId id;
    CaseState state = CaseState::ToTriage;
    Priority priority = Priority::P2; ///< P2 while nobody has decided: unknown never buys a slower answer
    Instant receivedAt;
    Instant due;
    ResidentId resident;
    std::string familyName;
    std::string givenName;
    std::optional<Date> birthDate;
    bool provisional = false;
    HomeId home;
    std::string homeName;
    std::string room;
    std::string callbackPhone;
    MotiveSet motives;
    std::optional<Modality> decided;
    std::optional<Modality> meanwhile;
    std::optional<Modality> then;
    std::optional<Modality> mode; ///< in which the answer goes on, if not as decided
    OwedSet owed;
    std::optional<MemberId> owner;
    std::string ownerInitials;
    std::optional<LastAttempt> lastAttempt;
    std::optional<Instant> deferredUntil;
    std::string lastWord; ///< first line of the newest note or of the caller's words, at most 120 bytes
    bool contested = false;
    bool operator==(const QueueRow&) const = default;
};

struct Queue
{
    std::vector<QueueRow> rows; ///< open cases: by priority class overdue P1 first, then due time, then id
    std::int64_t sequence = 0;  ///< the newest journal entry that it shows
};

/// One line of a case's or a resident's timeline, oldest first.
struct TimelineEntry
{
    EventId id;
    std::int64_t sequence = 0;
    std::string kind; ///< the stored name, also of a kind that this version does not know
    std::uint32_t version = 1;
    Instant at;            ///< the author's wall clock
    int offsetMinutes = 0; ///< the author's zone
    MemberId author;
    std::string authorName;
    Role authorRole = Role::Nurse;
    std::optional<EventBody> body; ///< absent: unknown kind, or not readable with this device's keys
    bool readable = true;
    bool withdrawn = false;
    std::string withdrawnReason;
    bool contested = false;       ///< one of several heads of its item
    std::vector<EventId> parents; ///< the heads of its item that the author had seen
    bool operator==(const TimelineEntry&) const = default;
};

struct CaseView
{
    QueueRow row;
    ResidentView resident;
    HomeView home;
    std::optional<WishesRecorded> wishes;
    std::optional<Facts> facts;
    std::optional<TriageReasoned> reasoned;
    std::vector<TimelineEntry> timeline;
    std::optional<CaseId> mergedInto;
};

/// An entry that a search found, as the index knows it: its text has not been opened.
struct Found
{
    std::int64_t sequence = 0;
    Instant at;
    bool operator==(const Found&) const = default;
};

struct SearchHit
{
    CaseId caseId; ///< null if the entry is about a resident or a home only
    StreamId stream;
    EventId entry;
    std::int64_t sequence = 0;
    Instant at;
    std::string kind;
    std::string residentName;
    std::string homeName;
    std::string excerpt; ///< about 160 bytes around the first word found
    bool operator==(const SearchHit&) const = default;
};

/// One damaged or missing place that `verify` found.
struct Damage
{
    ErrorCode code = ErrorCode::Damaged;
    std::int64_t sequence = 0; ///< local sequence in the journal; 0: not about one record
    std::optional<EventId> id;
    std::uint64_t count = 0; ///< of the device, where a gap or fork was found
    DeviceId device;
    std::string place; ///< "envelope", "key", "head", "chain", "sqlite"
    bool operator==(const Damage&) const = default;
};

struct Verification
{
    std::int64_t records = 0;
    std::int64_t readable = 0;
    std::vector<Damage> damages;
};

} // namespace chevet::clinical
