// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a founding form must hold, the CNIL's rule for passphrases (2022), and seven words to suggest.
#include "workflow/store/said.h"
#include "workflow/vault_door.h"

#include <QFile>
#include <QRandomGenerator>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <array>

namespace chevet::workflow {

namespace {

constexpr int wordsNeeded = 7;
constexpr int shortestWord = 3;
constexpr int fourClassesLength = 12;
constexpr int threeClassesLength = 14;

int classesOf(const QString& passphrase)
{
    bool hasUpper = false;
    bool hasLower = false;
    bool hasDigit = false;
    bool hasOther = false;
    for (const auto character : passphrase) {
        hasUpper = hasUpper || character.isUpper();
        hasLower = hasLower || character.isLower();
        hasDigit = hasDigit || character.isDigit();
        hasOther = hasOther || !character.isLetterOrNumber();
    }
    const std::array kinds{hasUpper, hasLower, hasDigit, hasOther};
    return static_cast<int>(std::ranges::count(kinds, true));
}

/// Different words, so that one word seven times does not pass.
qsizetype wordsOf(const QString& passphrase)
{
    QSet<QString> words;
    for (const auto& word : passphrase.simplified().split(QLatin1Char(' '))) {
        if (word.size() >= shortestWord) {
            words.insert(word.toCaseFolded());
        }
    }
    return words.size();
}

bool isStrong(const QString& passphrase)
{
    const auto text = passphrase.normalized(QString::NormalizationForm_KC);
    QSet<QChar> different;
    for (const auto character : text) {
        different.insert(character);
    }
    constexpr int fewestDifferent = 6; // "Aa1!Aa1!Aa1!" keeps the letter of the rule only
    if (different.size() < fewestDifferent) {
        return false;
    }
    const auto classes = classesOf(text);
    return wordsOf(text) >= wordsNeeded || (classes >= 4 && text.size() >= fourClassesLength) ||
           (classes >= 3 && text.size() >= threeClassesLength);
}

const QStringList& wordList()
{
    static const QStringList words = [] {
        QFile file(QStringLiteral(":/words/fr.txt"));
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromLatin1(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts)
                   : QStringList();
    }();
    return words;
}

} // namespace

std::optional<FormProblem> VaultDoor::problemWith(const FoundingForm& form)
{
    if (form.teamName.simplified().isEmpty()) {
        return FormProblem{
            QStringLiteral("teamName"),
            {said(QT_TRANSLATE_NOOP("Sentences", "The team has no name yet.")),
             said(QT_TRANSLATE_NOOP("Sentences", "Type the name by which colleagues know it."))}};
    }
    if (form.memberName.simplified().isEmpty()) {
        return FormProblem{QStringLiteral("memberName"),
                           {said(QT_TRANSLATE_NOOP("Sentences", "Your name is missing.")),
                            said(QT_TRANSLATE_NOOP("Sentences", "It stands beside everything you write."))}};
    }
    if (!isStrong(form.passphrase)) {
        return FormProblem{
            QStringLiteral("passphrase"),
            {said(QT_TRANSLATE_NOOP("Sentences", "This passphrase is too easy to guess.")),
             said(QT_TRANSLATE_NOOP("Sentences",
                                    "Take seven words, or 12 characters with capitals, small letters, "
                                    "digits and signs, or 14 of three of these kinds."))}};
    }
    if (form.passphrase != form.passphraseAgain) {
        return FormProblem{QStringLiteral("passphraseAgain"),
                           {said(QT_TRANSLATE_NOOP("Sentences", "The two passphrases differ.")),
                            said(QT_TRANSLATE_NOOP("Sentences", "Type the same one twice."))}};
    }
    return std::nullopt;
}

QString VaultDoor::suggestPassphrase()
{
    const auto& words = wordList();
    QStringList chosen;
    while (!words.isEmpty() && chosen.size() < wordsNeeded) {
        // The kernel's generator; `bounded` draws again rather than favour the first words.
        const auto at = QRandomGenerator::system()->bounded(static_cast<quint32>(words.size()));
        if (!chosen.contains(words.at(static_cast<qsizetype>(at)))) {
            chosen << words.at(static_cast<qsizetype>(at));
        }
    }
    return chosen.join(QLatin1Char(' '));
}

} // namespace chevet::workflow
