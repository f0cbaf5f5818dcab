// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every rung of the ladder, with what is just beside it.

#include "support/catch.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <vector>

using namespace chevet;
using namespace chevet::test;
using clinical::Modality;
using clinical::Priority;

namespace {

struct Row
{
    const char* facts;
    Modality first;
    const char* rung; ///< the rule that recommends
    const char* passage;
};

constexpr auto visit = Modality::InPersonVisit;
constexpr auto video = Modality::Teleconsultation;
constexpr auto call = Modality::SynchronousTeleExpertise;
constexpr auto written = Modality::AsynchronousTeleExpertise;

// every prerequisite of a teleconsultation, met
#define READY "video = true, bedside = 'nurse', consent = 'given', objective = 'analgesia'"
// everything that an asynchronous answer takes
#define WRITTEN                                                                                              \
    "conflict = false, dying = false, must_be_seen = false, severity = 6, documents = true, "                \
    "answer_needed_within_hours = 24"

const std::vector<Row> rows{
    // 1 dying
    {"motives = ['symptom'], dying = true", visit, "dying", "000:375-381"},
    {"motives = ['acute'], dying = true, must_be_seen = true, " READY, visit, "dying", "000:375-381"},
    {"motives = ['unclear'], dying = true, addressed_to = 'psychologist'", visit, "dying", "000:375-381"},
    {"motives = ['acute'], dying = false", call, "acute", "000:476-482"},
    // 2 acute
    {"motives = ['acute'], must_be_seen = true, " READY, video, "acute-seen", "000:476-482"},
    {"motives = ['acute'], must_be_seen = true, video = true, bedside = 'nurse', consent = 'given'", call,
     "acute", "000:277-280"},
    {"motives = ['acute'], must_be_seen = true, bedside = 'nurse', consent = 'given', objective = 'x'", call,
     "acute", "000:476-482"},
    {"motives = ['acute'], must_be_seen = true, video = true, bedside = 'care_assistant', consent = 'given', "
     "objective = 'x'",
     call, "acute", "000:280-288"},
    {"motives = ['acute'], must_be_seen = true, video = true, bedside = 'nurse', consent = 'not_asked', "
     "objective = 'x'",
     call, "acute", "001:16"},
    {"motives = ['acute'], must_be_seen = true, video = true, bedside = 'physician', consent = "
     "'given_by_surrogate', objective = 'x'",
     video, "acute-seen", "000:476-482"},
    {"motives = ['acute'], must_be_seen = false, " READY, call, "acute", "000:476-482"},
    {"motives = ['acute'], " READY, call, "acute", "000:476-482"},
    {"motives = ['acute', 'psychosocial']", call, "acute", "000:476-482"},
    {"motives = ['acute'], conflict = true", call, "acute", "000:476-482"},
    {"motives = ['acute'], needs_examination = true", call, "acute", "000:476-482"},
    {"motives = ['acute'], addressed_to = 'psychologist'", call, "acute", "000:476-482"},
    {"motives = ['acute'], addressed_to = 'psychologist', must_be_seen = true, " READY, call, "acute",
     "000:439-446"},
    {"motives = ['symptom'], severity = 10", call, "synchronous", "000:428-430"},
    // 3 psychologist
    {"motives = ['symptom'], addressed_to = 'psychologist'", visit, "psychologist", "000:439-446"},
    {"motives = ['psychosocial'], addressed_to = 'psychologist', must_be_seen = true, " READY, visit,
     "psychologist", "000:439-446"},
    {"motives = ['unclear'], addressed_to = 'psychologist'", call, "psychologist-unclear", "000:448-456"},
    {"addressed_to = 'psychologist'", call, "psychologist-unclear", "000:448-456"},
    {"motives = ['unclear'], addressed_to = 'psychologist', conflict = false", call, "psychologist-unclear",
     "000:448-456"},
    {"motives = ['unclear'], addressed_to = 'psychologist', conflict = true", visit, "psychologist",
     "000:439-446"},
    {"motives = ['unclear', 'symptom'], addressed_to = 'psychologist'", visit, "psychologist", "000:439-446"},
    {"motives = ['symptom'], addressed_to = 'nurse'", call, "synchronous", "000:439-446"},
    // 4 relational
    {"motives = ['psychosocial']", visit, "relational", "000:430-437"},
    {"motives = ['ethical']", visit, "relational", "000:430-437"},
    {"motives = ['symptom'], conflict = true", visit, "relational", "000:430-437"},
    {"motives = ['symptom', 'ethical'], severity = 9, must_be_seen = true, " READY, visit, "relational",
     "000:430-437"},
    {"motives = ['psychosocial'], addressed_to = 'social_worker', travel_minutes = 300", visit, "relational",
     "000:430-437"},
    {"motives = ['symptom'], conflict = false", call, "synchronous", "000:430-437"},
    // 5 examination
    {"motives = ['symptom'], needs_examination = true", visit, "examination", "000:594-595"},
    {"motives = ['unclear'], needs_examination = true, must_be_seen = true, " READY, visit, "examination",
     "000:594-595"},
    {"motives = ['symptom'], needs_examination = false", call, "synchronous", "000:594-595"},
    // 6 must be seen, teleconsultation excluded
    {"motives = ['symptom'], must_be_seen = true, video = false", visit, "seen-without-video", "000:448-453"},
    {"motives = ['symptom'], must_be_seen = true, bedside = 'none'", visit, "seen-without-video",
     "000:280-288"},
    {"motives = ['symptom'], must_be_seen = true, consent = 'refused'", visit, "seen-without-video",
     "001:16"},
    {"motives = ['symptom'], must_be_seen = true, consent = 'paused'", visit, "seen-without-video", "001:16"},
    {"motives = ['unclear'], must_be_seen = true, video = false", visit, "seen-without-video", "000:448-453"},
    {"motives = ['symptom'], must_be_seen = false, video = false", call, "synchronous", "000:448-453"},
    {"motives = ['symptom'], must_be_seen = true, consent = 'not_asked'", video, "seen", "001:16"},
    {"motives = ['symptom'], must_be_seen = true, bedside = 'care_assistant'", video, "seen", "000:280-288"},
    // 7 unclear
    {"motives = ['unclear'], must_be_seen = true", video, "unclear-seen", "000:448-460"},
    {"motives = ['unclear'], must_be_seen = false", call, "unclear", "000:448-460"},
    {"motives = ['unclear']", call, "unclear", "000:448-460"},
    {"dying = false", call, "unclear", "000:448-460"},
    {"motives = ['unclear', 'symptom'], must_be_seen = true", video, "seen", "000:448-460"},
    {"motives = ['unclear', 'symptom'], " WRITTEN, call, "synchronous", "000:448-460"},
    {"motives = ['unclear', 'psychosocial']", visit, "relational", "000:448-460"},
    // 8 else
    {"motives = ['symptom'], must_be_seen = true", video, "seen", "000:294-298"},
    {"motives = ['symptom'], " WRITTEN, written, "asynchronous", "000:57-60"},
    {"motives = ['symptom']", call, "synchronous", "000:264-273"},
};

} // namespace

