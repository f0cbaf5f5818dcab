// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/messages.h"

#include "call/messages_fields.h"
#include "foundation/cbor.h"

#include <algorithm>

namespace chevet::call::message {
namespace {

constexpr std::size_t mostItems = 64;
constexpr std::size_t mostRelays = 8;

template<class Either> constexpr std::uint64_t firstNumber()
{
    return std::is_same_v<Either, ToDesk> ? 1 : 101;
}

bool isText(std::string_view text, std::size_t longest, TextForm form)
{
    const auto isAllowed = [form](char c) {
        const auto code = static_cast<unsigned char>(c);
        const bool isLineEnd = c == '\r' || c == '\n';
        return (code >= 0x20 && code != 0x7F) || (isLineEnd && form == TextForm::Lines);
    };
    return text.size() <= longest && isUtf8(viewOf(text)) && std::ranges::all_of(text, isAllowed);
}

bool isDivisor(std::uint64_t number)
{
    return number == 1 || number == 2 || number == 4;
}

/// What both visitors keep: the first thing that was wrong.
class Fault
{
public:
    void set(ErrorCode code, std::uint64_t key)
    {
        if (m_code == ErrorCode{}) {
            m_code = code;
            m_key = key;
        }
    }
    bool isSet() const { return m_code != ErrorCode{}; }
    tl::unexpected<Error> error(std::uint64_t message) const
    {
        return fail(m_code, "key " + std::to_string(m_key), static_cast<std::int64_t>(message));
    }

private:
    ErrorCode m_code{};
    std::uint64_t m_key = 0;
};

class Encoder
{
public:
    explicit Encoder(Fault& fault) : m_fault(fault) {}

    void number(std::uint64_t key, std::uint64_t value, std::uint64_t largest)
    {
        check(value <= largest, key);
        at(key).unsignedNumber(value);
    }
    void flag(std::uint64_t key, bool value) { at(key).boolean(value); }
    template<std::size_t Size> void bytes(std::uint64_t key, const std::array<std::uint8_t, Size>& value)
    {
        at(key).bytes(value);
    }
    void text(std::uint64_t key, std::string_view value, std::size_t longest,
              TextForm form = TextForm::OneLine)
    {
        check(isText(value, longest, form), key);
        at(key).text(value);
    }
    void constant(std::uint64_t key, std::string_view value) { at(key).text(value); }
    void language(std::uint64_t key, Language value)
    {
        at(key).text(value == Language::French ? "fr" : "en");
    }
    void divisor(std::uint64_t key, std::uint8_t value)
    {
        check(isDivisor(value), key);
        at(key).unsignedNumber(value);
    }
    template<class Choice> void choice(std::uint64_t key, Choice value, Choice first, Choice last)
    {
        check(value >= first && value <= last, key);
        at(key).unsignedNumber(static_cast<std::uint64_t>(value));
    }
    template<class Value, class Visit>
    void maybe(std::uint64_t, std::optional<Value>& value, Visit visitValue)
    {
        if (value) {
            visitValue(*value);
        }
    }
    template<class Item, class Visit> void list(std::uint64_t key, std::vector<Item>& items, Visit visitItem)
    {
        check(items.size() <= mostItems, key);
        m_item = &m_fields.field(key).array(items.size());
        for (auto& item : items) {
            visitItem(item);
        }
        m_item = nullptr;
    }
    void relays(std::uint64_t key, std::vector<RelayServer>& relays)
    {
        check(relays.size() <= mostRelays, key);
        auto& writer = m_fields.field(key).array(relays.size());
        for (auto& relay : relays) {
            Encoder inner(m_fault);
            fields(inner, relay);
            writer.encoded(inner.take());
        }
    }
    Bytes take() { return m_fields.take(); }

private:
    cbor::Writer& at(std::uint64_t key) { return m_item != nullptr ? *m_item : m_fields.field(key); }
    void check(bool isGood, std::uint64_t key)
    {
        if (!isGood) {
            m_fault.set(ErrorCode::OutOfRange, key);
        }
    }

