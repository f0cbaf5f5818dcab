// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/consultation_page.h"

#include "screens/allowed.h"
#include "screens/chip_line.h"
#include "screens/link_code.h"
#include "screens/look.h"
#include "screens/picture_view.h"
#include "screens/sheet_form.h"
#include "workflow/desk.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace chevet::screens {

using workflow::Consultation;
using workflow::ConsultationStage;
using workflow::SeatView;

namespace {

constexpr int clipboardMillis = 60'000;
constexpr std::size_t mostRows = 3;

QString standingWords(const SeatView& seat)
{
    switch (seat.standing) {
    case SeatView::Standing::Waiting: return ConsultationPage::tr("waits");
    case SeatView::Standing::Connecting: return ConsultationPage::tr("connecting");
    case SeatView::Standing::InCall: return ConsultationPage::tr("in the call");
    case SeatView::Standing::Troubled: return ConsultationPage::tr("no picture");
    case SeatView::Standing::Away: break;
    }
    return ConsultationPage::tr("gone");
}

} // namespace

void ConsultationPage::setDesk(workflow::Desk* desk)
{
    delete m_consultation;
    m_desk = desk;
    showAll();
}

bool ConsultationPage::open(const CaseId& id)
{
    if (m_consultation != nullptr && m_consultation->caseId() == id) {
        return true;
    }
    if (isLive() || m_desk == nullptr) {
        return false;
    }
    delete m_consultation;
    m_consultation = m_desk->consult(id, this);
    connectConsultation();
    showAll();
    return true;
}

void ConsultationPage::connectConsultation()
{
    auto* consultation = m_consultation.get();
    connect(consultation, &Consultation::changed, this, &ConsultationPage::showAll);
    connect(consultation, &Consultation::loaded, this, [this] {
        showAll();
        if (isVisible()) {
            begin(); // there was nothing yet that could have taken the keyboard
        }
    });
    connect(consultation, &Consultation::noticed, this, &ConsultationPage::note);
    connect(consultation, &Consultation::refused, this,
            [this](const workflow::Sentence& why) { note(why.whole()); });
    connect(consultation, &Consultation::pictureReady, this, &ConsultationPage::takePicture);
    connect(consultation, &Consultation::ownPictureReady, this, [this] {
        if (const auto own = m_consultation->takeOwnPicture(); !own.isNull()) {
            m_picture->showOwnPicture(own);
        }
    });
    connect(consultation, &Consultation::photoKept, this, [this](const QImage& photo) {
        m_picture->freeze(false);
        m_picture->showPicture(photo);
        m_picture->freeze(true); // Shift+F5 goes back to the moving picture
        m_photoOf->clear();
        showKeys();
    });
    connect(consultation, &Consultation::signedOff, this, [this] {
        note(tr("Signed: the report is in the case. Shift+F12 copies the letter to the home."));
        Q_EMIT signedOff(m_consultation->caseId());
    });
}

bool ConsultationPage::isLive() const
{
    return m_consultation != nullptr && m_consultation->isLive();
}

void ConsultationPage::begin()
{
    if (m_consultation != nullptr && m_consultation->stage() == ConsultationStage::Before) {
        m_professional->setFocus(Qt::OtherFocusReason);
    } else {
        m_sheet->focusObjective();
    }
}

void ConsultationPage::validate()
{
    if (m_consultation == nullptr) {
        return;
    }
    if (m_consultation->stage() == ConsultationStage::Before) {
        m_consultation->openByVideo();
    } else {
        m_consultation->sign();
    }
}

// ---- what is shown ----

void ConsultationPage::showAll()
{
    const bool isThere = m_consultation != nullptr && m_consultation->isLoaded();
    setEnabled(isThere);
    if (isLive() != m_wasLive) {
        m_wasLive = isLive();
        Q_EMIT liveChanged(m_wasLive);
    }
    if (!isThere) {
        clear();
        return;
    }
    forgetOldNotice();
    showHead();
    showBefore();
    showWaiting();
    showIdentity();
    showPictures();
    showKeys();
    m_sheet->showSheet(m_consultation->sheet(), m_consultation->type());
}

/// Of one resident nothing stays for the next one, or behind the lock.
void ConsultationPage::clear()
{
    m_picture->showPicture({});
    m_picture->showOwnPicture({});
    m_picture->showCode({});
    m_picture->showWords({});
    for (auto* label : {m_who, m_where, m_line, m_notice, m_missing, m_identityMissing}) {
        label->clear();
    }
    for (auto* box : {m_nameSaid, m_birthSaid}) {
        box->setChecked(false);
        box->setText({});
    }
    for (auto* edit : {m_consentWords, m_photoOf, m_professional}) {
        edit->clear();
    }
    m_letter->clear();
    m_waiting->clear();
    m_sheet->showSheet({}, clinical::ConsultationType::Teleconsultation);
}

