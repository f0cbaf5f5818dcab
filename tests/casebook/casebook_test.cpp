// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/test_vault.h"

#include <sys/stat.h>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using namespace std::chrono_literals;
using test::decisionFor;
using test::TestVault;

TEST_CASE("a founded vault is private and opens with its team and its founder")
{
    TestVault vault;
    CHECK(vault->teamName() == "Équipe mobile");
    CHECK_FALSE(vault->isSample());
    REQUIRE(vault->members().size() == 1);
    CHECK(vault->members()[0].name == "Anne Petit");
    CHECK(vault->members()[0].initials == "AP");
    const auto modeOf = [&](const std::filesystem::path& path) {
        struct stat about = {};
        REQUIRE(::stat(path.c_str(), &about) == 0);
        return about.st_mode & 0777;
    };
    CHECK(modeOf(vault.path()) == 0700);
    for (const auto* name :
         {"vault.cbor", "journal.db", "journal.db-wal", "journal.db-shm", "head", "lock"}) {
        INFO(name);
        CHECK(modeOf(vault / name) == 0600);
    }
    vault.reopen();
    CHECK(vault->teamName() == "Équipe mobile");
    CHECK(vault->members().size() == 1);
    CHECK(vault->openingReport().damages.empty());
    CHECK(vault->sequence() == 2);
}

TEST_CASE("a vault is not founded over another")
{
    TestVault vault;
    const auto again =
        Casebook::found(vault.path(), sealing::testing::foundTestVault(2), "Other",
                        {vault.ids.make<MemberId>(), "X", Role::Nurse}, vault.clock, vault.ids);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::VaultExists);
    CHECK(vault->teamName() == "Équipe mobile");
}

TEST_CASE("a founding that was cut short leaves a folder in which a vault can be founded")
{
    test::TemporaryFolder folder;
    const FixedClock clock(test::morning);
    SeededIds ids(3);
    {
        std::ofstream(folder / "journal.db") << "half a journal";
    }
    {
        std::ofstream(folder / "head") << "x";
    }
    const auto made = Casebook::found(folder.path(), sealing::testing::foundTestVault(2), "Team",
                                      {ids.make<MemberId>(), "X", Role::Physician}, clock, ids);
    REQUIRE(made);
    CHECK((*made)->teamName() == "Team");
    CHECK((*made)->openingReport().damages.empty());
}

TEST_CASE("what was appended is in the queue, in the case and found again after reopening")
{
    TestVault vault;
    const auto home = vault.addHome("Les Tilleuls");
    const auto resident = vault.addResident(home);
    const auto id = vault.addCase(resident, home);
    Facts facts;
    facts.motives = {Motive::Symptom};
    facts.severity = 6;
    vault.write({FactsRecorded{id, facts, "Douleur au lever.\nDepuis hier."},
                 decisionFor(id, Priority::P3, vault.clock.now() + 24h)});
    for (int round = 0; round < 2; ++round) {
        const auto queue = vault->queue();
        REQUIRE(queue.rows.size() == 1);
        const auto& row = queue.rows[0];
        CHECK(row.id == id);
        CHECK(row.state == CaseState::ToCallBack);
        CHECK(row.priority == Priority::P3);
        CHECK(row.familyName == "Durand");
        CHECK(row.givenName == "Jeanne");
        CHECK(row.homeName == "Les Tilleuls");
        CHECK(row.room == "12");
        CHECK(row.lastWord == "Douleur au lever.");
        CHECK_FALSE(row.contested);
        const auto view = vault->caseView(id);
        REQUIRE(view);
        CHECK(view->row == row);
        CHECK(view->facts == facts);
        CHECK(view->home.openCases == 1);
        CHECK(view->resident.openCase == id);
        REQUIRE(view->timeline.size() == 3); // the stub is not shown beside its entry
        CHECK(view->timeline[0].kind == "request.received");
        CHECK(view->timeline[1].kind == "facts.recorded");
        CHECK(view->timeline[1].authorName == "Anne Petit");
        CHECK(view->timeline[1].offsetMinutes == 120);
        CHECK(view->timeline[2].kind == "triage.decided");
        vault.reopen();
    }
}

TEST_CASE("an undecided request waits like a P2 and two hours at most")
{
    TestVault vault;
    vault.addCase();
    const auto row = vault->queue().rows.at(0);
    CHECK(row.state == CaseState::ToTriage);
    CHECK(row.priority == Priority::P2);
    CHECK(row.due == vault.clock.now() + 2h);
}

