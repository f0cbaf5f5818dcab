// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The vault that every later version must open: made once for each released version, kept in tests/data for
// ever.
#pragma once

#include "foundation/result.h"

#include <filesystem>
#include <string_view>

namespace chevet::test {

inline constexpr std::string_view goldenPassphrase = "lavande colline pluvieux tambour seize abricot quai";

/// Makes the vault of this version in `folder` and beside it `rows.txt`, what it must be read as.
Result<void> makeGoldenVault(const std::filesystem::path& folder);

} // namespace chevet::test
