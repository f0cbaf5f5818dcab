// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// X25519 key agreement (RFC 7748), on raw 32-byte keys. The library's own key objects live no longer than
// one call. Any thread.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"

#include <array>
#include <cstdint>

namespace chevet::sealing {

using PublicKey = std::array<std::uint8_t, 32>;

Result<PublicKey> agreementPublicKey(View privateKey);

/// Error: NotAuthentic if the other side's key is of low order, so that the result would be zeros and known
/// to all.
Result<SecretBytes> agree(View privateKey, View otherPublicKey);

} // namespace chevet::sealing