TEST_CASE("the queue shows overdue P1 first, then by due time")
{
    TestVault vault;
    const auto home = vault.addHome();
    std::vector<CaseId> cases;
    const auto start = vault.clock.now();
    for (const auto& [priority, minutes] : {std::pair{Priority::P3, 10},
                                            {Priority::P1, 30},
                                            {Priority::P2, 20},
                                            {Priority::P1, 60},
                                            {Priority::P4, 5}}) {
        cases.push_back(vault.addCase(vault.addResident(home), home));
        vault.write({decisionFor(cases.back(), priority, start + std::chrono::minutes(minutes))});
    }
    const auto order = [&] {
        std::vector<std::size_t> places;
        for (const auto& row : vault->queue().rows) {
            places.push_back(
                static_cast<std::size_t>(std::find(cases.begin(), cases.end(), row.id) - cases.begin()));
        }
        return places;
    };
    CHECK(order() == std::vector<std::size_t>{4, 0, 2, 1, 3});
    vault.clock.advance(45min);
    CHECK(order() == std::vector<std::size_t>{1, 4, 0, 2, 3});
    vault.clock.advance(60min);
    CHECK(order() == std::vector<std::size_t>{1, 3, 4, 0, 2});
}

TEST_CASE("states, deferral, owner and attempts show in the row and closing takes the case out")
{
    TestVault vault;
    const auto id = vault.addCase();
    const auto colleague = vault.add("Béatrice de Morteau", Role::Physician);
    const auto now = vault.clock.now();
    vault.write({RequestAssigned{id, colleague},
                 AttemptMade{id, now, AttemptOutcome::NoAnswer, now + 10min, now + 40min},
                 RequestDeferred{id, now + 3h, "home asks to call after the rounds"}});
    auto row = vault->queue().rows.at(0);
    CHECK(row.owner == colleague);
    CHECK(row.ownerInitials == "BdM");
    REQUIRE(row.lastAttempt);
    CHECK(row.lastAttempt->outcome == AttemptOutcome::NoAnswer);
    CHECK(row.lastAttempt->callBackUntil == now + 40min);
    CHECK(row.state == CaseState::Deferred);
    CHECK(row.deferredUntil == now + 3h);
    CHECK(row.due == now + 3h);
    vault.clock.advance(5min);
    vault.write({StateChanged{id, CaseState::InProgress, "", TransferOutcome::NotInQuestion, {}}});
    row = vault->queue().rows.at(0);
    CHECK(row.state == CaseState::InProgress);
    CHECK_FALSE(row.deferredUntil);
    CHECK_FALSE(row.contested);
    vault.write({StateChanged{id, CaseState::Closed, "", TransferOutcome::Avoided, {}}});
    CHECK(vault->queue().rows.empty());
    CHECK(vault->caseView(id)->row.state == CaseState::Closed);
    vault.reopen();
    CHECK(vault->queue().rows.empty());
    CHECK(vault->caseView(id)->row.state == CaseState::Closed);
}

TEST_CASE("what is owed is settled, waived or owed anew by the next decision")
{
    TestVault vault;
    const auto id = vault.addCase();
    auto decided = decisionFor(id, Priority::P2, vault.clock.now() + 2h);
    decided.owed = {Owed::Retriage, Owed::Callback};
    vault.write({decided});
    const auto owed = [&] { return vault->caseView(id)->row.owed; };
    CHECK(owed() == OwedSet{Owed::Retriage, Owed::Callback});
    vault.write({OwedSettled{id, Owed::Callback}});
    CHECK(owed() == OwedSet{Owed::Retriage});
    vault.write({decided});
    CHECK(owed() == OwedSet{Owed::Retriage, Owed::Callback});
    vault.write({StateChanged{
        id, CaseState::Closed, "moved away", TransferOutcome::NotInQuestion, {Owed::Retriage}}});
    CHECK(owed() == OwedSet{Owed::Callback});
}

