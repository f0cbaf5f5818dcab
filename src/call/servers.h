// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The servers of a teleconsultation as whoever runs them writes them down: a text of lines NAME=VALUE,
// printed by packaging/bedside/install and packaging/bedside/local. It holds the relay's secret.
#pragma once

#include "call/messages.h"
#include "foundation/clock.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::call {

struct CallServers
{
    std::string page;         ///< the page's host, with its port if it is not 443: what stands in a link
    std::string host;         ///< where the desk finds the broker
    std::uint16_t port = 443; ///< likewise
    std::string authorities;  ///< a file of certificates to trust; empty: the system's
    std::vector<std::string> relays; ///< "turn:host:3478?transport=udp", …; may be empty
    std::string telephone;           ///< where a home reaches the team
    SecretBytes relaySecret;         ///< needed as soon as there are relays

    /// With passwords that are good until then. `forWhom`: as makeRelayPassword. Errors: likewise.
    Result<std::vector<message::RelayServer>> relaysUntil(Instant until, std::string_view forWhom) const;
};

/// Lines that begin with '#' and names that are not known are left aside. Errors: BadInput, its place says
/// what is wrong and in which line its number: "server line" (no '='), "server page" (missing, or not
/// https://HOST/), "server host", "server port", "server relay" (not turn: or turns:), "server relay secret"
/// (missing beside a relay).
Result<CallServers> readServers(std::string_view text);

} // namespace chevet::call
