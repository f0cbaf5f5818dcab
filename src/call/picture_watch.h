// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sees that pictures keep coming, by the count of those decoded: the connection itself reports nothing while
// a line is dead (docs/CALL.md, "The course of a call").
#pragma once

#include "call/moment.h"

#include <cstdint>
#include <optional>

namespace chevet::call {

enum class PictureExpected : std::uint8_t
{
    None, ///< the home's camera is paused or missing
    Stills,
    Moving
};

enum class PictureChange : std::uint8_t
{
    First,
    Troubled, ///< none for 3 seconds
    Back,
    Lost ///< none for 15 seconds: told once, until it is begun anew
};

class PictureWatch
{
public:
    static constexpr std::chrono::seconds troubledAfter{3};
    static constexpr std::chrono::seconds lostAfter{15};
    /// A still may be this much later than a moving picture.
    static constexpr std::chrono::seconds stillPause{5};

    /// With each new peer connection, once its media is connected; its count starts again.
    void begin(Moment now);
    void end() { m_isRunning = false; }
    void expect(Moment now, PictureExpected what);
    /// A few times a second, with the sum of pictures decoded since the connection began. Where a
    /// thin line still carries the voice no picture is lost: a new connection would cost the voice, and bring
    /// none.
    std::optional<PictureChange> check(Moment now, std::uint64_t decoded, bool carriesVoiceAlone = false);

    bool isTroubled() const { return m_isTroubled; }

private:
    PictureExpected m_expected = PictureExpected::Moving;
    bool m_isRunning = false;
    bool m_isTroubled = false;
    std::uint64_t m_decoded = 0;
    Moment m_lastPicture{};
};

} // namespace chevet::call
