// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fold's way back to the journal: reading a record again, putting a long body together, and restoring
// what a snapshot keeps as lists.
#include "casebook/fold.h"
#include "clinical/codec.h"

#include <algorithm>
#include <ranges>

namespace chevet::casebook {

using namespace clinical;
using List = ReadModel::List;

std::optional<Bytes> Fold::joinParts(const Continuation& continued, EventId& missing) const
{
    std::vector<Bytes> pieces;
    std::uint64_t size = 0;
    std::optional<EventId> next = continued.lastPart;
    Bytes envelope;
    Bytes opened;
    missing = {};
    while (next) {
        const auto sequence = m_journal->sequenceOf(*next);
        const auto place = sequence.value_or(std::nullopt);
        if (!place) {
            missing = *next;
            return std::nullopt;
        }
        const auto read = m_journal->read(*place, envelope);
        const auto payload = read && *read && m_keyring->open(envelope, opened)
                                 ? decodePayload(opened)
                                 : Result<Payload>(fail(ErrorCode::Damaged));
        if (!payload || !isTextPart(kindFromName(payload->kind))) {
            return std::nullopt;
        }
        const auto part = decodeTextPart(payload->body);
        if (!part || part->piece.empty() || size + part->piece.size() > continued.size) {
            return std::nullopt; // also ends a chain of parts that leads nowhere
        }
        size += part->piece.size();
        pieces.emplace_back(part->piece.begin(), part->piece.end());
        next = part->previous;
    }
    if (size != continued.size) {
        return std::nullopt;
    }
    Bytes whole;
    whole.reserve(static_cast<std::size_t>(size));
    for (const auto& piece : std::views::reverse(pieces)) {
        whole.insert(whole.end(), piece.begin(), piece.end());
    }
    return whole;
}

void Fold::restore()
{
    m_model.each(List::Devices, [&](View name, View value) {
        if (const auto device = DeviceId::fromBytes(name); !device || !m_chains.restore(*device, value)) {
            m_model.noteFailure(Error{ErrorCode::Damaged, "model", 0});
        }
    });
    m_model.each(List::Hidden, [&](View name, View value) {
        m_hidden[getBigEndian<std::int64_t>(name.data())] = value.empty() ? std::uint8_t{0} : value[0];
    });
    m_model.each(List::Waiting, [&](View name, View) {
        std::array<std::uint8_t, 16> what{};
        std::copy_n(name.begin(), what.size(), what.begin());
        m_waiting.emplace(what, getBigEndian<std::int64_t>(name.data() + what.size()));
    });
    m_model.each(List::Refused, [&](View name, View value) {
        m_refused.emplace(MemberId::fromBytes(value).value_or(MemberId{}),
                          getBigEndian<std::int64_t>(name.data()));
    });
    m_model.each(List::Unreadable,
                 [&](View name, View) { m_unreadable.insert(KeyId::fromBytes(name).value_or(KeyId{})); });
    m_model.each(List::Merges, [&](View name, View value) {
        const auto from = CaseId::fromBytes(name).value_or(CaseId{});
        const auto into = CaseId::fromBytes(value).value_or(CaseId{});
        m_merges[from] = into;
        m_mergedFrom.emplace(into, from);
    });
    restoreFromJournal();
    for (const auto stream : m_model.openCases()) {
        m_dirtyCases.insert(stream);
    }
    settle();
}

void Fold::restoreFromJournal()
{
    const auto sequences = [&](List list) {
        std::vector<std::int64_t> all;
        m_model.each(list, [&](View name, View) { all.push_back(getBigEndian<std::int64_t>(name.data())); });
        return all;
    };
    const auto opened = [&](std::int64_t sequence) {
        auto record = open(sequence);
        if (!record || !record->body) {
            m_model.noteFailure(Error{ErrorCode::Damaged, "model", sequence});
        }
        return record;
    };
    for (const auto sequence : sequences(List::Team)) {
        if (auto record = opened(sequence); record && record->body) {
            const Arrival arrival{sequence,     record->id, record->payload, {}, std::move(record->body),
                                  Kind::Unknown};
            applyTeam(arrival);
        }
    }
    for (const auto sequence : sequences(List::Withdrawals)) {
        const auto record = opened(sequence);
        if (!record) {
            continue;
        }
        const auto& body = record->body;
        if (const auto* withdrawn = body ? std::get_if<EntryWithdrawn>(&*body) : nullptr) {
            m_withdrawals[withdrawn->entry].push_back(
                {record->payload.stream, record->payload.author, sequence, withdrawn->reason});
        }
    }
}

Result<Fold::Opened> Fold::open(const EventId& id) const
{
    const auto sequence = m_journal->sequenceOf(id);
    if (!sequence) {
        return failAs(sequence);
    }
    const auto& place = *sequence;
    return place ? open(*place) : Result<Opened>(fail(ErrorCode::NotFound, "entry"));
}

Result<Fold::Opened> Fold::open(std::int64_t sequence) const
{
    Opened opened;
    Bytes envelope;
    const auto read = m_journal->read(sequence, envelope, &opened.id);
    if (!read) {
        return failAs(read);
    }
    if (!*read) {
        return fail(ErrorCode::NotFound, "entry", sequence);
    }
    CHEVET_TRY(m_keyring->open(envelope, opened.payloadBytes));
    auto payload = decodePayload(opened.payloadBytes);
    if (!payload) {
        return failAs(payload);
    }
    opened.payload = std::move(*payload);
    auto body = opened.payload.body;
    if (opened.payload.continued) {
        EventId missing;
        opened.bodyBytes = joinParts(*opened.payload.continued, missing).value_or(Bytes());
        body = opened.bodyBytes;
    }
    const auto form = opened.payload.continued ? Form::Unchecked : Form::Checked;
    if (auto decoded = decodeBody(kindFromName(opened.payload.kind), opened.payload.stream, body, form)) {
        opened.body = std::move(*decoded);
    }
    return opened;
}

} // namespace chevet::casebook
