// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The consultation's keys: what each does, and why it is grey.
#include "screens/allowed.h"
#include "screens/consultation_page.h"
#include "screens/picture_view.h"

#include <QAction>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace chevet::screens {

using workflow::ConsultationStage;
using workflow::SeatView;

QPushButton* ConsultationPage::addKey(const QString& name, const QKeySequence& key, const QString& words,
                                      std::function<void()> what)
{
    auto* button = new QPushButton(words, m_keyRow);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::NoFocus); // the key is the way; Tab stays with the sheet
    m_keyRow->layout()->addWidget(button);
    m_keys[name] = button;
    const auto act = [this, button, what = std::move(what)] {
        if (m_consultation == nullptr || !m_consultation->isLoaded()) {
            return;
        }
        if (button->isEnabled()) {
            what();
        } else {
            note(button->toolTip()); // greyed says why, by its key too
        }
    };
    connect(button, &QPushButton::clicked, this, act);
    if (key.isEmpty()) {
        return button; // its key is the window's
    }
    auto* action = new QAction(words.section(QStringLiteral("  "), 1), this);
    action->setObjectName(name + QStringLiteral("Action"));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    connect(action, &QAction::triggered, this, act);
    return button;
}

void ConsultationPage::addKeys()
{
    addKey(QStringLiteral("linkButton"), Qt::SHIFT | Qt::Key_F9, tr("Shift+F9  Make the link"),
           [this] { m_consultation->openByVideo(); });
    addKey(QStringLiteral("admitButton"), Qt::Key_F8, tr("F8  Let in"), [this] { actOnWaiting(true); });
    addKey(QStringLiteral("refuseButton"), Qt::SHIFT | Qt::Key_F8, tr("Shift+F8  Send away"),
           [this] { actOnWaiting(false); });
    addKey(QStringLiteral("identifyButton"), Qt::Key_F5, tr("F5  Identity checked: show the picture"),
           [this] { identify(); });
    addKey(QStringLiteral("microphoneButton"), Qt::Key_F6, tr("F6  Mute"),
           [this] { m_consultation->switchMicrophone(!m_consultation->isMicrophoneOn()); });
    addKey(QStringLiteral("cameraButton"), Qt::Key_F7, tr("F7  Camera off"),
           [this] { m_consultation->switchCamera(!m_consultation->isCameraOn()); });
    addKey(QStringLiteral("copyButton"), Qt::SHIFT | Qt::Key_F7, tr("Shift+F7  Copy the invitation"), [this] {
        copy(m_consultation->invitation(), tr("The invitation is in the clipboard for one minute."));
    });
    addKey(QStringLiteral("freezeButton"), Qt::SHIFT | Qt::Key_F5, tr("Shift+F5  Freeze"), [this] {
        m_picture->freeze(!m_picture->isFrozen());
        showKeys();
    });
    addKey(QStringLiteral("phoneButton"), Qt::Key_F9, tr("F9  By phone"), [this] { switchPhone(); });
    addKey(QStringLiteral("adviceButton"), Qt::Key_F11, tr("F11  Show the advice there"),
           [this] { m_consultation->sendAdvice(); });
    addKey(QStringLiteral("photoButton"), Qt::SHIFT | Qt::Key_F11, tr("Shift+F11  Ask for a photo"),
           [this] { m_consultation->askPhoto(m_photoOf->text()); });
    addKey(QStringLiteral("hangUpButton"), Qt::Key_F12, tr("F12  Hang up"),
           [this] { m_consultation->hangUp(); });
    addKey(QStringLiteral("letterButton"), Qt::SHIFT | Qt::Key_F12, tr("Shift+F12  Copy the letter"),
           [this] { copy(m_consultation->letter(), tr("The letter is in the clipboard for one minute.")); });
    addKey(QStringLiteral("signButton"), QKeySequence(), tr("Ctrl+Enter  Sign"),
           [this] { m_consultation->sign(); });
}

void ConsultationPage::showKeys()
{
    const bool isOpen = isLive();
    const bool isVideo = isOpen && !m_consultation->isByPhone();
    const auto lacking = isVideo ? QString() : tr("There is no video call now.");
    const auto seats = m_consultation->seats();
    const bool somebodyWaits = std::any_of(seats.begin(), seats.end(), [](const SeatView& seat) {
        return seat.standing == SeatView::Standing::Waiting;
    });
    allow(*m_keys.at(QStringLiteral("admitButton")), somebodyWaits ? QString() : tr("Nobody waits."));
    allow(*m_keys.at(QStringLiteral("refuseButton")),
          seats.empty() || !isOpen ? tr("Nobody is there.") : QString());
    const auto lackingForLink = m_consultation->missing();
    allow(*m_keys.at(QStringLiteral("linkButton")),
          isOpen ? tr("A call is open.")
          : lackingForLink.isEmpty()
              ? QString()
              : tr("Still missing: %1").arg(lackingForLink.join(QStringLiteral(", "))));
    allow(*m_keys.at(QStringLiteral("microphoneButton")), lacking);
    allow(*m_keys.at(QStringLiteral("cameraButton")), lacking);
    allow(*m_keys.at(QStringLiteral("copyButton")), m_consultation->link().isEmpty() ? lacking : QString());
    allow(*m_keys.at(QStringLiteral("freezeButton")),
          m_picture->hasPicture() ? QString() : tr("There is no picture to freeze."));
    allow(*m_keys.at(QStringLiteral("adviceButton")), lacking);
    const bool isSeen = isVideo && m_consultation->isIdentified();
    m_photoOf->setVisible(isSeen);
    allow(*m_keys.at(QStringLiteral("photoButton")),
          isSeen ? QString() : tr("A photo is asked for once the picture may be shown."));
    allow(*m_keys.at(QStringLiteral("hangUpButton")), isOpen ? QString() : tr("Nothing is open."));
    allow(*m_keys.at(QStringLiteral("identifyButton")),
          !m_identity->isVisibleTo(this) ? tr("There is nothing to check now.") : QString());
    allow(*m_keys.at(QStringLiteral("letterButton")),
          m_consultation->stage() == ConsultationStage::Over ? QString() : tr("There was no call yet."));
    m_keys.at(QStringLiteral("microphoneButton"))
        ->setText(m_consultation->isMicrophoneOn() ? tr("F6  Mute") : tr("F6  Speak again"));
    m_keys.at(QStringLiteral("cameraButton"))
        ->setText(m_consultation->isCameraOn() ? tr("F7  Camera off") : tr("F7  Camera on"));
    allow(*m_keys.at(QStringLiteral("phoneButton")),
          m_consultation->isByPhone() && m_consultation->link().isEmpty()
              ? tr("This call has no picture to go back to.")
              : QString());
    m_keys.at(QStringLiteral("phoneButton"))
        ->setText(!isOpen                       ? tr("F9  By phone")
                  : m_consultation->isByPhone() ? tr("F9  Back to video")
                                                : tr("F9  Go on by phone"));
    const auto lackingToSign = m_consultation->missingForSigning();
    allow(*m_keys.at(QStringLiteral("signButton")),
          m_consultation->stage() == ConsultationStage::Before ? tr("There was no call yet.")
          : lackingToSign.isEmpty()                            ? QString()
                                    : tr("Still missing: %1").arg(lackingToSign.join(QStringLiteral(", "))));
}

} // namespace chevet::screens
