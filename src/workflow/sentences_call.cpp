// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person reads about the line of a consultation, and the texts that go to the home.
#include "workflow/store/consultation_self.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

using call::BrokerFault;
using call::CallNotice;
using call::message::Function;

QString functionWord(Function function)
{
    switch (function) {
    case Function::Nurse: return said(QT_TRANSLATE_NOOP("Sentences", "nurse"));
    case Function::CareAssistant: return said(QT_TRANSLATE_NOOP("Sentences", "care assistant"));
    case Function::Physician: return said(QT_TRANSLATE_NOOP("Sentences", "physician"));
    case Function::Psychologist: return said(QT_TRANSLATE_NOOP("Sentences", "psychologist"));
    case Function::FamilyOrFriend: return said(QT_TRANSLATE_NOOP("Sentences", "family or friend"));
    case Function::Interpreter: return said(QT_TRANSLATE_NOOP("Sentences", "interpreter"));
    case Function::Other: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "another function"));
}

Function functionOf(clinical::Role role)
{
    switch (role) {
    case clinical::Role::Nurse: return Function::Nurse;
    case clinical::Role::Physician: return Function::Physician;
    case clinical::Role::Psychologist: return Function::Psychologist;
    case clinical::Role::SocialWorker:
    case clinical::Role::Coordinator: break;
    }
    return Function::Other;
}

QString noticeText(CallNotice notice)
{
    switch (notice) {
    case CallNotice::SeatGone: return said(QT_TRANSLATE_NOOP("Sentences", "Who waited has left."));
    case CallNotice::SeatQuiet:
        return said(QT_TRANSLATE_NOOP(
            "Sentences", "The bedside’s page says nothing any more; picture and voice may go on."));
    case CallNotice::SeatBack: return said(QT_TRANSLATE_NOOP("Sentences", "The bedside is back."));
    case CallNotice::IdentityAndConsentOwed:
        return said(QT_TRANSLATE_NOOP(
            "Sentences", "You hear each other. Ask for name and date of birth, then show the picture (F5)."));
    case CallNotice::PictureTroubled:
        return said(QT_TRANSLATE_NOOP("Sentences", "No picture for some seconds; the voice may go on"));
    case CallNotice::Reconnecting: return said(QT_TRANSLATE_NOOP("Sentences", "Connecting anew …"));
    case CallNotice::NoAnswer:
        return said(QT_TRANSLATE_NOOP(
            "Sentences", "The bedside does not answer. It is tried again; F9 goes on by phone."));
    case CallNotice::EndedThere: return said(QT_TRANSLATE_NOOP("Sentences", "The bedside has hung up."));
    case CallNotice::TheySeeNothing:
        return said(QT_TRANSLATE_NOOP("Sentences", "The bedside sees no picture of you."));
    case CallNotice::SomebodyWaits:
    case CallNotice::Connected:
    case CallNotice::PictureBack:
    case CallNotice::BrokerLost:
    case CallNotice::BrokerBack:
    case CallNotice::WentByPhone:
    case CallNotice::EndedHere:
    case CallNotice::OwnCameraMissing: break;
    }
    return {};
}

QString faultText(BrokerFault fault)
{
    switch (fault) {
    case BrokerFault::None: return said(QT_TRANSLATE_NOOP("Sentences", "Reaching the server of the calls …"));
    case BrokerFault::Unreachable:
        return said(QT_TRANSLATE_NOOP(
            "Sentences", "The server of the calls does not answer. It is tried again; F9 goes on by phone."));
    case BrokerFault::NotTrusted:
        return said(QT_TRANSLATE_NOOP("Sentences", "The certificate of the calls’ server is not trusted "
                                                   "here. Tell who runs it; F9 goes on by phone."));
    case BrokerFault::Refused:
        return said(QT_TRANSLATE_NOOP(
            "Sentences",
            "The server of the calls refuses this desk. Tell who runs it; F9 goes on by phone."));
    case BrokerFault::Lost:
        return said(QT_TRANSLATE_NOOP("Sentences",
                                      "The server of the calls is away; a call that is going on goes on."));
    case BrokerFault::Internal: break;
    }
    return said(
        QT_TRANSLATE_NOOP("Sentences", "The server of the calls can’t be used. F9 goes on by phone."));
}

