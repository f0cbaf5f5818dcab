// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every test with a window may rely on.
#include "support/catch.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QStyle>

#include <pwd.h>
#include <unistd.h>

TEST_CASE("a test's settings and files stand in a folder of its own")
{
    const auto home = QDir::homePath();
    CHECK(home.contains(QStringLiteral("chevet-test-")));
    const passwd* account = ::getpwuid(::getuid());
    REQUIRE(account != nullptr);
    CHECK_FALSE(home == QString::fromLocal8Bit(account->pw_dir));
    for (const auto place : {QStandardPaths::AppConfigLocation, QStandardPaths::AppDataLocation,
                             QStandardPaths::CacheLocation, QStandardPaths::RuntimeLocation}) {
        CHECK(QStandardPaths::writableLocation(place).contains(QStringLiteral("chevet-test-")));
    }
    CHECK(QSettings().fileName().startsWith(home));
}

TEST_CASE("a test has a display to draw on, one style and no language of its own")
{
    CHECK(QLocale() == QLocale::c());
    CHECK(QApplication::style()->objectName().compare(QStringLiteral("fusion"), Qt::CaseInsensitive) == 0);
    QLabel label(QStringLiteral("H"));
    label.setAttribute(Qt::WA_DontShowOnScreen);
    CHECK(label.grab().toImage().width() > 0);
}
