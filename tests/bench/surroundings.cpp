// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/surroundings.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <linux/magic.h>
#include <sstream>
#include <sys/statfs.h>
#include <sys/utsname.h>
#include <thread>
#include <unistd.h>

namespace chevet::bench {
namespace {

template<class Number> bool readNumber(std::string_view text, Number& into)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    return error == std::errc{} && end == text.data() + text.size() && into >= 0;
}

std::string valueIn(const char* file, std::string_view field)
{
    std::ifstream input(file);
    std::string line;
    while (std::getline(input, line)) {
        if (line.starts_with(field)) {
            const auto at = line.find_first_not_of(" \t:", field.size());
            return at == std::string::npos ? std::string() : line.substr(at);
        }
    }
    return {};
}

std::string quoted(const std::string& word)
{
    std::string result = "'";
    for (const auto character : word) {
        result += character == '\'' ? std::string("'\\''") : std::string(1, character);
    }
    return result + "'";
}

} // namespace

std::optional<Options> Options::read(int count, char** arguments, const char* purpose)
{
    const auto complain = [&](const std::string& what) {
        std::cerr << what << "\nusage: " << arguments[0]
                  << " [--quick] [--events N] [--seed S] [--folder DIR] [--vault DIR]\n"
                  << purpose << '\n';
        return std::nullopt;
    };
    Options options;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = arguments[i];
        if (word == "--quick") {
            options.quick = true;
            continue;
        }
        if (word == "--child") {
            options.child.assign(arguments + i + 1, arguments + count);
            return options;
        }
        if (i + 1 == count) {
            return complain(std::string(word) + ": unknown, or its value is missing");
        }
        const std::string_view value = arguments[++i];
        if (word == "--folder") {
            options.folder = value;
        } else if (word == "--vault") {
            options.vault = value;
        } else if (!(word == "--events" && readNumber(value, options.events)) &&
                   !(word == "--seed" && readNumber(value, options.seed))) {
            return complain(std::string(word) + ": unknown, or no number");
        }
    }
    return options;
}

std::string fileSystemOf(const std::filesystem::path& path)
{
    struct statfs found = {};
    if (::statfs(path.c_str(), &found) != 0) {
        return "unknown";
    }
    switch (static_cast<unsigned long>(found.f_type)) {
    case EXT4_SUPER_MAGIC: return "ext4";
    case BTRFS_SUPER_MAGIC: return "btrfs";
    case XFS_SUPER_MAGIC: return "xfs";
    case F2FS_SUPER_MAGIC: return "f2fs";
    case OVERLAYFS_SUPER_MAGIC: return "overlayfs";
    case TMPFS_MAGIC: return "tmpfs";
    case RAMFS_MAGIC: return "ramfs";
    default: {
        std::array<char, 32> number{};
        std::snprintf(number.data(), number.size(), "type 0x%lx", static_cast<unsigned long>(found.f_type));
        return number.data();
    }
    }
}

RealFolder::RealFolder(const std::filesystem::path& wished)
{
    std::vector<std::filesystem::path> candidates{"/var/tmp", std::filesystem::current_path(), "/tmp"};
    if (!wished.empty()) {
        candidates = {wished};
    }
    for (const auto& candidate : candidates) {
        const auto kind = fileSystemOf(candidate);
        if (kind == "tmpfs" || kind == "ramfs" || kind == "unknown") {
            continue;
        }
        auto pattern = (candidate / "chevet-bench-XXXXXX").string();
        if (::mkdtemp(pattern.data()) != nullptr) {
            m_path = pattern;
            return;
        }
    }
    throw CouldNotMeasure("no folder on a real disk was found; name one with --folder");
}

RealFolder::~RealFolder()
{
    std::error_code ignored; // the numbers do not depend on the sweeping
    std::filesystem::remove_all(m_path, ignored);
}

void describeMachine(Report& report, const std::filesystem::path& folder)
{
    struct utsname system = {};
    ::uname(&system);
    std::string load;
    std::getline(std::ifstream("/proc/loadavg"), load);
    report.say("machine: " + std::to_string(std::thread::hardware_concurrency()) + " cores, " +
               valueIn("/proc/cpuinfo", "model name") + ", " + valueIn("/proc/meminfo", "MemTotal") +
               " memory, " + system.sysname + " " + system.release + ", " + fileSystemOf(folder) + " on " +
               folder.parent_path().string() + ", load " + load.substr(0, load.find(' ')));
    report.say("times are without what the program waited for a core that others had (schedstat)");
    report.say(std::string("built: GCC ") + __VERSION__ +
#ifdef NDEBUG
               ", release"
#else
               ", WITH ASSERTIONS: these are not the numbers of what is shipped"
#endif
    );
}

std::int64_t residentMemory()
{
    const auto text = valueIn("/proc/self/status", "VmRSS");
    return std::strtoll(text.c_str(), nullptr, 10) * 1024;
}

std::string runChild(const std::vector<std::string>& words)
{
    std::string command = quoted(std::filesystem::read_symlink("/proc/self/exe").string()) + " --child";
    for (const auto& word : words) {
        command += " " + quoted(word);
    }
    std::FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        throw CouldNotMeasure("the measuring child can't be started");
    }
    std::string output;
    std::array<char, 4096> buffer{};
    for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
        output.append(buffer.data(), got);
    }
    if (::pclose(pipe) != 0) {
        throw CouldNotMeasure("the measuring child (" + words.front() + ") failed");
    }
    return output;
}

} // namespace chevet::bench
