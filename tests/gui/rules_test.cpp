// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules page by keys: read, tried, adapted, looked back at; and the passages behind a proposal.
#include "screens/key_chip.h"
#include "support/catch.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>

#include <cstdlib>

#include "gui/call_script.h"
#include "gui/desk_window.h"

using namespace chevet;
using namespace chevet::test;

namespace {

const QString bleeding = QStringLiteral(R"(overlay = "our-team"
[[rule]]
id = "bleeding-is-urgent"
when = { symptom = "bleeding" }
priority = "P1"
reason.en = "Our team answers every bleeding at once."
reason.fr = "Notre équipe répond à tout saignement sans délai."
source = "team"
)");

void openRules(DeskWindow& desk)
{
    desk.press(Qt::CTRL | Qt::Key_R);
    desk.untilFocus(QStringLiteral("rulesViews"));
}

bool says(DeskWindow& desk, const char* label, const QString& words)
{
    const auto* found = desk.find<QLabel>(QLatin1String(label));
    return found != nullptr && found->text().contains(words);
}

/// Goes to the overlay's text and puts this there, as from the clipboard: it has quotes of every sort.
void writeOverlay(DeskWindow& desk, const QString& text)
{
    openRules(desk);
    desk.type(QStringLiteral("3"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("overlayEdit"));
    desk.find<QPlainTextEdit>(QStringLiteral("overlayEdit"))->setPlainText(text);
}

} // namespace

TEST_CASE("The rules are read by keys, each with what it stands on, and the proof is shown")
{
    DeskWindow desk;
    desk.foundTeam();
    openRules(desk);
    desk.until("the rules are proved", [&] { return says(desk, "rulesProof", QStringLiteral("Proven")); });
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("rulesList"));
    const auto words = [&] { return desk.find<QTextBrowser>(QStringLiteral("ruleWords"))->toPlainText(); };
    CHECK(words().contains(QStringLiteral("dying now: yes")));
    CHECK(words().contains(QStringLiteral("unanimously stated")));
    CHECK(words().contains(QStringLiteral("000:375-381")));
    desk.press(Qt::Key_Down);
    CHECK(words().contains(QStringLiteral("acute deterioration")));
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("filterChip0")); // nobody waits
}

TEST_CASE("Facts are tried by keys and the answer follows, without a case")
{
    DeskWindow desk;
    desk.foundTeam();
    openRules(desk);
    desk.type(QStringLiteral("2"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("tryMotives"));
    desk.type(QStringLiteral("1"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("question_symptom"));
    desk.type(QStringLiteral("1"));
    desk.untilFocus(QStringLiteral("question_severity"));
    desk.type(QStringLiteral("9"));
    desk.untilFocus(QStringLiteral("question_dying"));
    CHECK(says(desk, "tryHeadline", QStringLiteral("P2")));
    desk.type(QStringLiteral("y"));
    CHECK(says(desk, "tryHeadline", QStringLiteral("P1")));
    CHECK(desk.desk().queue()->rowCount() == 0);
}

TEST_CASE("An overlay is checked while it is typed, proved by one key, and in force for the next call")
{
    DeskWindow desk;
    desk.foundTeam();
    writeOverlay(desk, QStringLiteral("overlay = \"x\"\n[[tune]]\nid = \"dying\"\noff = true\n"));
    desk.until("the fault is named", [&] { return says(desk, "overlayState", QStringLiteral("dying")); });
    CHECK_FALSE(desk.find<QPushButton>(QStringLiteral("overlayForceButton"))->isEnabled());
    writeOverlay(desk, bleeding);
    desk.until("the change is named",
               [&] { return says(desk, "overlayChanges", QStringLiteral("bleeding-is-urgent")); });
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("it is in force", [&] { return says(desk, "rulesName", QStringLiteral("our-team")); });
    CHECK(says(desk, "overlayNotice", QStringLiteral("in force")));
    desk.press(Qt::Key_F2);
    desk.addHomeAndResident(QStringLiteral("Les Tilleuls"), QStringLiteral("28021934"),
                            QStringLiteral("Dupont"), QStringLiteral("Jeanne"));
    desk.type(QStringLiteral("h"));
    desk.until("the proposal follows the overlay",
               [&] { return says(desk, "furtherLabel", QStringLiteral("answers every bleeding at once")); });
}

TEST_CASE("A vault that locks in the middle of an edit keeps the text as a draft")
{
    DeskWindow desk;
    desk.foundTeam();
    writeOverlay(desk, bleeding);
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->teamSetting("overlay.draft.team") == bleeding.toStdString());
    CHECK_FALSE(casebook->teamSetting("overlay.team"));
}

TEST_CASE("The passages behind a proposal open by one key, and Esc goes back to the call")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.addHomeAndResident(QStringLiteral("Les Tilleuls"), QStringLiteral("28021934"),
                            QStringLiteral("Dupont"), QStringLiteral("Jeanne"));
    desk.type(QStringLiteral("p"));
    desk.press(Qt::Key_Return);
    const auto before = desk.focusName();
    desk.press(Qt::SHIFT | Qt::Key_F1);
    desk.untilFocus(QStringLiteral("sheetText"));
    const auto text = desk.find<QTextBrowser>(QStringLiteral("sheetText"))->toPlainText();
    CHECK(text.contains(QStringLiteral("Interview study with seven French")));
    CHECK(text.contains(QStringLiteral("000:")));
    CHECK_FALSE(text.contains(QStringLiteral("not at hand")));
    desk.press(Qt::Key_Escape);
    desk.untilFocus(before);
}

