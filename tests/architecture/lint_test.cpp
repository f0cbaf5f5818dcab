// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of clang-tidy's checks: what is left out has its reason.
#include "support/catch.h"

#include <algorithm>
#include <sstream>

#include "architecture/source_tree.h"

using namespace chevet::architecture;

namespace {

struct Exclusions
{
    std::vector<std::string> excluded;
    std::vector<std::string> explained;
};

Exclusions exclusionsOf(const std::filesystem::path& file)
{
    Exclusions found;
    std::istringstream lines(readText(file));
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("  -") && !line.starts_with("  - ") && line != "  -*,") {
            // the last has no comma: npos - 3 is far enough
            found.excluded.push_back(line.substr(3, line.find(',') - 3));
        } else if (line.starts_with("# ") && colon != std::string::npos && line.size() > colon + 12) {
            found.explained.push_back(line.substr(2, colon - 2));
        }
    }
    std::sort(found.explained.begin(), found.explained.end());
    return found;
}

} // namespace

TEST_CASE("every check that the lint leaves out has its reason")
{
    const std::filesystem::path top(CHEVET_SOURCE_DIR);
    std::vector<std::filesystem::path> files = {top / ".clang-tidy"};
    CHECK(exclusionsOf(files.front()).excluded.size() >= 10);
    for (const auto& folder : std::filesystem::directory_iterator(top / "src")) {
        if (std::filesystem::exists(folder.path() / ".clang-tidy")) {
            files.push_back(folder.path() / ".clang-tidy");
        }
    }
    CHECK(files.size() > 1);
    for (const auto& file : files) {
        const auto exclusions = exclusionsOf(file);
        CHECK_FALSE(exclusions.excluded.empty());
        for (const auto& check : exclusions.excluded) {
            INFO(file << ": " << check);
            CHECK(std::binary_search(exclusions.explained.begin(), exclusions.explained.end(), check));
        }
    }
}
