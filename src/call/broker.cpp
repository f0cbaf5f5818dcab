// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/broker.h"

#include "sealing/randomness.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <deque>
#include <mosquitto.h>
#include <mutex>
#include <optional>
#include <poll.h>
#include <random>
#include <sys/eventfd.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace chevet::call {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t mostWaiting = 256;
constexpr int atLeastOnce = 1;
constexpr int largestMessage = 48 * 1024; ///< the broker's, with room for the topic
/// The library wants to be asked about its keep-alive about this often.
constexpr milliseconds upkeep{1000};

struct FreedByLibrary
{
    void operator()(mosquitto* client) const { mosquitto_destroy(client); }
};
using Client = std::unique_ptr<mosquitto, FreedByLibrary>;

bool isLoopback(const std::string& host)
{
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

/// Wakes a thread that waits in poll.
class Bell
{
public:
    Bell() : m_end(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~Bell() { ::close(m_end); }
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;

    void ring() const
    {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(m_end, &one, sizeof one);
    }
    void quieten() const
    {
        std::uint64_t count = 0;
        [[maybe_unused]] const auto got = ::read(m_end, &count, sizeof count);
    }
    int end() const { return m_end; }

private:
    int m_end;
};

} // namespace

class Broker::Line
{
public:
    Line(BrokerSettings settings, BrokerListener& listener)
        : m_settings(std::move(settings)), m_listener(listener)
    {
        static const int started = mosquitto_lib_init();
        m_isUsable = started == MOSQ_ERR_SUCCESS;
        m_thread = std::thread([this] { run(); });
    }
    ~Line()
    {
        m_isEnding = true;
        m_bell.ring();
        m_thread.join();
    }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    bool publish(std::string topic, Bytes bytes)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_isUp || m_waiting.size() >= mostWaiting) {
                return false;
            }
            m_waiting.emplace_back(std::move(topic), std::move(bytes));
        }
        m_bell.ring();
        return true;
    }
    void retryNow()
    {
        m_retries = true;
        m_bell.ring();
    }
    bool isUp() const { return m_isUp; }
    BrokerFault lastFault() const { return m_fault; }

private:
    void run();
    bool begin();
    bool secure();
    void serve();
    bool serveOnce();
    void sendWaiting();
    void pause(milliseconds span);
    void wait(short events, milliseconds span);
    void goUp();
    void goDown(BrokerFault fault);
    void sayGoodbye();
    static BrokerFault faultOf(int code);

    static void onConnect(mosquitto*, void* self, int code);
    static void onSubscribe(mosquitto*, void* self, int id, int count, const int* granted);
    static void onMessage(mosquitto*, void* self, const mosquitto_message* message);

    BrokerSettings m_settings;
    BrokerListener& m_listener;
    Bell m_bell;
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_retries = false;
    std::atomic<bool> m_isUp = false;
    std::atomic<BrokerFault> m_fault = BrokerFault::None;
    std::mutex m_mutex; ///< of what waits
    std::deque<std::pair<std::string, Bytes>> m_waiting;
    // the thread's own
    Client m_client;
    bool m_isUsable = false;
    bool m_wasRefused = false;
    short m_happened = 0;
    std::optional<BrokerFault> m_told;
    Clock::time_point m_begun;
    std::minstd_rand m_jitter{std::random_device{}()};
    std::thread m_thread;
};

