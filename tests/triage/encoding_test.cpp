// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The prover's formulas against the evaluator: every rule's firing, every mark, the order, conditions,
// priority and the rest, on a million random calls. The formulas are walked without the solver; a smaller
// number goes through it.

#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "triage/prover/answer_claims.h"
#include "triage/prover/solver.h"
#include "triage/recommend.h"
#include "triage/sampling.h"
#include "triage/triage_support.h"

using namespace chevet;
using namespace chevet::test;
using clinical::Facts;
using triage::Formulas;
using triage::Literal;
using triage::Outcome;
using triage::SymbolicAnswer;
using triage::Truth;

namespace {

/// One thing that an answer says, in formulas and out of the evaluator.
struct Statement
{
    std::string name;
    Literal formula;
    std::function<bool(const Outcome&)> isSo;
};

template<class E, std::size_t n>
void addSet(std::vector<Statement>& all, const std::string& name, const std::array<Literal, n>& formulas,
            std::function<clinical::SetOf<E>(const Outcome&)> set)
{
    for (const auto& [word, itsName] : clinical::Words<E>::all) {
        const auto place = static_cast<std::size_t>(word) - 1;
        REQUIRE(place < n);
        all.push_back({name + ' ' + std::string(itsName), formulas[place],
                       [set, word = word](const Outcome& outcome) { return set(outcome).has(word); }});
    }
}

template<class E> clinical::SetOf<E> only(std::optional<E> value)
{
    return value ? clinical::SetOf<E>{*value} : clinical::SetOf<E>{};
}

void addTruths(std::vector<Statement>& all, const std::string& name,
               const std::vector<triage::SymbolicTruth>& formulas, std::vector<Truth> Outcome::*truths)
{
    for (std::size_t i = 0; i < formulas.size(); ++i) {
        const auto at = [truths, i](Truth truth) {
            return [=](const Outcome& outcome) { return (outcome.*truths)[i] == truth; };
        };
        all.push_back({name + ' ' + std::to_string(i) + " true", formulas[i].isTrue, at(Truth::True)});
        all.push_back({name + ' ' + std::to_string(i) + " false", formulas[i].isFalse, at(Truth::False)});
    }
}

std::vector<Statement> statementsOf(Formulas& formulas, triage::FactSpace& space,
                                    const triage::SymbolicCall& call, const SymbolicAnswer& answer)
{
    using clinical::Modality;
    std::vector<Statement> all;
    addSet<Modality>(all, "first", answer.first,
                     [](const Outcome& o) { return triage::Modalities{o.first}; });
    addSet<Modality>(all, "excluded", answer.excluded, [](const Outcome& o) { return o.excluded; });
    addSet<Modality>(all, "never first", answer.neverFirst, [](const Outcome& o) { return o.neverFirst; });
    addSet<Modality>(all, "then", answer.then, [](const Outcome& o) { return only(o.then); });
    addSet<clinical::Purpose>(all, "purpose", answer.purpose,
                              [](const Outcome& o) { return clinical::SetOf<clinical::Purpose>{o.purpose}; });
    addSet<clinical::Priority>(all, "priority", answer.priority, [](const Outcome& o) {
        return clinical::SetOf<clinical::Priority>{o.priority};
    });
    addSet<clinical::Owed>(all, "owed", answer.owed, [](const Outcome& o) { return o.owed; });
    addSet<clinical::AlsoConsider>(all, "consider", answer.consider,
                                   [](const Outcome& o) { return o.alsoConsider; });
    for (std::size_t m = 0; m < 4; ++m) {
        addSet<clinical::Condition>(all, "condition", answer.conditions[m],
                                    [m](const Outcome& o) { return o.conditions[m]; });
        for (int score = -2; score <= 2; ++score) {
            all.push_back({"score " + std::to_string(score),
                           answer.score[m][static_cast<std::size_t>(score + 2)],
                           [=](const Outcome& o) { return o.score[m] == score; }});
        }
    }
    all.push_back({"meanwhile", answer.meanwhile, [](const Outcome& o) { return o.meanwhile; }});
    addTruths(all, "rule", answer.rules, &Outcome::rules);
    addTruths(all, "rung", answer.rungs, &Outcome::rungs);
    for (std::size_t i = 0; i < answer.deciding.size(); ++i) {
        all.push_back({"deciding " + std::to_string(i), answer.deciding[i],
                       [i](const Outcome& o) { return o.rung == static_cast<int>(i); }});
    }
    for (const auto& due : answer.due) {
        all.push_back(
            {"due within " + std::to_string(due.minutes),
             triage::isDueWithin(formulas, space, call, answer, due.minutes),
             [minutes = due.minutes](const Outcome& o) { return o.answerWithinMinutes <= minutes; }});
    }
    for (std::size_t i = 0; i < answer.bands.size(); ++i) {
        all.push_back({"band " + std::to_string(i), answer.bands[i],
                       [i](const Outcome& o) { return o.priorityBand == i; }});
    }
    return all;
}

std::vector<triage::Expression> conditions(const std::vector<triage::Property>& properties)
{
    std::vector<triage::Expression> all;
    for (const auto& property : properties) {
        const auto cuts = triage::cutsOf(property);
        all.insert(all.end(), cuts.begin(), cuts.end());
    }
    return all;
}

struct Encoded
{
    explicit Encoded(const triage::RuleSet& rules,
                     const std::vector<triage::Property>& promised = shippedProperties())
        : space(formulas, {&rules.rules()}, conditions(promised)), call(space.newCall()),
          inputs(formulas.nodes().size()), answer(triage::encode(formulas, space, call, rules.rules())),
          statements(statementsOf(formulas, space, call, answer))
    {
        for (const auto& property : promised) {
            const auto met = triage::isMet(formulas, space, call, property.must, answer);
            statements.push_back({property.id, met, [&property](const Outcome& outcome) {
                                      return triage::isMet(property.must, outcome);
                                  }});
        }
    }

