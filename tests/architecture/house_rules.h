// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every file under src/ keeps to besides its includes: its size, its first lines, its names, and the
// calls that have no place in it. There is no list of exceptions.
#pragma once

#include <set>

#include "architecture/layer_table.h"
#include "architecture/source_tree.h"

namespace chevet::architecture {

inline constexpr int maximumLines = 500;

/// At most `maximumLines` lines.
Findings checkSize(const SourceTree& tree);
/// The two SPDX lines first; `#pragma once` in every header.
Findings checkFirstLines(const SourceTree& tree);
/// No type, namespace or file whose name says nothing: Manager, Helper, Util, Data.
Findings checkNames(const SourceTree& tree);
/// Calls that depend on the locale where there is no Qt, and those that stop or re-enter the event loop
/// anywhere.
Findings checkCalls(const SourceTree& tree, const LayerTable& table);
/// No mutex in the headers of `publicHeaders`: locking is a matter of the one file that owns what is locked.
Findings checkMutexes(const SourceTree& tree, const std::set<std::string>& publicHeaders);
/// Only what the project's top level may hold; `names` are those of its entries.
Findings checkTopLevel(const std::set<std::string>& names);

} // namespace chevet::architecture
