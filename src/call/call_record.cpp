// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/call_record.h"

namespace chevet::call {
namespace {

constexpr std::size_t mostChanges = 100;

/// Nothing where there is no call: nobody was connected yet, or it has ended.
std::optional<CallMode> modeOf(CallState state, PictureExpected picture, bool hasStarted)
{
    switch (state) {
    case CallState::Connected:
        switch (picture) {
        case PictureExpected::Moving: return CallMode::Video;
        case PictureExpected::Stills: return CallMode::Stills;
        case PictureExpected::None: return CallMode::VoiceOnly;
        }
        return std::nullopt;
    case CallState::Troubled: return CallMode::NoPicture;
    case CallState::Connecting:
    case CallState::Rejoining: return hasStarted ? std::optional(CallMode::NoPicture) : std::nullopt;
    case CallState::ByPhone: return CallMode::Phone;
    case CallState::Empty:
    case CallState::Waiting:
    case CallState::Ended: return std::nullopt;
    }
    return std::nullopt;
}

Moment& shareOf(CallMode mode, CallFacts& facts)
{
    switch (mode) {
    case CallMode::Video: return facts.video;
    case CallMode::Stills: return facts.stills;
    case CallMode::VoiceOnly: return facts.voiceOnly;
    case CallMode::Phone: return facts.byPhone;
    case CallMode::NoPicture: break;
    }
    return facts.withoutPicture;
}

} // namespace

std::int64_t CallFacts::minutesWithoutPicture() const
{
    return std::chrono::ceil<std::chrono::minutes>(withoutPicture).count();
}

void CallRecord::note(Moment now, CallState state, PictureExpected picture)
{
    const auto mode = modeOf(state, picture, m_started.has_value());
    if (mode == m_mode) {
        return;
    }
    add(now, m_facts);
    m_since = now;
    m_mode = mode;
    if (!mode) {
        m_ended = now;
        return;
    }
    m_ended.reset();
    if (!m_started) {
        m_started = now;
    }
    if (m_facts.changes.size() < mostChanges) {
        m_facts.changes.push_back({now - *m_started, *mode});
    }
}

void CallRecord::note(CallNotice notice)
{
    m_facts.pictureTroubles += notice == CallNotice::PictureTroubled ? 1 : 0;
    m_facts.reconnections += notice == CallNotice::Reconnecting ? 1 : 0;
    m_facts.brokerOutages += notice == CallNotice::BrokerLost ? 1 : 0;
}

void CallRecord::add(Moment now, CallFacts& to) const
{
    if (m_mode) {
        shareOf(*m_mode, to) += now - m_since;
    }
}

CallFacts CallRecord::facts(Moment now) const
{
    auto facts = m_facts;
    add(now, facts);
    facts.lasted = m_started ? m_ended.value_or(now) - *m_started : Moment{0};
    return facts;
}

} // namespace chevet::call
