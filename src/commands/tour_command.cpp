// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet tour: the real screens, driven by keys, as pictures. The only command with windows; it draws them on
// nothing where there is no display.
#include "commands/built_in_rules.h"
#include "commands/command.h"
#include "commands/say.h"
#include "platform/end_signals.h"
#include "screens/tour.h"
#include "workflow/prover.h"

#include <QApplication>
#include <QTemporaryDir>

#include <array>
#include <memory>
#include <system_error>

namespace chevet::commands {
namespace {

constexpr std::array options{Option{"out"}};

constexpr auto help = QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet tour --out DIR

Goes through the real screens, from a nurse's call to the decision, and leaves a PNG picture of each in DIR. Works on a
sample team of its own. Needs no display.

  --out DIR  the folder for the pictures; made if it is missing

Ends with 0 done, 1 a screen was not drawn, 2 bad input.
)");

workflow::Workplace workplaceIn(const std::filesystem::path& folder)
{
    workflow::Workplace workplace;
    workplace.clock = std::make_shared<SystemClock>();
    workplace.ids = std::make_shared<SystemIds>();
    workplace.rulesText = builtInRules();
    workplace.propertiesText = builtInProperties();
    workplace.proverProgram = workflow::installedProver();
    workplace.defaultVault = folder / "team";
    workplace.sampleVault = folder / "sample";
    workplace.settingsFile = folder / "desk.ini";
    return workplace;
}

int run(const Arguments& arguments)
{
    const auto out = arguments.value("out");
    if (out.isEmpty() || !arguments.positional().isEmpty()) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands", "tour: --out DIR is needed: the folder for the pictures")));
    }
    const std::filesystem::path pictures = out.toStdString();
    std::error_code error;
    std::filesystem::create_directories(pictures, error);
    const QTemporaryDir vaults;
    if (error || !std::filesystem::is_directory(pictures) || !vaults.isValid()) {
        return complaint(BadInput,
                         say(QT_TRANSLATE_NOOP("Commands", "%1: no folder can be made here")).arg(out));
    }
    screens::Tour tour(workplaceIn(vaults.path().toStdString()), pictures);
    QString problem;
    QObject::connect(&tour, &screens::Tour::finished, &tour, [&problem](const QString& found) {
        problem = found;
        QCoreApplication::quit();
    });
    // What was made for the tour is taken away, also when it is stopped.
    const platform::EndSignals endSignals;
    bool isInterrupted = false;
    QObject::connect(&endSignals, &platform::EndSignals::endWanted, &tour, [&isInterrupted] {
        isInterrupted = true;
        QCoreApplication::quit();
    });
    tour.start();
    QCoreApplication::exec();
    for (const auto& name : tour.pictures()) {
        print(out + QLatin1Char('/') + name + QLatin1Char('\n'));
    }
    if (isInterrupted) {
        return complaint(AnswerIsNo, say(QT_TRANSLATE_NOOP("Commands", "the tour was interrupted")));
    }
    return problem.isEmpty()
               ? Done
               : complaint(AnswerIsNo,
                           say(QT_TRANSLATE_NOOP("Commands", "the tour stopped at “%1”")).arg(problem));
}

} // namespace

const Command& tourCommand()
{
    static constexpr Command command{"tour", QT_TRANSLATE_NOOP("Commands", "draws the screens into pictures"),
                                     help, options, run};
    return command;
}

std::unique_ptr<QCoreApplication> applicationWithWindows(int& argc, char** argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    return std::make_unique<QApplication>(argc, argv);
}

} // namespace chevet::commands
