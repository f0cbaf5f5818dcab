// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the answer holds beside `first`: every bullet of the design's section 4, with both sides.

#include "support/catch.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <algorithm>

using namespace chevet;
using namespace chevet::test;
using clinical::AlsoConsider;
using clinical::Condition;
using clinical::Modality;
using clinical::ModalityAdvice;
using clinical::Owed;
using clinical::Priority;
using clinical::Purpose;
using clinical::Recommendation;
using clinical::Verdict;

namespace {

constexpr auto visit = Modality::InPersonVisit;
constexpr auto video = Modality::Teleconsultation;
constexpr auto call = Modality::SynchronousTeleExpertise;
constexpr auto written = Modality::AsynchronousTeleExpertise;

#define READY "video = true, bedside = 'nurse', consent = 'given', objective = 'analgesia'"

Recommendation answerTo(std::string_view given)
{
    return triage::recommend(shippedRules(), facts(given));
}

ModalityAdvice adviceOn(const Recommendation& answer, Modality modality)
{
    return *std::find_if(answer.modalities.begin(), answer.modalities.end(),
                         [&](const ModalityAdvice& advice) { return advice.modality == modality; });
}

bool says(const std::vector<clinical::Reason>& reasons, std::string_view rule, std::string_view effect)
{
    return std::any_of(reasons.begin(), reasons.end(), [&](const clinical::Reason& reason) {
        return reason.rule == rule && reason.effect == effect;
    });
}

} // namespace

TEST_CASE("a visit is bridged by a call when it is late or its time is unknown or infectious or the resident "
          "is dying")
{
    struct Row
    {
        const char* facts;
        bool meanwhile;
        const char* rule;
    };
    const std::vector<Row> rows{
        // P3: within 24 hours
        {"motives = ['psychosocial'], dying = false", true, "bridge-time-unknown"},
        {"motives = ['psychosocial'], dying = false, visit_possible_within_hours = 24", false, ""},
        {"motives = ['psychosocial'], dying = false, visit_possible_within_hours = 25", true, "bridge-late"},
        {"motives = ['psychosocial'], visit_possible_within_hours = 6, answer_needed_within_hours = 5", true,
         "bridge-late"},
        {"motives = ['psychosocial'], visit_possible_within_hours = 5, answer_needed_within_hours = 5", false,
         ""},
        {"motives = ['psychosocial'], visit_possible_within_hours = 5, visitor_infectious = true", true,
         "bridge-infectious"},
        {"motives = ['psychosocial'], visit_possible_within_hours = 5, visitor_infectious = false", false,
         ""},
        {"motives = ['symptom'], dying = true, visit_possible_within_hours = 0", true, "bridge-dying"},
        {"motives = ['symptom'], dying = false, needs_examination = true, severity = 2, "
         "visit_possible_within_hours = 72",
         false, ""},
        {"motives = ['symptom'], addressed_to = 'psychologist', visit_possible_within_hours = 1", true,
         "bridge-psychologist-symptom"},
        {"motives = ['psychosocial'], addressed_to = 'psychologist', visit_possible_within_hours = 1", false,
         ""},
        {"motives = ['acute'], visit_possible_within_hours = 48", false, ""}, // the call comes first already
        {"motives = ['symptom']", false, ""},
    };
    for (const auto& row : rows) {
        INFO(row.facts);
        const auto answer = answerTo(row.facts);
        CHECK(answer.meanwhile.has_value() == row.meanwhile);
        if (row.meanwhile) {
            CHECK(answer.first == visit);
            CHECK(answer.meanwhile == call);
            CHECK(answer.purpose == Purpose::Bridging);
            CHECK(answer.owed.has(Owed::Visit));
            CHECK(says(answer.furtherReasons, row.rule, "bridges"));
        } else {
            CHECK(answer.purpose != Purpose::Bridging);
            CHECK_FALSE(answer.owed.has(Owed::Visit));
        }
    }
}

