// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The shipped rules, and facts written as a line of TOML: facts("motives = ['acute'], must_be_seen = true").
#pragma once

#include "clinical/facts.h"
#include "clinical/recommendation.h"
#include "triage/document.h"
#include "triage/properties.h"
#include "triage/rule_set.h"

#include <string>
#include <string_view>
#include <vector>

namespace chevet::test {

std::string readSourceFile(std::string_view pathInTree);
const std::string& shippedRulesText();
const triage::RuleSet& shippedRules();

const std::string& shippedPropertiesText();
const std::vector<triage::Property>& shippedProperties();
const std::vector<triage::Leaning>& shippedLeanings();

/// Throws std::invalid_argument, which fails the test, for anything that is no fact.
clinical::Facts factsFrom(const triage::Value& table);
clinical::Facts facts(std::string_view inlineTable);

/// For INFO: the known facts by name.
std::string shown(const clinical::Facts& facts);

} // namespace chevet::test
