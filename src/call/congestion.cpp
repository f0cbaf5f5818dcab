// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/congestion.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace chevet::call {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds lossWindow{1};
constexpr milliseconds delayWindow{500};
constexpr seconds baseWindow{30};

constexpr double queueHigh = 100; ///< milliseconds: too much is sent
constexpr double queueLow = 40;   ///< there is room for more
constexpr double lossWithQueue = 0.10;
constexpr double lossAlone = 0.25;
constexpr milliseconds betweenDecreases{400};
constexpr seconds oneOverload{4};
/// No single overload goes lower: recovering from the bottom costs more.
constexpr double overloadFloor = 60'000;
constexpr double queueLong = 250; ///< the voice comes too late
constexpr int thinStart = 100'000;
constexpr milliseconds quietAfter{1000};
constexpr seconds graceAfterSilence{2}; ///< reports of what was lost meanwhile still come in
constexpr seconds standsStill{4};
constexpr double standingTolerance = 15;

double millisOf(std::int64_t micros)
{
    return static_cast<double>(micros) / 1000;
}

double secondsOf(Moment span)
{
    return static_cast<double>(span.count()) / 1000;
}

} // namespace

// ---- LineWindow

void LineWindow::add(Moment now, std::span<const PacketReport> reports)
{
    for (const auto& report : reports) {
        Seen seen{.heard = now, .bytes = report.bytes, .arrivedMillis = std::nullopt, .delayMillis = 0};
        if (report.arrivedMicros) {
            seen.arrivedMillis = millisOf(*report.arrivedMicros);
            seen.delayMillis = millisOf(*report.arrivedMicros - report.sentMicros);
            noteBase(now, seen.delayMillis);
        }
        m_seen.push_back(seen);
    }
    while (!m_seen.empty() && now - m_seen.front().heard > lossWindow) {
        m_seen.pop_front();
    }
}

void LineWindow::noteBase(Moment now, double delayMillis)
{
    const auto second = std::chrono::floor<seconds>(now);
    if (m_base.empty() || m_base.back().second != second) {
        m_base.push_back({second, delayMillis});
    }
    m_base.back().delayMillis = std::min(m_base.back().delayMillis, delayMillis);
    while (now - m_base.front().second > baseWindow) {
        m_base.pop_front();
    }
}

void LineWindow::forgetBase()
{
    m_base.clear();
    for (const auto& seen : m_seen) {
        if (seen.arrivedMillis) {
            noteBase(seen.heard, seen.delayMillis);
        }
    }
}

std::optional<LineSample> LineWindow::sample(Moment now) const
{
    if (m_base.empty()) {
        return std::nullopt;
    }
    constexpr auto none = std::numeric_limits<double>::max();
    LineSample sample{.at = now};
    double least = none;
    double newest = std::numeric_limits<double>::lowest();
    std::size_t total = 0;
    std::size_t lost = 0;
    for (const auto& seen : m_seen) {
        if (now - seen.heard > lossWindow) {
            continue;
        }
        ++total;
        lost += seen.arrivedMillis ? 0 : 1;
        newest = std::max(newest, seen.arrivedMillis.value_or(newest));
        if (seen.arrivedMillis && now - seen.heard <= delayWindow) {
            least = std::min(least, seen.delayMillis);
        }
    }
    const auto window = static_cast<double>(delayWindow.count());
    for (const auto& seen : m_seen) {
        if (seen.arrivedMillis && newest - *seen.arrivedMillis < window) {
            sample.receivedBitsPerSecond += seen.bytes * 8.0 * 1000 / window;
        }
    }
    sample.lossShare = total >= 10 ? static_cast<double>(lost) / static_cast<double>(total) : 0;
    const auto base = std::ranges::min_element(m_base, {}, &Least::delayMillis)->delayMillis;
    sample.queueMillis = least == none ? 0 : least - base;
    return total == 0 ? std::nullopt : std::optional(sample);
}

// ---- RateControl

