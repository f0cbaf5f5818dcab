// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/some_courses.h"
#include "reporting/study.h"
#include "reporting/study_factors.h"
#include "support/catch.h"
#include "support/locale_scope.h"
#include "support/random.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::reporting;

namespace chevet::test {
namespace {

CourseDecision decision(MotiveSet motives, Modality proposed, Modality decided)
{
    CourseDecision made;
    made.at = studyMorning;
    made.facts.motives = motives;
    made.proposed = proposed;
    made.decided = decided;
    made.answerWithinMinutes = 120;
    return made;
}

CaseCourse course(std::uint8_t home, const CourseDecision& made, std::optional<int> answeredAfter)
{
    CaseCourse went;
    went.home = homeNumber(home);
    went.motives = made.facts.motives;
    went.receivedAt = studyMorning;
    went.decisions = {made};
    went.answeredBy = made.decided;
    if (answeredAfter) {
        went.firstAnswer = minutesLater(*answeredAfter);
    }
    return went;
}

} // namespace

std::vector<CaseCourse> countedByHand()
{
    constexpr auto visit = Modality::InPersonVisit;
    constexpr auto video = Modality::Teleconsultation;
    constexpr auto call = Modality::SynchronousTeleExpertise;
    constexpr auto written = Modality::AsynchronousTeleExpertise;
    std::vector<CaseCourse> all;
    // 1: dying, visit accepted, reached after 10 minutes
    auto made = decision({Motive::Symptom}, visit, visit);
    made.facts.dying = true;
    all.push_back(course(1, made, 10));
    // 2: dying, visit proposed, a call decided: nobody can come
    made.decided = call;
    made.reason = OverrideReason::NobodyCanCome;
    all.push_back(course(1, made, 20));
    // 3 and 4: not dying, call accepted
    made = decision({Motive::Symptom}, call, call);
    made.facts.dying = false;
    made.facts.travelMinutes = 60;
    all.push_back(course(1, made, 30));
    all.push_back(course(2, made, 40));
    // 5: written proposed, a call decided: upward
    made = decision({Motive::Symptom}, written, call);
    made.facts.dying = false;
    made.facts.travelMinutes = 59;
    made.reason = OverrideReason::HomePrefers;
    all.push_back(course(2, made, 50));
    // 6: acute and psychosocial, call accepted, transfer avoided, put off once for two hours, closed
    made = decision({Motive::Acute, Motive::Psychosocial}, call, call);
    made.facts.visitPossibleWithinHours = 3; // 180 > 120
    auto went = course(2, made, 240);
    went.deferrals = {{minutesLater(5), minutesLater(125)}};
    went.closed = true;
    went.transfer = TransferOutcome::Avoided;
    all.push_back(went);
    // 7: the same modality with another priority
    made = decision({Motive::Ethical}, visit, visit);
    made.proposedPriority = Priority::P3;
    made.decidedPriority = Priority::P2;
    made.reason = OverrideReason::MoreUrgent;
    made.facts.visitPossibleWithinHours = 2; // 120 is in time
    all.push_back(course(2, made, {}));
    // 8: unclear, screened by video, went on by phone, no visit needed
    made = decision({}, video, video);
    went = course(1, made, 60);
    went.answeredBy = call;
    went.closed = true;
    went.noVisitNeeded = true;
    all.push_back(went);
    // 9: merged into another: its decision counts, its course does not
    made = decision({Motive::Symptom}, call, call);
    went = course(1, made, 1);
    went.merged = true;
    all.push_back(went);
    // 10: nobody has decided, and one decision can't be read
    went = {};
    went.home = homeNumber(2);
    went.receivedAt = studyMorning;
    went.unreadableDecisions = 1;
    all.push_back(went);
    return all;
}

CaseCourse randomCourse(Random& random)
{
    CaseCourse went;
    went.home = homeNumber(static_cast<std::uint8_t>(1 + random.below(4)));
    went.receivedAt = studyMorning + std::chrono::hours(static_cast<int>(random.below(24 * 200)));
    for (auto left = random.below(3); left > 0; --left) {
        CourseDecision made;
        made.at = went.receivedAt;
        made.facts.motives = MotiveSet::ofBits(random.below(32) << 1U);
        if (random.onceIn(2)) {
            made.facts.dying = random.onceIn(3);
        }
        if (random.onceIn(2)) {
            made.facts.travelMinutes = static_cast<int>(random.below(120));
        }
        made.proposed = static_cast<Modality>(1 + random.below(4));
        made.decided = random.onceIn(3) ? static_cast<Modality>(1 + random.below(4)) : made.proposed;
        made.decidedPriority = random.onceIn(9) ? Priority::P1 : made.proposedPriority;
        went.motives = made.facts.motives;
        went.answeredBy = made.decided;
        went.decisions.push_back(made);
    }
    if (random.onceIn(2)) {
        went.firstAnswer = went.receivedAt + std::chrono::minutes(static_cast<int>(random.below(9000)));
    }
    went.merged = random.onceIn(10);
    return went;
}

} // namespace chevet::test