TEST_CASE("What a proposed video call still needs is settled by keys in the call, and the proposal follows")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.addHomeAndResident(QStringLiteral("Les Tilleuls"), QStringLiteral("28021934"),
                            QStringLiteral("Dupont"), QStringLiteral("Jeanne"));
    desk.type(QStringLiteral("p"));
    desk.press(Qt::Key_Return);
    const auto answer = [&](const char* question, const char* key) {
        auto* line = desk.find<QWidget>(QLatin1String("question_") + QLatin1String(question));
        REQUIRE(line != nullptr);
        line->setFocus();
        desk.type(QLatin1String(key));
    };
    answer("dying", "n");
    answer("must_be_seen", "y");
    desk.until("the objective is asked for",
               [&] { return says(desk, "furtherLabel", QStringLiteral("settle")); });
    desk.press(Qt::ALT | Qt::Key_C);
    desk.until("the keyboard is at a condition",
               [&] { return desk.focusName().startsWith(QStringLiteral("question_")); });
    auto* objective = desk.find<QWidget>(QStringLiteral("question_objective"));
    REQUIRE(objective != nullptr);
    objective->setFocus();
    desk.type(QStringLiteral("pain relief"));
    desk.until("the condition is met",
               [&] { return !says(desk, "furtherLabel", QStringLiteral("say what the teleconsultation")); });
    CHECK(desk.find<QWidget>(QStringLiteral("question_objective")) == objective);
    if (const char* folder = std::getenv("CHEVET_TOUR")) {
        desk.window().grab().save(QLatin1String(folder) + QStringLiteral("/conditions.png"));
    }
}

TEST_CASE("A case that nobody has decided is triaged, one that was decided is triaged again")
{
    DeskWindow desk;
    desk.openSample();
    desk.press(Qt::Key_F3);
    desk.untilFocus(QStringLiteral("queueTable"));
    int seen = 0;
    for (int i = 0; i < desk.desk().queue()->rowCount(); ++i) {
        const bool isDecided = desk.desk().queue()->row(i).decided.has_value();
        if (i > 0 && isDecided) {
            continue; // the first, and those without a decision
        }
        desk.find<QTableView>(QStringLiteral("queueTable"))->selectRow(i);
        desk.press(Qt::Key_Return);
        desk.untilFocus(QStringLiteral("timelineView"));
        desk.until("the case is read", [&] { return !desk.textOf(QStringLiteral("whereLabel")).isEmpty(); });
        const auto* chip = desk.find<screens::KeyChip>(QStringLiteral("triageActionChip"));
        REQUIRE(chip != nullptr);
        CHECK(chip->text() == (isDecided ? QStringLiteral("Triage again") : QStringLiteral("Triage")));
        ++seen;
        desk.press(Qt::Key_F3);
        desk.untilFocus(QStringLiteral("queueTable"));
    }
    CHECK(seen >= 2);
}

TEST_CASE("A team's own reason for deciding otherwise is set once and chosen by one key")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::CTRL | Qt::Key_Comma);
    desk.untilFocus(QStringLiteral("idleMinutes"));
    desk.find<QLineEdit>(QStringLiteral("ownReason0"))->setText(QStringLiteral("wound nurse is there"));
    desk.find<QCheckBox>(QStringLiteral("reason7"))->setChecked(false);
    desk.find<QPushButton>(QStringLiteral("recordReasonsButton"))->click();
    desk.until("it is recorded", [&] { return says(desk, "reasonsNote", QStringLiteral("whole team")); });
    desk.press(Qt::Key_F2);
    desk.addHomeAndResident(QStringLiteral("Les Tilleuls"), QStringLiteral("28021934"),
                            QStringLiteral("Dupont"), QStringLiteral("Jeanne"));
    desk.type(QStringLiteral("p"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_F5);
    desk.untilFocus(QStringLiteral("overrideReason"));
    desk.type(QStringLiteral("7")); // six coded ones are left
    desk.untilFocus(QStringLiteral("overrideWordsEdit"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("it is decided", [&] { return desk.desk().queue()->rowCount() == 1; });
    const auto id = desk.currentCase();
    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(id);
    REQUIRE(view);
    REQUIRE(view->reasoned);
    CHECK(view->reasoned->overrideReason == clinical::OverrideReason::Other);
    CHECK(view->reasoned->ownReason == "wound nurse is there");
}
