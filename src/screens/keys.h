// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a key press means on any keyboard. On a French one the digits of the top row need Shift, so that the
// unshifted signs & é " ' ( - è _ ç à count as digits wherever digits are asked for. Thread: gui.
#pragma once

#include <QKeyEvent>
#include <QString>

#include <optional>

namespace chevet::screens {

std::optional<int> digitOf(QChar sign);
std::optional<int> digitOf(const QKeyEvent& event);
/// The letter without diacritics, upper case; nothing for signs and keys with Ctrl or Alt.
std::optional<QChar> letterOf(const QKeyEvent& event);

/// A birth date and first letters from one field: "12031934dup". The first eight signs may be unshifted
/// AZERTY digits; blanks, dots and slashes between are skipped. Letters alone are a name.
struct TypedIdentity
{
    QString digits; ///< up to eight: ddmmyyyy
    QString letters;
};
TypedIdentity identityOf(const QString& typed);

} // namespace chevet::screens
