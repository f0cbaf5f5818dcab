// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/field_values.h"

namespace chevet::casebook {

using namespace clinical;

namespace {

template<class T> void assign(T& member, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        member = T{};
    } else if (const auto* known = std::get_if<T>(&value)) {
        member = *known;
    }
}

template<class T> void assign(std::optional<T>& member, const FieldValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) {
        member.reset();
    } else if (const auto* known = std::get_if<T>(&value)) {
        member = *known;
    }
}

} // namespace

void setField(Home& home, HomeField field, const FieldValue& value)
{
    switch (field) {
    case HomeField::Name: return assign(home.name, value);
    case HomeField::Town: return assign(home.town, value);
    case HomeField::Phone: return assign(home.phone, value);
    case HomeField::OnCall: return assign(home.onCall, value);
    case HomeField::TravelMinutes: return assign(home.travelMinutes, value);
    case HomeField::Video: return assign(home.video, value);
    case HomeField::Trained: return assign(home.trained, value);
    case HomeField::Agreement: return assign(home.agreement, value);
    case HomeField::Referent: return assign(home.referent, value);
    }
}

void setField(Resident& resident, ResidentField field, const FieldValue& value)
{
    switch (field) {
    case ResidentField::FamilyName: return assign(resident.familyName, value);
    case ResidentField::GivenName: return assign(resident.givenName, value);
    case ResidentField::BirthDate: return assign(resident.birthDate, value);
    case ResidentField::Home: return assign(resident.home, value);
    case ResidentField::Room: return assign(resident.room, value);
    case ResidentField::Provisional: return assign(resident.provisional, value);
    case ResidentField::TreatingPhysician: return assign(resident.treatingPhysician, value);
    case ResidentField::HospitalAtHome: return assign(resident.hospitalAtHome, value);
    }
}

void setField(RequestReceived& request, RequestField field, const FieldValue& value)
{
    switch (field) {
    case RequestField::Resident: return assign(request.resident, value);
    case RequestField::Home: return assign(request.home, value);
    case RequestField::Caller: return assign(request.caller, value);
    case RequestField::CallerFunction: return assign(request.callerFunction, value);
    case RequestField::CallbackPhone: return assign(request.callbackPhone, value);
    case RequestField::Motives: return assign(request.motives, value);
    }
}

} // namespace chevet::casebook
