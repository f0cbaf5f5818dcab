// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/sending_ladder.h"

#include <algorithm>
#include <array>

namespace chevet::call {
namespace {

using std::chrono::milliseconds;

struct SoundStep
{
    int bitsPerSecond;
    int frameMilliseconds;
    int below; ///< of the target: the next step down
};
constexpr std::array soundSteps{SoundStep{32'000, 20, 250'000}, SoundStep{24'000, 40, 110'000},
                                SoundStep{16'000, 60, 0}};
constexpr int packetOverheadBits = 60 * 8; // IP, UDP, SRTP with its tag
constexpr double upAgain = 1.2;            // a step up takes a fifth more than a step down

constexpr int halfBelow = 250'000;
constexpr int fullAbove = 330'000;
constexpr int stillsBelow = 45'000;
constexpr int movingAbove = 70'000;
constexpr int leastPicture = 10'000;
constexpr int smallStillsBelow = 15'000;
constexpr milliseconds lowFor{2500};
constexpr milliseconds highFor{3000};
constexpr milliseconds stillsPause{3000};
constexpr milliseconds smallStillsPause{4000};

bool hasLasted(Moment now, bool holds, std::optional<Moment>& since, Moment howLong)
{
    if (!holds) {
        since.reset();
        return false;
    }
    if (!since) {
        since = now;
    }
    return now - *since >= howLong;
}

} // namespace

int SendingPlan::soundCost() const
{
    return soundBitsPerSecond + packetOverheadBits * 1000 / soundFrameMilliseconds;
}

SendingPlan SendingLadder::update(Moment now, int targetBitsPerSecond)
{
    const auto target = static_cast<double>(targetBitsPerSecond);
    const auto last = static_cast<int>(soundSteps.size()) - 1;
    while (m_soundStep < last && target < soundSteps[static_cast<std::size_t>(m_soundStep)].below) {
        ++m_soundStep;
    }
    while (m_soundStep > 0 &&
           target > upAgain * soundSteps[static_cast<std::size_t>(m_soundStep) - 1].below) {
        --m_soundStep;
    }
    const auto& sound = soundSteps[static_cast<std::size_t>(m_soundStep)];
    SendingPlan plan{.soundBitsPerSecond = sound.bitsPerSecond,
                     .soundFrameMilliseconds = sound.frameMilliseconds};
    const auto budget =
        std::max(leastPicture, static_cast<int>(0.9 * (targetBitsPerSecond - plan.soundCost())));
    choosePicture(now, budget);
    plan.pictureBitsPerSecond = budget;
    plan.sizeDivisor = m_picture == Picture::Full ? 1 : 2;
    if (m_picture == Picture::Stills) {
        const bool isSmall = budget < smallStillsBelow;
        plan.framesPerSecond = 1;
        plan.stillsEvery = isSmall ? smallStillsPause : stillsPause;
        plan.sizeDivisor = isSmall ? 4 : 2;
        plan.stillPaceBitsPerSecond = budget * 3 / 2;
    }
    return plan;
}

void SendingLadder::choosePicture(Moment now, int budget)
{
    // Down to half size at once: the encoder can't make so little of a large picture. Everything else has to
    // last.
    if (m_picture == Picture::Full && budget < halfBelow) {
        m_picture = Picture::Half;
        m_highSince.reset();
    }
    const bool isLow = m_picture != Picture::Stills && budget < stillsBelow;
    const bool isHigh = (m_picture == Picture::Half && budget > fullAbove) ||
                        (m_picture == Picture::Stills && budget > movingAbove);
    if (hasLasted(now, isLow, m_lowSince, lowFor)) {
        m_picture = Picture::Stills;
        m_lowSince.reset();
    }
    if (hasLasted(now, isHigh, m_highSince, highFor)) {
        m_picture = m_picture == Picture::Stills ? Picture::Half : Picture::Full;
        m_highSince.reset();
    }
}

bool RetransmissionBucket::allows(std::size_t bytes, std::chrono::microseconds now)
{
    constexpr double share = 0.25;
    constexpr double burstSeconds = 0.25;
    constexpr double leastRate = 20'000;
    const auto rate = std::max(leastRate, share * m_target);
    // A packet of full size must fit, or none ever would on a thin line.
    const auto full = std::max(rate * burstSeconds, 1500.0 * 8);
    const auto elapsed = m_last ? static_cast<double>((now - *m_last).count()) / 1e6 : 1;
    m_last = now;
    m_bits = std::min(full, m_bits + rate * std::max(elapsed, 0.0));
    const auto wanted = static_cast<double>(bytes) * 8;
    if (wanted > m_bits) {
        return false;
    }
    m_bits -= wanted;
    return true;
}

} // namespace chevet::call
