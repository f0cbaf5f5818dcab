// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Debian 12 has Catch2 v2 (one header), Debian 13 has v3: the only place that knows.
#pragma once

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx; // v2 has it outside every namespace
#else
#include <catch2/catch.hpp>
#endif
