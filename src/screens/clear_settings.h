// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in clear on this machine: the window's place, the theme and the language; nothing else. Thread:
// gui.
#pragma once

#include "screens/look.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <filesystem>

namespace chevet::screens {

class ClearSettings
{
public:
    explicit ClearSettings(const std::filesystem::path& file);

    Theme theme() const;
    void setTheme(Theme theme);
    /// "system", "en" or "fr".
    QString language() const;
    void setLanguage(const QString& language);
    QByteArray geometry() const;
    QByteArray layout() const;
    void setPlace(const QByteArray& geometry, const QByteArray& layout);

private:
    QSettings m_file;
};

} // namespace chevet::screens
