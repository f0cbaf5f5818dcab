// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every rule of the strict form, with the bytes that keep it and the bytes that just do not.
#include "foundation/cbor.h"
#include "support/catch.h"

#include <algorithm>
#include <array>
#include <limits>

using namespace chevet;

namespace {

Bytes fromText(const std::string& hex)
{
    std::string digits;
    for (const char c : hex) {
        if (c != ' ') {
            digits += c;
        }
    }
    const auto bytes = fromHex(digits);
    REQUIRE(bytes);
    return *bytes;
}

ErrorCode refusal(const std::string& hex)
{
    const auto checked = cbor::check(fromText(hex));
    INFO(hex);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().place == "cbor");
    return checked.error().code;
}

bool isAccepted(const std::string& hex)
{
    return cbor::check(fromText(hex)).has_value();
}

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

/// A value with every type in it, nested.
Bytes everyType()
{
    cbor::FieldWriter fields;
    fields.field(0).text("caf\xC3\xA9");
    fields.field(1).number(-300);
    fields.field(2).unsignedNumber(std::numeric_limits<std::uint64_t>::max());
    fields.field(3).map(2).text("a").null().text("b").array(0);
    fields.field(24).bytes(viewOf(std::string(300, 'x')));
    fields.field(300).array(3).boolean(true).boolean(false).number(70'000);
    return fields.take();
}

} // namespace

