// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The entry point of every test program with Qt: one QApplication, never the user's files, settings or
// language. Without QT_QPA_PLATFORM it draws offscreen, so that listing the tests needs no display either.
#define CATCH_CONFIG_RUNNER
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QStyleFactory>

#include <filesystem>

namespace {

void setFolder(const char* variable, const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(
        folder, std::filesystem::perms::owner_all); // Qt insists on it for the runtime folder
    qputenv(variable, QByteArray::fromStdString(folder.string()));
}

void setHome(const chevet::test::TemporaryFolder& home)
{
    setFolder("HOME", home / "home");
    setFolder("XDG_CONFIG_HOME", home / "home/.config");
    setFolder("XDG_DATA_HOME", home / "home/.local/share");
    setFolder("XDG_STATE_HOME", home / "home/.local/state");
    setFolder("XDG_CACHE_HOME", home / "home/.cache");
    setFolder("XDG_RUNTIME_DIR", home / "run");
}

} // namespace

int main(int argc, char** argv)
{
    const chevet::test::TemporaryFolder home;
    setHome(home);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    qunsetenv("QT_QPA_PLATFORMTHEME"); // the desktop's own look must not change what a test sees
    qunsetenv("QT_STYLE_OVERRIDE");
    QLocale::setDefault(QLocale::c());

    // Catch reads its own arguments; Qt gets the program's name alone.
    int applicationArguments = 1;
    const QApplication application(applicationArguments, argv);
    QApplication::setOrganizationName(QStringLiteral("chevet-test"));
    QApplication::setApplicationName(QStringLiteral("chevet-test"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    return Catch::Session().run(argc, argv);
}
