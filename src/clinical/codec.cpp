// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinical/codec.h"

#include "clinical/codec_clinical.h"
#include "clinical/codec_record.h"

#include <utility>

namespace chevet::clinical {
namespace {

/// The stream's id, back into the member that holds it.
template<class Event> void setStream(Event& event, const StreamId& stream)
{
    if constexpr (requires { event.stream; }) {
        event.stream = stream;
    } else if constexpr (requires { event.id; }) {
        event.id.bytes = stream.bytes;
    } else if constexpr (std::is_same_v<Event, MemberAdded>) {
        event.member.bytes = stream.bytes;
    } else if constexpr (std::is_same_v<Event, WishesRecorded>) {
        event.resident.bytes = stream.bytes;
    }
}

template<class Event> Result<void> read(cbor::Reader& reader, const StreamId& stream, EventBody& into)
{
    auto& event = into.emplace<Event>();
    FieldDecoder decoder(reader);
    fields(decoder, event);
    CHEVET_TRY(decoder.finish());
    setStream(event, stream);
    return {};
}

using Read = Result<void> (*)(cbor::Reader&, const StreamId&, EventBody&);

template<std::size_t... I> constexpr auto readers(std::index_sequence<I...>)
{
    return std::array<Read, sizeof...(I)>{&read<std::variant_alternative_t<I, EventBody>>...};
}

} // namespace

Bytes encodeBody(const EventBody& body)
{
    return std::visit(
        [](const auto& event) {
            FieldEncoder encoder;
            fields(encoder, event);
            return encoder.take();
        },
        body);
}

Result<EventBody> decodeBody(Kind kind, const StreamId& stream, View body, Form form)
{
    static constexpr auto table = readers(std::make_index_sequence<std::variant_size_v<EventBody>>());
    const auto index = static_cast<std::size_t>(kind);
    if (index == 0 || index > table.size()) {
        return fail(ErrorCode::UnknownName, "kind");
    }
    const auto place = [&] { return std::string(describe(kind).name); };
    if (form == Form::Unchecked) {
        if (auto checked = cbor::check(body); !checked) {
            return fail(checked.error().code, place(), checked.error().number);
        }
    }
    // NOLINTNEXTLINE(misc-const-correctness): the functions behind the table read on in it
    cbor::Reader reader(body);
    Result<EventBody> decoded;
    if (auto done = table[index - 1](reader, stream, *decoded); !done) {
        return fail(done.error().code, place());
    }
    return decoded;
}

bool isStorable(const EventBody& body, const TeamId& team)
{
    const auto decoded = decodeBody(kindOf(body), streamOf(body, team), encodeBody(body));
    return decoded && *decoded == body;
}

} // namespace chevet::clinical
