// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet triage: facts in, the whole answer out.
#include "commands/command.h"
#include "commands/facts_json.h"
#include "commands/input.h"
#include "commands/messages.h"
#include "commands/recommendation_json.h"
#include "commands/replay.h"
#include "commands/rules_text.h"
#include "commands/say.h"
#include "triage/recommend.h"

#include <array>
#include <cstdio>

namespace chevet::commands {
namespace {

using nlohmann::ordered_json;

constexpr std::array options{Option{"rules"}, Option{"overlay"}, Option{"lines", Option::Takes::Nothing},
                             Option{"replay"}, Option{"vault"}};

constexpr auto help =
    QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet triage FACTS.json [--rules FILE] [--overlay FILE] [--lines]
       chevet triage --replay EVENT --vault DIR

Reads what is known about a call and prints the whole answer of triage as JSON: the four modalities in order with
their reasons, what bridges, what follows, priority, conditions, what was assumed and what would change it.
FACTS.json is an object of facts, "-" is standard input. A fact that is left out, or null, is unknown.

One document is answered by one indented document. Several (a list, or one object on each line) are answered by one
line each, in their order; for one that can't be read the line is {"error": …}, the message on standard error names
its place, the others are answered all the same, and the end is 2.

  --rules FILE  answers by the rules in FILE instead of those that Chevet ships
  --overlay FILE[,FILE…]  lays a team's or a home's overlays over the rules
  --lines       takes standard input line by line and answers each line at once

With --replay a decision of the past is answered again, by the rules and the facts that the vault keeps of it, and
printed beside what was proposed then. EVENT is the id of its triage.reasoned entry (chevet case --json shows it).

  --vault DIR   the folder of the vault

Ends with 0 done (replay: the same answer), 1 the rules are faulty (replay: another answer, or no such decision), 2 bad
input, 3 the vault can't be used.
)");

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

class Answers
{
public:
    Answers(const triage::RuleSet& rules, Input& input) : m_rules(rules), m_input(input) {}

    int exitCode() const { return m_code; }

    /// One document alone: the answer to be read by people too.
    void alone(std::string_view text)
    {
        const auto document = readStrictly(text);
        if (!document) {
            refuse(document.error(), {});
        } else if (document->is_array()) {
            list(*document);
        } else if (const auto facts = factsFromJson(*document, "$")) {
            print(written(recommendationToJson(triage::recommend(m_rules, *facts)), 2) + "\n");
        } else {
            refuse(facts.error(), {});
        }
    }

    void line(std::string_view text, std::size_t number)
    {
        const auto where = say(QT_TRANSLATE_NOOP("Commands", "line %1")).arg(number);
        const auto facts = factsFromJson(text);
        if (facts) {
            answer(*facts);
        } else {
            auto fault = facts.error();
            fault.line = fault.kind == JsonFault::Kind::Syntax ? number : 0;
            refuseLine(fault, where, number);
        }
    }

    void lineTooLong(std::size_t number)
    {
        refuseLine({.kind = JsonFault::Kind::TooLarge},
                   say(QT_TRANSLATE_NOOP("Commands", "line %1")).arg(number), number);
    }

private:
    void list(const nlohmann::json& documents)
    {
        for (std::size_t i = 0; i < documents.size(); ++i) {
            const auto path = "$[" + std::to_string(i) + "]";
            if (const auto facts = factsFromJson(documents[i], path)) {
                answer(*facts);
            } else {
                refuseLine(facts.error(), {}, i + 1);
            }
        }
    }

    void answer(const clinical::Facts& facts)
    {
        print(written(recommendationToJson(triage::recommend(m_rules, facts)), -1) + "\n");
    }

    void refuse(const JsonFault& fault, const QString& where)
    {
        const bool namesLine = fault.kind == JsonFault::Kind::Syntax;
        const auto place =
            where.isEmpty() || namesLine ? m_input.name() : m_input.name() + QStringLiteral(": ") + where;
        complain(place + QStringLiteral(": ") + sentenceFor(fault));
        m_code = BadInput;
    }

