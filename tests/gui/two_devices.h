// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A vault into which a colleague's device has written: the two knew nothing of each other. It opens with the
// passphrase of the gui tests.
#pragma once

#include "casebook/casebook.h"
#include "foundation/clock.h"

#include <filesystem>
#include <string>
#include <vector>

namespace chevet::test {

struct Contested
{
    CaseId id;
    ResidentId resident;
};

/// A resident with two rooms, 12 by the nurse of this desk and 118 by the physician of the other device, and
/// a case with two decisions: a call, P3, by the nurse and a visit, P1, by the physician.
Contested foundContestedVault(const std::filesystem::path& folder, const Clock& clock,
                              const std::vector<std::string>& overlaysAtOnce = {});

/// A vault of one member in this role, with one open request of which nobody has decided.
CaseId foundVaultOf(clinical::Role role, const std::filesystem::path& folder, const Clock& clock);

} // namespace chevet::test
