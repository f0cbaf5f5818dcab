// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can happen, one struct a kind: the bodies of events. The registry (registry.h) gives each its stored
// name, body version, compartment and the roles that may write it; codec.h turns bodies into CBOR and back.
// Texts are UTF-8 of any length; what does not fit an envelope goes on in text parts by itself.
#pragma once

#include "clinical/consultation.h"
#include "clinical/facts.h"
#include "clinical/recommendation.h"
#include "clinical/record_words.h"
#include "foundation/clock.h"
#include "foundation/compartment.h"
#include "foundation/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chevet::clinical {

// ---- team ----

struct TeamFounded // team.founded
{
    std::string name;
    bool sample = false;                       ///< said here too: a sample team can't become a real one
    std::array<std::uint8_t, 32> signingKey{}; ///< of the founding device
    std::array<std::uint8_t, 32> agreementKey{};
    bool operator==(const TeamFounded&) const = default;
};

struct MemberAdded // member.added
{
    MemberId member;
    std::string name;
    Role role = Role::Nurse;
    bool operator==(const MemberAdded&) const = default;
};

struct SettingChanged // setting.changed: a setting of the whole team; item = its name
{
    std::string name;
    std::string value;
    bool operator==(const SettingChanged&) const = default;
};

struct RulesAdopted // rules.adopted: before the first decision under a rule set; makes decisions replayable
{
    std::string hash; ///< SHA-256 of the text, hexadecimal
    std::string version;
    std::string evaluator; ///< version of the evaluator
    std::string text;      ///< whole rules and overlays; long
    bool operator==(const RulesAdopted&) const = default;
};

// ---- coordination: homes and residents ----

struct Home
{
    std::string name;
    std::string town;
    std::string phone;
    std::string onCall;               ///< who can be called when nobody of the home can decide, with a number
    std::optional<int> travelMinutes; ///< 0–1440, one way by car
    std::optional<bool> video;        ///< working video equipment
    std::optional<bool> trained;
    std::optional<bool> agreement;
    std::string referent; ///< the home's contact for the team: name, function, number
    bool operator==(const Home&) const = default;
};

struct Resident
{
    std::string familyName; ///< name at birth
    std::string givenName;
    std::optional<Date> birthDate; ///< name and birth date are the two identifiers
    HomeId home;
    std::string room;
    bool provisional = false;      ///< identity not yet checked
    std::string treatingPhysician; ///< name and number
    std::string hospitalAtHome;    ///< service and number; empty: none known
    bool operator==(const Resident&) const = default;
};

/// A corrected value: text, number, yes/no, date, home, resident or motives, as the field demands;
/// std::monostate: unknown again.
using FieldValue = std::variant<std::monostate, std::string, int, bool, Date, HomeId, ResidentId, MotiveSet>;

struct HomeAdded // home.added
{
    HomeId id;
    Home home;
    bool operator==(const HomeAdded&) const = default;
};

struct HomeCorrected // home.corrected; item = the field
{
    HomeId id;
    HomeField field = HomeField::Name;
    FieldValue value;
    bool operator==(const HomeCorrected&) const = default;
};

struct ResidentAdded // resident.added
{
    ResidentId id;
    Resident resident;
    bool operator==(const ResidentAdded&) const = default;
};

struct ResidentCorrected // resident.corrected; item = the field
{
    ResidentId id;
    ResidentField field = ResidentField::Room;
    FieldValue value;
    bool operator==(const ResidentCorrected&) const = default;
};

// ---- coordination: requests ----

struct RequestReceived // request.received
{
    CaseId id;
    HomeId home;
    ResidentId resident;
    std::string caller; ///< name
    std::string callerFunction;
    std::string callbackPhone;
    MotiveSet motives;
    Instant receivedAt; ///< when the call was taken, not when it was saved
    bool operator==(const RequestReceived&) const = default;
};

struct RequestCorrected // request.corrected; item = the field
{
    CaseId id;
    RequestField field = RequestField::Caller;
    FieldValue value;
    bool operator==(const RequestCorrected&) const = default;
};

struct TriageDecided // triage.decided; item "decision". The reasons are in triage.reasoned, same transaction.
{
    CaseId id;
    Modality modality = Modality::SynchronousTeleExpertise; ///< what the team decided
    std::optional<Modality> meanwhile;
    std::optional<Modality> then;
    Priority priority = Priority::P3;
    Instant due;
    OwedSet owed;
    bool overridden = false;
    bool operator==(const TriageDecided&) const = default;
};

struct AttemptMade // attempt.made
{
    CaseId id;
    Instant at;
    AttemptOutcome outcome = AttemptOutcome::NoAnswer;
    std::optional<Instant> callBackFrom; ///< the window in which to try again
    std::optional<Instant> callBackUntil;
    bool operator==(const AttemptMade&) const = default;
};

struct StateChanged // state.changed; item "state"
{
    CaseId id;
    CaseState to = CaseState::InProgress;
    std::string reason; ///< coordination may read it: no clinical words
    TransferOutcome transfer = TransferOutcome::NotInQuestion; ///< meant when closing
    OwedSet waived;             ///< steps still owed that the author closes without, `reason` says why
    bool noVisitNeeded = false; ///< meant when closing: a screening has shown it, `reason` says why
    bool operator==(const StateChanged&) const = default;
};

