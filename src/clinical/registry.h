// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One table of every kind of event: stored name, body version, compartment, who may write it, what it sets
// and what it is about. Names are stored on disk: a name never changes and is never used again for something
// else.
#pragma once

#include "clinical/events.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace chevet::clinical {

/// In memory only; the journal holds names. The order is that of EventBody, then the parts of long bodies.
enum class Kind : std::uint8_t
{
    Unknown = 0, ///< of a newer version: kept, shown by its name, without effect
    TeamFounded,
    MemberAdded,
    SettingChanged,
    RulesAdopted,
    HomeAdded,
    HomeCorrected,
    ResidentAdded,
    ResidentCorrected,
    RequestReceived,
    RequestCorrected,
    TriageDecided,
    AttemptMade,
    StateChanged,
    RequestDeferred,
    RequestAssigned,
    RequestsMerged,
    OwedSettled,
    EntryWithdrawn,
    EntryWritten,
    FactsRecorded,
    TriageReasoned,
    NoteAdded,
    WishesRecorded,
    PsychosocialNoteAdded,
    ModeChanged,
    ConsultationOpened,
    ConsultationEnded,
    ConsultationIdentified,
    ConsultationSigned,
    PhotoKept,
    TeamTextPart,
    CoordinationTextPart,
    ClinicalTextPart,
    PsychosocialTextPart
};

/// What the stream of a kind names.
enum class StreamType : std::uint8_t
{
    Team = 1,
    Member,
    Home,
    Resident,
    Case,
    Any
};

/// What an event of this kind sets: nothing (it only adds), always the same item, or the field that its body
/// names.
enum class ItemRule : std::uint8_t
{
    None,
    Fixed,
    Field
};

struct KindDescription
{
    Kind kind = Kind::Unknown;
    std::string_view name;
    std::uint32_t version = 1;
    Compartment compartment = Compartment::Team;
    SetOf<Role> writers;
    ItemRule itemRule = ItemRule::None;
    std::string_view item; ///< for ItemRule::Fixed
    StreamType stream = StreamType::Any;
};

/// In the order of Kind, without Unknown.
std::span<const KindDescription> allKinds();

/// Requires: a known kind.
const KindDescription& describe(Kind kind);
/// Kind::Unknown for a name that this version does not have.
Kind kindFromName(std::string_view name);

/// The only rule about permissions: the store applies it to own and foreign events, the screens ask it what
/// to grey out.
bool mayWrite(Role role, Kind kind);

Kind kindOf(const EventBody& body);
/// What the event is about. Events about the whole team stand in the stream of the team's own id.
StreamId streamOf(const EventBody& body, const TeamId& team);
/// What the event sets: empty for what only adds.
std::string itemOf(const EventBody& body);
/// The kind of the parts in which a body of this compartment goes on. There is none for Audit.
Kind textPartOf(Compartment compartment);
bool isTextPart(Kind kind);

} // namespace chevet::clinical
