// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A call's picture as Qt paints it.
#pragma once

#include "call/frame.h"

#include <QImage>

namespace chevet::workflow {

/// Wraps the pixels without a copy; they live as long as the picture does. Null of an empty frame.
QImage imageOf(call::Frame frame);

} // namespace chevet::workflow
