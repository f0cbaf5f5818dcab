// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/language.h"

#include "workflow/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <memory>
#include <vector>

// NOLINTNEXTLINE(misc-use-anonymous-namespace): the macro declares what it calls in the namespace around it
static void initTranslationResources()
{
    Q_INIT_RESOURCE(screens_translations);
}

namespace chevet::screens {
namespace {

std::vector<std::unique_ptr<QTranslator>>& installed()
{
    static std::vector<std::unique_ptr<QTranslator>> translators;
    return translators;
}

void install(const QString& name, const QString& folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, folder)) {
        QCoreApplication::installTranslator(translator.get());
        installed().push_back(std::move(translator));
    }
}

} // namespace

QString languageSpoken(const QString& language)
{
    return workflow::languages().contains(language) ? language : workflow::languageOfSystem();
}

void speak(const QString& language)
{
    initTranslationResources();
    for (auto& translator : installed()) {
        QCoreApplication::removeTranslator(translator.get());
    }
    installed().clear();
    const QString code = languageSpoken(language);
    workflow::speak(code);
    // The source needs a translation too, but only for its plurals: "1 call", "2 calls".
    install(QStringLiteral("screens_") + code, QStringLiteral(":/translations"));
    if (code != QLatin1String("en")) {
        install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
}

} // namespace chevet::screens
