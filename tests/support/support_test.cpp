// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tests' own tools: a property test is worth what its generator is worth.
#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sys/stat.h>

using namespace chevet::test;

namespace {

/// Sets a variable of the environment for a scope.
class Environment
{
public:
    Environment(const char* name, const char* value) : m_name(name)
    {
        if (const char* before = std::getenv(name)) {
            m_before = before;
            m_wasSet = true;
        }
        ::setenv(name, value, 1);
    }
    ~Environment() { m_wasSet ? ::setenv(m_name, m_before.c_str(), 1) : ::unsetenv(m_name); }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* m_name;
    std::string m_before;
    bool m_wasSet = false;
};

} // namespace

TEST_CASE("a temporary folder is private while it lasts and gone afterwards")
{
    std::filesystem::path path;
    {
        TemporaryFolder first;
        path = first.path();
        struct stat found
        {};
        REQUIRE(::stat(path.c_str(), &found) == 0);
        CHECK((found.st_mode & 07777) == 0700);
        std::filesystem::create_directories(first / "deep/er");
        std::ofstream(first / "deep/er/file") << "x";
        const TemporaryFolder moved = std::move(first);
        CHECK(moved.path() == path);
        CHECK(std::filesystem::exists(moved / "deep/er/file"));
    }
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("the same seed gives the same numbers and another seed gives others")
{
    Random a(7);
    Random b(7);
    Random c(8);
    const auto first = a.bytes(64);
    CHECK(first == b.bytes(64));
    CHECK(first != c.bytes(64));
}

TEST_CASE("a number between two bounds reaches both and leaves neither")
{
    Random random(1);
    std::set<std::int64_t> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(random.between(-2, 2));
    }
    CHECK(seen == std::set<std::int64_t>{-2, -1, 0, 1, 2});
    CHECK(random.between(5, 5) == 5);
    CHECK_NOTHROW(random.between(INT64_MIN, INT64_MAX));
}

TEST_CASE("shuffling keeps every item and changes the order")
{
    Random random(3);
    std::vector<int> items(100);
    for (std::size_t i = 0; i < items.size(); ++i) {
        items[i] = static_cast<int>(i);
    }
    auto shuffled = items;
    random.shuffle(shuffled);
    CHECK(shuffled != items);
    std::sort(shuffled.begin(), shuffled.end());
    CHECK(shuffled == items);
}

TEST_CASE("the seed comes from the environment when it is given there")
{
    const Environment given("CHEVET_SEED", "123");
    CHECK(seedOr(42) == 123);
    const Environment empty("CHEVET_SEED", "");
    CHECK(seedOr(42) == 42);
}

TEST_CASE("a test runs in full only when that is asked for")
{
    {
        const Environment quick("CHEVET_LONG", "0");
        CHECK(scaled(10, 1000) == 10);
    }
    const Environment full("CHEVET_LONG", "1");
    CHECK(scaled(10, 1000) == 1000);
}
