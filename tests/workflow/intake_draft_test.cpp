// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was typed is not lost: drafts, interruptions, a killed process, a decision taken back.
#include "support/catch.h"
#include "workflow/intake.h"
#include "workflow/open_desk.h"

#include <QProcess>

#include <csignal>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

bool waitForDraft(Intake& intake, const std::function<void()>& act)
{
    bool saved = false;
    QObject context;
    QObject::connect(&intake, &Intake::draftSaved, &context, [&saved] { saved = true; });
    act();
    return soon([&] { return saved; });
}

} // namespace

TEST_CASE("an important step is in the sealed draft at once and typing at most two seconds later")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = desk->takeCall(&desk.owner);
    CHECK(desk->drafts().empty());
    CHECK(waitForDraft(*intake, [&] { intake->chooseHome(home); }));
    CHECK(desk->drafts().size() == 1);
    CHECK(waitForDraft(*intake, [&] { intake->setWords(QStringLiteral("douleur depuis hier")); }));
    const auto kept = desk.ask([](casebook::Casebook& casebook) { return casebook.drafts(); });
    REQUIRE(kept.has_value());
    REQUIRE(kept->size() == 1);
    const auto draft = decodeDraft(kept->front().second);
    REQUIRE(draft.has_value());
    CHECK(draft->words == "douleur depuis hier");
    CHECK(draft->home == home.id);
}

TEST_CASE("an empty call leaves no draft behind")
{
    TestDesk desk;
    delete desk->takeCall(&desk.owner);
    desk.reopen();
    CHECK(desk->drafts().empty());
}

TEST_CASE("a draft is gone on with after the desk was closed")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    auto* intake = readyIntake(desk, home, resident);
    intake->setWords(QStringLiteral("gémit pendant les soins"));
    const auto id = intake->id();
    const auto proposed = intake->recommendation();
    delete intake; // in the middle of the call, before the timer ran
    desk.reopen();
    REQUIRE(desk->drafts().size() == 1);
    CHECK(desk->drafts().front().title.contains(QStringLiteral("DUPONT Jeanne")));
    auto* again = desk->resume(desk->drafts().front().id, &desk.owner);
    REQUIRE(again != nullptr);
    CHECK(again->id() == id);
    REQUIRE(soon([&] { return again->home().has_value() && again->resident().has_value(); }));
    CHECK(again->words() == QStringLiteral("gémit pendant les soins"));
    CHECK(again->caller() == QStringLiteral("Mme Leroy"));
    CHECK(again->isChosen(motive('P')));
    CHECK(again->recommendation() == proposed);
    CHECK(desk->resume(id, &desk.owner) == again);
    decide(*again);
    CHECK(desk->drafts().empty());
    desk.reopen();
    CHECK(desk->drafts().empty());
}

TEST_CASE("the next call interrupts without a loss")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* first = desk->takeCall(&desk.owner);
    first->chooseHome(home);
    first->setWords(QStringLiteral("attend au téléphone"));
    auto* second = readyIntake(desk, home, desk.addResident(home));
    decide(*second);
    CHECK(first->words() == QStringLiteral("attend au téléphone"));
    const auto id = first->id();
    delete first;
    const auto drafts = desk->drafts();
    REQUIRE(drafts.size() == 1);
    CHECK(drafts.front().id == id);
    auto* again = desk->resume(id, &desk.owner);
    CHECK(again->words() == QStringLiteral("attend au téléphone"));
}

TEST_CASE("a vault that is closed in the middle of a call keeps what was typed a moment ago")
{
    TestDesk desk;
    auto* intake = desk->takeCall(&desk.owner);
    intake->setWords(QStringLiteral("verrouillé en plein appel"));
    desk.close(); // the form is still there
    CHECK(intake->words() == QStringLiteral("verrouillé en plein appel"));
    intake->setWords(QStringLiteral("sans coffre"));
    intake->accept();
    desk.reopen();
    REQUIRE(desk->drafts().size() == 1);
    CHECK(desk->resume(desk->drafts().front().id, &desk.owner)->words() ==
          QStringLiteral("verrouillé en plein appel"));
}

TEST_CASE("a discarded draft does not come back")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = desk->takeCall(&desk.owner);
    REQUIRE(waitForDraft(*intake, [&] { intake->chooseHome(home); }));
    intake->setWords(QStringLiteral("faux numéro"));
    intake->discard();
    delete intake;
    CHECK(desk->drafts().empty());
    desk.reopen();
    CHECK(desk->drafts().empty());
}

