// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/snapshot.h"

#include "casebook/casebook_self.h"
#include "casebook/journal_format.h"
#include "casebook/vault_folder.h"
#include "foundation/cbor.h"

#include <algorithm>

namespace chevet::casebook {
namespace {

// File: magic 8 · length 4 · sealed header · { length 4 · sealed piece } …
constexpr std::string_view magic = "ChvtSnp1";
constexpr std::size_t pieceSize = std::size_t{1} << 20;
constexpr std::size_t largestFile = std::size_t{1} << 30;
constexpr std::size_t lengthSize = 4;

struct Header
{
    std::int64_t sequence = 0;
    EventId id;
    std::uint64_t size = 0;
};

/// Binds every piece to its place, to the whole and to the version: a piece that was moved, left out or taken
/// from another snapshot does not open.
Bytes contextOf(std::string_view what, std::uint32_t modelVersion, const Header& header,
                std::uint64_t position)
{
    cbor::Writer writer;
    const bool isLast = position + pieceSize >= header.size;
    writer.array(7).text(what).unsignedNumber(modelVersion).number(header.sequence).bytes(header.id.view());
    writer.unsignedNumber(header.size).unsignedNumber(position).boolean(isLast);
    return writer.take();
}

Bytes headerContext(std::uint32_t modelVersion)
{
    return contextOf("chevet/snapshot/1", modelVersion, {}, 0);
}

Result<void> writeBox(const WritePiece& write, const Result<Bytes>& box)
{
    if (!box) {
        return failAs(box);
    }
    std::array<std::uint8_t, lengthSize> length{};
    putBigEndian(length.data(), static_cast<std::uint32_t>(box->size()));
    CHEVET_TRY(write(length));
    return write(*box);
}

Result<View> takeBox(View& rest)
{
    if (rest.size() < lengthSize) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    const std::size_t length = getBigEndian<std::uint32_t>(rest.data());
    if (length > rest.size() - lengthSize) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    const auto box = rest.subspan(lengthSize, length);
    rest = rest.subspan(lengthSize + length);
    return box;
}

Result<Header> readHeader(View& rest, const sealing::Keyring& keyring, std::uint32_t modelVersion)
{
    if (rest.size() < magic.size() || textOf(rest.first(magic.size())) != magic) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    rest = rest.subspan(magic.size());
    const auto box = takeBox(rest);
    const auto plain =
        box ? keyring.openLocal(headerContext(modelVersion), *box) : Result<Bytes>(failAs(box));
    if (!plain || !cbor::check(*plain)) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    cbor::Reader reader(*plain);
    Header header;
    const bool isThree = reader.array() == 3;
    header.sequence = reader.number();
    header.id = EventId::fromBytes(reader.bytes()).value_or(EventId{});
    header.size = reader.unsignedNumber();
    if (!isThree || !reader.finished() || header.size == 0 || header.size > largestFile) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    return header;
}

Result<void> writePieces(const WritePiece& write, const sealing::Keyring& keyring, const Header& header,
                         View image, std::uint32_t modelVersion)
{
    for (std::size_t at = 0; at < image.size(); at += pieceSize) {
        const auto piece = image.subspan(at, std::min(pieceSize, image.size() - at));
        CHEVET_TRY(writeBox(write, keyring.sealLocal(contextOf("piece", modelVersion, header, at), piece)));
    }
    return {};
}

} // namespace

Result<void> writeSnapshot(const std::filesystem::path& file, const sealing::Keyring& keyring,
                           const Snapshot& snapshot, std::uint32_t modelVersion)
{
    const Header header{snapshot.sequence, snapshot.id, snapshot.image.size()};
    cbor::Writer plain;
    plain.array(3).number(header.sequence).bytes(header.id.view()).unsignedNumber(header.size);
    return replaceFile(file, [&](const WritePiece& write) -> Result<void> {
        CHEVET_TRY(write(viewOf(magic)));
        CHEVET_TRY(writeBox(write, keyring.sealLocal(headerContext(modelVersion), plain.view())));
        return writePieces(write, keyring, header, snapshot.image, modelVersion);
    });
}

Result<Snapshot> readSnapshot(const std::filesystem::path& file, const sealing::Keyring& keyring,
                              std::uint32_t modelVersion)
{
    const auto bytes = readWholeFile(file, largestFile);
    if (!bytes) {
        return failAs(bytes);
    }
    View rest(*bytes);
    const auto header = readHeader(rest, keyring, modelVersion);
    if (!header) {
        return failAs(header);
    }
    if (header->size > rest.size()) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    Snapshot snapshot;
    snapshot.sequence = header->sequence;
    snapshot.id = header->id;
    snapshot.image.reserve(static_cast<std::size_t>(header->size));
    while (snapshot.image.size() < header->size) {
        const auto box = takeBox(rest);
        const auto piece =
            box ? keyring.openLocal(contextOf("piece", modelVersion, *header, snapshot.image.size()), *box)
                : Result<Bytes>(failAs(box));
        if (!piece || piece->empty()) {
            return fail(ErrorCode::Damaged, "snapshot");
        }
        snapshot.image.insert(snapshot.image.end(), piece->begin(), piece->end());
    }
    if (!rest.empty() || snapshot.image.size() != header->size) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    return snapshot;
}

Result<void> Casebook::Self::saveSnapshot()
{
    CHEVET_TRY(mayAppend());
    Snapshot snapshot;
    snapshot.sequence = fold->sequence();
    Bytes envelope;
    const auto there = journal->read(snapshot.sequence, envelope, &snapshot.id);
    if (!there || !*there) {
        return there ? fail(ErrorCode::NotFound, "snapshot") : tl::unexpected(there.error());
    }
    auto image = fold->image();
    if (!image) {
        return failAs(image);
    }
    snapshot.image = std::move(*image);
    return writeSnapshot(folder / format::snapshotFile, *keyring, snapshot, ReadModel::version);
}

Result<ReadModel> Casebook::Self::loadSnapshot(std::int64_t& sequence, EventId& id) const
{
    const auto snapshot = readSnapshot(folder / format::snapshotFile, *keyring, ReadModel::version);
    if (!snapshot) {
        return failAs(snapshot);
    }
    // It must be of this journal: the same record at the same place.
    Bytes envelope;
    const auto there = journal->read(snapshot->sequence, envelope, &id);
    if (!there || !*there || id != snapshot->id) {
        return fail(ErrorCode::Damaged, "snapshot");
    }
    sequence = snapshot->sequence;
    return ReadModel::fromImage(snapshot->image);
}

} // namespace chevet::casebook
