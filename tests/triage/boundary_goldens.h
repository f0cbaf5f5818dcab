// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tests/data/triage/boundary_cases.toml as values.
#pragma once

#include "clinical/facts.h"
#include "triage/document.h"
#include "triage/triage_support.h"
#include "triage/vignettes.h"

#include <stdexcept>
#include <string>
#include <vector>

namespace chevet::test {

struct BoundaryGolden
{
    std::string about;
    clinical::Facts facts;
    std::string answer;
};

inline const std::vector<BoundaryGolden>& boundaryGoldens()
{
    static const auto goldens = [] {
        const auto document = triage::readDocument(readSourceFile("tests/data/triage/boundary_cases.toml"));
        if (!document || document->find("case") == nullptr) {
            throw std::invalid_argument("no boundary cases");
        }
        std::vector<BoundaryGolden> all;
        for (const auto& each : document->find("case")->items) {
            all.push_back({textOf(each, "about"), factsFrom(*each.find("facts")), textOf(each, "answer")});
        }
        return all;
    }();
    return goldens;
}

} // namespace chevet::test