    /// A line of the answer stands for every document, so that the two can be laid side by side.
    void refuseLine(const JsonFault& fault, const QString& where, std::size_t number)
    {
        ordered_json error;
        error["document"] = number;
        error["kind"] = kindName(fault.kind);
        if (!fault.path.empty()) {
            error["path"] = fault.path;
        }
        error["message"] = sentenceFor(fault).toStdString();
        print(written({{"error", std::move(error)}}, -1) + "\n");
        refuse(fault, where);
    }

    const triage::RuleSet& m_rules;
    Input& m_input;
    int m_code = Done;
};

/// The document that begins with this line; blank lines above it count for the line numbers of messages.
std::string wholeDocument(const std::string& line, Input::Line read, std::size_t number, Input& input)
{
    const auto rest =
        read == Input::Line::TooLong ? std::string(largestDocument, ' ') : input.rest(largestDocument);
    return std::string(number - 1, '\n') + line + (rest.empty() ? rest : '\n' + rest);
}

/// A line that begins and ends an object, with another one below, is the first of several documents.
int answerAll(Answers& answers, Input& input, bool isLines)
{
    std::string line;
    std::string first;
    std::size_t number = 0;
    std::size_t firstNumber = 0;
    while (true) {
        const auto read = input.next(line, largestDocument);
        if (read == Input::Line::End) {
            break;
        }
        ++number;
        const auto content = trimmed(line);
        if (content.empty() && read != Input::Line::TooLong) {
            continue;
        }
        if (!isLines && firstNumber == 0) {
            const bool isWhole = read == Input::Line::Read && content.front() == '{' && content.back() == '}';
            if (!isWhole) {
                answers.alone(wholeDocument(line, read, number, input));
                return answers.exitCode();
            }
            first = line;
            firstNumber = number;
            continue;
        }
        if (!isLines) {
            isLines = true;
            answers.line(first, firstNumber);
        }
        if (read == Input::Line::TooLong) {
            answers.lineTooLong(number);
        } else {
            answers.line(content, number);
        }
    }
    if (!isLines) {
        answers.alone(first); // an empty input, too: it says so
    }
    return answers.exitCode();
}

int run(const Arguments& arguments)
{
    if (arguments.has("replay")) {
        return replayDecision(arguments);
    }
    if (arguments.has("vault")) {
        return complaint(BadInput,
                         say(QT_TRANSLATE_NOOP("Commands", "triage: --vault goes with --replay only")));
    }
    if (arguments.positional().size() != 1) {
        return complaint(
            BadInput, say(QT_TRANSLATE_NOOP("Commands",
                                            "triage: one file of facts is needed, or - for standard input")));
    }
    const auto text = rulesTextFrom(arguments.value("rules"), arguments.value("overlay"));
    if (!text) {
        return complaint(BadInput, text.error());
    }
    const auto rules = parsed(*text);
    if (!rules) {
        return complaint(AnswerIsNo,
                         text->name + QStringLiteral(": ") + QString::fromStdString(rules.error().place));
    }
    auto input = Input::open(arguments.positional().first());
    if (!input) {
        return complaint(BadInput, input.error());
    }
    const bool isLines = arguments.has("lines");
    if (isLines) {
        std::setvbuf(stdout, nullptr, _IOLBF, 1 << 16); // whoever waits for the answer gets it
    }
    Answers answers(*rules, *input);
    const int code = answerAll(answers, *input, isLines);
    if (input->hasFailed()) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands", "%1: reading stopped before the end")).arg(input->name()));
    }
    return code;
}

} // namespace

const Command& triageCommand()
{
    static constexpr Command command{
        "triage", QT_TRANSLATE_NOOP("Commands", "answers facts from a JSON file"), help, options, run};
    return command;
}

} // namespace chevet::commands
