// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fields of the team's, homes', residents' and requests' events. Keys are stored on disk: never renumber,
// never give a key another meaning, add only at the end. Internal to the codec.
#pragma once

#include "clinical/codec_fields.h"

namespace chevet::clinical {

inline constexpr Range travelRange{0, 1440};

inline ValueType valueTypeOf(HomeField field)
{
    switch (field) {
    case HomeField::TravelMinutes: return ValueType::Number;
    case HomeField::Video:
    case HomeField::Trained:
    case HomeField::Agreement: return ValueType::YesNo;
    case HomeField::Name:
    case HomeField::Town:
    case HomeField::Phone:
    case HomeField::OnCall:
    case HomeField::Referent: break;
    }
    return ValueType::Text;
}

inline ValueType valueTypeOf(ResidentField field)
{
    switch (field) {
    case ResidentField::BirthDate: return ValueType::Day;
    case ResidentField::Home: return ValueType::Home;
    case ResidentField::Provisional: return ValueType::YesNo;
    case ResidentField::FamilyName:
    case ResidentField::GivenName:
    case ResidentField::Room:
    case ResidentField::TreatingPhysician:
    case ResidentField::HospitalAtHome: break;
    }
    return ValueType::Text;
}

inline ValueType valueTypeOf(RequestField field)
{
    switch (field) {
    case RequestField::Resident: return ValueType::Resident;
    case RequestField::Home: return ValueType::Home;
    case RequestField::Motives: return ValueType::Motives;
    case RequestField::Caller:
    case RequestField::CallerFunction:
    case RequestField::CallbackPhone: break;
    }
    return ValueType::Text;
}

void fields(auto& visit, Is<TeamFounded> auto& event)
{
    visit(0, event.name);
    visit(1, event.sample);
    visit(2, event.signingKey);
    visit(3, event.agreementKey);
}

void fields(auto& visit, Is<MemberAdded> auto& event)
{
    visit(0, event.name);
    visit(1, event.role);
}

void fields(auto& visit, Is<SettingChanged> auto& event)
{
    visit(0, event.name);
    visit(1, event.value);
}

void fields(auto& visit, Is<RulesAdopted> auto& event)
{
    visit(0, event.hash);
    visit(1, event.version);
    visit(2, event.evaluator);
    visit(3, event.text);
}

void fields(auto& visit, Is<Home> auto& home)
{
    visit(0, home.name);
    visit(1, home.town);
    visit(2, home.phone);
    visit(3, home.onCall);
    visit(4, home.travelMinutes, travelRange);
    visit(5, home.video);
    visit(6, home.trained);
    visit(7, home.agreement);
    visit(8, home.referent);
}

void fields(auto& visit, Is<Resident> auto& resident)
{
    visit(0, resident.familyName);
    visit(1, resident.givenName);
    visit(2, resident.birthDate);
    visit(3, resident.home);
    visit(4, resident.room);
    visit(5, resident.provisional);
    visit(6, resident.treatingPhysician);
    visit(7, resident.hospitalAtHome);
}

void fields(auto& visit, Is<HomeAdded> auto& event)
{
    visit(0, event.home);
}

void fields(auto& visit, Is<ResidentAdded> auto& event)
{
    visit(0, event.resident);
}

template<class Event>
concept IsCorrection =
    Is<Event, HomeCorrected> || Is<Event, ResidentCorrected> || Is<Event, RequestCorrected>;

void fields(auto& visit, IsCorrection auto& event)
{
    visit(0, event.field);
    const auto type = valueTypeOf(event.field);
    if constexpr (requires { visit.finish(); }) {
        visit.typed(1, event.value, type, type == ValueType::Number ? travelRange : Range{});
    } else {
        visit.typed(1, event.value, type);
    }
}

void fields(auto& visit, Is<RequestReceived> auto& event)
{
    visit(0, event.home);
    visit(1, event.resident);
    visit(2, event.caller);
    visit(3, event.callerFunction);
    visit(4, event.callbackPhone);
    visit(5, event.motives);
    visit(6, event.receivedAt);
}

void fields(auto& visit, Is<TriageDecided> auto& event)
{
    visit(0, event.modality);
    visit(1, event.meanwhile);
    visit(2, event.then);
    visit(3, event.priority);
    visit(4, event.due);
    visit(5, event.owed);
    visit(6, event.overridden);
}

void fields(auto& visit, Is<AttemptMade> auto& event)
{
    visit(0, event.at);
    visit(1, event.outcome);
    visit(2, event.callBackFrom);
    visit(3, event.callBackUntil);
}

void fields(auto& visit, Is<StateChanged> auto& event)
{
    visit(0, event.to);
    visit(1, event.reason);
    visit(2, event.transfer);
    visit(3, event.waived);
    visit(4, event.noVisitNeeded);
}

void fields(auto& visit, Is<ModeChanged> auto& event)
{
    visit(0, event.from);
    visit(1, event.to);
    visit(2, event.reason);
}

void fields(auto& visit, Is<ConsultationOpened> auto& event)
{
    visit(0, event.type);
    visit(1, event.professional);
}

void fields(auto& visit, Is<LineRecord> auto& line)
{
    constexpr Range span{0, 604'800}; // a week
    constexpr Range often{0, 1'000'000};
    visit(0, line.video, span);
    visit(1, line.stills, span);
    visit(2, line.voiceOnly, span);
    visit(3, line.withoutPicture, span);
    visit(4, line.byPhone, span);
    visit(5, line.pictureTroubles, often);
    visit(6, line.reconnections, often);
    visit(7, line.brokerOutages, often);
}

void fields(auto& visit, Is<ConsultationEnded> auto& event)
{
    visit(0, event.line);
}

void fields(auto& visit, Is<RequestDeferred> auto& event)
{
    visit(0, event.until);
    visit(1, event.reason);
}

void fields(auto& visit, Is<RequestAssigned> auto& event)
{
    visit(0, event.owner);
}

void fields(auto& visit, Is<RequestsMerged> auto& event)
{
    visit(0, event.into);
}

void fields(auto& visit, Is<OwedSettled> auto& event)
{
    visit(0, event.step);
}

void fields(auto& visit, Is<EntryWithdrawn> auto& event)
{
    visit(0, event.entry);
    visit(1, event.reason);
}

void fields(auto& visit, Is<EntryWritten> auto& event)
{
    visit(0, event.entry);
    visit(1, event.compartment);
}

} // namespace chevet::clinical
