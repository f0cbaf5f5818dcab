// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <string>

namespace chevet::workflow {

namespace {

constexpr const char* translatorName = "chevet-workflow";

/// Set once, before there is an application.
std::string& sessionLocale()
{
    static std::string name;
    return name;
}

} // namespace

QStringList languages()
{
    return {QStringLiteral("en"), QStringLiteral("fr")};
}

void noteSessionLocale(const char* name)
{
    sessionLocale() = name;
}

QString languageOfSystem()
{
    const auto& noted = sessionLocale();
    const auto locale = noted.empty() ? QLocale::system() : QLocale(QString::fromLatin1(noted.c_str()));
    return locale.language() == QLocale::French ? QStringLiteral("fr") : QStringLiteral("en");
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
