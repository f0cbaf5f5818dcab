// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/rule_check.h"

#include "triage/recommend.h"

#include <map>

namespace chevet::workflow {

namespace {

using triage::Rule;

constexpr std::uint64_t sampledCalls = 20'000;
constexpr std::uint64_t comparedCalls = 20'000;
constexpr std::uint64_t seed = 1;

/// Every rule and rung by its id.
std::map<std::string, Rule> rulesById(const triage::Rules& rules)
{
    std::map<std::string, Rule> all;
    for (const auto& rung : rules.ladder) {
        all.emplace(rung.rule.id, rung.rule);
    }
    for (const auto& rule : rules.rules) {
        all.emplace(rule.id, rule);
    }
    return all;
}

bool isSame(const Rule& left, const Rule& right)
{
    return left.when == right.when && left.effects == right.effects &&
           left.reason.english == right.reason.english && left.reason.french == right.reason.french &&
           left.isOff == right.isOff;
}

std::size_t knownIn(const clinical::Facts& facts)
{
    std::size_t count = 0;
    for (const auto& about : clinical::allFacts) {
        count += clinical::isKnown(facts, about.fact) ? 1 : 0;
    }
    return count;
}

} // namespace

std::vector<RuleChange> changesBetween(const triage::Rules& before, const triage::Rules& after)
{
    std::vector<RuleChange> changes;
    for (const auto& setting : triage::allSettings) {
        const int was = before.settings.*setting.member;
        const int is = after.settings.*setting.member;
        if (was != is) {
            changes.push_back(
                {RuleChange::What::Changed, std::string(setting.name), std::nullopt, std::nullopt, was, is});
        }
    }
    const auto old = rulesById(before);
    const auto now = rulesById(after);
    for (const auto& [id, rule] : now) {
        const auto was = old.find(id);
        if (was == old.end()) {
            changes.push_back({RuleChange::What::Added, id, std::nullopt, rule, {}, {}});
        } else if (!isSame(was->second, rule)) {
            const auto what =
                rule.isOff && !was->second.isOff ? RuleChange::What::Removed : RuleChange::What::Changed;
            changes.push_back({what, id, was->second, rule, {}, {}});
        }
    }
    for (const auto& [id, rule] : old) {
        if (!now.contains(id)) {
            changes.push_back({RuleChange::What::Removed, id, rule, std::nullopt, {}, {}});
        }
    }
    return changes;
}

AnswerChange compareAnswers(const triage::RuleSet& before, const triage::RuleSet& after, std::uint64_t calls)
{
    AnswerChange change;
    triage::RandomFacts random(after, seed);
    std::size_t fewest = clinical::allFacts.size() + 1;
    for (; change.calls < calls; ++change.calls) {
        const auto facts = random.next();
        const auto was = triage::decide(before, facts);
        const auto is = triage::decide(after, facts);
        if (was.first == is.first && was.priority == is.priority) {
            continue;
        }
        ++change.different;
        if (const auto known = knownIn(facts); known < fewest) {
            fewest = known;
            change.example = facts;
            change.firstBefore = was.first;
            change.firstAfter = is.first;
            change.priorityBefore = was.priority;
            change.priorityAfter = is.priority;
        }
    }
    return change;
}

LiveCheck liveCheck(const triage::RuleSet& before, const triage::RuleSet& after,
                    const std::string& properties, const std::vector<std::string>& overlays)
{
    LiveCheck check;
    check.changes = changesBetween(before.rules(), after.rules());
    check.answers = compareAnswers(before, after, comparedCalls);
    const auto parsed = triage::parseProperties(properties, overlays, after.rules().settings);
    if (!parsed) {
        check.error = parsed.error();
        return check;
    }
    triage::SamplingPlan plan;
    plan.combinations = sampledCalls;
    plan.perThreshold = 50;
    plan.wholeAnswerEvery = 100;
    check.sample = triage::sampleRules(after, *parsed, plan);
    // So few calls reach not every rule: what was never tried is the prover's to find.
    check.sample.neverSpoke.clear();
    check.sample.neverTested.clear();
    return check;
}

} // namespace chevet::workflow
