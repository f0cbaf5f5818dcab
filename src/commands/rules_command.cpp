// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet rules check: looks for a call that a rule set answers wrongly.
#include "commands/built_in_rules.h"
#include "commands/command.h"
#include "commands/facts_json.h"
#include "commands/input.h"
#include "commands/say.h"
#include "triage/sampling.h"

#include <array>
#include <cstdint>
#include <limits>

namespace chevet::commands {
namespace {

using nlohmann::ordered_json;

constexpr std::array options{Option{"count"}, Option{"seed"}, Option{"json", Option::Takes::Nothing}};
constexpr std::int64_t usualCount = 1'000'000;
constexpr std::int64_t largestCount = 1'000'000'000;

constexpr auto help =
    QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet rules check [FILE] [--count N] [--seed S] [--json]

Answers very many combinations of facts, unknown ones among them, and both sides of every threshold by the rules in
FILE (without FILE: those that Chevet ships), and checks each answer: exactly one first modality, every safety
property, no worse severity with a lower priority, no unknown fact with a slower answer. A fault is shown as the
fewest facts that show it, in a form that chevet triage takes. This finds faults; it proves nothing: "sampled, not
proven".

  --count N  random combinations, 1 to 1000000000 (usual: 1000000)
  --seed S   where the random numbers begin; the same seed gives the same report (usual: 1)
  --json     the report as JSON

Ends with 0 no fault found, 1 a fault found or the file is no rule file, 2 bad input.
)");

ordered_json toJson(const triage::RuleSet& rules, const triage::SamplingReport& report)
{
    auto violations = ordered_json::array();
    for (const auto& violation : report.violations) {
        violations.push_back({{"check", violation.check}, {"facts", factsToJson(violation.facts)}});
    }
    ordered_json document;
    document["result"] = report.isClean() ? "no_fault_found" : "fault_found";
    document["proven"] = false;
    document["rules"] = {{"hash", rules.name().hash}, {"version", rules.name().version}};
    document["seed"] = report.seed;
    document["combinations"] = report.combinations;
    document["threshold_cases"] = report.thresholdCases;
    document["whole_answers"] = report.wholeAnswers;
    document["violations"] = std::move(violations);
    document["never_spoke"] = report.neverSpoke;
    document["never_tested"] = report.neverTested;
    return document;
}

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void printReport(const triage::RuleSet& rules, const triage::SamplingReport& report)
{
    print(say(QT_TRANSLATE_NOOP("Commands", "Rules %1 (%2)\n"))
              .arg(fromUtf8(rules.name().version), fromUtf8(rules.name().hash.substr(0, 12))));
    print(
        say(QT_TRANSLATE_NOOP("Commands", "%1 random combinations and %2 at thresholds answered, seed %3\n"))
            .arg(QString::number(report.combinations), QString::number(report.thresholdCases),
                 QString::number(report.seed)));
    for (const auto& violation : report.violations) {
        print(say(QT_TRANSLATE_NOOP("Commands", "FAULT %1 with %2\n"))
                  .arg(fromUtf8(violation.check), fromUtf8(written(factsToJson(violation.facts), -1))));
    }
    for (const auto& rule : report.neverSpoke) {
        print(say(QT_TRANSLATE_NOOP("Commands", "FAULT rule %1 never speaks\n")).arg(fromUtf8(rule)));
    }
    for (const auto& property : report.neverTested) {
        print(say(QT_TRANSLATE_NOOP("Commands", "FAULT property %1 is about no call at all\n"))
                  .arg(fromUtf8(property)));
    }
    print(report.isClean() ? say(QT_TRANSLATE_NOOP("Commands", "No fault found: sampled, not proven\n"))
                           : say(QT_TRANSLATE_NOOP("Commands", "Faults found\n")));
}

int check(const std::string& text, const QString& name, const triage::SamplingPlan& plan, bool asJson)
{
    const auto rules = triage::RuleSet::parse(text, {.version = {}, .hash = hashOfRules(text)});
    if (!rules) {
        return complaint(AnswerIsNo, name + QStringLiteral(": ") + fromUtf8(rules.error().place));
    }
    const auto properties = triage::parseProperties(builtInProperties(), rules->rules().settings);
    if (!properties) {
        return complaint(AnswerIsNo,
                         QStringLiteral("properties.toml: ") + fromUtf8(properties.error().place));
    }
    const auto report = triage::sampleRules(*rules, *properties, plan);
    if (asJson) {
        print(written(toJson(*rules, report), 2) + "\n");
    } else {
        printReport(*rules, report);
    }
    return report.isClean() ? Done : AnswerIsNo;
}

int run(const Arguments& arguments)
{
    const auto& words = arguments.positional();
    if (words.isEmpty() || words.first() != QLatin1String("check") || words.size() > 2) {
        return complaint(BadInput, say(QT_TRANSLATE_NOOP(
                                       "Commands", "rules: say “rules check” and at most one rule file")));
    }
    const auto count = number(arguments, "count", usualCount, 1, largestCount);
    const auto seed = number(arguments, "seed", 1, 0, std::numeric_limits<std::int64_t>::max());
    if (!count || !seed) {
        return complaint(BadInput, count ? seed.error() : count.error());
    }
    auto text = builtInRules();
    auto name = QStringLiteral("rules.toml");
    if (words.size() == 2) {
        name = words[1];
        auto file = Input::open(name);
        if (!file) {
            return complaint(BadInput, file.error());
        }
        text = file->rest(largestDocument);
        name = file->name();
    }
    triage::SamplingPlan plan;
    plan.combinations = static_cast<std::uint64_t>(*count);
    plan.seed = static_cast<std::uint64_t>(*seed);
    return check(text, name, plan, arguments.has("json"));
}

} // namespace

const Command& rulesCommand()
{
    static constexpr Command command{
        "rules", QT_TRANSLATE_NOOP("Commands", "check: looks for faults in a rule set"), help, options, run};
    return command;
}

} // namespace chevet::commands
