// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where a benchmark runs and with what: the command line that all of them share, the machine's description, a
// folder on a real disk that is removed at the end, and the process's memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/report.h"

namespace chevet::bench {

/// It could not be measured: the program ends with exit code 1 and this sentence.
class CouldNotMeasure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

struct Options
{
    bool quick = false;
    std::int64_t events = 0; ///< 0: the benchmark's own size
    std::uint64_t seed = 1;
    std::filesystem::path folder;   ///< where the temporary folder is made; empty: a real disk is looked for
    std::filesystem::path vault;    ///< where the large vault is made, which then stays
    std::vector<std::string> child; ///< what this program was started for by itself

    /// Says what is wrong on standard error and gives nothing.
    static std::optional<Options> read(int count, char** arguments, const char* purpose);
};

/// "ext4", "tmpfs" … of the file system that holds `path`.
std::string fileSystemOf(const std::filesystem::path& path);

/// A folder on something that survives a power cut, mode 0700, removed in the destructor.
class RealFolder
{
public:
    /// In `wished`, else the first of /var/tmp, the current folder and /tmp that does not live in memory.
    /// Throws CouldNotMeasure if there is none.
    explicit RealFolder(const std::filesystem::path& wished);
    ~RealFolder();
    RealFolder(const RealFolder&) = delete;
    RealFolder& operator=(const RealFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

/// Cores, processor, kernel, load, file system and compiler.
void describeMachine(Report& report, const std::filesystem::path& folder);

/// What this process holds in memory, in bytes (VmRSS).
std::int64_t residentMemory();

/// Starts this program again with `--child` and the words, and gives what it printed. Throws CouldNotMeasure
/// when it fails.
std::string runChild(const std::vector<std::string>& words);

} // namespace chevet::bench