/// What was said before a step was taken is not about what comes after it.
void ConsultationPage::forgetOldNotice()
{
    const Progress progress{m_consultation->stage(), m_consultation->isByPhone(),
                            m_consultation->isIdentified(), m_consultation->isSigned()};
    if (progress != m_progress) {
        m_progress = progress;
        m_notice->clear();
        m_nameSaid->setChecked(false); // said once is said for one call
        m_birthSaid->setChecked(false);
    }
}

void ConsultationPage::showHead()
{
    const auto& view = m_consultation->view();
    const auto& resident = view.resident.resident;
    QStringList who{QString::fromStdString(resident.familyName) + QLatin1Char(' ') +
                    QString::fromStdString(resident.givenName)};
    if (resident.birthDate) {
        who << tr("born %1").arg(workflow::dateText(*resident.birthDate));
    }
    m_who->setText(who.join(QStringLiteral(", ")));
    QStringList where{QString::fromStdString(view.home.home.name)};
    if (!resident.room.empty()) {
        where << tr("room %1").arg(QString::fromStdString(resident.room));
    }
    const auto& phone = view.row.callbackPhone.empty() ? view.home.home.phone : view.row.callbackPhone;
    if (!phone.empty()) {
        where << tr("telephone %1").arg(QString::fromStdString(phone));
    }
    m_where->setText(where.join(QStringLiteral(" · ")));
    m_line->setText(stageWords());
    m_nameSaid->setText(tr("The &name was said: %1").arg(m_who->text().section(QLatin1Char(','), 0, 0)));
    m_birthSaid->setText(
        resident.birthDate
            ? tr("The date of &birth was said: %1").arg(workflow::dateText(*resident.birthDate))
            : tr("The date of &birth was said (the record has none)"));
}

QString ConsultationPage::stageWords() const
{
    switch (m_consultation->stage()) {
    case ConsultationStage::Before: return tr("Preparing");
    case ConsultationStage::Open: return m_consultation->lineWords();
    case ConsultationStage::Over: break;
    }
    return m_consultation->isSigned() ? tr("Signed") : tr("The call is over; the sheet is not signed yet");
}

void ConsultationPage::showBefore()
{
    m_before->setVisible(m_consultation->stage() != ConsultationStage::Open);
    if (m_professional->text() != m_consultation->professional()) {
        m_professional->setText(m_consultation->professional());
    }
    m_type->setChosen(m_consultation->type() == clinical::ConsultationType::Teleconsultation ? 0 : 1);
    const auto missing = m_consultation->missing();
    const bool isOver = m_consultation->stage() == ConsultationStage::Over;
    m_missing->setText(missing.isEmpty() ? (isOver ? tr("Shift+F9 makes a new link; Ctrl+Enter signs.")
                                                   : tr("All is there: Ctrl+Enter makes the link."))
                                         : tr("Still missing: %1").arg(missing.join(QStringLiteral(", "))));
    m_consent->setChosen(placeOf(m_consultation->consent()));
}

QString ConsultationPage::seatWords(const SeatView& seat)
{
    QStringList words{seat.name, seat.function};
    if (!seat.whoElse.isEmpty()) {
        words << tr("with: %1").arg(seat.whoElse);
    }
    words << standingWords(seat);
    if (seat.isSecondDevice) {
        words << tr("another device has the same link open");
    }
    if (!seat.hasCamera) {
        words << tr("no camera");
    }
    if (!seat.hasMicrophone) {
        words << tr("no microphone");
    }
    return words.join(QStringLiteral(" · "));
}

/// Line by line, in place: nothing moves under the cursor while somebody waits.
void ConsultationPage::showWaiting()
{
    const auto seats = m_consultation->seats();
    const auto count = static_cast<int>(seats.size());
    while (m_waiting->count() > count) {
        delete m_waiting->takeItem(m_waiting->count() - 1);
    }
    for (int row = 0; row < count; ++row) {
        const auto& seat = seats[static_cast<std::size_t>(row)];
        if (row == m_waiting->count()) {
            (new QListWidgetItem(m_waiting))->setSizeHint({0, rowHeight});
        }
        auto* item = m_waiting->item(row);
        item->setText(seatWords(seat));
        item->setData(Qt::UserRole, seat.key);
        if (m_waiting->currentRow() < 0 && seat.standing == SeatView::Standing::Waiting) {
            m_waiting->setCurrentRow(row);
        }
    }
    m_waiting->setFixedHeight(rowHeight *
                                  static_cast<int>(std::clamp<std::size_t>(seats.size(), 1, mostRows)) +
                              2 * m_waiting->frameWidth());
    m_waiting->setVisible(!seats.empty() && isLive());
}

