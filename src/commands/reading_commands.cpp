// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet queue, case, search and verify: read a vault beside a running desk.
#include "commands/case_text.h"
#include "commands/record_json.h"
#include "commands/say.h"
#include "commands/strict_json.h"
#include "commands/table.h"
#include "commands/vault_access.h"
#include "workflow/sentences.h"

#include <array>

namespace chevet::commands {
namespace {

constexpr std::array readingOptions{Option{"vault"}, Option{"json", Option::Takes::Nothing}};
constexpr std::array searchOptions{Option{"vault"}, Option{"limit"}, Option{"json", Option::Takes::Nothing}};

constexpr auto queueHelp = QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet queue --vault DIR [--json]

Prints the open cases, the most urgent first, as the desk shows them.

  --vault DIR  the folder of the vault
  --json       as JSON

Ends with 0 done, 2 bad input, 3 the vault can't be used.
)");

constexpr auto caseHelp = QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet case ID --vault DIR [--json]

Prints one case: who and where, what was decided and why, and its timeline, oldest first.
ID is the beginning of the case's id in hexadecimal, four digits or more, as chevet queue and search show it.

  --vault DIR  the folder of the vault
  --json       as JSON, with every event of the timeline

Ends with 0 done, 1 no case has this id, 2 bad input (also an ID that several cases begin with), 3 the vault can't be
used.
)");

constexpr auto searchHelp =
    QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet search --vault DIR WORDS… [--limit N] [--json]

Looks for entries in which every word occurs, the last one also as the beginning of a word, newest first. Accents and
capitals make no difference. Words are words: quotes, AND, OR, * and the like have no meaning of their own.

  --vault DIR  the folder of the vault
  --limit N    at most so many entries, 1 to 10000 (usual: 50)
  --json       as JSON

Ends with 0 found, 1 nothing found, 2 bad input, 3 the vault can't be used.
)");

constexpr auto verifyHelp = QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet verify --vault DIR [--json]

Reads every record of the vault and checks its form, seal, signature and place in the history. Changes nothing.

  --vault DIR  the folder of the vault
  --json       as JSON

Ends with 0 all is whole, 1 damage was found, 2 bad input, 3 the vault can't be used.
)");

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// A command that takes no words has been given some.
int surplus(const char* command)
{
    return complaint(BadInput, say(QT_TRANSLATE_NOOP("Commands", "%1: takes nothing beside its options"))
                                   .arg(QLatin1String(command)));
}

void printJson(const nlohmann::ordered_json& document)
{
    print(written(document, 2) + "\n");
}

int runQueue(const Arguments& arguments)
{
    if (!arguments.positional().isEmpty()) {
        return surplus("queue");
    }
    const SystemClock clock;
    const auto room = openRoom(arguments, "queue", clock);
    if (!room) {
        return room.error();
    }
    const auto queue = (*room)->queue();
    if (arguments.has("json")) {
        printJson(queueToJson(queue, clock.now()));
    } else {
        printQueue(queue, clock);
    }
    return Done;
}

int caseComplaint(const QString& typed, const Error& error)
{
    const auto id = printable(typed);
    if (error.code == ErrorCode::NotFound) {
        return complaint(AnswerIsNo,
                         say(QT_TRANSLATE_NOOP("Commands", "no case has an id that begins with %1")).arg(id));
    }
    if (error.code == ErrorCode::Duplicate) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands", "several cases have an id that begins with %1: add digits"))
                .arg(id));
    }
    if (error.code == ErrorCode::BadInput) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands", "“%1” is no case id: 4 to 32 hexadecimal digits")).arg(id));
    }
    return complaint(VaultUnusable, workflow::sentenceFor(error).whole());
}

int runCase(const Arguments& arguments)
{
    if (arguments.positional().size() != 1) {
        return complaint(BadInput, say(QT_TRANSLATE_NOOP("Commands", "case: one case id is needed")));
    }
    const SystemClock clock;
    const auto room = openRoom(arguments, "case", clock);
    if (!room) {
        return room.error();
    }
    const auto& typed = arguments.positional().first();
    const auto view = (*room)->findCase(typed.toStdString());
    if (!view) {
        return caseComplaint(typed, view.error());
    }
    if (arguments.has("json")) {
        printJson(caseToJson(*view, clock.now()));
    } else {
        printCase(*view, clock);
    }
    return Done;
}

int runSearch(const Arguments& arguments)
{
    const auto words = arguments.positional().join(QLatin1Char(' '));
    const auto limit = number(arguments, "limit", 50, 1, 10000);
    if (!limit || words.trimmed().isEmpty()) {
        return complaint(BadInput,
                         limit ? say(QT_TRANSLATE_NOOP("Commands", "search: at least one word is needed"))
                               : limit.error());
    }
    const SystemClock clock;
    const auto room = openRoom(arguments, "search", clock);
    if (!room) {
        return room.error();
    }
    const auto hits = (*room)->search(words, static_cast<std::size_t>(*limit));
    if (arguments.has("json")) {
        printJson(hitsToJson(hits));
    } else {
        printHits(hits, clock);
    }
    return hits.empty() ? AnswerIsNo : Done;
}

void printVerdict(const QString& team, const clinical::Verification& verification)
{
    const auto all = QString::number(verification.records);
    if (verification.damages.empty()) {
        print(say(QT_TRANSLATE_NOOP("Commands", "%1: all %2 records are whole\n")).arg(team, all));
        return;
    }
    print(say(QT_TRANSLATE_NOOP("Commands", "%1: damage found, %3 of %2 records are readable\n"))
              .arg(team, all, QString::number(verification.readable)));
}

int runVerify(const Arguments& arguments)
{
    if (!arguments.positional().isEmpty()) {
        return surplus("verify");
    }
    const SystemClock clock;
    const auto room = openRoom(arguments, "verify", clock);
    if (!room) {
        return room.error();
    }
    const auto verification = (*room)->verify();
    if (arguments.has("json")) {
        printJson(verificationToJson(verification));
    } else {
        for (const auto& damage : verification.damages) {
            print(workflow::damageText(damage) + QLatin1Char('\n'));
        }
        printVerdict(fromUtf8((*room)->teamName()), verification);
    }
    return verification.damages.empty() ? Done : AnswerIsNo;
}

} // namespace

const Command& queueCommand()
{
    static constexpr Command command{"queue", QT_TRANSLATE_NOOP("Commands", "prints the open cases"),
                                     queueHelp, readingOptions, runQueue};
    return command;
}

const Command& caseCommand()
{
    static constexpr Command command{"case", QT_TRANSLATE_NOOP("Commands", "prints one case"), caseHelp,
                                     readingOptions, runCase};
    return command;
}

const Command& searchCommand()
{
    static constexpr Command command{"search",
                                     QT_TRANSLATE_NOOP("Commands", "looks for words in all entries"),
                                     searchHelp, searchOptions, runSearch};
    return command;
}

const Command& verifyCommand()
{
    static constexpr Command command{"verify",
                                     QT_TRANSLATE_NOOP("Commands", "checks every record of a vault"),
                                     verifyHelp, readingOptions, runVerify};
    return command;
}

} // namespace chevet::commands
