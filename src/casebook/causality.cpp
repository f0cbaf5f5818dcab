// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/causality.h"

#include <algorithm>
#include <unordered_map>

namespace chevet::casebook {
namespace {

/// Marks everything that a setting which holds has seen, directly or through others.
class Seen
{
public:
    explicit Seen(std::span<const Setting> settings) : m_settings(settings), m_seen(settings.size(), false)
    {
        for (std::size_t i = 0; i < settings.size(); ++i) {
            m_places.emplace(settings[i].id, i);
        }
        for (const auto& setting : settings) {
            if (!setting.withdrawn) {
                markParents(setting);
            }
        }
    }
    bool operator[](std::size_t place) const { return m_seen[place]; }

private:
    void markParents(const Setting& from)
    {
        m_open.assign(1, &from);
        while (!m_open.empty()) {
            const auto& setting = *m_open.back();
            m_open.pop_back();
            for (const auto& parent : setting.parents) {
                const auto found = m_places.find(parent);
                if (found != m_places.end() && !m_seen[found->second]) {
                    m_seen[found->second] = true;
                    m_open.push_back(&m_settings[found->second]);
                }
            }
        }
    }

    std::span<const Setting> m_settings;
    std::vector<bool> m_seen;
    std::unordered_map<EventId, std::size_t> m_places;
    std::vector<const Setting*> m_open;
};

} // namespace

Stamp cappedStamp(Stamp stamp, Instant wallClock)
{
    const auto latest = Stamp::of(wallClock + HybridClock::maximumDrift, 0xFFFF);
    return std::min(stamp, latest);
}

std::vector<std::size_t> headsOf(std::span<const Setting> settings)
{
    std::vector<std::size_t> heads;
    if (settings.size() == 1) {
        return settings[0].withdrawn ? heads : std::vector<std::size_t>{0};
    }
    const Seen seen(settings);
    for (std::size_t i = 0; i < settings.size(); ++i) {
        if (!settings[i].withdrawn && !seen[i]) {
            heads.push_back(i);
        }
    }
    std::sort(heads.begin(), heads.end(), [&](std::size_t a, std::size_t b) {
        const auto& left = settings[a];
        const auto& right = settings[b];
        return left.stamp != right.stamp ? left.stamp > right.stamp : left.id > right.id;
    });
    return heads;
}

} // namespace chevet::casebook
