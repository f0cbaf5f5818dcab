// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A rule set's text and its overlays as one text: what a decision's hash is of, and what `rules.adopted`
// keeps (docs/JOURNAL_FORMAT.md). An overlay stands behind the line "overlay " and its length in bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chevet::triage {

struct AdoptedText
{
    std::string rules;
    std::vector<std::string> overlays; ///< in the order in which they are laid

    bool operator==(const AdoptedText&) const = default;
};

/// Rules without overlays are their own text.
std::string adoptedText(const AdoptedText& text);

/// What `adoptedText` was made of. A text that does not end with whole overlays has none.
AdoptedText readAdoptedText(std::string_view text);

} // namespace chevet::triage
