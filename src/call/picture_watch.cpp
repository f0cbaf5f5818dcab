// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/picture_watch.h"

#include <utility>

namespace chevet::call {

void PictureWatch::begin(Moment now)
{
    m_isRunning = true;
    m_isTroubled = false;
    m_decoded = 0;
    m_lastPicture = now;
}

void PictureWatch::expect(Moment now, PictureExpected what)
{
    if (what != m_expected) {
        m_lastPicture = now; // whoever switches the camera on again gets the time for it
    }
    m_expected = what;
}

std::optional<PictureChange> PictureWatch::check(Moment now, std::uint64_t decoded, bool carriesVoiceAlone)
{
    if (!m_isRunning) {
        return std::nullopt;
    }
    if (decoded > m_decoded) {
        const bool isFirst = std::exchange(m_decoded, decoded) == 0;
        m_lastPicture = now;
        const bool wasTroubled = std::exchange(m_isTroubled, false);
        if (isFirst) {
            return PictureChange::First;
        }
        return wasTroubled ? std::optional(PictureChange::Back) : std::nullopt;
    }
    if (m_expected == PictureExpected::None) {
        return std::exchange(m_isTroubled, false) ? std::optional(PictureChange::Back) : std::nullopt;
    }
    const Moment later = m_expected == PictureExpected::Stills ? stillPause : Moment{0};
    const auto without = now - m_lastPicture;
    if (without >= lostAfter + later && !carriesVoiceAlone) {
        m_isRunning = false;
        return PictureChange::Lost;
    }
    if (without >= troubledAfter + later && !m_isTroubled) {
        m_isTroubled = true;
        return PictureChange::Troubled;
    }
    return std::nullopt;
}

} // namespace chevet::call
