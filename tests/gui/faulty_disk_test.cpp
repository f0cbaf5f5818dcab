// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window on a disk that fills up in the middle of a decision: the call stays as typed, the window
// says that nothing was saved and what to do, and the same key saves once there is room. With CHEVET_PICTURES
// set to a folder, the refusal is drawn there.
#include "casebook/faulty_vfs.h"
#include "support/catch.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <sqlite3.h>

#include "gui/call_script.h"
#include "gui/desk_window.h"

using namespace chevet;
using namespace chevet::test;

namespace {

Call callNumber(int number)
{
    const QStringList families{QStringLiteral("LE GALL"), QStringLiteral("O'BRIEN"), QStringLiteral("DUPONT"),
                               QStringLiteral("MARTIN"), QStringLiteral("PETIT")};
    Call call;
    if (number == 0) {
        call.home = QStringLiteral("Les Tilleuls");
        call.newHome = call.home;
    }
    call.newFamily = families[number];
    call.newGiven = QStringLiteral("Jeanne");
    call.identity = QStringLiteral("1203193%1").arg(number) + call.newFamily.left(1).toLower();
    call.words = QStringLiteral("Cries out when turned, call %1.").arg(number);
    return call;
}

void draw(DeskWindow& desk, const char* name)
{
    if (const auto folder = qEnvironmentVariable("CHEVET_PICTURES"); !folder.isEmpty()) {
        CHECK(desk.window().grab().save(folder + QLatin1Char('/') + QLatin1String(name)));
    }
}

void checkRefusal(DeskWindow& desk, const Call& call, std::size_t casesBefore)
{
    const auto shown = desk.textOf(QStringLiteral("noticeLine"));
    CHECK(shown.startsWith(QStringLiteral("Not saved: the disk is full.")));
    CHECK(shown.contains(QStringLiteral("Free some space")));
    CHECK(
        desk.textOf(QStringLiteral("savedLabel")).contains(QStringLiteral("not saved"), Qt::CaseInsensitive));
    const auto* words = desk.find<QPlainTextEdit>(QStringLiteral("wordsEdit"));
    REQUIRE(words != nullptr);
    CHECK(words->toPlainText() == call.words);
    CHECK(static_cast<std::size_t>(desk.desk().queue()->counts().open) == casesBefore);
    CHECK(desk.desk().drafts().size() == 1);
    if (casesBefore == 0) { // later ones still have the offer to undo the decision before
        CHECK(desk.find<QLabel>(QStringLiteral("toastLabel")) == nullptr);
        CHECK_FALSE(desk.desk().canUndo());
    }
}

} // namespace

TEST_CASE("A disk that fills up under a decision costs the nurse one key and no word")
{
    FaultyVfs disk;
    DeskWindow desk;
    desk.foundTeam();
    const std::vector<int> places{1, 2, 4, 7};
    for (std::size_t i = 0; i < places.size(); ++i) {
        INFO("full from write " << places[i] << " on");
        const auto call = callNumber(static_cast<int>(i));
        typeCall(desk, call);
        desk.until("everything so far is kept",
                   [&] { return desk.desk().saveState().kind == workflow::SaveState::Kind::Saved; });
        disk.failAt(places[i], SQLITE_FULL, Lasts::FromThenOn);
        desk.press(Qt::CTRL | Qt::Key_Return);
        desk.until("the window says that nothing was saved", [&] {
            return desk.textOf(QStringLiteral("noticeLine")).startsWith(QStringLiteral("Not saved"));
        });
        CHECK(disk.hasFailed());
        checkRefusal(desk, call, i);
        const auto* state = desk.find<QLabel>(QStringLiteral("savedLabel"));
        REQUIRE(state != nullptr);
        desk.until("the whole of the status word is seen",
                   [state] { return state->width() >= state->sizeHint().width(); });
        draw(desk, i == 0 ? "disk-full.png" : "disk-full-later.png");
        disk.heal();
        decideCall(desk, call);
        desk.until("the window says so no longer", [&] {
            return desk.textOf(QStringLiteral("noticeLine")).isEmpty() ||
                   desk.find<QLabel>(QStringLiteral("noticeLine")) == nullptr;
        });
    }
    desk.until("no draft is left", [&] { return desk.desk().drafts().empty(); });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->queue().rows.size() == places.size());
    CHECK(casebook->verify().damages.empty());
}
