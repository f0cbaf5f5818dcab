// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/clear_settings.h"

namespace chevet::screens {
namespace {

constexpr QLatin1StringView themeKey("theme");
constexpr QLatin1StringView languageKey("language");
constexpr QLatin1StringView geometryKey("window/geometry");
constexpr QLatin1StringView layoutKey("window/layout");

} // namespace

ClearSettings::ClearSettings(const std::filesystem::path& file)
    : m_file(QString::fromStdString(file.string()), QSettings::IniFormat)
{}

Theme ClearSettings::theme() const
{
    const QString name = m_file.value(themeKey).toString();
    return name == QLatin1String("dark")    ? Theme::Dark
           : name == QLatin1String("light") ? Theme::Light
                                            : Theme::System;
}

void ClearSettings::setTheme(Theme theme)
{
    m_file.setValue(themeKey, theme == Theme::Dark    ? QStringLiteral("dark")
                              : theme == Theme::Light ? QStringLiteral("light")
                                                      : QStringLiteral("system"));
}

QString ClearSettings::language() const
{
    const QString name = m_file.value(languageKey).toString();
    return name == QLatin1String("en") || name == QLatin1String("fr") ? name : QStringLiteral("system");
}

void ClearSettings::setLanguage(const QString& language)
{
    m_file.setValue(languageKey, language);
}

QByteArray ClearSettings::geometry() const
{
    return m_file.value(geometryKey).toByteArray();
}

QByteArray ClearSettings::layout() const
{
    return m_file.value(layoutKey).toByteArray();
}

void ClearSettings::setPlace(const QByteArray& geometry, const QByteArray& layout)
{
    m_file.setValue(geometryKey, geometry);
    m_file.setValue(layoutKey, layout);
}

} // namespace chevet::screens
