// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A GStreamer sample seen as a Frame: the pixels stay where they are and are kept alive.
#pragma once

#include "call/frame.h"
#include "call/media_handles.h"

#include <optional>

namespace chevet::call {

/// Nothing unless the sample has 32-bit pixels (BGRx).
std::optional<Frame> frameOf(GstSample* sample);

} // namespace chevet::call