TEST_CASE("a written value is canonical and reads back")
{
    const auto bytes = everyType();
    REQUIRE(cbor::check(bytes));

    cbor::Reader reader(bytes);
    REQUIRE(reader.map() == 6);
    CHECK(reader.unsignedNumber() == 0);
    CHECK(reader.text() == "caf\xC3\xA9");
    CHECK(reader.unsignedNumber() == 1);
    CHECK(reader.number() == -300);
    CHECK(reader.unsignedNumber() == 2);
    CHECK(reader.unsignedNumber() == std::numeric_limits<std::uint64_t>::max());
    CHECK(reader.unsignedNumber() == 3);
    CHECK(reader.map() == 2);
    CHECK(reader.text() == "a");
    reader.null();
    CHECK(reader.text() == "b");
    CHECK(reader.array() == 0);
    CHECK(reader.unsignedNumber() == 24);
    CHECK(reader.bytes().size() == 300);
    CHECK(reader.unsignedNumber() == 300);
    CHECK(reader.array() == 3);
    CHECK(reader.boolean());
    CHECK_FALSE(reader.boolean());
    CHECK(reader.number() == 70'000);
    CHECK(reader.finished());
}

TEST_CASE("numbers are written in their shortest form at every width")
{
    const auto written = [](std::int64_t value) { return toHex(cbor::Writer().number(value).view()); };
    CHECK(written(0) == "00");
    CHECK(written(23) == "17");
    CHECK(written(24) == "1818");
    CHECK(written(255) == "18ff");
    CHECK(written(256) == "190100");
    CHECK(written(65'535) == "19ffff");
    CHECK(written(65'536) == "1a00010000");
    CHECK(written(4'294'967'295) == "1affffffff");
    CHECK(written(4'294'967'296) == "1b0000000100000000");
    CHECK(written(std::numeric_limits<std::int64_t>::max()) == "1b7fffffffffffffff");
    CHECK(written(-1) == "20");
    CHECK(written(-24) == "37");
    CHECK(written(-25) == "3818");
    CHECK(written(-256) == "38ff");
    CHECK(written(-257) == "390100");
    CHECK(written(std::numeric_limits<std::int64_t>::min()) == "3b7fffffffffffffff");
}

TEST_CASE("numbers survive at the edges of every width")
{
    for (int bit = 0; bit < 63; ++bit) {
        const auto edge = std::int64_t{1} << bit;
        for (const auto value : {edge - 1, edge, edge + 1, -edge - 1, -edge, -edge + 1}) {
            cbor::Writer writer;
            writer.number(value);
            REQUIRE(cbor::check(writer.view()));
            cbor::Reader reader(writer.view());
            CHECK(reader.number() == value);
            CHECK(reader.finished());
        }
    }
}

TEST_CASE("a number in a longer form than it needs is refused")
{
    CHECK(isAccepted("17"));
    CHECK(refusal("18 17") == ErrorCode::NotCanonical);
    CHECK(isAccepted("18 18"));
    CHECK(refusal("19 00ff") == ErrorCode::NotCanonical);
    CHECK(isAccepted("19 0100"));
    CHECK(refusal("1a 0000ffff") == ErrorCode::NotCanonical);
    CHECK(isAccepted("1a 00010000"));
    CHECK(refusal("1b 00000000ffffffff") == ErrorCode::NotCanonical);
    CHECK(isAccepted("1b 0000000100000000"));
    CHECK(refusal("38 17") == ErrorCode::NotCanonical);
    CHECK(isAccepted("38 18"));
}

TEST_CASE("a length in a longer form than it needs is refused for every type that has one")
{
    CHECK(refusal("58 01 61") == ErrorCode::NotCanonical);
    CHECK(refusal("78 01 61") == ErrorCode::NotCanonical);
    CHECK(refusal("98 01 00") == ErrorCode::NotCanonical);
    CHECK(refusal("b8 01 00 00") == ErrorCode::NotCanonical);
    CHECK(isAccepted("41 61"));
    CHECK(isAccepted("61 61"));
    CHECK(isAccepted("81 00"));
    CHECK(isAccepted("a1 00 00"));
}

TEST_CASE("indefinite lengths and their end mark are refused")
{
    CHECK(refusal("5f 41 61 ff") == ErrorCode::NotCanonical);
    CHECK(refusal("7f 61 61 ff") == ErrorCode::NotCanonical);
    CHECK(refusal("9f 00 ff") == ErrorCode::NotCanonical);
    CHECK(refusal("bf 00 00 ff") == ErrorCode::NotCanonical);
    CHECK(refusal("ff") == ErrorCode::NotCanonical);
    CHECK(refusal("81 ff") == ErrorCode::NotCanonical);
}

TEST_CASE("reserved lengths are refused for every type")
{
    for (int major = 0; major < 8; ++major) {
        for (int info = 28; info <= 30; ++info) {
            const std::uint8_t lead[] = {static_cast<std::uint8_t>(major * 32 + info)};
            const auto checked = cbor::check(lead);
            REQUIRE_FALSE(checked);
            CHECK(checked.error().code == ErrorCode::NotCanonical);
        }
    }
}

TEST_CASE("of the simple values only true and false and null are allowed")
{
    for (int info = 0; info < 24; ++info) {
        const std::uint8_t lead[] = {static_cast<std::uint8_t>(0xE0 + info)};
        INFO(info);
        CHECK(cbor::check(lead).has_value() == (info == 20 || info == 21 || info == 22));
    }
    CHECK(refusal("f8 20") == ErrorCode::NotCanonical);
    CHECK(refusal("f8 14") == ErrorCode::NotCanonical); // false, in two bytes
}

TEST_CASE("fractions and tags are refused")
{
    CHECK(refusal("f9 3c00") == ErrorCode::NotCanonical);
    CHECK(refusal("fa 3f800000") == ErrorCode::NotCanonical);
    CHECK(refusal("fb 3ff0000000000000") == ErrorCode::NotCanonical);
    CHECK(refusal("c0 61 61") == ErrorCode::NotCanonical);
    CHECK(refusal("d8 20 00") == ErrorCode::NotCanonical);
    CHECK(refusal("c2 41 01") == ErrorCode::NotCanonical);
}

TEST_CASE("a negative number that no signed integer holds is refused")
{
    CHECK(isAccepted("3b 7fffffffffffffff"));
    CHECK(refusal("3b 8000000000000000") == ErrorCode::NotCanonical);
    CHECK(refusal("3b ffffffffffffffff") == ErrorCode::NotCanonical);
}

TEST_CASE("keys of a map ascend and none stands twice")
{
    CHECK(isAccepted("a2 00 00 01 00"));
    CHECK(refusal("a2 01 00 00 00") == ErrorCode::NotCanonical); // falls
    CHECK(refusal("a2 00 00 00 00") == ErrorCode::NotCanonical); // twice
    CHECK(isAccepted("a3 00 00 17 00 18 18 00"));
    CHECK(refusal("a3 00 00 18 18 00 17 00") == ErrorCode::NotCanonical);
    CHECK(isAccepted("a2 61 61 00 61 62 00"));
    CHECK(isAccepted("a2 61 62 00 62 61 61 00")); // by their bytes: the shorter text first
    CHECK(refusal("a2 62 61 61 00 61 62 00") == ErrorCode::NotCanonical);
    CHECK(isAccepted("a2 00 00 61 61 00")); // numbers before texts
    CHECK(refusal("a2 61 61 00 00 00") == ErrorCode::NotCanonical);
    CHECK(refusal("81 a2 61 61 00 61 61 01") == ErrorCode::NotCanonical); // inside something else too
}

TEST_CASE("a writer whose keys do not ascend is caught by the check")
{
    cbor::FieldWriter fields;
    fields.field(2).null();
    fields.field(1).null();
    CHECK_FALSE(cbor::check(fields.take()));
}

TEST_CASE("text is UTF-8 and bytes are anything")
{
    CHECK(isAccepted("62 c3a9"));
    CHECK(refusal("62 c3c3") == ErrorCode::NotCanonical);
    CHECK(refusal("61 ff") == ErrorCode::NotCanonical);
    CHECK(refusal("63 eda080") == ErrorCode::NotCanonical); // a surrogate
    CHECK(isAccepted("42 c3c3"));
    CHECK(isAccepted("43 eda080"));
    CHECK(isAccepted("60"));
    CHECK(isAccepted("40"));
}

TEST_CASE("values nest sixteen deep and no deeper")
{
    CHECK(cbor::maximumDepth == 16);
    CHECK(isAccepted(repeated("81", 15) + "00"));
    CHECK(refusal(repeated("81", 16) + "00") == ErrorCode::TooDeep);
    CHECK(isAccepted(repeated("81", 15) + "80"));
    CHECK(refusal(repeated("81", 16) + "80") == ErrorCode::TooDeep);
    CHECK(isAccepted(repeated("a100", 15) + "00"));
    CHECK(refusal(repeated("a100", 16) + "00") == ErrorCode::TooDeep);
    CHECK(refusal(repeated("81", 100'000) + "00") == ErrorCode::TooDeep);
}

TEST_CASE("a map may be a key and counts for the depth")
{
    CHECK(isAccepted("a1 a1 00 00 00"));
    CHECK(refusal(repeated("a1", 17)) == ErrorCode::TooDeep);
}

TEST_CASE("all of the input is one value")
{
    CHECK(refusal("") == ErrorCode::Truncated);
    CHECK(refusal("00 00") == ErrorCode::NotCanonical);
    CHECK(refusal("80 80") == ErrorCode::NotCanonical);
    CHECK(cbor::check(fromText("00 00")).error().number == 1); // where the rest begins
}

TEST_CASE("a value cut short anywhere is truncated")
{
    const auto whole = everyType();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto checked = cbor::check(View(whole).first(length));
        REQUIRE_FALSE(checked);
        CHECK(checked.error().code == ErrorCode::Truncated);
        CHECK(checked.error().number <= static_cast<std::int64_t>(length));
    }
}

TEST_CASE("a length beyond the input is truncated however large it is")
{
    CHECK(refusal("42 61") == ErrorCode::Truncated);
    CHECK(refusal("5b ffffffffffffffff") == ErrorCode::Truncated);
    CHECK(refusal("7b 8000000000000000 61") == ErrorCode::Truncated);
    CHECK(refusal("9b ffffffffffffffff 00") == ErrorCode::Truncated);
    CHECK(refusal("bb ffffffffffffffff 00 00") == ErrorCode::Truncated);
}

TEST_CASE("a reader that meets another type fails and stays failed")
{
    const auto bytes = fromText("83 00 61 61 f5");
    cbor::Reader reader(bytes);
    CHECK(reader.array() == 3);
    CHECK(reader.text().empty()); // it is a number
    CHECK_FALSE(reader.ok());
    CHECK(reader.unsignedNumber() == 0);
    CHECK(reader.text().empty());
    CHECK_FALSE(reader.boolean());
    CHECK(reader.encoded().empty());
    CHECK(reader.peek() == cbor::Type::Invalid);
    CHECK_FALSE(reader.finished());
}

TEST_CASE("each kind of reading fails on every other type")
{
    const std::array<std::string, 7> values{"00", "20", "40", "60", "80", "a0", "f5"};
    const auto failsOn = [](const std::string& hex, auto&& read) {
        const auto bytes = fromText(hex);
        cbor::Reader reader(bytes);
        read(reader);
        return !reader.ok();
    };
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO(values[i]);
        CHECK(failsOn(values[i], [](auto& reader) { reader.unsignedNumber(); }) == (i != 0));
        CHECK(failsOn(values[i], [](auto& reader) { reader.number(); }) == (i > 1));
        CHECK(failsOn(values[i], [](auto& reader) { reader.bytes(); }) == (i != 2));
        CHECK(failsOn(values[i], [](auto& reader) { reader.text(); }) == (i != 3));
        CHECK(failsOn(values[i], [](auto& reader) { reader.array(); }) == (i != 4));
        CHECK(failsOn(values[i], [](auto& reader) { reader.map(); }) == (i != 5));
        CHECK(failsOn(values[i], [](auto& reader) { reader.boolean(); }) == (i != 6));
        CHECK(failsOn(values[i], [](auto& reader) { reader.null(); }));
    }
    CHECK_FALSE(failsOn("f6", [](auto& reader) { reader.null(); }));
    CHECK(failsOn("f6", [](auto& reader) { reader.boolean(); }));
}

TEST_CASE("an unsigned number that no signed integer holds is refused as a signed one")
{
    const auto bytes = fromText("1b 8000000000000000");
    REQUIRE(cbor::check(bytes));
    cbor::Reader wide(bytes);
    CHECK(wide.unsignedNumber() == std::uint64_t{1} << 63);
    CHECK(wide.finished());
    cbor::Reader narrow(bytes);
    CHECK(narrow.number() == 0);
    CHECK_FALSE(narrow.ok());
}

TEST_CASE("a value is skipped or taken whole whatever is in it")
{
    const auto inner = everyType();
    cbor::Writer writer;
    writer.array(3).encoded(inner).encoded(inner).number(7);
    REQUIRE(cbor::check(writer.view()));
    cbor::Reader reader(writer.view());
    CHECK(reader.array() == 3);
    reader.skip();
    CHECK(std::ranges::equal(reader.encoded(), inner));
    CHECK(reader.number() == 7);
    CHECK(reader.peek() == cbor::Type::End);
    CHECK(reader.finished());
}

TEST_CASE("a reader is not finished while something is left or after it was failed")
{
    const auto bytes = fromText("82 00 01");
    cbor::Reader reader(bytes);
    reader.array();
    reader.skip();
    CHECK_FALSE(reader.finished());
    reader.skip();
    CHECK(reader.finished());
    reader.setFailed();
    CHECK_FALSE(reader.finished());
}
