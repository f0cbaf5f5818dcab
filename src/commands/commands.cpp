// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/commands.h"

#include "commands/command.h"
#include "commands/nearest_name.h"
#include "commands/say.h"

#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

namespace chevet::commands {
namespace {

constexpr std::array deskOptions{Option{"vault"}, Option{"servers"}, Option{"help", Option::Takes::Nothing},
                                 Option{"version", Option::Takes::Nothing}};

std::vector<const Command*> allCommands()
{
    return {&initCommand(),   &sampleCommand(), &queueCommand(), &caseCommand(),  &searchCommand(),
            &verifyCommand(), &triageCommand(), &rulesCommand(), &studyCommand(), &tourCommand()};
}

void printHelp()
{
    print(say(QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet [--vault DIR] [--servers FILE]
       chevet COMMAND …

Without a command, Chevet opens the desk of a mobile palliative care team. Commands:

)")));
    for (const auto* command : allCommands()) {
        print(QStringLiteral("  ") + toWidth(QLatin1String(command->name), 8) + say(command->summary) +
              QLatin1Char('\n'));
    }
    print(say(QT_TRANSLATE_NOOP("Commands", R"(
  --vault DIR      the folder of the team's vault
  --servers FILE   the servers of video calls, instead of those kept in the vault (packaging/bedside)
  --help           this page; after a command, the command's own
  --version        the program's version

The passphrase is asked for on the terminal, or taken from CHEVET_PASSPHRASE.
Answers go to standard output, messages to standard error. Every command ends with 0 done, 1 the answer is no
(a check failed, damage was found), 2 bad input, 3 the vault can't be used.
)")));
}

bool asksForHelp(const QStringList& words)
{
    return words.contains(QLatin1String("--help")) || words.contains(QLatin1String("-h"));
}

int runNamed(const QString& name, const QStringList& words)
{
    std::vector<std::string_view> names;
    for (const auto* command : allCommands()) {
        if (name == QLatin1String(command->name)) {
            if (asksForHelp(words)) {
                print(say(command->help));
                return Done;
            }
            const auto arguments = understand(words, command->options);
            if (!arguments) {
                return complaint(BadInput, name + QStringLiteral(": ") + arguments.error());
            }
            return command->run(*arguments);
        }
        names.emplace_back(command->name);
    }
    const auto nearest = nearestName(name.toStdString(), names);
    const auto sentence = say(QT_TRANSLATE_NOOP("Commands", "there is no command %1")).arg(printable(name));
    return complaint(BadInput, nearest.empty()
                                   ? sentence + say(QT_TRANSLATE_NOOP("Commands", "; see chevet --help"))
                                   : sentence + say(QT_TRANSLATE_NOOP("Commands", "; did you mean %1?"))
                                                    .arg(QString::fromStdString(nearest)));
}

/// Nothing when it is the desk that is asked for.
std::optional<int> runWords(const QStringList& words)
{
    if (!words.isEmpty() && !words.first().startsWith(QLatin1Char('-'))) {
        return runNamed(words.first(), words.mid(1));
    }
    const auto arguments = understand(words, deskOptions);
    if (asksForHelp(words)) {
        printHelp();
        return Done;
    }
    if (!arguments) {
        return complaint(BadInput, arguments.error());
    }
    if (arguments->has("version")) {
        print(QStringLiteral("chevet " CHEVET_VERSION "\n"));
        return Done;
    }
    if (!arguments->positional().isEmpty()) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands",
                                  "a command stands before its options, as in chevet queue --vault DIR")));
    }
    return std::nullopt;
}

/// Only the tour has windows; nothing else may need a display.
std::unique_ptr<QCoreApplication> applicationFor(const QStringList& words, int& argc, char** argv)
{
    const bool isTour = !words.isEmpty() && words.first() == QLatin1String(tourCommand().name);
    return isTour && !asksForHelp(words) ? applicationWithWindows(argc, argv)
                                         : std::make_unique<QCoreApplication>(argc, argv);
}

QStringList wordsOf(int argc, char** argv)
{
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        words.push_back(QString::fromUtf8(argv[i]));
    }
    return words;
}

} // namespace

std::optional<int> runCommand(int argc, char** argv)
{
    settleEncoding();
    const auto words = wordsOf(argc, argv);
    const auto application = applicationFor(words, argc, argv);
    speakSessionLanguage(*application);
    auto code = runWords(words);
    if (code && std::fflush(stdout) != 0) {
        code = complaint(BadInput, say(QT_TRANSLATE_NOOP(
                                       "Commands", "the answer could not be written to standard output")));
    }
    return code;
}

DeskRequest deskRequest(int argc, char** argv)
{
    DeskRequest request;
    const auto arguments = understand(wordsOf(argc, argv), deskOptions);
    if (arguments && arguments->has("vault")) {
        request.vault = arguments->value("vault").toStdString();
    }
    if (arguments && arguments->has("servers")) {
        request.servers = arguments->value("servers").toStdString();
    }
    return request;
}

} // namespace chevet::commands
