// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/proportion.h"

#include <algorithm>
#include <cmath>

namespace chevet::reporting {

Interval wilson(int part, int whole)
{
    if (whole <= 0) {
        return {};
    }
    constexpr double z = 1.959963984540054; // the 97.5th percentile of the normal distribution
    const double n = whole;
    const double p = part / n;
    const double scale = 1 + z * z / n;
    const double centre = (p + z * z / (2 * n)) / scale;
    const double half = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / scale;
    return {part == 0 ? 0 : std::max(0.0, centre - half), part == whole ? 1 : std::min(1.0, centre + half)};
}

} // namespace chevet::reporting
