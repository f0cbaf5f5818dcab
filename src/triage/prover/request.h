// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the prover is asked: documents on standard input, each after a line with its name and its length in
// bytes (docs/TRIAGE.md, "The prover"). No document holds anything about a person.
#pragma once

#include "foundation/result.h"

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::triage {

struct Document
{
    std::string name; ///< rules, properties, overlay; rules_after, overlay_after of a comparison
    std::string text;
};

inline constexpr std::string_view requestLine = "chevet-prover 1";

/// Errors: BadInput for what is no request, TooLarge for a document above 1 MiB or more than 64 of them.
Result<std::vector<Document>> readRequest(std::istream& input);

} // namespace chevet::triage
