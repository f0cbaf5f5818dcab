// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The address of a relay as webrtcbin wants it, from the form that browsers use (CALL.md, offer).
#pragma once

#include "call/media_values.h"

#include <string>

namespace chevet::call {

enum class RelayKind
{
    Stun,
    Turn
};
struct RelayAddress
{
    RelayKind kind = RelayKind::Turn;
    /// "turn://USER:PASSWORD@HOST:PORT?transport=udp", user and password percent-encoded. Never to be logged.
    std::string uri;
};

/// "turn:host:3478?transport=udp" with user and password. BadInput: another scheme, a host or a port that is
/// none.
Result<RelayAddress> relayAddress(const Relay& relay);

std::string percentEncoded(std::string_view text);

} // namespace chevet::call
