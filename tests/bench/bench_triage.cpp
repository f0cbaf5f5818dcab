// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the rules take to load, a call to be answered, as a value and as a line of JSON, and the rules to
// be proven, alone and with fifty rules of a team's own. Random facts of which a third is unknown.

#include "clinical/facts.h"
#include "commands/facts_json.h"
#include "commands/recommendation_json.h"
#include "foundation/ids.h"
#include "triage/prover/proof.h"
#include "triage/recommend.h"
#include "triage/rule_set.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

#include "bench/report.h"
#include "bench/samples.h"
#include "bench/surroundings.h"

namespace {

using namespace chevet;
using namespace chevet::bench;

std::size_t below(SeededIds& random, std::size_t count)
{
    return static_cast<std::size_t>(random.nextNumber() % count);
}

clinical::FactValue randomValue(SeededIds& random, const clinical::FactDescription& fact)
{
    switch (fact.type) {
    case clinical::FactType::Motives: return clinical::MotiveSet::ofBits(2u << below(random, 5));
    case clinical::FactType::Word: {
        const auto words = clinical::wordsOf(fact.fact);
        return std::string(words[below(random, words.size())]);
    }
    case clinical::FactType::Number: {
        const auto width = static_cast<std::size_t>(fact.highest - fact.lowest) + 1;
        return fact.lowest + static_cast<int>(below(random, width));
    }
    case clinical::FactType::YesNo: return below(random, 2) == 0;
    case clinical::FactType::Text: return std::string("assess breathlessness at rest");
    }
    return {};
}

clinical::Facts randomFacts(SeededIds& random)
{
    clinical::Facts facts;
    for (const auto& fact : clinical::allFacts) {
        if (below(random, 3) > 0 && !clinical::setValue(facts, fact.fact, randomValue(random, fact))) {
            throw CouldNotMeasure("a fact refuses its value: " + std::string(fact.name));
        }
    }
    return facts;
}

std::string readFile(const char* path)
{
    std::ifstream input(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

triage::RuleSet load(const std::string& text, const std::vector<std::string>& overlays = {})
{
    auto rules = triage::RuleSet::parse(text, overlays, {{}, std::string(64, '0')});
    if (!rules) {
        throw CouldNotMeasure("the rules do not load: " + rules.error().place);
    }
    return std::move(*rules);
}

/// As chevet triage --lines does it, without reading and writing.
std::size_t answerLine(const triage::RuleSet& rules, const std::string& line)
{
    const auto facts = commands::factsFromJson(line);
    if (!facts) {
        throw CouldNotMeasure("facts that were written can't be read");
    }
    return commands::written(commands::recommendationToJson(triage::recommend(rules, *facts)), -1).size();
}

std::string fiftyRules(SeededIds& random)
{
    constexpr std::string_view questions[] = {"seen_in_person = true",
                                              "must_be_seen = true",
                                              "documents = false",
                                              "pca_pump = true",
                                              "respite_needed = true",
                                              "home_trained = false",
                                              "severity = { at_least = 5 }",
                                              "travel_minutes = { at_least = 90 }",
                                              "symptom = [\"pain\", \"wound\"]",
                                              "context = \"follow_up\"",
                                              "bedside = \"nurse\"",
                                              "painful_nursing_care = true"};
    constexpr std::string_view effects[] = {"for = [\"in_person_visit\"]",
                                            "against = [\"tele_expertise_asynchronous\"]",
                                            "strongly_for = [\"teleconsultation\"]",
                                            "condition = { teleconsultation = [\"brief_home\"] }",
                                            "owed = [\"callback\"]",
                                            "consider = [\"tele_assistance\"]",
                                            "priority = \"P3\""};
    std::string overlay = "overlay = \"fifty\"\n";
    for (int i = 0; i < 50; ++i) {
        const auto first = below(random, std::size(questions));
        const auto second = (first + 1 + below(random, std::size(questions) - 1)) % std::size(questions);
        overlay += "[[rule]]\nid = \"own-" + std::to_string(i) + "\"\nwhen = { " +
                   std::string(questions[first]) + ", " + std::string(questions[second]) + " }\n" +
                   std::string(effects[below(random, std::size(effects))]) +
                   "\nreason.en = \"e\"\nreason.fr = \"f\"\nsource = \"team\"\n";
    }
    return overlay;
}

Samples proofs(const triage::RuleSet& rules, int count)
{
    const auto text = readFile(CHEVET_SOURCE_DIR "/resources/triage/properties.toml");
    const auto properties = triage::parseProperties(text, rules.rules().settings);
    const auto leanings = triage::parseLeanings(text, rules.rules().settings);
    if (!properties || !leanings) {
        throw CouldNotMeasure("the properties do not load");
    }
    Samples samples;
    for (int i = 0; i < count; ++i) {
        const Stopwatch watch;
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(5);
        const auto proof = triage::prove(rules, *properties, *leanings, {.deadline = deadline},
                                         [](const triage::Finding&) {});
        samples.add(watch.nanoseconds());
        if (proof.notFinished + proof.disputed > 0) {
            throw CouldNotMeasure("the proof was not finished");
        }
    }
    return samples;
}

void addProofs(Report& report, const Options& options, const triage::RuleSet& rules, const std::string& text)
{
    SeededIds random(options.seed);
    const int count = options.quick ? 3 : 15;
    const auto builtIn = proofs(rules, count);
    const auto withFifty = proofs(load(text, {fiftyRules(random)}), count);
    constexpr double second = 1e9;
    report.add("proof of the shipped rules", builtIn, atMost(duration(5 * second)));
    report.add({"fifty rules of a team's own, more than that",
                duration(std::max(0.0, withFifty.median() - builtIn.median())),
                {},
                Yardstick{"shipped rules", duration(builtIn.median())},
                atMost(duration(2 * second))});
}

void run(const Options& options)
{
    const auto text = readFile(CHEVET_SOURCE_DIR "/resources/triage/rules.toml");
    const auto rules = load(text);
    SeededIds random(options.seed);
    std::vector<clinical::Facts> calls;
    for (int i = 0; i < 1000; ++i) {
        calls.push_back(randomFacts(random));
    }
    std::vector<std::string> lines;
    for (const auto& facts : calls) {
        lines.push_back(commands::written(commands::factsToJson(facts), -1));
    }

    Report report("triage");
    describeMachine(report, std::filesystem::current_path());
    report.say("seed " + std::to_string(options.seed) + ", " + std::to_string(calls.size()) +
               " random calls, a third of the facts unknown; rules of " + std::to_string(text.size()) +
               " bytes");
    std::size_t seen = 0; // so that no answer is computed for nothing
    const auto call = [&](int round) -> const clinical::Facts& {
        return calls[static_cast<std::size_t>(round) % calls.size()];
    };
    const auto samples =
        inTurns(options.quick ? 1000 : 10'000, 100,
                {{[&](int round) { seen += static_cast<std::size_t>(triage::firstOf(rules, call(round))); }},
                 {[&](int round) { seen += triage::decide(rules, call(round)).rungs.size(); }},
                 {[&](int round) { seen += triage::recommend(rules, call(round)).wouldChange.size(); }},
                 {[&](int round) {
                     seen += answerLine(rules, lines[static_cast<std::size_t>(round) % lines.size()]);
                 }}});
    Samples loads;
    for (int i = 0; i < (options.quick ? 5 : 50); ++i) {
        const Stopwatch watch;
        seen += load(text).rules().rules.size();
        loads.add(watch.nanoseconds());
    }
    report.add("rules read, checked and compiled", loads);
    report.add("first modality alone", samples[0]);
    report.add("decision without its words", samples[1], {},
               Yardstick{"first alone", duration(samples[0].median())});
    report.add("whole answer as a value (reasons, silent rules, every change of one fact)", samples[2], {},
               Yardstick{"first alone", duration(samples[0].median())});
    report.add({"whole answers as values, one core",
                rate(1e9 / samples[2].median()),
                {},
                {},
                atLeast(rate(30'000))});
    report.add("whole answer from a line of JSON to a line of JSON", samples[3], {},
               Yardstick{"as a value", duration(samples[2].median())});
    report.add({"lines of JSON, one core", rate(1e9 / samples[3].median()), {}, {}, atLeast(rate(10'000))});
    addProofs(report, options, rules, text);
    report.print();
}

} // namespace

int main(int count, char** arguments)
{
    const auto options = Options::read(count, arguments, "How fast a call is answered.");
    if (!options) {
        return 2;
    }
    try {
        run(*options);
        return 0;
    } catch (const CouldNotMeasure& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