    Fault& m_fault;
    cbor::FieldWriter m_fields;
    cbor::Writer* m_item = nullptr;
};

/// Reads bytes that cbor::check has accepted.
class Decoder
{
public:
    Decoder(Fault& fault, cbor::Reader map) : m_fault(fault)
    {
        const auto count = map.map();
        for (std::size_t i = 0; i < count && map.ok(); ++i) {
            // A key of another type ends the walk: ours are all numbers.
            const auto key = map.unsignedNumber();
            m_pairs.push_back({key, map.encoded()});
        }
        if (!map.ok()) {
            m_fault.set(ErrorCode::BadInput, 0);
        }
    }

    template<class Integer> void number(std::uint64_t key, Integer& value, std::uint64_t largest)
    {
        const auto read = unsignedAt(key);
        check(read <= largest, ErrorCode::OutOfRange, key);
        value = static_cast<Integer>(read);
    }
    void flag(std::uint64_t key, bool& value)
    {
        auto reader = readerAt(key);
        value = reader.boolean();
        check(reader.finished(), ErrorCode::BadInput, key);
    }
    template<std::size_t Size> void bytes(std::uint64_t key, std::array<std::uint8_t, Size>& value)
    {
        auto reader = readerAt(key);
        const auto read = reader.bytes();
        check(reader.finished(), ErrorCode::BadInput, key);
        check(read.size() == Size, ErrorCode::OutOfRange, key);
        if (read.size() == Size) {
            std::ranges::copy(read, value.begin());
        }
    }
    void text(std::uint64_t key, std::string& value, std::size_t longest, TextForm form = TextForm::OneLine)
    {
        auto reader = readerAt(key);
        const auto read = reader.text();
        check(reader.finished(), ErrorCode::BadInput, key);
        check(isText(read, longest, form), ErrorCode::OutOfRange, key);
        if (!m_fault.isSet()) {
            value = read;
        }
    }
    void constant(std::uint64_t key, std::string_view value)
    {
        auto reader = readerAt(key);
        check(reader.text() == value && reader.finished(), ErrorCode::OutOfRange, key);
    }
    void language(std::uint64_t key, Language& value)
    {
        auto reader = readerAt(key);
        const auto read = reader.text();
        value = read == "fr" ? Language::French : Language::English;
        check((read == "fr" || read == "en") && reader.finished(), ErrorCode::OutOfRange, key);
    }
    void divisor(std::uint64_t key, std::uint8_t& value)
    {
        number(key, value, 4);
        check(isDivisor(value), ErrorCode::OutOfRange, key);
    }
    template<class Choice> void choice(std::uint64_t key, Choice& value, Choice first, Choice last)
    {
        const auto read = unsignedAt(key);
        const bool isGood =
            read >= static_cast<std::uint64_t>(first) && read <= static_cast<std::uint64_t>(last);
        check(isGood, ErrorCode::OutOfRange, key);
        value = isGood ? static_cast<Choice>(read) : first;
    }
    template<class Value, class Visit>
    void maybe(std::uint64_t key, std::optional<Value>& value, Visit visitValue)
    {
        if (find(key)) {
            visitValue(value.emplace());
        }
    }
    template<class Item, class Visit> void list(std::uint64_t key, std::vector<Item>& items, Visit visitItem)
    {
        auto reader = readerAt(key);
        const auto count = reader.array();
        check(count <= mostItems, ErrorCode::OutOfRange, key);
        for (std::size_t i = 0; i < count && !m_fault.isSet(); ++i) {
            m_item = reader.encoded();
            visitItem(items.emplace_back());
        }
        m_item.reset();
        check(m_fault.isSet() || reader.finished(), ErrorCode::BadInput, key);
    }
    void relays(std::uint64_t key, std::vector<RelayServer>& relays)
    {
        auto reader = readerAt(key);
        const auto count = reader.array();
        check(count <= mostRelays, ErrorCode::OutOfRange, key);
        for (std::size_t i = 0; i < count && !m_fault.isSet(); ++i) {
            Decoder inner(m_fault, cbor::Reader(reader.encoded()));
            fields(inner, relays.emplace_back());
        }
        check(m_fault.isSet() || reader.finished(), ErrorCode::BadInput, key);
    }
    /// 0 if there is none, which is no message's.
    std::uint64_t messageNumber()
    {
        const auto read = unsignedAt(0);
        return m_fault.isSet() ? 0 : read;
    }

private:
    struct Pair
    {
        std::uint64_t key = 0;
        View value;
    };

