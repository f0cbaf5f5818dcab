// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The lines that a call is measured on, and what is asked of it on each.
#pragma once

#include "call/media_link.h"

#include <chrono>
#include <string>
#include <vector>

#include "bench/report.h"

namespace chevet::bench {

struct Runs;

struct MeasuredLine
{
    std::string name;
    test::LineSettings settings = {};
    bool isThereFromTheStart = false; ///< else it falls so in mid-call
    std::chrono::seconds cut{0};      ///< in mid-call; 0: none
    bool hasYardstick = true;
    void (*judge)(Report& report, const MeasuredLine& line, const Runs& runs) = nullptr;
};

const std::vector<MeasuredLine>& measuredLines();
const MeasuredLine* lineNamed(const std::string& name);
std::string namesOfLines();

} // namespace chevet::bench
