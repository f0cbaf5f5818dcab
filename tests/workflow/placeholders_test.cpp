// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every translation has the places to fill in that its English text has: one too few makes Qt complain on
// standard error, one too many is shown as "%2".
#include "support/catch.h"
#include "workflow/show_text.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString english;
    bool isPlural = false;
    QStringList forms; ///< one, or for a plural as many as the language has
};

std::vector<Message> messagesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Message> messages;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("message")) {
            messages.push_back(
                {{}, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes"), {}});
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().english = xml.readElementText();
        } else if (xml.name() == QLatin1String("numerusform") ||
                   (xml.name() == QLatin1String("translation") && !messages.back().isPlural)) {
            messages.back().forms << xml.readElementText();
        }
    }
    INFO(path.toStdString() << ": " << xml.errorString().toStdString());
    REQUIRE_FALSE(xml.hasError());
    return messages;
}

/// "%1" to "%99", "%L1" and "%n", each with how often it stands there. Another % is only a percent sign.
QMap<QString, int> placesOf(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%(L?[0-9]{1,2}|n)"));
    QMap<QString, int> places;
    auto found = place.globalMatch(text);
    while (found.hasNext()) {
        ++places[found.next().captured(1)];
    }
    return places;
}

const QDir folder(QStringLiteral(CHEVET_SOURCE_DIR "/resources/translations"));

} // namespace

TEST_CASE("the places to fill in are told apart from percent signs")
{
    CHECK(placesOf(QStringLiteral("%1 of %2, %1")) ==
          QMap<QString, int>{{QStringLiteral("1"), 2}, {QStringLiteral("2"), 1}});
    CHECK(placesOf(QStringLiteral("%n call(s), 10 %")) == QMap<QString, int>{{QStringLiteral("n"), 1}});
    CHECK(placesOf(QStringLiteral("%L1 %12")) ==
          QMap<QString, int>{{QStringLiteral("L1"), 1}, {QStringLiteral("12"), 1}});
    CHECK(placesOf(QStringLiteral("100 %")).isEmpty());
}

TEST_CASE("every translation has the places to fill in of its English text")
{
    const auto files = folder.entryList({QStringLiteral("*.ts")});
    REQUIRE(files.size() >= 4);
    for (const auto& name : files) {
        const auto messages = messagesOf(folder.filePath(name));
        CHECK_FALSE(messages.empty());
        for (const auto& message : messages) {
            INFO(name.toStdString() << ": " << message.english.toStdString());
            CHECK(message.isPlural == message.english.contains(QLatin1String("%n")));
            CHECK(message.forms.size() == (message.isPlural ? 2 : 1)); // French and English: one, many
            for (int i = 0; i < message.forms.size(); ++i) {
                INFO(message.forms[i].toStdString());
                auto wanted = placesOf(message.english);
                auto given = placesOf(message.forms[i]);
                if (message.isPlural && i == 0) { // "one call" may spell the number out
                    wanted.remove(QStringLiteral("n"));
                    given.remove(QStringLiteral("n"));
                }
                CHECK(given == wanted);
            }
        }
    }
}
