// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/simulated_line.h"

#include <algorithm>
#include <cmath>
#include <deque>

namespace chevet::call::test {
namespace {

constexpr double queueMillis = 500;
constexpr double stepMillis = 5;
constexpr std::uint32_t mtu = 1200;
constexpr std::uint32_t overhead = 60;

struct Sent
{
    PacketReport report;
    double arrivesMillis = 0; ///< here, by the sender's clock
    bool isLost = false;
};

struct Packet
{
    std::uint32_t bytes = 0;
    bool isLast = false;
    bool isSentAgain = false;
};

class Simulation
{
public:
    Simulation(std::uint64_t seed, RateSettings settings) : m_random(seed), m_rate(settings)
    {
        m_plan = m_ladder.update(Moment{0}, m_rate.target());
    }

    void step(double now, const Line& line, SecondSeen& second)
    {
        sendSound(now, line, second);
        makePicture(now, line);
        sendWaiting(now, line, second);
        if (now - m_lastFeedback >= 50) {
            m_lastFeedback = now;
            feedback(now, line);
        }
        second.target = m_rate.target();
        second.plan = m_plan;
    }

private:
    /// Nothing if it is lost, else when it arrives.
    std::optional<double> carry(double now, const Line& line, std::uint32_t bytes, SecondSeen& second)
    {
        second.sentBits += static_cast<int>(bytes * 8);
        const auto waits = std::max(0.0, m_busyUntil - now);
        const bool isLost = line.isCut || waits > queueMillis ||
                            static_cast<double>(m_random.below(100'000)) < line.lossShare * 100'000;
        Sent sent{.report = {bytes, static_cast<std::int64_t>(now * 1000), {}}, .isLost = isLost};
        if (!isLost) {
            m_busyUntil = std::max(now, m_busyUntil) + bytes * 8 * 1000 / line.bitsPerSecond;
            sent.arrivesMillis = m_busyUntil + line.delayMillis;
            // the other side's clock started at some other time
            sent.report.arrivedMicros = static_cast<std::int64_t>((sent.arrivesMillis + 777'000) * 1000);
            second.receivedBits += static_cast<int>(bytes * 8);
            second.worstQueueMillis = std::max(second.worstQueueMillis, m_busyUntil - now);
        }
        m_sent.push_back(sent);
        return isLost ? std::nullopt : std::optional(sent.arrivesMillis);
    }

    void sendSound(double now, const Line& line, SecondSeen& second)
    {
        if (now < m_nextSound) {
            return;
        }
        m_nextSound = now + m_plan.soundFrameMilliseconds;
        const auto bytes =
            static_cast<std::uint32_t>(m_plan.soundBitsPerSecond * m_plan.soundFrameMilliseconds / 8000);
        const auto arrives = carry(now, line, bytes + overhead, second);
        ++second.soundSent;
        second.soundInTime += arrives && *arrives - now < line.delayMillis + 400 ? 1 : 0;
    }

    void makePicture(double now, const Line& line)
    {
        if (now < m_nextPicture) {
            return;
        }
        const auto gap = m_plan.stillsEvery ? static_cast<double>(m_plan.stillsEvery->count())
                                            : 1000.0 / m_plan.framesPerSecond;
        m_nextPicture = now + gap;
        // an encoder hits its rate only roughly
        const auto noise = 0.7 + static_cast<double>(m_random.below(600)) / 1000;
        const auto size = static_cast<std::uint32_t>(m_plan.pictureBitsPerSecond * gap / 8000 * noise) + 1;
        for (auto left = size; left > 0; left -= std::min(left, mtu)) {
            m_waiting.push_back({std::min(left, mtu), left <= mtu, line.lossShare > 0});
        }
    }

    /// All at once, or a still's at its pace.
    void sendWaiting(double now, const Line& line, SecondSeen& second)
    {
        while (!m_waiting.empty() && now >= m_nextPacket) {
            const auto packet = m_waiting.front();
            m_waiting.pop_front();
            const auto pace = m_plan.stillPaceBitsPerSecond;
            m_nextPacket = pace ? now + packet.bytes * 8000.0 / *pace : now;
            // packets lost at random are sent again in time: the bucket has its own test
            m_isWhole =
                (carry(now, line, packet.bytes + overhead, second) || packet.isSentAgain) && m_isWhole;
            if (packet.isLast) {
                second.pictures += m_isWhole ? 1 : 0;
                m_isWhole = true;
            }
        }
    }

    void feedback(double now, const Line& line)
    {
        std::vector<PacketReport> reports;
        // what was lost is known once something later has arrived
        std::size_t known = 0;
        for (std::size_t i = 0; i < m_sent.size(); ++i) {
            if (!m_sent[i].isLost && m_sent[i].arrivesMillis + line.delayMillis <= now) {
                known = i + 1;
            }
        }
        for (; known > 0 && !line.isCut; --known) {
            reports.push_back(m_sent.front().report);
            m_sent.pop_front();
        }
        const Moment at{static_cast<std::int64_t>(now)};
        m_window.add(at, reports);
        m_rate.update(at, reports.empty() ? std::nullopt : m_window.sample(at));
        if (m_rate.takesNewBase()) {
            m_window.forgetBase();
        }
        m_plan = m_ladder.update(at, m_rate.target());
    }

    chevet::test::Random m_random;
    LineWindow m_window;
    RateControl m_rate;
    SendingLadder m_ladder;
    SendingPlan m_plan;
    std::deque<Sent> m_sent;
    std::deque<Packet> m_waiting;
    double m_nextPacket = 0;
    bool m_isWhole = true;
    double m_busyUntil = 0;
    double m_nextSound = 0;
    double m_nextPicture = 0;
    double m_lastFeedback = 0;
};

} // namespace

std::vector<SecondSeen> simulate(int seconds, std::uint64_t seed, const std::function<Line(double)>& lineAt,
                                 RateSettings settings)
{
    Simulation simulation(seed, settings);
    std::vector<SecondSeen> all(static_cast<std::size_t>(seconds));
    for (double now = 0; now < seconds * 1000.0; now += stepMillis) {
        const auto second = std::min(all.size() - 1, static_cast<std::size_t>(now / 1000));
        simulation.step(now, lineAt(now / 1000), all[second]);
    }
    return all;
}

} // namespace chevet::call::test
