// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/bytes.h"
#include "support/catch.h"
#include "support/random.h"

using namespace chevet;

namespace {

bool isTextOf(std::initializer_list<std::uint8_t> bytes)
{
    return isUtf8(Bytes(bytes));
}

} // namespace

TEST_CASE("hexadecimal text gives the bytes back, in capitals too")
{
    const Bytes bytes{0x00, 0x0F, 0xA5, 0xFF};
    CHECK(toHex(bytes) == "000fa5ff");
    CHECK(fromHex("000fa5ff") == bytes);
    CHECK(fromHex("000FA5fF") == bytes);
    CHECK(toHex(Bytes{}).empty());
    CHECK(fromHex("") == Bytes{});
}

TEST_CASE("text that is no hexadecimal gives nothing")
{
    for (const std::string_view text :
         {"0", "000", "0g", "g0", " 0", "0x", "00 ", "-1", "\xC3\xA9", "/0", ":0", "@0", "`0"}) {
        INFO(text);
        CHECK_FALSE(fromHex(text));
    }
}

TEST_CASE("any bytes survive hexadecimal")
{
    CHEVET_SEEDED(random, 1);
    for (int i = 0; i < 1000; ++i) {
        const auto bytes = random.bytes(random.below(40));
        CHECK(fromHex(toHex(bytes)) == bytes);
    }
}

TEST_CASE("stored integers have their highest byte first")
{
    std::array<std::uint8_t, 8> bytes{};
    putBigEndian(bytes.data(), std::uint64_t{0x0102030405060708});
    CHECK(toHex(bytes) == "0102030405060708");
    CHECK(getBigEndian<std::uint64_t>(bytes.data()) == 0x0102030405060708);
    CHECK(getBigEndian<std::uint16_t>(bytes.data() + 6) == 0x0708);
    putBigEndian(bytes.data(), std::uint8_t{0xFE});
    CHECK(bytes[0] == 0xFE);
    CHECK(bytes[1] == 0x02);
}

TEST_CASE("well-formed UTF-8 is taken at the edges of every length")
{
    CHECK(isTextOf({}));
    CHECK(isTextOf({0x00}));
    CHECK(isTextOf({0x7F}));
    CHECK(isTextOf({0xC2, 0x80}));
    CHECK(isTextOf({0xDF, 0xBF}));
    CHECK(isTextOf({0xE0, 0xA0, 0x80}));
    CHECK(isTextOf({0xED, 0x9F, 0xBF})); // the last before the surrogates
    CHECK(isTextOf({0xEE, 0x80, 0x80})); // the first behind them
    CHECK(isTextOf({0xEF, 0xBF, 0xBF}));
    CHECK(isTextOf({0xF0, 0x90, 0x80, 0x80}));
    CHECK(isTextOf({0xF4, 0x8F, 0xBF, 0xBF})); // U+10FFFF
    CHECK(isUtf8(viewOf("\xC3\xA9tat g\xC3\xA9n\xC3\xA9ral \xE2\x80\x94 \xF0\x9F\x99\x82")));
}

TEST_CASE("malformed UTF-8 is refused just beyond the edges of every length")
{
    CHECK_FALSE(isTextOf({0x80}));                   // a tail alone
    CHECK_FALSE(isTextOf({0xC0, 0x80}));             // overlong
    CHECK_FALSE(isTextOf({0xC1, 0xBF}));             // overlong
    CHECK_FALSE(isTextOf({0xC2}));                   // cut off
    CHECK_FALSE(isTextOf({0xC2, 0x7F}));             // no tail
    CHECK_FALSE(isTextOf({0xC2, 0xC0}));             // no tail
    CHECK_FALSE(isTextOf({0xE0, 0x9F, 0xBF}));       // overlong
    CHECK_FALSE(isTextOf({0xE1, 0x80}));             // cut off
    CHECK_FALSE(isTextOf({0xE1, 0x80, 0x41}));       // no tail
    CHECK_FALSE(isTextOf({0xED, 0xA0, 0x80}));       // the first surrogate
    CHECK_FALSE(isTextOf({0xED, 0xBF, 0xBF}));       // the last surrogate
    CHECK_FALSE(isTextOf({0xF0, 0x8F, 0xBF, 0xBF})); // overlong
    CHECK_FALSE(isTextOf({0xF1, 0x80, 0x80}));       // cut off
    CHECK_FALSE(isTextOf({0xF4, 0x90, 0x80, 0x80})); // U+110000
    CHECK_FALSE(isTextOf({0xF5, 0x80, 0x80, 0x80}));
    CHECK_FALSE(isTextOf({0xFF}));
    CHECK_FALSE(isTextOf({'a', 0xC2}));
}

TEST_CASE("every code point but the surrogates is well-formed and every one cut short is not")
{
    int wrong = 0;
    for (std::uint32_t point = 0x80; point <= 0x10FFFF; ++point) {
        Bytes text;
        const auto tail = [&](int shift) {
            text.push_back(static_cast<std::uint8_t>(0x80 | ((point >> shift) & 0x3F)));
        };
        if (point < 0x800) {
            text.push_back(static_cast<std::uint8_t>(0xC0 | (point >> 6)));
        } else if (point < 0x10000) {
            text.push_back(static_cast<std::uint8_t>(0xE0 | (point >> 12)));
            tail(6);
        } else {
            text.push_back(static_cast<std::uint8_t>(0xF0 | (point >> 18)));
            tail(12);
            tail(6);
        }
        tail(0);
        const bool isSurrogate = point >= 0xD800 && point <= 0xDFFF;
        wrong += isUtf8(text) == isSurrogate ? 1 : 0;
        wrong += isUtf8(View(text).first(text.size() - 1)) ? 1 : 0;
    }
    CHECK(wrong == 0);
}
