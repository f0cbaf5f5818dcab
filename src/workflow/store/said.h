// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one way from an English text in the source to what a person reads. Thread: gui.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

namespace chevet::workflow {

/// `english` is marked with QT_TRANSLATE_NOOP("Sentences", …) where it stands.
inline QString said(const char* english)
{
    return QCoreApplication::translate("Sentences", english);
}

inline QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace chevet::workflow
