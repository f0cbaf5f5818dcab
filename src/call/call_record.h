// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a call was like, as facts for the case: how long it was without a picture, when and how it changed its
// mode. Of the line, never of a person. Values; nothing of what was said or seen.
#pragma once

#include "call/call_machine.h"
#include "call/picture_watch.h"

#include <vector>

namespace chevet::call {

enum class CallMode : std::uint8_t
{
    Video,
    Stills,    ///< the voice, and a still every few seconds
    VoiceOnly, ///< the home's camera is paused or missing
    NoPicture, ///< the line gives none, or the connection is being made again
    Phone
};

struct ModeChange
{
    Moment sinceStart{};
    CallMode mode = CallMode::Video;
    bool operator==(const ModeChange&) const = default;
};

struct CallFacts
{
    Moment lasted{}; ///< from the first connection to the end
    Moment video{};
    Moment stills{};
    Moment voiceOnly{};
    Moment withoutPicture{};
    Moment byPhone{};
    std::uint32_t pictureTroubles = 0;
    std::uint32_t reconnections = 0;
    std::uint32_t brokerOutages = 0;
    std::vector<ModeChange> changes; ///< the first hundred, the first being the mode that it began with

    /// Whole ones, rounded up: trouble that lasted is not to look like none.
    std::int64_t minutesWithoutPicture() const;
};

class CallRecord
{
public:
    /// After every input of the machine, and whenever the picture's kind changes.
    void note(Moment now, CallState state, PictureExpected picture);
    /// What the machine has told.
    void note(CallNotice notice);
    CallFacts facts(Moment now) const;

private:
    void add(Moment now, CallFacts& to) const;

    CallFacts m_facts;
    std::optional<Moment> m_started;
    std::optional<Moment> m_ended;
    Moment m_since{};
    std::optional<CallMode> m_mode; ///< nothing: before the first connection, or after the end
};

} // namespace chevet::call
