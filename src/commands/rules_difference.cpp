// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What `chevet rules diff` prints.
#include "commands/facts_json.h"
#include "commands/recommendation_json.h"
#include "commands/rules_report.h"
#include "commands/say.h"
#include "triage/aspects.h"

namespace chevet::commands {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// An aspect and the facts that show the difference in it; null where there is none, text where it is not
/// known.
struct SeenDifference
{
    std::string aspect;
    std::string result; ///< differs, never_differs, not_finished, not_seen
    clinical::Facts facts;
};

/// What each of the two says about the aspect, in the words of `chevet triage`.
json saidBy(const triage::RuleSet& rules, const SeenDifference& difference)
{
    const auto answer = recommendationToJson(triage::recommend(rules, difference.facts));
    if (difference.aspect == "order" || difference.aspect == "excluded" ||
        difference.aspect == "conditions") {
        auto standing = json::array();
        for (const auto& modality : answer["modalities"]) {
            standing.push_back({{"modality", modality["modality"]},
                                {"verdict", modality["verdict"]},
                                {"conditions", modality["conditions"]}});
        }
        return standing;
    }
    return answer.value(difference.aspect, json());
}

void printDifference(const TwoRuleSets& sets, const SeenDifference& difference)
{
    const auto aspect = QString::fromStdString(difference.aspect);
    const auto textOf = [](const ordered_json& value) { return QString::fromStdString(written(value, -1)); };
    if (difference.result == "differs") {
        print(say(QT_TRANSLATE_NOOP("Commands", "%1 differs with %2\n    before: %3\n    after:  %4\n"))
                  .arg(aspect, textOf(factsToJson(difference.facts)), textOf(saidBy(sets.before, difference)),
                       textOf(saidBy(sets.after, difference))));
    } else if (difference.result == "never_differs") {
        print(say(QT_TRANSLATE_NOOP("Commands", "%1 never differs\n")).arg(aspect));
    } else if (difference.result == "not_seen") {
        print(say(QT_TRANSLATE_NOOP("Commands", "%1 did not differ\n")).arg(aspect));
    } else {
        print(say(QT_TRANSLATE_NOOP("Commands", "OPEN %1: there was not enough time\n")).arg(aspect));
    }
}

int report(const TwoRuleSets& sets, const std::vector<SeenDifference>& differences, Form form)
{
    bool isDifferent = false;
    bool isOpen = false;
    auto aspects = ordered_json::array();
    for (const auto& difference : differences) {
        const bool differs = difference.result == "differs";
        isDifferent = isDifferent || differs;
        isOpen = isOpen || (!differs && difference.result != "never_differs");
        if (form == Form::Text) {
            printDifference(sets, difference);
            continue;
        }
        ordered_json each{{"aspect", difference.aspect}, {"result", difference.result}};
        if (differs) {
            each["facts"] = factsToJson(difference.facts);
            each["before"] = saidBy(sets.before, difference);
            each["after"] = saidBy(sets.after, difference);
        }
        aspects.push_back(std::move(each));
    }
    if (form == Form::Json) {
        ordered_json document;
        document["result"] = isDifferent ? "differ" : isOpen ? "no_difference_found" : "never_differ";
        document["proven"] = !isOpen;
        document["before"] = {{"hash", sets.before.name().hash}, {"version", sets.before.name().version}};
        document["after"] = {{"hash", sets.after.name().hash}, {"version", sets.after.name().version}};
        document["aspects"] = std::move(aspects);
        print(written(document, 2) + "\n");
    } else if (isDifferent) {
        print(say(QT_TRANSLATE_NOOP("Commands", "The two rule sets answer differently\n")));
    } else {
        print(isOpen
                  ? say(QT_TRANSLATE_NOOP("Commands", "No difference found: sampled, not proven\n"))
                  : say(QT_TRANSLATE_NOOP(
                        "Commands", "Proven: the two rule sets never answer differently, reasons aside\n")));
    }
    return isDifferent ? AnswerIsNo : isOpen ? NotProven : Done;
}

} // namespace

int reportDifferences(const TwoRuleSets& sets, const ProverRun& run, Form form)
{
    std::vector<SeenDifference> differences;
    for (const auto& line : run.findings()) {
        SeenDifference difference{
            line.value("aspect", std::string()), line.value("result", std::string()), {}};
        if (line.contains("facts")) {
            const auto facts = factsFromJson(line["facts"], "$.facts");
            difference.facts = facts ? *facts : clinical::Facts();
        }
        differences.push_back(std::move(difference));
    }
    return report(sets, differences, form);
}

int reportSampledDifferences(const TwoRuleSets& sets, const triage::SamplingPlan& plan, Form form)
{
    std::vector<SeenDifference> differences;
    differences.reserve(triage::allAspects.size());
    for (const auto& [aspect, name] : triage::allAspects) {
        differences.push_back({std::string(name), "not_seen", {}});
    }
    triage::RandomFacts random(sets.after, plan.seed);
    for (std::uint64_t i = 0; i < plan.combinations; ++i) {
        const auto facts = random.next();
        const auto before = triage::decide(sets.before, facts);
        const auto after = triage::decide(sets.after, facts);
        for (std::size_t a = 0; a < differences.size(); ++a) {
            auto& difference = differences[a];
            if (difference.result != "differs" && differ(before, after, triage::allAspects[a].first)) {
                difference.result = "differs";
                difference.facts = facts;
            }
        }
    }
    return report(sets, differences, form);
}

} // namespace chevet::commands
