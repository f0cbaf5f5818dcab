// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/adopted_text.h"

#include <charconv>
#include <optional>

namespace chevet::triage {
namespace {

constexpr std::string_view mark = "\noverlay ";

/// The overlays that `text` consists of, from a mark to its end.
std::optional<std::vector<std::string>> overlaysIn(std::string_view text)
{
    std::vector<std::string> overlays;
    while (!text.empty()) {
        if (!text.starts_with(mark)) {
            return std::nullopt;
        }
        text.remove_prefix(mark.size());
        std::size_t size = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), size);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        if (fault != std::errc() || !text.starts_with('\n') || text.size() - 1 < size) {
            return std::nullopt;
        }
        overlays.emplace_back(text.substr(1, size));
        text.remove_prefix(1 + size);
    }
    return overlays;
}

} // namespace

std::string adoptedText(const AdoptedText& text)
{
    auto whole = text.rules;
    for (const auto& overlay : text.overlays) {
        whole.append(mark).append(std::to_string(overlay.size())).append("\n").append(overlay);
    }
    return whole;
}

AdoptedText readAdoptedText(std::string_view text)
{
    // A line that begins so is no TOML, so the first one from which the lengths lead to the end is the right
    // one.
    for (auto at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
        if (auto overlays = overlaysIn(text.substr(at))) {
            return {std::string(text.substr(0, at)), std::move(*overlays)};
        }
    }
    return {std::string(text), {}};
}

} // namespace chevet::triage