    Formulas formulas;
    triage::FactSpace space;
    triage::SymbolicCall call;
    std::size_t inputs; ///< they are the first nodes
    SymbolicAnswer answer;
    Literal wellFormed = space.wellFormed();
    std::vector<Statement> statements;
};

/// Walks the formulas for 64 calls at once; fails with the first statement on which they and the evaluator
/// differ.
void compareBatch(Encoded& encoded, const triage::RuleSet& rules, const std::vector<Facts>& calls)
{
    std::vector<std::uint64_t> values(encoded.inputs);
    for (unsigned bit = 0; bit < calls.size(); ++bit) {
        encoded.space.assign(encoded.call, calls[bit], bit, values);
    }
    encoded.formulas.walk(values);
    const auto wellFormed = Formulas::valueOf(encoded.wellFormed, values);
    for (unsigned bit = 0; bit < calls.size(); ++bit) {
        const auto outcome = triage::decide(rules, calls[bit]);
        const auto isSo = [&](Literal literal) {
            return (Formulas::valueOf(literal, values) >> bit & 1U) != 0;
        };
        for (const auto& statement : encoded.statements) {
            if (isSo(statement.formula) != statement.isSo(outcome)) {
                INFO(statement.name << ": " << shown(calls[bit]));
                REQUIRE(isSo(statement.formula) == statement.isSo(outcome));
            }
        }
    }
    REQUIRE(wellFormed == ~std::uint64_t{0}); // every call is one of those that the solver is asked about
}

} // namespace

