// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ids out of fixed binary forms, where their sixteen bytes are known to be there.
#pragma once

#include "foundation/bytes.h"

#include <algorithm>
#include <cstddef>

namespace chevet::sealing {

/// The id that stands at `at`; at least 16 bytes follow there.
template<class AnyId> AnyId idAt(View bytes, std::size_t at)
{
    AnyId id;
    std::ranges::copy(bytes.subspan(at, id.bytes.size()), id.bytes.begin());
    return id;
}

} // namespace chevet::sealing
