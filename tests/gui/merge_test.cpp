// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A request that came twice is merged, and one that was filed under the wrong resident or home is moved: by
// keys, told before and after, and taken back.
#include "screens/key_chip.h"
#include "support/catch.h"
#include "workflow/case_file.h"

#include <QLabel>
#include <QListView>
#include <QListWidget>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;

namespace {

CaseId takeCall(DeskWindow& desk, Call call)
{
    typeCall(desk, call);
    return decideCall(desk, call);
}

Call firstWithWords()
{
    auto call = firstCall();
    call.words = QStringLiteral("vomits since noon");
    return call;
}

struct TwoCalls
{
    CaseId first;
    CaseId second;
};

/// Two requests for one resident and a third for another; the second is open on the screen.
TwoCalls openSecond(DeskWindow& desk)
{
    desk.foundTeam();
    TwoCalls calls;
    calls.first = takeCall(desk, firstWithWords());
    Call other;
    other.identity = QStringLiteral("01021930leg");
    other.newFamily = QStringLiteral("LE GALL");
    other.newGiven = QStringLiteral("Anne");
    takeCall(desk, other);
    Call again;
    again.identity = QStringLiteral("12031934dup");
    calls.second = takeCall(desk, again);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read",
               [&] { return desk.textOf(QStringLiteral("whoLabel")).contains(QStringLiteral("DUPONT")); });
    return calls;
}

int hits(DeskWindow& desk)
{
    const auto* list = desk.find<QListWidget>(QStringLiteral("askLookUpHits"));
    return list != nullptr ? list->count() : 0;
}

QString timelineText(DeskWindow& desk)
{
    QString all;
    const auto* model = desk.find<QListView>(QStringLiteral("timelineView"))->model();
    for (int i = 0; i < model->rowCount(); ++i) {
        all += model->index(i, 0).data(Qt::AccessibleTextRole).toString() + QLatin1Char('\n');
    }
    return all;
}

void merge(DeskWindow& desk)
{
    desk.type(QStringLiteral("m"));
    desk.untilFocus(QStringLiteral("askLookUp"));
    desk.until("the other request of this resident is offered", [&] { return hits(desk) == 1; });
    desk.press(Qt::Key_Return);
    desk.until("what will happen is said",
               [&] { return !desk.textOf(QStringLiteral("askMeaning")).isEmpty(); });
    desk.press(Qt::Key_Return);
    desk.until("two are left in the queue", [&] { return desk.desk().queue()->counts().open == 2; });
    desk.untilFocus(QStringLiteral("timelineView"));
}

bool isGrey(DeskWindow& desk, const char* chip)
{
    const auto* found = desk.find<screens::KeyChip>(QString::fromLatin1(chip));
    return found != nullptr && !found->isEnabled();
}

} // namespace

TEST_CASE("A request that came twice is merged by keys and leads to the one it went into")
{
    DeskWindow desk;
    const auto calls = openSecond(desk);
    merge(desk);
    desk.until("it says so", [&] { return timelineText(desk).contains(QStringLiteral("goes on in")); });
    CHECK(desk.find<screens::KeyChip>(QStringLiteral("mergeActionChip")) == nullptr);
    desk.type(QStringLiteral("g"));
    desk.until("the one that goes on is shown with what was said in both", [&] {
        const QString told = timelineText(desk);
        return told.contains(QStringLiteral("Merged into this request")) &&
               told.contains(QStringLiteral("vomits since noon"));
    });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->caseView(calls.second)->mergedInto == calls.first);
    CHECK(casebook->caseView(calls.second)->row.state == clinical::CaseState::Merged);
    CHECK(casebook->queue().rows.size() == 2);
}

TEST_CASE("A merge is taken back with Ctrl+Z and the request stands in the queue again")
{
    DeskWindow desk;
    const auto calls = openSecond(desk);
    merge(desk);
    desk.press(Qt::CTRL | Qt::Key_Z);
    desk.until("it is back", [&] { return desk.desk().queue()->counts().open == 3; });
    desk.until("it can be merged again",
               [&] { return desk.find<screens::KeyChip>(QStringLiteral("mergeActionChip")) != nullptr; });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK_FALSE(casebook->caseView(calls.second)->mergedInto);
    const auto timeline = casebook->caseView(calls.second)->timeline;
    CHECK(std::any_of(timeline.begin(), timeline.end(),
                      [](const auto& entry) { return entry.kind == "request.merged" && entry.withdrawn; }));
}

