// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long the rules take to load and a call takes to be answered, over random facts of which a third is
// unknown.

#include "clinical/facts.h"
#include "foundation/ids.h"
#include "triage/recommend.h"
#include "triage/rule_set.h"

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

triage::RuleSet load(const std::string& text)
{
    auto rules = triage::RuleSet::parse(text, {{}, std::string(64, '0')});
    if (!rules) {
        throw CouldNotMeasure("the rules do not load: " + rules.error().place);
    }
    return std::move(*rules);
}

void run(const Options& options)
{
    std::ifstream input(CHEVET_SOURCE_DIR "/resources/triage/rules.toml", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(input), {}};
    const auto rules = load(text);
    SeededIds random(options.seed);
    std::vector<clinical::Facts> calls;
    for (int i = 0; i < 1000; ++i) {
        calls.push_back(randomFacts(random));
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
                 {[&](int round) { seen += triage::recommend(rules, call(round)).wouldChange.size(); }}});
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
    report.add({"whole answers, one core", rate(1e9 / samples[2].median()), {}, {}, {}});
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
