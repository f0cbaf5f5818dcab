// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/case_file.h"

#include "clinical/registry.h"
#include "workflow/store/case_file_self.h"
#include "workflow/store/photo.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

using clinical::CaseState;

CaseFile::CaseFile(Desk& desk, const CaseId& id, QObject* parent)
    : QObject(parent), m_self(std::make_unique<Self>(*this, desk.room(), id))
{
    connect(&desk.room(), &DeskRoom::streamsChanged, this, [this](const Streams& streams) {
        if (m_self->isAbout(streams)) {
            m_self->read();
        }
    });
}

CaseFile::~CaseFile() = default;

CaseFile* CaseFile::open(Desk& desk, const CaseId& id, QObject* parent)
{
    auto* file = new CaseFile(desk, id, parent);
    file->m_self->read();
    return file;
}

bool CaseFile::Self::isAbout(const Streams& streams) const
{
    const auto has = [&](const StreamId& stream) {
        return std::find(streams.begin(), streams.end(), stream) != streams.end();
    };
    return has(idCast<StreamId>(id)) ||
           (isLoaded && (has(idCast<StreamId>(view().resident.id)) || has(idCast<StreamId>(view().home.id)) ||
                         std::any_of(history.cases.begin(), history.cases.end(),
                                     [&](const auto& other) { return has(StreamId{other.first}); })));
}

StreamId CaseFile::Self::streamOf(const EventId& entry) const
{
    for (const auto& shown : view().timeline) {
        const auto streams = shown.id == entry && shown.body ? streamsOf(*shown.body) : Streams{};
        if (!streams.empty()) {
            return streams.front();
        }
    }
    return idCast<StreamId>(id);
}

bool CaseFile::Self::isThere() const
{
    if (!isLoaded) {
        Q_EMIT file.refused({said(QT_TRANSLATE_NOOP("Sentences", "The case is still being read.")),
                             said(QT_TRANSLATE_NOOP("Sentences", "Try again in a moment."))});
    }
    return isLoaded;
}

void CaseFile::Self::read()
{
    if (!room) {
        return;
    }
    const auto number = ++newest;
    room->store().ask(
        &file, [caseId = id](casebook::Casebook& casebook) { return readHistory(casebook, caseId); },
        [this, number](const Result<CaseHistory>& answer) {
            if (number != newest) {
                return;
            }
            if (!answer) {
                Q_EMIT file.refused(sentenceFor(answer.error()));
                return;
            }
            take(*answer);
            const bool isFirst = !isLoaded;
            isLoaded = true;
            if (isFirst) {
                Q_EMIT file.loaded();
            }
            Q_EMIT file.changed();
        });
}

void CaseFile::Self::write(const QString& done, clinical::EventBody body)
{
    write(done, std::vector<casebook::NewEvent>{{std::move(body)}});
}

void CaseFile::Self::write(const QString& done, std::vector<casebook::NewEvent> events)
{
    if (!room) {
        return;
    }
    room->append(&file, {done, std::move(events)}, [this](const Result<casebook::Appended>& answer) {
        if (answer) {
            Q_EMIT file.saved();
        } else {
            Q_EMIT file.refused(sentenceFor(answer.error()));
        }
    });
}

CaseId CaseFile::id() const
{
    return m_self->id;
}

bool CaseFile::isLoaded() const
{
    return m_self->isLoaded;
}

const clinical::CaseView& CaseFile::view() const
{
    return m_self->view();
}

const EntryWords& CaseFile::words() const
{
    return m_self->words;
}

std::optional<Sentence> CaseFile::whyNot(clinical::Kind kind) const
{
    if (!m_self->room || m_self->room->facts().isReadOnly) {
        return sentenceFor({ErrorCode::ReadOnly, {}, 0});
    }
    const auto role = m_self->room->facts().member.role;
    if (clinical::mayWrite(role, kind)) {
        return std::nullopt;
    }
    return Sentence{
        said(QT_TRANSLATE_NOOP("Sentences", "This is not written in the role of %1.")).arg(word(role)),
        said(QT_TRANSLATE_NOOP("Sentences", "Ask a colleague whose role it is."))};
}

bool CaseFile::mayWriteClinical() const
{
    return !whyNot(clinical::Kind::NoteAdded);
}

bool CaseFile::mayWritePsychosocial() const
{
    return !whyNot(clinical::Kind::PsychosocialNoteAdded);
}

void CaseFile::addNote(NoteArea area, const QString& text)
{
    if (text.trimmed().isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "The note is empty.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Write something first."))});
        return;
    }
    const auto written = text.toStdString();
    const auto done = said(QT_TRANSLATE_NOOP("Sentences", "Note added"));
    if (area == NoteArea::Clinical) {
        m_self->write(done, clinical::NoteAdded{m_self->id, written});
    } else {
        m_self->write(done, clinical::PsychosocialNoteAdded{m_self->id, written});
    }
}

void CaseFile::recordAttempt(clinical::AttemptOutcome outcome, std::optional<Instant> callBackFrom,
                             std::optional<Instant> callBackUntil)
{
    if (!m_self->room) {
        return;
    }
    m_self->write(
        said(QT_TRANSLATE_NOOP("Sentences", "Attempt noted: %1")).arg(word(outcome)),
        clinical::AttemptMade{m_self->id, m_self->room->now(), outcome, callBackFrom, callBackUntil});
}

void CaseFile::begin()
{
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Case in progress")),
                  clinical::StateChanged{m_self->id, CaseState::InProgress, {}, {}, {}});
}

