// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A failed CHECK shows a QString as text. Every test here that compares QStrings includes it.
#pragma once

#include "support/catch.h"

#include <QString>

namespace Catch {

template<> struct StringMaker<QString>
{
    static std::string convert(const QString& text) { return text.toStdString(); }
};

} // namespace Catch
