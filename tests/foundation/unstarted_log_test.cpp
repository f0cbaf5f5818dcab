// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program of its own, since the log of a process can't be un-started.
#include "foundation/log.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <unistd.h>

using namespace chevet;
using chevet::test::TemporaryFolder;

namespace {

/// Catches standard error in a file for a scope.
class StandardErrorTo
{
public:
    explicit StandardErrorTo(const std::filesystem::path& file) : m_before(::dup(STDERR_FILENO))
    {
        const int to = ::open(file.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        ::dup2(to, STDERR_FILENO);
        ::close(to);
    }
    ~StandardErrorTo()
    {
        std::fflush(stderr);
        ::dup2(m_before, STDERR_FILENO);
        ::close(m_before);
    }
    StandardErrorTo(const StandardErrorTo&) = delete;
    StandardErrorTo& operator=(const StandardErrorTo&) = delete;

private:
    int m_before;
};

} // namespace

TEST_CASE("without a file only warnings and faults are written and go to standard error")
{
    const TemporaryFolder folder;
    {
        const StandardErrorTo file(folder / "stderr");
        logLine(LogTopic::Desk, LogLevel::Note, "unseen");
        logLine(LogTopic::Desk, LogLevel::Warning, "the first");
        logLine(LogTopic::Desk, LogLevel::Fault, "the second");
        flushLog();
    }
    std::ifstream stream(folder / "stderr");
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    CHECK(text.find(" W desk: the first\n") != std::string::npos);
    CHECK(text.find(" E desk: the second\n") != std::string::npos);
    CHECK(text.find("unseen") == std::string::npos);
}
