// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tour's way through the triage rules (read, tried, adapted) and the study.
#include "screens/main_window.h"
#include "screens/tour.h"
#include "workflow/desk.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>

namespace chevet::screens {

QString Tour::wordsOf(const char* label) const
{
    return m_window->findChild<QLabel*>(QLatin1String(label))->text();
}

void Tour::scriptRules(const QString& language, QSize size, const QString& number)
{
    then(
        QStringLiteral("the language"), [this, language] { m_window->setLanguage(language); },
        [] { return hasFocus("queueTable"); });
    then(
        QStringLiteral("the rules are proved"),
        [this, size] {
            m_window->resize(size);
            press(Qt::CTRL | Qt::Key_R);
        },
        [this] { return hasFocus("rulesViews") && wordsOf("rulesProof").contains(QStringLiteral("10^")); });
    picture(number + QStringLiteral("-rules-read-") + language);
    then(
        QStringLiteral("facts are tried"),
        [this] {
            keys(QStringLiteral("2"));
            press(Qt::Key_Return);
            keys(QStringLiteral("4"));
        },
        [this] { return wordsOf("tryHeadline").contains(QStringLiteral("P1")); });
    picture(number + QStringLiteral("-rules-try-") + language);
    scriptOverlay(language, number);
    scriptStudy(language, number);
}

void Tour::scriptOverlay(const QString& language, const QString& number)
{
    then(
        QStringLiteral("an overlay is checked"),
        [this] {
            m_window->findChild<QWidget*>(QStringLiteral("rulesViews"))->setFocus();
            keys(QStringLiteral("3"));
            m_window->findChild<QPushButton*>(QStringLiteral("overlayExampleButton"))->click();
        },
        [this] { return wordsOf("overlayChanges").contains(QStringLiteral("bleeding-is-urgent")); });
    picture(number + QStringLiteral("-rules-adapt-") + language);
    then(
        QStringLiteral("the overlay is proved and in force"), [this] { press(Qt::CTRL | Qt::Key_Return); },
        [this] { return wordsOf("rulesName").contains(QLatin1Char('+')); });
    picture(number + QStringLiteral("-rules-in-force-") + language);
    then(
        QStringLiteral("it is taken away again"),
        [this] { m_window->findChild<QPushButton*>(QStringLiteral("overlayAwayButton"))->click(); },
        [this] { return !wordsOf("rulesName").contains(QLatin1Char('+')); });
    then(QStringLiteral("who changed what"), [this] {
        m_window->findChild<QWidget*>(QStringLiteral("rulesViews"))->setFocus();
        keys(QStringLiteral("4"));
    });
    picture(number + QStringLiteral("-rules-history-") + language);
}

void Tour::scriptStudy(const QString& language, const QString& number)
{
    then(
        QStringLiteral("the study"), [this] { press(Qt::CTRL | Qt::Key_I); },
        [this] {
            const auto* page = m_window->findChild<QTextBrowser*>(QStringLiteral("studyTables"));
            return hasFocus("studySpan") && page->toPlainText().size() > 1000;
        });
    picture(number + QStringLiteral("-study-") + language);
}

} // namespace chevet::screens
