// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The closed lists of words of the record: roles, states, outcomes. As in terms.h, each has a stable name and
// a stored number that is never changed.
#pragma once

#include "clinical/terms.h"

namespace chevet::clinical {

// ---- every enumeration below: stored on disk, never renumber ----

/// What a member of the team is; decides what they may write and read.
enum class Role : std::uint8_t
{
    Nurse = 1,
    Physician,
    Psychologist,
    SocialWorker,
    Coordinator
};
template<> struct Words<Role>
{
    static constexpr std::array<std::pair<Role, std::string_view>, 5> all{{
        {Role::Nurse, "nurse"},
        {Role::Physician, "physician"},
        {Role::Psychologist, "psychologist"},
        {Role::SocialWorker, "social_worker"},
        {Role::Coordinator, "coordinator"},
    }};
};

/// Where a case stands.
enum class CaseState : std::uint8_t
{
    ToTriage = 1, ///< received, no decision yet
    ToCallBack,   ///< decided, nobody has answered yet
    InProgress,   ///< an answer has begun
    Deferred,     ///< put off until a time, with a reason
    Closed,
    Merged ///< joined into another case
};
template<> struct Words<CaseState>
{
    static constexpr std::array<std::pair<CaseState, std::string_view>, 6> all{{
        {CaseState::ToTriage, "to_triage"},
        {CaseState::ToCallBack, "to_call_back"},
        {CaseState::InProgress, "in_progress"},
        {CaseState::Deferred, "deferred"},
        {CaseState::Closed, "closed"},
        {CaseState::Merged, "merged"},
    }};
};

/// How an attempt to reach the home ended.
enum class AttemptOutcome : std::uint8_t
{
    NoAnswer = 1,
    Busy,
    LeftMessage,
    Reached
};
template<> struct Words<AttemptOutcome>
{
    static constexpr std::array<std::pair<AttemptOutcome, std::string_view>, 4> all{{
        {AttemptOutcome::NoAnswer, "no_answer"},
        {AttemptOutcome::Busy, "busy"},
        {AttemptOutcome::LeftMessage, "left_message"},
        {AttemptOutcome::Reached, "reached"},
    }};
};

/// Why the team decided otherwise than proposed. Coded so that the study can count; words are optional.
enum class OverrideReason : std::uint8_t
{
    None = 0,        ///< the proposal was accepted
    KnownToTeam = 1, ///< the team knows this resident or home
    HomePrefers,     ///< the home asks for it
    ResidentPrefers, ///< the resident or the family asks for it
    NobodyCanCome,   ///< no one available in time
    MoreUrgent,      ///< worse than the facts say
    LessUrgent,      ///< better than the facts say
    TechnicalReason, ///< line, device
    Other
};
template<> struct Words<OverrideReason>
{
    static constexpr std::array<std::pair<OverrideReason, std::string_view>, 9> all{{
        {OverrideReason::None, "none"},
        {OverrideReason::KnownToTeam, "known_to_team"},
        {OverrideReason::HomePrefers, "home_prefers"},
        {OverrideReason::ResidentPrefers, "resident_prefers"},
        {OverrideReason::NobodyCanCome, "nobody_can_come"},
        {OverrideReason::MoreUrgent, "more_urgent"},
        {OverrideReason::LessUrgent, "less_urgent"},
        {OverrideReason::TechnicalReason, "technical"},
        {OverrideReason::Other, "other"},
    }};
};

/// The resident's wish about hospital, as far as known.
enum class HospitalWish : std::uint8_t
{
    Unknown = 0,
    Stay = 1,
    GoIfNeeded,
    DependsOnCause
};
template<> struct Words<HospitalWish>
{
    static constexpr std::array<std::pair<HospitalWish, std::string_view>, 4> all{{
        {HospitalWish::Unknown, "unknown"},
        {HospitalWish::Stay, "stay"},
        {HospitalWish::GoIfNeeded, "go_if_needed"},
        {HospitalWish::DependsOnCause, "depends_on_cause"},
    }};
};

/// How a case ended, asked in one key when an acute one is closed.
enum class TransferOutcome : std::uint8_t
{
    NotInQuestion = 0,
    Transferred = 1,
    Avoided,
    Unknown
};
template<> struct Words<TransferOutcome>
{
    static constexpr std::array<std::pair<TransferOutcome, std::string_view>, 4> all{{
        {TransferOutcome::NotInQuestion, "not_in_question"},
        {TransferOutcome::Transferred, "transferred"},
        {TransferOutcome::Avoided, "avoided"},
        {TransferOutcome::Unknown, "unknown"},
    }};
};

/// Why an answer that has begun goes on in another way.
enum class ModeChangeReason : std::uint8_t
{
    VideoFailed = 1,
    SoundFailed,
    NobodyAtBedside, ///< the home's professional had to leave, or did not come
    ResidentStops,   ///< the resident or who speaks for them does not want to go on so
    MustBeSeen,      ///< it shows that this way will not do
    Other
};
template<> struct Words<ModeChangeReason>
{
    static constexpr std::array<std::pair<ModeChangeReason, std::string_view>, 6> all{{
        {ModeChangeReason::VideoFailed, "video_failed"},
        {ModeChangeReason::SoundFailed, "sound_failed"},
        {ModeChangeReason::NobodyAtBedside, "nobody_at_bedside"},
        {ModeChangeReason::ResidentStops, "resident_stops"},
        {ModeChangeReason::MustBeSeen, "must_be_seen"},
        {ModeChangeReason::Other, "other"},
    }};
};

/// Fields of a home, a resident or a request that a correction may set: the `item` of the correcting event.
enum class HomeField : std::uint8_t
{
    Name = 1,
    Town,
    Phone,
    OnCall,
    TravelMinutes,
    Video,
    Trained,
    Agreement,
    Referent
};
template<> struct Words<HomeField>
{
    static constexpr std::array<std::pair<HomeField, std::string_view>, 9> all{{
        {HomeField::Name, "name"},
        {HomeField::Town, "town"},
        {HomeField::Phone, "phone"},
        {HomeField::OnCall, "on_call"},
        {HomeField::TravelMinutes, "travel_minutes"},
        {HomeField::Video, "video"},
        {HomeField::Trained, "trained"},
        {HomeField::Agreement, "agreement"},
        {HomeField::Referent, "referent"},
    }};
};

enum class ResidentField : std::uint8_t
{
    FamilyName = 1,
    GivenName,
    BirthDate,
    Home,
    Room,
    Provisional,
    TreatingPhysician,
    HospitalAtHome
};
template<> struct Words<ResidentField>
{
    static constexpr std::array<std::pair<ResidentField, std::string_view>, 8> all{{
        {ResidentField::FamilyName, "family_name"},
        {ResidentField::GivenName, "given_name"},
        {ResidentField::BirthDate, "birth_date"},
        {ResidentField::Home, "home"},
        {ResidentField::Room, "room"},
        {ResidentField::Provisional, "provisional"},
        {ResidentField::TreatingPhysician, "treating_physician"},
        {ResidentField::HospitalAtHome, "hospital_at_home"},
    }};
};

enum class RequestField : std::uint8_t
{
    Resident = 1,
    Home,
    Caller,
    CallerFunction,
    CallbackPhone,
    Motives
};
template<> struct Words<RequestField>
{
    static constexpr std::array<std::pair<RequestField, std::string_view>, 6> all{{
        {RequestField::Resident, "resident"},
        {RequestField::Home, "home"},
        {RequestField::Caller, "caller"},
        {RequestField::CallerFunction, "caller_function"},
        {RequestField::CallbackPhone, "callback_phone"},
        {RequestField::Motives, "motives"},
    }};
};

} // namespace chevet::clinical
