// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How an intake is kept: begun, autosaved, gone on with, discarded.
#include "workflow/intake.h"
#include "workflow/store/intake_self.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

Intake* Intake::begin(Desk& desk, QObject* parent)
{
    auto& room = desk.room();
    Draft draft;
    draft.caseId = room.makeId<CaseId>();
    draft.startedAt = room.now();
    draft.lastTouched = draft.startedAt;
    return new Intake(desk, room.makeId<DraftId>(), draft, parent);
}

Intake* Intake::goOn(Desk& desk, const DraftId& id, const Draft& draft, QObject* parent)
{
    auto* intake = new Intake(desk, id, draft, parent);
    if (draft.home) {
        intake->m_self->readHome(*draft.home);
    }
    if (draft.resident) {
        intake->m_self->readResident(*draft.resident);
    }
    return intake;
}

Intake* Intake::beginAgain(Desk& desk, const clinical::QueueRow& open, QObject* parent)
{
    auto& room = desk.room();
    Draft draft;
    draft.caseId = room.makeId<CaseId>(); // for what it would become if it were about somebody else after all
    draft.startedAt = room.now();
    draft.lastTouched = draft.startedAt;
    draft.home = open.home;
    draft.resident = open.resident;
    draft.joins = true;
    draft.again = open.id;
    return goOn(desk, room.makeId<DraftId>(), draft, parent);
}

bool Intake::isRetriage() const
{
    return m_self->draft.again.has_value();
}

bool Intake::isEmpty() const
{
    return m_self->isEmpty();
}

Intake::~Intake()
{
    m_self->save(); // whoever closes the form in the middle of a call finds it again
}

void Intake::keep()
{
    m_self->save();
}

Intake* Intake::sameCallNextResident(QObject* parent)
{
    if (!m_self->desk) {
        return nullptr;
    }
    auto* next = begin(*m_self->desk, parent);
    auto& draft = next->m_self->draft;
    next->m_self->home = m_self->home;
    draft.home = m_self->draft.home;
    draft.caller = m_self->draft.caller;
    draft.callerFunction = m_self->draft.callerFunction;
    draft.callbackPhone = m_self->draft.callbackPhone;
    next->m_self->touch(Self::Haste::AtOnce);
    return next;
}

void Intake::discard()
{
    m_self->stage = Self::Stage::Discarded;
    m_self->saveTimer.stop();
    if (m_self->room) {
        m_self->room->dropDraft(m_self->id);
    }
}

void Intake::setWords(const QString& words)
{
    m_self->draft.words = words.toStdString();
    m_self->touch(Self::Haste::Soon);
}

QString Intake::words() const
{
    return fromUtf8(m_self->draft.words);
}

/// Something has changed: triage is to be asked again, and the draft is behind.
void Intake::Self::touch(Haste haste)
{
    facts.reset();
    recommendation.reset();
    isDirty = true;
    if (room) {
        draft.lastTouched = room->now();
    }
    if (haste == Haste::AtOnce) {
        save();
    } else if (!saveTimer.isActive()) {
        // Not restarted by the next key: it would never run while someone types.
        saveTimer.start(autosaveMillis);
    }
    Q_EMIT intake.changed();
}

bool Intake::Self::isEmpty() const
{
    if (draft.again) {
        return draft.words.empty() && draft.answered.empty() && draft.choices == choicesAtFirst;
    }
    return !draft.home && !draft.resident && draft.caller.empty() && draft.callerFunction.empty() &&
           draft.callbackPhone.empty() && draft.words.empty() && draft.choices.empty() &&
           draft.answered.empty();
}

QString Intake::Self::title() const
{
    QStringList parts;
    if (home) {
        parts << fromUtf8(home->home.name);
    }
    if (resident) {
        const auto& who = resident->resident;
        parts << residentText(who.familyName, who.givenName, who.provisional);
    }
    if (parts.isEmpty() && !draft.caller.empty()) {
        parts << fromUtf8(draft.caller);
    }
    return parts.isEmpty() ? said(QT_TRANSLATE_NOOP("Sentences", "Unfinished call"))
                           : parts.join(QStringLiteral(" · "));
}

void Intake::Self::save()
{
    saveTimer.stop();
    const bool hasNothing = isEmpty() && room != nullptr && room->draft(id) == nullptr;
    if (!isDirty || stage != Stage::Asking || hasNothing || room == nullptr || room->facts().isReadOnly) {
        return;
    }
    isDirty = false;
    if (home || resident || draft.title.empty()) {
        draft.title = title().toStdString();
    }
    room->keepDraft(&intake, id, draft, [this](const Result<void>& saved) {
        if (saved) {
            Q_EMIT intake.draftSaved();
        } else {
            isDirty = true; // the status line says why; what was typed is still here, and tried again
            saveTimer.start(retryMillis);
        }
    });
}

} // namespace chevet::workflow
