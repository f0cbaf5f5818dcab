// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every form, as a screen reader and a keyboard meet it.
#include "support/catch.h"

#include "gui/call_script.h"
#include "gui/form_check.h"

using namespace chevet;
using namespace chevet::test;

namespace {

void check(DeskWindow& desk, const char* screen)
{
    INFO(screen);
    const auto nameless = namelessParts(desk.window()).join(QLatin1Char('\n')).toStdString();
    CHECK(nameless == "");
    const auto unreached = unreachedByTab(desk.window()).join(QLatin1Char('\n')).toStdString();
    CHECK(unreached == "");
}

/// The names of the parts that Tab comes to, one after the other.
QStringList tabbed(DeskWindow& desk, int times)
{
    QStringList names{desk.focusName()};
    for (int i = 0; i < times; ++i) {
        desk.press(Qt::Key_Tab);
        names << desk.focusName();
    }
    return names;
}

} // namespace

TEST_CASE("Tab goes through the first start in the order of reading")
{
    DeskWindow desk;
    desk.untilFocus(QStringLiteral("teamNameEdit"));
    check(desk, "first start");
    CHECK(tabbed(desk, 7) == QStringList{QStringLiteral("teamNameEdit"), QStringLiteral("memberNameEdit"),
                                         QStringLiteral("roleCombo"), QStringLiteral("passphraseEdit"),
                                         QStringLiteral("passphraseAgainEdit"), QStringLiteral("foundButton"),
                                         QStringLiteral("suggestButton"),
                                         QStringLiteral("openSampleButton")});
}

TEST_CASE("Tab goes through a call from the home to the proposal, and back")
{
    DeskWindow desk;
    desk.foundTeam();
    auto call = firstCall();
    typeCall(desk, call);
    check(desk, "intake");
    for (int i = 0; i < 20 && desk.focusName() != QLatin1String("homeEdit"); ++i) {
        desk.press(Qt::SHIFT | Qt::Key_Backtab);
    }
    REQUIRE(desk.focusName() == QStringLiteral("homeEdit"));
    const auto names = tabbed(desk, 5);
    CHECK(names == QStringList{QStringLiteral("homeEdit"), QStringLiteral("callerEdit"),
                               QStringLiteral("functionEdit"), QStringLiteral("phoneEdit"),
                               QStringLiteral("residentEdit"), QStringLiteral("motiveBoard")});
    QStringList rest = tabbed(desk, 1);
    while (desk.focusName().startsWith(QStringLiteral("question_")) && rest.size() < 20) {
        desk.press(Qt::Key_Tab);
        rest << desk.focusName();
    }
    CHECK(rest.size() >= 5); // four questions at least
    CHECK(rest.back() == QStringLiteral("wordsEdit"));
    desk.press(Qt::Key_Tab);
    CHECK(desk.focusName() == QStringLiteral("proposalView"));
}

TEST_CASE("Every part that takes the keyboard has a name on every screen, in both languages")
{
    for (const auto& language : {QStringLiteral("en"), QStringLiteral("fr")}) {
        DeskWindow desk(language);
        desk.openSample();
        desk.press(Qt::Key_F3);
        check(desk, "queue");
        desk.press(Qt::Key_F4);
        check(desk, "search");
        desk.press(Qt::CTRL | Qt::Key_I);
        desk.untilFocus(QStringLiteral("studySpan"));
        check(desk, "study");
        desk.press(Qt::CTRL | Qt::Key_R);
        for (const auto* view : {"1", "2", "3", "4"}) {
            desk.untilFocus(QStringLiteral("rulesViews"));
            desk.type(QString::fromLatin1(view));
            check(desk, "rules");
        }
        desk.press(Qt::Key_F3);
        desk.untilFocus(QStringLiteral("queueTable"));
        desk.press(Qt::Key_Return);
        desk.untilFocus(QStringLiteral("timelineView"));
        check(desk, "case");
        desk.until("the case is read", [&] { return !desk.textOf(QStringLiteral("whereLabel")).isEmpty(); });
        desk.type(QStringLiteral("w"));
        desk.untilFocus(QStringLiteral("askChips0"));
        check(desk, "wishes");
        desk.press(Qt::Key_Escape);
        desk.press(Qt::CTRL | Qt::Key_K);
        desk.untilFocus(QStringLiteral("paletteEdit"));
        check(desk, "palette");
        desk.press(Qt::Key_Escape);
        desk.press(Qt::CTRL | Qt::Key_L);
        check(desk, "unlock");
    }
}
