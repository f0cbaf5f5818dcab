// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/override_reasons.h"

namespace chevet::workflow {

using clinical::OverrideReason;

OverrideReasonSetting tidied(const OverrideReasonSetting& setting)
{
    OverrideReasonSetting clean;
    clean.unused = setting.unused;
    clean.unused.erase(OverrideReason::Other);
    clean.unused.erase(OverrideReason::None);
    for (const auto& words : setting.own) {
        const auto shown = words.simplified().left(longestOwnReason);
        if (!shown.isEmpty() && !clean.own.contains(shown) && clean.own.size() < mostOwnReasons) {
            clean.own << shown;
        }
    }
    return clean;
}

std::string encodeOverrideReasons(const OverrideReasonSetting& setting)
{
    const auto clean = tidied(setting);
    std::string text;
    for (const auto reason : clean.unused) {
        text.append("-").append(clinical::nameOf(reason)).append("\n");
    }
    for (const auto& words : clean.own) {
        text.append("+").append(words.toStdString()).append("\n");
    }
    return text;
}

OverrideReasonSetting decodeOverrideReasons(const std::string& text)
{
    OverrideReasonSetting setting;
    for (const auto& line : QString::fromStdString(text).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto rest = line.mid(1);
        if (line.startsWith(QLatin1Char('+'))) {
            setting.own << rest;
        } else if (line.startsWith(QLatin1Char('-'))) {
            if (const auto reason = clinical::fromName<OverrideReason>(rest.toStdString())) {
                setting.unused.insert(*reason);
            }
        }
    }
    return tidied(setting);
}

std::vector<OverrideChoice> choicesOf(const OverrideReasonSetting& setting)
{
    std::vector<OverrideChoice> choices;
    for (const auto& [reason, name] : clinical::Words<OverrideReason>::all) {
        const bool isCoded = reason != OverrideReason::None && reason != OverrideReason::Other;
        if (isCoded && !setting.unused.contains(reason)) {
            choices.push_back({reason, {}});
        }
    }
    for (const auto& own : setting.own) {
        choices.push_back({OverrideReason::Other, own});
    }
    choices.push_back({OverrideReason::Other, {}});
    return choices;
}

} // namespace chevet::workflow