void CaseFile::defer(Instant until, const QString& reason)
{
    if (m_self->room == nullptr || until <= m_self->room->now()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "This time has passed.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Choose a later one."))});
        return;
    }
    if (reason.trimmed().isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "A case is not deferred without a reason.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Say in a few words why it can wait."))});
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Case deferred")),
                  clinical::RequestDeferred{m_self->id, until, reason.trimmed().toStdString()});
}

void CaseFile::assign(std::optional<MemberId> owner)
{
    const auto done = owner ? said(QT_TRANSLATE_NOOP("Sentences", "Case assigned"))
                            : said(QT_TRANSLATE_NOOP("Sentences", "Case left to the team"));
    m_self->write(done, clinical::RequestAssigned{m_self->id, owner});
}

void CaseFile::settle(clinical::Owed step)
{
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Done: %1")).arg(word(step)),
                  clinical::OwedSettled{m_self->id, step});
}

clinical::OwedSet CaseFile::owed() const
{
    return m_self->view().row.owed;
}

void CaseFile::changeMode(clinical::Modality to, clinical::ModeChangeReason reason)
{
    if (!m_self->isThere()) {
        return;
    }
    const auto& row = m_self->view().row;
    const auto from = row.mode ? row.mode : row.decided;
    if (!from || *from == to) {
        Q_EMIT refused({from ? said(QT_TRANSLATE_NOOP("Sentences", "It goes on in this way already."))
                             : said(QT_TRANSLATE_NOOP("Sentences", "Nobody has decided how to answer yet.")),
                        from ? said(QT_TRANSLATE_NOOP("Sentences", "Choose another way."))
                             : said(QT_TRANSLATE_NOOP("Sentences", "Triage the case first (E)."))});
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Goes on: %1")).arg(shortWord(to)),
                  clinical::ModeChanged{m_self->id, *from, to, reason});
}

void CaseFile::close(const QString& reason, clinical::TransferOutcome transfer, bool noVisitNeeded)
{
    if (!m_self->isThere()) {
        return;
    }
    const auto left = owed();
    if (noVisitNeeded && reason.trimmed().isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "Why no visit is needed is missing.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "A few words are enough."))});
        return;
    }
    if (!left.empty() && reason.trimmed().isEmpty()) {
        QStringList steps;
        for (const auto& [step, name] : clinical::Words<clinical::Owed>::all) {
            if (left.has(step)) {
                steps << word(step);
            }
        }
        const auto sentence = sentenceFor({ErrorCode::NotNow, {}, 0});
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "Still to do before closing: %1."))
                            .arg(steps.join(QLatin1String(", "))),
                        sentence.todo});
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Case closed")),
                  clinical::StateChanged{m_self->id, CaseState::Closed, reason.trimmed().toStdString(),
                                         transfer, left, noVisitNeeded});
}

void CaseFile::reopen(const QString& reason)
{
    if (!m_self->isThere()) {
        return;
    }
    const auto to = m_self->view().row.decided ? CaseState::ToCallBack : CaseState::ToTriage;
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Case reopened")),
                  clinical::StateChanged{m_self->id, to, reason.trimmed().toStdString(), {}, {}});
}

void CaseFile::recordWishes(const clinical::WishesRecorded& wishes)
{
    if (!m_self->isThere()) {
        return;
    }
    auto body = wishes;
    body.resident = m_self->view().resident.id;
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Wishes recorded")), std::move(body));
}

void CaseFile::correctResident(clinical::ResidentField field, const clinical::FieldValue& value)
{
    if (!m_self->isThere()) {
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Resident corrected: %1")).arg(word(field)),
                  clinical::ResidentCorrected{m_self->view().resident.id, field, value});
}

void CaseFile::correctHome(clinical::HomeField field, const clinical::FieldValue& value)
{
    if (!m_self->isThere()) {
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Home corrected: %1")).arg(word(field)),
                  clinical::HomeCorrected{m_self->view().home.id, field, value});
}

void CaseFile::correctRequest(clinical::RequestField field, const clinical::FieldValue& value)
{
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Request corrected: %1")).arg(word(field)),
                  clinical::RequestCorrected{m_self->id, field, value});
}

void CaseFile::openPhoto(const EventId& entry)
{
    const auto& timeline = m_self->view().timeline;
    const auto at =
        std::find_if(timeline.begin(), timeline.end(), [&](const auto& shown) { return shown.id == entry; });
    const auto* photo =
        at == timeline.end() || !at->body ? nullptr : std::get_if<clinical::PhotoKept>(&*at->body);
    if (photo == nullptr || !m_self->room) {
        return;
    }
    m_self->room->store().ask(
        this, [named = *photo](casebook::Casebook& casebook) { return casebook.file(named); },
        [this, what = fromUtf8(photo->what)](const Result<Bytes>& read) {
            const auto shown = read ? photoFrom(*read) : QImage();
            if (shown.isNull()) {
                Q_EMIT refused(sentenceFor(read ? Error{ErrorCode::Damaged, "file", 0} : read.error()));
            } else {
                Q_EMIT photoOpened(shown, what);
            }
        });
}

void CaseFile::withdraw(const EventId& entry, const QString& reason)
{
    if (!m_self->isThere()) {
        return;
    }
    if (reason.trimmed().isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "An entry is not withdrawn without a reason.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Say in a few words what is wrong with it."))});
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Entry withdrawn")),
                  clinical::EntryWithdrawn{m_self->streamOf(entry), entry, reason.trimmed().toStdString()});
}

} // namespace chevet::workflow
