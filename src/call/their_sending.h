// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the bedside is asked to send, from what of it arrives: sound before picture, as on the desk's own
// side. The browser finds its rate by itself; what it never does is to give the picture up for the voice.
// Pure.
#pragma once

#include "call/messages.h"
#include "call/moment.h"

#include <cstdint>
#include <optional>

namespace chevet::call {

/// Sums since the peer began.
struct ReceivedSound
{
    std::uint64_t samples = 0;
    std::uint64_t concealed = 0; ///< of them
};

enum class TheirPicture : std::uint8_t
{
    Full,
    Half,  ///< of the width and the height
    Stills ///< every few seconds
};

class TheirSending
{
public:
    /// Over this share of the last seconds' sound invented, the picture makes room.
    static constexpr double muchConcealed = 0.08;
    static constexpr double littleConcealed = 0.01;
    static constexpr std::chrono::seconds window{3};
    /// So long must the sound be good before more is asked for; twice as long after each time that was too
    /// much, at most `longestWait`.
    static constexpr std::chrono::seconds firstWait{10};
    static constexpr std::chrono::seconds longestWait{120};

    /// On a line that is known to be thin the page begins with half the size.
    explicit TheirSending(bool isThin);

    /// About once a second. Says what to ask for, when it changes.
    std::optional<message::Measure> update(Moment now, const ReceivedSound& sound);
    TheirPicture picture() const { return m_picture; }

private:
    message::Measure measure() const;
    std::optional<message::Measure> less(Moment now);
    std::optional<message::Measure> more(Moment now);

    TheirPicture m_picture;
    std::optional<Moment> m_windowBegan;
    ReceivedSound m_atBegin;
    std::optional<Moment> m_goodSince;
    std::optional<Moment> m_raised;
    Moment m_wait = firstWait;
};

} // namespace chevet::call
