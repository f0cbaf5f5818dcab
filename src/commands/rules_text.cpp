// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/rules_text.h"

#include "commands/built_in_rules.h"
#include "commands/input.h"
#include "commands/strict_json.h"
#include "triage/adopted_text.h"
#include "workflow/rule_hash.h"

#include <QStringList>

namespace chevet::commands {

tl::expected<RulesText, QString> rulesTextFrom(const QString& file, const QString& overlays)
{
    RulesText rules{QStringLiteral("rules.toml"), {}, {}};
    if (file.isEmpty()) {
        rules.text = builtInRules();
    } else {
        auto input = Input::open(file);
        if (!input) {
            return tl::unexpected(input.error());
        }
        rules.name = input->name();
        rules.text = input->rest(largestDocument);
    }
    for (const auto& name : overlays.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        auto input = Input::open(name);
        if (!input) {
            return tl::unexpected(input.error());
        }
        rules.overlays.push_back(input->rest(largestDocument));
        rules.name += QStringLiteral(" + ") + input->name();
    }
    return rules;
}

Result<triage::RuleSet> parsed(const RulesText& rules)
{
    const auto whole = triage::adoptedText({rules.text, rules.overlays});
    return triage::RuleSet::parse(rules.text, rules.overlays,
                                  {.version = {}, .hash = workflow::hashOfRules(whole)});
}

} // namespace chevet::commands
