// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The answer of triage as JSON, field by field as docs/COMMAND_LINE.md names them. The names are an
// interface: they are added to, never changed.
#pragma once

#include "clinical/recommendation.h"

#include <nlohmann/json_fwd.hpp>

namespace chevet::commands {

nlohmann::ordered_json recommendationToJson(const clinical::Recommendation& answer);

} // namespace chevet::commands
