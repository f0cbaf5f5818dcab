// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/words.h"

#include <QCoreApplication>

namespace chevet::screens {

using clinical::Modality;
namespace {

QString translated(const char* source)
{
    return QCoreApplication::translate("chevet::screens::words", source);
}

QString capitalised(QString text)
{
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

} // namespace

QString headline(const clinical::Recommendation& recommendation)
{
    const QString first = shortWord(recommendation.first);
    if (recommendation.meanwhile) {
        return translated(QT_TRANSLATE_NOOP("chevet::screens::words", "Now: %1. Then: %2."))
            .arg(shortWord(*recommendation.meanwhile), first);
    }
    if (recommendation.then) {
        return translated(QT_TRANSLATE_NOOP("chevet::screens::words", "%1. Then: %2."))
            .arg(capitalised(first), shortWord(*recommendation.then));
    }
    return translated(QT_TRANSLATE_NOOP("chevet::screens::words", "%1.")).arg(capitalised(first));
}

QString withinText(int minutes)
{
    return minutes < 120
               ? translated(QT_TRANSLATE_NOOP("chevet::screens::words", "answer within %1 min")).arg(minutes)
               : translated(QT_TRANSLATE_NOOP("chevet::screens::words", "answer within %1 h"))
                     .arg(minutes / 60);
}

QString keyOf(Modality modality)
{
    return QStringLiteral("F%1").arg(4 + static_cast<int>(modality));
}

QStringList mnemonics(const QStringList& labels, const QString& taken)
{
    QString used = taken;
    QStringList keys;
    for (const auto& label : labels) {
        QString found;
        for (const QChar sign : label.normalized(QString::NormalizationForm_D).toUpper()) {
            if (sign >= QLatin1Char('A') && sign <= QLatin1Char('Z') && !used.contains(sign)) {
                found = sign;
                used += sign;
                break;
            }
        }
        keys << found;
    }
    return keys;
}

} // namespace chevet::screens
