// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/recommendation_json.h"
#include "commands/strict_json.h"
#include "support/catch.h"

#include <fstream>
#include <iterator>
#include <string>

using namespace chevet::clinical;
using namespace chevet::commands;

namespace {

Recommendation everyField()
{
    Recommendation answer;
    answer.first = Modality::InPersonVisit;
    answer.meanwhile = Modality::SynchronousTeleExpertise;
    answer.purpose = Purpose::Bridging;
    answer.priority = Priority::P1;
    answer.answerWithinMinutes = 30;
    answer.modalities[0] = {
        Modality::InPersonVisit,
        Verdict::Recommended,
        3,
        {Condition::OtherVisitorOrProtection},
        {{"dying",
          "recommends",
          {"Dying moments are accompanied in person.", "L’agonie s’accompagne sur place."},
          "000:374"}}};
    answer.modalities[1] = {Modality::SynchronousTeleExpertise, Verdict::Possible, 0, {}, {}};
    answer.modalities[2] = {Modality::Teleconsultation, Verdict::Excluded, -3, {}, {}};
    answer.modalities[3] = {Modality::AsynchronousTeleExpertise, Verdict::Excluded, -3, {}, {}};
    answer.conditions = {Condition::OtherVisitorOrProtection};
    answer.owed = {Owed::Visit, Owed::Retriage};
    answer.alsoConsider = {AlsoConsider::PcaData};
    answer.assumed = {{Fact::Dying, false}};
    answer.silentRules = {{"asynchronous-question", {Fact::Severity, Fact::Documents}}};
    answer.wouldChange = {
        {Fact::Motives, MotiveSet{Motive::Acute, Motive::Symptom}, Modality::Teleconsultation},
        {Fact::Bedside, std::string("nurse"), Modality::Teleconsultation},
        {Fact::Severity, 7, Modality::SynchronousTeleExpertise}};
    answer.furtherReasons = {{"late-visit",
                              "meanwhile",
                              {"A call bridges until the visit.", "Un appel en attendant la visite."},
                              "team"}};
    answer.rules = {"test 1", "00ff"};
    return answer;
}

} // namespace

TEST_CASE("The whole answer is written under the names of the interface")
{
    std::ifstream file(CHEVET_SOURCE_DIR "/tests/data/commands/recommendation.json", std::ios::binary);
    const std::string golden(std::istreambuf_iterator<char>(file), {});
    CHECK(written(recommendationToJson(everyField()), 2) + "\n" == golden);
}

TEST_CASE("A reason that is no UTF-8 is written with marks instead of ending the program")
{
    auto answer = everyField();
    answer.modalities[0].reasons[0].text.english = "caf\xE9";
    const auto text = written(recommendationToJson(answer), -1);
    CHECK(text.find("caf\xEF\xBF\xBD") != std::string::npos);
    CHECK(nlohmann::json::accept(text));
}
