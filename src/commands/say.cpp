// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/say.h"

#include "workflow/language.h"

#include <QTextBoundaryFinder>
#include <QTranslator>

#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <string>

namespace chevet::commands {
namespace {

bool isUtf8Session()
{
    std::setlocale(LC_ALL, "");
    const char* charset = ::nl_langinfo(CODESET);
    return charset != nullptr && std::strcmp(charset, "UTF-8") == 0;
}

void write(std::FILE* to, std::string_view text)
{
    // A closed pipe ends the program by its signal; a full disk is seen at the flush in main.
    std::fwrite(text.data(), 1, text.size(), to);
}

bool isInvisible(char32_t letter)
{
    const auto category = QChar::category(letter);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

int widthOf(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format: return 0;
    default: break;
    }
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul: return 2;
    default: break;
    }
    const bool isFullWidth = letter >= 0xFF01 && letter <= 0xFF60;
    const bool isPicture = letter >= 0x1F300 && letter <= 0x1FAFF;
    return isFullWidth || isPicture ? 2 : 1;
}

} // namespace

void settleEncoding()
{
    if (isUtf8Session()) {
        return;
    }
    // What the session asked for is kept for the language; a name that the system does not know would make
    // the whole of setlocale fail, and Qt complain, so nothing of it stays.
    for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (const char* name = std::getenv(variable); name != nullptr && *name != '\0') {
            workflow::noteSessionLocale(name);
            break;
        }
    }
    ::setenv("LC_ALL", "C.UTF-8", 1);
    std::setlocale(LC_ALL, "");
}

void speakSessionLanguage(QCoreApplication& application)
{
    const auto language = workflow::languageOfSystem();
    workflow::speak(language);
    auto* translator = new QTranslator(&application);
    if (translator->load(QStringLiteral(":/translations/commands_") + language)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator; // English stands in the source
    }
}

void print(std::string_view text)
{
    write(stdout, text);
}

void print(const QString& text)
{
    write(stdout, text.toStdString());
}

void complain(const QString& message)
{
    std::fflush(stdout);
    write(stderr, (QStringLiteral("chevet: ") + message + QLatin1Char('\n')).toStdString());
}

int complaint(Exit code, const QString& message)
{
    complain(message);
    return code;
}

void remark(const QString& message)
{
    std::fflush(stdout);
    write(stderr, (message + QLatin1Char('\n')).toStdString());
}

QString printable(const QString& text)
{
    QString result;
    for (const char32_t letter : text.toUcs4()) {
        if (letter == '\n' || !isInvisible(letter)) {
            result += QString::fromUcs4(&letter, 1);
        }
    }
    return result;
}

int displayWidth(const QString& text)
{
    int width = 0;
    for (const auto letter : text.toUcs4()) {
        width += widthOf(letter);
    }
    return width;
}

QString toWidth(const QString& text, int columns)
{
    if (displayWidth(text) <= columns) {
        return text + QString(columns - displayWidth(text), QLatin1Char(' '));
    }
    QString cut;
    int width = 0;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to >= 0; from = to, to = finder.toNextBoundary()) {
        const auto letter = text.mid(from, to - from);
        if (width + displayWidth(letter) > columns - 1) {
            break;
        }
        cut += letter;
        width += displayWidth(letter);
    }
    return cut + QChar(0x2026) + QString(columns - 1 - width, QLatin1Char(' '));
}

} // namespace chevet::commands