TEST_CASE(
    "Another resident's request is found by letters, with a warning, and Esc leaves everything as it was")
{
    DeskWindow desk;
    openSecond(desk);
    desk.type(QStringLiteral("m"));
    desk.untilFocus(QStringLiteral("askLookUp"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("askProblem")).isEmpty());
    desk.type(QStringLiteral("gal"));
    desk.until("the other one is found", [&] { return hits(desk) == 1; });
    desk.press(Qt::Key_Return);
    desk.until("it warns", [&] {
        return desk.textOf(QStringLiteral("askMeaning")).contains(QStringLiteral("LE GALL Anne"));
    });
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("timelineView"));
    CHECK(desk.desk().queue()->counts().open == 3);
}

TEST_CASE("What can't be done now is grey and its key says why")
{
    DeskWindow desk;
    openSecond(desk);
    desk.type(QStringLiteral("c"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("askLine0"));
    desk.type(QStringLiteral("settled by phone"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the case is closed", [&] { return isGrey(desk, "mergeActionChip"); });
    desk.type(QStringLiteral("m"));
    CHECK(desk.textOf(QStringLiteral("noticeLine")).contains(QStringLiteral("closed case")));
    CHECK(desk.find<QWidget>(QStringLiteral("askLookUp")) == nullptr);
    CHECK(isGrey(desk, "attemptActionChip"));
}

TEST_CASE("A call filed under the wrong resident is moved and its timeline says from whom to whom")
{
    DeskWindow desk;
    const auto calls = openSecond(desk);
    desk.type(QStringLiteral("q"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.type(QStringLiteral("1"));
    desk.untilFocus(QStringLiteral("askLookUp"));
    desk.type(QStringLiteral("01021930leg"));
    desk.until("she is found", [&] { return hits(desk) == 1; });
    desk.press(Qt::Key_Return);
    desk.until("what will happen is said",
               [&] { return !desk.textOf(QStringLiteral("askMeaning")).isEmpty(); });
    desk.press(Qt::Key_Return);
    desk.until("the case is hers",
               [&] { return desk.textOf(QStringLiteral("whoLabel")).contains(QStringLiteral("LE GALL")); });
    CHECK(timelineText(desk).contains(QStringLiteral("DUPONT Jeanne (provisional identity) → LE GALL Anne")));
    desk.type(QStringLiteral("n"));
    desk.untilFocus(QStringLiteral("askText"));
    desk.type(QStringLiteral("after the move"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the note is there",
               [&] { return timelineText(desk).contains(QStringLiteral("after the move")); });
    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(calls.second);
    CHECK(view->resident.resident.familyName == "LE GALL");
    CHECK(casebook->caseView(calls.first)->resident.resident.familyName == "DUPONT");
}

TEST_CASE("A call filed under the wrong home is moved and can be taken back")
{
    DeskWindow desk;
    desk.foundTeam();
    takeCall(desk, firstWithWords());
    Call other;
    other.home = QStringLiteral("Kerlann");
    other.newHome = other.home;
    other.identity = QStringLiteral("01021930leg");
    other.newFamily = QStringLiteral("LE GALL");
    other.newGiven = QStringLiteral("Anne");
    const auto id = takeCall(desk, other);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read",
               [&] { return desk.textOf(QStringLiteral("whoLabel")).contains(QStringLiteral("LE GALL")); });
    desk.type(QStringLiteral("q"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.type(QStringLiteral("2"));
    desk.untilFocus(QStringLiteral("askLookUp"));
    desk.type(QStringLiteral("til"));
    desk.until("it is found", [&] { return hits(desk) == 1; });
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    desk.until("the case is there", [&] {
        return desk.textOf(QStringLiteral("whereLabel")).contains(QStringLiteral("Tilleuls"));
    });
    CHECK(timelineText(desk).contains(QStringLiteral("Kerlann → Les Tilleuls")));
    desk.press(Qt::CTRL | Qt::Key_Z);
    desk.until("it is back",
               [&] { return desk.textOf(QStringLiteral("whereLabel")).contains(QStringLiteral("Kerlann")); });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->caseView(id)->row.homeName == "Kerlann");
}
