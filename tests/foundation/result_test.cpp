// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/result.h"
#include "support/catch.h"

#include <set>

using namespace chevet;

namespace {

Result<int> half(int number)
{
    return number % 2 == 0 ? Result<int>(number / 2) : fail(ErrorCode::OutOfRange, "number", number);
}

Result<void> bothEven(int a, int b, int& reached)
{
    CHEVET_TRY(half(a));
    reached = 1;
    CHEVET_TRY(half(b));
    reached = 2;
    return {};
}

} // namespace

TEST_CASE("every error has a name of its own in small letters")
{
    std::set<std::string_view> names;
    const int last = static_cast<int>(ErrorCode::Internal);
    for (int number = 1; number <= last; ++number) {
        const auto name = errorName(static_cast<ErrorCode>(number));
        INFO(number << " " << name);
        CHECK(names.insert(name).second);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
        CHECK(name.size() > 3);
    }
    CHECK(errorName(ErrorCode::DiskFull) == "disk_full");
    CHECK(errorName(static_cast<ErrorCode>(last + 1)) == "internal");
}

TEST_CASE("the first error leaves the function and keeps its place and number")
{
    int reached = 0;
    CHECK(bothEven(2, 4, reached));
    CHECK(reached == 2);

    reached = 0;
    const auto failed = bothEven(2, 5, reached);
    REQUIRE_FALSE(failed);
    CHECK(reached == 1);
    CHECK(failed.error().code == ErrorCode::OutOfRange);
    CHECK(failed.error().place == "number");
    CHECK(failed.error().number == 5);
}

TEST_CASE("an error passes into a result of another type unchanged")
{
    const Result<std::string> passed = failAs(half(3));
    REQUIRE_FALSE(passed);
    CHECK(passed.error().code == ErrorCode::OutOfRange);
    CHECK(passed.error().place == "number");
}
