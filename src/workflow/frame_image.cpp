// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/frame_image.h"

#include <utility>

namespace chevet::workflow {

QImage imageOf(call::Frame frame)
{
    if (frame.pixels == nullptr) {
        return {};
    }
    auto* kept = new std::shared_ptr<const void>(std::move(frame.keepAlive));
    return {frame.pixels,
            frame.width,
            frame.height,
            frame.stride,
            QImage::Format_RGB32,
            [](void* held) { delete static_cast<std::shared_ptr<const void>*>(held); },
            kept};
}

} // namespace chevet::workflow
