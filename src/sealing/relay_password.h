// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What opens the team's relay (TURN) for a limited time: coturn's shared-secret form. The user's name begins
// with the time at which it ends; the password is the name's HMAC under the secret that desk and relay share.
#pragma once

#include "foundation/bytes.h"
#include "foundation/clock.h"
#include "foundation/result.h"

#include <string>

namespace chevet::sealing {

struct RelayPassword
{
    std::string user; ///< "1795999000:room": seconds since 1970, then who it was made for
    std::string password;
};

/// HMAC-SHA1 in Base64, which is what coturn's `use-auth-secret` asks for. `forWhom` names no person: it
/// stands in the relay's log. Errors: BadInput (an empty secret), Internal.
Result<RelayPassword> makeRelayPassword(View secret, Instant until, std::string_view forWhom);

} // namespace chevet::sealing
