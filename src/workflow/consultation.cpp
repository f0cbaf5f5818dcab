// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sheet of a consultation, and what of it goes into the record.
#include "workflow/consultation.h"

#include "clinical/registry.h"
#include "workflow/store/consultation_self.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

using clinical::CaseState;
using clinical::Consent;
using clinical::Kind;

namespace {

std::int64_t secondsOf(call::Moment span)
{
    return std::chrono::duration_cast<std::chrono::seconds>(span).count();
}

bool isGiven(Consent consent)
{
    return consent == Consent::Given || consent == Consent::GivenBySurrogate;
}

/// Without the lines that nobody has filled in.
clinical::ConsultationSheet tidied(clinical::ConsultationSheet sheet)
{
    std::erase_if(sheet.findings, [](const auto& finding) { return finding.found.empty(); });
    std::erase_if(sheet.advice, [](const auto& step) { return step.text.empty(); });
    return sheet;
}

} // namespace

Consultation::Consultation(Desk& desk, const CaseId& id, QObject* parent)
    : QObject(parent), m_self(std::make_unique<Self>(*this, desk, desk.room()))
{
    m_self->file = desk.openCase(id, this);
    m_self->saveTimer.setSingleShot(true);
    connect(&m_self->saveTimer, &QTimer::timeout, this, [this] { m_self->save(); });
    m_self->linkTimer.setSingleShot(true);
    connect(&m_self->linkTimer, &QTimer::timeout, this, [this] {
        Q_EMIT noticed(said(QT_TRANSLATE_NOOP(
            "Sentences", "The link has run out: nobody new comes in by it. Whoever is in the call stays.")));
    });
    connect(m_self->file, &CaseFile::changed, this, &Consultation::changed);
    connect(m_self->file, &CaseFile::refused, this, &Consultation::refused);
    connect(m_self->file, &CaseFile::loaded, this, [this] { m_self->readDraft(); });
}

Consultation::~Consultation()
{
    m_self->endLine();
    m_self->writeEnd();
    m_self->save(); // whoever closes it in the middle finds it again
}

Consultation* Consultation::begin(Desk& desk, const CaseId& id, QObject* parent)
{
    return new Consultation(desk, id, parent);
}

CaseId Consultation::caseId() const
{
    return m_self->file->id();
}

bool Consultation::isLoaded() const
{
    return m_self->isDraftRead && m_self->file->isLoaded();
}

const clinical::CaseView& Consultation::view() const
{
    return m_self->file->view();
}

ConsultationStage Consultation::stage() const
{
    return m_self->stage;
}

bool Consultation::isByPhone() const
{
    return m_self->isByPhone;
}

bool Consultation::isLive() const
{
    return m_self->stage == ConsultationStage::Open;
}

bool Consultation::isSigned() const
{
    return m_self->isSigned;
}

// ---- the sheet ----

void Consultation::Self::touch()
{
    isDirty = true;
    isSigned = false;
    if (!saveTimer.isActive()) { // not restarted by the next key: it would never run while someone types
        saveTimer.start(autosaveMillis);
    }
    Q_EMIT consultation.changed();
}

void Consultation::Self::save()
{
    saveTimer.stop();
    if (!isDirty || room == nullptr || !mayWrite()) {
        return;
    }
    isDirty = false;
    room->store().saveDraft(&consultation, draftId(), encodeConsultationDraft(draft),
                            [this](const Result<void>& kept) {
                                if (!kept) {
                                    isDirty = true; // the next key tries again
                                    Q_EMIT consultation.refused(sentenceFor(kept.error()));
                                }
                            });
}

void Consultation::Self::readDraft()
{
    if (room == nullptr) {
        return;
    }
    room->store().ask(
        &consultation,
        [id = draftId()](casebook::Casebook& casebook) {
            std::optional<ConsultationDraft> found;
            const auto drafts = casebook.drafts();
            if (!drafts) {
                return found;
            }
            for (const auto& [key, content] : *drafts) {
                if (auto read = decodeConsultationDraft(content); key == id && read) {
                    found = std::move(*read);
                }
            }
            return found;
        },
        [this](const std::optional<ConsultationDraft>& found) {
            if (found) {
                draft = *found;
            } else if (const auto& facts = file->view().facts) {
                draft.sheet.objective = facts->objective.value_or("");
                draft.consent = facts->consent.value_or(Consent::NotAsked);
            }
            isDraftRead = true;
            Q_EMIT consultation.loaded();
            Q_EMIT consultation.changed();
        });
}

const clinical::ConsultationSheet& Consultation::sheet() const
{
    return m_self->draft.sheet;
}

void Consultation::setSheet(const clinical::ConsultationSheet& sheet)
{
    if (sheet == m_self->draft.sheet) {
        return;
    }
    const auto before = std::exchange(m_self->draft.sheet, sheet);
    auto& advice = m_self->draft.sheet.advice;
    for (std::size_t i = 0; i < std::min(advice.size(), before.advice.size()); ++i) {
        if (advice[i].text != before.advice[i].text) {
            advice[i].repeatedBack = false; // what was said again is not this
        }
    }
    m_self->touch();
}

clinical::ConsultationType Consultation::type() const
{
    return m_self->draft.type;
}

void Consultation::setType(clinical::ConsultationType type)
{
    if (type != m_self->draft.type) {
        m_self->draft.type = type;
        m_self->touch();
    }
}

QString Consultation::professional() const
{
    return fromUtf8(m_self->draft.professional);
}

