// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinical/registry.h"

#include <array>
#include <unordered_map>

namespace chevet::clinical {
namespace {

// Teams are three to seven people: whoever is in may add a colleague's name. (What a colleague's device can
// read is decided by granted keys, not here.) Clinical words belong to those who hold the clinical
// compartment; psychologists and social workers do not, and a coordinator writes neither kind of notes. A
// decision is written together with its reasons, which are clinical, hence its writers.
constexpr SetOf<Role> everyone{Role::Nurse, Role::Physician, Role::Psychologist, Role::SocialWorker,
                               Role::Coordinator};
constexpr SetOf<Role> leading{Role::Nurse, Role::Physician, Role::Coordinator};
constexpr SetOf<Role> clinicians{Role::Nurse, Role::Physician};
constexpr SetOf<Role> carers{Role::Nurse, Role::Physician, Role::Psychologist, Role::SocialWorker};

constexpr auto team = Compartment::Team;
constexpr auto coordination = Compartment::Coordination;
constexpr auto clinical = Compartment::Clinical;
constexpr auto psychosocial = Compartment::Psychosocial;
using Stream = StreamType;

// Stored on disk: names never change. A version grows when a field is added; fields never change their
// meaning.
constexpr std::array<KindDescription, 34> table{{
    {Kind::TeamFounded, "team.founded", 1, team, everyone, ItemRule::None, "", Stream::Team},
    {Kind::MemberAdded, "member.added", 1, team, everyone, ItemRule::None, "", Stream::Member},
    {Kind::SettingChanged, "setting.changed", 1, team, leading, ItemRule::Field, "", Stream::Team},
    {Kind::RulesAdopted, "rules.adopted", 1, team, clinicians, ItemRule::None, "", Stream::Team},
    {Kind::HomeAdded, "home.added", 1, coordination, everyone, ItemRule::None, "", Stream::Home},
    {Kind::HomeCorrected, "home.corrected", 1, coordination, everyone, ItemRule::Field, "", Stream::Home},
    {Kind::ResidentAdded, "resident.added", 1, coordination, everyone, ItemRule::None, "", Stream::Resident},
    {Kind::ResidentCorrected, "resident.corrected", 1, coordination, everyone, ItemRule::Field, "",
     Stream::Resident},
    {Kind::RequestReceived, "request.received", 1, coordination, everyone, ItemRule::None, "", Stream::Case},
    {Kind::RequestCorrected, "request.corrected", 1, coordination, everyone, ItemRule::Field, "",
     Stream::Case},
    {Kind::TriageDecided, "triage.decided", 1, coordination, clinicians, ItemRule::Fixed, "decision",
     Stream::Case},
    {Kind::AttemptMade, "attempt.made", 1, coordination, everyone, ItemRule::None, "", Stream::Case},
    {Kind::StateChanged, "state.changed", 2, coordination, everyone, ItemRule::Fixed, "state", Stream::Case},
    {Kind::RequestDeferred, "request.deferred", 1, coordination, everyone, ItemRule::Fixed, "state",
     Stream::Case},
    {Kind::RequestAssigned, "request.assigned", 1, coordination, everyone, ItemRule::Fixed, "owner",
     Stream::Case},
    {Kind::RequestsMerged, "request.merged", 1, coordination, everyone, ItemRule::None, "", Stream::Case},
    {Kind::OwedSettled, "owed.settled", 1, coordination, everyone, ItemRule::None, "", Stream::Case},
    {Kind::EntryWithdrawn, "entry.withdrawn", 1, coordination, everyone, ItemRule::None, "", Stream::Any},
    {Kind::EntryWritten, "entry.written", 1, coordination, carers, ItemRule::None, "", Stream::Any},
    {Kind::FactsRecorded, "facts.recorded", 1, clinical, clinicians, ItemRule::Fixed, "facts", Stream::Case},
    {Kind::TriageReasoned, "triage.reasoned", 2, clinical, clinicians, ItemRule::Fixed, "decision",
     Stream::Case},
    {Kind::NoteAdded, "note.added", 1, clinical, clinicians, ItemRule::None, "", Stream::Case},
    {Kind::WishesRecorded, "wishes.recorded", 1, clinical, clinicians, ItemRule::Fixed, "wishes",
     Stream::Resident},
    {Kind::PsychosocialNoteAdded, "note.psychosocial", 1, psychosocial, carers, ItemRule::None, "",
     Stream::Case},
    {Kind::ModeChanged, "mode.changed", 1, coordination, everyone, ItemRule::None, "", Stream::Case},
    {Kind::ConsultationOpened, "consultation.opened", 1, coordination, clinicians, ItemRule::None, "",
     Stream::Case},
    {Kind::ConsultationEnded, "consultation.ended", 1, coordination, clinicians, ItemRule::None, "",
     Stream::Case},
    {Kind::ConsultationIdentified, "consultation.identified", 1, clinical, clinicians, ItemRule::None, "",
     Stream::Case},
    {Kind::ConsultationSigned, "consultation.signed", 1, clinical, clinicians, ItemRule::None, "",
     Stream::Case},
    {Kind::PhotoKept, "photo.kept", 1, clinical, clinicians, ItemRule::None, "", Stream::Case},
    {Kind::TeamTextPart, "text.part.team", 1, team, everyone, ItemRule::None, "", Stream::Any},
    {Kind::CoordinationTextPart, "text.part.coordination", 1, coordination, everyone, ItemRule::None, "",
     Stream::Any},
    {Kind::ClinicalTextPart, "text.part", 1, clinical, clinicians, ItemRule::None, "", Stream::Any},
    {Kind::PsychosocialTextPart, "text.part.psychosocial", 1, psychosocial, carers, ItemRule::None, "",
     Stream::Any},
}};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].kind) != i + 1) {
            return false;
        }
    }
    return true;
}
static_assert(isInOrder());
static_assert(std::variant_size_v<EventBody> == static_cast<std::size_t>(Kind::PhotoKept));

