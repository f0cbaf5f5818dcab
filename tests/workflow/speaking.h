// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A language for the length of a scope; English again afterwards.
#pragma once

#include "workflow/language.h"

namespace chevet::workflow::testing {

class Speaking
{
public:
    explicit Speaking(const QString& language) { speak(language); }
    ~Speaking() { speak(QStringLiteral("en")); }
    Speaking(const Speaking&) = delete;
    Speaking& operator=(const Speaking&) = delete;
};

} // namespace chevet::workflow::testing
