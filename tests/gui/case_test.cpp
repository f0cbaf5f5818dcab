// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One case by keys: notes, states, owed steps, corrections, withdrawal, and search.
#include "support/catch.h"
#include "workflow/case_file.h"

#include <QLabel>
#include <QListView>

#include <algorithm>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;

namespace {

/// A dying resident's case, opened by Enter: a visit is owed.
CaseId openDyingCase(DeskWindow& desk)
{
    desk.foundTeam();
    auto call = firstCall();
    call.yes = {QStringLiteral("dying")};
    typeCall(desk, call);
    const auto id = decideCall(desk, call);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read", [&] {
        const auto* view = desk.find<QListView>(QStringLiteral("timelineView"));
        return view != nullptr && view->model()->rowCount() > 0;
    });
    return id;
}

int entries(DeskWindow& desk)
{
    return desk.find<QListView>(QStringLiteral("timelineView"))->model()->rowCount();
}

} // namespace

TEST_CASE("A note typed in a case is in the journal and search finds it")
{
    DeskWindow desk;
    const auto id = openDyingCase(desk);
    const int before = entries(desk);
    desk.type(QStringLiteral("n"));
    desk.untilFocus(QStringLiteral("askText"));
    desk.type(QStringLiteral("Family called, daughter arrives at six."));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the note is in the timeline", [&] { return entries(desk) > before; });
    desk.press(Qt::CTRL | Qt::Key_F);
    desk.untilFocus(QStringLiteral("searchEdit"));
    desk.type(QStringLiteral("daugh"));
    desk.until("it is found", [&] {
        const auto* hits = desk.find<QListView>(QStringLiteral("hitsView"));
        return hits != nullptr && hits->model()->rowCount() == 1;
    });
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->search("daughter").size() == 1);
    CHECK(casebook->search("daughter").front().caseId == id);
}

TEST_CASE("An unclear request is triaged again from its case, with the keyboard alone")
{
    DeskWindow desk;
    desk.foundTeam();
    auto call = firstCall();
    call.motives = QStringLiteral("?");
    typeCall(desk, call);
    const auto id = decideCall(desk, call);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read", [&] { return entries(desk) > 0; });
    desk.type(QStringLiteral("e"));
    desk.untilFocus(QStringLiteral("motiveBoard"));
    const auto* pane = desk.find<QWidget>(QStringLiteral("IntakePane"));
    REQUIRE(pane != nullptr);
    CHECK(pane->findChild<QLabel*>(QStringLiteral("whereLabel"))
              ->text()
              .contains(QStringLiteral("triaged again")));
    desk.type(QStringLiteral("p"));
    decideCall(desk, call);
    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(id);
    REQUIRE(view);
    CHECK(casebook->queue().rows.size() == 1);
    CHECK(view->row.motives == clinical::MotiveSet{clinical::Motive::Symptom});
    CHECK_FALSE(view->row.owed.has(clinical::Owed::Retriage));
}

TEST_CASE("The answer goes on otherwise by three keys, and the reason stands in the timeline")
{
    DeskWindow desk;
    const auto id = openDyingCase(desk);
    const int before = entries(desk);
    desk.type(QStringLiteral("v"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("askProblem")).isEmpty());
    desk.type(QStringLiteral("2"));
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("askChips1"));
    desk.type(QStringLiteral("3"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("it is in the timeline", [&] { return entries(desk) > before; });
    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(id);
    REQUIRE(view);
    const auto& changed = std::get<clinical::ModeChanged>(*view->timeline.back().body);
    CHECK(changed.from == clinical::Modality::InPersonVisit);
    CHECK(changed.to == clinical::Modality::SynchronousTeleExpertise);
    CHECK(changed.reason == clinical::ModeChangeReason::NobodyAtBedside);
}

TEST_CASE("A case with a step owed is not closed without a word on why")
{
    DeskWindow desk;
    const auto id = openDyingCase(desk);
    desk.type(QStringLiteral("c"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("askProblem")).isEmpty());
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("askLine0"));
    desk.type(QStringLiteral("died before the visit"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the case has left the queue", [&] { return desk.desk().queue()->counts().open == 0; });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->caseView(id)->row.state == clinical::CaseState::Closed);
}

TEST_CASE("A step that is done is settled and the case closes without more words")
{
    DeskWindow desk;
    const auto id = openDyingCase(desk);
    for (int i = 0; i < 3 && desk.find<QLabel>(QStringLiteral("owedLabel")) != nullptr; ++i) {
        const QString owed = desk.textOf(QStringLiteral("owedLabel"));
        desk.type(QStringLiteral("s"));
        desk.untilFocus(QStringLiteral("askChips0"));
        desk.type(QStringLiteral("1"));
        desk.until("the step is settled", [&] { return desk.textOf(QStringLiteral("owedLabel")) != owed; });
        desk.untilFocus(QStringLiteral("timelineView"));
    }
    desk.type(QStringLiteral("c"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the case has left the queue", [&] { return desk.desk().queue()->counts().open == 0; });
    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->caseView(id)->row.owed.empty());
}

TEST_CASE("A correction and a wish show at once and are in the journal")
{
    DeskWindow desk;
    const auto id = openDyingCase(desk);
    desk.type(QStringLiteral("r"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.type(QStringLiteral("4")); // the room
    desk.untilFocus(QStringLiteral("askLine0"));
    desk.type(QStringLiteral("118"));
    desk.press(Qt::Key_Return);
    desk.until("the room is shown",
               [&] { return desk.textOf(QStringLiteral("whereLabel")).contains(QStringLiteral("118")); });
    desk.type(QStringLiteral("w"));
    desk.untilFocus(QStringLiteral("askChips0"));
    desk.type(QStringLiteral("2"));
    desk.untilFocus(QStringLiteral("askLine0"));
    desk.type(QStringLiteral("No tubes."));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the wish is shown", [&] {
        return desk.textOf(QStringLiteral("wishesLabel")).contains(QStringLiteral("No tubes."));
    });
    const auto casebook = desk.closeAndOpenCasebook();
    const auto view = casebook->caseView(id);
    CHECK(view->resident.resident.room == "118");
    REQUIRE(view->wishes);
    CHECK(view->wishes->ownChoice == "No tubes.");
    CHECK(view->wishes->hospital == clinical::HospitalWish::Stay);
}

TEST_CASE("A withdrawn entry stays readable with its reason")
{
    DeskWindow desk;
    const auto id = openDyingCase(desk);
    desk.type(QStringLiteral("n"));
    desk.untilFocus(QStringLiteral("askText"));
    desk.type(QStringLiteral("Wrong resident."));
    const int before = entries(desk);
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the note is there", [&] { return entries(desk) > before; });
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.press(Qt::Key_End);
    desk.press(Qt::Key_Delete);
    desk.untilFocus(QStringLiteral("askLine0"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    CHECK_FALSE(desk.textOf(QStringLiteral("askProblem")).isEmpty());
    desk.type(QStringLiteral("mixed up"));
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("it is on disk",
               [&] { return desk.desk().saveState().kind == workflow::SaveState::Kind::Saved; });
    const auto casebook = desk.closeAndOpenCasebook();
    const auto timeline = casebook->caseView(id)->timeline;
    const auto note =
        std::find_if(timeline.begin(), timeline.end(), [](const auto& entry) { return entry.withdrawn; });
    REQUIRE(note != timeline.end());
    CHECK(note->withdrawnReason == "mixed up");
    CHECK(std::get<clinical::NoteAdded>(*note->body).text == "Wrong resident.");
}
