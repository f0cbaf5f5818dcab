// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language of the session: the translators of every layer that speaks to people. English is the source
// and needs none. Thread: gui.
#pragma once

#include <QString>

namespace chevet::screens {

/// "system" or a language of workflow/language. Replaces what an earlier call has installed; open screens
/// must be built anew.
void speak(const QString& language);
/// What `language` comes to on this machine: "en", "fr".
QString languageSpoken(const QString& language);

} // namespace chevet::screens
