// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/fold.h"

#include "casebook/search_text.h"
#include "clinical/codec.h"

#include <algorithm>

namespace chevet::casebook {

using namespace clinical;
using List = ReadModel::List;

namespace {

Bytes sequenceName(std::int64_t sequence)
{
    Bytes name(8);
    putBigEndian(name.data(), static_cast<std::uint64_t>(sequence));
    return name;
}

Bytes waitingName(const std::array<std::uint8_t, 16>& what, std::int64_t sequence)
{
    Bytes name(what.begin(), what.end());
    const auto number = sequenceName(sequence);
    name.insert(name.end(), number.begin(), number.end());
    return name;
}

} // namespace

void Fold::take(std::int64_t sequence, const EventId& id, View envelope)
{
    m_sequence = std::max(m_sequence, sequence);
    const auto parts = sealing::parseEnvelope(envelope);
    const auto hash = sealing::envelopeHash(envelope);
    const auto noteDamage = [&](const Error& error) {
        m_alarms.push_back({error.code, sequence, id, parts ? parts->header.count : 0,
                            parts ? parts->header.device : DeviceId{}, "envelope"});
    };
    if (!parts) {
        noteDamage(parts.error());
        return;
    }
    if (sealing::eventIdOf(hash) != id) {
        noteDamage(Error{ErrorCode::Damaged, "id", sequence});
        return;
    }
    if (auto alarm = m_chains.take(parts->header, hash, sequence, id)) {
        m_alarms.push_back(std::move(*alarm));
    }
    m_model.put(List::Devices, parts->header.device.view(), m_chains.encoded(parts->header.device));
    if (const auto opened = m_keyring->open(envelope, m_payload); !opened) {
        if (opened.error().code != ErrorCode::UnknownKey) {
            noteDamage(opened.error());
        } else if (m_unreadable.insert(parts->header.kid).second) { // not ours to read, or erased: no damage
            m_model.put(List::Unreadable, parts->header.kid.view(), View{});
        }
        return;
    }
    const auto payload = std::move(m_payload); // takePayload may come back here through what waited
    takePayload(sequence, id, payload);
    m_payload = Bytes();
}

void Fold::takePayload(std::int64_t sequence, const EventId& id, View bytes)
{
    Arrival arrival;
    arrival.sequence = sequence;
    arrival.id = id;
    auto payload = decodePayload(bytes);
    if (!payload) {
        m_alarms.push_back({payload.error().code, sequence, id, 0, {}, "payload"});
        return;
    }
    arrival.payload = std::move(*payload);
    arrival.kind = kindFromName(arrival.payload.kind);
    if (isTextPart(arrival.kind)) {
        wake(id.bytes);
        return;
    }
    if (!isAuthorKnown(arrival)) {
        return;
    }
    Bytes joined;
    arrival.body = arrival.payload.body;
    if (arrival.payload.continued) {
        EventId missing;
        auto whole = joinParts(*arrival.payload.continued, missing);
        if (!whole && !missing.isNull()) {
            waitFor(missing.bytes, sequence);
            return;
        }
        joined = std::move(whole).value_or(Bytes());
        arrival.body = joined;
    }
    if (auto decoded = decodeBody(arrival.kind, arrival.payload.stream, arrival.body)) {
        arrival.decoded = std::move(*decoded);
    } else {
        arrival.kind = Kind::Unknown; // newer than this version: shown by its name, without effect
    }
    apply(arrival);
}

bool Fold::mayWrite(const MemberId& member, Kind kind) const
{
    const auto found = m_members.find(member);
    if (found == m_members.end()) {
        return false;
    }
    return std::any_of(Words<Role>::all.begin(), Words<Role>::all.end(), [&](const auto& word) {
        return found->second.roles.has(word.first) && clinical::mayWrite(word.first, kind);
    });
}

bool Fold::isAuthorKnown(const Arrival& arrival)
{
    const auto& author = arrival.payload.author;
    const bool isFounding = arrival.kind == Kind::TeamFounded;
    const bool isFounder = arrival.kind == Kind::MemberAdded &&
                           idCast<StreamId>(author) == arrival.payload.stream && m_founders.contains(author);
    if (isFounding || isFounder) {
        return true;
    }
    if (!m_members.contains(author)) {
        waitFor(author.bytes, arrival.sequence);
        return false;
    }
    if (arrival.kind != Kind::Unknown && !mayWrite(author, arrival.kind)) {
        refuse(arrival);
        return false;
    }
    return true;
}

void Fold::refuse(const Arrival& arrival)
{
    m_refusedAuthors.insert(arrival.payload.author);
    m_model.put(List::Refused, sequenceName(arrival.sequence), arrival.payload.author.view());
    m_alarms.push_back({ErrorCode::NotAllowed, arrival.sequence, arrival.id, 0, {}, "kind"});
}

void Fold::waitFor(const std::array<std::uint8_t, 16>& what, std::int64_t sequence)
{
    m_waiting.emplace(what, sequence);
    m_model.put(List::Waiting, waitingName(what, sequence), View{});
}

void Fold::wake(const std::array<std::uint8_t, 16>& what)
{
    const auto [from, to] = m_waiting.equal_range(what);
    if (from == to) {
        return;
    }
    std::vector<std::int64_t> woken;
    for (auto at = from; at != to; ++at) {
        woken.push_back(at->second);
        m_model.drop(List::Waiting, waitingName(what, at->second));
    }
    m_waiting.erase(from, to);
    for (const auto sequence : woken) {
        Bytes envelope;
        Bytes payload;
        EventId id;
        const auto read = m_journal->read(sequence, envelope, &id);
        if (read && *read && m_keyring->open(envelope, payload)) {
            takePayload(sequence, id, payload);
        }
    }
}

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
        if (!sequence || !*sequence) {
            missing = *next;
            return std::nullopt;
        }
        const auto read = m_journal->read(**sequence, envelope);
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
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        whole.insert(whole.end(), piece->begin(), piece->end());
    }
    return whole;
}