TEST_CASE("a draft whose case was decided just before a crash is not offered again")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    REQUIRE(waitForDraft(*intake, [&] { intake->setWords(QStringLiteral("x")); }));
    const auto kept = desk.ask([](casebook::Casebook& casebook) { return casebook.drafts(); });
    const auto id = decide(*intake);
    // As if the process had ended between the commit and the draft's removal.
    REQUIRE(kept->size() == 1);
    const auto put = desk.ask([entry = kept->front()](casebook::Casebook& casebook) {
        return casebook.saveDraft(entry.first, entry.second);
    });
    REQUIRE(put.has_value());
    desk.reopen();
    CHECK(desk->drafts().empty());
    CHECK(desk.caseView(id).row.id == id);
}

TEST_CASE("a draft survives the kill of its process")
{
    TestDesk desk;
    desk.close();
    QProcess writer;
    writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CHEVET_DRAFT_VAULT"), QString::fromStdString(desk.vault().string()));
    writer.setProcessEnvironment(environment);
    writer.start(QStringLiteral(CHEVET_DRAFT_WRITER), {});
    REQUIRE(writer.waitForStarted());
    REQUIRE(soon([&] { // Catch2 has said something of its own before, or not
        writer.waitForReadyRead(50);
        return writer.canReadLine() && writer.readLine().trimmed() == "saved";
    }));
    REQUIRE(::kill(static_cast<pid_t>(writer.processId()), SIGKILL) == 0);
    REQUIRE(writer.waitForFinished());
    desk.reopen();
    REQUIRE(desk->drafts().size() == 1);
    auto* again = desk->resume(desk->drafts().front().id, &desk.owner);
    CHECK(again->words() == QStringLiteral("écrit par un autre processus"));
    CHECK(again->isChosen(motive('U')));
}

// ---- taking back ----

TEST_CASE("a decision taken back leaves the queue, stays in the journal and returns as a draft")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    QString offered;
    int milliseconds = 0;
    QObject::connect(&*desk, &Desk::undoOffered, &desk.owner, [&](const QString& what, int span) {
        offered = what;
        milliseconds = span;
    });
    const auto id = decide(*intake);
    CHECK(offered.contains(QStringLiteral("P2")));
    CHECK(milliseconds == 10'000);
    CHECK(desk->canUndo());
    CHECK(desk.queue().rows.size() == 1);
    desk->undo();
    CHECK_FALSE(desk->canUndo());
    REQUIRE(soon([&] { return !desk->drafts().empty(); }));
    CHECK(desk.queue().rows.empty());
    const auto entries =
        desk.ask([id](casebook::Casebook& casebook) { return casebook.timeline(idCast<StreamId>(id)); });
    const auto request = std::find_if(entries.begin(), entries.end(),
                                      [](const auto& entry) { return entry.kind == "request.received"; });
    REQUIRE(request != entries.end());
    CHECK(request->withdrawn);

    desk.reopen();
    CHECK(desk.queue().rows.empty());
    REQUIRE(desk->drafts().size() == 1);
    auto* again = desk->resume(desk->drafts().front().id, &desk.owner);
    REQUIRE(soon([&] { return again->resident().has_value() && again->home().has_value(); }));
    CHECK(again->facts().severity == 8);
    CHECK(decide(*again) != id);
    CHECK(desk.queue().rows.size() == 1);
}

TEST_CASE("after ten seconds nothing is taken back")
{
    TestDesk desk;
    const auto home = desk.addHome();
    decide(*readyIntake(desk, home, desk.addResident(home)));
    QString refusal;
    bool ended = false;
    QObject::connect(&*desk, &Desk::refused, &desk.owner,
                     [&](const Sentence& why) { refusal = why.whole(); });
    QObject::connect(&*desk, &Desk::undoEnded, &desk.owner, [&] { ended = true; });
    desk.clock().advance(std::chrono::milliseconds(9'999));
    CHECK(desk->canUndo());
    desk.clock().advance(std::chrono::milliseconds(1));
    CHECK_FALSE(desk->canUndo());
    desk->undo();
    CHECK_FALSE(refusal.isEmpty());
    CHECK(ended);
    CHECK(desk.queue().rows.size() == 1);
}

TEST_CASE("an attempt and an assignment are taken back as well")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto id = decide(*readyIntake(desk, home, desk.addResident(home)));
    desk->recordAttempt(id, AttemptOutcome::NoAnswer, morning + std::chrono::minutes(10),
                        morning + std::chrono::minutes(30));
    REQUIRE(soon([&] { return desk->room().queue().rows.front().lastAttempt.has_value(); }));
    CHECK(desk.queue().rows.front().lastAttempt->callBackFrom == morning + std::chrono::minutes(10));
    desk->undo();
    REQUIRE(soon([&] { return !desk->room().queue().rows.front().lastAttempt.has_value(); }));
    desk->assign(id, desk->member().id);
    REQUIRE(soon([&] { return desk->room().queue().rows.front().owner.has_value(); }));
    CHECK(desk.queue().rows.front().ownerInitials == desk->member().initials);
    desk->undo();
    REQUIRE(soon([&] { return !desk->room().queue().rows.front().owner.has_value(); }));
}
