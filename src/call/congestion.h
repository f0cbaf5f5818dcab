// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How much the line carries, from what the other side says it has seen of the packets sent. Pure: values in,
// values out. The queue is seen as the smallest one-way delay of the last half second over the smallest of
// the last half minute (a median would take the sender's own bursts for a queue); random loss alone takes
// little away; the rate falls to what was received and no single overload takes it to the bottom.
#pragma once

#include "call/moment.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>

namespace chevet::call {

struct PacketReport
{
    std::uint32_t bytes = 0;
    std::int64_t sentMicros = 0;               ///< this machine's clock
    std::optional<std::int64_t> arrivedMicros; ///< the other's clock, any start; nothing: it did not arrive
};

/// What the line did lately.
struct LineSample
{
    Moment at{};
    double receivedBitsPerSecond = 0;
    double lossShare = 0; ///< of the last second's packets
    double queueMillis = 0;
};

class LineWindow
{
public:
    void add(Moment now, std::span<const PacketReport> reports);
    /// Nothing before a first packet has arrived.
    std::optional<LineSample> sample(Moment now) const;
    /// The path has changed: forget what its delay was.
    void forgetBase();

private:
    struct Seen
    {
        Moment heard{};
        std::uint32_t bytes = 0;
        std::optional<double> arrivedMillis;
        double delayMillis = 0;
    };
    struct Least
    {
        Moment second{};
        double delayMillis = 0;
    };
    void noteBase(Moment now, double delayMillis);

    std::deque<Seen> m_seen;
    std::deque<Least> m_base; ///< the least of each second, half a minute of them
};

struct RateSettings
{
    int start = 350'000; ///< bits a second, picture and sound together
    int floor = 30'000;
    int ceiling = 1'700'000;
};

class RateControl
{
public:
    explicit RateControl(RateSettings settings = {})
        : m_settings(settings), m_target(static_cast<double>(settings.start))
    {}

    /// About every 50 to 250 ms; without a sample if no feedback has come. Returns bits a second.
    int update(Moment now, const std::optional<LineSample>& fresh);
    int target() const { return static_cast<int>(m_target); }
    /// True once after the delay has stood still for seconds although little was sent: it is the path's own.
    bool takesNewBase();

private:
    void silent(Moment now);
    void overloaded(const LineSample& sample);
    void raise(const LineSample& sample, double seconds);
    bool isFast(Moment now) const;
    void watchStandingDelay(const LineSample& sample);

    RateSettings m_settings;
    double m_target;
    std::optional<double> m_capacity; ///< what came through when there was too much
    std::optional<Moment> m_lastUpdate;
    std::optional<Moment> m_lastFeedback;
    std::optional<Moment> m_lastDecrease;
    std::optional<Moment> m_overloadBegan;
    std::optional<Moment> m_lastSilence;
    std::optional<Moment> m_resumed;
    std::optional<Moment> m_standsSince;
    double m_standingMillis = 0;
    bool m_needsBase = false;
};

} // namespace chevet::call