void Fold::apply(Arrival& arrival)
{
    const auto& payload = arrival.payload;
    m_latestStamp = std::max(m_latestStamp, cappedStamp(payload.stamp, payload.at));
    const auto type = arrival.kind == Kind::Unknown ? StreamType::Any : describe(arrival.kind).stream;
    const auto stream = m_model.streamKey(payload.stream, type);
    m_model.addEntry(arrival.sequence, stream, arrival.kind, payload.at,
                     detailOf(arrival.kind, arrival.id, payload, arrival.body));
    if (arrival.decoded) {
        m_model.addWords(arrival.sequence, searchText(*arrival.decoded));
    }
    hideIfWithdrawn(arrival);
    markDirty(stream, m_model.streamType(stream));
    switch (arrival.kind) {
    case Kind::TeamFounded:
    case Kind::MemberAdded:
    case Kind::RulesAdopted: applyTeam(arrival); break;
    case Kind::EntryWithdrawn: applyWithdrawal(arrival); break;
    default: break;
    }
}

void Fold::applyTeam(const Arrival& arrival)
{
    m_model.put(List::Team, sequenceName(arrival.sequence), View{});
    const auto order = std::pair(cappedStamp(arrival.payload.stamp, arrival.payload.at), arrival.id);
    const auto& author = arrival.payload.author;
    if (const auto* founded = std::get_if<TeamFounded>(&*arrival.decoded)) {
        if (!m_team || order < m_founding) {
            m_team = *founded;
            m_founding = order;
        }
        if (m_founders.insert(author).second) {
            wake(author.bytes);
        }
    } else if (const auto* rules = std::get_if<RulesAdopted>(&*arrival.decoded)) {
        m_rules.emplace(rules->hash, arrival.sequence);
    } else if (const auto* added = std::get_if<MemberAdded>(&*arrival.decoded)) {
        auto& member = m_members[added->member];
        const bool isNew = member.roles.empty();
        m_mustStartAnew = m_mustStartAnew || (!isNew && !member.roles.has(added->role) &&
                                              m_refusedAuthors.contains(added->member));
        member.id = added->member;
        member.roles.insert(added->role);
        if (isNew || order > member.newest) {
            member.name = added->name;
            member.role = added->role;
            member.newest = order;
        }
        for (auto& [stream, open] : m_open) {
            dressRow(open);
        }
        ++m_generation;
        wake(added->member.bytes);
    }
}

