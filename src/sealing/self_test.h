// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Published vectors, run once at every start: a library that computes wrongly must not seal anything.
#pragma once

#include "foundation/result.h"

namespace chevet::sealing {

/// SHA-256 (FIPS 180-4), HKDF (RFC 5869), scrypt (RFC 7914, a small one), AES-256-GCM (NIST), Ed25519 (RFC
/// 8032), X25519 (RFC 7748), HPKE (RFC 9180). Takes a few milliseconds. Error: SelfTestFailed; place names
/// the primitive.
Result<void> selfTest();

} // namespace chevet::sealing
