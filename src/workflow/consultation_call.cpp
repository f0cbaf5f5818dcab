// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The line of a consultation: made, held, given up for the telephone, hung up.
#include "workflow/consultation.h"
#include "workflow/frame_image.h"
#include "workflow/store/consultation_self.h"
#include "workflow/store/said.h"

#include <fstream>
#include <iterator>

namespace chevet::workflow {

using clinical::Consent;
using clinical::Modality;

namespace {

Result<call::CallServers> serversFor(const DeskRoom& room)
{
    const auto& path = room.workplace().callServersFile;
    if (path.empty()) {
        return call::readServers(room.callServers());
    }
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return file.good() || file.eof() ? call::readServers(text)
                                     : Result<call::CallServers>(fail(ErrorCode::NotFound, "servers"));
}

} // namespace

void CallEars::onCall(call::CallEvent event)
{
    QMetaObject::invokeMethod(
        &m_context, [take = m_take, event = std::move(event)]() mutable { take(std::move(event)); },
        Qt::QueuedConnection);
}

// ---- before ----

QStringList Consultation::Self::missingAnyway() const
{
    QStringList missing;
    if (!consultation.isLoaded()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the case, which is still being read"));
    }
    if (!mayWrite()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the role of a nurse or a physician"));
    }
    if (draft.sheet.objective.empty()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "the objective"));
    }
    return missing;
}

QStringList Consultation::missing() const
{
    auto missing = m_self->missingAnyway();
    if (m_self->draft.professional.empty()) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "who is at the bedside"));
    }
    if (consent() == Consent::Refused || consent() == Consent::Paused) {
        missing << said(QT_TRANSLATE_NOOP("Sentences", "consent, which was refused or is paused"));
    }
    if (m_self->room != nullptr) {
        if (const auto servers = serversFor(*m_self->room); !servers) {
            missing << sentenceForServers(servers.error()).what;
        }
    }
    return missing;
}

QStringList Consultation::missingForPhone() const
{
    return m_self->missingAnyway();
}

Result<void> Consultation::Self::startLine()
{
    auto servers = serversFor(*room);
    if (!servers) {
        return failAs(servers);
    }
    const auto& member = room->facts().member;
    call::VideoCallSettings settings;
    settings.room.team = room->facts().teamName;
    settings.room.telephone = servers->telephone;
    settings.call.telephone = servers->telephone;
    settings.call.clinician = {member.name, functionOf(member.role), true};
    ears =
        std::make_unique<CallEars>(consultation, [this](call::CallEvent event) { take(std::move(event)); });
    const auto& given = room->workplace().calls;
    auto starter = given != nullptr ? given : videoCalls();
    auto started = starter->start(settings, std::move(*servers), *ears, *room->workplace().clock);
    if (!started) {
        return failAs(started);
    }
    line = std::move(*started);
    linkTimer.start(std::chrono::duration_cast<std::chrono::milliseconds>(settings.room.lifetime));
    return {};
}

/// Nothing of a former call counts for the next one: it may be at another bed.
void Consultation::Self::beginAnew()
{
    endLine();
    seats.clear();
    camera.reset();
    microphone.reset();
    relayWorks.reset();
    isCameraOn = true; // a new line begins with both
    isMicrophoneOn = true;
    isBrokerUp = false;
    brokerFault = call::BrokerFault::None;
    isIdentified = false;
    isByPhone = false;
    isEndWritten = false;
    byPhone = {};
}

void Consultation::openByVideo()
{
    const auto lacking = missing();
    if (!lacking.isEmpty() || stage() == ConsultationStage::Open) {
        if (!lacking.isEmpty()) {
            Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "Before the link can be made: %1."))
                                .arg(lacking.join(QLatin1String(", "))),
                            {}});
        }
        return;
    }
    m_self->beginAnew();
    if (const auto started = m_self->startLine(); !started) {
        Q_EMIT refused(sentenceForServers(started.error()));
        return;
    }
    m_self->stage = ConsultationStage::Open;
    m_self->write(m_self->beginning());
    Q_EMIT changed();
}

