// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The built chevet, run as a user would run it.
#pragma once

#include "support/program_run.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace chevet::test {

inline ProgramRun runChevet(const std::vector<std::string>& arguments, ProgramInput input = {})
{
    input.environment.try_emplace("LC_ALL", "C.UTF-8");
    return runProgram(CHEVET_BINARY_DIR "/bin/chevet", arguments, input);
}

inline ProgramRun triage(const std::string& facts)
{
    return runChevet({"triage", "-"}, {.text = facts});
}

/// A message is one line, so that a script can show it.
inline bool isOneLine(const std::string& text)
{
    return text.starts_with("chevet: ") && std::count(text.begin(), text.end(), '\n') == 1 &&
           text.back() == '\n';
}

inline std::string readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void writeFile(const std::string& path, const std::string& text)
{
    std::ofstream(path, std::ios::binary) << text;
}

} // namespace chevet::test
