// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A team's own words over the shipped rules: what they may do, what they may not, and that the message says
// which rule and which line.

#include "support/catch.h"
#include "triage/prover/proof.h"
#include "triage/recommend.h"
#include "triage/sampling.h"
#include "triage/triage_support.h"

using namespace chevet;
using namespace chevet::test;
using clinical::Modality;
using triage::Finding;
using triage::RuleSet;

namespace {

constexpr const char* ours = R"(overlay = "ours"

[settings]
severity_severe = 6

[[rule]]
id = "bleeding-is-urgent"
when = { symptom = "bleeding" }
priority = "P1"
for = ["in_person_visit"]
reason.en = "Bleeding frightens everybody: somebody looks at once."
reason.fr = "Un saignement inquiète tout le monde : on regarde tout de suite."
source = "team"

[[tune]]
id = "pain-by-video"
off = true

[[tune]]
id = "known-resident"
strongly_for = ["teleconsultation"]
reason.en = "We know each other."
reason.fr = "On se connaît."

[[tighten]]
id = "acute"
condition = { teleconsultation = ["brief_home"] }
)";

Result<RuleSet> laidOver(const std::vector<std::string>& overlays)
{
    return RuleSet::parse(shippedRulesText(), overlays, {"", "0f"});
}

RuleSet setOf(const std::vector<std::string>& overlays)
{
    auto rules = laidOver(overlays);
    INFO((rules ? std::string() : rules.error().place));
    REQUIRE(rules);
    return *rules;
}

std::vector<Finding> faultsOf(const std::vector<std::string>& overlays)
{
    const auto rules = setOf(overlays);
    const auto properties =
        triage::parseProperties(shippedPropertiesText(), overlays, rules.rules().settings);
    REQUIRE(properties);
    std::vector<Finding> faults;
    triage::prove(rules, *properties, shippedLeanings(),
                  {.deadline = std::chrono::steady_clock::now() + std::chrono::minutes(10)},
                  [&](const Finding& finding) {
                      if (finding.result != Finding::Result::Holds) {
                          faults.push_back(finding);
                      }
                  });
    return faults;
}

bool speaks(const RuleSet& rules, const clinical::Facts& facts, std::string_view id)
{
    const auto answer = triage::recommend(rules, facts);
    for (const auto& modality : answer.modalities) {
        for (const auto& reason : modality.reasons) {
            if (reason.rule == id) {
                return true;
            }
        }
    }
    return false;
}

constexpr const char* rule = "when = { pca_pump = true }\nfor = [\"teleconsultation\"]\nreason.en = \"e\"\n"
                             "reason.fr = \"f\"\nsource = \"team\"\n";

} // namespace

TEST_CASE("an overlay tunes settings and adds switches off replaces and tightens rules")
{
    const auto rules = setOf({ours});
    CHECK(rules.rules().overlays == std::vector<std::string>{"ours"});
    CHECK(rules.rules().settings.severitySevere == 6);
    const auto six = facts("motives = ['symptom'], severity = 6, dying = false");
    CHECK(triage::decide(shippedRules(), six).priority == clinical::Priority::P3);
    CHECK(triage::decide(rules, six).priority == clinical::Priority::P2);
    const auto bleeding = facts("motives = ['symptom'], symptom = 'bleeding', severity = 1");
    CHECK(triage::decide(rules, bleeding).priority == clinical::Priority::P1);
    const auto pain = facts("motives = ['symptom'], symptom = 'pain', severity = 1");
    CHECK(speaks(shippedRules(), pain, "pain-by-video"));
    CHECK_FALSE(speaks(rules, pain, "pain-by-video"));
    const auto known = facts("motives = ['symptom'], seen_in_person = true");
    const auto video = triage::indexOf(Modality::Teleconsultation);
    CHECK(triage::decide(shippedRules(), known).score[video] == 1);
    CHECK(triage::decide(rules, known).score[video] == 2);
    const auto acute = facts("motives = ['acute']");
    CHECK(triage::decide(rules, acute).conditions[video].has(clinical::Condition::BriefHome));
    CHECK_FALSE(triage::decide(shippedRules(), acute).conditions[video].has(clinical::Condition::BriefHome));
}

TEST_CASE("a sound overlay is proven and sampled without a fault")
{
    for (const auto& fault : faultsOf({ours})) {
        INFO(nameOf(fault.claim) << ' ' << fault.id << (fault.facts ? shown(*fault.facts) : ""));
        CHECK(false);
    }
    triage::SamplingPlan plan;
    plan.combinations = 20'000;
    plan.perThreshold = 50;
    const auto report = triage::sampleRules(setOf({ours}), shippedProperties(), plan);
    for (const auto& violation : report.violations) {
        INFO(violation.check << shown(violation.facts));
        CHECK(false);
    }
}

