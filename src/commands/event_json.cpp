// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bodies of events as JSON, one function a kind.
#include "commands/facts_json.h"
#include "commands/recommendation_json.h"
#include "commands/record_json.h"

#include <QDateTime>
#include <QTimeZone>

#include <type_traits>

namespace chevet::commands {
namespace {

using namespace clinical;
using nlohmann::ordered_json;

template<class E> ordered_json name(E word)
{
    return nameOf(word);
}

template<class E> ordered_json name(const std::optional<E>& word)
{
    return word ? ordered_json(nameOf(*word)) : ordered_json(nullptr);
}

template<class E> ordered_json names(const SetOf<E>& set)
{
    auto list = ordered_json::array();
    for (const auto& [word, wordName] : Words<E>::all) {
        if (set.has(word)) {
            list.push_back(wordName);
        }
    }
    return list;
}

template<class T> ordered_json orNull(const std::optional<T>& value)
{
    return value ? ordered_json(*value) : ordered_json(nullptr);
}

ordered_json fieldValue(const FieldValue& value)
{
    return std::visit(
        [](const auto& known) -> ordered_json {
            using Known = std::remove_cvref_t<decltype(known)>;
            if constexpr (std::is_same_v<Known, std::monostate>) {
                return nullptr;
            } else if constexpr (std::is_same_v<Known, Date>) {
                return known.iso();
            } else if constexpr (std::is_same_v<Known, MotiveSet>) {
                return names(known);
            } else if constexpr (requires { known.hex(); }) {
                return known.hex();
            } else {
                return known;
            }
        },
        value);
}

ordered_json sheetToJson(const ConsultationSheet& sheet)
{
    auto symptoms = ordered_json::array();
    for (const auto& one : sheet.symptoms) {
        symptoms.push_back({{"symptom", name(one.symptom)}, {"score", one.score}});
    }
    auto findings = ordered_json::array();
    for (const auto& one : sheet.findings) {
        findings.push_back({{"examined", one.examined}, {"found", one.found}});
    }
    auto advice = ordered_json::array();
    for (const auto& one : sheet.advice) {
        advice.push_back(
            {{"text", one.text}, {"prescriber", one.prescriber}, {"repeated_back", one.repeatedBack}});
    }
    const auto orNull = [](const auto& known) {
        return known ? ordered_json(*known) : ordered_json(nullptr);
    };
    return {{"objective", sheet.objective},
            {"symptoms", symptoms},
            {"appearance", sheet.appearance},
            {"present", sheet.present},
            {"in_private", orNull(sheet.inPrivate)},
            {"communication", sheet.communication},
            {"findings", findings},
            {"assessment", sheet.assessment},
            {"advice", advice},
            {"follow_up", sheet.followUp},
            {"if_worse", sheet.ifWorse},
            {"pain_before", orNull(sheet.painBefore)},
            {"pain_after", orNull(sheet.painAfter)}};
}

struct ToJson
{
    ordered_json operator()(const TeamFounded& b) const { return {{"name", b.name}, {"sample", b.sample}}; }
    ordered_json operator()(const MemberAdded& b) const
    {
        return {{"member", b.member.hex()}, {"name", b.name}, {"role", name(b.role)}};
    }
    ordered_json operator()(const SettingChanged& b) const { return {{"name", b.name}, {"value", b.value}}; }
    ordered_json operator()(const RulesAdopted& b) const
    {
        return {{"hash", b.hash}, {"version", b.version}, {"evaluator", b.evaluator}};
    }
    ordered_json operator()(const HomeAdded& b) const
    {
        return {{"id", b.id.hex()}, {"home", homeToJson(b.home)}};
    }
    ordered_json operator()(const ResidentAdded& b) const
    {
        return {{"id", b.id.hex()}, {"resident", residentToJson(b.resident)}};
    }
    template<class Corrected>
        requires requires(const Corrected& b) { b.field; }
    ordered_json operator()(const Corrected& b) const
    {
        return {{"field", name(b.field)}, {"value", fieldValue(b.value)}};
    }
    ordered_json operator()(const RequestReceived& b) const
    {
        return {{"home", b.home.hex()},
                {"resident", b.resident.hex()},
                {"caller", b.caller},
                {"caller_function", b.callerFunction},
                {"callback_phone", b.callbackPhone},
                {"motives", names(b.motives)},
                {"received_at", timeToJson(b.receivedAt)}};
    }
    ordered_json operator()(const TriageDecided& b) const
    {
        return {{"modality", name(b.modality)}, {"meanwhile", name(b.meanwhile)}, {"then", name(b.then)},
                {"priority", name(b.priority)}, {"due", timeToJson(b.due)},       {"owed", names(b.owed)},
                {"overridden", b.overridden}};
    }
    ordered_json operator()(const AttemptMade& b) const
    {
        return {{"at", timeToJson(b.at)},
                {"outcome", name(b.outcome)},
                {"call_back_from", timeToJson(b.callBackFrom)},
                {"call_back_until", timeToJson(b.callBackUntil)}};
    }
    ordered_json operator()(const StateChanged& b) const
    {
        return {{"to", name(b.to)},
                {"reason", b.reason},
                {"transfer", name(b.transfer)},
                {"waived", names(b.waived)},
                {"no_visit_needed", b.noVisitNeeded}};
    }
    ordered_json operator()(const ModeChanged& b) const
    {
        return {{"from", name(b.from)}, {"to", name(b.to)}, {"reason", name(b.reason)}};
    }
    ordered_json operator()(const ConsultationOpened& b) const
    {
        return {{"type", name(b.type)}, {"professional", b.professional}};
    }
    ordered_json operator()(const ConsultationEnded& b) const
    {
        return {{"video_seconds", b.line.video},          {"stills_seconds", b.line.stills},
                {"voice_only_seconds", b.line.voiceOnly}, {"without_picture_seconds", b.line.withoutPicture},
                {"by_phone_seconds", b.line.byPhone},     {"picture_troubles", b.line.pictureTroubles},
                {"reconnections", b.line.reconnections},  {"broker_outages", b.line.brokerOutages}};
    }
    ordered_json operator()(const ConsultationIdentified& b) const
    {
        return {{"name_said", b.nameSaid},
                {"birth_date_said", b.birthDateSaid},
                {"consent", name(b.consent)},
                {"words", b.words}};
    }
    ordered_json operator()(const PhotoKept& b) const
    {
        return {{"file", b.file.hex()}, {"size", b.size}, {"sha256", toHex(b.digest)}, {"what", b.what}};
    }
    ordered_json operator()(const ConsultationSigned& b) const
    {
        return {{"type", name(b.type)}, {"sheet", sheetToJson(b.sheet)}};
    }
    ordered_json operator()(const RequestDeferred& b) const
    {
        return {{"until", timeToJson(b.until)}, {"reason", b.reason}};
    }
    ordered_json operator()(const RequestAssigned& b) const
    {
        return {{"owner", b.owner ? ordered_json(b.owner->hex()) : ordered_json(nullptr)}};
    }
    ordered_json operator()(const RequestsMerged& b) const { return {{"into", b.into.hex()}}; }
    ordered_json operator()(const OwedSettled& b) const { return {{"step", name(b.step)}}; }
    ordered_json operator()(const EntryWithdrawn& b) const
    {
        return {{"entry", b.entry.hex()}, {"reason", b.reason}};
    }
    ordered_json operator()(const EntryWritten& b) const
    {
        return {{"entry", b.entry.hex()}, {"compartment", compartmentName(b.compartment)}};
    }
    ordered_json operator()(const FactsRecorded& b) const
    {
        return {{"facts", factsToJson(b.facts)}, {"words", b.words}};
    }
    ordered_json operator()(const TriageReasoned& b) const
    {
        return {{"facts", factsToJson(b.facts)},
                {"recommendation", recommendationToJson(b.recommendation)},
                {"decided", name(b.decided)},
                {"decided_priority", name(b.decidedPriority)},
                {"override_reason", name(b.overrideReason)},
                {"own_reason", b.ownReason},
                {"words", b.words},
                {"evaluator", b.evaluator}};
    }
    ordered_json operator()(const NoteAdded& b) const { return {{"text", b.text}}; }
    ordered_json operator()(const PsychosocialNoteAdded& b) const { return {{"text", b.text}}; }
    ordered_json operator()(const WishesRecorded& b) const
    {
        return {{"hospital", name(b.hospital)},
                {"own_choice", b.ownChoice},
                {"anticipatory_prescriptions", b.anticipatoryPrescriptions}};
    }
};

} // namespace

ordered_json timeToJson(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.millis, QTimeZone::utc())
        .toString(Qt::ISODateWithMs)
        .toStdString();
}

ordered_json timeToJson(const std::optional<Instant>& at)
{
    return at ? timeToJson(*at) : ordered_json(nullptr);
}

ordered_json homeToJson(const Home& home)
{
    return {{"name", home.name},
            {"town", home.town},
            {"phone", home.phone},
            {"on_call", home.onCall},
            {"travel_minutes", orNull(home.travelMinutes)},
            {"video", orNull(home.video)},
            {"trained", orNull(home.trained)},
            {"agreement", orNull(home.agreement)},
            {"referent", home.referent}};
}

ordered_json residentToJson(const Resident& resident)
{
    return {
        {"family_name", resident.familyName},
        {"given_name", resident.givenName},
        {"birth_date", resident.birthDate ? ordered_json(resident.birthDate->iso()) : ordered_json(nullptr)},
        {"home", resident.home.hex()},
        {"room", resident.room},
        {"provisional", resident.provisional},
        {"treating_physician", resident.treatingPhysician},
        {"hospital_at_home", resident.hospitalAtHome}};
}

ordered_json bodyToJson(const EventBody& body)
{
    return std::visit(ToJson{}, body);
}

} // namespace chevet::commands
