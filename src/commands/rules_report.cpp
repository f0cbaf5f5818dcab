// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/rules_report.h"

#include "commands/facts_json.h"
#include "commands/say.h"

#include <algorithm>
#include <span>
#include <vector>

namespace chevet::commands {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::string textOf(const json& line, const char* key)
{
    return line.value(key, std::string());
}

ordered_json nameOf(const triage::RuleSet& rules)
{
    return {{"hash", rules.name().hash}, {"version", rules.name().version}};
}

void printName(const triage::RuleSet& rules)
{
    print(say(QT_TRANSLATE_NOOP("Commands", "Rules %1 (%2)\n"))
              .arg(fromUtf8(rules.name().version), fromUtf8(rules.name().hash.substr(0, 12))));
}

/// What the prover's lines are about, in its order.
std::vector<std::string> claimsIn(std::span<const json> lines)
{
    std::vector<std::string> claims;
    for (const auto& line : lines) {
        const auto claim = textOf(line, "claim");
        if (std::find(claims.begin(), claims.end(), claim) == claims.end()) {
            claims.push_back(claim);
        }
    }
    return claims;
}

QString sentenceFor(const std::string& claim)
{
    if (claim == "one_first") {
        return say(
            QT_TRANSLATE_NOOP("Commands", "exactly one modality comes first, and it is not ruled out"));
    }
    if (claim == "property") {
        return say(QT_TRANSLATE_NOOP("Commands", "safety properties"));
    }
    if (claim == "consistent") {
        return say(QT_TRANSLATE_NOOP("Commands", "no answer contradicts itself"));
    }
    if (claim == "monotone") {
        return say(
            QT_TRANSLATE_NOOP("Commands", "worse, unknown or farther is never milder, slower or remoter"));
    }
    if (claim == "leaning") {
        return say(QT_TRANSLATE_NOOP("Commands", "a fact that speaks for a modality never lowers it"));
    }
    if (claim == "would_change") {
        return say(QT_TRANSLATE_NOOP("Commands", "what changes the first modality is always said"));
    }
    if (claim == "reachable") {
        return say(QT_TRANSLATE_NOOP("Commands", "each modality comes first for some call"));
    }
    if (claim == "speaks") {
        return say(QT_TRANSLATE_NOOP("Commands", "each rule speaks for some call"));
    }
    return say(QT_TRANSLATE_NOOP("Commands", "each rule makes a difference to some call"));
}

void printFault(const json& line)
{
    const auto id = fromUtf8(textOf(line, "claim") + ' ' + textOf(line, "id"));
    if (textOf(line, "result") == "not_finished") {
        print(say(QT_TRANSLATE_NOOP("Commands", "OPEN %1: there was not enough time\n")).arg(id));
    } else if (!line.contains("facts")) {
        print(say(QT_TRANSLATE_NOOP("Commands", "FAULT %1: for no call at all\n")).arg(id));
    } else {
        auto with = fromUtf8(written(line["facts"], -1));
        if (line.contains("changed")) {
            const ordered_json changed{{textOf(line, "changed"), line["to"]}};
            with += QStringLiteral(" → ") + fromUtf8(written(changed, -1));
        }
        print(say(QT_TRANSLATE_NOOP("Commands", "FAULT %1 with %2\n")).arg(id, with));
    }
}

void printClaims(std::span<const json> lines)
{
    for (const auto& claim : claimsIn(lines)) {
        qsizetype count = 0;
        qsizetype holding = 0;
        QStringList names;
        for (const auto& line : lines) {
            if (textOf(line, "claim") == claim) {
                const bool holds = textOf(line, "result") == "holds";
                count += 1;
                holding += holds ? 1 : 0;
                names += holds ? fromUtf8(textOf(line, "id")) : QString();
            }
        }
        print(say(QT_TRANSLATE_NOOP("Commands", "%1 of %2: %3\n"))
                  .arg(QString::number(holding), QString::number(count), sentenceFor(claim)));
        if (claim == "property" || claim == "leaning") {
            names.removeAll(QString());
            print(QStringLiteral("    ") + names.join(QStringLiteral(", ")) + QLatin1Char('\n'));
        }
    }
}

/// "7.6e+15".
QString roughly(double number)
{
    return QString::number(number, 'g', 2);
}

int endOf(const std::string& result)
{
    return result == "proven" || result == "never_differ" ? Done
           : result == "refuted" || result == "differ"    ? AnswerIsNo
                                                          : NotProven;
}

void printProof(const triage::RuleSet& rules, const ProverRun& run)
{
    printName(rules);
    printClaims(run.findings());
    for (const auto& line : run.findings()) {
        if (textOf(line, "result") != "holds") {
            printFault(line);
        }
    }
    const auto result = textOf(run.last(), "result");
    const auto about = say(QT_TRANSLATE_NOOP("Commands", "%1 claims, %2 combinations of facts, %3 s, %4\n"))
                           .arg(QString::number(run.last().value("claims", 0)),
                                roughly(run.last().value("combinations", 0.0)),
                                QString::number(run.last().value("ms", 0.0) / 1000, 'f', 2),
                                fromUtf8(textOf(run.last(), "solver")));
    print((result == "proven"    ? say(QT_TRANSLATE_NOOP("Commands", "Proven: "))
           : result == "refuted" ? say(QT_TRANSLATE_NOOP("Commands", "Faults found: "))
           : result == "not_finished"
               ? say(QT_TRANSLATE_NOOP("Commands", "Not proven, the time was too short: "))
               : say(QT_TRANSLATE_NOOP("Commands", "Not proven, the prover is at fault: "))) +
          about);
}

/// In the words of the sampler's report, so that a script reads both.
ordered_json violationsIn(std::span<const json> lines)
{
    auto violations = ordered_json::array();
    for (const auto& line : lines) {
        if (textOf(line, "result") == "holds") {
            continue;
        }
        ordered_json violation{{"claim", textOf(line, "claim")},
                               {"check", textOf(line, "id")},
                               {"result", textOf(line, "result")},
                               {"facts", line.contains("facts") ? line["facts"] : json()}};
        if (line.contains("changed")) {
            violation["changed"] = ordered_json{{textOf(line, "changed"), line["to"]}};
        }
        violations.push_back(std::move(violation));
    }
    return violations;
}

} // namespace

