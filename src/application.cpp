// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "application.h"

#include "commands/built_in_rules.h"
#include "foundation/log.h"
#include "platform/end_signals.h"
#include "platform/single_instance.h"
#include "screens/main_window.h"
#include "workflow/prover.h"
#include "workflow/vault_door.h"

#include <QApplication>
#include <QStandardPaths>

#include <csignal>
#include <system_error>

namespace chevet {

namespace {

std::filesystem::path folder(QStandardPaths::StandardLocation location)
{
    return std::filesystem::path(QStandardPaths::writableLocation(location).toStdString()) / "chevet";
}

/// Where the XDG specification wants logs; Qt 6.4 has no name for it.
std::filesystem::path stateFolder()
{
    const auto set = qEnvironmentVariable("XDG_STATE_HOME");
    const auto base = set.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::HomeLocation) +
                                          QStringLiteral("/.local/state")
                                    : set;
    return std::filesystem::path(base.toStdString()) / "chevet";
}

void openLog()
{
    const auto log = stateFolder();
    std::error_code failed; // then warnings go to standard error, as before
    std::filesystem::create_directories(log, failed);
    std::filesystem::permissions(log, std::filesystem::perms::owner_all, failed);
    startLog(log / "chevet.log");
    logLine(LogTopic::Program, LogLevel::Note, "chevet starts");
    flushLog();
}

void raise(QWidget& window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

workflow::Workplace makeWorkplace(const std::optional<std::filesystem::path>& vault)
{
    const auto vaults = folder(QStandardPaths::GenericDataLocation);
    workflow::Workplace workplace;
    workplace.clock = std::make_shared<SystemClock>();
    workplace.ids = std::make_shared<SystemIds>();
    workplace.rulesText = commands::builtInRules();
    workplace.propertiesText = commands::builtInProperties();
    workplace.proverProgram = workflow::installedProver();
    workplace.defaultVault = vault.value_or(vaults / "team");
    const bool isSample = workflow::VaultDoor::lookAt(workplace.defaultVault) == workflow::VaultKind::Sample;
    workplace.sampleVault = isSample ? workplace.defaultVault : vaults / "sample";
    workplace.settingsFile = folder(QStandardPaths::GenericConfigLocation) / "desk.ini";
    return workplace;
}

int runDesk(int argc, char** argv, const DeskStart& start)
{
    // A write beyond a file-size limit must come back as an error that can be shown, not end the process.
    std::signal(SIGXFSZ, SIG_IGN);
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chevet"));
    QApplication::setApplicationDisplayName(QStringLiteral("Chevet"));
    QApplication::setDesktopFileName(QStringLiteral("chevet"));
    auto workplace = makeWorkplace(start.vault);
    workplace.callServersFile = start.servers;
    platform::LocalSingleInstance instance;
    if (instance.claim(workplace.defaultVault) == workflow::SingleInstance::Place::Second) {
        return 0; // without touching the log, which is the first one's
    }
    openLog();
    const platform::EndSignals endSignals;
    if (start.hardening == sealing::Hardening::Partial) {
        logLine(LogTopic::Program, LogLevel::Warning, "the system refused a part of the process hardening");
    }
    int code = 0;
    {
        workflow::VaultDoor door(workplace);
        screens::MainWindow window(door, workplace);
        QObject::connect(&instance, &workflow::SingleInstance::raiseRequested, &window,
                         [&window] { raise(window); });
        QObject::connect(&endSignals, &platform::EndSignals::endWanted, &window, [&window] {
            logLine(LogTopic::Program, LogLevel::Note, "asked to end by a signal");
            window.close(); // lets the desk go
            QApplication::quit();
        });
        // The session is about to end, or may change its mind: either way nothing typed stays in memory
        // alone.
        QObject::connect(qApp, &QGuiApplication::commitDataRequest, &window, &screens::MainWindow::lock,
                         Qt::DirectConnection);
        window.show();
        if (workplace.sampleVault == workplace.defaultVault) {
            door.openSample(workplace.sampleVault); // it has no secret to ask for
        }
        code = QApplication::exec();
    } // the window goes first and with it the desk, whose store writes what it still has
    logLine(LogTopic::Program, LogLevel::Note, "chevet ends");
    flushLog();
    return code;
}

} // namespace chevet