using namespace chevet::test;

namespace {

Study studyOf(const std::vector<CaseCourse>& courses, const Period& period = {})
{
    const FixedClock clock(studyMorning, 60);
    StudyCounter counter(clock, period);
    for (const auto& went : courses) {
        counter.take(went);
    }
    return counter.study();
}

const FactorRow& row(const Study& study, std::string_view id)
{
    const auto found = std::find_if(study.factors.begin(), study.factors.end(),
                                    [&](const auto& factor) { return factor.id == id; });
    REQUIRE(found != study.factors.end());
    return *found;
}

/// decisions, accepted, more present, more remote, other priority
void check(const Acceptance& counted, std::array<int, 5> expected)
{
    CHECK(std::array{counted.decisions, counted.accepted, counted.morePresent, counted.moreRemote,
                     counted.otherPriority} == expected);
}

} // namespace

TEST_CASE("Wilson's bounds are those of the quadratic that defines them, also for none and for all")
{
    // Solved by bisection of (p - k/n)² = z² p (1 - p) / n, apart from this program.
    struct Known
    {
        int part;
        int whole;
        double low;
        double high;
    };
    for (const auto& known :
         {Known{8, 10, 0.4902, 0.9433}, Known{0, 10, 0, 0.2775}, Known{10, 10, 0.7225, 1},
          Known{1, 30, 0.0059, 0.1667}, Known{15, 30, 0.3315, 0.6685}, Known{121, 139, 0.8046, 0.9165},
          Known{1, 1, 0.2065, 1}, Known{2, 3, 0.2077, 0.9385}}) {
        INFO(known.part << '/' << known.whole);
        const auto interval = wilson(known.part, known.whole);
        CHECK(interval.low == Approx(known.low).margin(0.00005));
        CHECK(interval.high == Approx(known.high).margin(0.00005));
    }
    CHECK(wilson(0, 0).low == 0);
    CHECK(wilson(0, 0).high == 1);
}

TEST_CASE("quartiles are the medians of the halves")
{
    CHECK(spreadOf({}).count == 0);
    const auto one = spreadOf({7});
    CHECK(one.count == 1);
    CHECK(std::array{one.low, one.median, one.high} == std::array{7.0, 7.0, 7.0});
    const auto even = spreadOf({40, 10, 30, 20});
    CHECK(std::array{even.low, even.median, even.high} == std::array{15.0, 25.0, 35.0});
    const auto odd = spreadOf({50, 10, 40, 20, 30});
    CHECK(std::array{odd.low, odd.median, odd.high} == std::array{15.0, 30.0, 45.0});
}

TEST_CASE("the data set that was counted by hand gives the numbers of the hand")
{
    const auto study = studyOf(countedByHand());
    CHECK(study.requests == 10);
    CHECK(study.merged == 1);
    CHECK(study.undecided == 1);
    CHECK(study.unreadableDecisions == 1);
    // Accepted: 1, 3, 4, 6, 8, 9. More present: 5. More remote: 2. Other priority: 7.
    check(study.all, {9, 6, 1, 1, 1});
    CHECK(study.all.isFew());
    check(row(study, "dying").present, {2, 1, 0, 1, 0}); // 1, 2
    check(row(study, "dying").absent, {3, 2, 1, 0, 0});  // 3, 4, 5
    check(row(study, "dying").unknown, {4, 3, 0, 0, 1}); // 6, 7, 8, 9
    check(row(study, "far").present, {2, 2, 0, 0, 0});   // 3, 4: an hour is far
    check(row(study, "far").absent, {1, 0, 1, 0, 0});    // 5
    check(row(study, "far").unknown, {6, 4, 0, 1, 1});
    check(row(study, "visit_too_late").present, {1, 1, 0, 0, 0});    // 6
    check(row(study, "visit_too_late").absent, {1, 0, 0, 0, 1});     // 7
    check(row(study, "relational_motive").present, {2, 1, 0, 0, 1}); // 6, 7
    check(row(study, "relational_motive").unknown, {7, 5, 1, 1, 0}); // a conflict was not asked for
    check(row(study, "unclear").present, {1, 1, 0, 0, 0});           // 8
    check(row(study, "unclear").absent, {8, 5, 1, 1, 1});
    check(study.motives.at(Motive::Symptom), {6, 4, 1, 1, 0});
    check(study.motives.at(Motive::Acute), {1, 1, 0, 0, 0});
    check(study.motives.at(Motive::Psychosocial), {1, 1, 0, 0, 0});
    check(study.motives.at(Motive::Ethical), {1, 0, 0, 0, 1});
    check(study.motives.at(Motive::Unclear), {1, 1, 0, 0, 0});
    check(study.homes.at(homeNumber(1)), {5, 4, 0, 1, 0}); // 1, 2, 3, 8, 9
    check(study.homes.at(homeNumber(2)), {4, 2, 1, 0, 1}); // 4, 5, 6, 7
    CHECK(study.reasons == std::map<OverrideReason, int>{{OverrideReason::HomePrefers, 1},
                                                         {OverrideReason::NobodyCanCome, 1},
                                                         {OverrideReason::MoreUrgent, 1}});
    // 10 20 30 40 50 60 240: the merged one does not count, 7 and 10 have no answer yet.
    CHECK(study.firstAnswer.count == 7);
    CHECK(study.firstAnswer.median == 40);
    CHECK(study.firstAnswer.low == 20);
    CHECK(study.firstAnswer.high == 60);
    CHECK(study.unanswered == 2);
    CHECK(study.deferred == 1);
    CHECK(study.firstAnswerDeferred.median == 240);
    CHECK(study.firstAnswerNotDeferred.count == 6);
    CHECK(study.firstAnswerNotDeferred.median == 35);
    CHECK(study.deferral.median == 120);
    CHECK(study.transfers == std::map<TransferOutcome, int>{{TransferOutcome::Avoided, 1}});
    CHECK(study.noVisitNeeded == 1);
    // Visits: 1, 7. Video: none, 8 went on by phone. Calls: 2, 3, 4, 5, 6, 8.
    CHECK(study.shares.answers == std::array{2, 0, 6, 0});
    CHECK(study.shares.inPerson() == 2);
    CHECK(study.shares.remote() == 6);
    REQUIRE(study.byMonth.size() == 1);
    CHECK(study.byMonth.at("2026-11") == study.shares);
}