void Consultation::openByPhone()
{
    const auto lacking = missingForPhone();
    if (!lacking.isEmpty() || stage() == ConsultationStage::Open) {
        if (!lacking.isEmpty()) {
            Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "Before the call: %1."))
                                .arg(lacking.join(QLatin1String(", "))),
                            {}});
        }
        return;
    }
    m_self->beginAnew();
    m_self->stage = ConsultationStage::Open;
    m_self->isByPhone = true;
    m_self->phoneSince = m_self->room->now();
    m_self->write(m_self->beginning());
    Q_EMIT changed();
}

QString Consultation::link() const
{
    return m_self->line != nullptr && stage() == ConsultationStage::Open ? fromUtf8(m_self->line->link())
                                                                         : QString();
}

QString Consultation::invitation() const
{
    return m_self->room == nullptr || link().isEmpty()
               ? QString()
               : said(QT_TRANSLATE_NOOP(
                          "Sentences",
                          "The team %1 asks you for a video call. Open this link on the tablet, at the "
                          "place where the call is to be, and wait to be let in:\n%2\nThe link is "
                          "good for one hour. Please do not pass it on."))
                     .arg(fromUtf8(m_self->room->facts().teamName), link());
}

// ---- who is there ----

std::vector<SeatView> Consultation::seats() const
{
    std::vector<SeatView> views;
    views.reserve(m_self->seats.size());
    for (const auto& seat : m_self->seats) {
        views.push_back(seat.view);
    }
    return views;
}

void Consultation::admit(const QString& seat)
{
    auto* one = m_self->seatOf(seat);
    if (one == nullptr || m_self->line == nullptr) {
        return;
    }
    one->isAdmitted = true;
    m_self->line->admit(one->id);
    if (m_self->isIdentified) {
        m_self->line->identityAndConsentRecorded(one->id);
    }
}

void Consultation::refuse(const QString& seat)
{
    auto* one = m_self->seatOf(seat);
    if (one == nullptr || m_self->line == nullptr) {
        return;
    }
    if (one->isAdmitted) {
        one->isAdmitted = false;
        m_self->line->hangUp(one->id);
    } else {
        m_self->line->refuse(one->id, call::message::RefusedReason::NotTheRightPerson);
    }
    one->view.standing = SeatView::Standing::Away;
    Q_EMIT changed();
}

// ---- during ----

QImage Consultation::takePicture(const QString& seat)
{
    const auto* one = m_self->seatOf(seat);
    return one == nullptr || one->pictures == nullptr ? QImage() : imageOf(one->pictures->take());
}

QImage Consultation::takeOwnPicture()
{
    return m_self->line == nullptr ? QImage() : imageOf(m_self->line->ownPicture()->take());
}

bool Consultation::isCameraOn() const
{
    return m_self->isCameraOn;
}

bool Consultation::isMicrophoneOn() const
{
    return m_self->isMicrophoneOn;
}

void Consultation::switchCamera(bool isOn)
{
    m_self->isCameraOn = isOn;
    if (m_self->line != nullptr) {
        m_self->line->switchCamera(isOn);
    }
    Q_EMIT changed();
}

void Consultation::switchMicrophone(bool isOn)
{
    m_self->isMicrophoneOn = isOn;
    if (m_self->line != nullptr) {
        m_self->line->switchMicrophone(isOn);
    }
    Q_EMIT changed();
}

void Consultation::sendAdvice()
{
    std::vector<std::string> items;
    const auto& advice = m_self->draft.sheet.advice;
    for (const auto& step : advice) {
        if (!step.text.empty()) {
            items.push_back(call::message::cutText(step.text, call::message::longestAdvice));
        }
    }
    m_self->adviceSent = items;
    const auto* seat = m_self->inCall();
    if (items.empty() || seat == nullptr || m_self->line == nullptr) {
        Q_EMIT refused(
            {items.empty() ? said(QT_TRANSLATE_NOOP("Sentences", "There is no advice yet."))
                           : said(QT_TRANSLATE_NOOP("Sentences", "Nobody is in the call.")),
             said(QT_TRANSLATE_NOOP("Sentences", "Write a line of advice, and send it in the call."))});
        return;
    }
    m_self->line->advise(seat->id, ++m_self->adviceList, std::move(items));
    Q_EMIT noticed(said(QT_TRANSLATE_NOOP("Sentences", "The advice is on the bedside’s screen.")));
}