TEST_CASE("the ladder answers each situation by its first true rung")
{
    for (const auto& row : rows) {
        INFO(row.facts << " by " << row.passage);
        const auto answer = triage::recommend(shippedRules(), facts(row.facts));
        CHECK(clinical::nameOf(answer.first) == clinical::nameOf(row.first));
        CHECK(answer.modalities[0].modality == answer.first);
        CHECK(answer.modalities[0].verdict == clinical::Verdict::Recommended);
        REQUIRE_FALSE(answer.modalities[0].reasons.empty());
        CHECK(answer.modalities[0].reasons[0].rule == row.rung);
        CHECK(answer.modalities[0].reasons[0].effect == "recommends");
    }
}

TEST_CASE("each rung decides in some situation of the table")
{
    for (const auto& rung : shippedRules().rules().ladder) {
        INFO(rung.rule.id);
        bool decides = false;
        for (const auto& row : rows) {
            decides = decides || rung.rule.id == row.rung;
        }
        CHECK(decides);
    }
}

TEST_CASE("an asynchronous answer takes every one of its facts known")
{
    const auto all = facts("motives = ['symptom'], " WRITTEN);
    REQUIRE(triage::firstOf(shippedRules(), all) == written);
    struct Other
    {
        clinical::Fact fact;
        clinical::FactValue value;
    };
    using clinical::Fact;
    const std::vector<Other> others{
        {Fact::Conflict, true},
        {Fact::Dying, true},
        {Fact::MustBeSeen, true},
        {Fact::Severity, 7},
        {Fact::Documents, false},
        {Fact::AnswerNeededWithinHours, 23},
        {Fact::Motives, clinical::MotiveSet{clinical::Motive::Symptom, clinical::Motive::Unclear}},
    };
    for (const auto& other : others) {
        INFO(clinical::describe(other.fact).name);
        auto changed = all;
        REQUIRE(clinical::setValue(changed, other.fact, other.value));
        CHECK(triage::firstOf(shippedRules(), changed) != written);
        auto unknown = all;
        REQUIRE(clinical::setValue(unknown, other.fact, std::monostate{}));
        CHECK(triage::firstOf(shippedRules(), unknown) == call);
    }
}
