// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every passage that a shipped rule or property cites is at hand, with what kind of document it is.
#include "support/catch.h"
#include "workflow/passages.h"
#include "workflow/speaking.h"

#include <QFile>
#include <QRegularExpression>

using namespace chevet;
using namespace chevet::workflow;

TEST_CASE("every passage that is cited can be read")
{
    int cited = 0;
    for (const auto* name : {"rules.toml", "properties.toml"}) {
        QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/resources/triage/") + QLatin1String(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto text = QString::fromUtf8(file.readAll());
        static const QRegularExpression sources(QStringLiteral("^source = \"(.*)\"$"),
                                                QRegularExpression::MultilineOption);
        for (auto match = sources.globalMatch(text); match.hasNext();) {
            for (const auto& passage : passagesOf(match.next().captured(1))) {
                INFO(passage.place.toStdString());
                CHECK_FALSE(passage.text.isEmpty());
                CHECK_FALSE(passage.work.isEmpty());
                ++cited;
            }
        }
    }
    CHECK(cited > 100);
}

TEST_CASE("a team's own rule cites nothing, and an unknown passage says so by an empty text")
{
    CHECK(passagesOf(QStringLiteral("team")).empty());
    CHECK(passagesOf({}).empty());
    const auto unknown = passagesOf(QStringLiteral("000:1-2, 009:4"));
    REQUIRE(unknown.size() == 2);
    CHECK(unknown[0].text.isEmpty());
    CHECK(unknown[1].work.isEmpty());
    CHECK(unknown[1].place == QStringLiteral("009:4"));
}
