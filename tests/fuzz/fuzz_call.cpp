// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is read as a message or a link is written again as the same; nothing reads beyond its input.
#include "call/link.h"
#include "call/messages.h"

#include <cstdlib>

namespace {

void mustHold(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    using namespace chevet::call;
    const chevet::View input(bytes, size);
    if (const auto message = message::decodeToDesk(input)) {
        const auto encoded = message::encode(*message);
        mustHold(encoded && message::decodeToDesk(*encoded) && *message::decodeToDesk(*encoded) == *message);
    }
    if (const auto message = message::decodeToSeat(input)) {
        const auto encoded = message::encode(*message);
        mustHold(encoded && message::decodeToSeat(*encoded) && *message::decodeToSeat(*encoded) == *message);
    }
    if (const auto link = parseLink(chevet::textOf(input))) {
        mustHold(linkText(*link) == chevet::textOf(input));
    }
    return 0;
}