TEST_CASE("a withdrawn decision gives way to the one before")
{
    TestVault vault;
    const auto id = vault.addCase();
    vault.write({decisionFor(id, Priority::P3, vault.clock.now() + 24h)});
    const auto second = vault.write({decisionFor(id, Priority::P1, vault.clock.now() + 30min)});
    CHECK(vault->queue().rows.at(0).priority == Priority::P1);
    vault.write({EntryWithdrawn{idCast<StreamId>(id), second[0], "wrong key"}});
    CHECK(vault->queue().rows.at(0).priority == Priority::P3);
    CHECK_FALSE(vault->queue().rows.at(0).contested);
    const auto timeline = vault->timeline(idCast<StreamId>(id));
    const auto entry = std::find_if(timeline.begin(), timeline.end(),
                                    [&](const auto& line) { return line.id == second[0]; });
    REQUIRE(entry != timeline.end());
    CHECK(entry->withdrawn);
    CHECK(entry->withdrawnReason == "wrong key");
    vault.reopen();
    CHECK(vault->queue().rows.at(0).priority == Priority::P3);
}

TEST_CASE("two values set without knowing of each other stand side by side until a person settles it")
{
    TestVault vault;
    const auto home = vault.addHome();
    const auto resident = vault.addResident(home);
    const auto room = [&](const std::string& number, std::optional<std::vector<EventId>> parents) {
        const std::array events{
            NewEvent{ResidentCorrected{resident, ResidentField::Room, number}, std::move(parents)}};
        const auto appended = vault->append(events, vault.nurse());
        REQUIRE(appended);
        return appended->ids[0];
    };
    const auto first = room("14", {});
    CHECK(vault->resident(resident)->resident.room == "14");
    room("15", {{first}});
    room("16", {{first}});
    auto view = *vault->resident(resident);
    CHECK(view.contested == std::vector{ResidentField::Room});
    CHECK(view.resident.room == "16");
    const auto timeline = vault->timeline(idCast<StreamId>(resident));
    CHECK(std::count_if(timeline.begin(), timeline.end(), [](const auto& line) { return line.contested; }) ==
          2);
    room("17", {}); // having seen both
    view = *vault->resident(resident);
    CHECK(view.contested.empty());
    CHECK(view.resident.room == "17");
}

TEST_CASE("a merged request leaves the queue and its entries stay in sight")
{
    TestVault vault;
    const auto home = vault.addHome();
    const auto resident = vault.addResident(home);
    const auto first = vault.addCase(resident, home);
    const auto second = vault.addCase(resident, home);
    vault.write({NoteAdded{second, "said in the second call"}, RequestsMerged{second, first}});
    REQUIRE(vault->queue().rows.size() == 1);
    CHECK(vault->queue().rows[0].id == first);
    const auto view = vault->caseView(second);
    REQUIRE(view);
    CHECK(view->mergedInto == first);
    CHECK(view->row.state == CaseState::Merged);
    const auto timeline = vault->timeline(idCast<StreamId>(first));
    CHECK(std::any_of(timeline.begin(), timeline.end(),
                      [](const auto& line) { return line.kind == "note.added"; }));

    vault.write({RequestsMerged{first, second}}); // round in a circle: one of them stays
    REQUIRE(vault->queue().rows.size() == 1);
    CHECK(vault->queue().rows[0].id == std::min(first, second));
    vault.reopen();
    REQUIRE(vault->queue().rows.size() == 1);
    CHECK(vault->queue().rows[0].id == std::min(first, second));
}

