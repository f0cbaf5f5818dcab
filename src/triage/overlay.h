// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A team's or a home's own words over the rules that Chevet ships: settings tuned, rules added, rules that
// are not of safety tuned or switched off, any rule tightened. A safety rule can't be loosened. Internal to
// triage.
#pragma once

#include "triage/reading.h"

#include <string>
#include <vector>

namespace chevet::triage {

/// Another condition, other effects or another reason for a rule that is not of safety; or none at all.
struct Tuning
{
    std::string id;
    std::optional<Expression> when;
    std::optional<Effects> effects;
    std::optional<clinical::LocalText> reason;
    bool isOff = false;
    int line = 0;
};

/// More of what holds back: bans, conditions, duties, a bridge, urgency. Never less.
struct Tightening
{
    std::string id;
    Effects effects;
    int line = 0;
};

struct Overlay
{
    std::string id;
    std::vector<std::string> after; ///< overlays that are laid before it
    int line = 0;
    TunedSettings settings;
    std::vector<Rule> rules;
    std::vector<Tuning> tunings;
    std::vector<Tightening> tightenings;
};

/// Only name and `after`; the rest waits for the settings.
Result<Overlay> readOverlayHead(const Value& document);
/// Thresholds may name a setting, whose value is the tuned one.
Result<Overlay> readOverlay(const Value& document, const Settings& settings);

/// The rules of a file with overlays laid over it, in the order that `after` asks for and else in the one
/// given.
Result<Rules> layOver(const Value& document, const std::vector<std::string>& overlays);

} // namespace chevet::triage
