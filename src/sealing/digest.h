// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SHA-256, and the ids derived with it.
#pragma once

#include "foundation/bytes.h"
#include "foundation/ids.h"

#include <initializer_list>

namespace chevet::sealing {

/// Over the parts as if they were one text. Any thread.
Sha256 sha256(std::initializer_list<View> parts);

/// First 16 bytes of SHA-256("kid1" ‖ key): names a key and commits to it.
KeyId keyIdOf(View key);

} // namespace chevet::sealing
