// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/clock.h"
#include "foundation/log.h"
#include "foundation/secret_bytes.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <fstream>
#include <iterator>
#include <set>
#include <sys/stat.h>
#include <type_traits>

using namespace chevet;
using chevet::test::TemporaryFolder;

// What could hold a patient's words does not convert: this is the rule "no health data in the log".
static_assert(!std::is_constructible_v<LogText, std::string>);
static_assert(!std::is_constructible_v<LogText, std::string_view>);
static_assert(!std::is_constructible_v<LogText, const char*>);
static_assert(!std::is_constructible_v<LogField, LogText, std::string>);
static_assert(!std::is_constructible_v<LogField, LogText, const char*>);
static_assert(!std::is_constructible_v<LogField, LogText, SecretBytes>);
static_assert(!std::is_constructible_v<LogField, LogText, Date>);
static_assert(std::is_constructible_v<LogField, LogText, int>);
static_assert(std::is_constructible_v<LogField, LogText, CaseId>);

namespace {

std::string contentOf(const std::filesystem::path& file)
{
    flushLog();
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

unsigned modeOf(const std::filesystem::path& file)
{
    struct stat found
    {};
    REQUIRE(::stat(file.c_str(), &found) == 0);
    return found.st_mode & 07777;
}

/// The most permissive mask, for a scope: whatever is private is so by the log's own doing.
class OpenMask
{
public:
    OpenMask() : m_before(::umask(0)) {}
    ~OpenMask() { ::umask(m_before); }
    OpenMask(const OpenMask&) = delete;
    OpenMask& operator=(const OpenMask&) = delete;

private:
    mode_t m_before;
};

} // namespace

TEST_CASE("a line has its time and level and topic and its fields by name")
{
    const TemporaryFolder folder;
    REQUIRE(startLog(folder / "chevet.log"));
    CaseId id;
    id.bytes[15] = 0xAB;
    logLine(LogTopic::Store, LogLevel::Note, "appended",
            {{"count", 3}, {"case", id}, {"error", ErrorCode::DiskFull}, {"mode", LogText("fast")}});
    const auto text = contentOf(folder / "chevet.log");
    CHECK(
        text.find(
            " I store: appended count=3 case=000000000000000000000000000000ab error=disk_full mode=fast\n") !=
        std::string::npos);
    CHECK(text.starts_with("20"));
    CHECK(text.find('T') == 10);
}

TEST_CASE("the log keeps notes and all above and leaves debugging out")
{
    const TemporaryFolder folder;
    REQUIRE(startLog(folder / "chevet.log"));
    logLine(LogTopic::Desk, LogLevel::Debug, "hidden");
    logLine(LogTopic::Desk, LogLevel::Note, "noted");
    logLine(LogTopic::Program, LogLevel::Warning, "warned");
    logLine(LogTopic::Vault, LogLevel::Fault, "failed");
    const auto text = contentOf(folder / "chevet.log");
    CHECK(text.find("hidden") == std::string::npos);
    CHECK(text.find(" I desk: noted\n") != std::string::npos);
    CHECK(text.find(" W program: warned\n") != std::string::npos);
    CHECK(text.find(" E vault: failed\n") != std::string::npos);
}

TEST_CASE("an error is logged by its code and its place stays out")
{
    const TemporaryFolder folder;
    REQUIRE(startLog(folder / "chevet.log"));
    logError(LogTopic::Triage, "the facts were refused",
             Error{ErrorCode::BadInput, "facts of Mme Dupont", 12});
    const auto text = contentOf(folder / "chevet.log");
    CHECK(text.find("W triage: the facts were refused error=bad_input number=12\n") != std::string::npos);
    CHECK(text.find("Dupont") == std::string::npos);
}

TEST_CASE("every file of the log is private and there are never more than three")
{
    const TemporaryFolder folder;
    const OpenMask mask;
    REQUIRE(startLog(folder / "chevet.log"));
    CHECK(modeOf(folder / "chevet.log") == 0600);
    for (int i = 0; i < 150'000; ++i) {
        logLine(LogTopic::Store, LogLevel::Note,
                "a line long enough to fill eight megabytes with all of them", {{"i", i}});
    }
    flushLog();
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        names.insert(entry.path().filename().string());
        CHECK(modeOf(entry.path()) == 0600);
        CHECK(entry.file_size() <= 2 * 1024 * 1024);
    }
    CHECK(names == std::set<std::string>{"chevet.log", "chevet.1.log", "chevet.2.log"});
    CHECK(contentOf(folder / "chevet.log").find(" i=149999\n") != std::string::npos);
}

TEST_CASE("a log that was readable by others is made private when it is opened")
{
    const TemporaryFolder folder;
    std::ofstream(folder / "chevet.log") << "earlier\n";
    ::chmod((folder / "chevet.log").c_str(), 0644);
    REQUIRE(startLog(folder / "chevet.log"));
    CHECK(modeOf(folder / "chevet.log") == 0600);
    CHECK(contentOf(folder / "chevet.log").starts_with("earlier\n"));
}

TEST_CASE("a log that can't be opened says so and leaves the one before in use")
{
    const TemporaryFolder folder;
    REQUIRE(startLog(folder / "chevet.log"));
    std::ofstream(folder / "file") << "in the way";
    CHECK_FALSE(startLog(folder / "file" / "chevet.log"));
    logLine(LogTopic::Program, LogLevel::Note, "still here");
    const auto text = contentOf(folder / "chevet.log");
    CHECK(text.find("the log file can't be opened") != std::string::npos);
    CHECK(text.find("still here") != std::string::npos);
}