void Broker::Line::run()
{
    // The TLS library writes without saying that a closed socket is no reason to end the program.
    sigset_t pipe;
    ::sigemptyset(&pipe);
    ::sigaddset(&pipe, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    auto span = m_settings.firstPause;
    while (!m_isEnding) {
        if (begin()) {
            serve();
        }
        if (m_isUp) {
            span = m_settings.firstPause;
            goDown(BrokerFault::Lost);
        }
        m_client.reset();
        if (!m_isEnding) {
            pause(span);
            span = std::min(span * 2, m_settings.longestPause);
        }
    }
}

/// False if it can't even be tried; the reason has been told.
bool Broker::Line::begin()
{
    m_wasRefused = false;
    m_begun = Clock::now();
    if (m_settings.transport == BrokerTransport::PlainLoopback && !isLoopback(m_settings.host)) {
        goDown(BrokerFault::NotTrusted);
        return false;
    }
    std::array<std::uint8_t, 8> name{}; // a broker may refuse a client that brings none
    const bool isNamed = sealing::systemRandomness().fillPublic(name).has_value();
    m_client.reset(m_isUsable && isNamed ? mosquitto_new(toHex(name).c_str(), true, this) : nullptr);
    auto* client = m_client.get();
    if (client == nullptr || mosquitto_username_pw_set(client, m_settings.user.c_str(), nullptr) != 0 ||
        !secure()) {
        goDown(BrokerFault::Internal);
        return false;
    }
    mosquitto_int_option(client, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V311);
    mosquitto_int_option(client, MOSQ_OPT_TCP_NODELAY, 1);
    mosquitto_connect_callback_set(client, &Line::onConnect);
    mosquitto_subscribe_callback_set(client, &Line::onSubscribe);
    mosquitto_message_callback_set(client, &Line::onMessage);
    errno = 0;
    const int code = mosquitto_connect_async(client, m_settings.host.c_str(), m_settings.port,
                                             static_cast<int>(m_settings.keepAlive.count()));
    if (code != MOSQ_ERR_SUCCESS) {
        goDown(faultOf(code));
        return false;
    }
    return true;
}

bool Broker::Line::secure()
{
    if (m_settings.transport == BrokerTransport::PlainLoopback) {
        return true;
    }
    auto* client = m_client.get();
    constexpr int verifiesPeer = 1;
    const int trusted =
        m_settings.authorities.empty()
            ? mosquitto_int_option(client, MOSQ_OPT_TLS_USE_OS_CERTS, 1)
            : mosquitto_tls_set(client, m_settings.authorities.c_str(), nullptr, nullptr, nullptr, nullptr);
    return trusted == MOSQ_ERR_SUCCESS &&
           mosquitto_tls_opts_set(client, verifiesPeer, "tlsv1.2", nullptr) == MOSQ_ERR_SUCCESS &&
           mosquitto_string_option(client, MOSQ_OPT_TLS_ALPN, "mqtt") == MOSQ_ERR_SUCCESS;
}

void Broker::Line::serve()
{
    while (!m_isEnding && serveOnce()) {
        if (!m_isUp && Clock::now() - m_begun > m_settings.patience) {
            goDown(BrokerFault::Unreachable);
            return;
        }
        if (m_wasRefused) {
            goDown(BrokerFault::Refused);
            return;
        }
    }
    if (m_isEnding) {
        sayGoodbye();
    }
}

/// False when the connection is gone.
bool Broker::Line::serveOnce()
{
    auto* client = m_client.get();
    sendWaiting();
    const bool wantsWrite = mosquitto_want_write(client);
    wait(static_cast<short>(POLLIN | (wantsWrite ? POLLOUT : 0)), upkeep);
    errno = 0;
    int code = MOSQ_ERR_SUCCESS;
    if ((m_happened & (POLLIN | POLLERR | POLLHUP)) != 0) {
        code = mosquitto_loop_read(client, 1);
    }
    if (code == MOSQ_ERR_SUCCESS && (m_happened & POLLOUT) != 0) {
        code = mosquitto_loop_write(client, 1);
    }
    if (code == MOSQ_ERR_SUCCESS) {
        code = mosquitto_loop_misc(client);
    }
    const bool isThere = code == MOSQ_ERR_SUCCESS && mosquitto_socket(client) >= 0;
    if (!isThere && !m_isUp && !m_wasRefused) {
        goDown(faultOf(code));
    }
    if (m_wasRefused) {
        goDown(BrokerFault::Refused);
        return false;
    }
    return isThere;
}

void Broker::Line::sendWaiting()
{
    for (;;) {
        std::pair<std::string, Bytes> next;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.empty() || !m_isUp) {
                return;
            }
            next = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        mosquitto_publish(m_client.get(), nullptr, next.first.c_str(), static_cast<int>(next.second.size()),
                          next.second.data(), atLeastOnce, false);
    }
}