void ConsultationPage::showIdentity()
{
    const bool isOwed =
        isLive() && !m_consultation->isByPhone() && !m_consultation->isIdentified() && !homeSeat().isEmpty();
    m_identity->setVisible(isOwed);
    const auto missing = m_consultation->missingForPicture(m_nameSaid->isChecked(), m_birthSaid->isChecked());
    m_identityMissing->setText(missing.isEmpty()
                                   ? tr("F5 shows the picture.")
                                   : tr("Still missing: %1").arg(missing.join(QStringLiteral(", "))));
}

QString ConsultationPage::homeSeat() const
{
    for (const auto& seat : m_consultation->seats()) {
        if (seat.standing == SeatView::Standing::InCall || seat.standing == SeatView::Standing::Connecting ||
            seat.standing == SeatView::Standing::Troubled) {
            return seat.key;
        }
    }
    return {};
}

void ConsultationPage::showPictures()
{
    const auto seats = m_consultation->seats();
    const bool isShown =
        std::any_of(seats.begin(), seats.end(), [](const SeatView& seat) { return seat.isPictureShown; });
    if (!isShown) {
        m_picture->showPicture({});
    }
    if (!isLive()) {
        m_picture->showOwnPicture({});
    }
    const bool isOver = m_consultation->stage() == ConsultationStage::Over;
    m_picture->setVisible(!isOver);
    m_letter->setVisible(isOver);
    if (isOver && m_letter->toPlainText() != m_consultation->letter()) {
        m_letter->setPlainText(m_consultation->letter());
    }
    const bool isAlone = isLive() && homeSeat().isEmpty() && !m_consultation->isByPhone();
    m_picture->showCode(isAlone ? linkCode(m_consultation->link()) : QImage());
    if (isAlone) {
        m_picture->showWords(
            tr("Shift+F7 copies the invitation for the home; the tablet’s camera can read the "
               "square. Nobody comes in before you let them in (F8).") +
            QStringLiteral("\n\n") + m_consultation->checks().join(QLatin1Char('\n')));
    } else if (m_consultation->isByPhone()) {
        m_picture->showWords(tr("By telephone. F9 goes back to the picture, if there was one."));
    } else if (isLive()) {
        m_picture->showWords(
            m_consultation->isIdentified()
                ? tr("No picture at this moment; the voice may go on.")
                : tr("You hear each other. The picture is shown once identity and consent are "
                     "recorded."));
    } else {
        m_picture->showWords(Consultation::briefing());
    }
}

void ConsultationPage::note(const QString& words)
{
    m_notice->setText(words);
}

void ConsultationPage::takePicture(const QString& seat)
{
    if (m_consultation == nullptr) {
        return;
    }
    auto picture = m_consultation->takePicture(seat);
    const auto* const chosen = m_waiting->currentItem();
    const bool isWanted =
        chosen == nullptr || homeSeat() == seat || chosen->data(Qt::UserRole).toString() == seat;
    if (!picture.isNull() && isWanted) {
        const bool wasWithout = !m_picture->hasPicture();
        m_picture->showPicture(picture);
        if (wasWithout) {
            showKeys();
        }
    }
}

// ---- what is done ----

void ConsultationPage::copy(const QString& text, const QString& done)
{
    m_copied = text;
    QGuiApplication::clipboard()->setText(m_copied);
    m_clearClipboard.start(clipboardMillis);
    note(done);
}

void ConsultationPage::actOnWaiting(bool letsIn)
{
    const auto seats = m_consultation->seats();
    auto key = m_waiting->currentItem() == nullptr ? QString()
                                                   : m_waiting->currentItem()->data(Qt::UserRole).toString();
    const auto isWaiting = [](const SeatView& seat) { return seat.standing == SeatView::Standing::Waiting; };
    const auto chosen =
        std::find_if(seats.begin(), seats.end(), [&](const SeatView& seat) { return seat.key == key; });
    if (chosen == seats.end() ||
        !isWaiting(*chosen)) { // whoever waits comes first, to be let in or sent away
        const auto waiting = std::find_if(seats.begin(), seats.end(), isWaiting);
        key = waiting != seats.end() ? waiting->key : letsIn ? QString() : key;
    }
    if (letsIn) {
        m_consultation->admit(key);
    } else {
        m_consultation->refuse(key);
    }
}

void ConsultationPage::identify()
{
    m_consultation->identify(m_nameSaid->isChecked(), m_birthSaid->isChecked(), m_consentWords->text());
}

void ConsultationPage::switchPhone()
{
    if (!isLive()) {
        m_consultation->openByPhone();
    } else if (m_consultation->isByPhone()) {
        m_consultation->goByVideo();
    } else {
        m_consultation->goByPhone(clinical::ModeChangeReason::VideoFailed);
    }
}

} // namespace chevet::screens
