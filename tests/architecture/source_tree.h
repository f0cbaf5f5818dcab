// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The files under a folder, read and cut into words once, and what a check says about them.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "architecture/cpp_tokens.h"

namespace chevet::architecture {

struct SourceFile
{
    std::string text;
    Code code;
};

/// By path from the folder: "workflow/intake.h". Only .h and .cpp.
using SourceTree = std::map<std::string, SourceFile>;

SourceTree readTree(const std::filesystem::path& folder);
/// An invented tree, for the tests of the checks.
SourceTree treeOf(const std::map<std::string, std::string>& texts);

struct Finding
{
    std::string path;
    int line = 0;
    std::string what;
};
using Findings = std::vector<Finding>;

std::ostream& operator<<(std::ostream& out, const Finding& finding);
void append(Findings& to, Findings more);

bool isHeader(std::string_view path);
std::string readText(const std::filesystem::path& file);

} // namespace chevet::architecture