struct RequestDeferred // request.deferred; item "state"
{
    CaseId id;
    Instant until;
    std::string reason;
    bool operator==(const RequestDeferred&) const = default;
};

struct RequestAssigned // request.assigned; item "owner"
{
    CaseId id;
    std::optional<MemberId> owner; ///< absent: nobody's
    bool operator==(const RequestAssigned&) const = default;
};

struct RequestsMerged // request.merged: `id` goes on as `into`
{
    CaseId id;
    CaseId into;
    bool operator==(const RequestsMerged&) const = default;
};

struct OwedSettled // owed.settled: a step that was owed has been done
{
    CaseId id;
    Owed step = Owed::Callback;
    bool operator==(const OwedSettled&) const = default;
};

struct EntryWithdrawn // entry.withdrawn: undo or correction of a whole entry; it stays readable, struck
                      // through
{
    StreamId stream;
    EventId entry;
    std::string reason;
    bool operator==(const EntryWithdrawn&) const = default;
};

struct EntryWritten // entry.written: the stub that a clinical or psychosocial event leaves in coordination
{
    StreamId stream;
    EventId entry;
    Compartment compartment = Compartment::Clinical;
    bool operator==(const EntryWritten&) const = default;
};

// ---- clinical ----

struct FactsRecorded // facts.recorded; item "facts"
{
    CaseId id;
    Facts facts;
    std::string words; ///< what the caller said, as typed
    bool operator==(const FactsRecorded&) const = default;
};

struct TriageReasoned // triage.reasoned; item "decision"
{
    CaseId id;
    Facts facts;
    Recommendation recommendation;
    Modality decided = Modality::SynchronousTeleExpertise;
    Priority decidedPriority = Priority::P3;
    OverrideReason overrideReason = OverrideReason::None;
    std::string words;
    std::string evaluator; ///< version of the evaluator
    std::string
        ownReason; ///< beside OverrideReason::Other: a reason of the team's own, as it was called then
    bool operator==(const TriageReasoned&) const = default;
};

struct NoteAdded // note.added
{
    CaseId id;
    std::string text;
    bool operator==(const NoteAdded&) const = default;
};

struct WishesRecorded // wishes.recorded; item "wishes"; about a resident
{
    ResidentId resident;
    HospitalWish hospital = HospitalWish::Unknown;
    std::string ownChoice;                 ///< in the resident's words, directives, trusted person
    std::string anticipatoryPrescriptions; ///< what is prescribed in advance and at hand
    bool operator==(const WishesRecorded&) const = default;
};

// ---- psychosocial ----

struct PsychosocialNoteAdded // note.psychosocial
{
    CaseId id;
    std::string text;
    bool operator==(const PsychosocialNoteAdded&) const = default;
};

// ---- coordination, since version 0.1 ----

struct ModeChanged // mode.changed: an answer that has begun goes on in another way (video fails, the phone
                   // goes on)
{
    CaseId id;
    Modality from = Modality::Teleconsultation;
    Modality to = Modality::SynchronousTeleExpertise;
    ModeChangeReason reason = ModeChangeReason::VideoFailed;
    bool operator==(const ModeChanged&) const = default;
};

// ---- consultations from afar ----

struct ConsultationOpened // consultation.opened: a link was made, or the telephone taken
{
    CaseId id;
    ConsultationType type = ConsultationType::Teleconsultation;
    std::string professional; ///< of the home, at the bedside: name and function; coordination may read it
    bool operator==(const ConsultationOpened&) const = default;
};

struct ConsultationEnded // consultation.ended: the line is down; nothing is closed by that
{
    CaseId id;
    LineRecord line;
    bool operator==(const ConsultationEnded&) const = default;
};

struct ConsultationIdentified // consultation.identified: before the first picture is shown
{
    CaseId id;
    bool nameSaid = false; ///< at the bedside, and it is this resident's
    bool birthDateSaid = false;
    Consent consent = Consent::NotAsked;
    std::string words; ///< whose consent, in which words
    bool operator==(const ConsultationIdentified&) const = default;
};

struct PhotoKept // photo.kept: its pieces lie sealed beside the journal
{
    CaseId id;
    FileId file;
    std::int64_t size = 0;                 ///< bytes, 1 to 8 MiB
    std::array<std::uint8_t, 32> digest{}; ///< SHA-256 of the whole
    std::string what;                      ///< it shows, as it was asked for
    bool operator==(const PhotoKept&) const = default;
};

struct ConsultationSigned // consultation.signed: the sheet as its author has signed it
{
    CaseId id;
    ConsultationType type = ConsultationType::Teleconsultation;
    ConsultationSheet sheet;
    bool operator==(const ConsultationSigned&) const = default;
};

using EventBody =
    std::variant<TeamFounded, MemberAdded, SettingChanged, RulesAdopted, HomeAdded, HomeCorrected,
                 ResidentAdded, ResidentCorrected, RequestReceived, RequestCorrected, TriageDecided,
                 AttemptMade, StateChanged, RequestDeferred, RequestAssigned, RequestsMerged, OwedSettled,
                 EntryWithdrawn, EntryWritten, FactsRecorded, TriageReasoned, NoteAdded, WishesRecorded,
                 PsychosocialNoteAdded, ModeChanged, ConsultationOpened, ConsultationEnded,
                 ConsultationIdentified, ConsultationSigned, PhotoKept>;

} // namespace chevet::clinical
