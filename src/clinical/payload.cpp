// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinical/payload.h"

#include "foundation/cbor.h"

namespace chevet::clinical {
namespace {

// Stored on disk, never renumber.
enum Field : std::uint64_t
{
    KindField,
    VersionField,
    StreamField,
    StampField,
    AtField,
    OffsetField,
    AuthorField,
    ItemField,
    ParentsField,
    BodyField,
    LastPartField,
    SizeField
};
constexpr std::uint64_t requiredFields = 0x7F; ///< KindField to AuthorField

constexpr std::size_t mostParents = 1000;
constexpr std::int64_t endOf2200 = 7'289'654'400'000;

template<class AnyId> AnyId readId(cbor::Reader& reader)
{
    const auto id = AnyId::fromBytes(reader.bytes());
    if (!id) {
        reader.setFailed();
    }
    return id.value_or(AnyId{});
}

void readParents(cbor::Reader& reader, std::vector<EventId>& parents)
{
    const auto count = reader.array();
    if (count > mostParents) {
        reader.setFailed();
        return;
    }
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        parents.push_back(readId<EventId>(reader));
    }
}

void readField(cbor::Reader& reader, std::uint64_t key, Payload& into)
{
    switch (key) {
    case KindField: into.kind = reader.text(); break;
    case VersionField: into.version = static_cast<std::uint32_t>(reader.unsignedNumber()); break;
    case StreamField: into.stream = readId<StreamId>(reader); break;
    case StampField: into.stamp.value = reader.unsignedNumber(); break;
    case AtField: into.at.millis = reader.number(); break;
    case OffsetField: {
        const auto offset = reader.number();
        into.offsetMinutes = offset >= -900 && offset <= 900 ? static_cast<int>(offset) : 9999;
        break;
    }
    case AuthorField: into.author = readId<MemberId>(reader); break;
    case ItemField: into.item = reader.text(); break;
    case ParentsField: readParents(reader, into.parents); break;
    case BodyField: into.body = reader.encoded(); break;
    case LastPartField:
        if (!into.continued) {
            into.continued.emplace();
        }
        into.continued->lastPart = readId<EventId>(reader);
        break;
    case SizeField:
        if (!into.continued) {
            into.continued.emplace();
        }
        into.continued->size = reader.unsignedNumber();
        break;
    default: reader.skip();
    }
}

} // namespace

bool isStorable(Instant at)
{
    return at.millis >= 0 && at.millis < endOf2200;
}

Bytes encodePayload(const Payload& payload)
{
    cbor::FieldWriter fields;
    fields.field(KindField).text(payload.kind);
    fields.field(VersionField).unsignedNumber(payload.version);
    fields.field(StreamField).bytes(payload.stream.view());
    fields.field(StampField).unsignedNumber(payload.stamp.value);
    fields.field(AtField).number(payload.at.millis);
    fields.field(OffsetField).number(payload.offsetMinutes);
    fields.field(AuthorField).bytes(payload.author.view());
    if (!payload.item.empty()) {
        fields.field(ItemField).text(payload.item);
    }
    if (!payload.parents.empty()) {
        auto& writer = fields.field(ParentsField).array(payload.parents.size());
        for (const auto& parent : payload.parents) {
            writer.bytes(parent.view());
        }
    }
    if (payload.continued) {
        fields.field(LastPartField).bytes(payload.continued->lastPart.view());
        fields.field(SizeField).unsignedNumber(payload.continued->size);
    } else {
        fields.field(BodyField).encoded(payload.body);
    }
    return fields.take();
}

Result<Payload> decodePayload(View bytes)
{
    CHEVET_TRY(cbor::check(bytes));
    cbor::Reader reader(bytes);
    Payload payload;
    std::uint64_t seen = 0;
    for (auto left = reader.map(); left > 0 && reader.ok(); --left) {
        if (reader.peek() != cbor::Type::Unsigned) {
            break; // keys of other types sort last; none of ours has one
        }
        const auto key = reader.unsignedNumber();
        seen |= key < 64 ? std::uint64_t{1} << key : 0;
        readField(reader, key, payload);
    }
    if (!reader.ok() || (seen & requiredFields) != requiredFields ||
        payload.body.empty() != payload.continued.has_value()) {
        return fail(ErrorCode::BadInput, "payload");
    }
    const bool half = payload.continued && ((seen >> LastPartField) & 3) != 3;
    if (half || payload.version == 0) {
        return fail(ErrorCode::BadInput, "payload");
    }
    if (payload.offsetMinutes > 900 || !isStorable(payload.at)) {
        return fail(ErrorCode::OutOfRange, "payload");
    }
    return payload;
}

Bytes encodeTextPart(const TextPart& part)
{
    cbor::FieldWriter fields;
    fields.field(0).bytes(part.piece);
    if (part.previous) {
        fields.field(1).bytes(part.previous->view());
    }
    return fields.take();
}

Result<TextPart> decodeTextPart(View body)
{
    CHEVET_TRY(cbor::check(body));
    cbor::Reader reader(body);
    TextPart part;
    bool hasPiece = false;
    for (auto left = reader.map(); left > 0 && reader.peek() == cbor::Type::Unsigned; --left) {
        switch (reader.unsignedNumber()) {
        case 0:
            part.piece = reader.bytes();
            hasPiece = true;
            break;
        case 1: part.previous = readId<EventId>(reader); break;
        default: reader.skip();
        }
    }
    if (!reader.ok() || !hasPiece) {
        return fail(ErrorCode::BadInput, "text.part");
    }
    return part;
}

} // namespace chevet::clinical
