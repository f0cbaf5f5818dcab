// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the line has told, taken over in the gui's thread.
#include "sealing/digest.h"
#include "workflow/store/consultation_self.h"
#include "workflow/store/photo.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

using Standing = SeatView::Standing;

Consultation::Self::Seat* Consultation::Self::seatOf(const sealing::SeatId& id)
{
    const auto at = std::find_if(seats.begin(), seats.end(), [&](const Seat& seat) { return seat.id == id; });
    return at == seats.end() ? nullptr : &*at;
}

Consultation::Self::Seat* Consultation::Self::seatOf(const QString& key)
{
    const auto at =
        std::find_if(seats.begin(), seats.end(), [&](const Seat& seat) { return seat.view.key == key; });
    return at == seats.end() ? nullptr : &*at;
}

/// The home's: whoever was let in first and is still there.
const Consultation::Self::Seat* Consultation::Self::inCall() const
{
    const auto at = std::find_if(seats.begin(), seats.end(), [](const Seat& seat) {
        return seat.isAdmitted && seat.view.standing != Standing::Away &&
               seat.view.standing != Standing::Waiting; // let in, and the line has not said so yet
    });
    return at == seats.end() ? nullptr : &*at;
}

void Consultation::Self::take(call::CallEvent event)
{
    if (line != nullptr) { // else it is about a line that was hung up
        std::visit([this](auto& told) { on(told); }, event);
    }
}

void Consultation::Self::on(call::told::Waits& waits)
{
    auto* seat = seatOf(waits.seat);
    if (seat == nullptr) {
        seats.push_back({waits.seat, {}, {}, nullptr, {}, false});
        seat = &seats.back();
        seat->view.key = QString::fromStdString(waits.seat.hex());
    }
    seat->view.name = fromUtf8(waits.who.name);
    seat->view.function = functionWord(waits.who.function);
    seat->view.whoElse = fromUtf8(waits.who.whoElse);
    seat->view.isSecondDevice = waits.isSecondDevice;
    seat->view.hasCamera = waits.who.cameraWorks;
    seat->view.hasMicrophone = waits.who.microphoneWorks;
    seat->view.standing = Standing::Waiting;
    seat->isAdmitted = false;
    if (!waits.isAgain) {
        Q_EMIT consultation.noticed(
            said(QT_TRANSLATE_NOOP("Sentences", "Somebody waits to be let in: %1, %2"))
                .arg(seat->view.name, seat->view.function));
    }
    Q_EMIT consultation.changed();
}

void Consultation::Self::on(call::told::StateChanged& state)
{
    auto* seat = seatOf(state.seat);
    if (seat == nullptr) {
        return;
    }
    seat->facts = state.facts;
    switch (state.state) {
    case call::CallState::Empty:
    case call::CallState::Ended:
        seat->view.standing = Standing::Away;
        seat->isAdmitted = false;
        break;
    case call::CallState::Waiting:
        seat->view.standing = Standing::Waiting;
        seat->isAdmitted = false;
        break;
    case call::CallState::Connecting:
    case call::CallState::Rejoining: seat->view.standing = Standing::Connecting; break;
    case call::CallState::Connected:
    case call::CallState::ByPhone: seat->view.standing = Standing::InCall; break;
    case call::CallState::Troubled: seat->view.standing = Standing::Troubled; break;
    }
    if (seat->view.standing == Standing::Away && inCall() == nullptr) {
        isIdentified = false; // whoever is let in next may be at another bed
    }
    Q_EMIT consultation.changed();
}

void Consultation::Self::on(call::told::Noticed& noticed)
{
    if (const auto words = noticeText(noticed.what); !words.isEmpty()) {
        Q_EMIT consultation.noticed(words);
    }
}

void Consultation::Self::on(call::told::PictureShown& shown)
{
    if (auto* seat = seatOf(shown.seat)) {
        seat->pictures = shown.pictures;
        seat->view.isPictureShown = true;
        Q_EMIT consultation.changed();
        Q_EMIT consultation.pictureReady(seat->view.key);
    }
}

void Consultation::Self::on(call::told::HidePicture& hidden)
{
    if (auto* seat = seatOf(hidden.seat)) {
        seat->pictures.reset();
        seat->view.isPictureShown = false;
        Q_EMIT consultation.changed();
    }
}

void Consultation::Self::on(call::told::FrameReady& ready)
{
    if (const auto* seat = seatOf(ready.seat)) {
        Q_EMIT consultation.pictureReady(seat->view.key);
    }
}

void Consultation::Self::on(call::told::OwnFrameReady&)
{
    Q_EMIT consultation.ownPictureReady();
}

void Consultation::Self::on(call::told::Said& told)
{
    auto* seat = seatOf(told.seat);
    if (seat == nullptr) {
        return;
    }
    if (const auto* state = std::get_if<call::message::State>(&told.what)) {
        seat->view.hasCamera = state->cameraOn;
        seat->view.hasMicrophone = state->microphoneOn;
        Q_EMIT consultation.changed();
    } else if (const auto* said = std::get_if<call::message::Repeated>(&told.what)) {
        repeated(*said);
    } else if (std::holds_alternative<call::message::PhotoRefused>(told.what)) {
        Q_EMIT consultation.noticed(
            workflow::said(QT_TRANSLATE_NOOP("Sentences", "The bedside takes no photo.")));
    }
}

