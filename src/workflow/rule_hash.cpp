// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/rule_hash.h"

#include "sealing/digest.h"

namespace chevet::workflow {

std::string hashOfRules(const std::string& text)
{
    return toHex(sealing::sha256({viewOf(text)}));
}

} // namespace chevet::workflow
