// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/overlays.h"

#include <algorithm>

namespace chevet::workflow {

namespace {

constexpr std::string_view draftPart = "draft.";
constexpr std::string_view teamPart = "team";
constexpr std::string_view homePart = "home.";

} // namespace

std::string overlaySetting(const OverlayScope& scope, OverlayStage stage)
{
    std::string name(overlaySettings);
    name += stage == OverlayStage::Draft ? draftPart : std::string_view();
    return name + (scope ? std::string(homePart) + scope->hex() : std::string(teamPart));
}

std::optional<std::pair<OverlayScope, OverlayStage>> overlayNamed(std::string_view setting)
{
    if (!setting.starts_with(overlaySettings)) {
        return std::nullopt;
    }
    setting.remove_prefix(overlaySettings.size());
    const auto stage = setting.starts_with(draftPart) ? OverlayStage::Draft : OverlayStage::InForce;
    setting.remove_prefix(stage == OverlayStage::Draft ? draftPart.size() : 0);
    if (setting == teamPart) {
        return std::pair(OverlayScope(), stage);
    }
    if (!setting.starts_with(homePart)) {
        return std::nullopt;
    }
    const auto home = HomeId::fromHexText(setting.substr(homePart.size()));
    return home ? std::optional(std::pair(OverlayScope(*home), stage)) : std::nullopt;
}

Overlays readOverlays(const casebook::Casebook& casebook)
{
    Overlays overlays;
    for (const auto& entry : casebook.settingHistory(overlaySettings)) {
        const auto& name = std::get<clinical::SettingChanged>(*entry.body).name;
        const auto which = overlayNamed(name);
        if (!which) {
            continue;
        }
        const auto& [scope, stage] = *which;
        auto text = casebook.teamSetting(name).value_or(std::string());
        auto& kept = stage == OverlayStage::Draft ? overlays.drafts : overlays.inForce;
        if (text.empty()) {
            kept.erase(scope); // taken away again
        } else {
            kept.insert_or_assign(scope, std::move(text));
        }
        if (entry.contested && stage == OverlayStage::InForce) {
            const auto& written = std::get<clinical::SettingChanged>(*entry.body).value;
            overlays.contested[scope].push_back(
                {entry.authorName, entry.at, written, written == casebook.teamSetting(name).value_or("")});
        }
    }
    for (auto& [scope, sides] : overlays.contested) {
        std::stable_partition(sides.begin(), sides.end(), [](const OverlaySide& side) { return side.holds; });
    }
    return overlays;
}

} // namespace chevet::workflow
