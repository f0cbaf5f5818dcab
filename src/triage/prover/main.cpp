// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet-prover: rule texts in, findings out, within a time and a size of its own (docs/TRIAGE.md, "The
// prover"). It opens no file and no connection, and is told nothing about any person.
#include "triage/prover/json_line.h"
#include "triage/prover/proof.h"
#include "triage/prover/request.h"
#include "triage/prover/solver.h"

#include <charconv>
#include <chrono>
#include <iostream>
#include <optional>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace chevet;
using namespace chevet::triage;
using Result = Finding::Result;
using Clock = Solver::Clock;

enum ExitCode
{
    Proven = 0,
    Refuted = 1,
    BadInput = 2,
    NotFinished = 3,
    ProverAtFault = 4
};

constexpr unsigned usualSeconds = 60;
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr rlim_t mostMemory = RLIM_INFINITY; // the sanitizers reserve terabytes of addresses
#else
constexpr rlim_t mostMemory = rlim_t{2} << 30U;
#endif

std::string_view nameOf(Result result)
{
    switch (result) {
    case Result::Holds: return "holds";
    case Result::Violated: return "violated";
    case Result::NotFinished: return "not_finished";
    case Result::Disputed: break;
    }
    return "disputed";
}

int refuse(std::string_view document, const Error& error)
{
    std::cout << JsonLine()
                     .add("result", std::string_view("bad_input"))
                     .add("document", document)
                     .add("error", errorName(error.code))
                     .add("place", std::string_view(error.place))
                     .text();
    return BadInput;
}

const Document* find(const std::vector<Document>& documents, std::string_view name)
{
    for (const auto& document : documents) {
        if (document.name == name) {
            return &document;
        }
    }
    return nullptr;
}

std::vector<std::string> textsOf(const std::vector<Document>& documents, std::string_view name)
{
    std::vector<std::string> texts;
    for (const auto& document : documents) {
        if (document.name == name) {
            texts.push_back(document.text);
        }
    }
    return texts;
}

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void tell(const Finding& finding)
{
    JsonLine line;
    line.add("claim", nameOf(finding.claim)).add("id", std::string_view(finding.id));
    line.add("result", nameOf(finding.result)).add("ms", finding.milliseconds);
    if (finding.facts) {
        line.add("facts", *finding.facts);
    }
    if (finding.changed) {
        line.add("changed", clinical::describe(*finding.changed).name).add("to", finding.changedTo);
    }
    std::cout << line.text() << std::flush;
}

int closing(std::size_t violated, std::size_t notFinished, std::size_t disputed)
{
    return disputed > 0 ? ProverAtFault : violated > 0 ? Refuted : notFinished > 0 ? NotFinished : Proven;
}

int check(const std::vector<Document>& documents, Clock::time_point start, Clock::time_point deadline)
{
    const auto* text = find(documents, "rules");
    const auto* promised = find(documents, "properties");
    if (text == nullptr || promised == nullptr) {
        return refuse("request", {ErrorCode::BadInput, "rules and properties are needed", 0});
    }
    const auto overlays = textsOf(documents, "overlay");
    const auto rules = RuleSet::parse(text->text, overlays, {});
    if (!rules) {
        return refuse("rules", rules.error());
    }
    const auto properties = parseProperties(promised->text, overlays, rules->rules().settings);
    const auto leanings = parseLeanings(promised->text, rules->rules().settings);
    if (!properties || !leanings) {
        return refuse("properties", properties ? leanings.error() : properties.error());
    }
    const auto proof = prove(*rules, *properties, *leanings, {.deadline = deadline}, tell);
    const int code = closing(proof.violated, proof.notFinished, proof.disputed);
    constexpr std::string_view results[] = {"proven", "refuted", "", "not_finished", "prover_at_fault"};
    std::cout << JsonLine()
                     .add("result", results[code])
                     .add("claims", proof.claims)
                     .add("violated", proof.violated)
                     .add("not_finished", proof.notFinished)
                     .add("combinations", proof.combinations)
                     .add("ms", millisecondsSince(start))
                     .add("evaluator", evaluatorVersion)
                     .add("solver", std::string_view("z3 " + Solver::version()))
                     .text();
    return code;
}

int compareSets(const std::vector<Document>& documents, Clock::time_point start, Clock::time_point deadline)
{
    const auto* before = find(documents, "rules");
    const auto* after = find(documents, "rules_after");
    if (before == nullptr || after == nullptr) {
        return refuse("request", {ErrorCode::BadInput, "rules and rules_after are needed", 0});
    }
    const auto old = RuleSet::parse(before->text, textsOf(documents, "overlay"), {});
    if (!old) {
        return refuse("rules", old.error());
    }
    const auto now = RuleSet::parse(after->text, textsOf(documents, "overlay_after"), {});
    if (!now) {
        return refuse("rules_after", now.error());
    }
    std::size_t count[4] = {};
    for (const auto& difference : compare(*old, *now, deadline)) {
        ++count[static_cast<std::size_t>(difference.result)];
        JsonLine line;
        line.add("aspect", std::string_view(difference.aspect));
        line.add("result", difference.result == Result::Holds      ? std::string_view("never_differs")
                           : difference.result == Result::Violated ? std::string_view("differs")
                                                                   : nameOf(difference.result));
        if (difference.facts) {
            line.add("facts", *difference.facts);
        }
        std::cout << line.text() << std::flush;
    }
    const auto at = [&](Result result) { return count[static_cast<std::size_t>(result)]; };
    const int code = closing(at(Result::Violated), at(Result::NotFinished), at(Result::Disputed));
    constexpr std::string_view results[] = {"never_differ", "differ", "", "not_finished", "prover_at_fault"};
    std::cout << JsonLine().add("result", results[code]).add("ms", millisecondsSince(start)).text();
    return code;
}

std::optional<unsigned> secondsFrom(std::string_view text)
{
    unsigned seconds = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    const bool isWhole = fault == std::errc() && end == text.data() + text.size();
    return isWhole && seconds >= 1 && seconds <= 3600 ? std::optional(seconds) : std::nullopt;
}

int usage()
{
    std::cerr << "Usage: chevet-prover check|diff [--seconds N]\n"
                 "Reads rule texts from standard input; see docs/TRIAGE.md, \"The prover\".\n";
    return BadInput;
}

} // namespace

int main(int count, char** arguments)
{
    const std::vector<std::string_view> words(arguments + 1, arguments + count);
    const bool isCheck = !words.empty() && words[0] == "check";
    const bool isDiff = !words.empty() && words[0] == "diff";
    std::optional<unsigned> seconds = usualSeconds;
    if (words.size() == 3 && words[1] == "--seconds") {
        seconds = secondsFrom(words[2]);
    } else if (words.size() != 1) {
        return usage();
    }
    if (!seconds || (!isCheck && !isDiff)) {
        return usage();
    }
    const auto start = Clock::now();
    ::alarm(*seconds + 2); // whatever the solver is doing then
    const rlimit memory{mostMemory, mostMemory};
    ::setrlimit(RLIMIT_AS, &memory);
    const auto documents = readRequest(std::cin);
    if (!documents) {
        return refuse("request", documents.error());
    }
    const auto deadline = start + std::chrono::seconds(*seconds);
    return isCheck ? check(*documents, start, deadline) : compareSets(*documents, start, deadline);
}
