// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet triage --replay: what was proposed once is proposed again, by the rules of that day.
#include "commands/sample_vault.h"
#include "sealing/digest.h"
#include "triage/adopted_text.h"
#include "triage/recommend.h"

#include <nlohmann/json.hpp>

using namespace chevet;
using namespace chevet::test;
using nlohmann::json;

namespace {

std::string hashOf(const std::string& text)
{
    return toHex(sealing::sha256({viewOf(text)}));
}

/// Rules of another day: a team's severe begins at 6, and an overlay lies over them.
triage::AdoptedText otherRules()
{
    auto text = readFile(CHEVET_SOURCE_DIR "/resources/triage/rules.toml");
    const std::string severe = "severity_severe = 7";
    const auto at = text.find(severe);
    REQUIRE(at != std::string::npos);
    text.replace(at, severe.size(), "severity_severe = 6");
    return {text, {"overlay = \"team\"\n[settings]\np2_answer_minutes = 90\n"}};
}

clinical::Recommendation recommended(const triage::AdoptedText& text, const clinical::Facts& facts)
{
    const auto rules = triage::RuleSet::parse(text.rules, text.overlays,
                                              {.version = {}, .hash = hashOf(triage::adoptedText(text))});
    INFO((rules ? "" : rules.error().place));
    REQUIRE(rules);
    return triage::recommend(*rules, facts);
}

} // namespace

TEST_CASE("Every decision of a sample is answered again as it was, whatever rules are shipped today")
{
    const Sample sample;
    const auto queue = json::parse(sample.ask({"queue", "--json"}).out);
    std::vector<std::string> decisions;
    std::string note;
    for (const auto& row : queue["cases"]) {
        const auto view = json::parse(sample.ask({"case", row["id"], "--json"}).out);
        for (const auto& entry : view["timeline"]) {
            if (entry["kind"] == "triage.reasoned") {
                decisions.push_back(entry["id"]);
            } else if (entry["kind"] == "note.added") {
                note = entry["id"];
            }
        }
    }
    REQUIRE(decisions.size() > 5);
    for (const auto& decision : decisions) {
        const auto run = sample.ask({"triage", "--replay", decision});
        INFO(decision << run.err << run.out.substr(0, 400));
        REQUIRE(run.code == 0);
        CHECK(run.err.empty());
        const auto answer = json::parse(run.out);
        CHECK(answer["same"] == true);
        CHECK(answer["differs"].empty());
        CHECK(answer["recorded"] == answer["replayed"]);
        CHECK(answer["recorded"]["rules"]["hash"].get<std::string>().size() == 64);
        CHECK(answer["evaluator"]["recorded"] == answer["evaluator"]["now"]);
    }
    const auto refused = [&](const std::vector<std::string>& words, int code) {
        const auto run = sample.ask(words);
        INFO(run.err);
        CHECK(run.code == code);
        CHECK(run.out.empty());
        CHECK(isOneLine(run.err));
    };
    REQUIRE_FALSE(note.empty());
    refused({"triage", "--replay", note}, 2);
    refused({"triage", "--replay", "abcd"}, 2);
    refused({"triage", "--replay", std::string(32, 'e')}, 1);
    refused({"triage", "--replay", decisions[0], "--rules", "x"}, 2);
    refused({"triage", "--replay", decisions[0], "facts.json"}, 2);
    refused({"triage", "-"}, 2);
    const auto nowhere = runChevet({"triage", "--replay", decisions[0]});
    CHECK(nowhere.code == 2);
}

TEST_CASE("A decision by rules that are no longer shipped is answered by those of its day")
{
    const Sample sample;
    const SystemClock clock;
    const auto writer = openForWriting(sample, clock);
    const auto members = writer->members();
    const auto nurse = std::find_if(members.begin(), members.end(),
                                    [](const auto& member) { return member.role == clinical::Role::Nurse; });
    REQUIRE(nurse != members.end());
    const auto id = writer->queue().rows.at(0).id;
    const auto text = otherRules();
    const auto whole = triage::adoptedText(text);
    clinical::Facts facts;
    facts.motives = {clinical::Motive::Symptom};
    facts.severity = 6;
    clinical::TriageReasoned reasoned;
    reasoned.id = id;
    reasoned.facts = facts;
    reasoned.recommendation = recommended(text, facts);
    reasoned.evaluator = std::string(triage::evaluatorVersion);
    REQUIRE(reasoned.recommendation.priority == clinical::Priority::P2);
    REQUIRE(reasoned.recommendation.answerWithinMinutes == 90);
    const auto write = [&](std::vector<clinical::EventBody> bodies) {
        std::vector<casebook::NewEvent> events;
        for (auto& body : bodies) {
            events.push_back({std::move(body), {}});
        }
        const auto appended = writer->append(events, {nurse->id, nurse->role});
        INFO((appended ? "" : appended.error().place));
        REQUIRE(appended);
        return appended->ids.back().hex();
    };
    const auto replayed = [&](const std::string& entry) { return sample.ask({"triage", "--replay", entry}); };

    const auto missing = replayed(write({reasoned}));
    CHECK(missing.code == 1); // its rules are not there
    CHECK(isOneLine(missing.err));

    const clinical::RulesAdopted adopted{hashOf(whole), "1", std::string(triage::evaluatorVersion), whole};
    const auto same = replayed(write({adopted, reasoned}));
    INFO(same.err);
    REQUIRE(same.code == 0);
    CHECK(json::parse(same.out)["replayed"]["priority"] == "P2");
    CHECK(json::parse(same.out)["replayed"]["answer_within_minutes"] == 90);

    auto changed = reasoned;
    changed.recommendation.priority = clinical::Priority::P4;
    changed.recommendation.answerWithinMinutes = 1;
    const auto other = replayed(write({changed}));
    CHECK(other.code == 1);
    CHECK(json::parse(other.out)["same"] == false);
    CHECK(json::parse(other.out)["differs"] == json{"priority", "answer_within_minutes"});

    auto falsely = reasoned;
    falsely.recommendation.rules.hash = hashOf("something else");
    const auto false1 = replayed(
        write({clinical::RulesAdopted{falsely.recommendation.rules.hash, "1", "1", whole}, falsely}));
    CHECK(false1.code == 1);
    CHECK(isOneLine(false1.err));
}

TEST_CASE("Adopted rules are read as they were put together")
{
    const triage::AdoptedText none{"version = \"1\"\n", {}};
    CHECK(triage::adoptedText(none) == none.rules);
    CHECK(triage::readAdoptedText(none.rules) == none);
    const triage::AdoptedText two{"a = 1\n", {"", "b = 2\n\noverlay 3\nxyz"}};
    CHECK(triage::readAdoptedText(triage::adoptedText(two)) == two);
    for (const auto* odd : {"\noverlay ", "\noverlay 4\nabc", "\noverlay x\n",
                            "\noverlay 99999999999999999999\n", "\noverlay 1\nab"}) {
        INFO(odd);
        CHECK(triage::readAdoptedText(std::string("a = 1") + odd).overlays.empty());
    }
}
