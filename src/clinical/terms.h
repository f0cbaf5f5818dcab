// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The closed lists of words that triage, record and screens share. Each word has a stable name (rule files,
// JSON, command line) and a stored number. What a person reads is a translation, made in workflow/sentences.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <utility>

namespace chevet::clinical {

/// `Words<E>::all` lists every value of E with its stable name, in the order in which it is shown.
template<class E> struct Words;

template<class E> constexpr std::string_view nameOf(E value)
{
    for (const auto& [word, name] : Words<E>::all) {
        if (word == value) {
            return name;
        }
    }
    return {};
}

template<class E> constexpr std::optional<E> fromName(std::string_view name)
{
    for (const auto& [word, known] : Words<E>::all) {
        if (known == name) {
            return word;
        }
    }
    return std::nullopt;
}

/// Nothing for a number that this version does not know.
template<class E> constexpr std::optional<E> fromStored(std::uint64_t number)
{
    for (const auto& [word, name] : Words<E>::all) {
        if (static_cast<std::uint64_t>(word) == number) {
            return word;
        }
    }
    return std::nullopt;
}

// ---- every enumeration below: stored on disk, never renumber ----

/// Why the home calls.
enum class Motive : std::uint8_t
{
    Symptom = 1,
    Psychosocial = 2,
    Ethical = 3,
    Acute = 4,
    Unclear = 5
};
template<> struct Words<Motive>
{
    static constexpr std::array<std::pair<Motive, std::string_view>, 5> all{{
        {Motive::Symptom, "symptom"},
        {Motive::Psychosocial, "psychosocial"},
        {Motive::Ethical, "ethical"},
        {Motive::Acute, "acute"},
        {Motive::Unclear, "unclear"},
    }};
};

/// The leading symptom.
enum class Symptom : std::uint8_t
{
    Pain = 1,
    Dyspnoea,
    Nausea,
    Agitation,
    Delirium,
    Wound,
    Bleeding,
    Secretions,
    Anxiety,
    Dehydration,
    SideEffect,
    Other
};
template<> struct Words<Symptom>
{
    static constexpr std::array<std::pair<Symptom, std::string_view>, 12> all{{
        {Symptom::Pain, "pain"},
        {Symptom::Dyspnoea, "dyspnoea"},
        {Symptom::Nausea, "nausea"},
        {Symptom::Agitation, "agitation"},
        {Symptom::Delirium, "delirium"},
        {Symptom::Wound, "wound"},
        {Symptom::Bleeding, "bleeding"},
        {Symptom::Secretions, "secretions"},
        {Symptom::Anxiety, "anxiety"},
        {Symptom::Dehydration, "dehydration"},
        {Symptom::SideEffect, "side_effect"},
        {Symptom::Other, "other"},
    }};
};

enum class Context : std::uint8_t
{
    FirstRequest = 1,
    FollowUp,
    AfterPalliativeUnitDischarge,
    BetweenVisits,
    VisitPreparation
};
template<> struct Words<Context>
{
    static constexpr std::array<std::pair<Context, std::string_view>, 5> all{{
        {Context::FirstRequest, "first_request"},
        {Context::FollowUp, "follow_up"},
        {Context::AfterPalliativeUnitDischarge, "after_palliative_unit_discharge"},
        {Context::BetweenVisits, "between_visits"},
        {Context::VisitPreparation, "visit_preparation"},
    }};
};

/// Who of the home's staff is at the bedside.
enum class Bedside : std::uint8_t
{
    Physician = 1,
    Nurse,
    CareAssistant,
    None
};
template<> struct Words<Bedside>
{
    static constexpr std::array<std::pair<Bedside, std::string_view>, 4> all{{
        {Bedside::Physician, "physician"},
        {Bedside::Nurse, "nurse"},
        {Bedside::CareAssistant, "care_assistant"},
        {Bedside::None, "none"},
    }};
};

/// Consent to teleconsultation.
enum class Consent : std::uint8_t
{
    Given = 1,
    GivenBySurrogate,
    Refused,
    Paused,
    NotAsked
};
template<> struct Words<Consent>
{
    static constexpr std::array<std::pair<Consent, std::string_view>, 5> all{{
        {Consent::Given, "given"},
        {Consent::GivenBySurrogate, "given_by_surrogate"},
        {Consent::Refused, "refused"},
        {Consent::Paused, "paused"},
        {Consent::NotAsked, "not_asked"},
    }};
};

enum class Addressee : std::uint8_t
{
    Team = 1,
    Physician,
    Nurse,
    Psychologist,
    SocialWorker
};
template<> struct Words<Addressee>
{
    static constexpr std::array<std::pair<Addressee, std::string_view>, 5> all{{
        {Addressee::Team, "team"},
        {Addressee::Physician, "physician"},
        {Addressee::Nurse, "nurse"},
        {Addressee::Psychologist, "psychologist"},
        {Addressee::SocialWorker, "social_worker"},
    }};
};

/// What the team may answer with; in the order of the gradient, most remote last.
enum class Modality : std::uint8_t
{
    InPersonVisit = 1,
    Teleconsultation,
    SynchronousTeleExpertise,
    AsynchronousTeleExpertise
};
template<> struct Words<Modality>
{
    static constexpr std::array<std::pair<Modality, std::string_view>, 4> all{{
        {Modality::InPersonVisit, "in_person_visit"},
        {Modality::Teleconsultation, "teleconsultation"},
        {Modality::SynchronousTeleExpertise, "tele_expertise_synchronous"},
        {Modality::AsynchronousTeleExpertise, "tele_expertise_asynchronous"},
    }};
};

/// P1 is the most urgent.
enum class Priority : std::uint8_t
{
    P1 = 1,
    P2,
    P3,
    P4
};
template<> struct Words<Priority>
{
    static constexpr std::array<std::pair<Priority, std::string_view>, 4> all{{
        {Priority::P1, "P1"},
        {Priority::P2, "P2"},
        {Priority::P3, "P3"},
        {Priority::P4, "P4"},
    }};
};

enum class Purpose : std::uint8_t
{
    Care = 1,
    Screening,
    Bridging,
    Preparation,
    FollowUp
};
template<> struct Words<Purpose>
{
    static constexpr std::array<std::pair<Purpose, std::string_view>, 5> all{{
        {Purpose::Care, "care"},
        {Purpose::Screening, "screening"},
        {Purpose::Bridging, "bridging"},
        {Purpose::Preparation, "preparation"},
        {Purpose::FollowUp, "follow_up"},
    }};
};

enum class Verdict : std::uint8_t
{
    Recommended = 1,
    Suitable,
    Possible,
    Discouraged,
    Excluded
};
template<> struct Words<Verdict>
{
    static constexpr std::array<std::pair<Verdict, std::string_view>, 5> all{{
        {Verdict::Recommended, "recommended"},
        {Verdict::Suitable, "suitable"},
        {Verdict::Possible, "possible"},
        {Verdict::Discouraged, "discouraged"},
        {Verdict::Excluded, "excluded"},
    }};
};

/// What must be true before a modality starts; the closed list of docs/TRIAGE.md.
enum class Condition : std::uint8_t
{
    DefineObjective = 1,
    BedsideProfessional,
    Consent,
    WorkingVideo,
    ConfirmNotDying,
    BriefHome,
    HomeAgreement,
    OtherVisitorOrProtection
};
template<> struct Words<Condition>
{
    static constexpr std::array<std::pair<Condition, std::string_view>, 8> all{{
        {Condition::DefineObjective, "define_objective"},
        {Condition::BedsideProfessional, "bedside_professional"},
        {Condition::Consent, "consent"},
        {Condition::WorkingVideo, "working_video"},
        {Condition::ConfirmNotDying, "confirm_not_dying"},
        {Condition::BriefHome, "brief_home"},
        {Condition::HomeAgreement, "home_agreement"},
        {Condition::OtherVisitorOrProtection, "other_visitor_or_protection"},
    }};
};

/// What must happen before the case may close (or be waived with a reason).
enum class Owed : std::uint8_t
{
    Retriage = 1,
    TransferDecision,
    ReaddressSymptom,
    Visit,
    Callback
};
template<> struct Words<Owed>
{
    static constexpr std::array<std::pair<Owed, std::string_view>, 5> all{{
        {Owed::Retriage, "retriage"},
        {Owed::TransferDecision, "transfer_decision"},
        {Owed::ReaddressSymptom, "readdress_symptom"},
        {Owed::Visit, "visit"},
        {Owed::Callback, "callback"},
    }};
};

/// Worth a thought beside the answer.
enum class AlsoConsider : std::uint8_t
{
    TeleAssistance = 1,
    PcaData
};
template<> struct Words<AlsoConsider>
{
    static constexpr std::array<std::pair<AlsoConsider, std::string_view>, 2> all{{
        {AlsoConsider::TeleAssistance, "tele_assistance"},
        {AlsoConsider::PcaData, "pca_data"},
    }};
};

/// Any number of values of E (at most 64), as bits.
template<class E> class SetOf
{
public:
    constexpr SetOf() = default;
    constexpr SetOf(std::initializer_list<E> values)
    {
        for (const auto value : values) {
            insert(value);
        }
    }
    constexpr bool has(E value) const { return (m_bits & bit(value)) != 0; }
    constexpr void insert(E value) { m_bits |= bit(value); }
    constexpr void erase(E value) { m_bits &= ~bit(value); }
    constexpr bool empty() const { return m_bits == 0; }
    constexpr std::size_t size() const { return static_cast<std::size_t>(__builtin_popcountll(m_bits)); }
    constexpr std::uint64_t bits() const { return m_bits; }
    static constexpr SetOf ofBits(std::uint64_t bits)
    {
        SetOf set;
        set.m_bits = bits;
        return set;
    }
    constexpr bool operator==(const SetOf&) const = default;

private:
    static constexpr std::uint64_t bit(E value) { return std::uint64_t{1} << static_cast<unsigned>(value); }
    std::uint64_t m_bits = 0;
};

using MotiveSet = SetOf<Motive>;
using ConditionSet = SetOf<Condition>;
using OwedSet = SetOf<Owed>;

} // namespace chevet::clinical
