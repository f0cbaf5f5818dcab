// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FACTS.json: what is read is written again as the same facts; what is refused says where.
#include "commands/facts_json.h"
#include "foundation/bytes.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace chevet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const auto facts = commands::factsFromJson(textOf(chevet::View(bytes, size)));
    if (!facts) {
        const auto& fault = facts.error();
        using Kind = commands::JsonFault::Kind;
        const bool hasPlace = fault.kind == Kind::Empty || fault.kind == Kind::TooLarge ||
                              fault.kind == Kind::TooDeep || fault.line > 0 || !fault.path.empty();
        if (!hasPlace) {
            std::abort();
        }
        return 0;
    }
    const auto again = commands::factsFromJson(commands::written(commands::factsToJson(*facts), -1));
    if (!again || !(*again == *facts)) {
        std::abort();
    }
    return 0;
}
