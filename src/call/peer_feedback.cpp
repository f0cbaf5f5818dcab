// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/peer_feedback.h"

#include <array>
#include <mutex>

namespace chevet::call {
namespace {

constexpr std::size_t remembered = 4096;
constexpr std::int64_t tick = 250; // microseconds

unsigned two(View bytes, std::size_t at)
{
    return (unsigned(bytes[at]) << 8) | bytes[at + 1];
}

/// 0 not received, 1 a small and 2 a large difference follows; the others are reserved.
Result<std::vector<unsigned>> readSymbols(View body, std::size_t count, std::size_t& at)
{
    std::vector<unsigned> symbols;
    symbols.reserve(count);
    while (symbols.size() < count) {
        if (at + 2 > body.size()) {
            return fail(ErrorCode::Truncated, "feedback");
        }
        const auto chunk = two(body, at);
        at += 2;
        if ((chunk & 0x8000) == 0) { // a run
            const auto symbol = (chunk >> 13) & 3;
            for (unsigned i = chunk & 0x1fff; i > 0 && symbols.size() < count; --i) {
                symbols.push_back(symbol);
            }
            if ((chunk & 0x1fff) == 0) {
                return fail(ErrorCode::BadInput, "feedback");
            }
            continue;
        }
        const unsigned bits = (chunk & 0x4000) == 0 ? 1 : 2;
        for (int shift = 14 - int(bits); shift >= 0 && symbols.size() < count; shift -= int(bits)) {
            symbols.push_back((chunk >> shift) & (bits == 1 ? 1u : 3u));
        }
    }
    return symbols;
}

} // namespace

Result<std::vector<PacketStatus>> readFeedback(View body)
{
    if (body.size() < 8) {
        return fail(ErrorCode::Truncated, "feedback");
    }
    const auto first = static_cast<std::uint16_t>(two(body, 0));
    const std::size_t count = two(body, 2);
    const std::int64_t raw = (std::int64_t(body[4]) << 16) | (std::int64_t(body[5]) << 8) | body[6];
    std::int64_t time = raw * 64'000;
    std::size_t at = 8;
    const auto symbols = readSymbols(body, count, at);
    if (!symbols) {
        return failAs(symbols);
    }
    std::vector<PacketStatus> statuses;
    statuses.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        PacketStatus status{static_cast<std::uint16_t>(first + i), std::nullopt};
        const auto symbol = (*symbols)[i];
        const std::size_t bytes = symbol == 1 ? 1 : symbol == 2 ? 2 : 0;
        if (symbol == 3 || at + bytes > body.size()) {
            return fail(symbol == 3 ? ErrorCode::BadInput : ErrorCode::Truncated, "feedback");
        }
        if (bytes != 0) {
            time += tick * (bytes == 1 ? std::int64_t(body[at]) : std::int64_t(std::int16_t(two(body, at))));
            status.arrivedMicroseconds = time;
            at += bytes;
        }
        statuses.push_back(status);
    }
    return statuses;
}

std::optional<std::uint16_t> transportNumber(View packet, int extension)
{
    constexpr std::size_t fixed = 12;
    if (packet.size() < fixed || (packet[0] >> 6) != 2 || (packet[0] & 0x10) == 0) {
        return std::nullopt;
    }
    std::size_t at = fixed + std::size_t(4) * (packet[0] & 15u);
    if (at + 4 > packet.size() || two(packet, at) != 0xbede) {
        return std::nullopt;
    }
    const auto end = at + 4 + std::size_t(4) * two(packet, at + 2);
    at += 4;
    while (at < end && at < packet.size()) {
        const int id = packet[at] >> 4;
        const std::size_t length = id == 0 ? 0 : (packet[at] & 15u) + 1u;
        if (id == extension && length == 2 && at + 2 < packet.size()) {
            return static_cast<std::uint16_t>(two(packet, at + 1));
        }
        if (id == 15) {
            return std::nullopt;
        }
        at += 1 + length;
    }
    return std::nullopt;
}

struct SendLog::State
{
    struct Sent
    {
        std::uint16_t number = 0;
        std::uint32_t bytes = 0;
        std::int64_t microseconds = 0;
        bool isOpen = false;
    };
    std::mutex mutex;
    std::array<Sent, remembered> packets{};
};

SendLog::SendLog() : m_state(std::make_unique<State>()) {}
SendLog::~SendLog() = default;

void SendLog::sent(std::uint16_t number, std::uint32_t bytes, std::int64_t microseconds)
{
    const std::scoped_lock lock(m_state->mutex);
    m_state->packets[number % remembered] = {number, bytes, microseconds, true};
}

std::vector<PacketSeen> SendLog::match(const std::vector<PacketStatus>& statuses)
{
    std::vector<PacketSeen> seen;
    const std::scoped_lock lock(m_state->mutex);
    for (const auto& status : statuses) {
        auto& packet = m_state->packets[status.number % remembered];
        if (!packet.isOpen || packet.number != status.number) {
            continue;
        }
        // A packet reported lost may still be reported as arrived by a later feedback.
        packet.isOpen = !status.arrivedMicroseconds;
        seen.push_back({status.number, packet.bytes, packet.microseconds, status.arrivedMicroseconds});
    }
    return seen;
}

} // namespace chevet::call
