// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing and reading a struct by one description of its fields: `fields(visitor, struct)` names key and
// member in ascending order of keys; FieldEncoder and FieldDecoder are the visitors. Internal to the codec.
#pragma once

#include "clinical/events.h"
#include "foundation/cbor.h"

#include <concepts>
#include <limits>
#include <type_traits>
#include <utility>

namespace chevet::clinical {

/// A struct or its const form, so that one description serves both directions.
template<class T, class Body>
concept Is = std::same_as<std::remove_const_t<T>, Body>;

struct Range
{
    std::int64_t low = std::numeric_limits<std::int32_t>::min();
    std::int64_t high = std::numeric_limits<std::int32_t>::max();
};

/// Which alternative of a FieldValue or FactValue a field demands.
enum class ValueType
{
    Text,
    Number,
    YesNo,
    Day,
    Home,
    Resident,
    Motives
};

template<class T> constexpr bool isOptional = false;
template<class T> constexpr bool isOptional<std::optional<T>> = true;
template<class T> constexpr bool isList = false;
template<class T> constexpr bool isList<std::vector<T>> = true;
template<class T> constexpr bool isSet = false;
template<class E> constexpr bool isSet<SetOf<E>> = true;
template<class T> constexpr bool isId = false;
template<class Tag> constexpr bool isId<Id<Tag>> = true;
using PublicKey = std::array<std::uint8_t, 32>;
using Advice = std::array<ModalityAdvice, 4>;

/// Left out when empty, and empty again when absent. Everything else is always written, and missed when
/// absent.
template<class T>
constexpr bool mayBeAbsent =
    isOptional<T> || isList<T> || isSet<T> || std::is_same_v<T, std::string> || std::is_same_v<T, bool>;

class FieldEncoder
{
public:
    template<class T> void operator()(std::uint64_t key, const T& value, Range = {})
    {
        if constexpr (isOptional<T>) {
            if (value) {
                put(m_fields.field(key), *value);
            }
        } else if constexpr (mayBeAbsent<T>) {
            if (value != T{}) {
                put(m_fields.field(key), value);
            }
        } else {
            put(m_fields.field(key), value);
        }
    }

    template<class Variant> void typed(std::uint64_t key, const Variant& value, ValueType)
    {
        std::visit(
            [&](const auto& known) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(known)>, std::monostate>) {
                    put(m_fields.field(key), known);
                }
            },
            value);
    }

    Bytes take() { return m_fields.take(); }

private:
    template<class T> static void put(cbor::Writer& writer, const T& value)
    {
        if constexpr (std::is_same_v<T, std::string>) {
            writer.text(value);
        } else if constexpr (std::is_same_v<T, bool>) {
            writer.boolean(value);
        } else if constexpr (std::is_enum_v<T>) {
            writer.unsignedNumber(static_cast<std::uint64_t>(value));
        } else if constexpr (std::is_integral_v<T>) {
            writer.number(value);
        } else if constexpr (isId<T>) {
            writer.bytes(value.view());
        } else if constexpr (std::is_same_v<T, PublicKey>) {
            writer.bytes(value);
        } else if constexpr (std::is_same_v<T, Instant>) {
            writer.number(value.millis);
        } else if constexpr (std::is_same_v<T, Date>) {
            writer.unsignedNumber(value.packed());
        } else if constexpr (isSet<T>) {
            writer.unsignedNumber(value.bits());
        } else if constexpr (isList<T> || std::is_same_v<T, Advice>) {
            writer.array(value.size());
            for (const auto& one : value) {
                put(writer, one);
            }
        } else {
            FieldEncoder inner;
            fields(inner, value);
            writer.encoded(inner.take());
        }
    }

    cbor::FieldWriter m_fields;
};

/// Requires: bytes that cbor::check accepted.
class FieldDecoder
{
public:
    explicit FieldDecoder(cbor::Reader& reader) : m_reader(reader), m_left(reader.map()) { next(); }

    template<class T> void operator()(std::uint64_t key, T& value, Range range = {})
    {
        if (!reach(key)) {
            m_missing = m_missing || !mayBeAbsent<T>;
            return;
        }
        if constexpr (isOptional<T>) {
            get(value.emplace(), range);
        } else {
            get(value, range);
        }
        next();
    }

    template<class Variant> void typed(std::uint64_t key, Variant& value, ValueType type, Range range = {})
    {
        if (!reach(key)) {
            return;
        }
        switch (type) {
        case ValueType::Text: alternative<std::string>(value, range); break;
        case ValueType::Number: alternative<int>(value, range); break;
        case ValueType::YesNo: alternative<bool>(value, range); break;
        case ValueType::Day: alternative<Date>(value, range); break;
        case ValueType::Home: alternative<HomeId>(value, range); break;
        case ValueType::Resident: alternative<ResidentId>(value, range); break;
        case ValueType::Motives: alternative<MotiveSet>(value, range); break;
        }
        next();
    }