template<class... Bodies> struct Overloaded : Bodies...
{
    using Bodies::operator()...;
};
template<class... Bodies> Overloaded(Bodies...) -> Overloaded<Bodies...>; // Clang 16 does not deduce it

} // namespace

std::span<const KindDescription> allKinds()
{
    return table;
}

const KindDescription& describe(Kind kind)
{
    return table.at(static_cast<std::size_t>(kind) - 1);
}

Kind kindFromName(std::string_view name)
{
    static const auto byName = [] {
        std::unordered_map<std::string_view, Kind> kinds;
        for (const auto& description : table) {
            kinds.emplace(description.name, description.kind);
        }
        return kinds;
    }();
    const auto found = byName.find(name);
    return found == byName.end() ? Kind::Unknown : found->second;
}

bool mayWrite(Role role, Kind kind)
{
    return kind != Kind::Unknown && describe(kind).writers.has(role);
}

Kind kindOf(const EventBody& body)
{
    return static_cast<Kind>(body.index() + 1);
}

StreamId streamOf(const EventBody& body, const TeamId& teamId)
{
    return std::visit(
        [&](const auto& event) -> StreamId {
            using Event = std::decay_t<decltype(event)>;
            if constexpr (requires { event.stream; }) {
                return event.stream;
            } else if constexpr (requires { event.id; }) {
                return idCast<StreamId>(event.id);
            } else if constexpr (std::is_same_v<Event, MemberAdded>) {
                return idCast<StreamId>(event.member);
            } else if constexpr (std::is_same_v<Event, WishesRecorded>) {
                return idCast<StreamId>(event.resident);
            } else {
                return idCast<StreamId>(teamId);
            }
        },
        body);
}

std::string itemOf(const EventBody& body)
{
    const auto& description = describe(kindOf(body));
    if (description.itemRule != ItemRule::Field) {
        return std::string(description.item);
    }
    return std::visit(Overloaded{[](const SettingChanged& event) { return event.name; },
                                 [](const auto& event) {
                                     if constexpr (requires { nameOf(event.field); }) {
                                         return std::string(nameOf(event.field));
                                     } else {
                                         return std::string();
                                     }
                                 }},
                      body);
}

Kind textPartOf(Compartment compartment)
{
    switch (compartment) {
    case Compartment::Team: return Kind::TeamTextPart;
    case Compartment::Coordination: return Kind::CoordinationTextPart;
    case Compartment::Clinical: return Kind::ClinicalTextPart;
    case Compartment::Psychosocial: return Kind::PsychosocialTextPart;
    case Compartment::Audit: break;
    }
    return Kind::Unknown;
}

bool isTextPart(Kind kind)
{
    return kind >= Kind::TeamTextPart;
}

} // namespace chevet::clinical