void Consultation::setProfessional(const QString& professional)
{
    if (professional.toStdString() != m_self->draft.professional) {
        m_self->draft.professional = professional.toStdString();
        m_self->touch();
    }
}

Consent Consultation::consent() const
{
    return m_self->draft.consent;
}

void Consultation::setConsent(Consent consent)
{
    if (consent != m_self->draft.consent) {
        m_self->draft.consent = consent;
        m_self->touch();
    }
}

// ---- the record ----

bool Consultation::Self::mayWrite() const
{
    return room != nullptr && !room->facts().isReadOnly &&
           clinical::mayWrite(room->facts().member.role, Kind::ConsultationSigned);
}

void Consultation::Self::write(std::vector<casebook::NewEvent> events, std::function<void()> landed,
                               const std::optional<DraftId>& finishes)
{
    if (room == nullptr) {
        return;
    }
    DeskRoom::Action action;
    action.events = std::move(events);
    action.finishes = finishes;
    room->append(&consultation, action,
                 [this, landed = std::move(landed)](const Result<casebook::Appended>& answer) {
                     if (!answer) {
                         Q_EMIT consultation.refused(sentenceFor(answer.error()));
                     } else if (landed) {
                         landed();
                     }
                 });
}

std::vector<casebook::NewEvent> Consultation::Self::beginning() const
{
    std::vector<casebook::NewEvent> events;
    const auto& id = file->id();
    if (file->view().row.state != CaseState::InProgress) {
        events.push_back({clinical::StateChanged{id, CaseState::InProgress, {}, {}, {}}});
    }
    events.push_back({clinical::ConsultationOpened{id, draft.type, draft.professional}});
    return events;
}

/// How the line was, once for each consultation. The home's seat is the one that lasted longest.
void Consultation::Self::writeEnd()
{
    if (isEndWritten || stage == ConsultationStage::Before) {
        return;
    }
    isEndWritten = true;
    if (isByPhone && room != nullptr) {
        byPhone += std::chrono::duration_cast<std::chrono::seconds>(room->now() - phoneSince);
    }
    call::CallFacts facts;
    for (const auto& seat : seats) {
        facts = seat.facts.lasted >= facts.lasted ? seat.facts : facts;
    }
    clinical::LineRecord record;
    record.video = secondsOf(facts.video);
    record.stills = secondsOf(facts.stills);
    record.voiceOnly = secondsOf(facts.voiceOnly);
    record.withoutPicture = secondsOf(facts.withoutPicture);
    record.byPhone = std::max<std::int64_t>(byPhone.count(), 0);
    record.pictureTroubles = facts.pictureTroubles;
    record.reconnections = facts.reconnections;
    record.brokerOutages = facts.brokerOutages;
    write({{clinical::ConsultationEnded{file->id(), record}}});
}

QStringList Consultation::missingForSigning() const
{
    QStringList missing;
    if (m_self->draft.sheet.objective.empty()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the objective"));
    }
    const auto sheet = tidied(m_self->draft.sheet);
    if (sheet.assessment.empty() && sheet.advice.empty() && sheet.findings.empty()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "an assessment, a finding or a line of advice"));
    }
    if (isLive()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the end of the call (F12)"));
    }
    return missing;
}

void Consultation::sign()
{
    const auto missing = missingForSigning();
    if (!missing.isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "Before signing: %1."))
                            .arg(missing.join(QLatin1String(", "))),
                        {}});
        return;
    }
    m_self->save(); // if signing fails, what was typed last is kept all the same
    m_self->draft.sheet = tidied(m_self->draft.sheet);
    m_self->write(
        {{clinical::ConsultationSigned{caseId(), m_self->draft.type, m_self->draft.sheet}}},
        [this] {
            m_self->isSigned = !m_self->isDirty;
            Q_EMIT signedOff();
            Q_EMIT changed();
        },
        m_self->draftId());
}

QString Consultation::report() const
{
    return sheetText(tidied(m_self->draft.sheet));
}

bool Consultation::isIdentified() const
{
    return m_self->isIdentified;
}

QStringList Consultation::missingForPicture(bool nameSaid, bool birthDateSaid) const
{
    QStringList missing;
    if (!nameSaid) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the name, said at the bedside"));
    }
    if (!birthDateSaid) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the date of birth, said at the bedside"));
    }
    if (!isGiven(consent())) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "consent"));
    }
    return missing;
}

void Consultation::identify(bool nameSaid, bool birthDateSaid, const QString& words)
{
    const auto missing = missingForPicture(nameSaid, birthDateSaid);
    if (!missing.isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "Before the picture is shown: %1."))
                            .arg(missing.join(QLatin1String(", "))),
                        {}});
        return;
    }
    m_self->write({{clinical::ConsultationIdentified{caseId(), nameSaid, birthDateSaid, consent(),
                                                     words.trimmed().toStdString()}}},
                  [this] {
                      m_self->isIdentified = true;
                      for (const auto& seat : m_self->seats) {
                          if (seat.isAdmitted && m_self->line != nullptr) {
                              m_self->line->identityAndConsentRecorded(seat.id);
                          }
                      }
                      Q_EMIT changed();
                  });
}

void Consultation::withdrawConsent(Consent consent)
{
    setConsent(consent);
    m_self->isIdentified = false;
    for (const auto& seat : m_self->seats) {
        if (m_self->line != nullptr) {
            m_self->line->consentWithdrawn(seat.id); // at once: the record follows
        }
    }
    m_self->write({{clinical::ConsultationIdentified{caseId(), false, false, consent, {}}}});
}

} // namespace chevet::workflow
