// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/cbor.h"

#include <algorithm>
#include <limits>

namespace chevet::cbor {
namespace {

constexpr std::uint8_t unsignedMajor = 0;
constexpr std::uint8_t negativeMajor = 1;
constexpr std::uint8_t bytesMajor = 2;
constexpr std::uint8_t textMajor = 3;
constexpr std::uint8_t arrayMajor = 4;
constexpr std::uint8_t mapMajor = 5;
constexpr std::uint8_t simpleMajor = 7;
constexpr std::uint8_t falseByte = 0xF4;
constexpr std::uint8_t trueByte = 0xF5;
constexpr std::uint8_t nullByte = 0xF6;

struct Head
{
    std::uint8_t major = 0;
    std::uint64_t argument = 0;
    std::size_t length = 0; ///< 0: truncated or not in its shortest form
    bool truncated = false;
};

Head readHead(View rest)
{
    if (rest.empty()) {
        return {.truncated = true};
    }
    const auto major = static_cast<std::uint8_t>(rest[0] >> 5);
    const auto info = static_cast<std::uint8_t>(rest[0] & 31);
    if (info < 24) {
        return {major, info, 1};
    }
    if (info > 27) {
        return {}; // reserved, or an indefinite length
    }
    const std::size_t width = std::size_t{1} << (info - 24);
    if (rest.size() < 1 + width) {
        return {.truncated = true};
    }
    std::uint64_t argument = 0;
    for (std::size_t i = 1; i <= width; ++i) {
        argument = (argument << 8) | rest[i];
    }
    const std::uint64_t smallest = width == 1 ? 24 : std::uint64_t{1} << (8 * (width / 2));
    return argument < smallest ? Head{} : Head{major, argument, 1 + width};
}

/// Checks values one after the other; knows where it stands, for the error. Its functions say whether all is
/// well: this is done to every record that is read, and carrying a Result through each value cost more than
/// the checks.
class Checker
{
public:
    explicit Checker(View bytes) : m_all(bytes), m_rest(bytes) {}

    bool one(int depth)
    {
        if (depth > maximumDepth) {
            return fault(ErrorCode::TooDeep);
        }
        const auto head = readHead(m_rest);
        if (head.length == 0) {
            return fault(head.truncated ? ErrorCode::Truncated : ErrorCode::NotCanonical);
        }
        switch (head.major) {
        case unsignedMajor: return pass(head.length);
        case negativeMajor:
            if (head.argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
                return fault(ErrorCode::NotCanonical);
            }
            return pass(head.length);
        case bytesMajor:
        case textMajor: return string(head);
        case arrayMajor: return items(head, depth);
        case mapMajor: return pairs(head, depth);
        case simpleMajor:
            if (m_rest[0] != falseByte && m_rest[0] != trueByte && m_rest[0] != nullByte) {
                return fault(ErrorCode::NotCanonical);
            }
            return pass(1);
        default: return fault(ErrorCode::NotCanonical); // tags
        }
    }

    bool end() { return m_rest.empty() || fault(ErrorCode::NotCanonical); }

    /// Of the first thing that was wrong.
    tl::unexpected<Error> error() const
    {
        return fail(m_code, "cbor", static_cast<std::int64_t>(m_all.size() - m_rest.size()));
    }

private:
    bool string(const Head& head)
    {
        if (head.argument > m_rest.size() - head.length) {
            return fault(ErrorCode::Truncated);
        }
        const auto length = static_cast<std::size_t>(head.argument);
        if (head.major == textMajor && !isUtf8(m_rest.subspan(head.length, length))) {
            return fault(ErrorCode::NotCanonical);
        }
        return pass(head.length + length);
    }

