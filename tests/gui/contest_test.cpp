// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two devices set the same thing without knowing of each other: both values are shown, and one key settles
// it.
#include "support/catch.h"
#include "workflow/case_file.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>

#include <cstdlib>

#include "gui/desk_window.h"
#include "gui/two_devices.h"

using namespace chevet;
using namespace chevet::test;

namespace {

/// The contested case on the screen.
Contested openContested(DeskWindow& desk)
{
    desk.closeWindow();
    const auto contested = foundContestedVault(desk.workplace().defaultVault, desk.clock());
    desk.openWindow();
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("the vault is open",
               [&] { return desk.window().desk() != nullptr && desk.desk().queue()->rowCount() == 1; });
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("both are shown",
               [&] { return desk.find<QLabel>(QStringLiteral("contestedValue4")) != nullptr; });
    return contested;
}

/// The number under which this value is shown, as typed; nothing if it is not.
QString keyOf(DeskWindow& desk, const QString& words)
{
    for (int i = 1; i <= 9; ++i) {
        if (desk.textOf(QStringLiteral("contestedValue%1").arg(i)).contains(words)) {
            return QString::number(i);
        }
    }
    return {};
}

} // namespace

TEST_CASE("Two rooms and two decisions stand side by side with author and time until a key settles each")
{
    DeskWindow desk;
    const auto contested = openContested(desk);
    const QString nurses = keyOf(desk, QStringLiteral("<b>12</b>"));
    REQUIRE_FALSE(nurses.isEmpty());
    if (const char* wanted = std::getenv("CHEVET_TOUR")) { // set it to look at the picture
        desk.window().grab().save(QString::fromLocal8Bit(wanted) + QStringLiteral("/two-values.png"));
    }
    CHECK(desk.textOf(QStringLiteral("contestedValue") + nurses)
              .contains(QStringLiteral("Claire Morel, 14:05")));
    const QString physicians = keyOf(desk, QStringLiteral("<b>118</b>"));
    REQUIRE_FALSE(physicians.isEmpty());
    CHECK(desk.textOf(QStringLiteral("contestedValue") + physicians)
              .contains(QStringLiteral("Anne Le Goff, 13:55")));
    CHECK(desk.find<QLabel>(QStringLiteral("contestedValue5")) == nullptr);

    desk.type(physicians);
    desk.until("the room is settled",
               [&] { return desk.find<QLabel>(QStringLiteral("contestedValue3")) == nullptr; });
    CHECK(desk.textOf(QStringLiteral("whereLabel")).contains(QStringLiteral("118")));
    REQUIRE_FALSE(keyOf(desk, QStringLiteral("P1")).isEmpty());
    desk.type(keyOf(desk, QStringLiteral("P1")));
    desk.until("the decision is settled",
               [&] { return desk.find<QLabel>(QStringLiteral("contestedValue1")) == nullptr; });
    CHECK_FALSE(desk.textOf(QStringLiteral("whereLabel")).contains(QStringLiteral("two values")));

    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(contested.id);
    CHECK(view->resident.resident.room == "118");
    CHECK(view->resident.contested.empty());
    CHECK_FALSE(view->row.contested);
    CHECK(view->row.priority == clinical::Priority::P1);
    CHECK(view->row.decided == clinical::Modality::InPersonVisit);
    // Nothing was overwritten: all three settings of the room are in the record, the last with both as
    // parents.
    std::vector<clinical::TimelineEntry> rooms;
    for (const auto& entry : casebook->timeline(idCast<StreamId>(contested.resident))) {
        if (entry.kind == "resident.corrected") {
            rooms.push_back(entry);
        }
    }
    REQUIRE(rooms.size() == 3);
    CHECK(rooms.back().parents.size() == 2);
}

TEST_CASE("A settled value can be taken back at once and both stand there again")
{
    DeskWindow desk;
    openContested(desk);
    desk.type(keyOf(desk, QStringLiteral("<b>12</b>")));
    desk.until("the room is settled",
               [&] { return desk.find<QLabel>(QStringLiteral("contestedValue3")) == nullptr; });
    desk.press(Qt::CTRL | Qt::Key_Z);
    desk.until("both rooms are back",
               [&] { return desk.find<QLabel>(QStringLiteral("contestedValue4")) != nullptr; });
    CHECK_FALSE(keyOf(desk, QStringLiteral("<b>118</b>")).isEmpty());
}

TEST_CASE("On a French keyboard the unshifted digit settles as well")
{
    DeskWindow desk;
    openContested(desk);
    desk.type(QStringLiteral("&"));
    desk.until("one is settled",
               [&] { return desk.find<QLabel>(QStringLiteral("contestedValue3")) == nullptr; });
}

TEST_CASE("of two overlays that were written at once one is taken and put in force, by keys alone")
{
    const std::string far = "overlay = \"far\"\n[settings]\nfar_travel_minutes = 45\n";
    const std::string near = "overlay = \"near\"\n[settings]\nfar_travel_minutes = 30\n";
    DeskWindow desk;
    desk.closeWindow();
    foundContestedVault(desk.workplace().defaultVault, desk.clock(), {far, near});
    desk.openWindow();
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("queueTable"));
    desk.press(Qt::CTRL | Qt::Key_R);
    desk.untilFocus(QStringLiteral("rulesViews"));
    desk.type(QStringLiteral("3"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("overlayEdit"));
    desk.until("both are shown", [&] {
        return desk.textOf(QStringLiteral("overlayContest")).contains(QStringLiteral("in text 1"));
    });
    const auto words = desk.textOf(QStringLiteral("overlayContest"));
    CHECK(words.contains(QStringLiteral("30")));
    CHECK(words.contains(QStringLiteral("45")));
    CHECK(words.contains(QStringLiteral("Until then")));
    desk.press(Qt::Key_Tab);
    desk.untilFocus(QStringLiteral("overlaySides"));
    const auto before = desk.find<QPlainTextEdit>(QStringLiteral("overlayEdit"))->toPlainText();
    desk.press(Qt::Key_Down);
    desk.press(Qt::Key_Down); // the one that does not hold
    CHECK(desk.find<QPlainTextEdit>(QStringLiteral("overlayEdit"))->toPlainText() != before);
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("it is settled", [&] {
        return desk.find<QLabel>(QStringLiteral("overlayContest")) == nullptr &&
               desk.textOf(QStringLiteral("overlayNotice")).contains(QStringLiteral("in force"));
    });
}
