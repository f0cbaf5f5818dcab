// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Random input: whatever the check accepts has exactly one encoding, and nothing makes check or reader read
// beyond the end (the sanitizers see to that). tests/fuzz goes on from here with the compiler's fuzzer.
#include "foundation/cbor.h"
#include "support/catch.h"
#include "support/cbor_copy.h"
#include "support/long_run.h"
#include "support/random.h"

using namespace chevet;
using chevet::test::Random;

namespace {

std::uint64_t number(Random& random)
{
    return random.next() >> random.below(64); // every width
}

void putKey(cbor::Writer& writer, std::size_t position, Random& random)
{
    writer.unsignedNumber(position * 100 + random.below(100)); // ascends
}

void putValue(cbor::Writer& writer, Random& random, int depth)
{
    const auto kinds = depth < cbor::maximumDepth ? 8u : 6u;
    switch (random.below(kinds)) {
    case 0: writer.unsignedNumber(number(random)); break;
    case 1: writer.number(-1 - static_cast<std::int64_t>(number(random) >> 1)); break;
    case 2: writer.bytes(random.bytes(random.below(40))); break;
    case 3: writer.text(toHex(random.bytes(random.below(20)))); break;
    case 4: writer.boolean(random.onceIn(2)); break;
    case 5: writer.null(); break;
    case 6: {
        const auto count = random.below(5);
        writer.array(count);
        for (std::size_t i = 0; i < count; ++i) {
            putValue(writer, random, depth + 1);
        }
        break;
    }
    default: {
        const auto count = random.below(5);
        writer.map(count);
        for (std::size_t i = 0; i < count; ++i) {
            putKey(writer, i, random);
            putValue(writer, random, depth + 1);
        }
    }
    }
}

Bytes someValue(Random& random)
{
    cbor::Writer writer;
    const auto count = 1 + random.below(6);
    writer.array(count);
    for (std::size_t i = 0; i < count; ++i) {
        putValue(writer, random, 2);
    }
    return writer.take();
}

/// One to three changes: a bit, a byte, a cut, an insertion, a repeated stretch.
void damage(Bytes& bytes, Random& random)
{
    for (auto left = 1 + random.below(3); left > 0 && !bytes.empty(); --left) {
        const auto at = random.below(bytes.size());
        const auto position = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        switch (random.below(5)) {
        case 0: bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ (1u << random.below(8))); break;
        case 1: bytes[at] = static_cast<std::uint8_t>(random.next()); break;
        case 2: bytes.resize(at); break;
        case 3: bytes.insert(position, static_cast<std::uint8_t>(random.next())); break;
        default: {
            const Bytes stretch(position,
                                bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), at + 9)));
            bytes.insert(position, stretch.begin(), stretch.end());
        }
        }
    }
}

/// Reads on without any check, as far as it goes.
void readUnchecked(View bytes, Random& random)
{
    cbor::Reader reader(bytes);
    while (reader.ok() && reader.peek() != cbor::Type::End) {
        switch (random.below(9)) {
        case 0: reader.number(); break;
        case 1: reader.unsignedNumber(); break;
        case 2: reader.bytes(); break;
        case 3: reader.text(); break;
        case 4: reader.boolean(); break;
        case 5: reader.null(); break;
        case 6: reader.array(); break;
        case 7: reader.map(); break;
        default: reader.skip();
        }
    }
}

} // namespace

TEST_CASE("what the writer writes is accepted and copied to the same bytes")
{
    CHEVET_SEEDED(random, 2);
    for (int i = 0; i < test::scaled(20'000, 500'000); ++i) {
        const auto bytes = someValue(random);
        INFO(toHex(bytes));
        REQUIRE(cbor::check(bytes));
        REQUIRE(test::copyOfCbor(bytes) == bytes);
    }
}

TEST_CASE("whatever the check accepts of damaged values has no other encoding")
{
    CHEVET_SEEDED(random, 3);
    int accepted = 0;
    for (int i = 0; i < test::scaled(150'000, 5'000'000); ++i) {
        auto bytes = someValue(random);
        damage(bytes, random);
        if (cbor::check(bytes)) {
            ++accepted;
            INFO(toHex(bytes));
            REQUIRE(test::copyOfCbor(bytes) == bytes);
        }
        readUnchecked(bytes, random);
    }
    CHECK(accepted > 1'000); // changes inside a text or a number keep the form
}

TEST_CASE("whatever the check accepts of random bytes has no other encoding")
{
    CHEVET_SEEDED(random, 4);
    int accepted = 0;
    for (int i = 0; i < test::scaled(200'000, 5'000'000); ++i) {
        const auto bytes = random.bytes(random.below(12));
        if (cbor::check(bytes)) {
            ++accepted;
            INFO(toHex(bytes));
            REQUIRE(test::copyOfCbor(bytes) == bytes);
        }
        readUnchecked(bytes, random);
    }
    CHECK(accepted > 1'000); // small numbers are one byte
}

TEST_CASE("every single bit of a value matters to the check or to the value")
{
    CHEVET_SEEDED(random, 5);
    for (int i = 0; i < 200; ++i) {
        const auto whole = someValue(random);
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            auto flipped = whole;
            flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1u << (bit % 8)));
            if (cbor::check(flipped)) {
                REQUIRE(test::copyOfCbor(flipped) == flipped);
            }
        }
    }
}
