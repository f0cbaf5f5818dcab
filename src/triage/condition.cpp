// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/condition.h"

#include <algorithm>

namespace chevet::triage {

using clinical::FactType;

std::string_view nameOfSlot(Slot slot)
{
    switch (slot) {
    case teleconsultationSlot: return "teleconsultation";
    case visitSlot: return "visit";
    case firstSlot: return "first";
    default: return slot < clinical::allFacts.size() ? clinical::allFacts[slot].name : std::string_view{};
    }
}

std::vector<std::string_view> valuesOfSlot(Slot slot)
{
    switch (slot) {
    case teleconsultationSlot: return {"ready", "on_condition", "ruled_out"};
    case visitSlot: return {"in_time", "late", "time_unknown"};
    case firstSlot: {
        std::vector<std::string_view> names;
        names.reserve(clinical::Words<clinical::Modality>::all.size());
        for (const auto& [modality, name] : clinical::Words<clinical::Modality>::all) {
            names.push_back(name);
        }
        return names;
    }
    default: break;
    }
    if (slot >= clinical::allFacts.size()) {
        return {};
    }
    const auto& about = clinical::allFacts[slot];
    switch (about.type) {
    case FactType::YesNo: return {"no", "yes"};
    case FactType::Text: return {"stated"};
    case FactType::Word: return clinical::wordsOf(about.fact);
    default: return {};
    }
}

bool asksAbout(const Expression& expression, Slot slot)
{
    if (expression.kind == Expression::Kind::Ask) {
        return expression.question.slot == slot;
    }
    return std::any_of(expression.parts.begin(), expression.parts.end(),
                       [&](const Expression& part) { return asksAbout(part, slot); });
}

} // namespace chevet::triage
