// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue by keys, on the sample: filters, the row's own actions, states that say what to do.
#include "screens/key_chip.h"
#include "support/catch.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QTableView>

#include "gui/desk_window.h"

using namespace chevet;
using namespace chevet::test;

namespace {

int countOf(DeskWindow& desk, int chip)
{
    const auto* widget = desk.find<screens::KeyChip>(QStringLiteral("filterChip%1").arg(chip));
    REQUIRE(widget != nullptr);
    return widget->count().value_or(-1);
}

} // namespace

TEST_CASE("An empty queue says how to take a call")
{
    DeskWindow desk;
    desk.foundTeam();
    CHECK(desk.textOf(QStringLiteral("stateTodoLabel")).contains(QStringLiteral("F2")));
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
}

TEST_CASE("Each filter's number is what the list then shows")
{
    DeskWindow desk;
    desk.openSample();
    const QAbstractItemModelTester tester(desk.desk().queue(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    desk.press(Qt::Key_F3);
    const QStringList keys{QStringLiteral("a"), QStringLiteral("m"), QStringLiteral("u"), QStringLiteral("o"),
                           QStringLiteral("t")};
    for (int i = 0; i < keys.size(); ++i) {
        desk.type(keys[i]);
        INFO(keys[i].toStdString());
        CHECK(desk.desk().queue()->rowCount() == countOf(desk, i));
        CHECK(desk.find<screens::KeyChip>(QStringLiteral("filterChip%1").arg(i))->isChecked());
    }
}

TEST_CASE("Words narrow the queue, no match says so, and Esc clears them")
{
    DeskWindow desk;
    desk.openSample();
    desk.press(Qt::Key_F3);
    const int all = desk.desk().queue()->rowCount();
    desk.type(QStringLiteral("f"));
    desk.untilFocus(QStringLiteral("filterEdit"));
    desk.type(QStringLiteral("zzzz"));
    CHECK(desk.desk().queue()->rowCount() == 0);
    CHECK(desk.textOf(QStringLiteral("stateTodoLabel")).contains(QStringLiteral("Esc")));
    desk.press(Qt::Key_Escape);
    CHECK(desk.desk().queue()->rowCount() == all);
    desk.untilFocus(QStringLiteral("queueTable"));
}

TEST_CASE("No answer, taking over and giving back are one key each and the row stays chosen")
{
    DeskWindow desk;
    desk.openSample();
    desk.press(Qt::Key_F3);
    desk.type(QStringLiteral("jj"));
    const auto id = desk.currentCase();
    const auto row = [&] { return desk.desk().queue()->row(*desk.desk().queue()->indexOf(id)); };
    desk.type(QStringLiteral("n"));
    desk.until("the attempt is kept",
               [&] { return row().lastAttempt && row().lastAttempt->at == desk.clock().now(); });
    CHECK(row().lastAttempt->outcome == clinical::AttemptOutcome::NoAnswer);
    CHECK(row().lastAttempt->callBackFrom == desk.clock().now() + std::chrono::minutes(30));
    CHECK(desk.currentCase() == id);
    const auto self = desk.desk().member().id;
    const bool mine = row().owner == self;
    desk.type(QStringLiteral("i"));
    desk.until("the owner has changed", [&] { return (row().owner == self) != mine; });
    desk.type(QStringLiteral("i"));
    desk.until("the owner is as before", [&] { return (row().owner == self) == mine; });
    CHECK(desk.currentCase() == id);
}

TEST_CASE("Space shows a case beside the queue and the queue keeps the keyboard")
{
    DeskWindow desk;
    desk.openSample();
    desk.press(Qt::Key_F3);
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::Key_Space);
    desk.until("the preview is read", [&] { return !desk.textOf(QStringLiteral("previewWords")).isEmpty(); });
    CHECK(desk.focusName() == QStringLiteral("queueTable"));
    const QString first = desk.textOf(QStringLiteral("previewWho"));
    desk.type(QStringLiteral("j"));
    desk.until("the preview follows", [&] {
        const QString now = desk.textOf(QStringLiteral("previewWho"));
        return !now.isEmpty() && now != first && !desk.textOf(QStringLiteral("previewWords")).isEmpty();
    });
    desk.press(Qt::Key_Space);
    CHECK(desk.find<QLabel>(QStringLiteral("previewWho")) == nullptr);
}

TEST_CASE("Every action of the palette has a text and a key, and F1 shows them")
{
    DeskWindow desk;
    desk.openSample();
    desk.press(Qt::Key_F3);
    for (const auto* action : desk.window().findChildren<QAction*>()) {
        if (action->objectName().endsWith(QStringLiteral("Action"))) {
            INFO(action->objectName().toStdString());
            CHECK_FALSE(action->text().isEmpty());
            CHECK_FALSE(action->shortcuts().isEmpty());
        }
    }
    desk.press(Qt::Key_F1);
    desk.untilFocus(QStringLiteral("sheetList"));
    desk.press(Qt::Key_Escape);
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::CTRL | Qt::Key_K);
    desk.untilFocus(QStringLiteral("paletteEdit"));
    desk.type(QStringLiteral("search"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("searchEdit"));
}
