// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The list of clang-tidy's checks: what is left out has its reason.
#include "support/catch.h"

#include <algorithm>
#include <sstream>

#include "architecture/source_tree.h"

using namespace chevet::architecture;

TEST_CASE("every check that the lint leaves out has its reason")
{
    std::istringstream lines(readText(std::filesystem::path(CHEVET_SOURCE_DIR) / ".clang-tidy"));
    std::vector<std::string> excluded;
    std::vector<std::string> explained;
    for (std::string line; std::getline(lines, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("  -") && !line.starts_with("  - ") && line != "  -*,") {
            excluded.push_back(
                line.substr(3, line.find(',') - 3)); // the last has no comma: npos - 3 is far enough
        } else if (line.starts_with("# ") && colon != std::string::npos && line.size() > colon + 12) {
            explained.push_back(line.substr(2, colon - 2));
        }
    }
    std::sort(explained.begin(), explained.end());
    CHECK(excluded.size() >= 10);
    for (const auto& check : excluded) {
        INFO(check);
        CHECK(std::binary_search(explained.begin(), explained.end(), check));
    }
}
