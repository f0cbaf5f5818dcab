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

constexpr std::size_t mostFreshLines = 64;

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
    if (sequence > m_sequence) { // also when it can't be read
        m_sequence = sequence;
        m_lastId = id;
    }
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
    noteArrival(sequence, id, parts->header, hash);
    if (const auto opened = m_keyring->open(envelope, m_payload); !opened) {
        if (opened.error().code != ErrorCode::UnknownKey) {
            noteDamage(opened.error());
        } else if (m_unreadable.insert(parts->header.kid).second) { // not ours to read, or erased: no damage
            m_model.put(List::Unreadable, parts->header.kid.view(), View{});
        }
        return;
    }
    Bytes payload;
    payload.swap(m_payload); // what waited for this one is opened while it is being taken
    takePayload(sequence, id, payload);
    payload.swap(m_payload);
}

void Fold::takeOwn(std::int64_t sequence, const Own& own)
{
    noteArrival(sequence, own.id, own.header, own.hash);
    takePayload(sequence, own.id, own.payload);
}

void Fold::noteArrival(std::int64_t sequence, const EventId& id, const sealing::EnvelopeHeader& header,
                       const Sha256& hash)
{
    if (sequence > m_sequence) {
        m_sequence = sequence;
        m_lastId = id;
    }
    if (auto alarm = m_chains.take(header, hash, sequence, id)) {
        m_alarms.push_back(std::move(*alarm));
    }
    m_changedDevices.insert(header.device);
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
    const auto form = arrival.payload.continued ? Form::Unchecked : Form::Checked;
    if (auto decoded = decodeBody(arrival.kind, arrival.payload.stream, arrival.body, form)) {
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
    m_refused.emplace(arrival.payload.author, arrival.sequence);
    m_model.put(List::Refused, sequenceName(arrival.sequence), arrival.payload.author.view());
    m_alarms.push_back({ErrorCode::NotAllowed, arrival.sequence, arrival.id, 0, {}, "kind"});
}

void Fold::retryRefused(const MemberId& author)
{
    const auto [from, to] = m_refused.equal_range(author);
    std::vector<std::int64_t> sequences;
    for (auto at = from; at != to; ++at) {
        sequences.push_back(at->second);
        m_model.drop(List::Refused, sequenceName(at->second));
        std::erase_if(m_alarms, [&](const auto& alarm) {
            return alarm.code == ErrorCode::NotAllowed && alarm.sequence == at->second;
        });
    }
    m_refused.erase(from, to);
    takeAgain(sequences);
    for (const auto& [entry, withdrawals] : m_withdrawals) {
        for (const auto& withdrawal : withdrawals) {
            if (withdrawal.author == author) {
                withdraw(entry, withdrawal);
            }
        }
    }
}

void Fold::takeAgain(const std::vector<std::int64_t>& sequences)
{
    for (const auto sequence : sequences) {
        Bytes envelope;
        Bytes payload;
        EventId id;
        const auto read = m_journal->read(sequence, envelope, &id);
        if (read && *read && m_keyring->open(envelope, payload)) {
            takePayload(sequence, id, payload);
        }
    }
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
    takeAgain(woken);
}

void Fold::apply(Arrival& arrival)
{
    const auto& payload = arrival.payload;
    m_latestStamp = std::max(m_latestStamp, cappedStamp(payload.stamp, payload.at));
    const auto type = arrival.kind == Kind::Unknown ? StreamType::Any : describe(arrival.kind).stream;
    const auto stream = m_model.streamKey(payload.stream, type);
    const auto detail = detailOf(arrival.kind, arrival.id, payload, arrival.body);
    m_model.addEntry(arrival.sequence, stream, arrival.kind, payload.at, detail);
    if (arrival.decoded) {
        m_model.addWords(arrival.sequence, searchText(*arrival.decoded));
    }
    noteRecent(arrival, stream, detail);
    hideIfWithdrawn(arrival);
    markDirty(stream, m_model.streamType(payload.stream));
    switch (arrival.kind) {
    case Kind::TeamFounded:
    case Kind::MemberAdded:
    case Kind::RulesAdopted: applyTeam(arrival); break;
    case Kind::EntryWithdrawn: applyWithdrawal(arrival); break;
    default: break;
    }
}

void Fold::noteRecent(const Arrival& arrival, StreamKey stream, View detail)
{
    if (m_freshLines.size() < mostFreshLines && arrival.decoded) {
        if (const auto* text = lastWordIn(*arrival.decoded)) {
            m_freshLines[arrival.sequence] = firstLine(*text, lastWordBytes);
        }
    }
    const auto known = m_recent.find(stream);
    if (known == m_recent.end()) {
        return;
    }
    auto& entries = known->second;
    if (!entries.empty() && entries.back().sequence > arrival.sequence) {
        m_recent.erase(known); // it came before the last one and could only be taken now
        return;
    }
    const auto& payload = arrival.payload;
    entries.push_back(entryFrom(arrival.sequence, arrival.kind, payload.at, detail, payload.stream));
}

void Fold::applyTeam(const Arrival& arrival)
{
    m_model.put(List::Team, sequenceName(arrival.sequence), View{});
    const auto order = std::pair(cappedStamp(arrival.payload.stamp, arrival.payload.at), arrival.id);
    const auto& author = arrival.payload.author;
    const auto* body = arrival.decoded ? &*arrival.decoded : nullptr;
    if (const auto* founded = std::get_if<TeamFounded>(body)) {
        if (!m_team || order < m_founding) {
            m_team = *founded;
            m_founding = order;
        }
        if (m_founders.insert(author).second) {
            wake(author.bytes);
        }
    } else if (const auto* rules = std::get_if<RulesAdopted>(body)) {
        m_rules.emplace(rules->hash, arrival.sequence);
    } else if (const auto* added = std::get_if<MemberAdded>(body)) {
        auto& member = m_members[added->member];
        const bool isNew = member.roles.empty();
        const bool mayMore = !isNew && !member.roles.has(added->role);
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
        if (mayMore) {
            retryRefused(added->member);
        }
    }
}

void Fold::applyWithdrawal(const Arrival& arrival)
{
    if (!arrival.decoded) {
        return;
    }
    const auto& withdrawn = std::get<EntryWithdrawn>(*arrival.decoded);
    const Withdrawal withdrawal{arrival.payload.stream, arrival.payload.author, arrival.sequence,
                                withdrawn.reason};
    m_withdrawals[withdrawn.entry].push_back(withdrawal);
    m_model.put(List::Withdrawals, sequenceName(arrival.sequence), View{});
    withdraw(withdrawn.entry, withdrawal);
}

void Fold::withdraw(const EventId& entry, const Withdrawal& withdrawal)
{
    const auto sequence = m_journal->sequenceOf(entry);
    const auto known = sequence.value_or(std::nullopt);
    if (!known) {
        return; // it has not come yet
    }
    const auto place = m_model.placeOf(*known);
    if (place && isWithdrawnBy(withdrawal, m_model.streamId(place->stream), place->kind)) {
        setHidden(*known, Withdrawn, true);
        markDirty(place->stream, m_model.streamType(place->stream));
    }
}

bool Fold::isWithdrawnBy(const Withdrawal& withdrawal, const StreamId& stream, Kind kind) const
{
    // Who may withdraw an entry is who may write its kind; a withdrawal is not withdrawn: the thing is done
    // again.
    if (withdrawal.stream != stream || kind == Kind::EntryWithdrawn || kind == Kind::EntryWritten) {
        return false;
    }
    return kind == Kind::Unknown || mayWrite(withdrawal.author, kind);
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
    if (bit == Withdrawn) {
        m_recent.clear();
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

} // namespace chevet::casebook
