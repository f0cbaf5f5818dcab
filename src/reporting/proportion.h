// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A share of a few cases, with how little a few cases say.
#pragma once

namespace chevet::reporting {

/// Bounds of the 95 % interval of a proportion by Wilson's score method (E. B. Wilson, J. Am. Stat. Assoc.
/// 1927; 22:209-212), which stays within 0 and 1 and holds for small numbers. 0 to 1.
struct Interval
{
    double low = 0;
    double high = 1;
};

/// Requires 0 ≤ part ≤ whole. Of nothing nothing is known: 0 to 1.
Interval wilson(int part, int whole);

/// Fewer cases than this are shown with a warning.
inline constexpr int fewCases = 30;

} // namespace chevet::reporting
