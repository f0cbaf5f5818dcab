// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes tests/data/triage/boundary_cases.toml to standard output, after the rules were changed on purpose.
// Read the difference before you keep it: every line of it is an answer that is another one from now on.

#include "triage/answer_text.h"
#include "triage/prover/boundary_cases.h"
#include "triage/recommend.h"
#include "triage/triage_support.h"

#include <iostream>

int main()
{
    using namespace chevet;
    std::cout << "# SPDX-FileCopyrightText: Chevet contributors\n"
                 "# SPDX-License-Identifier: GPL-3.0-or-later\n"
                 "#\n"
                 "# Calls on which the shipped rules turn, and how they were answered. Written by "
                 "make_boundary_cases\n"
                 "# (tests/triage) from the rules themselves: this file shows CHANGE, NOT TRUTH. Nobody has "
                 "said that\n"
                 "# these answers are right; the vignettes and their sources are for that.\n";
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::minutes(10);
    for (const auto& each : triage::boundaryCases(test::shippedRules(), deadline)) {
        std::cout << "\n[[case]]\nabout = \"" << each.about << "\"\nfacts = " << test::factsText(each.facts)
                  << "\nanswer = \"" << test::answerText(triage::recommend(test::shippedRules(), each.facts))
                  << "\"\n";
    }
}
