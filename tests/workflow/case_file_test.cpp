// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"
#include "workflow/case_file.h"
#include "workflow/case_search.h"
#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/queue_model.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

/// A case file with what it said last.
struct OpenCase
{
    OpenCase(TestDesk& desk, const CaseId& id) : file(desk->openCase(id, &desk.owner))
    {
        QObject::connect(file, &CaseFile::refused, &context, [this](const Sentence& why) { refusal = why; });
        QObject::connect(file, &CaseFile::saved, &context, [this] { ++saved; });
        REQUIRE(soon([this] { return file->isLoaded(); }));
    }

    /// True when it was saved and the file shows it.
    bool waitFor(const std::function<bool()>& condition)
    {
        return soon([&] { return saved > 0 && condition(); });
    }

    CaseFile* file;
    Sentence refusal;
    int saved = 0;
    QObject context;
};

CaseId anyCase(TestDesk& desk, const char* family = "Dupont")
{
    const auto home = desk.addHome();
    return decide(*readyIntake(desk, home, desk.addResident(home, family)));
}

/// An acute call: it owes a decision on a transfer.
CaseId acuteCase(TestDesk& desk)
{
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    intake->toggleMotive(motive('U'));
    return decide(*intake);
}

} // namespace

TEST_CASE("a case with a step owed is not closed without saying why")
{
    TestDesk desk;
    OpenCase open(desk, acuteCase(desk));
    REQUIRE(open.file->owed().has(Owed::TransferDecision));
    open.file->close(QStringLiteral("  "), TransferOutcome::NotInQuestion);
    CHECK(open.refusal.what.contains(word(Owed::TransferDecision)));
    CHECK_FALSE(open.refusal.todo.isEmpty());
    CHECK(desk.queue().rows.size() == 1);
    open.file->close(QStringLiteral("décidé avec le médecin traitant"), TransferOutcome::Avoided);
    REQUIRE(open.waitFor([&] { return open.file->view().row.state == CaseState::Closed; }));
    CHECK(desk.queue().rows.empty());
    const auto& timeline = open.file->view().timeline;
    const auto closing = std::find_if(timeline.begin(), timeline.end(),
                                      [](const auto& entry) { return entry.kind == "state.changed"; });
    REQUIRE(closing != timeline.end());
    const auto& body = std::get<StateChanged>(*closing->body);
    CHECK(body.waived.has(Owed::TransferDecision));
    CHECK(body.transfer == TransferOutcome::Avoided);
}

TEST_CASE("a case whose steps are done closes without a reason and can be reopened")
{
    TestDesk desk;
    OpenCase open(desk, acuteCase(desk));
    for (const auto& [step, name] : Words<Owed>::all) {
        if (open.file->owed().has(step)) {
            open.file->settle(step);
        }
    }
    REQUIRE(open.waitFor([&] { return open.file->owed().empty(); }));
    open.file->close({}, TransferOutcome::Transferred);
    REQUIRE(open.waitFor([&] { return open.file->view().row.state == CaseState::Closed; }));
    open.file->reopen(QStringLiteral("rappel de la famille"));
    REQUIRE(open.waitFor([&] { return open.file->view().row.state == CaseState::ToCallBack; }));
    CHECK(desk.queue().rows.size() == 1);
}

TEST_CASE("an answer that goes on otherwise is recorded with its reason and shown in the queue")
{
    TestDesk desk;
    const auto id = anyCase(desk); // pain of 8: a call
    REQUIRE(desk.caseView(id).row.decided == Modality::SynchronousTeleExpertise);
    OpenCase open(desk, id);
    open.file->changeMode(Modality::SynchronousTeleExpertise, ModeChangeReason::Other);
    CHECK(open.refusal.what == QStringLiteral("It goes on in this way already."));
    open.file->changeMode(Modality::Teleconsultation, ModeChangeReason::MustBeSeen);
    REQUIRE(open.waitFor([&] { return open.file->view().row.mode == Modality::Teleconsultation; }));
    open.saved = 0;
    open.file->changeMode(Modality::SynchronousTeleExpertise, ModeChangeReason::VideoFailed);
    REQUIRE(open.waitFor([&] { return open.file->view().row.mode == Modality::SynchronousTeleExpertise; }));
    open.saved = 0;
    open.file->changeMode(Modality::InPersonVisit, ModeChangeReason::MustBeSeen);
    REQUIRE(open.waitFor([&] { return open.file->view().row.mode == Modality::InPersonVisit; }));
    const auto view = desk.caseView(id);
    CHECK(view.row.decided == Modality::SynchronousTeleExpertise); // the decision stays what it was
    const auto& last = std::get<ModeChanged>(*view.timeline.back().body);
    CHECK(last.from == Modality::SynchronousTeleExpertise);
    CHECK(last.to == Modality::InPersonVisit);
    CHECK(last.reason == ModeChangeReason::MustBeSeen);
    desk.reopen();
    REQUIRE(desk->queue()->rowCount() == 1);
    const auto answer = desk->queue()->index(0, QueueModel::AnswerColumn);
    CHECK(desk->queue()->data(answer, Qt::DisplayRole) == QStringLiteral("visit instead of call"));
}

