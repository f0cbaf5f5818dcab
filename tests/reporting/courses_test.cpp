// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the case store says of how requests went.
#include "casebook/test_vault.h"

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::test;

namespace {

std::vector<CaseCourse> coursesOf(TestVault& vault)
{
    std::vector<CaseCourse> all;
    vault->eachCourse([&](const CaseCourse& course) { all.push_back(course); });
    return all;
}

/// Decided otherwise than proposed: a visit was proposed, a call decided.
std::vector<EventId> decide(TestVault& vault, const CaseId& id)
{
    TriageDecided decided;
    decided.id = id;
    decided.modality = Modality::SynchronousTeleExpertise;
    decided.due = vault.clock.now();
    TriageReasoned reasoned;
    reasoned.id = id;
    reasoned.facts.motives = {Motive::Acute};
    reasoned.recommendation.first = Modality::InPersonVisit;
    reasoned.recommendation.priority = Priority::P1;
    reasoned.decided = Modality::SynchronousTeleExpertise;
    reasoned.decidedPriority = Priority::P1;
    reasoned.overrideReason = OverrideReason::NobodyCanCome;
    return vault.write({decided, reasoned});
}

} // namespace

TEST_CASE("a request's course has its decisions, its first answer, its deferrals and how it was closed")
{
    TestVault vault;
    const auto id = vault.addCase();
    CHECK(coursesOf(vault).at(0).decisions.empty());
    CHECK_FALSE(coursesOf(vault).at(0).firstAnswer.has_value());
    decide(vault, id);
    const auto start = vault.clock.now();
    const auto later = [&](int minutes) {
        vault.clock.set(start + std::chrono::minutes(minutes));
        return vault.clock.now();
    };
    vault.write({AttemptMade{id, later(5), AttemptOutcome::NoAnswer, {}, {}}});
    later(10);
    vault.write({RequestDeferred{id, start + std::chrono::minutes(70), "the home asks"}});
    vault.write({AttemptMade{id, later(71), AttemptOutcome::Reached, {}, {}}});
    later(80);
    vault.write({ModeChanged{id, Modality::SynchronousTeleExpertise, Modality::InPersonVisit,
                             ModeChangeReason::MustBeSeen}});
    later(90);
    vault.write({StateChanged{id, CaseState::Closed, "seen", TransferOutcome::Avoided, {}}});
    for (int round = 0; round < 2; ++round) {
        const auto all = coursesOf(vault);
        REQUIRE(all.size() == 1);
        const auto& course = all[0];
        REQUIRE(course.decisions.size() == 1);
        CHECK(course.decisions[0].proposed == Modality::InPersonVisit);
        CHECK(course.decisions[0].decided == Modality::SynchronousTeleExpertise);
        CHECK(course.decisions[0].reason == OverrideReason::NobodyCanCome);
        CHECK(course.decisions[0].facts.motives == MotiveSet{Motive::Acute});
        CHECK(course.firstAnswer == start + std::chrono::minutes(71));
        CHECK(course.deferrals == std::vector{CourseDeferral{start + std::chrono::minutes(10),
                                                             start + std::chrono::minutes(70)}});
        CHECK(course.answeredBy == Modality::InPersonVisit);
        CHECK(course.closed);
        CHECK(course.transfer == TransferOutcome::Avoided);
        CHECK(course.unreadableDecisions == 0);
        CHECK_FALSE(course.merged);
        vault.reopen();
    }
}

TEST_CASE("what was taken back is not counted, and a merged request says so")
{
    TestVault vault;
    const auto home = vault.addHome();
    const auto resident = vault.addResident(home);
    const auto first = vault.addCase(resident, home);
    const auto second = vault.addCase(resident, home);
    const auto decided = decide(vault, first);
    decide(vault, second);
    const auto stream = idCast<StreamId>(first);
    vault.write({EntryWithdrawn{stream, decided[0], ""}, EntryWithdrawn{stream, decided[1], ""}});
    vault.write({RequestsMerged{second, first}});
    const auto all = coursesOf(vault);
    REQUIRE(all.size() == 2);
    const auto merged =
        std::find_if(all.begin(), all.end(), [](const auto& course) { return course.merged; });
    REQUIRE(merged != all.end());
    CHECK(merged->decisions.size() == 1);
    const auto& other = all[merged == all.begin() ? 1 : 0];
    CHECK_FALSE(other.merged);
    CHECK(other.decisions.empty());
    CHECK(other.unreadableDecisions == 0);
    CHECK_FALSE(other.answeredBy.has_value());

    const auto received = vault->timeline(stream).front();
    REQUIRE(received.kind == "request.received");
    vault.write({EntryWithdrawn{stream, received.id, ""}});
    CHECK(coursesOf(vault).size() == 1);
}