void Fold::applyWithdrawal(const Arrival& arrival)
{
    const auto& withdrawn = std::get<EntryWithdrawn>(*arrival.decoded);
    m_withdrawals[withdrawn.entry].push_back(
        {arrival.payload.stream, arrival.payload.author, arrival.sequence, withdrawn.reason});
    m_model.put(List::Withdrawals, sequenceName(arrival.sequence), View{});
    const auto sequence = m_journal->sequenceOf(withdrawn.entry);
    if (!sequence || !*sequence) {
        return; // it has not come yet
    }
    const auto place = m_model.placeOf(**sequence);
    if (place &&
        isWithdrawnBy(m_withdrawals[withdrawn.entry].back(), m_model.streamId(place->stream), place->kind)) {
        setHidden(**sequence, Withdrawn, true);
        markDirty(place->stream, m_model.streamType(place->stream));
    }
}

bool Fold::isWithdrawnBy(const Withdrawal& withdrawal, const StreamId& stream, Kind kind)
{
    // Who may withdraw an entry is who may write its kind; a withdrawal is not withdrawn: the thing is done
    // again.
    if (withdrawal.stream != stream || kind == Kind::EntryWithdrawn || kind == Kind::EntryWritten) {
        return false;
    }
    if (kind == Kind::Unknown || mayWrite(withdrawal.author, kind)) {
        return true;
    }
    m_refusedAuthors.insert(withdrawal.author);
    return false;
}

void Fold::hideIfWithdrawn(const Arrival& arrival)
{
    if (m_withdrawals.empty()) {
        return;
    }
    const auto found = m_withdrawals.find(arrival.id);
    if (found == m_withdrawals.end()) {
        return;
    }
    for (const auto& withdrawal : found->second) {
        if (isWithdrawnBy(withdrawal, arrival.payload.stream, arrival.kind)) {
            setHidden(arrival.sequence, Withdrawn, true);
        }
    }
}

void Fold::setHidden(std::int64_t sequence, std::uint8_t bit, bool on)
{
    const auto found = m_hidden.find(sequence);
    const std::uint8_t before = found == m_hidden.end() ? 0 : found->second;
    const auto after = static_cast<std::uint8_t>(on ? before | bit : before & ~bit);
    if (after == before) {
        return;
    }
    if (after == 0) {
        m_hidden.erase(sequence);
        m_model.drop(List::Hidden, sequenceName(sequence));
        return;
    }
    m_hidden[sequence] = after;
    m_model.put(List::Hidden, sequenceName(sequence), View(&after, 1));
}

bool Fold::isWithdrawn(std::int64_t sequence) const
{
    const auto found = m_hidden.find(sequence);
    return found != m_hidden.end() && (found->second & Withdrawn) != 0;
}

std::string Fold::withdrawalReason(const EventId& entry) const
{
    const auto found = m_withdrawals.find(entry);
    if (found == m_withdrawals.end()) {
        return {};
    }
    // Of several, always the same one.
    return std::max_element(found->second.begin(), found->second.end(),
                            [](const auto& a, const auto& b) { return a.reason < b.reason; })
        ->reason;
}

void Fold::markDirty(StreamKey stream, StreamType type)
{
    switch (type) {
    case StreamType::Case: m_dirtyCases.insert(stream); break;
    case StreamType::Home:
    case StreamType::Resident: m_dirtyPeople.insert(stream); break;
    default: break;
    }
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
    m_model.each(List::Refused, [&](View, View value) {
        m_refusedAuthors.insert(MemberId::fromBytes(value).value_or(MemberId{}));
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
            Arrival arrival{sequence,     record->id, record->payload, {}, std::move(record->body),
                            Kind::Unknown};
            applyTeam(arrival);
        }
    }
    for (const auto sequence : sequences(List::Withdrawals)) {
        const auto record = opened(sequence);
        if (const auto* withdrawn =
                record && record->body ? std::get_if<EntryWithdrawn>(&*record->body) : nullptr) {
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
    return *sequence ? open(**sequence) : Result<Opened>(fail(ErrorCode::NotFound, "entry"));
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
    if (auto decoded = decodeBody(kindFromName(opened.payload.kind), opened.payload.stream, body)) {
        opened.body = std::move(*decoded);
    }
    return opened;
}

} // namespace chevet::casebook
