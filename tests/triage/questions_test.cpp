// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"
#include "triage/questions.h"
#include "triage/triage_support.h"

#include <set>

using namespace chevet;
using namespace chevet::test;
using clinical::Fact;
using clinical::Motive;

namespace {

using Asked = std::vector<Fact>;

Asked asked(std::string_view given, const Asked& known = {})
{
    return triage::questionsFor(shippedRules(), facts(given), known);
}

} // namespace

TEST_CASE("dying is asked first whatever the motives and at least four and at most six questions are asked")
{
    for (std::uint64_t bits = 0; bits < 32; ++bits) {
        clinical::Facts given;
        given.motives = clinical::MotiveSet::ofBits(bits << 1U);
        for (const auto& seen :
             {std::optional<bool>(), std::optional<bool>(true), std::optional<bool>(false)}) {
            given.mustBeSeen = seen;
            INFO(shown(given));
            const auto questions = triage::questionsFor(shippedRules(), given);
            REQUIRE_FALSE(questions.empty());
            CHECK(questions.front() == Fact::Dying);
            CHECK(questions.size() >= triage::fewestQuestions);
            CHECK(questions.size() <= triage::mostQuestions);
            CHECK(std::set<Fact>(questions.begin(), questions.end()).size() == questions.size());
        }
    }
}

TEST_CASE("each motive has its own questions in its own order")
{
    CHECK(asked("motives = ['symptom']") == Asked{Fact::Dying, Fact::Symptom, Fact::Severity,
                                                  Fact::MustBeSeen, Fact::NeedsExamination, Fact::Bedside});
    CHECK(asked("motives = ['psychosocial']") == Asked{Fact::Dying, Fact::Conflict, Fact::AddressedTo,
                                                       Fact::RespiteNeeded, Fact::VisitPossibleWithinHours,
                                                       Fact::VisitorInfectious});
    CHECK(asked("motives = ['acute']") == Asked{Fact::Dying, Fact::MustBeSeen, Fact::Bedside, Fact::Video,
                                                Fact::VisitPossibleWithinHours, Fact::Symptom});
    CHECK(asked("motives = ['unclear']") == Asked{Fact::Dying, Fact::MustBeSeen, Fact::AddressedTo,
                                                  Fact::Bedside, Fact::Conflict, Fact::NeedsExamination});
}

TEST_CASE("no motive is asked about like an unclear one")
{
    CHECK(triage::questionsFor(shippedRules(), {}) == asked("motives = ['unclear']"));
}

TEST_CASE("several motives are asked about in turn")
{
    CHECK(asked("motives = ['symptom', 'psychosocial']") == Asked{Fact::Dying, Fact::Conflict, Fact::Symptom,
                                                                  Fact::AddressedTo, Fact::Severity,
                                                                  Fact::RespiteNeeded});
}

TEST_CASE("what the record knows is not asked again but dying is")
{
    CHECK(asked("motives = ['symptom']", {Fact::Symptom, Fact::Dying, Fact::Bedside}) ==
          Asked{Fact::Dying, Fact::Severity, Fact::MustBeSeen, Fact::NeedsExamination, Fact::Documents,
                Fact::AnswerNeededWithinHours});
    CHECK(asked("motives = ['acute']", {Fact::Video, Fact::Consent, Fact::TravelMinutes}).size() ==
          triage::mostQuestions);
}

TEST_CASE("an answer that makes later questions pointless spares them")
{
    CHECK(asked("motives = ['symptom'], must_be_seen = false", {Fact::Symptom}) ==
          Asked{Fact::Dying, Fact::Severity, Fact::MustBeSeen, Fact::Documents, Fact::AnswerNeededWithinHours,
                Fact::Conflict});
    CHECK(asked("motives = ['symptom'], must_be_seen = true", {Fact::Symptom}) ==
          Asked{Fact::Dying, Fact::Severity, Fact::MustBeSeen, Fact::NeedsExamination, Fact::Bedside,
                Fact::Conflict});
}

TEST_CASE("other answers leave the list as it is")
{
    CHECK(asked("motives = ['symptom'], severity = 3, dying = false, bedside = 'none'") ==
          asked("motives = ['symptom']"));
}
