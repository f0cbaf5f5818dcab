// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/keys.h"

namespace chevet::screens {

std::optional<int> digitOf(QChar sign)
{
    if (sign >= QLatin1Char('0') && sign <= QLatin1Char('9')) {
        return sign.unicode() - u'0';
    }
    static const QString unshifted = QStringLiteral("à&é\"'(-è_ç");
    const auto at = unshifted.indexOf(sign);
    return at < 0 ? std::nullopt : std::optional(static_cast<int>(at));
}

std::optional<int> digitOf(const QKeyEvent& event)
{
    if (event.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier) ||
        event.text().size() != 1) {
        return std::nullopt;
    }
    return digitOf(event.text().front());
}

std::optional<QChar> letterOf(const QKeyEvent& event)
{
    if (event.modifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier) ||
        event.text().size() != 1) {
        return std::nullopt;
    }
    const QString plain = event.text().normalized(QString::NormalizationForm_D).toUpper();
    return plain.front().isLetter() ? std::optional(plain.front()) : std::nullopt;
}

TypedIdentity identityOf(const QString& typed)
{
    TypedIdentity identity;
    const QString text = typed.trimmed();
    // A name may begin with é or è: signs count as digits only if a second one follows.
    const bool begins = text.size() >= 2 ? digitOf(text[0]).has_value() && digitOf(text[1]).has_value()
                                         : !text.isEmpty() && text[0].isDigit();
    if (!begins) {
        identity.letters = text;
        return identity;
    }
    qsizetype at = 0;
    for (; at < text.size() && identity.digits.size() < 8; ++at) {
        if (const auto digit = digitOf(text[at])) {
            identity.digits += QString::number(*digit);
        } else if (text[at] != QLatin1Char(' ') && text[at] != QLatin1Char('.') &&
                   text[at] != QLatin1Char('/')) {
            break;
        }
    }
    identity.letters = text.mid(at).trimmed();
    return identity;
}

} // namespace chevet::screens
