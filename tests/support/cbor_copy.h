// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a checked value piece by piece and writes it again: the result must be the same bytes, or the value
// has two encodings.
#pragma once

#include "foundation/cbor.h"

namespace chevet::test {

inline void copyCborItem(cbor::Reader& reader, cbor::Writer& writer)
{
    const auto copyItems = [&](std::size_t count) {
        for (std::size_t i = 0; i < count && reader.ok(); ++i) {
            copyCborItem(reader, writer);
        }
    };
    switch (reader.peek()) {
    case cbor::Type::Unsigned: writer.unsignedNumber(reader.unsignedNumber()); return;
    case cbor::Type::Negative: writer.number(reader.number()); return;
    case cbor::Type::Bytes: writer.bytes(reader.bytes()); return;
    case cbor::Type::Text: writer.text(reader.text()); return;
    case cbor::Type::Boolean: writer.boolean(reader.boolean()); return;
    case cbor::Type::Null:
        reader.null();
        writer.null();
        return;
    case cbor::Type::Array: {
        const auto count = reader.array();
        writer.array(count);
        copyItems(count);
        return;
    }
    case cbor::Type::Map: {
        const auto count = reader.map();
        writer.map(count);
        copyItems(2 * count);
        return;
    }
    case cbor::Type::End:
    case cbor::Type::Invalid: reader.setFailed(); return;
    }
}

/// Empty if the reader did not come out at the end.
inline Bytes copyOfCbor(View bytes)
{
    cbor::Reader reader(bytes);
    cbor::Writer writer;
    copyCborItem(reader, writer);
    return reader.finished() ? writer.take() : Bytes{};
}

} // namespace chevet::test
