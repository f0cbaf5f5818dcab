// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace chevet::workflow {

namespace {

/// Children of the application, so that they go with it and are found again.
void install(const QString& path)
{
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(QStringLiteral("chevet-translation"));
    if (translator->load(path) && QCoreApplication::installTranslator(translator)) {
        return;
    }
    delete translator; // a part without this language speaks English
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("fr")};
}

QString languageOfSystem()
{
    return QLocale::system().language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
}

void speak(const QString& language)
{
    const auto old =
        QCoreApplication::instance()->findChildren<QTranslator*>(QStringLiteral("chevet-translation"));
    qDeleteAll(old); // a translator uninstalls itself when it goes
    const auto known = languages().contains(language) ? language : QStringLiteral("en");
    if (known == QLatin1String("en")) {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        return;
    }
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    install(QLibraryInfo::path(QLibraryInfo::TranslationsPath) + QStringLiteral("/qtbase_") + known);
    install(QStringLiteral(":/translations/workflow_") + known);
    install(QStringLiteral(":/translations/screens_") + known);
}

} // namespace chevet::workflow
