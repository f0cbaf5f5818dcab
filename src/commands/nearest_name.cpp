// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/nearest_name.h"

#include <algorithm>
#include <vector>

namespace chevet::commands {
namespace {

/// ASCII only and the same in every locale: in Turkish, the C library would turn I into something else.
std::string plain(std::string_view name)
{
    std::string result(name);
    for (auto& letter : result) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        } else if (letter == '-' || letter == ' ') {
            letter = '_';
        }
    }
    return result;
}

/// Optimal string alignment distance, three rows at a time.
std::size_t slipsBetween(const std::string& a, const std::string& b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t wrong = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + wrong});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

} // namespace

std::string nearestName(std::string_view typed, std::span<const std::string_view> known)
{
    constexpr std::size_t longest =
        64; // no name of ours is longer; keeps the distance cheap on hostile input
    if (typed.empty() || typed.size() > longest) {
        return {};
    }
    const auto wanted = plain(typed);
    std::string best;
    std::size_t fewest = std::max<std::size_t>(1, typed.size() / 3) + 1;
    for (const auto name : known) {
        const auto slips = slipsBetween(wanted, plain(name));
        if (slips < fewest) {
            fewest = slips;
            best = name;
        }
    }
    return best;
}

} // namespace chevet::commands
