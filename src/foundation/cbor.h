// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Strict CBOR (RFC 8949, core deterministic encoding): definite lengths, shortest forms, maps with sorted
// unique keys, depth at most 16, no floats and no tags, all input consumed. One value has one encoding, so
// that a signature over bytes is a signature over the value.
#pragma once

#include "foundation/bytes.h"
#include "foundation/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace chevet::cbor {

inline constexpr int maximumDepth = 16;

enum class Type : std::uint8_t
{
    Unsigned,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Boolean,
    Null,
    End,
    Invalid
};

/// Appends values to a buffer. The caller writes map keys in canonical order (for small unsigned keys:
/// ascending) and exactly as many items as announced; `isCanonical` on the result says whether that was kept.
class Writer
{
public:
    Writer() { m_bytes.reserve(256); }

    Writer& number(std::int64_t value);
    Writer& unsignedNumber(std::uint64_t value);
    Writer& bytes(View value);
    Writer& text(std::string_view value);
    Writer& boolean(bool value);
    Writer& null();
    Writer& array(std::size_t count);
    Writer& map(std::size_t count);
    /// An already encoded value.
    Writer& encoded(View value);

    View view() const { return m_bytes; }
    Bytes take() { return std::move(m_bytes); }

private:
    void head(std::uint8_t major, std::uint64_t argument);
    Bytes m_bytes;
};

/// Fills a map whose fields may be absent: counts its entries, then writes them in the order they were added,
/// which must be ascending.
class FieldWriter
{
public:
    Writer& field(std::uint64_t key);
    std::size_t count() const { return m_count; }
    Bytes take();

private:
    Writer m_body;
    std::size_t m_count = 0;
};

/// Succeeds only if the bytes are exactly one value in its canonical form. Errors: NotCanonical, Truncated,
/// TooDeep; number is the offset.
Result<void> check(View bytes);

/// Walks through bytes that `check` has accepted. A value of another type than asked for, or the end, puts
/// the reader into a failed state in which every read gives an empty value: ask `ok` once at the end.
class Reader
{
public:
    explicit Reader(View bytes) : m_rest(bytes) {}

    Type peek() const;
    std::int64_t number();
    std::uint64_t unsignedNumber();
    View bytes();
    std::string_view text();
    bool boolean();
    void null();
    /// Number of items, or of pairs.
    std::size_t array();
    std::size_t map();
    void skip();
    /// The encoded bytes of the next value, which is passed over.
    View encoded();

    bool ok() const { return !m_failed; }
    /// True when nothing is left and nothing went wrong.
    bool finished() const { return !m_failed && m_rest.empty(); }
    void setFailed() { m_failed = true; }

private:
    bool head(std::uint8_t major, std::uint64_t& argument);
    bool fits(std::uint64_t value);
    View take(std::uint64_t length);
    View m_rest;
    bool m_failed = false;
};

} // namespace chevet::cbor
