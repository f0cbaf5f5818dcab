// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random bodies of every kind, all of them storable.
#pragma once

#include "clinical/registry.h"
#include "support/random.h"

namespace chevet::test {

/// Any kind but text parts. Ids are random.
clinical::EventBody randomBody(Random& random, clinical::Kind kind);
clinical::Facts randomFacts(Random& random);
/// A few words with letters of one to four bytes.
std::string randomText(Random& random, std::size_t mostWords = 12);

} // namespace chevet::test
