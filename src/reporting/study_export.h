// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Decisions as rows of CSV, without identities, for a statistician. Distance, quarter of the year and motives
// could tell who it was by their combination: a combination of fewer than five requests is left out, and
// counted. Rows are tallied, not kept: equal ones are one number and how often, so that the memory depends on
// how many different rows there are and hardly on how many requests. Pure; the order of taking changes
// nothing.
#pragma once

#include "clinical/case_course.h"
#include "foundation/clock.h"

#include <cstdint>
#include <map>
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

class ExportTally
{
public:
    /// `clock` says which quarter a call belongs to and outlives every take().
    explicit ExportTally(const Clock& clock) : m_clock(&clock) {}

    /// A request without a decision has no row and counts for nobody.
    void take(const clinical::CaseCourse& course);
    /// Everything taken so far as a file, its rows in the order of their text: that of arrival would tell.
    StudyExport written() const;

private:
    /// Requests that a stranger could not tell apart.
    struct Alike
    {
        int requests = 0;
        int decisions = 0;
        std::map<std::uint64_t, int> rows; ///< a row's number, and how often
    };

    const Clock* m_clock;
    std::map<std::string, Alike> m_alike; ///< by distance, quarter and motives as they begin the row
};

} // namespace chevet::reporting