void Broker::Line::pause(milliseconds span)
{
    // All desks of a hospital lose the broker at once, and must not come back in the same instant.
    const auto quarter = span.count() / 4;
    const auto until = Clock::now() + span -
                       milliseconds(quarter == 0 ? 0 : static_cast<std::int64_t>(m_jitter()) % quarter);
    while (!m_isEnding && !m_retries.exchange(false) && Clock::now() < until) {
        wait(0, std::chrono::ceil<milliseconds>(until - Clock::now()));
    }
}

/// Until the bell rings, the socket has something, or the time is over.
void Broker::Line::wait(short events, milliseconds span)
{
    const int socket = events != 0 && m_client ? mosquitto_socket(m_client.get()) : -1;
    pollfd ends[] = {{m_bell.end(), POLLIN, 0}, {socket, events, 0}};
    ::poll(ends, 2, static_cast<int>(std::max<std::int64_t>(span.count(), 0)));
    if (ends[0].revents != 0) {
        m_bell.quieten();
    }
    m_happened = ends[1].revents;
}

void Broker::Line::goUp()
{
    m_isUp = true;
    m_told.reset();
    m_listener.onBroker(BrokerUp{});
}

void Broker::Line::goDown(BrokerFault fault)
{
    {
        const std::lock_guard lock(m_mutex);
        m_isUp = false;
        m_waiting.clear();
    }
    m_fault = fault;
    if (!m_isEnding && m_told != fault) {
        m_told = fault;
        m_listener.onBroker(BrokerDown{fault});
    }
}

void Broker::Line::sayGoodbye()
{
    auto* client = m_client.get();
    sendWaiting();
    // What was just said ("the call has ended") still leaves, if the line takes it at once.
    for (int round = 0; round < 100 && mosquitto_want_write(client); ++round) {
        if (mosquitto_loop_write(client, 1) != MOSQ_ERR_SUCCESS) {
            return;
        }
    }
    mosquitto_disconnect(client);
}

BrokerFault Broker::Line::faultOf(int code)
{
    switch (code) {
    case MOSQ_ERR_TLS:
    case MOSQ_ERR_TLS_HANDSHAKE: return BrokerFault::NotTrusted;
    case MOSQ_ERR_CONN_REFUSED:
    case MOSQ_ERR_AUTH:
    case MOSQ_ERR_ACL_DENIED: return BrokerFault::Refused;
    case MOSQ_ERR_NOMEM:
    case MOSQ_ERR_INVAL: return BrokerFault::Internal;
    default: return BrokerFault::Unreachable;
    }
}

void Broker::Line::onConnect(mosquitto* client, void* self, int code)
{
    auto& line = *static_cast<Line*>(self);
    line.m_wasRefused =
        code != 0 || mosquitto_subscribe(client, nullptr, line.m_settings.topic.c_str(), atLeastOnce) != 0;
}

void Broker::Line::onSubscribe(mosquitto*, void* self, int, int count, const int* granted)
{
    constexpr int refused = 0x80;
    auto& line = *static_cast<Line*>(self);
    if (count < 1 || granted[0] >= refused) {
        line.m_wasRefused = true;
        return;
    }
    line.goUp();
}

void Broker::Line::onMessage(mosquitto*, void* self, const mosquitto_message* message)
{
    auto& line = *static_cast<Line*>(self);
    if (message->payloadlen < 0 || message->payloadlen > largestMessage) {
        return;
    }
    const View bytes(static_cast<const std::uint8_t*>(message->payload),
                     static_cast<std::size_t>(message->payloadlen));
    line.m_listener.onBroker(
        BrokerMessage{message->topic, Bytes(bytes.begin(), bytes.end()), message->retain});
}

Broker::Broker(BrokerSettings settings, BrokerListener& listener)
    : m_line(std::make_unique<Line>(std::move(settings), listener))
{}

Broker::~Broker() = default;

bool Broker::publish(std::string topic, Bytes bytes)
{
    return m_line->publish(std::move(topic), std::move(bytes));
}

void Broker::retryNow()
{
    m_line->retryNow();
}

bool Broker::isUp() const
{
    return m_line->isUp();
}

BrokerFault Broker::lastFault() const
{
    return m_line->lastFault();
}

} // namespace chevet::call
