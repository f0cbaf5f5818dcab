// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The words of the record: roles, states, outcomes, wishes, fields.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

using namespace clinical;

QString word(Role role)
{
    switch (role) {
    case Role::Nurse: return said(QT_TRANSLATE_NOOP("Sentences", "nurse"));
    case Role::Physician: return said(QT_TRANSLATE_NOOP("Sentences", "physician"));
    case Role::Psychologist: return said(QT_TRANSLATE_NOOP("Sentences", "psychologist"));
    case Role::SocialWorker: return said(QT_TRANSLATE_NOOP("Sentences", "social worker"));
    case Role::Coordinator: return said(QT_TRANSLATE_NOOP("Sentences", "coordinator"));
    }
    return {};
}

QString word(CaseState state)
{
    switch (state) {
    case CaseState::ToTriage: return said(QT_TRANSLATE_NOOP("Sentences", "to triage"));
    case CaseState::ToCallBack: return said(QT_TRANSLATE_NOOP("Sentences", "to call back"));
    case CaseState::InProgress: return said(QT_TRANSLATE_NOOP("Sentences", "in progress"));
    case CaseState::Deferred: return said(QT_TRANSLATE_NOOP("Sentences", "deferred"));
    case CaseState::Closed: return said(QT_TRANSLATE_NOOP("Sentences", "closed"));
    case CaseState::Merged: return said(QT_TRANSLATE_NOOP("Sentences", "merged into another case"));
    }
    return {};
}

QString word(AttemptOutcome outcome)
{
    switch (outcome) {
    case AttemptOutcome::NoAnswer: return said(QT_TRANSLATE_NOOP("Sentences", "no answer"));
    case AttemptOutcome::Busy: return said(QT_TRANSLATE_NOOP("Sentences", "line busy"));
    case AttemptOutcome::LeftMessage: return said(QT_TRANSLATE_NOOP("Sentences", "message left"));
    case AttemptOutcome::Reached: return said(QT_TRANSLATE_NOOP("Sentences", "reached"));
    }
    return {};
}

QString word(OverrideReason reason)
{
    switch (reason) {
    case OverrideReason::None: return said(QT_TRANSLATE_NOOP("Sentences", "proposal accepted"));
    case OverrideReason::KnownToTeam:
        return said(QT_TRANSLATE_NOOP("Sentences", "the team knows this resident or home"));
    case OverrideReason::HomePrefers: return said(QT_TRANSLATE_NOOP("Sentences", "the home asks for it"));
    case OverrideReason::ResidentPrefers:
        return said(QT_TRANSLATE_NOOP("Sentences", "the resident or the family asks for it"));
    case OverrideReason::NobodyCanCome:
        return said(QT_TRANSLATE_NOOP("Sentences", "nobody can come in time"));
    case OverrideReason::MoreUrgent:
        return said(QT_TRANSLATE_NOOP("Sentences", "more urgent than the answers say"));
    case OverrideReason::LessUrgent:
        return said(QT_TRANSLATE_NOOP("Sentences", "less urgent than the answers say"));
    case OverrideReason::TechnicalReason: return said(QT_TRANSLATE_NOOP("Sentences", "line or equipment"));
    case OverrideReason::Other: return said(QT_TRANSLATE_NOOP("Sentences", "other reason"));
    }
    return {};
}

QString word(HospitalWish wish)
{
    switch (wish) {
    case HospitalWish::Unknown: return said(QT_TRANSLATE_NOOP("Sentences", "wish about hospital unknown"));
    case HospitalWish::Stay: return said(QT_TRANSLATE_NOOP("Sentences", "wishes to stay in the home"));
    case HospitalWish::GoIfNeeded: return said(QT_TRANSLATE_NOOP("Sentences", "accepts hospital if needed"));
    case HospitalWish::DependsOnCause: return said(QT_TRANSLATE_NOOP("Sentences", "depends on the cause"));
    }
    return {};
}

