// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace chevet::workflow {

namespace {

constexpr const char* translatorName = "chevet-workflow";

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
    const auto old = QCoreApplication::instance()->findChildren<QTranslator*>(QLatin1String(translatorName));
    qDeleteAll(old); // a translator uninstalls itself when it goes
    const auto known = languages().contains(language) ? language : QStringLiteral("en");
    if (known == QLatin1String("en")) {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        return;
    }
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    // A child of the application, so that it goes with it and is found again.
    auto* translator = new QTranslator(QCoreApplication::instance());
    translator->setObjectName(QLatin1String(translatorName));
    if (translator->load(QStringLiteral(":/translations/workflow_") + known)) {
        QCoreApplication::installTranslator(translator);
    }
}

} // namespace chevet::workflow
