// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet rules check and chevet rules diff: proves a rule set, or says where two of them differ.
#include "commands/built_in_rules.h"
#include "commands/command.h"
#include "commands/rules_report.h"
#include "commands/rules_text.h"
#include "commands/say.h"

#include <array>
#include <cstdint>
#include <limits>

namespace chevet::commands {
namespace {

constexpr std::array options{Option{"count"},  Option{"seed"},    Option{"json", Option::Takes::Nothing},
                             Option{"prover"}, Option{"seconds"}, Option{"overlay"}};
constexpr std::int64_t usualCount = 1'000'000;
constexpr std::int64_t largestCount = 1'000'000'000;
constexpr std::int64_t usualSeconds = 60;

constexpr auto help = QT_TRANSLATE_NOOP(
    "Commands", R"(Usage: chevet rules check [FILE] [--overlay FILE] [--seconds N] [--prover FILE] [--json]
       chevet rules check [FILE] --count N [--seed S] [--json]
       chevet rules diff [OLD] NEW [--overlay FILE] [--seconds N] [--prover FILE] [--json]

check proves, over every combination of facts, unknown ones among them, what must hold of the rules in FILE (without
FILE: of those that Chevet ships): exactly one first modality, every safety property, no rule without effect, no
contradiction, no worse severity with a lower priority, no unknown fact with a slower answer. A fault is shown as the
fewest facts that show it, in a form that chevet triage takes. With --count or --seed it tries random combinations
instead: that finds faults and proves nothing.

diff says in which parts of the answer two rule sets differ, each with the fewest facts that show it, or that they
never do. With one file alone, what Chevet ships is OLD. Reasons and their texts are not compared.

Without the prover, which is a program of its own (chevet-prover), both try random combinations and say so.

  --overlay FILE[,FILE…]  lays a team's or a home's overlays over the rules (diff: over NEW)
  --seconds N    the proof may take so long, 1 to 3600 (usual: 60)
  --prover FILE  the prover to use instead of the one that Chevet brings along
  --count N      random combinations, 1 to 1000000000 (usual: 1000000)
  --seed S       where the random numbers begin; the same seed gives the same report (usual: 1)
  --json         the report as JSON

Ends with 0 proven (asked to try random combinations: no fault found), 1 a fault or difference was found or a file is
no rule file, 2 bad input, 4 nothing was found but that is not proven.
)");

QString refusal(const QString& name, const Error& error)
{
    return name + QStringLiteral(": ") + QString::fromStdString(error.place);
}

using Documents = std::vector<std::pair<std::string, std::string>>;

void addTo(Documents& documents, const RulesText& rules, const std::string& suffix)
{
    documents.emplace_back("rules" + suffix, rules.text);
    for (const auto& overlay : rules.overlays) {
        documents.emplace_back("overlay" + suffix, overlay);
    }
}

struct Wishes
{
    Form form = Form::Text;
    triage::SamplingPlan sample;
    bool isSample = false;
    int seconds = 0;
    QString prover;
};

/// Why there is no proof; for people, beside the report.
QString sentenceFor(ProverEnd end)
{
    switch (end) {
    case ProverEnd::Missing:
        return say(QT_TRANSLATE_NOOP(
            "Commands", "the prover chevet-prover is missing: random combinations are tried instead"));
    case ProverEnd::OutOfTime:
        return say(QT_TRANSLATE_NOOP("Commands",
                                     "the prover ran out of time: random combinations are tried instead"));
    case ProverEnd::Answered:
    case ProverEnd::Unreadable: break;
    }
    return say(
        QT_TRANSLATE_NOOP("Commands", "the prover gave no answer: random combinations are tried instead"));
}

int sample(const RulesText& file, const triage::RuleSet& rules, const Wishes& wishes, int whenClean)
{
    const auto properties =
        triage::parseProperties(builtInProperties(), file.overlays, rules.rules().settings);
    if (!properties) {
        return complaint(AnswerIsNo, refusal(QStringLiteral("properties.toml"), properties.error()));
    }
    return reportSample(rules, triage::sampleRules(rules, *properties, wishes.sample), wishes.form,
                        whenClean);
}

int check(const RulesText& file, const Wishes& wishes)
{
    const auto rules = parsed(file);
    if (!rules) {
        return complaint(AnswerIsNo, refusal(file.name, rules.error()));
    }
    if (wishes.isSample) {
        return sample(file, *rules, wishes, Done);
    }
    Documents documents{{"properties", builtInProperties()}};
    addTo(documents, file, {});
    const auto run = runProver(wishes.prover, QStringLiteral("check"), documents, wishes.seconds);
    const bool isRefused = run.end == ProverEnd::Answered && run.last().value("result", "") == "bad_input";
    if (run.end == ProverEnd::Answered && !isRefused) {
        return reportProof(*rules, run, wishes.form);
    }
    complain(sentenceFor(isRefused ? ProverEnd::Unreadable : run.end));
    return sample(file, *rules, wishes, NotProven);
}

int compare(const RulesText& before, const RulesText& after, const Wishes& wishes)
{
    const auto old = parsed(before);
    const auto now = parsed(after);
    if (!old || !now) {
        return complaint(AnswerIsNo,
                         old ? refusal(after.name, now.error()) : refusal(before.name, old.error()));
    }
    const TwoRuleSets sets{*old, *now};
    Documents documents;
    addTo(documents, before, {});
    addTo(documents, after, "_after");
    const auto run = runProver(wishes.prover, QStringLiteral("diff"), documents, wishes.seconds);
    const bool isRefused = run.end == ProverEnd::Answered && run.last().value("result", "") == "bad_input";
    if (run.end == ProverEnd::Answered && !isRefused && !wishes.isSample) {
        return reportDifferences(sets, run, wishes.form);
    }
    if (!wishes.isSample) {
        complain(sentenceFor(isRefused ? ProverEnd::Unreadable : run.end));
    }
    return reportSampledDifferences(sets, wishes.sample, wishes.form);
}

tl::expected<Wishes, QString> wishesIn(const Arguments& arguments)
{
    const auto count = number(arguments, "count", usualCount, 1, largestCount);
    const auto seed = number(arguments, "seed", 1, 0, std::numeric_limits<std::int64_t>::max());
    const auto seconds = number(arguments, "seconds", usualSeconds, 1, 3600);
    for (const auto* read : {&count, &seed, &seconds}) {
        if (!*read) {
            return tl::unexpected(read->error());
        }
    }
    Wishes wishes;
    wishes.form = arguments.has("json") ? Form::Json : Form::Text;
    wishes.isSample = arguments.has("count") || arguments.has("seed");
    wishes.sample.combinations = static_cast<std::uint64_t>(*count);
    wishes.sample.seed = static_cast<std::uint64_t>(*seed);
    wishes.seconds = static_cast<int>(*seconds);
    wishes.prover = arguments.has("prover") ? arguments.value("prover") : workflow::installedProver();
    return wishes;
}

int run(const Arguments& arguments)
{
    const auto& words = arguments.positional();
    const auto first = words.isEmpty() ? QString() : words.first();
    const bool isCheck = first == QLatin1String("check") && words.size() <= 2;
    const bool isDiff =
        first == QLatin1String("diff") && words.size() <= 3 && (words.size() > 1 || arguments.has("overlay"));
    if (!isCheck && !isDiff) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP(
                "Commands",
                "rules: say “rules check” and at most one rule file, or “rules diff” and one or two")));
    }
    const auto wishes = wishesIn(arguments);
    if (!wishes) {
        return complaint(BadInput, wishes.error());
    }
    const auto rules = rulesTextFrom(words.size() > 1 ? words.last() : QString(), arguments.value("overlay"));
    if (!rules) {
        return complaint(BadInput, rules.error());
    }
    if (isCheck) {
        return check(*rules, *wishes);
    }
    const auto before = rulesTextFrom(words.size() == 3 ? words[1] : QString(), {});
    return before ? compare(*before, *rules, *wishes) : complaint(BadInput, before.error());
}

} // namespace

const Command& rulesCommand()
{
    static constexpr Command command{
        "rules", QT_TRANSLATE_NOOP("Commands", "check, diff: proves a rule set, compares two"), help, options,
        run};
    return command;
}

} // namespace chevet::commands