    bool items(const Head& head, int depth)
    {
        pass(head.length);
        for (std::uint64_t i = 0; i < head.argument; ++i) {
            if (!one(depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool pairs(const Head& head, int depth)
    {
        pass(head.length);
        View previous;
        for (std::uint64_t i = 0; i < head.argument; ++i) {
            const auto from = m_rest;
            if (!one(depth + 1)) {
                return false;
            }
            const auto key = from.first(from.size() - m_rest.size());
            if (i > 0 &&
                !std::lexicographical_compare(previous.begin(), previous.end(), key.begin(), key.end())) {
                return fault(ErrorCode::NotCanonical);
            }
            previous = key;
            if (!one(depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool pass(std::size_t length)
    {
        m_rest = m_rest.subspan(length);
        return true;
    }

    bool fault(ErrorCode code)
    {
        m_code = code;
        return false;
    }

    View m_all;
    View m_rest;
    ErrorCode m_code = ErrorCode::Internal;
};

} // namespace

void Writer::head(std::uint8_t major, std::uint64_t argument)
{
    const auto lead = static_cast<std::uint8_t>(major << 5);
    if (argument < 24) {
        m_bytes.push_back(static_cast<std::uint8_t>(lead | argument));
        return;
    }
    int width = 1;
    std::uint8_t info = 24;
    while (width < 8 && (argument >> (8 * width)) != 0) {
        width *= 2;
        ++info;
    }
    m_bytes.push_back(static_cast<std::uint8_t>(lead | info));
    for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
        m_bytes.push_back(static_cast<std::uint8_t>(argument >> shift));
    }
}

Writer& Writer::unsignedNumber(std::uint64_t value)
{
    head(unsignedMajor, value);
    return *this;
}

Writer& Writer::number(std::int64_t value)
{
    if (value >= 0) {
        head(unsignedMajor, static_cast<std::uint64_t>(value));
    } else {
        head(negativeMajor, static_cast<std::uint64_t>(-(value + 1)));
    }
    return *this;
}

Writer& Writer::bytes(View value)
{
    head(bytesMajor, value.size());
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

Writer& Writer::text(std::string_view value)
{
    head(textMajor, value.size());
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

Writer& Writer::boolean(bool value)
{
    m_bytes.push_back(value ? trueByte : falseByte);
    return *this;
}

Writer& Writer::null()
{
    m_bytes.push_back(nullByte);
    return *this;
}

Writer& Writer::array(std::size_t count)
{
    head(arrayMajor, count);
    return *this;
}

Writer& Writer::map(std::size_t count)
{
    head(mapMajor, count);
    return *this;
}

Writer& Writer::encoded(View value)
{
    m_bytes.insert(m_bytes.end(), value.begin(), value.end());
    return *this;
}

Writer& FieldWriter::field(std::uint64_t key)
{
    ++m_count;
    return m_body.unsignedNumber(key);
}

Bytes FieldWriter::take()
{
    Writer whole;
    whole.map(m_count).encoded(m_body.view());
    return whole.take();
}

Result<void> check(View bytes)
{
    Checker checker(bytes);
    return checker.one(1) && checker.end() ? Result<void>() : checker.error();
}

Type Reader::peek() const
{
    if (m_failed) {
        return Type::Invalid;
    }
    if (m_rest.empty()) {
        return Type::End;
    }
    switch (m_rest[0] >> 5) {
    case unsignedMajor: return Type::Unsigned;
    case negativeMajor: return Type::Negative;
    case bytesMajor: return Type::Bytes;
    case textMajor: return Type::Text;
    case arrayMajor: return Type::Array;
    case mapMajor: return Type::Map;
    default: break;
    }
    if (m_rest[0] == trueByte || m_rest[0] == falseByte) {
        return Type::Boolean;
    }
    return m_rest[0] == nullByte ? Type::Null : Type::Invalid;
}

bool Reader::head(std::uint8_t major, std::uint64_t& argument)
{
    const auto read = m_failed ? Head{} : readHead(m_rest);
    if (read.length == 0 || read.major != major) {
        m_failed = true;
        argument = 0;
        return false;
    }
    m_rest = m_rest.subspan(read.length);
    argument = read.argument;
    return true;
}

View Reader::take(std::uint64_t length)
{
    if (m_failed || length > m_rest.size()) {
        m_failed = true;
        return {};
    }
    const auto taken = m_rest.first(static_cast<std::size_t>(length));
    m_rest = m_rest.subspan(static_cast<std::size_t>(length));
    return taken;
}

std::uint64_t Reader::unsignedNumber()
{
    std::uint64_t value = 0;
    head(unsignedMajor, value);
    return value;
}

bool Reader::fits(std::uint64_t value)
{
    m_failed = m_failed || value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return !m_failed;
}

std::int64_t Reader::number()
{
    std::uint64_t value = 0;
    if (peek() == Type::Negative) {
        head(negativeMajor, value);
        return fits(value) ? -static_cast<std::int64_t>(value) - 1 : 0;
    }
    head(unsignedMajor, value);
    return fits(value) ? static_cast<std::int64_t>(value) : 0;
}

View Reader::bytes()
{
    std::uint64_t length = 0;
    return head(bytesMajor, length) ? take(length) : View{};
}

std::string_view Reader::text()
{
    std::uint64_t length = 0;
    return head(textMajor, length) ? textOf(take(length)) : std::string_view{};
}

bool Reader::boolean()
{
    if (peek() != Type::Boolean) {
        m_failed = true;
        return false;
    }
    return take(1)[0] == trueByte;
}

void Reader::null()
{
    if (peek() != Type::Null) {
        m_failed = true;
        return;
    }
    take(1);
}

std::size_t Reader::array()
{
    std::uint64_t count = 0;
    head(arrayMajor, count);
    return static_cast<std::size_t>(count);
}

std::size_t Reader::map()
{
    std::uint64_t count = 0;
    head(mapMajor, count);
    return static_cast<std::size_t>(count);
}

void Reader::skip()
{
    encoded();
}

View Reader::encoded()
{
    if (m_failed) {
        return {};
    }
    const auto from = m_rest;
    // A checked value can be measured by reading heads alone; depth was bounded by check().
    std::uint64_t open = 1;
    while (open > 0) {
        const auto read = readHead(m_rest);
        if (read.length == 0) {
            m_failed = true;
            return {};
        }
        m_rest = m_rest.subspan(read.length);
        --open;
        if (read.major == bytesMajor || read.major == textMajor) {
            take(read.argument);
        } else if (read.major == arrayMajor) {
            open += read.argument;
        } else if (read.major == mapMajor) {
            open += 2 * read.argument;
        }
        if (m_failed) {
            return {};
        }
    }
    return from.first(from.size() - m_rest.size());
}

} // namespace chevet::cbor
