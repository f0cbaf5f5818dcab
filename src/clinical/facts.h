// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the caller and the record know when a call is triaged. Every fact may be unknown. The names are the
// stable interface of rule files, JSON and the command line (design, section 4).
#pragma once

#include "clinical/terms.h"
#include "foundation/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace chevet::clinical {

struct Facts
{
    MotiveSet motives; ///< empty: unclear
    std::optional<Symptom> symptom;
    std::optional<int>
        severity; ///< 0–10 of the leading symptom: the resident's own, or the caller's estimate
    std::optional<bool> dying; ///< death expected within hours or very few days, by clinical judgement
    std::optional<Context> context;
    std::optional<bool> seenInPerson;
    std::optional<bool> mustBeSeen;
    std::optional<bool> needsExamination;
    std::optional<std::string> objective; ///< what a teleconsultation is to settle; an empty text is unknown
    std::optional<Bedside> bedside;
    std::optional<bool> video;
    std::optional<bool> documents;
    std::optional<Consent> consent;
    std::optional<Addressee> addressedTo;
    std::optional<bool> conflict;
    std::optional<bool> painfulNursingCare;
    std::optional<bool> pcaPump;
    std::optional<bool> videoDistressing;
    std::optional<bool> respiteNeeded;
    std::optional<int> travelMinutes;            ///< 0–1440
    std::optional<int> visitPossibleWithinHours; ///< 0–8760
    std::optional<int> answerNeededWithinHours;  ///< 0–8760
    std::optional<bool> visitorInfectious;
    std::optional<int> remoteContactsSinceVisit; ///< 0–1000
    std::optional<bool> homeTrained;
    std::optional<bool> homeAgreement;

    bool operator==(const Facts&) const = default;
};

/// Names one fact. Stored on disk, never renumber.
enum class Fact : std::uint8_t
{
    Motives = 1,
    Symptom,
    Severity,
    Dying,
    Context,
    SeenInPerson,
    MustBeSeen,
    NeedsExamination,
    Objective,
    Bedside,
    Video,
    Documents,
    Consent,
    AddressedTo,
    Conflict,
    PainfulNursingCare,
    PcaPump,
    VideoDistressing,
    RespiteNeeded,
    TravelMinutes,
    VisitPossibleWithinHours,
    AnswerNeededWithinHours,
    VisitorInfectious,
    RemoteContactsSinceVisit,
    HomeTrained,
    HomeAgreement
};

enum class FactType
{
    Motives,
    Word,
    Number,
    YesNo,
    Text
};

struct FactDescription
{
    Fact fact;
    std::string_view name;
    FactType type;
    int lowest = 0;  ///< numbers only
    int highest = 0; ///< numbers only
};

/// Every fact, in the order of the design's table.
inline constexpr std::array<FactDescription, 26> allFacts{{
    {Fact::Motives, "motives", FactType::Motives},
    {Fact::Symptom, "symptom", FactType::Word},
    {Fact::Severity, "severity", FactType::Number, 0, 10},
    {Fact::Dying, "dying", FactType::YesNo},
    {Fact::Context, "context", FactType::Word},
    {Fact::SeenInPerson, "seen_in_person", FactType::YesNo},
    {Fact::MustBeSeen, "must_be_seen", FactType::YesNo},
    {Fact::NeedsExamination, "needs_examination", FactType::YesNo},
    {Fact::Objective, "objective", FactType::Text},
    {Fact::Bedside, "bedside", FactType::Word},
    {Fact::Video, "video", FactType::YesNo},
    {Fact::Documents, "documents", FactType::YesNo},
    {Fact::Consent, "consent", FactType::Word},
    {Fact::AddressedTo, "addressed_to", FactType::Word},
    {Fact::Conflict, "conflict", FactType::YesNo},
    {Fact::PainfulNursingCare, "painful_nursing_care", FactType::YesNo},
    {Fact::PcaPump, "pca_pump", FactType::YesNo},
    {Fact::VideoDistressing, "video_distressing", FactType::YesNo},
    {Fact::RespiteNeeded, "respite_needed", FactType::YesNo},
    {Fact::TravelMinutes, "travel_minutes", FactType::Number, 0, 1440},
    {Fact::VisitPossibleWithinHours, "visit_possible_within_hours", FactType::Number, 0, 8760},
    {Fact::AnswerNeededWithinHours, "answer_needed_within_hours", FactType::Number, 0, 8760},
    {Fact::VisitorInfectious, "visitor_infectious", FactType::YesNo},
    {Fact::RemoteContactsSinceVisit, "remote_contacts_since_visit", FactType::Number, 0, 1000},
    {Fact::HomeTrained, "home_trained", FactType::YesNo},
    {Fact::HomeAgreement, "home_agreement", FactType::YesNo},
}};

const FactDescription& describe(Fact fact);
std::optional<Fact> factFromName(std::string_view name);
/// The stable names that a Word fact may take, in order; empty for the other types.
std::vector<std::string_view> wordsOf(Fact fact);

/// A fact's value by name: unknown, yes/no, a number, a word's stable name or the objective's text, or the
/// motives.
using FactValue = std::variant<std::monostate, bool, int, std::string, MotiveSet>;

FactValue valueOf(const Facts& facts, Fact fact);
/// Sets one fact. std::monostate makes it unknown (motives: empty). Errors: BadInput for a value of another
/// type, UnknownName for a word that is none, OutOfRange for a number outside the fact's range; place names
/// the fact.
Result<void> setValue(Facts& facts, Fact fact, const FactValue& value);
bool isKnown(const Facts& facts, Fact fact);

} // namespace chevet::clinical