TEST_CASE("a period takes its first and last local day, and nothing gives nothing")
{
    CHECK(studyOf({}).requests == 0);
    CHECK(studyOf({}).all.acceptedShare().high == 1);
    auto courses = countedByHand();
    courses.resize(3);
    const FixedClock clock(studyMorning, 60);
    courses[0].receivedAt = {1'795'215'600'000}; // 2026-11-21, 00:00 in Paris
    courses[1].receivedAt = {1'795'301'999'999}; // the same day's last millisecond
    courses[2].receivedAt = {1'795'302'000'000}; // the next day
    const Date day{2026, 11, 21};
    CHECK(studyOf(courses, {day, day}).requests == 2);
    CHECK(studyOf(courses, {Date{2026, 11, 22}, {}}).requests == 1);
    CHECK(studyOf(courses, {{}, Date{2026, 11, 20}}).requests == 0);
    courses[0].receivedAt = {1'798'757'999'999}; // 2026-12-31, 23:59:59.999
    courses[1].receivedAt = {1'798'758'000'000}; // the new year
    CHECK(studyOf(courses).byMonth.contains("2026-12"));
    CHECK(studyOf(courses).byMonth.contains("2027-01"));
}

TEST_CASE("random courses add up, in any order, to what a plain count gives")
{
    CHEVET_SEEDED(random, 31);
    for (int round = 0; round < 50; ++round) {
        std::vector<CaseCourse> courses(random.below(120));
        std::generate(courses.begin(), courses.end(), [&] { return randomCourse(random); });
        const auto study = studyOf(courses);
        int decisions = 0;
        int accepted = 0;
        int dying = 0;
        int dyingAccepted = 0;
        int answered = 0;
        int answers = 0;
        for (const auto& went : courses) {
            for (const auto& made : went.decisions) {
                const bool isSame =
                    made.decided == made.proposed && made.decidedPriority == made.proposedPriority;
                ++decisions;
                accepted += isSame ? 1 : 0;
                dying += made.facts.dying == true ? 1 : 0;
                dyingAccepted += made.facts.dying == true && isSame ? 1 : 0;
            }
            answered += !went.merged && went.firstAnswer ? 1 : 0;
            answers += !went.merged && went.answeredBy ? 1 : 0;
        }
        CHECK(study.all.decisions == decisions);
        CHECK(study.all.accepted == accepted);
        CHECK(study.all.overridden() ==
              study.all.morePresent + study.all.moreRemote + study.all.otherPriority);
        CHECK(row(study, "dying").present.decisions == dying);
        CHECK(row(study, "dying").present.accepted == dyingAccepted);
        CHECK(study.firstAnswer.count == answered);
        CHECK(study.shares.total() == answers);
        int byMonth = 0;
        for (const auto& [month, shares] : study.byMonth) {
            byMonth += shares.total();
        }
        CHECK(byMonth == answers);
        for (const auto& factor : study.factors) {
            CHECK(factor.present.decisions + factor.absent.decisions + factor.unknown.decisions == decisions);
        }
        std::reverse(courses.begin(), courses.end());
        const auto turned = studyOf(courses);
        CHECK(turned.all == study.all);
        CHECK(turned.homes == study.homes);
        CHECK(turned.byMonth == study.byMonth);
        CHECK(turned.firstAnswer.median == study.firstAnswer.median);
    }
}

TEST_CASE("every factor has a name of its own and the passage that names it")
{
    std::set<std::string_view> ids;
    for (const auto& factor : allFactors()) {
        CHECK(ids.insert(factor.id).second);
        CHECK((factor.source.starts_with("000:") || factor.source.starts_with("002:")));
    }
    CHECK(ids.size() == 19);
}