TEST_CASE("a way of answering is not changed before anybody has decided, and a new decision begins anew")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    const auto undecided = desk->room().makeId<CaseId>();
    RequestReceived request;
    request.id = undecided;
    request.home = home.id;
    request.resident = resident.id;
    request.motives = {Motive::Symptom};
    request.receivedAt = desk->now();
    desk.write({request});
    OpenCase waits(desk, undecided);
    waits.file->changeMode(Modality::Teleconsultation, ModeChangeReason::Other);
    CHECK(waits.refusal.what == QStringLiteral("Nobody has decided how to answer yet."));
    CHECK(waits.saved == 0);

    const auto id = anyCase(desk, "Martin");
    desk.write({ModeChanged{id, Modality::SynchronousTeleExpertise, Modality::Teleconsultation,
                            ModeChangeReason::MustBeSeen}});
    auto* again = desk->triageAgain(id, &desk.owner);
    REQUIRE(again != nullptr);
    REQUIRE(soon([&] { return again->isChosen(motive('P')); }));
    decide(*again);
    CHECK_FALSE(desk.caseView(id).row.mode.has_value());
}

TEST_CASE("a screening that shows that no visit is needed ends so, with its reason")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = desk->takeCall(&desk.owner);
    intake->chooseHome(home);
    intake->chooseResident(desk.addResident(home));
    intake->toggleMotive(motive('?'));
    const auto id = decide(*intake);
    OpenCase open(desk, id);
    open.file->close({}, TransferOutcome::NotInQuestion, true);
    CHECK(open.refusal.what == QStringLiteral("Why no visit is needed is missing."));
    open.file->close(QStringLiteral("the home knows what to do"), TransferOutcome::NotInQuestion, true);
    REQUIRE(open.waitFor([&] { return open.file->view().row.state == CaseState::Closed; }));
    const auto view = desk.caseView(id);
    const auto& body = std::get<StateChanged>(*view.timeline.back().body);
    CHECK(body.noVisitNeeded);
    CHECK(body.reason == "the home knows what to do");
    CHECK(body.waived.has(Owed::Retriage));
    CHECK(entryText(view.timeline.back(), open.file->words()).contains(QStringLiteral("no visit is needed")));
}

TEST_CASE("notes of any length are kept in their area")
{
    TestDesk desk;
    OpenCase open(desk, anyCase(desk));
    CHECK(open.file->mayWriteClinical());
    const auto longText = QString(200'000, QLatin1Char('a')) + QStringLiteral(" fin");
    open.file->addNote(NoteArea::Clinical, longText);
    REQUIRE(open.waitFor([&] {
        const auto& timeline = open.file->view().timeline;
        return std::any_of(timeline.begin(), timeline.end(),
                           [&](const auto& entry) { return entryText(entry, {&desk.clock()}) == longText; });
    }));
    open.file->addNote(NoteArea::Clinical, QStringLiteral(" \n "));
    CHECK_FALSE(open.refusal.todo.isEmpty());
}

TEST_CASE("a psychosocial note of a role that may not write it is refused by the store too")
{
    TestDesk desk(Role::Coordinator);
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    RequestReceived request;
    request.id = desk.workplace().ids->make<CaseId>();
    request.home = home.id;
    request.resident = resident.id;
    request.motives = {Motive::Psychosocial};
    request.receivedAt = morning;
    desk.write({request});
    OpenCase open(desk, request.id);
    CHECK_FALSE(open.file->mayWriteClinical());
    CHECK_FALSE(open.file->mayWritePsychosocial());
    open.file->addNote(NoteArea::Psychosocial, QStringLiteral("x"));
    REQUIRE(soon([&] { return !open.refusal.what.isEmpty(); }));
    CHECK(open.refusal.what == sentenceFor({ErrorCode::NotAllowed, {}, 0}).what);
}

TEST_CASE("a case is deferred to a later time with a reason only")
{
    TestDesk desk;
    OpenCase open(desk, anyCase(desk));
    open.file->defer(morning, QStringLiteral("attend le médecin"));
    CHECK_FALSE(open.refusal.what.isEmpty());
    open.refusal = {};
    open.file->defer(morning + std::chrono::hours(3), QStringLiteral(" "));
    CHECK_FALSE(open.refusal.what.isEmpty());
    open.file->defer(morning + std::chrono::hours(3), QStringLiteral("attend le médecin"));
    REQUIRE(open.waitFor([&] { return open.file->view().row.state == CaseState::Deferred; }));
    CHECK(open.file->view().row.deferredUntil == morning + std::chrono::hours(3));
    open.file->begin();
    REQUIRE(open.waitFor([&] { return open.file->view().row.state == CaseState::InProgress; }));
}

TEST_CASE("an attempt keeps its window for calling back")
{
    TestDesk desk;
    OpenCase open(desk, anyCase(desk));
    open.file->recordAttempt(AttemptOutcome::Busy, morning + std::chrono::minutes(15));
    REQUIRE(open.waitFor([&] { return open.file->view().row.lastAttempt.has_value(); }));
    CHECK(open.file->view().row.lastAttempt->outcome == AttemptOutcome::Busy);
    CHECK(open.file->view().row.lastAttempt->callBackFrom == morning + std::chrono::minutes(15));
    CHECK(open.file->view().row.lastAttempt->at == morning);
}

TEST_CASE("a case is merged into another one and not into itself")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    const auto first = decide(*readyIntake(desk, home, resident));
    const auto second = decide(*readyIntake(desk, home, resident));
    OpenCase open(desk, second);
    open.file->mergeInto(second);
    CHECK_FALSE(open.refusal.what.isEmpty());
    open.file->mergeInto(first);
    REQUIRE(open.waitFor([&] { return open.file->view().mergedInto == first; }));
    REQUIRE(desk.queue().rows.size() == 1);
    CHECK(desk.queue().rows.front().id == first);
}

