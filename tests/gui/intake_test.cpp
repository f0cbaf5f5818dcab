// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens around a call: interruptions, the next resident, undo, twins, refusals.
#include "screens/key_chip.h"
#include "support/catch.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;

namespace {

Call firstWithWords()
{
    auto call = firstCall();
    call.words = QStringLiteral("Cries out when turned.");
    return call;
}

Call again()
{
    Call call;
    call.identity = QStringLiteral("12031934dup");
    return call;
}

std::size_t openCases(DeskWindow& desk)
{
    return static_cast<std::size_t>(desk.desk().queue()->counts().open);
}

} // namespace

TEST_CASE("The proposal shows the four modalities from the most present to the most remote")
{
    DeskWindow desk;
    desk.foundTeam();
    auto call = firstCall();
    call.yes = {QStringLiteral("dying")};
    typeCall(desk, call);
    const auto inOrder = [&](const QStringList& words) {
        const auto text = desk.textOf(QStringLiteral("gradientLabel"));
        INFO(text.toStdString());
        qsizetype at = 0;
        for (const auto& word : words) {
            at = text.indexOf(word, at);
            REQUIRE(at >= 0);
        }
    };
    inOrder({QStringLiteral("visit"), QStringLiteral("video"), QStringLiteral("call"),
             QStringLiteral("written")});
    inOrder({QStringLiteral("recommended"), QStringLiteral("excluded"), QStringLiteral("excluded")});
    const auto further = desk.textOf(QStringLiteral("furtherLabel"));
    CHECK(further.contains(QStringLiteral("What would change it:")));
    CHECK(further.contains(QStringLiteral("if “dying now” were: no")));
    CHECK(further.contains(QStringLiteral("It could matter.")));
}

TEST_CASE("A call interrupted by the next one goes on where it was")
{
    DeskWindow desk;
    desk.foundTeam();
    typeCall(desk, firstWithWords());
    Call second = again();
    second.words = QStringLiteral("Something else.");
    typeCall(desk, second); // F2 in the middle of the first
    decideCall(desk, second);
    desk.until("the first call is kept", [&] { return desk.desk().drafts().size() == 1; });
    desk.until("it stands on top of the queue",
               [&] { return desk.find<screens::KeyChip>(QStringLiteral("draftChip0")) != nullptr; });

    desk.type(QStringLiteral("d"));
    desk.until("the words are back", [&] {
        const auto* words = desk.find<QPlainTextEdit>(QStringLiteral("wordsEdit"));
        return words != nullptr && words->toPlainText() == QStringLiteral("Cries out when turned.");
    });
    desk.untilFocus(QStringLiteral("motiveBoard"));
    CHECK(desk.find<QLineEdit>(QStringLiteral("callerEdit"))->text() == QStringLiteral("Marie"));
    decideCall(desk, firstWithWords());
    desk.until("no draft is left", [&] { return desk.desk().drafts().empty(); });
    CHECK(openCases(desk) == 2);
}

TEST_CASE("What was typed outlives the lock and waits on top of the queue")
{
    DeskWindow desk;
    desk.foundTeam();
    typeCall(desk, firstWithWords());
    desk.press(Qt::CTRL | Qt::Key_L);
    CHECK(desk.window().desk() == nullptr);
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("the desk is open again", [&] { return desk.window().desk() != nullptr; });
    desk.until("the draft is there", [&] { return desk.desk().drafts().size() == 1; });
    desk.type(QStringLiteral("d"));
    desk.untilFocus(QStringLiteral("motiveBoard"));
    desk.until("the words are back", [&] {
        return desk.find<QPlainTextEdit>(QStringLiteral("wordsEdit"))->toPlainText() ==
               QStringLiteral("Cries out when turned.");
    });
}

TEST_CASE("A call that was opened and left without a word leaves no draft")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("filterChip0"));
    CHECK(desk.desk().drafts().empty());
}

