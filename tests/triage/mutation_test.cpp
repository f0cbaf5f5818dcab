// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Breaks the shipped rules in every way that mutants.h knows, and counts who notices: the proof alone, and
// the proof with the vignettes and the boundary cases. A mutant that never answers otherwise (proven) is no
// mutant. Those that nobody notices are listed, with a reason, in tests/data/triage/surviving_mutants.txt. A
// seeded tenth on every run, all with CHEVET_LONG=1.

#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "triage/answer_text.h"
#include "triage/boundary_goldens.h"
#include "triage/mutants.h"
#include "triage/prover/proof.h"
#include "triage/recommend.h"
#include "triage/vignettes.h"

#include <sstream>

using namespace chevet;
using namespace chevet::test;
using triage::Finding;
using triage::RuleSet;

namespace {

enum class Fate
{
    Refused, ///< when it is read
    Refuted, ///< by the proof alone
    Noticed, ///< by a vignette or a boundary case
    Equivalent,
    Survived
};

std::chrono::steady_clock::time_point inAnHour()
{
    return std::chrono::steady_clock::now() + std::chrono::hours(1);
}

bool isRefuted(const RuleSet& rules)
{
    const auto proof = triage::prove(rules, shippedProperties(), shippedLeanings(),
                                     {.deadline = inAnHour(), .findsAll = false}, [](const Finding&) {});
    REQUIRE(proof.disputed == 0);
    REQUIRE(proof.notFinished == 0);
    return proof.violated > 0;
}

bool isNoticed(const RuleSet& rules)
{
    for (const auto& vignette : vignettes()) {
        const auto answer = triage::recommend(rules, factsFrom(*vignette.find("facts")));
        if (!mismatches(answer, *vignette.find("expect")).empty()) {
            return true;
        }
    }
    return std::any_of(boundaryGoldens().begin(), boundaryGoldens().end(), [&](const auto& golden) {
        return answerText(triage::recommend(rules, golden.facts)) != golden.answer;
    });
}

bool neverDiffers(const RuleSet& rules)
{
    const auto differences = triage::compare(shippedRules(), rules, inAnHour());
    return std::all_of(differences.begin(), differences.end(), [](const triage::Difference& difference) {
        REQUIRE(difference.result != Finding::Result::Disputed);
        return difference.result == Finding::Result::Holds;
    });
}

Fate fateOf(const Mutant& mutant)
{
    const auto rules = RuleSet::of(mutant.rules, {"mutant", ""});
    if (!rules) {
        return Fate::Refused;
    }
    if (isRefuted(*rules)) {
        return Fate::Refuted;
    }
    if (isNoticed(*rules)) {
        return Fate::Noticed;
    }
    return neverDiffers(*rules) ? Fate::Equivalent : Fate::Survived;
}

/// "name: reason", one a line.
std::set<std::string> listedSurvivors()
{
    std::set<std::string> names;
    std::istringstream lines(readSourceFile("tests/data/triage/surviving_mutants.txt"));
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (!line.empty() && line.front() != '#') {
            REQUIRE(colon != std::string::npos);
            names.insert(line.substr(0, colon));
        }
    }
    return names;
}

struct Count
{
    int refuted = 0;
    int noticed = 0;
    int survived = 0;

    void add(Fate fate)
    {
        refuted += fate == Fate::Refuted ? 1 : 0;
        noticed += fate == Fate::Noticed ? 1 : 0;
        survived += fate == Fate::Survived ? 1 : 0;
    }
    int all() const { return refuted + noticed + survived; }
};

} // namespace

TEST_CASE("broken rules are noticed by the proof and by the cases beside it")
{
    CHEVET_SEEDED(random, 64);
    const auto survivors = listedSurvivors();
    Count every;
    Count safety;
    int looked = 0;
    for (const auto& mutant : mutantsOf(shippedRules().rules())) {
        if (!isLongRun() && random.below(10) != 0) {
            continue;
        }
        ++looked;
        const auto fate = fateOf(mutant);
        INFO(mutant.name);
        every.add(fate);
        if (mutant.isSafety) {
            safety.add(fate);
        }
        const bool isListed = survivors.count(mutant.name) == 1;
        CHECK((fate == Fate::Survived) == isListed);
    }
    INFO(looked << " mutants, " << every.all() << " that matter: " << every.refuted << " refuted, "
                << every.noticed << " noticed, " << every.survived << " survived; of safety "
                << safety.refuted << " of " << safety.all() << " refuted");
    if (isLongRun()) {
        WARN(looked << " mutants, " << every.all() << " that matter: " << every.refuted << " refuted, "
                    << every.noticed << " noticed, " << every.survived << " survived; of safety "
                    << safety.refuted << " of " << safety.all() << " refuted");
    }
    CHECK(looked >= (isLongRun() ? 400 : 20));
    CHECK(safety.refuted * 100 >= safety.all() * 90);
    CHECK((every.refuted + every.noticed) * 100 >= every.all() * 95);
}
