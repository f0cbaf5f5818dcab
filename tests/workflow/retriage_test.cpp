// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The loop: an open case is triaged again, and what was owed is neither lost nor owed twice.
#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/store/draft.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

struct Unclear
{
    TestDesk desk;
    HomeView home = desk.addHome();
    ResidentView resident = desk.addResident(home);
    CaseId id;

    Unclear()
    {
        auto* intake = desk->takeCall(&desk.owner);
        intake->chooseHome(home);
        intake->chooseResident(resident);
        intake->toggleMotive(motive('?'));
        intake->setFact(Fact::Dying, false);
        intake->setFact(Fact::MustBeSeen, false);
        id = decide(*intake);
        REQUIRE(desk.caseView(id).row.owed.has(Owed::Retriage));
    }

    Intake* again()
    {
        auto* intake = desk->triageAgain(id, &desk.owner);
        REQUIRE(intake != nullptr);
        REQUIRE(soon([&] { return intake->home() && intake->resident() && intake->facts().mustBeSeen; }));
        return intake;
    }
};

std::ptrdiff_t count(const CaseView& view, std::string_view kind)
{
    return std::count_if(view.timeline.begin(), view.timeline.end(),
                         [&](const auto& entry) { return entry.kind == kind; });
}

} // namespace

TEST_CASE("an unclear request ends in a triage with a motive, on the same case")
{
    Unclear unclear;
    auto* again = unclear.again();
    CHECK(again->isRetriage());
    CHECK(again->isEmpty());
    CHECK(again->motives().empty()); // a motive is what is looked for now
    CHECK_FALSE(again->missing().empty());
    CHECK_FALSE(again->facts().dying.has_value());
    again->toggleMotive(motive('P'));
    again->setFact(Fact::Severity, 8);
    again->setWords(QStringLiteral("la douleur est nette"));
    CHECK_FALSE(again->isEmpty());
    CHECK(decide(*again) == unclear.id);
    const auto view = unclear.desk.caseView(unclear.id);
    CHECK(unclear.desk.queue().rows.size() == 1);
    CHECK(view.row.motives == MotiveSet{Motive::Symptom});
    CHECK(view.row.priority == Priority::P2);
    CHECK_FALSE(view.row.owed.has(Owed::Retriage));
    CHECK(count(view, "request.received") == 1);
    CHECK(count(view, "triage.decided") == 2);
    CHECK(view.reasoned->facts.motives == MotiveSet{Motive::Symptom});
    CHECK(view.row.lastWord == "la douleur est nette");
}

TEST_CASE("an unclear request that stays unclear stays owed")
{
    Unclear unclear;
    auto* again = unclear.again();
    again->toggleMotive(motive('?'));
    decide(*again);
    CHECK(unclear.desk.caseView(unclear.id).row.owed.has(Owed::Retriage));
    CHECK(count(unclear.desk.caseView(unclear.id), "triage.decided") == 2);
}

TEST_CASE("a step that was owed before is still owed after the case was triaged again")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    auto* intake = readyIntake(desk, home, resident);
    intake->toggleMotive(motive('U'));
    const auto id = decide(*intake);
    REQUIRE(desk.caseView(id).row.owed.has(Owed::TransferDecision));
    auto* again = desk->triageAgain(id, &desk.owner);
    REQUIRE(again != nullptr);
    REQUIRE(soon([&] { return again->isChosen(motive('U')); }));
    CHECK(again->isChosen(motive('P'))); // what was chosen then is where it begins
    CHECK(again->isEmpty());
    again->toggleMotive(motive('U'));
    again->setFact(Fact::Severity, 3);
    decide(*again);
    const auto view = desk.caseView(id);
    CHECK(view.row.motives == MotiveSet{Motive::Symptom});
    CHECK(view.row.priority == Priority::P4);
    CHECK(view.row.owed.has(Owed::TransferDecision));
}

TEST_CASE("a case that is closed meanwhile is not triaged again, and nothing typed is lost")
{
    Unclear unclear;
    auto* again = unclear.again();
    again->toggleMotive(motive('P'));
    unclear.desk.write({StateChanged{unclear.id, CaseState::Closed, "solved", {}, {Owed::Retriage}}});
    REQUIRE(soon([&] { return unclear.desk->triageAgain(unclear.id, &unclear.desk.owner) == nullptr; }));
    Sentence why;
    QObject::connect(again, &Intake::refused, &unclear.desk.owner, [&](const Sentence& said) { why = said; });
    again->accept();
    CHECK(why.what == QStringLiteral("This case is no longer open."));
    CHECK_FALSE(again->isDecided());
    CHECK(again->isChosen(motive('P')));
    CHECK(unclear.desk.queue().rows.empty());
}

TEST_CASE(
    "a triage begun again is kept as a draft and goes on, and with somebody else it is a call of its own")
{
    Unclear unclear;
    auto* again = unclear.again();
    again->setWords(QStringLiteral("à suivre"));
    const auto draft = again->id();
    delete again; // the form was closed
    unclear.desk.reopen();
    REQUIRE(unclear.desk->drafts().size() == 1);
    auto* resumed = unclear.desk->resume(draft, &unclear.desk.owner);
    REQUIRE(resumed != nullptr);
    CHECK(resumed->isRetriage());
    CHECK(resumed->words() == QStringLiteral("à suivre"));
    REQUIRE(soon([&] { return resumed->openRequest().has_value(); }));
    CHECK(resumed->openRequest()->id == unclear.id);
    const auto other = unclear.desk.addResident(unclear.home, "Moreau", "Solange", {1930, 1, 2});
    resumed->chooseResident(other);
    CHECK_FALSE(resumed->isRetriage());
    resumed->toggleMotive(motive('P'));
    const auto id = decide(*resumed);
    CHECK(id != unclear.id);
    CHECK(unclear.desk.queue().rows.size() == 2);
}

TEST_CASE("opening a triage again and leaving it untouched leaves nothing behind")
{
    Unclear unclear;
    delete unclear.again();
    CHECK(unclear.desk->drafts().empty());
    unclear.desk.reopen();
    CHECK(unclear.desk->drafts().empty());
    CHECK(count(unclear.desk.caseView(unclear.id), "triage.decided") == 1);
}