int RateControl::update(Moment now, const std::optional<LineSample>& fresh)
{
    const auto elapsed = m_lastUpdate ? secondsOf(now - *m_lastUpdate) : 0;
    m_lastUpdate = now;
    if (!fresh) {
        silent(now);
        return target();
    }
    if (m_lastSilence) {
        m_resumed = now;
        m_lastSilence.reset();
    }
    m_lastFeedback = now;
    watchStandingDelay(*fresh);
    const bool isInGrace = m_resumed && now - *m_resumed < graceAfterSilence;
    // While it climbs fast the queue of the moment is already the smaller one of two.
    const auto tooLong = m_capacity || !isFast(now) ? queueHigh : queueLow;
    const bool isTooMuch = fresh->queueMillis > tooLong ||
                           (fresh->lossShare > lossWithQueue && fresh->queueMillis > queueLow) ||
                           fresh->lossShare > lossAlone;
    if (isTooMuch && !isInGrace) {
        overloaded(*fresh);
    } else if (fresh->queueMillis < queueLow) {
        m_overloadBegan.reset();
        raise(*fresh, elapsed);
    }
    m_target =
        std::clamp(m_target, static_cast<double>(m_settings.floor), static_cast<double>(m_settings.ceiling));
    return target();
}

void RateControl::silent(Moment now)
{
    if (!m_lastFeedback || now - *m_lastFeedback < quietAfter) {
        return;
    }
    if (!m_lastSilence || now - *m_lastSilence >= quietAfter) {
        m_lastSilence = now;
        m_target = std::max(m_target * 0.7, std::min(m_target, 3 * overloadFloor));
    }
}

void RateControl::overloaded(const LineSample& sample)
{
    if (m_lastDecrease && sample.at - *m_lastDecrease < betweenDecreases) {
        return;
    }
    if (!m_overloadBegan) {
        m_overloadBegan = sample.at;
    }
    m_lastDecrease = sample.at;
    m_capacity = sample.receivedBitsPerSecond;
    const bool isFirst = sample.at - *m_overloadBegan < oneOverload;
    const auto lowest = isFirst ? overloadFloor : static_cast<double>(m_settings.floor);
    // Less than what comes through, or the queue that is there would stay; much less while it holds the voice
    // back.
    const auto share = sample.queueMillis > queueLong ? 0.6 : 0.85;
    const auto wanted = share * sample.receivedBitsPerSecond;
    m_target = std::min(m_target, std::max(wanted, lowest));
}

void RateControl::raise(const LineSample& sample, double seconds)
{
    if (m_lastDecrease && sample.at - *m_lastDecrease < betweenDecreases) {
        return;
    }
    // What was not sent proves nothing about the line.
    if (sample.receivedBitsPerSecond < 0.5 * m_target && sample.lossShare < lossWithQueue) {
        return;
    }
    constexpr double fast = 1.5; // a second
    constexpr double usual = 1.08;
    constexpr double nearCapacity = 1.03;
    auto growth = isFast(sample.at) ? fast : usual;
    if (!isFast(sample.at) && m_capacity && m_target > 0.8 * *m_capacity && m_target < 1.2 * *m_capacity) {
        growth = nearCapacity;
    }
    if (m_capacity && m_target >= 1.2 * *m_capacity) {
        m_capacity.reset(); // the line has more than it had
    }
    m_target *= std::pow(growth, std::min(seconds, 1.0));
}

bool RateControl::isFast(Moment now) const
{
    const bool isBack = m_resumed && now - *m_resumed < 3 * graceAfterSilence;
    // Who starts low does so because the line is known to be thin.
    return isBack || (!m_capacity && m_settings.start >= thinStart);
}

void RateControl::watchStandingDelay(const LineSample& sample)
{
    const bool stands = sample.queueMillis > queueHigh && sample.lossShare < lossWithQueue &&
                        std::abs(sample.queueMillis - m_standingMillis) < standingTolerance;
    if (!stands) {
        m_standingMillis = sample.queueMillis;
        m_standsSince.reset();
        return;
    }
    if (!m_standsSince) {
        m_standsSince = sample.at;
    }
    if (sample.at - *m_standsSince >= standsStill) {
        m_needsBase = true;
        m_standsSince.reset();
    }
}

bool RateControl::takesNewBase()
{
    return std::exchange(m_needsBase, false);
}

} // namespace chevet::call
