// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/passages.h"

#include "workflow/store/said.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::workflow {

namespace {

QJsonObject shipped()
{
    QFile file(QStringLiteral(":/triage-passages/passages.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

} // namespace

std::vector<Passage> passagesOf(const QString& source)
{
    static const QJsonObject all = shipped();
    const auto works = all[QLatin1String("works")].toObject();
    const auto passages = all[QLatin1String("passages")].toObject();
    const auto language = said(QT_TRANSLATE_NOOP("Sentences", "en"));
    std::vector<Passage> found;
    for (const auto& part : source.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto place = part.trimmed();
        const auto document = place.section(QLatin1Char(':'), 0, 0);
        if (document == place) {
            continue; // "team"
        }
        found.push_back({place, works[document].toObject()[language].toString(), passages[place].toString()});
    }
    return found;
}

} // namespace chevet::workflow