TEST_CASE("the formulas say what the evaluator answers on very many random calls")
{
    CHEVET_SEEDED(random, 60);
    triage::RandomFacts source(shippedRules(), random.next());
    Encoded encoded(shippedRules());
    const int batches = scaled(200'000, 1'000'000) / 64 + 1;
    for (int batch = 0; batch < batches; ++batch) {
        std::vector<Facts> calls;
        for (int i = 0; i < 64; ++i) {
            calls.push_back(source.next());
        }
        compareBatch(encoded, shippedRules(), calls);
    }
    CHECK(encoded.statements.size() > 200);
}

TEST_CASE("the formulas say the answer times that rules of a team's own ask for")
{
    // Between the priorities' times, among them, in the same hour as one of them, and sooner than any.
    constexpr const char* ours = R"(overlay = "ours"
[[rule]]
id = "a"
when = { symptom = "bleeding" }
answer_within_minutes = 10
reason.en = "e"
reason.fr = "f"
source = "team"
[[rule]]
id = "b"
when = { respite_needed = true }
answer_within_minutes = 130
priority = "P3"
reason.en = "e"
reason.fr = "f"
source = "team"
[[rule]]
id = "c"
when.any = [{ conflict = true }, { severity = { at_most = 2 } }]
answer_within_minutes = "p2_answer_minutes"
reason.en = "e"
reason.fr = "f"
source = "team"
[[property]]
id = "p"
when = { symptom = "bleeding" }
must = { answer_within_minutes = 45 }
reason.en = "e"
reason.fr = "f"
source = "team"
[[property]]
id = "q"
when = { conflict = true }
must = { answer_within_minutes = 100 }
reason.en = "e"
reason.fr = "f"
source = "team"
)";
    const auto rules = triage::RuleSet::parse(shippedRulesText(), {ours}, {"", ""});
    INFO((rules ? std::string() : rules.error().place));
    REQUIRE(rules);
    const auto promised = triage::parseProperties(shippedPropertiesText(), {ours}, rules->rules().settings);
    REQUIRE(promised);
    CHEVET_SEEDED(random, 63);
    triage::RandomFacts source(*rules, random.next());
    Encoded encoded(*rules, *promised);
    for (int batch = 0; batch < scaled(50'000, 1'000'000) / 64 + 1; ++batch) {
        std::vector<Facts> calls;
        for (int i = 0; i < 64; ++i) {
            calls.push_back(source.next());
        }
        compareBatch(encoded, *rules, calls);
    }
}

TEST_CASE("the solver allows for a call exactly the answer that the evaluator gives")
{
    CHEVET_SEEDED(random, 61);
    triage::RandomFacts source(shippedRules(), random.next());
    Encoded encoded(shippedRules());
    triage::Solver solver(encoded.formulas, triage::Solver::Clock::now() + std::chrono::hours(10));
    solver.require(encoded.wellFormed);
    for (int i = 0; i < scaled(100, 1'000); ++i) {
        const auto facts = source.next();
        const auto outcome = triage::decide(shippedRules(), facts);
        std::vector<std::uint64_t> inputs(encoded.inputs);
        encoded.space.assign(encoded.call, facts, 0, inputs);
        triage::Literals given;
        triage::Literals asEvaluated;
        for (std::uint32_t node = 1; node < inputs.size(); ++node) {
            if (encoded.formulas.nodes()[node].isInput) {
                given.emplace_back(node, inputs[node] == 0);
            }
        }
        for (const auto& statement : encoded.statements) {
            asEvaluated.push_back(statement.isSo(outcome) ? statement.formula : !statement.formula);
        }
        const auto thisCall = encoded.formulas.all(given);
        const auto thisAnswer = encoded.formulas.all(asEvaluated);
        INFO(shown(facts));
        REQUIRE(solver.ask(encoded.formulas.both(thisCall, thisAnswer)) == triage::Satisfiable::Yes);
        REQUIRE(solver.ask(encoded.formulas.both(thisCall, !thisAnswer)) == triage::Satisfiable::No);
    }
}

TEST_CASE("facts that the solver names get the answer that its inputs stand for")
{
    CHEVET_SEEDED(random, 62);
    triage::RandomFacts source(shippedRules(), random.next());
    Encoded encoded(shippedRules());
    for (int i = 0; i < 5'000; ++i) {
        const auto facts = source.next();
        std::vector<std::uint64_t> inputs(encoded.inputs);
        encoded.space.assign(encoded.call, facts, 0, inputs);
        const auto named =
            encoded.space.factsOf(encoded.call, [&](Literal literal) { return inputs[literal.node()] != 0; });
        const auto outcome = triage::decide(shippedRules(), facts);
        const auto again = triage::decide(shippedRules(), named);
        INFO(shown(facts) << " named " << shown(named));
        for (const auto& statement : encoded.statements) {
            INFO(statement.name);
            REQUIRE(statement.isSo(again) == statement.isSo(outcome));
        }
    }
}

TEST_CASE("no more than so many of a list are true when the formula says so")
{
    Formulas formulas;
    triage::Literals inputs;
    for (int i = 0; i < 6; ++i) {
        inputs.push_back(formulas.input());
    }
    std::vector<Literal> atMost;
    for (std::size_t count = 0; count < inputs.size(); ++count) {
        atMost.push_back(formulas.atMost(inputs, count));
    }
    const auto one = formulas.exactlyOne(inputs);
    std::vector<std::uint64_t> values(inputs.size() + 1);
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        for (unsigned assignment = 0; assignment < 64; ++assignment) {
            values[inputs[i].node()] |= std::uint64_t{assignment >> i & 1U} << assignment;
        }
    }
    formulas.walk(values);
    for (unsigned assignment = 0; assignment < 64; ++assignment) {
        const auto count = static_cast<std::size_t>(__builtin_popcount(assignment));
        INFO("assignment " << assignment);
        for (std::size_t most = 0; most < atMost.size(); ++most) {
            CHECK((Formulas::valueOf(atMost[most], values) >> assignment & 1U) == (count <= most ? 1U : 0U));
        }
        CHECK((Formulas::valueOf(one, values) >> assignment & 1U) == (count == 1 ? 1U : 0U));
    }
}
