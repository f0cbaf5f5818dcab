// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"
#include "workflow/show_text.h"
#include "workflow/vault_door.h"

#include <QFile>
#include <QSet>
#include <QStringList>

using namespace chevet;
using namespace chevet::workflow;

namespace {

FoundingForm formWith(const char* passphrase)
{
    FoundingForm form;
    form.teamName = QStringLiteral("EMSP Nord");
    form.memberName = QStringLiteral("Anne Le Goff");
    form.passphrase = QString::fromUtf8(passphrase);
    form.passphraseAgain = form.passphrase;
    return form;
}

QString fieldOf(const FoundingForm& form)
{
    const auto problem = VaultDoor::problemWith(form);
    return problem ? problem->field : QString();
}

QStringList builtInWords()
{
    QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/resources/words/fr.txt"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("the rule for passphrases takes each of its three forms and nothing weaker")
{
    for (const auto* good :
         {"Abcdef1234!x", "abcdefGHIJ1234", "lampe rivage tuile mouton sapin bateau lune"}) {
        INFO(good);
        CHECK(fieldOf(formWith(good)).isEmpty());
    }
    for (const auto* weak : {"", "Abcdef1234!", "abcdefGHI1234", "abcdefghijklmnopqrstuvwx",
                             "lampe rivage tuile mouton sapin bateau",
                             "lampe lampe lampe lampe lampe lampe lampe", "Aa1!Aa1!Aa1!Aa1!"}) {
        INFO(weak);
        CHECK(fieldOf(formWith(weak)) == QStringLiteral("passphrase"));
    }
}

TEST_CASE("a founding form names the field that keeps it from being sent")
{
    auto form = formWith("Abcdef1234!x");
    CHECK(fieldOf(form).isEmpty());
    form.passphraseAgain += QLatin1Char('x');
    CHECK(fieldOf(form) == QStringLiteral("passphraseAgain"));
    form.memberName = QStringLiteral("  ");
    CHECK(fieldOf(form) == QStringLiteral("memberName"));
    form.teamName.clear();
    CHECK(fieldOf(form) == QStringLiteral("teamName"));
    CHECK_FALSE(VaultDoor::problemWith(form)->sentence.todo.isEmpty());
}

TEST_CASE("the built-in words are many, different, short and typed alike on every keyboard")
{
    const auto words = builtInWords();
    CHECK(words.size() >= 2048);
    CHECK(QSet<QString>(words.begin(), words.end()).size() == words.size());
    for (const auto& word : words) {
        INFO(word.toStdString());
        CHECK((word.size() >= 3 && word.size() <= 8));
        CHECK(std::all_of(word.begin(), word.end(),
                          [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); }));
    }
}

TEST_CASE("a suggested passphrase is seven different built-in words and passes the rule")
{
    const auto words = builtInWords();
    QSet<QString> suggested;
    for (int i = 0; i < 50; ++i) {
        const auto passphrase = VaultDoor::suggestPassphrase();
        const auto parts = passphrase.split(QLatin1Char(' '));
        CHECK(parts.size() == 7);
        CHECK(QSet<QString>(parts.begin(), parts.end()).size() == 7);
        for (const auto& part : parts) {
            CHECK(words.contains(part));
        }
        CHECK(fieldOf(formWith(passphrase.toUtf8().constData())).isEmpty());
        suggested.insert(passphrase);
    }
    CHECK(suggested.size() == 50);
}