TEST_CASE("distance and a late visit never turn a visit into a remote answer")
{
    for (const auto* motive :
         {"motives = ['psychosocial']", "motives = ['ethical']", "motives = ['symptom'], dying = true",
          "motives = ['symptom'], needs_examination = true",
          "motives = ['symptom'], must_be_seen = true, video = false",
          "motives = ['symptom'], addressed_to = 'psychologist'"}) {
        for (const auto* distance : {"", ", travel_minutes = 1440", ", visit_possible_within_hours = 8760",
                                     ", travel_minutes = 0, visit_possible_within_hours = 0"}) {
            const auto given = std::string(motive) + distance;
            INFO(given);
            const auto answer = answerTo(given);
            CHECK(answer.first == visit);
            for (const auto& change : answer.wouldChange) {
                CHECK(change.fact != clinical::Fact::TravelMinutes);
                CHECK(change.fact != clinical::Fact::VisitPossibleWithinHours);
            }
        }
    }
}

TEST_CASE("distance and lateness are reasons of an acute call only")
{
    const auto far = answerTo("motives = ['acute'], travel_minutes = 60, visit_possible_within_hours = 1");
    CHECK(says(adviceOn(far, call).reasons, "acute-and-far", "speaks_for"));
    CHECK(says(adviceOn(far, call).reasons, "acute-and-late", "speaks_for"));
    const auto near = answerTo("motives = ['acute'], travel_minutes = 59, visit_possible_within_hours = 0");
    CHECK_FALSE(says(adviceOn(near, call).reasons, "acute-and-far", "speaks_for"));
    CHECK_FALSE(says(adviceOn(near, call).reasons, "acute-and-late", "speaks_for"));
    const auto other =
        answerTo("motives = ['symptom'], travel_minutes = 300, visit_possible_within_hours = 100");
    CHECK_FALSE(says(adviceOn(other, call).reasons, "acute-and-far", "speaks_for"));
}

TEST_CASE("an infectious visitor leaves a visit first and asks for another visitor or protection")
{
    const auto relational = answerTo("motives = ['psychosocial'], visitor_infectious = true");
    CHECK(relational.first == visit);
    CHECK(relational.conditions.has(Condition::OtherVisitorOrProtection));
    CHECK_FALSE(answerTo("motives = ['psychosocial'], visitor_infectious = false")
                    .conditions.has(Condition::OtherVisitorOrProtection));
    CHECK_FALSE(answerTo("motives = ['psychosocial']").conditions.has(Condition::OtherVisitorOrProtection));

    const auto symptom = answerTo("motives = ['symptom'], visitor_infectious = true");
    CHECK(symptom.first == call);
    CHECK(says(adviceOn(symptom, call).reasons, "infectious-speaks-for-remote", "speaks_for"));
    const auto acute = answerTo("motives = ['acute'], visitor_infectious = true");
    CHECK_FALSE(says(adviceOn(acute, call).reasons, "infectious-speaks-for-remote", "speaks_for"));
}

TEST_CASE("a visit follows several remote contacts or the first sight of a resident by video")
{
    struct Row
    {
        const char* facts;
        bool visitFollows;
    };
    const std::vector<Row> rows{
        {"motives = ['symptom'], remote_contacts_since_visit = 2", true},
        {"motives = ['symptom'], remote_contacts_since_visit = 1", false},
        {"motives = ['symptom']", false},
        {"motives = ['symptom'], must_be_seen = true, remote_contacts_since_visit = 9", true},
        {"motives = ['symptom'], must_be_seen = true, seen_in_person = false", true},
        {"motives = ['symptom'], must_be_seen = true, seen_in_person = true", false},
        {"motives = ['symptom'], must_be_seen = true", false},
        {"motives = ['symptom'], seen_in_person = false", false}, // a call between professionals
        {"motives = ['acute']", true},
        {"motives = ['unclear'], addressed_to = 'psychologist'", true},
        {"motives = ['unclear']", false},
        {"motives = ['psychosocial'], remote_contacts_since_visit = 5", false}, // the visit is first
    };
    for (const auto& row : rows) {
        INFO(row.facts);
        const auto answer = answerTo(row.facts);
        CHECK(answer.then.has_value() == row.visitFollows);
        CHECK((!answer.then || answer.then == visit));
    }
    CHECK(says(answerTo(rows[0].facts).furtherReasons, "visit-after-remote-contacts", "follows"));
}