/// What the bedside has said again is marked on the sheet, line by line; an older list says nothing.
void Consultation::Self::repeated(const call::message::Repeated& what)
{
    if (what.list != adviceList) {
        return;
    }
    for (const auto item : what.items) {
        for (auto& step : draft.sheet.advice) { // by its words: what was changed since was not said again
            const bool isSame =
                item < adviceSent.size() &&
                call::message::cutText(step.text, call::message::longestAdvice) == adviceSent[item];
            step.repeatedBack = step.repeatedBack || isSame;
        }
    }
    touch();
    Q_EMIT consultation.noticed(
        said(QT_TRANSLATE_NOOP("Sentences", "The bedside has said the advice again.")));
}

void Consultation::Self::on(call::told::BrokerChanged& broker)
{
    isBrokerUp = broker.isUp;
    brokerFault = broker.fault;
    if (!broker.isUp) {
        Q_EMIT consultation.noticed(faultText(broker.fault));
    }
    Q_EMIT consultation.changed();
}

void Consultation::Self::on(call::told::CameraChanged& changed)
{
    camera = changed.trouble;
    const bool has = changed.state != call::CaptureState::StandIn;
    if (has != hasOwnCamera && !has) {
        Q_EMIT consultation.noticed(said(QT_TRANSLATE_NOOP(
            "Sentences", "Your own camera is missing or taken; the call goes on without.")));
    }
    hasOwnCamera = has;
    Q_EMIT consultation.changed();
}

void Consultation::Self::on(call::told::MicrophoneChanged& changed)
{
    microphone = changed.trouble;
    Q_EMIT consultation.changed();
    if (changed.state == call::CaptureState::StandIn) {
        Q_EMIT consultation.noticed(said(QT_TRANSLATE_NOOP(
            "Sentences", "Your microphone is missing or taken: you are not heard. Go on by phone (F9).")));
    }
}

void Consultation::Self::on(call::told::LineMeasured& measured)
{
    if (auto* seat = seatOf(measured.seat)) {
        seat->facts = measured.facts;
        seat->line = measured;
        Q_EMIT consultation.changed();
    }
}

void Consultation::Self::on(call::told::RelayChecked& relay)
{
    relayWorks = relay.works;
    Q_EMIT consultation.changed();
}

void Consultation::Self::on(call::told::ManyDropped&)
{
    Q_EMIT consultation.noticed(said(QT_TRANSLATE_NOOP(
        "Sentences",
        "Many messages that are not the home’s arrive over this link. Hang up and make a new one.")));
}

/// First its pieces, then the event that names them; the bedside hears of it once both are on the disk.
void Consultation::Self::on(call::told::PhotoCame& came)
{
    const auto shown = photoFrom(came.jpeg);
    if (room == nullptr || shown.isNull()) {
        Q_EMIT consultation.noticed(
            said(QT_TRANSLATE_NOOP("Sentences", "The photo can’t be read. Ask for it again.")));
        return;
    }
    clinical::PhotoKept kept;
    kept.id = file->id();
    kept.file = room->makeId<FileId>();
    kept.size = static_cast<std::int64_t>(came.jpeg.size());
    kept.digest = sealing::sha256({came.jpeg});
    kept.what = came.what;
    const auto tell = [this, seat = came.seat, number = came.photo, shown, kept] {
        if (line != nullptr) {
            line->confirmPhoto(seat, number);
        }
        Q_EMIT consultation.noticed(said(QT_TRANSLATE_NOOP("Sentences", "The photo is in the case.")));
        Q_EMIT consultation.photoKept(shown, fromUtf8(kept.what));
    };
    room->store().ask(
        &consultation,
        [kept, jpeg = std::move(came.jpeg), resident = file->view().resident.id](
            casebook::Casebook& casebook) { return casebook.keepFile(kept.file, resident, jpeg); },
        [this, kept, tell](const Result<void>& done) {
            if (!done) {
                Q_EMIT consultation.refused(sentenceFor(done.error()));
                return;
            }
            write({{kept}}, tell);
        },
        Urgency::Write);
}

void Consultation::Self::on(call::told::PhotoFailed&)
{
    Q_EMIT consultation.noticed(
        said(QT_TRANSLATE_NOOP("Sentences", "The photo did not come through whole. Ask for it again.")));
}

void Consultation::Self::on(call::told::Declined& declined)
{
    if (declined.why.code == ErrorCode::NotNow) {
        Q_EMIT consultation.refused(
            {said(QT_TRANSLATE_NOOP("Sentences", "That can’t be done just now.")),
             said(QT_TRANSLATE_NOOP("Sentences", "Try again in a moment, or go on by phone (F9)."))});
    }
}

} // namespace chevet::workflow
