// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// When the disk refuses, nobody is told "saved", nothing typed is lost, and the next try succeeds.
#include "support/catch.h"
#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/queue_model.h"

#include <csignal>
#include <sys/resource.h>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

/// No file of this process may grow beyond `bytes` while it lives: a full disk that also root meets.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes = 1)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = bytes;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &now) == 0);
    }
    ~FullDisk() { lift(); }
    void lift() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

TEST_CASE("a decision that the disk refuses is not saved, stays open and succeeds when there is room again")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    intake->setWords(QStringLiteral("à garder"));
    Sentence refusal;
    bool decided = false;
    QObject::connect(intake, &Intake::refused, &desk.owner, [&](const Sentence& why) { refusal = why; });
    QObject::connect(intake, &Intake::decided, &desk.owner, [&] { decided = true; });
    REQUIRE(soon([&] { return !desk->store().isWriting(); }));
    {
        const FullDisk full;
        intake->accept();
        REQUIRE(soon([&] { return !refusal.what.isEmpty(); }));
        CHECK_FALSE(decided);
        CHECK_FALSE(intake->isDecided());
        CHECK(desk->saveState().kind == SaveState::Kind::NotSaved);
        CHECK_FALSE(desk->saveState().sentence.todo.isEmpty());
        CHECK_FALSE(desk->canUndo());
        CHECK(intake->words() == QStringLiteral("à garder"));
        CHECK(desk->queue()->rowCount() == 0);
    }
    intake->accept();
    REQUIRE(soon([&] { return decided; }));
    CHECK(soon([&] { return desk->saveState().kind == SaveState::Kind::Saved; }));
    CHECK(desk.queue().rows.size() == 1);
    desk.reopen();
    CHECK(desk.queue().rows.size() == 1);
    CHECK(desk->drafts().empty());
}

TEST_CASE("a draft that the disk refuses stays in memory and is kept when there is room again")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = desk->takeCall(&desk.owner);
    int saved = 0;
    QObject::connect(intake, &Intake::draftSaved, &desk.owner, [&] { ++saved; });
    {
        const FullDisk full;
        intake->chooseHome(home);
        REQUIRE(soon([&] { return desk->saveState().kind == SaveState::Kind::NotSaved; }));
        CHECK(saved == 0);
        CHECK(desk->drafts().size() == 1); // memory is the only copy now, and it is reachable
    }
    intake->toggleMotive(motive('P')); // an important step: saved at once
    REQUIRE(soon([&] { return saved == 1; }));
    CHECK(desk->saveState().kind == SaveState::Kind::Saved);
    desk.reopen();
    CHECK(desk->drafts().size() == 1);
}

TEST_CASE("a decision whose answer was lost is found instead of being written twice")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    RequestReceived request;
    request.id = desk.workplace().ids->make<CaseId>();
    request.home = home.id;
    request.resident = resident.id;
    request.motives = {Motive::Unclear};
    request.receivedAt = morning;
    desk.write({request});
    const auto before = desk.ask([](casebook::Casebook& casebook) { return casebook.sequence(); });
    std::optional<Result<casebook::Appended>> answer;
    DeskRoom::Action action;
    action.done = QStringLiteral("Decided");
    action.events = {{request}};
    action.landed = [id = request.id](const casebook::Casebook& casebook) {
        return casebook.caseView(id).has_value();
    };
    desk->room().append(&desk.owner, action,
                        [&](const Result<casebook::Appended>& appended) { answer = appended; });
    REQUIRE(soon([&] { return answer.has_value(); }));
    CHECK(answer->has_value());
    CHECK(desk.ask([](casebook::Casebook& casebook) { return casebook.sequence(); }) == before);
    CHECK_FALSE(desk->canUndo()); // the ids of what was found are not known
}
