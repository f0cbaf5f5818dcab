// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/clear_settings.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <QSettings>

using namespace chevet::screens;

TEST_CASE("Window, theme and language are kept and nothing else stands in the file")
{
    const chevet::test::TemporaryFolder folder;
    {
        ClearSettings settings(folder / "chevet.conf");
        CHECK(settings.theme() == Theme::System);
        CHECK(settings.language() == QStringLiteral("system"));
        settings.setTheme(Theme::Dark);
        settings.setLanguage(QStringLiteral("fr"));
        settings.setPlace("geometry", "layout");
    }
    ClearSettings again(folder / "chevet.conf");
    CHECK(again.theme() == Theme::Dark);
    CHECK(again.language() == QStringLiteral("fr"));
    CHECK(again.geometry() == QByteArray("geometry"));
    CHECK(again.layout() == QByteArray("layout"));
    const QSettings file(QString::fromStdString((folder / "chevet.conf").string()), QSettings::IniFormat);
    CHECK(file.allKeys() == QStringList{QStringLiteral("language"), QStringLiteral("theme"),
                                        QStringLiteral("window/geometry"), QStringLiteral("window/layout")});
}

TEST_CASE("A setting that nobody knows counts as the system's")
{
    const chevet::test::TemporaryFolder folder;
    QSettings(QString::fromStdString((folder / "chevet.conf").string()), QSettings::IniFormat)
        .setValue(QStringLiteral("theme"), QStringLiteral("mauve"));
    ClearSettings settings(folder / "chevet.conf");
    CHECK(settings.theme() == Theme::System);
    CHECK(settings.language() == QStringLiteral("system"));
}
