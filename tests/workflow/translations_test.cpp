// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// French is complete: no sentence of the source is missing from it, none in it is unfinished or left over.
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "workflow/show_text.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QString>

namespace {

const QString sources = QStringLiteral(CHEVET_SOURCE_DIR);
const QString french = sources + QStringLiteral("/resources/translations/workflow_fr.ts");

QString contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

QSet<QString> sourcesIn(const QString& translations)
{
    QSet<QString> texts;
    auto matches = QRegularExpression(QStringLiteral("<source>(.*?)</source>"),
                                      QRegularExpression::DotMatchesEverythingOption)
                       .globalMatch(translations);
    while (matches.hasNext()) {
        texts.insert(matches.next().captured(1));
    }
    return texts;
}

} // namespace

TEST_CASE("no French sentence of the workflow is unfinished or empty")
{
    const auto translations = contentOf(french);
    CHECK(sourcesIn(translations).size() > 300);
    CHECK_FALSE(translations.contains(QStringLiteral("unfinished")));
    CHECK_FALSE(translations.contains(QStringLiteral("vanished")));
    CHECK_FALSE(translations.contains(QStringLiteral("<translation></translation>")));
}

TEST_CASE("lupdate finds no sentence of the workflow that French lacks and none that the source has lost")
{
    const chevet::test::TemporaryFolder folder;
    const auto fresh = QString::fromStdString((folder / "fresh.ts").string());
    QProcess lupdate;
    lupdate.start(QStringLiteral(CHEVET_LUPDATE), {sources + QStringLiteral("/src/workflow"),
                                                   QStringLiteral("-ts"), fresh, QStringLiteral("-silent")});
    REQUIRE(lupdate.waitForFinished(120'000));
    REQUIRE(lupdate.exitCode() == 0);
    const auto inSource = sourcesIn(contentOf(fresh));
    const auto inFrench = sourcesIn(contentOf(french));
    const auto lacking = QStringList((inSource - inFrench).values()).join(QLatin1Char('\n')).toStdString();
    const auto lost = QStringList((inFrench - inSource).values()).join(QLatin1Char('\n')).toStdString();
    CHECK(lacking == "");
    CHECK(lost == "");
}
