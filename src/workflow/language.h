// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language of the session: English is in the source, the others are translations in the program's
// resources. Thread: gui, before the first window.
#pragma once

#include <QString>
#include <QStringList>

namespace chevet::workflow {

/// "en", "fr".
QStringList languages();
/// The language that fits the system's locale best; "en" if none does.
QString languageOfSystem();
/// For a session whose locale had to be replaced (it was none, or none with UTF-8): the name that it asked
/// for, "fr_FR@euro". Before the first question.
void noteSessionLocale(const char* name);
/// Sentences, dates and numbers from here on; replaces the former language. An unknown one is taken as
/// English. The screens' own words are the screens' to translate.
void speak(const QString& language);

} // namespace chevet::workflow