TEST_CASE(
    "what a merged request owes is owed by the one that it goes on as, until it is done or waived there")
{
    TestVault vault;
    const auto home = vault.addHome();
    const auto resident = vault.addResident(home);
    const auto decide = [&](const CaseId& id, OwedSet owed) {
        TriageDecided decided;
        decided.id = id;
        decided.modality = Modality::SynchronousTeleExpertise;
        decided.due = vault.clock.now() + std::chrono::hours(2);
        decided.owed = owed;
        TriageReasoned reasoned;
        reasoned.id = id;
        vault.write({decided, reasoned});
    };
    const auto first = vault.addCase(resident, home);
    const auto second = vault.addCase(resident, home);
    const auto third = vault.addCase(resident, home);
    decide(first, {Owed::Callback});
    decide(second, {Owed::Visit, Owed::TransferDecision});
    decide(third, {Owed::Retriage});
    vault.write({OwedSettled{second, Owed::TransferDecision}});
    const auto owed = [&] { return vault->caseView(first)->row.owed; };
    const auto merges = vault.write({RequestsMerged{third, second}, RequestsMerged{second, first}});
    const OwedSet all{Owed::Callback, Owed::Visit, Owed::Retriage};
    CHECK(owed() == all);
    REQUIRE(vault->queue().rows.size() == 1);
    CHECK(vault->queue().rows[0].owed == all);
    vault.reopen();
    CHECK(vault->queue().rows.at(0).owed == all);

    SECTION("done there")
    {
        vault.write({OwedSettled{first, Owed::Visit}});
        CHECK(owed() == OwedSet{Owed::Callback, Owed::Retriage});
        CHECK(vault->queue().rows.at(0).owed == owed());
    }
    SECTION("done where it was owed first")
    {
        vault.write({OwedSettled{third, Owed::Retriage}});
        CHECK(vault->queue().rows.at(0).owed == OwedSet{Owed::Callback, Owed::Visit});
    }
    SECTION("waived when the case is closed")
    {
        vault.write(
            {StateChanged{first, CaseState::Closed, "moved to hospital", TransferOutcome::Transferred, all}});
        CHECK(owed().empty());
    }
    SECTION("not merged after all")
    {
        vault.write({EntryWithdrawn{idCast<StreamId>(second), merges[1], ""}});
        CHECK(owed() == OwedSet{Owed::Callback});
        CHECK(vault->caseView(second)->row.owed == OwedSet{Owed::Visit, Owed::Retriage});
    }
}

TEST_CASE("roles write what the registry allows and members alone write")
{
    TestVault vault;
    const auto id = vault.addCase();
    const auto coordinator = vault.add("Claude", Role::Coordinator);
    const auto tryToWrite = [&](const EventBody& body, const Author& author) {
        const std::array events{NewEvent{body, {}}};
        const auto before = vault->sequence();
        const auto appended = vault->append(events, author);
        CHECK((appended.has_value() || vault->sequence() == before));
        return appended ? std::optional<ErrorCode>() : appended.error().code;
    };
    const Author author{coordinator, Role::Coordinator};
    CHECK_FALSE(tryToWrite(RequestAssigned{id, coordinator}, author));
    CHECK(tryToWrite(NoteAdded{id, "x"}, author) == ErrorCode::NotAllowed);
    CHECK(tryToWrite(NoteAdded{id, "x"}, {coordinator, Role::Nurse}) == ErrorCode::NotAllowed);
    CHECK(tryToWrite(NoteAdded{id, "x"}, {vault.ids.make<MemberId>(), Role::Nurse}) == ErrorCode::NotAllowed);
    CHECK(tryToWrite(EntryWritten{idCast<StreamId>(id), {}, Compartment::Clinical}, vault.nurse()) ==
          ErrorCode::NotAllowed);
    const auto note = vault.write({NoteAdded{id, "kept"}});
    CHECK(tryToWrite(EntryWithdrawn{idCast<StreamId>(id), note[0], ""}, author) == ErrorCode::NotAllowed);
}

TEST_CASE("an event about what is not there or with values out of range is refused and nothing of its batch "
          "is kept")
{
    TestVault vault;
    const auto id = vault.addCase();
    const auto nowhere = vault.ids.make<CaseId>();
    const auto before = vault->sequence();
    const auto codeOf = [&](std::vector<NewEvent> events) {
        const auto appended = vault->append(events, vault.nurse());
        REQUIRE_FALSE(appended);
        return appended.error().code;
    };
    CHECK(codeOf({{NoteAdded{id, "good"}, {}}, {NoteAdded{nowhere, "bad"}, {}}}) == ErrorCode::NotFound);
    CHECK(codeOf({{RequestsMerged{id, nowhere}, {}}}) == ErrorCode::NotFound);
    CHECK(codeOf({{RequestsMerged{id, id}, {}}}) == ErrorCode::NotFound);
    const auto noHome = vault.ids.make<HomeId>();
    const auto resident = vault->caseView(id)->row.resident;
    CHECK(codeOf({{RequestCorrected{id, RequestField::Home, noHome}, {}}}) == ErrorCode::NotFound);
    CHECK(codeOf({{ResidentCorrected{resident, ResidentField::Home, noHome}, {}}}) == ErrorCode::NotFound);
    CHECK(codeOf({{RequestCorrected{id, RequestField::Resident, vault.ids.make<ResidentId>()}, {}}}) ==
          ErrorCode::NotFound);
    CHECK(codeOf({{HomeCorrected{vault.ids.make<HomeId>(), HomeField::Town, std::string("x")}, {}}}) ==
          ErrorCode::NotFound);
    CHECK(codeOf({{EntryWithdrawn{idCast<StreamId>(id), vault.ids.make<EventId>(), ""}, {}}}) ==
          ErrorCode::NotFound);
    Facts facts;
    facts.severity = 11;
    CHECK(codeOf({{FactsRecorded{id, facts, ""}, {}}}) == ErrorCode::BadInput);
    CHECK(codeOf({}) == ErrorCode::BadInput);
    CHECK(vault->sequence() == before);
    CHECK(vault->timeline(idCast<StreamId>(id)).size() == 1);
}

