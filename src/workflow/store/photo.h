// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A photo as it came from the bedside, made visible. Thread: any.
#pragma once

#include "foundation/bytes.h"

#include <QImage>

namespace chevet::workflow {

/// Null for what is no JPEG, or one of absurd size (over 64 million pixels).
QImage photoFrom(View jpeg);

} // namespace chevet::workflow