TEST_CASE("a home without training or agreement is a condition of video and of written questions only")
{
    for (const auto& [given, condition] : {std::pair{"home_trained = false", Condition::BriefHome},
                                           std::pair{"home_agreement = false", Condition::HomeAgreement}}) {
        INFO(given);
        const auto answer = answerTo(std::string("motives = ['symptom'], must_be_seen = true, ") + given);
        CHECK(answer.first == video);
        CHECK(answer.conditions.has(condition));
        CHECK(adviceOn(answer, written).conditions.has(condition));
        CHECK_FALSE(adviceOn(answer, call).conditions.has(condition));
        CHECK_FALSE(adviceOn(answer, visit).conditions.has(condition));
    }
    const auto fine =
        answerTo("motives = ['symptom'], must_be_seen = true, home_trained = true, home_agreement = true");
    CHECK_FALSE(fine.conditions.has(Condition::BriefHome));
    CHECK_FALSE(fine.conditions.has(Condition::HomeAgreement));
}

TEST_CASE("painful nursing care and an analgesia pump bring something to consider")
{
    CHECK(answerTo("painful_nursing_care = true, dying = false")
              .alsoConsider.has(AlsoConsider::TeleAssistance));
    CHECK_FALSE(
        answerTo("painful_nursing_care = true, dying = true").alsoConsider.has(AlsoConsider::TeleAssistance));
    CHECK_FALSE(answerTo("painful_nursing_care = true").alsoConsider.has(AlsoConsider::TeleAssistance));
    CHECK_FALSE(answerTo("painful_nursing_care = false, dying = false")
                    .alsoConsider.has(AlsoConsider::TeleAssistance));
    CHECK(answerTo("pca_pump = true, dying = true").alsoConsider.has(AlsoConsider::PcaData));
    CHECK_FALSE(answerTo("pca_pump = false").alsoConsider.has(AlsoConsider::PcaData));
}

TEST_CASE("distress by video and a need for respite speak for presence")
{
    const auto distressing = answerTo("motives = ['symptom'], video_distressing = true");
    CHECK(says(adviceOn(distressing, visit).reasons, "video-distresses", "speaks_for"));
    CHECK(adviceOn(distressing, video).verdict == Verdict::Discouraged);
    CHECK(adviceOn(distressing, visit).verdict == Verdict::Suitable);
    const auto respite = answerTo("motives = ['symptom'], respite_needed = true");
    CHECK(adviceOn(respite, visit).verdict == Verdict::Suitable);
    const auto neither = answerTo("motives = ['symptom'], respite_needed = false, video_distressing = false");
    CHECK(adviceOn(neither, visit).verdict == Verdict::Possible);
}

TEST_CASE("prerequisites of a teleconsultation exclude it or are its conditions or are met")
{
    const auto base = std::string("motives = ['symptom'], dying = false, must_be_seen = false, ");
    struct Row
    {
        const char* facts;
        bool excluded;
        clinical::ConditionSet conditions;
    };
    const clinical::ConditionSet none;
    const std::vector<Row> rows{
        {READY, false, none},
        {"video = true, bedside = 'physician', consent = 'given_by_surrogate', objective = 'x'", false, none},
        {"bedside = 'nurse', consent = 'given', objective = 'x'", false, {Condition::WorkingVideo}},
        {"video = true, consent = 'given', objective = 'x'", false, {Condition::BedsideProfessional}},
        {"video = true, bedside = 'care_assistant', consent = 'given', objective = 'x'",
         false,
         {Condition::BedsideProfessional}},
        {"video = true, bedside = 'nurse', objective = 'x'", false, {Condition::Consent}},
        {"video = true, bedside = 'nurse', consent = 'not_asked', objective = 'x'",
         false,
         {Condition::Consent}},
        {"video = true, bedside = 'nurse', consent = 'given'", false, {Condition::DefineObjective}},
        {"video = true, bedside = 'nurse', consent = 'given', objective = ''",
         false,
         {Condition::DefineObjective}},
        {"video = false, bedside = 'nurse', consent = 'given', objective = 'x'", true, none},
        {"video = true, bedside = 'none', consent = 'given', objective = 'x'", true, none},
        {"video = true, bedside = 'nurse', consent = 'refused', objective = 'x'", true, none},
        {"video = true, bedside = 'nurse', consent = 'paused', objective = 'x'", true, none},
    };
    for (const auto& row : rows) {
        INFO(row.facts);
        const auto advice = adviceOn(answerTo(base + row.facts), video);
        CHECK((advice.verdict == Verdict::Excluded) == row.excluded);
        CHECK(advice.conditions == row.conditions);
        const bool required = std::any_of(advice.reasons.begin(), advice.reasons.end(),
                                          [](const auto& reason) { return reason.effect == "requires"; });
        CHECK(required == !row.conditions.empty());
    }
}

