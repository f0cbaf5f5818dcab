// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules' text, read and compiled once. Immutable, cheap to copy, safe to use from any thread.
#pragma once

#include "clinical/recommendation.h"
#include "foundation/result.h"
#include "triage/rule.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::triage {

/// Part of every decision's record, beside the rule set's hash: raised whenever the same rules and facts may
/// give another answer than before.
inline constexpr std::string_view evaluatorVersion = "1";

class CompiledRules;

class RuleSet
{
public:
    /// `name.hash` is the caller's SHA-256 of the text (this layer has no cryptography); an empty
    /// `name.version` is taken from the text. Errors name the rule and the line: RuleSyntax, RuleUnknownFact,
    /// RuleUnknownEffect (any unknown key of a rule), RuleDuplicate, RuleInvalid.
    static Result<RuleSet> parse(std::string_view text, clinical::RuleSetName name);

    /// The same with a team's or a home's overlays laid over it (docs/TRIAGE.md, "Overlays"). `name.hash` is
    /// of the text and the overlays. Errors as parse, and those of overlays, which name the overlay.
    static Result<RuleSet> parse(std::string_view text, const std::vector<std::string>& overlays,
                                 clinical::RuleSetName name);

    /// From values, for overlays and for tests that change a single rule. Errors as in parse.
    static Result<RuleSet> of(Rules rules, clinical::RuleSetName name);

    const clinical::RuleSetName& name() const;
    const Rules& rules() const;
    const CompiledRules& compiled() const;

private:
    struct Content;
    explicit RuleSet(std::shared_ptr<const Content> content);
    std::shared_ptr<const Content> m_content;
};

} // namespace chevet::triage
