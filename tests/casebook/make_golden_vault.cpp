// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// casebook_make_golden_vault FOLDER: run once for each released version; the folder goes into tests/data.
#include "casebook/golden_vault.h"

#include <cstdio>

int main(int count, char** arguments)
{
    const auto made =
        count == 2 ? chevet::test::makeGoldenVault(arguments[1]) : chevet::fail(chevet::ErrorCode::BadInput);
    if (!made) {
        std::fprintf(stderr, "%s\n", std::string(chevet::errorName(made.error().code)).c_str());
        return 1;
    }
    return 0;
}