TEST_CASE("the relational rung may be relaxed and the rest still holds")
{
    const std::string relaxed =
        "overlay = \"video-for-support\"\n[[tune]]\nid = \"relational\"\noff = true\n";
    const auto rules = setOf({relaxed});
    const auto support = facts("motives = ['psychosocial'], dying = false, conflict = false");
    CHECK(triage::decide(shippedRules(), support).first == Modality::InPersonVisit);
    CHECK(triage::decide(rules, support).first != Modality::InPersonVisit);
    // Nothing is dead in it, the rung that was switched off aside; what the facts lean to is found out.
    for (const auto& fault : faultsOf({relaxed})) {
        INFO(nameOf(fault.claim) << ' ' << fault.id << (fault.facts ? shown(*fault.facts) : ""));
        CHECK(fault.claim == triage::Claim::Leaning);
    }
}

TEST_CASE("a safety rule can't be loosened and the message says which")
{
    for (const auto* change :
         {"off = true", "when = { pca_pump = true }", "against = [\"in_person_visit\"]"}) {
        for (const auto* id : {"dying", "acute", "psychologist", "unclear-retriage", "bridge-late"}) {
            const auto refused =
                laidOver({"overlay = \"o\"\n[[tune]]\nid = \"" + std::string(id) + "\"\n" + change + "\n"});
            REQUIRE_FALSE(refused);
            INFO(refused.error().place);
            CHECK(refused.error().place.starts_with("overlay 'o', line 2: '" + std::string(id) +
                                                    "' is a safety rule"));
            CHECK(refused.error().number == 2);
        }
    }
}

TEST_CASE("an overlay that breaks a safety property is refuted with the facts that show it")
{
    const std::string never =
        "overlay = \"o\"\n[[rule]]\nid = \"no-calls-at-night\"\nwhen = { home_trained = false "
        "}\nnever_first = [\"tele_expertise_synchronous\"]\nreason.en = \"e\"\nreason.fr = "
        "\"f\"\nsource = \"team\"\n";
    const auto faults = faultsOf({never});
    REQUIRE_FALSE(faults.empty());
    bool isFound = false;
    for (const auto& fault : faults) {
        if (fault.id == "acute-live-then-visit") {
            isFound = true;
            CHECK(fault.result == Finding::Result::Violated);
            REQUIRE(fault.facts);
            CHECK(fault.facts->homeTrained == false);
            CHECK(fault.facts->motives.has(clinical::Motive::Acute));
        }
    }
    CHECK(isFound);
}

TEST_CASE("a property of a team's own is proven along and none is changed")
{
    const std::string own =
        "overlay = \"o\"\n[[property]]\nid = \"conflict-is-visited\"\nwhen.all = [{ conflict = "
        "true }, { none = [{ motives = \"acute\" }] }]\nmust = { first = [\"in_person_visit\"] "
        "}\nreason.en = \"e\"\nreason.fr = \"f\"\nsource = \"team\"\n";
    CHECK(faultsOf({own}).empty());
    auto tooMuch = own;
    tooMuch.replace(tooMuch.find("{ motives = \"acute\" }"), 21, "{ motives = \"ethical\" }");
    const auto faults = faultsOf({tooMuch}); // an acute call is answered at once
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].id == "conflict-is-visited");
    CHECK(faults[0].facts->motives.has(clinical::Motive::Acute));
    const auto again =
        "overlay = \"o\"\n[[property]]\nid = \"dying-is-visited\"\nwhen = { dying = true }\nmust = { "
        "meanwhile = true }\nreason.en = \"e\"\nreason.fr = \"f\"\nsource = \"team\"\n";
    const auto refused =
        triage::parseProperties(shippedPropertiesText(), {again}, shippedRules().rules().settings);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::RuleDuplicate);
    CHECK(refused.error().place.find("properties are added, never changed") != std::string::npos);
}

TEST_CASE("overlays are laid in the order that they ask for")
{
    const std::string team =
        "overlay = \"team\"\n[settings]\nseverity_severe = 6\n[[rule]]\nid = \"pump\"\n" + std::string(rule);
    const std::string home =
        "overlay = \"home\"\nafter = [\"team\"]\n[settings]\nseverity_severe = 5\n[[tune]]\nid = "
        "\"pump\"\nstrongly_for = [\"teleconsultation\"]\n";
    for (const auto& given : {std::vector<std::string>{team, home}, std::vector<std::string>{home, team}}) {
        const auto rules = setOf(given);
        CHECK(rules.rules().overlays == std::vector<std::string>{"team", "home"});
        CHECK(rules.rules().settings.severitySevere == 5);
        CHECK(rules.rules().rules.back().id == "pump");
        CHECK(rules.rules().rules.back().effects.speaksStronglyFor.has(Modality::Teleconsultation));
    }
}

