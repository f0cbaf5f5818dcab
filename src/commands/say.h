// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text of the command line in the session's language, and where it goes: answers to standard output, messages
// to standard error, both as UTF-8 whatever the locale says. Thread: main.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace chevet::commands {

/// How a command ended, as the shell sees it.
enum Exit : int
{
    Done = 0,
    AnswerIsNo = 1, ///< a check failed, damage was found
    BadInput = 2,
    VaultUnusable = 3,
    NotProven = 4 ///< no fault was found, and that there is none is not proven
};

/// `english` is marked with QT_TRANSLATE_NOOP("Commands", …) where it stands.
inline QString say(const char* english)
{
    return QCoreApplication::translate("Commands", english);
}

/// Loads the French texts if the session's language is French.
void speakSessionLanguage(QCoreApplication& application);

/// Gives the process a UTF-8 character set before Qt looks for one and complains; the language stays.
void settleEncoding();

void print(std::string_view text);
void print(const QString& text);
/// One line to standard error: "chevet: …".
void complain(const QString& message);
/// complain and the code for `return complaint(…)`.
int complaint(Exit code, const QString& message);
/// A line to standard error without the program's name.
void remark(const QString& message);

/// Text from the record as it may be printed: control characters and marks that turn the direction are left
/// out.
QString printable(const QString& text);
/// Columns on a terminal.
int displayWidth(const QString& text);
/// Cut with … or filled with blanks to exactly so many columns.
QString toWidth(const QString& text, int columns);

} // namespace chevet::commands