TEST_CASE("a note of five megabytes is kept and read back whole, as is a long list of rules")
{
    TestVault vault;
    const auto id = vault.addCase();
    std::string text = "Très longue observation.\n";
    while (text.size() < 5'000'000) {
        text += "œdème, dyspnée, angoisse; ";
    }
    text += "finalword";
    RulesAdopted rules{"ab12", "3", "1", std::string(200'000, 'r')};
    const auto written = vault.write({NoteAdded{id, text}, rules});
    for (int round = 0; round < 2; ++round) {
        const auto timeline = vault->timeline(idCast<StreamId>(id));
        REQUIRE(timeline.size() == 2);
        CHECK(timeline[1].id == written[0]);
        REQUIRE(timeline[1].body);
        CHECK(std::get<NoteAdded>(*timeline[1].body).text == text);
        CHECK(vault->queue().rows.at(0).lastWord == "Très longue observation.");
        CHECK(vault->search("finalword").size() == 1);
        CHECK(vault->hasRules("ab12"));
        CHECK(vault->rules("ab12")->text == rules.text);
        CHECK(vault->rules("none").error().code == ErrorCode::NotFound);
        vault.reopen();
    }
    CHECK(vault->verify().damages.empty());
}

TEST_CASE("drafts and device settings are kept sealed, replaced and removed")
{
    TestVault vault;
    const auto first = vault.ids.make<DraftId>();
    const auto second = vault.ids.make<DraftId>();
    REQUIRE(vault->saveDraft(first, viewOf("one")));
    REQUIRE(vault->saveDraft(second, viewOf("two")));
    REQUIRE(vault->saveDraft(first, viewOf("one, changed")));
    REQUIRE(vault->saveSetting("last.home", viewOf("abc")));
    vault.reopen();
    const auto drafts = vault->drafts();
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 2);
    for (const auto& [id, content] : *drafts) {
        CHECK(textOf(content) == (id == first ? "one, changed" : "two"));
    }
    REQUIRE(vault->removeDraft(first));
    CHECK(vault->drafts()->size() == 1);
    const auto setting = vault->setting("last.home");
    REQUIRE(setting);
    REQUIRE(*setting);
    CHECK(textOf(**setting) == "abc");
    CHECK_FALSE(vault->setting("other")->has_value());
}

TEST_CASE("a team's setting is the one that was set last")
{
    TestVault vault;
    CHECK_FALSE(vault->teamSetting("severity_high"));
    vault.write({SettingChanged{"severity_high", "7"}});
    vault.write({SettingChanged{"severity_high", "8"}, SettingChanged{"other", "1"}});
    CHECK(vault->teamSetting("severity_high") == "8");
    vault.reopen();
    CHECK(vault->teamSetting("severity_high") == "8");
}

TEST_CASE("a decision's reasons are read back as they were")
{
    TestVault vault;
    const auto id = vault.addCase();
    TriageReasoned reasoned;
    reasoned.id = id;
    reasoned.recommendation.modalities[0].modality = Modality::InPersonVisit;
    for (auto& advice : reasoned.recommendation.modalities) {
        advice.modality = Modality::InPersonVisit;
    }
    reasoned.words = "the family insists";
    reasoned.overrideReason = OverrideReason::HomePrefers;
    const auto written = vault.write({decisionFor(id, Priority::P2, vault.clock.now()), reasoned});
    const auto decision = vault->decision(written[1]);
    REQUIRE(decision);
    CHECK(*decision == reasoned);
    CHECK(vault->decision(written[0]).error().code == ErrorCode::BadInput);
    CHECK(vault->decision(vault.ids.make<EventId>()).error().code == ErrorCode::NotFound);
    CHECK(vault->contains(written[1]));
}
