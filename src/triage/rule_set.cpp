// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/rule_set.h"

#include "triage/compiled_rules.h"
#include "triage/overlay.h"
#include "triage/reading.h"

#include <utility>

namespace chevet::triage {

struct RuleSet::Content
{
    Content(Rules itsRules, clinical::RuleSetName itsName)
        : rules(std::move(itsRules)), compiled(rules), name(std::move(itsName))
    {}
    Rules rules;
    CompiledRules compiled;
    clinical::RuleSetName name;
};

RuleSet::RuleSet(std::shared_ptr<const Content> content) : m_content(std::move(content)) {}

Result<RuleSet> RuleSet::parse(std::string_view text, clinical::RuleSetName name)
{
    return parse(text, {}, std::move(name));
}

Result<RuleSet> RuleSet::parse(std::string_view text, const std::vector<std::string>& overlays,
                               clinical::RuleSetName name)
{
    const auto document = readDocument(text);
    if (!document) {
        return failAs(document);
    }
    auto rules = layOver(*document, overlays);
    if (!rules) {
        return failAs(rules);
    }
    if (name.version.empty()) {
        name.version = rules->version;
    }
    return of(*std::move(rules), std::move(name));
}

Result<RuleSet> RuleSet::of(Rules rules, clinical::RuleSetName name)
{
    CHEVET_TRY(checkRules(rules));
    return RuleSet(std::make_shared<const Content>(std::move(rules), std::move(name)));
}

const clinical::RuleSetName& RuleSet::name() const
{
    return m_content->name;
}

const Rules& RuleSet::rules() const
{
    return m_content->rules;
}

const CompiledRules& RuleSet::compiled() const
{
    return m_content->compiled;
}

} // namespace chevet::triage