TEST_CASE("an unknown dying phase is a condition of every remote answer and of no visit")
{
    const auto open = answerTo("motives = ['symptom']");
    for (const auto modality : {video, call, written}) {
        CHECK(adviceOn(open, modality).conditions.has(Condition::ConfirmNotDying));
    }
    CHECK_FALSE(adviceOn(open, visit).conditions.has(Condition::ConfirmNotDying));
    const auto settled = answerTo("motives = ['symptom'], dying = false");
    for (const auto modality : {video, call, written}) {
        CHECK_FALSE(adviceOn(settled, modality).conditions.has(Condition::ConfirmNotDying));
    }
}

TEST_CASE("the purpose follows the rung and the context")
{
    CHECK(answerTo("motives = ['unclear']").purpose == Purpose::Screening);
    CHECK(answerTo("motives = ['unclear'], must_be_seen = true").purpose == Purpose::Screening);
    CHECK(answerTo("motives = ['unclear'], addressed_to = 'psychologist'").purpose == Purpose::Screening);
    CHECK(answerTo("motives = ['unclear'], context = 'follow_up'").purpose == Purpose::Screening);
    CHECK(answerTo("motives = ['unclear', 'acute']").purpose == Purpose::Care);
    CHECK(answerTo("motives = ['symptom'], context = 'visit_preparation'").purpose == Purpose::Preparation);
    CHECK(answerTo("motives = ['symptom'], context = 'follow_up'").purpose == Purpose::FollowUp);
    CHECK(answerTo("motives = ['symptom'], context = 'between_visits'").purpose == Purpose::FollowUp);
    CHECK(answerTo("motives = ['symptom'], context = 'after_palliative_unit_discharge'").purpose ==
          Purpose::FollowUp);
    CHECK(answerTo("motives = ['symptom'], context = 'first_request'").purpose == Purpose::Care);
    CHECK(answerTo("motives = ['psychosocial'], context = 'follow_up'").purpose == Purpose::Bridging);
    CHECK(answerTo("motives = ['psychosocial'], context = 'follow_up', visit_possible_within_hours = 3")
              .purpose == Purpose::FollowUp);
}

TEST_CASE("the priority is the highest band that applies")
{
    struct Row
    {
        const char* facts;
        Priority priority;
        int minutes;
    };
    const std::vector<Row> rows{
        {"motives = ['psychosocial'], dying = true", Priority::P1, 30},
        {"motives = ['acute'], severity = 1", Priority::P1, 30},
        {"motives = ['symptom'], severity = 7", Priority::P2, 120},
        {"motives = ['symptom'], severity = 10", Priority::P2, 120},
        {"motives = ['symptom']", Priority::P2, 120},
        {"motives = ['symptom', 'psychosocial']", Priority::P2, 120},
        {"motives = ['symptom'], severity = 6", Priority::P3, 1440},
        {"motives = ['symptom'], severity = 4", Priority::P3, 1440},
        {"motives = ['psychosocial']", Priority::P3, 1440},
        {"motives = ['psychosocial'], severity = 9", Priority::P3, 1440}, // severity is that of a symptom
        {"motives = ['ethical']", Priority::P3, 1440},
        {"motives = ['unclear']", Priority::P3, 1440},
        {"motives = ['symptom'], severity = 1, conflict = true", Priority::P3, 1440},
        {"motives = ['symptom', 'unclear'], severity = 1", Priority::P3, 1440},
        {"motives = ['symptom'], severity = 3", Priority::P4, 4320},
        {"motives = ['symptom'], severity = 0", Priority::P4, 4320},
        // the smaller of the band's time and what is needed
        {"motives = ['symptom'], severity = 3, answer_needed_within_hours = 6", Priority::P4, 360},
        {"motives = ['symptom'], severity = 8, answer_needed_within_hours = 1", Priority::P2, 60},
        {"motives = ['acute'], answer_needed_within_hours = 5", Priority::P1, 30},
        {"motives = ['ethical'], answer_needed_within_hours = 0", Priority::P3, 0},
    };
    for (const auto& row : rows) {
        INFO(row.facts);
        const auto answer = answerTo(row.facts);
        CHECK(clinical::nameOf(answer.priority) == clinical::nameOf(row.priority));
        CHECK(answer.answerWithinMinutes == row.minutes);
        const auto isPriority = [](const clinical::Reason& reason) { return reason.effect == "priority"; };
        CHECK(std::count_if(answer.furtherReasons.begin(), answer.furtherReasons.end(), isPriority) == 1);
    }
}

