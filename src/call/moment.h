// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Time that only ever goes forward, for whatever lasts: setting the machine's clock changes nothing in a
// call.
#pragma once

#include <chrono>

namespace chevet::call {

/// Milliseconds since any fixed start. Counts on while the machine sleeps, or a link would outlive its time.
using Moment = std::chrono::milliseconds;

} // namespace chevet::call
