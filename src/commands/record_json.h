// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Queue, cases, search and verification as JSON, for scripts. Names are stable: they are added to, never
// changed. Times are UTC, "2026-11-21T08:05:00.000Z".
#pragma once

#include "clinical/views.h"

#include <nlohmann/json_fwd.hpp>

namespace chevet::commands {

nlohmann::ordered_json queueToJson(const clinical::Queue& queue, Instant now);
nlohmann::ordered_json caseToJson(const clinical::CaseView& view, Instant now);
nlohmann::ordered_json hitsToJson(const std::vector<clinical::SearchHit>& hits);
nlohmann::ordered_json verificationToJson(const clinical::Verification& verification);

/// What an event says, by the names of its fields.
nlohmann::ordered_json bodyToJson(const clinical::EventBody& body);

/// The pieces that both are made of.
nlohmann::ordered_json timeToJson(Instant at);
nlohmann::ordered_json timeToJson(const std::optional<Instant>& at);
nlohmann::ordered_json homeToJson(const clinical::Home& home);
nlohmann::ordered_json residentToJson(const clinical::Resident& resident);

} // namespace chevet::commands