TEST_CASE("a worse severity never lowers the priority nor lengthens the wait")
{
    for (const auto* given :
         {"motives = ['symptom']", "motives = ['symptom', 'unclear']", "motives = ['acute', 'symptom']",
          "motives = ['psychosocial']", "motives = ['symptom'], answer_needed_within_hours = 3"}) {
        auto known = facts(given);
        auto before = triage::decide(shippedRules(), known);
        const auto unknown = before;
        known.severity = 0;
        before = triage::decide(shippedRules(), known);
        for (int severity = 1; severity <= 10; ++severity) {
            INFO(given << " at " << severity);
            known.severity = severity;
            const auto now = triage::decide(shippedRules(), known);
            CHECK(now.priority <= before.priority);
            CHECK(now.answerWithinMinutes <= before.answerWithinMinutes);
            CHECK(unknown.priority <= now.priority);
            before = now;
        }
    }
}

TEST_CASE("the owed steps follow the motives")
{
    using Steps = clinical::OwedSet;
    CHECK(answerTo("motives = ['unclear']").owed == Steps{Owed::Retriage});
    CHECK(answerTo("motives = ['acute', 'unclear']").owed == Steps{Owed::Retriage, Owed::TransferDecision});
    CHECK(answerTo("motives = ['acute'], dying = true").owed == Steps{Owed::TransferDecision, Owed::Visit});
    CHECK(answerTo("motives = ['symptom'], addressed_to = 'psychologist'").owed ==
          Steps{Owed::ReaddressSymptom, Owed::Visit});
    CHECK(
        answerTo("motives = ['psychosocial'], addressed_to = 'psychologist', visit_possible_within_hours = 2")
            .owed.empty());
    CHECK(answerTo("motives = ['symptom']").owed.empty());
}

TEST_CASE("excluded modalities come last and say why")
{
    const auto dying = answerTo("motives = ['symptom'], dying = true");
    CHECK(dying.modalities[0].modality == visit);
    CHECK(dying.modalities[1].modality == call);
    for (const auto at : {2U, 3U}) {
        CHECK(dying.modalities[at].verdict == Verdict::Excluded);
        CHECK(says(dying.modalities[at].reasons, "dying", "excludes"));
        CHECK(dying.modalities[at].conditions.empty());
    }
    CHECK(says(dying.modalities[1].reasons, "dying", "never_first"));
}

TEST_CASE("a lower rung that is true speaks for its answer from below")
{
    const auto answer = answerTo("motives = ['acute', 'psychosocial']");
    REQUIRE(answer.first == call);
    CHECK(says(adviceOn(answer, visit).reasons, "relational", "speaks_strongly_for"));
    CHECK(answer.modalities[1].modality == visit);
    CHECK(adviceOn(answer, visit).verdict == Verdict::Suitable);
}

TEST_CASE("the strongest reason for meets the strongest against and nothing is added up")
{
    // symptoms, pain, follow-up and a known resident speak for video: four plain reasons against one strong
    // one
    const auto answer =
        answerTo("motives = ['symptom'], symptom = 'pain', context = 'follow_up', seen_in_person = true, "
                 "video_distressing = true");
    const auto advice = adviceOn(answer, video);
    CHECK(advice.reasons.size() > 4);
    CHECK(advice.score == -1);
    CHECK(advice.verdict == Verdict::Discouraged);
}

TEST_CASE("the answer names the rules it comes from")
{
    const auto answer = answerTo("motives = ['symptom']");
    CHECK(answer.rules.hash == "0f");
    CHECK(answer.rules.version == shippedRules().rules().version);
}