TEST_CASE("each fault of an overlay has a message of its own with the rule and the line")
{
    struct Row
    {
        std::vector<std::string> overlays;
        const char* says;
        ErrorCode code;
        int line;
    };
    const std::string head = "overlay = \"o\"\n";
    const std::vector<Row> rows{
        {{"overlay = \"o\n"}, "overlay 1, line 1", ErrorCode::RuleSyntax, 1},
        {{"after = []\n"}, "has no 'overlay'", ErrorCode::RuleInvalid, 1},
        {{head + "[[rule]]\nid = \"x\"\nwhen = { pca_pumpe = true }\nfor = [\"in_person_visit\"]\n"
                 "reason.en = \"e\"\nreason.fr = \"f\"\nsource = \"team\"\n"},
         "unknown fact 'pca_pumpe'",
         ErrorCode::RuleUnknownFact,
         4},
        {{head + "[[rule]]\nid = \"x\"\ncures = true\n" + rule},
         "unknown key 'cures'",
         ErrorCode::RuleUnknownEffect,
         4},
        {{head + "[[rule]]\nid = \"pca-pump\"\n" + rule},
         "'pca-pump' is there already",
         ErrorCode::RuleDuplicate,
         2},
        {{head + "[[rule]]\nid = \"consent-to-video\"\n" + rule},
         "is there already",
         ErrorCode::RuleDuplicate,
         2},
        {{head, head}, "this overlay is there already", ErrorCode::RuleDuplicate, 1},
        {{"overlay = \"a\"\nafter = [\"b\"]\n", "overlay = \"b\"\nafter = [\"a\"]\n"},
         "form a circle",
         ErrorCode::RuleInvalid,
         1},
        {{"overlay = \"a\"\nafter = [\"a\"]\n"},
         "'a', line 1: is laid after itself",
         ErrorCode::RuleInvalid,
         1},
        {{"overlay = \"a\"\nafter = [\"b\"]\n"}, "'b', which is not there", ErrorCode::RuleInvalid, 1},
        {{head + "[settings]\nseverity_severe = 99\n"},
         "absurd number 99 for 'severity_severe' (1 to 10)",
         ErrorCode::RuleInvalid,
         3},
        {{head + "[settings]\nseverity = 9\n"}, "unknown setting 'severity'", ErrorCode::RuleInvalid, 3},
        {{head + "[settings]\nseverity_severe = 4\n"},
         "severity_moderate is not below severity_severe",
         ErrorCode::RuleInvalid,
         1},
        {{head + "[[tune]]\nid = \"nothing\"\noff = true\n"},
         "there is no rule 'nothing'",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tune]]\nid = \"priority-mild\"\noff = true\n"},
         "only settings tune it",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tune]]\nid = \"pca-pump\"\n"}, "changes nothing", ErrorCode::RuleInvalid, 2},
        {{head + "[[tune]]\nid = \"pca-pump\"\noff = true\nowed = [\"retriage\"]\n"},
         "switched off and says more",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tune]]\nid = \"relational\"\nowed = [\"retriage\"]\n"},
         "'relational' is a rung",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tune]]\nid = \"relational\"\nwhen = { visit = \"late\" }\n"},
         "a rung can't ask",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tune]]\nid = \"synchronous\"\noff = true\n"},
         "nothing of the last one",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tighten]]\nid = \"dying\"\nfor = [\"teleconsultation\"]\n"},
         "unknown key 'for'",
         ErrorCode::RuleUnknownEffect,
         4},
        {{head + "[[tighten]]\nid = \"dying\"\nmeanwhile = true\n"},
         "a rung neither raises",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tighten]]\nid = \"dying\"\nexclude = [\"in_person_visit\"]\n"},
         "can't be excluded",
         ErrorCode::RuleInvalid,
         2},
        {{head + "[[tune]]\nid = \"pca-pump\"\nwhen = { first = \"teleconsultation\" }\nexclude = "
                 "[\"teleconsultation\"]\n"},
         "can't exclude",
         ErrorCode::RuleInvalid,
         2},
    };
    for (const auto& row : rows) {
        INFO(row.overlays.back());
        const auto refused = laidOver(row.overlays);
        REQUIRE_FALSE(refused);
        INFO(refused.error().place);
        CHECK(refused.error().place.find(row.says) != std::string::npos);
        CHECK(refused.error().code == row.code);
        CHECK(refused.error().number == row.line);
    }
}