int reportProof(const triage::RuleSet& rules, const ProverRun& run, Form form)
{
    const auto result = textOf(run.last(), "result");
    if (form == Form::Text) {
        printProof(rules, run);
        return endOf(result);
    }
    auto properties = ordered_json::array();
    for (const auto& line : run.findings()) {
        if (textOf(line, "claim") == "property" || textOf(line, "claim") == "leaning") {
            properties.push_back({{"id", textOf(line, "id")}, {"result", textOf(line, "result")}});
        }
    }
    ordered_json document;
    document["result"] = result;
    document["proven"] = result == "proven";
    document["rules"] = nameOf(rules);
    for (const char* key : {"claims", "combinations", "ms", "evaluator", "solver"}) {
        document[key] = run.last().value(key, json());
    }
    document["properties"] = std::move(properties);
    document["violations"] = violationsIn(run.findings());
    print(written(document, 2) + "\n");
    return endOf(result);
}

namespace {

ordered_json toJson(const triage::RuleSet& rules, const triage::SamplingReport& report)
{
    auto violations = ordered_json::array();
    for (const auto& violation : report.violations) {
        violations.push_back({{"check", violation.check}, {"facts", factsToJson(violation.facts)}});
    }
    ordered_json document;
    document["result"] = report.isClean() ? "no_fault_found" : "fault_found";
    document["proven"] = false;
    document["rules"] = nameOf(rules);
    document["seed"] = report.seed;
    document["combinations"] = report.combinations;
    document["threshold_cases"] = report.thresholdCases;
    document["whole_answers"] = report.wholeAnswers;
    document["violations"] = std::move(violations);
    document["never_spoke"] = report.neverSpoke;
    document["never_tested"] = report.neverTested;
    return document;
}

void printSample(const triage::RuleSet& rules, const triage::SamplingReport& report)
{
    printName(rules);
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

} // namespace

int reportSample(const triage::RuleSet& rules, const triage::SamplingReport& report, Form form, int whenClean)
{
    if (form == Form::Json) {
        print(written(toJson(rules, report), 2) + "\n");
    } else {
        printSample(rules, report);
    }
    return report.isClean() ? whenClean : AnswerIsNo;
}

} // namespace chevet::commands
