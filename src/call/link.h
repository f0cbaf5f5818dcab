// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The link that opens a room: https://HOST/#TOKEN (docs/CALL.md). Who holds it can ask to come in, and can't
// pose as the desk. It names nobody.
#pragma once

#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/call_keys.h"

#include <string>
#include <string_view>

namespace chevet::call {

using sealing::RoomId;
using sealing::SeatId;

struct CallLink
{
    std::string host; ///< with its port, if it has one
    RoomId room;
    SecretBytes secret;
    std::uint32_t expirySeconds = 0; ///< since 1970

    Instant expires() const { return {std::int64_t{expirySeconds} * 1000}; }
    /// By the clock of the desk, which wrote the expiry; a tablet's may be wrong by a day.
    bool isExpired(Instant now) const { return now >= expires(); }
};

/// Errors: BadInput (the host), OutOfRange (the expiry isn't ahead, or doesn't fit), RandomFailed.
Result<CallLink> makeLink(std::string_view host, const sealing::CallPublicKey& ofDesk, Instant now,
                          std::chrono::seconds lifetime, sealing::Randomness& randomness);

/// What is sent. Holds the secret: for the clipboard and the QR picture only.
std::string linkText(const CallLink& link);

/// An expired link is read like any other. Errors: BadInput, its place says what is wrong with the link:
/// "link scheme", "link host", "link token" (there is none), "link character", "link length", "link version".
Result<CallLink> parseLink(std::string_view text);

} // namespace chevet::call