TEST_CASE("The same call's next resident keeps home and caller")
{
    DeskWindow desk;
    desk.foundTeam();
    typeCall(desk, firstWithWords());
    decideCall(desk, firstWithWords());
    desk.press(Qt::SHIFT | Qt::Key_F2);
    Call next = again();
    next.identity = QStringLiteral("05111940leg");
    next.newFamily = QStringLiteral("LE GALL");
    next.newGiven = QStringLiteral("Yves");
    typeCallFromResident(desk, next);
    CHECK(desk.find<QLineEdit>(QStringLiteral("homeEdit"))->text() == QStringLiteral("Les Tilleuls"));
    CHECK(desk.find<QLineEdit>(QStringLiteral("callerEdit"))->text() == QStringLiteral("Marie"));
    const auto id = decideCall(desk, next);
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->caseView(id)->home.home.name == "Les Tilleuls");
    CHECK(casebook->queue().rows.size() == 2);
}

TEST_CASE("A decision can be taken back by one key and the call is unfinished again")
{
    DeskWindow desk;
    desk.foundTeam();
    typeCall(desk, firstWithWords());
    decideCall(desk, firstWithWords());
    desk.until("undo is offered", [&] { return desk.desk().canUndo(); });
    CHECK(desk.textOf(QStringLiteral("toastLabel")).isEmpty() == false);
    desk.press(Qt::CTRL | Qt::Key_Z);
    desk.until("the case is gone from the queue", [&] { return openCases(desk) == 0; });
    desk.until("the call is a draft again", [&] { return desk.desk().drafts().size() == 1; });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->queue().rows.empty());
    CHECK(casebook->verify().damages.empty());
}

TEST_CASE("A resident who is in the record already is shown before another is made")
{
    DeskWindow desk;
    desk.foundTeam();
    typeCall(desk, firstWithWords());
    decideCall(desk, firstWithWords());
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.type(QStringLiteral("til"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("callerEdit"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("residentEdit"));
    desk.type(QStringLiteral("zzz"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("familyNameEdit"));
    desk.press(Qt::CTRL | Qt::Key_A);
    desk.type(QStringLiteral("Dupont"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("Jeanne"));
    desk.press(Qt::Key_Return);
    desk.type(QStringLiteral("12031934"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the twin is named", [&] {
        const auto* problem = desk.find<QLabel>(QStringLiteral("problemLabel"));
        return problem != nullptr && problem->text().contains(QStringLiteral("DUPONT"));
    });
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("residentEdit"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("joinQuestion")); // it is she, with her open request
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->findResidents(Date{1934, 3, 12}, "dup").size() == 1);
}

TEST_CASE("A call without home, resident and motive is not decided and says what is missing")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("missingLabel")).isEmpty());
    CHECK(desk.focusName() == QStringLiteral("homeEdit"));
    desk.press(Qt::Key_F5);
    CHECK(desk.focusName() == QStringLiteral("homeEdit"));
    CHECK(openCases(desk) == 0);
}

TEST_CASE("An override without a reason is asked for it and Esc leads back to the proposal")
{
    DeskWindow desk;
    desk.foundTeam();
    typeCall(desk, firstWithWords());
    desk.press(Qt::Key_F8);
    desk.untilFocus(QStringLiteral("overrideReason"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK(desk.focusName() == QStringLiteral("overrideReason"));
    CHECK(openCases(desk) == 0);
    desk.press(Qt::Key_Escape);
    CHECK(desk.focusName() == QStringLiteral("proposalView"));
    desk.type(QStringLiteral("&")); // the first modality, on a French keyboard
    desk.until("the override is open",
               [&] { return desk.focusName().startsWith(QStringLiteral("override")); });
}

TEST_CASE("An empty name and a day that is none are refused beside the field")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.type(QStringLiteral("x"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("townEdit"));
    desk.press(Qt::SHIFT | Qt::Key_Backtab);
    desk.press(Qt::CTRL | Qt::Key_A);
    desk.press(Qt::Key_Delete);
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("problemLabel")).isEmpty());
    CHECK(desk.focusName() == QStringLiteral("nameEdit"));
    desk.press(Qt::Key_Escape);
    CHECK(desk.focusName() == QStringLiteral("homeEdit"));
}
