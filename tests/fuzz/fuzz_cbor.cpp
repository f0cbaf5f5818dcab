// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever cbor::check accepts has exactly one encoding; nothing reads beyond its input.
#include "support/cbor_copy.h"

#include <algorithm>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const chevet::View input(bytes, size);
    if (chevet::cbor::check(input)) {
        if (!std::ranges::equal(chevet::test::copyOfCbor(input), input)) {
            std::abort();
        }
    } else {
        chevet::cbor::Reader reader(input);
        while (reader.ok() && reader.peek() != chevet::cbor::Type::End) {
            reader.skip();
        }
    }
    return 0;
}
