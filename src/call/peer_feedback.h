// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the other side saw of the packets sent to it (RTCP 205/15,
// draft-holmer-rmcat-transport-wide-cc-extensions-01), beside when they were sent: what congestion control
// works on.
#pragma once

#include "call/media_values.h"
#include "foundation/bytes.h"

#include <memory>
#include <optional>
#include <vector>

namespace chevet::call {

struct PacketStatus
{
    std::uint16_t number = 0;
    std::optional<std::int64_t>
        arrivedMicroseconds; ///< on a clock of the other side's that wraps after 12 days
};

/// The body of the feedback packet, after both SSRCs. BadInput or Truncated if it is none.
Result<std::vector<PacketStatus>> readFeedback(View body);

/// The transport-wide number of an RTP packet, if it carries one in extension `extension` (one-byte form).
std::optional<std::uint16_t> transportNumber(View packet, int extension);

/// Remembers when which packet left. Written by the sending thread, read by the one that gets feedback.
class SendLog
{
public:
    SendLog();
    ~SendLog();
    SendLog(const SendLog&) = delete;
    SendLog& operator=(const SendLog&) = delete;

    void sent(std::uint16_t number, std::uint32_t bytes, std::int64_t microseconds);
    /// What the statuses say about packets that are still remembered (the last 4096): one that has
    /// arrived once, one that is missing each time, since it may only be late.
    std::vector<PacketSeen> match(const std::vector<PacketStatus>& statuses);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace chevet::call
