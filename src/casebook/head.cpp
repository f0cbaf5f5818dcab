// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/head.h"

#include "casebook/journal_format.h"
#include "foundation/cbor.h"

#include <algorithm>

namespace chevet::casebook {
namespace {

constexpr std::size_t lengthSize = 2;

Bytes encoded(const Head& head)
{
    cbor::Writer writer;
    writer.array(6)
        .number(head.sequence)
        .bytes(head.id.view())
        .unsignedNumber(head.own.count)
        .bytes(head.own.hash);
    writer.number(head.shelfWrites).unsignedNumber(head.writes);
    return writer.take();
}

std::optional<Head> decoded(View bytes)
{
    if (!cbor::check(bytes)) {
        return std::nullopt;
    }
    cbor::Reader reader(bytes);
    Head head;
    if (reader.array() != 6) {
        return std::nullopt;
    }
    head.sequence = reader.number();
    head.id = EventId::fromBytes(reader.bytes()).value_or(EventId{});
    head.own.count = reader.unsignedNumber();
    const auto hash = reader.bytes();
    head.shelfWrites = reader.number();
    head.writes = reader.unsignedNumber();
    if (!reader.finished() || hash.size() != head.own.hash.size()) {
        return std::nullopt;
    }
    std::copy(hash.begin(), hash.end(), head.own.hash.begin());
    return head;
}

std::optional<Head> readPlace(const sealing::Keyring& keyring, View place)
{
    if (place.size() < lengthSize) {
        return std::nullopt;
    }
    const std::size_t length = getBigEndian<std::uint16_t>(place.data());
    if (length > place.size() - lengthSize) {
        return std::nullopt;
    }
    const auto plain = keyring.openLocal(viewOf(format::headContext), place.subspan(lengthSize, length));
    return plain ? decoded(*plain) : std::nullopt;
}

} // namespace

Result<std::optional<Head>> HeadFile::read(const sealing::Keyring& keyring)
{
    const auto bytes = readWholeFile(m_file, 2 * format::headPlaceSize);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) {
        return std::nullopt;
    }
    if (!bytes) {
        return fail(ErrorCode::Damaged, "head");
    }
    std::optional<Head> newest;
    for (std::size_t place = 0; place < 2; ++place) {
        const auto from = std::min(place * format::headPlaceSize, bytes->size());
        const auto size = std::min(format::headPlaceSize, bytes->size() - from);
        const auto head = readPlace(keyring, View(*bytes).subspan(from, size));
        if (head && (!newest || head->writes > newest->writes)) {
            newest = head;
            m_next = 1 - place;
            m_writes = head->writes;
        }
    }
    return newest ? Result<std::optional<Head>>(newest) : fail(ErrorCode::Damaged, "head");
}

Result<void> HeadFile::write(const sealing::Keyring& keyring, Head head)
{
    head.writes = ++m_writes;
    const auto box = keyring.sealLocal(viewOf(format::headContext), encoded(head));
    if (!box) {
        return failAs(box);
    }
    Bytes place(format::headPlaceSize, 0);
    putBigEndian(place.data(), static_cast<std::uint16_t>(box->size()));
    std::copy(box->begin(), box->end(), place.begin() + lengthSize);
    if (!m_open.isOpen()) {
        auto opened = openForWritingAt(m_file);
        if (!opened) {
            return failAs(opened);
        }
        m_open = std::move(*opened);
    }
    if (auto written = writeAt(m_open, m_next * format::headPlaceSize, place, "head"); !written) {
        m_open = FileHandle();
        return written;
    }
    m_next = 1 - m_next;
    return {};
}

} // namespace chevet::casebook
