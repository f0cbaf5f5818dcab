// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The overlays of a team as the journal has them: one for the whole team, one for each home with an agreement
// of its own, and the drafts of both. They are settings of the team, so that an edit merges by causality.
#pragma once

#include "casebook/casebook.h"
#include "foundation/ids.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace chevet::workflow {

/// Whom an overlay is for: nobody in particular is the whole team.
using OverlayScope = std::optional<HomeId>;

enum class OverlayStage
{
    Draft, ///< written down, not yet in force
    InForce
};

/// What every such setting's name begins with.
inline constexpr std::string_view overlaySettings = "overlay.";

// Stored on disk: "overlay.team", "overlay.home.<id>", "overlay.draft.team", "overlay.draft.home.<id>".
std::string overlaySetting(const OverlayScope& scope, OverlayStage stage);
/// Nothing for a name that is no overlay's.
std::optional<std::pair<OverlayScope, OverlayStage>> overlayNamed(std::string_view setting);

/// One of several texts for the same scope that were written without knowing of each other.
struct OverlaySide
{
    std::string author;
    Instant at;
    std::string text;   ///< empty: taken away
    bool holds = false; ///< the one that counts until somebody settles it

    bool operator==(const OverlaySide&) const = default;
};

struct Overlays
{
    std::map<OverlayScope, std::string> inForce; ///< the one that holds where several do; never empty texts
    std::map<OverlayScope, std::string> drafts;
    std::map<OverlayScope, std::vector<OverlaySide>> contested; ///< two at least, the one that holds first

    bool operator==(const Overlays&) const = default;
};

Overlays readOverlays(const casebook::Casebook& casebook);

} // namespace chevet::workflow