    std::optional<View> find(std::uint64_t key) const
    {
        if (m_item) {
            return m_item;
        }
        const auto found = std::ranges::find(m_pairs, key, &Pair::key);
        return found != m_pairs.end() ? std::optional(found->value) : std::nullopt;
    }
    /// At the end if the key is not there: whatever is read then fails.
    cbor::Reader readerAt(std::uint64_t key) const { return cbor::Reader(find(key).value_or(View())); }
    std::uint64_t unsignedAt(std::uint64_t key)
    {
        auto reader = readerAt(key);
        const auto read = reader.unsignedNumber();
        check(reader.finished(), ErrorCode::BadInput, key);
        return read;
    }
    void check(bool isGood, ErrorCode code, std::uint64_t key)
    {
        if (!isGood) {
            m_fault.set(code, key);
        }
    }

    Fault& m_fault;
    std::vector<Pair> m_pairs;
    std::optional<View> m_item;
};

template<class Either> Result<Bytes> encodeEither(const Either& either)
{
    const auto number = firstNumber<Either>() + either.index();
    return std::visit(
        [number](auto message) -> Result<Bytes> {
            Fault fault;
            Encoder encoder(fault);
            encoder.number(0, number, number);
            fields(encoder, message);
            return fault.isSet() ? Result<Bytes>(fault.error(number)) : encoder.take();
        },
        either);
}

template<class Either, std::size_t Index = 0>
Result<Either> decodeAs(std::uint64_t number, Decoder& decoder, const Fault& fault)
{
    if constexpr (Index == std::variant_size_v<Either>) {
        return fail(ErrorCode::UnknownName, "message number", static_cast<std::int64_t>(number));
    } else {
        if (number != firstNumber<Either>() + Index) {
            return decodeAs<Either, Index + 1>(number, decoder, fault);
        }
        std::variant_alternative_t<Index, Either> message;
        fields(decoder, message);
        return fault.isSet() ? Result<Either>(fault.error(number)) : Either(std::move(message));
    }
}

template<class Either> Result<Either> decodeEither(View plain)
{
    CHEVET_TRY(cbor::check(plain));
    Fault fault;
    Decoder decoder(fault, cbor::Reader(plain));
    const auto number = decoder.messageNumber();
    if (fault.isSet()) {
        return fault.error(number);
    }
    return decodeAs<Either>(number, decoder, fault);
}

} // namespace

Result<Bytes> encode(const ToDesk& message)
{
    return encodeEither(message);
}

Result<Bytes> encode(const ToSeat& message)
{
    return encodeEither(message);
}

Result<ToDesk> decodeToDesk(View plain)
{
    return decodeEither<ToDesk>(plain);
}

Result<ToSeat> decodeToSeat(View plain)
{
    return decodeEither<ToSeat>(plain);
}

bool isOfSession(const ToDesk& message)
{
    if (const auto* trouble = std::get_if<Trouble>(&message)) {
        return trouble->what == TroubleKind::ConnectionFailed ||
               trouble->what == TroubleKind::NoPictureFromYou;
    }
    return std::holds_alternative<Answer>(message) || std::holds_alternative<Candidate>(message) ||
           std::holds_alternative<PhotoHeader>(message);
}

bool isOfSession(const ToSeat& message)
{
    return std::holds_alternative<Offer>(message) || std::holds_alternative<Candidate>(message) ||
           std::holds_alternative<Measure>(message);
}

std::string cutText(std::string_view text, std::size_t longest)
{
    if (text.size() <= longest) {
        return std::string(text);
    }
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u;
    };
    auto end = longest;
    while (end > 0 && continues(end)) {
        --end;
    }
    return std::string(text.substr(0, end));
}

} // namespace chevet::call::message