TEST_CASE("wishes, corrections and assignments show in the open case")
{
    TestDesk desk;
    OpenCase open(desk, anyCase(desk));
    WishesRecorded wishes;
    wishes.hospital = HospitalWish::Stay;
    wishes.ownChoice = "rester ici";
    open.file->recordWishes(wishes);
    REQUIRE(open.waitFor([&] { return open.file->view().wishes.has_value(); }));
    CHECK(open.file->view().wishes->ownChoice == "rester ici");
    open.file->correctResident(ResidentField::Room, std::string("14 bis"));
    REQUIRE(open.waitFor([&] { return open.file->view().resident.resident.room == "14 bis"; }));
    open.file->correctHome(HomeField::Phone, std::string("02 00"));
    REQUIRE(open.waitFor([&] { return open.file->view().home.home.phone == "02 00"; }));
    open.file->correctRequest(RequestField::CallbackPhone, std::string("06 00"));
    REQUIRE(open.waitFor([&] { return open.file->view().row.callbackPhone == "06 00"; }));
    open.file->assign(desk->member().id);
    REQUIRE(open.waitFor([&] { return open.file->view().row.owner == desk->member().id; }));
    CHECK(desk->queue()->counts().mine == 1);
    open.file->assign({});
    REQUIRE(open.waitFor([&] { return !open.file->view().row.owner.has_value(); }));
}

TEST_CASE("an entry is withdrawn with a reason and stays readable")
{
    TestDesk desk;
    OpenCase open(desk, anyCase(desk));
    open.file->addNote(NoteArea::Clinical, QStringLiteral("mauvaise chambre"));
    const auto note = [&]() -> const TimelineEntry* {
        const auto& timeline = open.file->view().timeline;
        const auto found = std::find_if(timeline.begin(), timeline.end(),
                                        [](const auto& entry) { return entry.kind == "note.added"; });
        return found == timeline.end() ? nullptr : &*found;
    };
    REQUIRE(open.waitFor([&] { return note() != nullptr; }));
    open.file->withdraw(note()->id, {});
    CHECK_FALSE(open.refusal.what.isEmpty());
    CHECK_FALSE(note()->withdrawn);
    open.file->withdraw(note()->id, QStringLiteral("autre résident"));
    REQUIRE(open.waitFor([&] { return note()->withdrawn; }));
    CHECK(note()->withdrawnReason == "autre résident");
    CHECK(entryText(*note(), {&desk.clock()}) == QStringLiteral("mauvaise chambre"));
}

TEST_CASE("a case that does not exist is refused")
{
    TestDesk desk;
    auto* file = desk->openCase(CaseId{}, &desk.owner);
    QString refusal;
    QObject::connect(file, &CaseFile::refused, &desk.owner, [&](const Sentence& why) { refusal = why.what; });
    REQUIRE(soon([&] { return !refusal.isEmpty(); }));
    CHECK_FALSE(file->isLoaded());
}

TEST_CASE("search answers the newest question only and finds what was just written")
{
    TestDesk desk;
    OpenCase open(desk, anyCase(desk));
    open.file->addNote(NoteArea::Clinical, QStringLiteral("Oxynorm réduit, somnolence"));
    REQUIRE(open.waitFor([] { return true; }));
    auto* search = desk->search(&desk.owner);
    QStringList asked;
    std::vector<SearchHit> last;
    QObject::connect(search, &CaseSearch::found, &desk.owner,
                     [&](const QString& words, const std::vector<SearchHit>& hits) {
                         asked << words;
                         last = hits;
                     });
    search->find(QStringLiteral("dup"));
    search->find(QStringLiteral("oxynorm reduit"));
    REQUIRE(soon([&] { return !asked.isEmpty(); }));
    CHECK(asked == QStringList{QStringLiteral("oxynorm reduit")});
    REQUIRE(last.size() == 1);
    CHECK(last.front().caseId == open.file->id());
    search->find(QStringLiteral("  "));
    CHECK(asked.size() == 2);
    CHECK(last.empty());
}
