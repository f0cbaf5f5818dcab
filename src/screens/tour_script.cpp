// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tour does, step by step.
#include "screens/main_window.h"
#include "screens/tour.h"
#include "workflow/desk.h"
#include "workflow/queue_model.h"
#include "workflow/vault_door.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

namespace chevet::screens {

bool Tour::hasFocus(const char* name)
{
    const auto* widget = QApplication::focusWidget();
    return widget != nullptr && widget->objectName() == QLatin1String(name);
}

namespace {

template<class Widget> Widget* in(const std::unique_ptr<MainWindow>& window, const char* name)
{
    return window->findChild<Widget*>(QString::fromLatin1(name));
}

QString digitsOf(const Date& date)
{
    return QStringLiteral("%1%2%3")
        .arg(int(date.day), 2, 10, QLatin1Char('0'))
        .arg(int(date.month), 2, 10, QLatin1Char('0'))
        .arg(int(date.year), 4, 10, QLatin1Char('0'));
}

/// Somebody of the queue whose birth date is known.
const clinical::QueueRow* someone(const workflow::Desk& desk)
{
    for (int i = 0; i < desk.queue()->rowCount(); ++i) {
        const auto& row = desk.queue()->row(i);
        if (row.birthDate && !row.provisional) {
            return &row;
        }
    }
    return nullptr;
}

} // namespace

void Tour::scriptFirstStart()
{
    then(
        QStringLiteral("first start is ready"), [] {}, [] { return hasFocus("teamNameEdit"); });
    picture(QStringLiteral("01-first-start"));
    then(
        QStringLiteral("a passphrase that is too short is refused"),
        [this] {
            keys(QStringLiteral("EMSP du Ponant"));
            press(Qt::Key_Return);
            keys(QStringLiteral("Claire Morel"));
            press(Qt::Key_Return);
            press(Qt::Key_Tab);
            keys(QStringLiteral("short"));
            press(Qt::CTRL | Qt::Key_Return);
        },
        [this] { return in<QLabel>(m_window, "passphraseProblem")->isVisible(); });
    then(
        QStringLiteral("seven words are suggested"),
        [this] { in<QPushButton>(m_window, "suggestButton")->click(); },
        [this] { return in<QLabel>(m_window, "suggestionLabel")->isVisible(); });
    picture(QStringLiteral("02-first-start-passphrase"));
    then(
        QStringLiteral("the team is founded"),
        [this] {
            const QString words = in<QLabel>(m_window, "suggestionLabel")->text();
            press(Qt::CTRL | Qt::Key_A);
            keys(words);
            press(Qt::Key_Return);
            keys(words);
            press(Qt::Key_Return);
        },
        [this] { return m_window->desk() != nullptr && m_window->desk()->queue()->isLoaded(); });
    picture(QStringLiteral("03-queue-empty"));
    then(
        QStringLiteral("the vault is locked"), [this] { press(Qt::CTRL | Qt::Key_L); },
        [this] { return m_window->desk() == nullptr; });
    picture(QStringLiteral("04-unlock"));
    then(
        QStringLiteral("the sample opens"),
        [this] {
            for (auto* button : m_window->findChildren<QPushButton*>(QStringLiteral("openSampleButton"))) {
                if (button->isVisible()) {
                    button->click();
                    return;
                }
            }
        },
        [this] { return m_window->desk() != nullptr && m_window->desk()->queue()->rowCount() > 0; });
}

void Tour::scriptQueue()
{
    picture(QStringLiteral("05-queue-light"));
    then(QStringLiteral("dark"), [this] { m_window->setTheme(Theme::Dark); });
    picture(QStringLiteral("06-queue-dark"));
    then(QStringLiteral("light again"), [this] { m_window->setTheme(Theme::Light); });
    then(QStringLiteral("the next row"), [this] { keys(QStringLiteral("jj")); });
    then(
        QStringLiteral("the preview"), [this] { press(Qt::Key_Space); },
        [this] { return !in<QLabel>(m_window, "previewWords")->text().isEmpty(); });
    picture(QStringLiteral("07-preview"));
    then(QStringLiteral("the preview goes"), [this] { press(Qt::Key_Space); });
    then(
        QStringLiteral("the keys of this screen"), [this] { press(Qt::Key_F1); },
        [] { return hasFocus("sheetList"); });
    picture(QStringLiteral("08-keys"));
    then(
        QStringLiteral("the keys go"), [this] { press(Qt::Key_Escape); },
        [] { return hasFocus("queueTable"); });
}

void Tour::scriptIntake()
{
    then(
        QStringLiteral("a call"), [this] { press(Qt::Key_F2); }, [] { return hasFocus("homeEdit"); });
    picture(QStringLiteral("09-intake-empty"));
    then(
        QStringLiteral("homes are found"),
        [this] { keys(QString::fromStdString(someone(*m_window->desk())->homeName).left(5)); },
        [this] { return in<QListWidget>(m_window, "homeEditHits")->isVisible(); });
    picture(QStringLiteral("10-intake-home"));
    then(
        QStringLiteral("the home is chosen"), [this] { press(Qt::Key_Return); },
        [] { return hasFocus("callerEdit"); });
    then(
        QStringLiteral("the resident is found"),
        [this] {
            keys(QStringLiteral("Marie Le Goff"));
            press(Qt::Key_Return);
            keys(QStringLiteral("nurse"));
            press(Qt::Key_Return);
            const auto* row = someone(*m_window->desk());
            keys(digitsOf(*row->birthDate) + QString::fromStdString(row->familyName).left(3).toLower());
        },
        [this] { return in<QListWidget>(m_window, "residentEditHits")->isVisible(); });
    picture(QStringLiteral("11-intake-resident"));
    then(
        QStringLiteral("the resident is chosen"), [this] { press(Qt::Key_Return); },
        [] { return hasFocus("joinQuestion") || hasFocus("motiveBoard"); });
    then(
        QStringLiteral("another matter"),
        [this] {
            if (hasFocus("joinQuestion")) {
                keys(QStringLiteral("n"));
            }
        },
        [] { return hasFocus("motiveBoard"); });
    then(
        QStringLiteral("motives"),
        [this] {
            keys(QStringLiteral("p"));
            press(Qt::Key_Return);
        },
        [] { return !hasFocus("motiveBoard"); });
    then(QStringLiteral("two answers"), [this] { keys(QStringLiteral("y")); });
    picture(QStringLiteral("12-intake-questions"));
    scriptProposal();
}

void Tour::scriptProposal()
{
    then(QStringLiteral("words"), [this] {
        press(Qt::ALT | Qt::Key_T);
        keys(QStringLiteral("Cries out when turned since this morning, last morphine at 6."));
    });
    picture(QStringLiteral("13-proposal"));
    then(
        QStringLiteral("deciding otherwise"), [this] { press(Qt::Key_F6); },
        [] { return hasFocus("overrideReason"); });
    picture(QStringLiteral("14-override"));
    then(
        QStringLiteral("back to the proposal"), [this] { press(Qt::Key_Escape); },
        [] { return hasFocus("proposalView"); });
    then(QStringLiteral("dark"), [this] { m_window->setTheme(Theme::Dark); });
    picture(QStringLiteral("15-proposal-dark"));
    then(QStringLiteral("light"), [this] { m_window->setTheme(Theme::Light); });
    then(
        QStringLiteral("decided"), [this] { press(Qt::CTRL | Qt::Key_Return); },
        [] { return hasFocus("queueTable"); });
    picture(QStringLiteral("16-decided"));
}

void Tour::scriptAfterwards()
{
    then(
        QStringLiteral("the case"), [this] { press(Qt::Key_Return); },
        [this] {
            const auto* timeline = in<QListView>(m_window, "timelineView");
            return timeline->isVisible() && timeline->model()->rowCount() > 0;
        });
    then(
        QStringLiteral("the timeline has the keyboard"), [] {}, [] { return hasFocus("timelineView"); });
    picture(QStringLiteral("17-case"));
    then(
        QStringLiteral("closing with a step owed"), [this] { keys(QStringLiteral("c")); },
        [] { return hasFocus("askChips0"); });
    picture(QStringLiteral("18-case-close"));
    then(
        QStringLiteral("back"), [this] { press(Qt::Key_Escape); }, [] { return hasFocus("timelineView"); });
    scriptConsultation(QStringLiteral("29"));
    then(
        QStringLiteral("search"), [this] { press(Qt::CTRL | Qt::Key_F); },
        [] { return hasFocus("searchEdit"); });
    then(
        QStringLiteral("something is found"), [this] { keys(QStringLiteral("morph")); },
        [this] {
            return in<QListView>(m_window, "hitsView")->isVisible() &&
                   in<QListView>(m_window, "hitsView")->model()->rowCount() > 0;
        });
    picture(QStringLiteral("19-search"));
    then(
        QStringLiteral("back to the queue"), [this] { press(Qt::Key_F3); },
        [] { return hasFocus("queueTable"); });
}

void Tour::scriptFrench()
{
    then(
        QStringLiteral("French"), [this] { m_window->setLanguage(QStringLiteral("fr")); },
        [] { return hasFocus("queueTable"); });
    picture(QStringLiteral("20-queue-french"));
    then(
        QStringLiteral("a call in French"), [this] { press(Qt::Key_F2); },
        [] { return hasFocus("homeEdit"); });
    then(
        QStringLiteral("the home in French"),
        [this] {
            keys(QString::fromStdString(someone(*m_window->desk())->homeName).left(5));
            press(Qt::Key_Return);
        },
        [] { return hasFocus("callerEdit"); });
    then(
        QStringLiteral("the resident in French"),
        [this] {
            press(Qt::Key_Return);
            press(Qt::Key_Return);
            const auto* row = someone(*m_window->desk());
            keys(digitsOf(*row->birthDate) + QString::fromStdString(row->familyName).left(3).toLower());
            press(Qt::Key_Return);
        },
        [] { return hasFocus("joinQuestion") || hasFocus("motiveBoard"); });
    then(
        QStringLiteral("motives in French"),
        [this] {
            if (hasFocus("joinQuestion")) {
                keys(QStringLiteral("n"));
            }
            keys(QStringLiteral("d"));
            press(Qt::Key_Return);
        },
        [] { return !hasFocus("motiveBoard"); });
    then(QStringLiteral("answers in French"), [this] { keys(QStringLiteral("nè")); });
    picture(QStringLiteral("21-intake-french"));
    then(QStringLiteral("1280 x 720 at 125 %"), [this] { m_window->resize(1024, 576); });
    picture(QStringLiteral("22-intake-french-small"));
    then(
        QStringLiteral("the call is left as a draft"), [this] { press(Qt::Key_Escape); },
        [] { return hasFocus("queueTable"); });
    picture(QStringLiteral("23-queue-french-small"));
    scriptFrenchCase();
}

void Tour::scriptFrenchCase()
{
    then(QStringLiteral("dark"), [this] { m_window->setTheme(Theme::Dark); });
    then(
        QStringLiteral("a case in French"), [this] { press(Qt::Key_Return); },
        [] { return hasFocus("timelineView"); });
    then(
        QStringLiteral("its entries"), [] {},
        [this] { return in<QListView>(m_window, "timelineView")->model()->rowCount() > 0; });
    picture(QStringLiteral("24-case-french-small-dark"));
    then(
        QStringLiteral("a request that came twice"), [this] { keys(QStringLiteral("m")); },
        [] { return hasFocus("askLookUp"); });
    then(
        QStringLiteral("the one that goes on"),
        [this] {
            press(Qt::Key_Escape);
            m_window->setTheme(Theme::Light);
            keys(QStringLiteral("m"));
            const auto& row = m_window->desk()->queue()->row(m_window->desk()->queue()->rowCount() - 1);
            keys(QString::fromStdString(row.homeName).left(5));
        },
        [this] { return in<QListWidget>(m_window, "askLookUpHits")->isVisible(); });
    then(
        QStringLiteral("what merging would do"), [this] { press(Qt::Key_Return); },
        [this] { return in<QLabel>(m_window, "askMeaning")->isVisible(); });
    picture(QStringLiteral("25-case-merge-french-small"));
    then(
        QStringLiteral("nothing is merged"), [this] { press(Qt::Key_Escape); },
        [] { return hasFocus("timelineView"); });
    then(
        QStringLiteral("the settings"), [this] { press(Qt::CTRL | Qt::Key_Comma); },
        [] { return hasFocus("idleMinutes"); });
    picture(QStringLiteral("26-settings-french-small"));
}

} // namespace chevet::screens