void Consultation::askPhoto(const QString& what)
{
    const auto* seat = m_self->inCall();
    if (seat == nullptr || m_self->line == nullptr || !isIdentified()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences",
                                               "A photo is asked for in the call, once identity and consent "
                                               "are recorded.")),
                        {}});
        return;
    }
    if (what.trimmed().isEmpty()) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "A photo of what?")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Write it in the line beside the key."))});
        return;
    }
    m_self->line->askPhoto(seat->id, what.trimmed().toStdString());
    Q_EMIT noticed(said(QT_TRANSLATE_NOOP("Sentences", "The bedside is asked for a photo.")));
}

void Consultation::goByPhone(clinical::ModeChangeReason reason)
{
    if (stage() != ConsultationStage::Open || m_self->isByPhone) {
        return;
    }
    m_self->isByPhone = true;
    m_self->phoneSince = m_self->room->now();
    if (m_self->line != nullptr) {
        m_self->line->goByPhone();
    }
    const auto& row = view().row;
    if (const auto from = row.mode ? row.mode : row.decided;
        from && *from != Modality::SynchronousTeleExpertise) {
        m_self->file->changeMode(Modality::SynchronousTeleExpertise, reason);
    }
    Q_EMIT changed();
}

void Consultation::goByVideo()
{
    if (stage() != ConsultationStage::Open || !m_self->isByPhone || m_self->line == nullptr) {
        return;
    }
    m_self->isByPhone = false;
    m_self->byPhone +=
        std::chrono::duration_cast<std::chrono::seconds>(m_self->room->now() - m_self->phoneSince);
    m_self->line->goByVideo();
    const auto& row = view().row;
    if (row.mode && row.decided && *row.decided == Modality::Teleconsultation) {
        m_self->file->changeMode(Modality::Teleconsultation, clinical::ModeChangeReason::Other);
    }
    Q_EMIT changed();
}

void Consultation::hangUp()
{
    if (stage() != ConsultationStage::Open) {
        return;
    }
    m_self->endLine();
    m_self->writeEnd();
    m_self->isByPhone = false;
    m_self->stage = ConsultationStage::Over;
    Q_EMIT changed();
}

void Consultation::Self::endLine()
{
    if (line != nullptr) {
        for (const auto& last : line->end()) {
            if (auto* seat = seatOf(last.seat)) {
                seat->facts = last.facts;
            }
        }
    }
    linkTimer.stop();
    line.reset(); // waits until every device is free
    ears.reset();
    for (auto& seat : seats) {
        seat.pictures.reset();
        seat.view.isPictureShown = false;
        seat.view.standing = SeatView::Standing::Away;
        seat.line.reset();
    }
}

QString Consultation::lineWords() const
{
    if (stage() != ConsultationStage::Open) {
        return {};
    }
    if (m_self->isByPhone) {
        return said(QT_TRANSLATE_NOOP("Sentences", "By telephone"));
    }
    const auto* seat = m_self->inCall();
    if (seat == nullptr) {
        return m_self->isBrokerUp
                   ? said(QT_TRANSLATE_NOOP("Sentences", "The link is open; nobody is in the call"))
                   : faultText(m_self->brokerFault);
    }
    switch (seat->view.standing) {
    case SeatView::Standing::Connecting: return said(QT_TRANSLATE_NOOP("Sentences", "Connecting …"));
    case SeatView::Standing::Troubled:
        return said(QT_TRANSLATE_NOOP("Sentences", "No picture for some seconds; the voice may go on"));
    default: break;
    }
    return seat->line ? lineQuality(*seat->line) : said(QT_TRANSLATE_NOOP("Sentences", "Connected"));
}

} // namespace chevet::workflow
