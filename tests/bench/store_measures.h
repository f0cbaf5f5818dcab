// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two halves of bench_store: what saving costs, and what a large vault costs to open and to ask.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "bench/report.h"
#include "bench/surroundings.h"

namespace chevet::bench {

/// One event a transaction, in turns with the disk alone, plain SQLite and SQLCipher.
void measureSaving(Report& report, const Options& options, const std::filesystem::path& folder);

/// A vault of `options.events` envelopes (a million): opening, rebuilding, memory, queue, timeline and
/// search.
void measureLargeVault(Report& report, const Options& options, const std::filesystem::path& folder);

/// What a child of bench_store does: opens a vault in a fresh process and prints what it saw.
int runStoreChild(const std::vector<std::string>& words);

} // namespace chevet::bench
