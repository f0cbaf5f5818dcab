// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/cbor.h"
#include "support/catch.h"

using namespace chevet;

TEST_CASE("a written value is canonical and reads back")
{
    cbor::FieldWriter fields;
    fields.field(0).text("caf\xC3\xA9");
    fields.field(1).number(-300);
    fields.field(24).bytes(viewOf("x"));
    fields.field(300).array(2).boolean(true).null();
    const auto bytes = fields.take();
    REQUIRE(cbor::check(bytes));

    cbor::Reader reader(bytes);
    REQUIRE(reader.map() == 4);
    CHECK(reader.unsignedNumber() == 0);
    CHECK(reader.text() == "caf\xC3\xA9");
    CHECK(reader.unsignedNumber() == 1);
    CHECK(reader.number() == -300);
    CHECK(reader.unsignedNumber() == 24);
    CHECK(textOf(reader.bytes()) == "x");
    CHECK(reader.unsignedNumber() == 300);
    CHECK(reader.array() == 2);
    CHECK(reader.boolean());
    reader.null();
    CHECK(reader.finished());
}
