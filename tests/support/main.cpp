// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The entry point of every test program without a window.
#define CATCH_CONFIG_RUNNER
#include "support/catch.h"

int main(int argc, char** argv)
{
    return Catch::Session().run(argc, argv);
}