QString lineQuality(const call::told::LineMeasured& line)
{
    constexpr double gaps = 0.05;
    if (line.concealedShare > gaps) {
        return said(QT_TRANSLATE_NOOP("Sentences", "The voice has gaps"));
    }
    if (line.sending.stillsEvery || line.receiving == call::TheirPicture::Stills) {
        return said(
            QT_TRANSLATE_NOOP("Sentences", "Thin line: the voice first, a still picture every few seconds"));
    }
    if (line.sending.sizeDivisor > 1 || line.receiving == call::TheirPicture::Half) {
        return said(QT_TRANSLATE_NOOP("Sentences", "Thin line: the picture is smaller"));
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "Good connection"));
}

Sentence sentenceForServers(const Error& error)
{
    if (error.place.rfind("server", 0) == 0) {
        return {said(QT_TRANSLATE_NOOP("Sentences", "the servers of the calls (Settings, Ctrl+,)")), {}};
    }
    if (error.place.rfind("gstreamer", 0) == 0) {
        return {
            said(QT_TRANSLATE_NOOP("Sentences", "This machine lacks a part that video needs.")),
            said(QT_TRANSLATE_NOOP("Sentences", "Go on by phone (F9); packaging/install run installs it."))};
    }
    return sentenceFor(error);
}

Sentence sentenceForServersText(const Error& error)
{
    return {said(QT_TRANSLATE_NOOP("Sentences", "The text of the calls’ servers can’t be read: %1, line %2."))
                .arg(fromUtf8(error.place))
                .arg(error.number),
            said(QT_TRANSLATE_NOOP("Sentences", "Take it as packaging/bedside has written it."))};
}

namespace {

QString deviceText(const QString& device, const std::optional<call::CaptureTrouble>& trouble)
{
    if (!trouble) {
        return said(QT_TRANSLATE_NOOP("Sentences", "… %1: being tried")).arg(device);
    }
    switch (*trouble) {
    case call::CaptureTrouble::None: return said(QT_TRANSLATE_NOOP("Sentences", "✓ %1: works")).arg(device);
    case call::CaptureTrouble::Missing:
        return said(QT_TRANSLATE_NOOP("Sentences", "✗ %1: there is none. Plug one in.")).arg(device);
    case call::CaptureTrouble::Failed:
    case call::CaptureTrouble::Ended: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "✗ %1: does not start. Is another program using it?"))
        .arg(device);
}

} // namespace

QStringList Consultation::checks() const
{
    if (m_self->line == nullptr) {
        return {};
    }
    QStringList lines{deviceText(said(QT_TRANSLATE_NOOP("Sentences", "Camera")), m_self->camera),
                      deviceText(said(QT_TRANSLATE_NOOP("Sentences", "Microphone")), m_self->microphone)};
    const auto mark = m_self->brokerFault == BrokerFault::None ? QStringLiteral("… ") : QStringLiteral("✗ ");
    lines << (m_self->isBrokerUp ? said(QT_TRANSLATE_NOOP("Sentences", "✓ Server of the calls: answers"))
                                 : mark + faultText(m_self->brokerFault));
    if (m_self->relayWorks) {
        lines << (*m_self->relayWorks
                      ? said(QT_TRANSLATE_NOOP("Sentences", "✓ Relay: answers"))
                      : said(QT_TRANSLATE_NOOP("Sentences",
                                               "✗ Relay: gives no address. Calls work only where the "
                                               "networks let both sides meet; tell who runs it.")));
    }
    return lines;
}

QString Consultation::briefing()
{
    return said(QT_TRANSLATE_NOOP("Sentences", "Before the call, please: tell the resident, and whoever "
                                               "speaks for them, who will call and why, and ask "
                                               "whether they agree. Have the chart, the present treatment "
                                               "and the last scores at hand. Choose a quiet, well "
                                               "lit room; glasses and hearing aids on; the tablet charged "
                                               "and standing. Stay with the resident until the "
                                               "end."));
}

QString Consultation::letter() const
{
    if (!isLoaded()) {
        return {};
    }
    const auto& room = *m_self->room;
    const auto& resident = view().resident.resident;
    const auto born = resident.birthDate ? dateText(*resident.birthDate)
                                         : said(QT_TRANSLATE_NOOP("Sentences", "date of birth unknown"));
    return said(QT_TRANSLATE_NOOP(
                    "Sentences",
                    "%1\nTo the home: %2\nAbout: %3 %4, %5\n%6, %7\n\n%8\n\nThis is advice. The care, "
                    "and the prescription, stay with the home and the treating physician.\n\n%9"))
        .arg(fromUtf8(room.facts().teamName), fromUtf8(view().home.home.name), fromUtf8(resident.familyName),
             fromUtf8(resident.givenName), born, word(type()), dateText(room.workplace().clock->today()),
             report(), fromUtf8(room.facts().member.name));
}

} // namespace chevet::workflow
