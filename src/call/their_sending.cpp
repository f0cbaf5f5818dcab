// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/their_sending.h"

#include <algorithm>

namespace chevet::call {

TheirSending::TheirSending(bool isThin) : m_picture(isThin ? TheirPicture::Half : TheirPicture::Full) {}

std::optional<message::Measure> TheirSending::update(Moment now, const ReceivedSound& sound)
{
    if (!m_windowBegan || sound.samples < m_atBegin.samples) {
        m_windowBegan = now;
        m_atBegin = sound;
        return std::nullopt;
    }
    if (now - *m_windowBegan < window) {
        return std::nullopt;
    }
    const auto heard = sound.samples - m_atBegin.samples;
    const auto concealed = sound.concealed - std::min(sound.concealed, m_atBegin.concealed);
    m_windowBegan = now;
    m_atBegin = sound;
    if (heard == 0) { // muted, or nothing at all comes: the watch sees to that
        m_goodSince.reset();
        return std::nullopt;
    }
    const auto share = static_cast<double>(concealed) / static_cast<double>(heard);
    if (share > muchConcealed) {
        m_goodSince.reset();
        return less(now);
    }
    if (share > littleConcealed) {
        m_goodSince.reset();
        return std::nullopt;
    }
    if (!m_goodSince) {
        m_goodSince = now;
    }
    return more(now);
}

std::optional<message::Measure> TheirSending::less(Moment now)
{
    if (m_picture == TheirPicture::Stills) {
        return std::nullopt;
    }
    if (m_raised && now - *m_raised < 2 * firstWait) { // the last step up was too much
        m_wait = std::min<Moment>(2 * m_wait, longestWait);
    }
    m_raised.reset();
    m_picture = m_picture == TheirPicture::Full ? TheirPicture::Half : TheirPicture::Stills;
    return measure();
}

std::optional<message::Measure> TheirSending::more(Moment now)
{
    if (m_picture == TheirPicture::Full) {
        if (m_raised && now - *m_raised > longestWait) { // it held
            m_wait = firstWait;
            m_raised.reset();
        }
        return std::nullopt;
    }
    if (now - *m_goodSince < m_wait) {
        return std::nullopt;
    }
    m_goodSince = now;
    m_raised = now;
    m_picture = m_picture == TheirPicture::Stills ? TheirPicture::Half : TheirPicture::Full;
    return measure();
}

message::Measure TheirSending::measure() const
{
    constexpr std::uint32_t fullBits = 1'700'000;
    constexpr std::uint32_t halfBits = 250'000;
    constexpr std::uint32_t stillBits = 40'000;
    constexpr std::uint8_t moving = 30;
    switch (m_picture) {
    case TheirPicture::Full: return {fullBits, moving, 1};
    case TheirPicture::Half: return {halfBits, moving, 2};
    case TheirPicture::Stills: break;
    }
    return {stillBits, 0, 2};
}

} // namespace chevet::call
