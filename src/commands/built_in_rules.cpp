// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/built_in_rules.h"

#include <QFile>

namespace chevet::commands {
namespace {

std::string resource(const char* name)
{
    QFile file(QStringLiteral(":/triage/") + QLatin1String(name));
    // What was compiled in can always be read; an empty text would fail to parse, with a sentence.
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

std::string builtInRules()
{
    return resource("rules.toml");
}

std::string builtInProperties()
{
    return resource("properties.toml");
}

} // namespace chevet::commands
