// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desktop's language is no business of the layers below Qt: the same bytes in French and Turkish as in C.
#include "foundation/cbor.h"
#include "foundation/clock.h"
#include "foundation/log.h"
#include "support/catch.h"
#include "support/locale_scope.h"
#include "support/temporary_folder.h"

#include <cstdio>
#include <fstream>
#include <iterator>

using namespace chevet;
using chevet::test::LocaleScope;

TEST_CASE("the locales of the tests are true ones")
{
    const auto half = [] {
        char text[8];
        std::snprintf(text, sizeof text, "%.1f", 0.5);
        return std::string(text);
    };
    CHECK(half() == "0.5");
    {
        const LocaleScope french("fr_FR.UTF-8");
        CHECK(half() == "0,5");
    }
    {
        const LocaleScope turkish("tr_TR.UTF-8");
        CHECK(half() == "0,5");
    }
    CHECK(half() == "0.5");
    CHECK_THROWS(LocaleScope("xx_XX.UTF-8"));
}

TEST_CASE("dates and hexadecimal text and names and CBOR are the same in every locale")
{
    for (const auto* name : test::testedLocales) {
        INFO(name);
        const LocaleScope scope(name);
        CHECK(Date{1934, 2, 28}.iso() == "1934-02-28");
        CHECK(Date::fromIso("1934-02-28") == Date{1934, 2, 28});
        CHECK_FALSE(Date::fromIso("28/02/1934"));
        CHECK(fromHex("FFaaIi") == std::nullopt);
        CHECK(toHex(Bytes{0xFA, 0x1D}) == "fa1d");
        CHECK(errorName(ErrorCode::ReadOnly) == "read_only");
        CHECK(toHex(cbor::Writer().number(1'000'000).text("\xC4\xB1").view()) == "1a000f424062c4b1");
    }
}

TEST_CASE("numbers in the log have no thousands marks in any locale")
{
    for (const auto* name : test::testedLocales) {
        INFO(name);
        const LocaleScope scope(name);
        const test::TemporaryFolder folder;
        REQUIRE(startLog(folder / "chevet.log"));
        logLine(LogTopic::Store, LogLevel::Note, "folded", {{"events", 1'234'567}});
        flushLog();
        std::ifstream stream(folder / "chevet.log");
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        CHECK(text.find(" I store: folded events=1234567\n") != std::string::npos);
    }
}
