// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk's line to the MQTT broker: one room's topics, over TLS with ALPN `mqtt`. It comes up again by
// itself, with growing pauses, and keeps nothing for later: what is said while it is down is refused. Sees
// sealed bytes only. Thread: its own, which alone calls the library; the listener is called there.
#pragma once

#include "foundation/bytes.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace chevet::call {

enum class BrokerTransport : std::uint8_t
{
    Tls,
    PlainLoopback ///< tests and the trial on one machine; refused for any address but the loopback's
};

struct BrokerSettings
{
    std::string host;
    std::uint16_t port = 443;
    BrokerTransport transport = BrokerTransport::Tls;
    std::string authorities; ///< a file of certificates to trust; empty: the system's
    std::string user;        ///< the room, in hexadecimal: what the broker's rule goes by
    std::string topic;       ///< what is listened to
    std::chrono::milliseconds firstPause{500};
    std::chrono::milliseconds longestPause{15'000};
    std::chrono::milliseconds patience{10'000}; ///< for a connection that was begun to come up
    std::chrono::seconds keepAlive{15};
};

/// Why it is down.
enum class BrokerFault : std::uint8_t
{
    None,
    Unreachable, ///< no such name, nobody listens there, or no answer in time
    NotTrusted,  ///< its certificate is not one that is trusted for this name, or it speaks no TLS
    Refused,     ///< it answered and would not have us, or not let us listen
    Lost,        ///< it was up before
    Internal
};

struct BrokerUp
{};
/// Told when it goes down, and again only if the reason changes.
struct BrokerDown
{
    BrokerFault fault = BrokerFault::None;
};
struct BrokerMessage
{
    std::string topic;
    Bytes bytes;
    bool isRetained = false; ///< the broker had kept it: nobody says it now
};
using BrokerEvent = std::variant<BrokerUp, BrokerDown, BrokerMessage>;

/// Called on the broker's thread, one event at a time; must not wait, and must not end the broker.
class BrokerListener
{
public:
    virtual ~BrokerListener() = default;
    virtual void onBroker(BrokerEvent event) = 0;
};

class Broker
{
public:
    /// Begins to connect. The listener outlives it.
    Broker(BrokerSettings settings, BrokerListener& listener);
    /// Says good-bye. Waits for the system's look-up of the name, if one is going on, and for nothing else.
    ~Broker();
    Broker(const Broker&) = delete;
    Broker& operator=(const Broker&) = delete;

    /// At least once, in order, not retained. Any thread. False while it is down, or if too much waits.
    bool publish(std::string topic, Bytes bytes);
    /// The network may have changed: without waiting for the pause's end. Any thread.
    void retryNow();
    bool isUp() const;
    /// The last reason, kept while it is up. Any thread.
    BrokerFault lastFault() const;

private:
    class Line;
    std::unique_ptr<Line> m_line;
};

} // namespace chevet::call