QString word(TransferOutcome outcome)
{
    switch (outcome) {
    case TransferOutcome::NotInQuestion:
        return said(QT_TRANSLATE_NOOP("Sentences", "no transfer in question"));
    case TransferOutcome::Transferred: return said(QT_TRANSLATE_NOOP("Sentences", "transferred to hospital"));
    case TransferOutcome::Avoided: return said(QT_TRANSLATE_NOOP("Sentences", "transfer avoided"));
    case TransferOutcome::Unknown:
        return said(QT_TRANSLATE_NOOP("Sentences", "not known whether transferred"));
    }
    return {};
}

QString word(clinical::ModeChangeReason reason)
{
    switch (reason) {
    case ModeChangeReason::VideoFailed: return said(QT_TRANSLATE_NOOP("Sentences", "the picture failed"));
    case ModeChangeReason::SoundFailed: return said(QT_TRANSLATE_NOOP("Sentences", "the sound failed"));
    case ModeChangeReason::NobodyAtBedside:
        return said(QT_TRANSLATE_NOOP("Sentences", "nobody of the home at the bedside"));
    case ModeChangeReason::ResidentStops:
        return said(QT_TRANSLATE_NOOP("Sentences", "the resident does not wish to go on so"));
    case ModeChangeReason::MustBeSeen: return said(QT_TRANSLATE_NOOP("Sentences", "this way will not do"));
    case ModeChangeReason::Other: return said(QT_TRANSLATE_NOOP("Sentences", "another reason"));
    }
    return {};
}

QString word(HomeField field)
{
    switch (field) {
    case HomeField::Name: return said(QT_TRANSLATE_NOOP("Sentences", "name of the home"));
    case HomeField::Town: return said(QT_TRANSLATE_NOOP("Sentences", "town"));
    case HomeField::Phone: return said(QT_TRANSLATE_NOOP("Sentences", "phone"));
    case HomeField::OnCall: return said(QT_TRANSLATE_NOOP("Sentences", "on-call contact"));
    case HomeField::TravelMinutes: return said(QT_TRANSLATE_NOOP("Sentences", "travel time in minutes"));
    case HomeField::Video: return said(QT_TRANSLATE_NOOP("Sentences", "working video"));
    case HomeField::Trained: return said(QT_TRANSLATE_NOOP("Sentences", "staff trained"));
    case HomeField::Agreement: return said(QT_TRANSLATE_NOOP("Sentences", "agreement signed"));
    case HomeField::Referent: return said(QT_TRANSLATE_NOOP("Sentences", "referent"));
    }
    return {};
}

QString word(ResidentField field)
{
    switch (field) {
    case ResidentField::FamilyName: return said(QT_TRANSLATE_NOOP("Sentences", "name at birth"));
    case ResidentField::GivenName: return said(QT_TRANSLATE_NOOP("Sentences", "given name"));
    case ResidentField::BirthDate: return said(QT_TRANSLATE_NOOP("Sentences", "date of birth"));
    case ResidentField::Home: return said(QT_TRANSLATE_NOOP("Sentences", "home"));
    case ResidentField::Room: return said(QT_TRANSLATE_NOOP("Sentences", "room"));
    case ResidentField::Provisional: return said(QT_TRANSLATE_NOOP("Sentences", "provisional identity"));
    case ResidentField::TreatingPhysician: return said(QT_TRANSLATE_NOOP("Sentences", "treating physician"));
    case ResidentField::HospitalAtHome: return said(QT_TRANSLATE_NOOP("Sentences", "hospital at home"));
    }
    return {};
}

QString word(RequestField field)
{
    switch (field) {
    case RequestField::Resident: return said(QT_TRANSLATE_NOOP("Sentences", "resident"));
    case RequestField::Home: return said(QT_TRANSLATE_NOOP("Sentences", "home"));
    case RequestField::Caller: return said(QT_TRANSLATE_NOOP("Sentences", "caller"));
    case RequestField::CallerFunction: return said(QT_TRANSLATE_NOOP("Sentences", "caller’s function"));
    case RequestField::CallbackPhone: return said(QT_TRANSLATE_NOOP("Sentences", "call-back number"));
    case RequestField::Motives: return said(QT_TRANSLATE_NOOP("Sentences", "motives"));
    }
    return {};
}

} // namespace chevet::workflow