    /// Passes over what is left. To be called once, at the end.
    Result<void> finish()
    {
        while (m_has) {
            m_reader.skip();
            next();
        }
        if (!m_reader.ok() || m_missing) {
            return fail(ErrorCode::BadInput);
        }
        return m_outside ? Result<void>(fail(ErrorCode::OutOfRange)) : Result<void>();
    }

private:
    void next()
    {
        m_has = m_left > 0 && m_reader.peek() == cbor::Type::Unsigned;
        if (m_has) {
            m_key = m_reader.unsignedNumber();
            --m_left;
        } else if (m_left > 0) { // a key of another type: newer than ours, and last in order
            for (; m_left > 0 && m_reader.ok(); --m_left) {
                m_reader.skip();
                m_reader.skip();
            }
        }
    }

    bool reach(std::uint64_t key)
    {
        while (m_has && m_key < key) {
            m_reader.skip();
            next();
        }
        return m_has && m_key == key;
    }

    template<class T, class Variant> void alternative(Variant& value, Range range)
    {
        if constexpr (std::is_constructible_v<Variant, std::in_place_type_t<T>>) {
            get(value.template emplace<T>(), range);
        } else {
            m_reader.setFailed();
        }
    }

    template<class T> void check(const std::optional<T>& decoded, T& value)
    {
        m_outside = m_outside || !decoded;
        value = decoded.value_or(T{});
    }

    template<class T> void get(T& value, Range range)
    {
        if constexpr (std::is_same_v<T, std::string>) {
            value = m_reader.text();
        } else if constexpr (std::is_same_v<T, bool>) {
            value = m_reader.boolean();
        } else if constexpr (std::is_same_v<T, Compartment>) {
            const auto number = m_reader.unsignedNumber();
            m_outside = m_outside || number < 1 || number > allCompartments.size();
            value = static_cast<Compartment>(number);
        } else if constexpr (std::is_same_v<T, Fact>) {
            const auto number = m_reader.unsignedNumber();
            m_outside = m_outside || number < 1 || number > allFacts.size();
            value = static_cast<Fact>(number);
        } else if constexpr (std::is_enum_v<T>) {
            check(fromStored<T>(m_reader.unsignedNumber()), value);
        } else if constexpr (std::is_integral_v<T>) {
            const auto number = m_reader.number();
            m_outside = m_outside || number < range.low || number > range.high;
            value = static_cast<T>(number);
        } else if constexpr (isId<T>) {
            getBytes(value.bytes);
        } else if constexpr (std::is_same_v<T, PublicKey>) {
            getBytes(value);
        } else if constexpr (std::is_same_v<T, Instant>) {
            value.millis = m_reader.number();
            m_outside =
                m_outside || value.millis < 0 || value.millis >= 7'289'654'400'000; // 1970 to the end of 2200
        } else if constexpr (std::is_same_v<T, Date>) {
            check(Date::fromPacked(m_reader.unsignedNumber()), value);
        } else {
            getMany(value, range);
        }
    }

    template<std::size_t N> void getBytes(std::array<std::uint8_t, N>& value)
    {
        const auto bytes = m_reader.bytes();
        if (bytes.size() != N) {
            m_reader.setFailed();
            return;
        }
        std::copy(bytes.begin(), bytes.end(), value.begin());
    }

    template<class E> void getMany(SetOf<E>& value, Range)
    {
        SetOf<E> known;
        for (const auto& [word, name] : Words<E>::all) {
            known.insert(word);
        }
        const auto bits = m_reader.unsignedNumber();
        m_outside = m_outside || (bits & ~known.bits()) != 0;
        value = SetOf<E>::ofBits(bits & known.bits());
    }

    template<class T> void getMany(std::vector<T>& value, Range range)
    {
        for (auto left = m_reader.array(); left > 0 && m_reader.ok(); --left) {
            get(value.emplace_back(), range);
        }
    }

    template<std::same_as<Advice> T> void getMany(T& value, Range range)
    {
        if (m_reader.array() != value.size()) {
            m_reader.setFailed();
            return;
        }
        for (auto& one : value) {
            get(one, range);
        }
    }

    template<class T> void getMany(T& value, Range)
    {
        FieldDecoder inner(m_reader);
        fields(inner, value);
        if (const auto done = inner.finish(); !done) {
            (done.error().code == ErrorCode::OutOfRange ? m_outside : m_missing) = true;
        }
    }

    cbor::Reader& m_reader;
    std::size_t m_left = 0;
    std::uint64_t m_key = 0;
    bool m_has = false;
    bool m_missing = false;
    bool m_outside = false;
};

} // namespace chevet::clinical
