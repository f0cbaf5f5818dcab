// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour's way through a consultation: prepared, held by telephone (there is no server of calls here),
// written down, signed.
#include "screens/main_window.h"
#include "screens/tour.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <memory>

namespace chevet::screens {

void Tour::scriptConsultation(const QString& number)
{
    const auto into = [this](const char* name, const QString& text) {
        auto* edit = m_window->findChild<QLineEdit*>(QLatin1String(name));
        edit->setFocus();
        edit->selectAll();
        keys(text);
    };
    const auto line = [this] {
        return m_window->findChild<QLabel*>(QStringLiteral("consultationLine"))->text();
    };
    then(
        QStringLiteral("a consultation"), [this] { keys(QStringLiteral("l")); },
        [] { return hasFocus("professionalEdit"); });
    then(QStringLiteral("it is prepared"), [into] {
        into("professionalEdit", QStringLiteral("Inès Morvan, nurse"));
        into("objectiveEdit", QStringLiteral("Is the treatment enough at night?"));
    });
    picture(number + QStringLiteral("-consultation-before"));
    then(
        QStringLiteral("by telephone"), [this] { press(Qt::Key_F9); },
        [this] { return !m_window->findChild<QWidget*>(QStringLiteral("professionalEdit"))->isVisible(); });
    then(QStringLiteral("the sheet"), [this, into] {
        into("presentEdit", QStringLiteral("Inès Morvan, the resident’s daughter"));
        into("symptom1Edit", QStringLiteral("6"));
        into("finding1Edit", QStringLiteral("calm, 18 a minute by the nurse’s count"));
        into("advice0Edit", QStringLiteral("Give the dose prescribed in advance 30 minutes before the care"));
        into("followUpEdit", QStringLiteral("We call tomorrow at ten"));
        m_window->findChild<QPlainTextEdit*>(QStringLiteral("assessmentEdit"))->setFocus();
        keys(QStringLiteral("Pain on movement, controlled at rest"));
    });
    picture(number + QStringLiteral("-consultation-by-phone"));
    then(
        QStringLiteral("hung up"), [this] { press(Qt::Key_F12); },
        [this] {
            return m_window->findChild<QPlainTextEdit*>(QStringLiteral("consultationLetter"))->isVisible();
        });
    then(
        QStringLiteral("signed"), [this] { press(Qt::CTRL | Qt::Key_Return); },
        [before = std::make_shared<QString>(), line] {
            if (before->isEmpty()) {
                *before = line();
            }
            return line() != *before;
        });
    picture(number + QStringLiteral("-consultation-letter"));
}

} // namespace chevet::screens
