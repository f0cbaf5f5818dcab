// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// French is complete, and every context in it is one that the program looks up.
#include "support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>

namespace {

const QString root = QStringLiteral(CHEVET_SOURCE_DIR);

QString contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QSet<QString> allOf(const QString& pattern, const QString& text)
{
    QSet<QString> found;
    auto matches = QRegularExpression(pattern).globalMatch(text);
    while (matches.hasNext()) {
        found.insert(matches.next().captured(1));
    }
    return found;
}

/// What tr() of a class with Q_OBJECT, of a declared context, or translate() asks for.
QSet<QString> contextsLookedUp()
{
    QSet<QString> contexts;
    QDirIterator files(root + QStringLiteral("/src/screens"),
                       {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files);
    while (files.hasNext()) {
        const QString text = contentOf(files.next());
        for (const auto& name : allOf(QStringLiteral("class (\\w+)[^;{]*\\{\\s*Q_OBJECT"), text)) {
            contexts.insert(QStringLiteral("chevet::screens::") + name);
        }
        contexts += allOf(QStringLiteral("Q_DECLARE_TR_FUNCTIONS\\(([\\w:]+)\\)"), text);
        contexts += allOf(QStringLiteral("translate\\(\"([\\w:]+)\""), text);
    }
    return contexts;
}

} // namespace

TEST_CASE("No text of the source lacks a finished translation and none is kept that the source has lost")
{
    QProcess check;
    check.setWorkingDirectory(root);
    check.start(QStringLiteral("perl"), {QStringLiteral("packaging/lib/translations.pl"),
                                         QStringLiteral(CHEVET_LUPDATE), QStringLiteral("check")});
    REQUIRE(check.waitForFinished(120'000));
    INFO(check.readAllStandardError().toStdString());
    CHECK(check.exitCode() == 0);
}

TEST_CASE("Every context of the screens’ translations is looked up by the program")
{
    const auto lookedUp = contextsLookedUp();
    CHECK(lookedUp.contains(QStringLiteral("chevet::screens::MainWindow")));
    CHECK(lookedUp.size() > 40);
    for (const auto* name : {"screens_fr.ts", "screens_en.ts"}) {
        const auto contexts =
            allOf(QStringLiteral("<name>(.*)</name>"),
                  contentOf(root + QStringLiteral("/resources/translations/") + QString::fromLatin1(name)));
        CHECK(contexts.size() > 2);
        const auto unknown = QStringList((contexts - lookedUp).values()).join(QLatin1Char(' ')).toStdString();
        CHECK(unknown == "");
    }
}
