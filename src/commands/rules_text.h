// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules that a command is asked to answer by: a file or what Chevet ships, and overlays over it.
#pragma once

#include "foundation/result.h"
#include "triage/rule_set.h"

#include <QString>
#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace chevet::commands {

struct RulesText
{
    QString name; ///< as messages show it
    std::string text;
    std::vector<std::string> overlays;
};

/// `file` empty: what Chevet ships. `overlays` are file names with commas between them, or empty. The error
/// is one sentence that names the file.
tl::expected<RulesText, QString> rulesTextFrom(const QString& file, const QString& overlays);

/// Its hash is of the text and the overlays.
Result<triage::RuleSet> parsed(const RulesText& rules);

} // namespace chevet::commands
