// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FACTS.json: what is known about a call, under the names of the design's table of facts. Read strictly (a
// fact that is mistyped must not count as unknown), written with the known facts only.
#pragma once

#include "clinical/facts.h"
#include "commands/strict_json.h"

namespace chevet::commands {

/// An absent key, null, an empty list of motives and an empty objective all mean unknown.
tl::expected<clinical::Facts, JsonFault> factsFromJson(std::string_view text);

/// The same from a value already read; `path` is where it stands in its document.
tl::expected<clinical::Facts, JsonFault> factsFromJson(const nlohmann::json& value, const std::string& path);

nlohmann::ordered_json factsToJson(const clinical::Facts& facts);

/// A fact's value as in FACTS.json; null if unknown.
nlohmann::ordered_json valueToJson(const clinical::FactValue& value);

} // namespace chevet::commands
