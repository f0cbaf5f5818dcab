// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decisions as rows of CSV, without identities, for a statistician. Distance, quarter of the year and motives
// could tell who it was by their combination: a combination of fewer than five requests is left out, and
// counted.
#pragma once

#include "clinical/case_course.h"
#include "foundation/clock.h"

#include <span>
#include <string>

namespace chevet::reporting {

/// Fewest requests that share distance, quarter and motives (L. Sweeney, k-anonymity, 2002).
inline constexpr int fewestAlike = 5;

struct StudyExport
{
    std::string csv; ///< RFC 4180, a header line, UTF-8; only words of closed lists and whole numbers
    int rows = 0;
    int suppressedRows = 0;
    int suppressedRequests = 0;
};

StudyExport exportStudy(std::span<const clinical::CaseCourse> courses, const Clock& clock);

} // namespace chevet::reporting
