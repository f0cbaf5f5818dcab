// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why one decides otherwise than proposed: the coded reasons that a team uses, and a few of its own. A
// setting of the team. Thread: any.
#pragma once

#include "clinical/record_words.h"

#include <QString>
#include <QStringList>

#include <set>
#include <string>
#include <vector>

namespace chevet::workflow {

/// One key must do: the coded ones and the team's own together.
inline constexpr int mostOwnReasons = 4;
inline constexpr int longestOwnReason = 60;

struct OverrideReasonSetting
{
    /// The name of the setting.
    static constexpr const char* name = "override_reasons";

    std::set<clinical::OverrideReason> unused; ///< never Other: there is always a way out
    QStringList own;

    bool operator==(const OverrideReasonSetting&) const = default;
};

/// Drops what is empty, doubled, too long or too many.
OverrideReasonSetting tidied(const OverrideReasonSetting& setting);
std::string encodeOverrideReasons(const OverrideReasonSetting& setting);
/// Whatever is not understood is left out.
OverrideReasonSetting decodeOverrideReasons(const std::string& text);

/// One that can be chosen.
struct OverrideChoice
{
    clinical::OverrideReason reason = clinical::OverrideReason::Other;
    QString own; ///< the team's words for it; empty for a coded one
};

/// In the order of the keys: coded, the team's own, other.
std::vector<OverrideChoice> choicesOf(const OverrideReasonSetting& setting);

} // namespace chevet::workflow
