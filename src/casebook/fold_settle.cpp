// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The second half of the fold: what the changed streams add up to, and the rows of the queue.
#include "casebook/fold.h"
#include "casebook/name_words.h"
#include "casebook/search_text.h"

#include <algorithm>

namespace chevet::casebook {

using namespace clinical;
using List = ReadModel::List;

namespace {

Bytes packed(const std::vector<Contact>& contacts)
{
    Bytes bytes(contacts.size() * 8);
    for (std::size_t i = 0; i < contacts.size(); ++i) {
        const auto value =
            static_cast<std::uint64_t>(contacts[i].at.millis) * 2 + (contacts[i].inPerson ? 1 : 0);
        putBigEndian(bytes.data() + 8 * i, value);
    }
    return bytes;
}

} // namespace

Entries Fold::entriesOf(StreamKey stream)
{
    const auto id = m_model.streamId(stream);
    Entries entries;
    entries.reserve(32); // most cases have fewer
    m_model.eachEntry(stream, [&](std::int64_t sequence, Kind kind, Instant at, View detail) {
        entries.push_back(entryFrom(sequence, kind, at, detail, id));
        entries.back().withdrawn = isWithdrawn(sequence);
    });
    return entries;
}

const Entries& Fold::recentEntries(StreamKey stream)
{
    constexpr std::size_t mostStreams = 512; // of some twenty entries each, under a kilobyte
    auto known = m_recent.find(stream);
    if (known == m_recent.end()) {
        if (m_recent.size() >= mostStreams) {
            m_recent.clear();
        }
        known = m_recent.emplace(stream, entriesOf(stream)).first;
    }
    return known->second;
}

std::optional<ReadModel::CaseFile> Fold::caseFile(StreamKey stream)
{
    const auto open = m_open.find(stream);
    return open != m_open.end() ? std::optional(open->second.file) : m_model.caseFile(stream);
}

Result<Bytes> Fold::image()
{
    for (const auto& device : m_changedDevices) {
        m_model.put(List::Devices, device.view(), m_chains.encoded(device));
    }
    m_changedDevices.clear();
    return m_model.image();
}

CaseRecord Fold::caseRecord(const CaseId& id, const Entries& entries)
{
    auto record = caseFrom(entries);
    for (const auto& merged : mergedFrom(id)) {
        const auto from = caseFrom(entriesOf(m_model.findStream(idCast<StreamId>(merged))));
        record.owed = OwedSet::ofBits(record.owed.bits() | owedOn(from, entries).bits());
    }
    return record;
}

const HomeRecord& Fold::home(StreamKey stream)
{
    const auto found = m_homes.find(stream);
    return found != m_homes.end() ? found->second
                                  : m_homes.emplace(stream, homeFrom(entriesOf(stream))).first->second;
}

const ResidentRecord& Fold::resident(StreamKey stream)
{
    const auto found = m_residents.find(stream);
    return found != m_residents.end()
               ? found->second
               : m_residents.emplace(stream, residentFrom(entriesOf(stream))).first->second;
}

void Fold::settle()
{
    while (!m_dirtyPeople.empty() || !m_dirtyCases.empty()) {
        const auto people = std::exchange(m_dirtyPeople, {});
        for (const auto stream : people) {
            settlePerson(stream, m_model.streamType(stream));
        }
        const auto cases = std::exchange(m_dirtyCases, {});
        for (const auto stream : cases) {
            settleCase(stream);
        }
    }
    m_freshLines.clear();
}

void Fold::settlePerson(StreamKey stream, StreamType type)
{
    if (!m_tokenizer) {
        auto made = Tokenizer::make(m_model.handle());
        if (!made) {
            m_model.noteFailure(made.error());
            return;
        }
        m_tokenizer = std::move(*made);
    }
    const auto entries = entriesOf(stream);
    const auto hide = [&](const std::vector<std::int64_t>& superseded) {
        for (const auto& entry : entries) {
            const bool isOld =
                std::find(superseded.begin(), superseded.end(), entry.sequence) != superseded.end();
            setHidden(entry.sequence, Superseded, isOld);
        }
    };
    if (type == StreamType::Home) {
        auto record = homeFrom(entries);
        hide(record.superseded);
        m_model.putPerson(stream, 0, 0,
                          NameWords(*m_tokenizer).beginnings({record.home.name, record.home.town}));
        m_homes.insert_or_assign(stream, std::move(record));
    } else {
        auto record = residentFrom(entries);
        hide(record.superseded);
        const auto& resident = record.resident;
        m_model.putPerson(stream, resident.birthDate ? resident.birthDate->packed() : 0,
                          m_model.streamKey(idCast<StreamId>(resident.home), StreamType::Home),
                          NameWords(*m_tokenizer).beginnings({resident.familyName, resident.givenName}));
        m_residents.insert_or_assign(stream, std::move(record));
    }
    const auto home = idCast<HomeId>(m_model.streamId(stream));
    for (auto& [key, open] : m_open) {
        if (open.file.resident == stream || open.row.home == home) {
            dressRow(open);
        }
    }
    ++m_generation;
}

void Fold::settleCase(StreamKey stream)
{
    const auto& entries = recentEntries(stream);
    const auto before = caseFile(stream);
    const auto open = m_open.find(stream);
    const auto id = open != m_open.end() ? open->second.row.id : idCast<CaseId>(m_model.streamId(stream));
    const auto record = caseRecord(id, entries);
    for (const auto& entry : entries) {
        const auto& old = record.superseded;
        setHidden(entry.sequence, Superseded, std::find(old.begin(), old.end(), entry.sequence) != old.end());
    }
    if (!record.exists && !before) {
        return; // what is here came before the request itself
    }
    noteMerge(id, record.exists ? record.mergedInto : std::nullopt);
    if (record.exists != (before && before->received >= 0)) {
        const auto [from, to] = m_mergedFrom.equal_range(id);
        for (auto at = from; at != to; ++at) { // they have somewhere to go on now, or no longer
            m_dirtyCases.insert(m_model.findStream(idCast<StreamId>(at->second)));
        }
    }
    const bool isDone = record.state == CaseState::Closed || record.state == CaseState::Merged;
    ReadModel::CaseFile file;
    file.stream = stream;
    file.resident = m_model.streamKey(idCast<StreamId>(record.request.resident), StreamType::Resident);
    file.received = record.exists ? record.request.receivedAt.millis : -1;
    file.lastContact = record.lastContact.millis;
    file.contacts = packed(record.contacts);
    std::optional<CaseId> into;
    if (m_merges.contains(id)) {
        m_model.putCase(file); // it exists from here on, which mergedInto asks
        m_open.erase(stream);
        into = mergedInto(id);
    }
    if (into) { // what it owes is owed there
        m_dirtyCases.insert(m_model.findStream(idCast<StreamId>(*into)));
    }
    file.open = record.exists && !isDone && !into;
    if (file != before || m_merges.contains(id)) {
        m_model.putCase(file);
        m_contacts.erase(file.resident);
        if (before) {
            m_contacts.erase(before->resident);
        }
    }
    if (file.open) {
        showInQueue(file, record);
    } else {
        m_open.erase(stream);
    }
    ++m_generation;
}

void Fold::showInQueue(const ReadModel::CaseFile& file, const CaseRecord& record)
{
    auto& open = m_open[file.stream];
    auto& row = open.row;
    open.file = file;
    row = rowOf(record);
    const auto newest = record.words.empty() ? 0 : record.words.front();
    if (newest != open.lastWordSequence) {
        open.lastWordSequence = newest;
        open.lastWord = lastWordOf(record);
    }
    row.lastWord = open.lastWord;
    dressRow(open);
}

QueueRow Fold::rowOf(const CaseRecord& record)
{
    QueueRow row;
    row.id = record.request.id;
    row.state = record.state;
    row.priority = record.priority;
    row.receivedAt = record.request.receivedAt;
    row.due = record.due;
    row.resident = record.request.resident;
    row.home = record.request.home;
    row.callbackPhone = record.request.callbackPhone;
    row.motives = record.request.motives;
    if (record.decision) {
        row.decided = record.decision->modality;
        row.meanwhile = record.decision->meanwhile;
        row.then = record.decision->then;
    }
    row.mode = record.mode;
    row.owed = record.owed;
    row.owner = record.owner;
    row.lastAttempt = record.lastAttempt;
    row.deferredUntil = record.deferredUntil;
    row.contested = record.contested;
    return row;
}

void Fold::dressRow(QueueRow& row, StreamKey residentStream)
{
    const auto& person = resident(residentStream).resident;
    row.familyName = person.familyName;
    row.givenName = person.givenName;
    row.birthDate = person.birthDate;
    row.provisional = person.provisional;
    row.room = person.room;
    row.homeName = home(m_model.findStream(idCast<StreamId>(row.home))).home.name;
    const auto owner = row.owner ? m_members.find(*row.owner) : m_members.end();
    row.ownerInitials = owner == m_members.end() ? std::string() : initialsOf(owner->second.name);
}

void Fold::dressRow(OpenCase& open)
{
    dressRow(open.row, open.file.resident);
}

std::string Fold::lastWordOf(const CaseRecord& record) const
{
    for (const auto candidate : record.words) {
        if (const auto fresh = m_freshLines.find(candidate); fresh != m_freshLines.end()) {
            if (!fresh->second.empty()) {
                return fresh->second;
            }
            continue;
        }
        const auto opened = open(candidate);
        const auto* text = opened && opened->body ? lastWordIn(*opened->body) : nullptr;
        if (auto line = text != nullptr ? firstLine(*text, lastWordBytes) : std::string(); !line.empty()) {
            return line;
        }
    }
    return {};
}

bool Fold::exists(const CaseId& id)
{
    const auto stream = m_model.findStream(idCast<StreamId>(id));
    const auto file = stream == 0 ? std::nullopt : m_model.caseFile(stream);
    return file && file->received >= 0;
}

std::optional<CaseId> Fold::followMerge(const CaseId& id)
{
    const auto found = m_merges.find(id);
    return found == m_merges.end() || !exists(found->second) ? std::nullopt : std::optional(found->second);
}

std::optional<CaseId> Fold::mergedInto(const CaseId& id)
{
    const auto into = followMerge(id);
    if (!into) {
        return std::nullopt;
    }
    auto smallest = id;
    std::set<CaseId> passed{id};
    for (auto next = into; next; next = followMerge(*next)) {
        if (*next == id) {
            return smallest == id ? std::nullopt : into;
        }
        if (!passed.insert(*next).second) {
            break; // a circle further on, without this case
        }
        smallest = std::min(smallest, *next);
    }
    return into;
}

std::vector<CaseId> Fold::mergedFrom(const CaseId& id)
{
    std::vector<CaseId> all;
    std::vector<CaseId> open{id};
    std::set<CaseId> passed{id};
    while (!open.empty()) {
        const auto [from, to] = m_mergedFrom.equal_range(open.back());
        open.pop_back();
        for (auto at = from; at != to; ++at) {
            if (mergedInto(at->second) && passed.insert(at->second).second) {
                all.push_back(at->second);
                open.push_back(at->second);
            }
        }
    }
    return all;
}

void Fold::noteMerge(const CaseId& id, const std::optional<CaseId>& into)
{
    const auto found = m_merges.find(id);
    const auto before = found == m_merges.end() ? std::nullopt : std::optional(found->second);
    if (before == into) {
        return;
    }
    // Whoever stands on a circle with this case, before or after, may come back into the queue or leave it.
    const auto touch = [&](std::optional<CaseId> from) {
        std::set<CaseId> passed{id};
        for (auto next = from; next && passed.insert(*next).second; next = followMerge(*next)) {
            if (const auto stream = m_model.findStream(idCast<StreamId>(*next)); stream != 0) {
                m_dirtyCases.insert(stream);
            }
        }
    };
    touch(before);
    touch(into);
    if (before) {
        m_merges.erase(id);
        const auto [from, to] = m_mergedFrom.equal_range(*before);
        m_mergedFrom.erase(std::find_if(from, to, [&](const auto& entry) { return entry.second == id; }));
        m_model.drop(List::Merges, id.view());
    }
    if (into) {
        m_merges.emplace(id, *into);
        m_mergedFrom.emplace(*into, id);
        m_model.put(List::Merges, id.view(), into->view());
    }
}

const std::vector<Contact>& Fold::contactsOf(StreamKey residentStream)
{
    const auto found = m_contacts.find(residentStream);
    if (found != m_contacts.end()) {
        return found->second;
    }
    std::vector<Contact> contacts;
    for (const auto& file : m_model.casesOf(residentStream)) {
        for (std::size_t at = 0; at + 8 <= file.contacts.size() && file.received >= 0; at += 8) {
            const auto value = getBigEndian<std::uint64_t>(file.contacts.data() + at);
            contacts.push_back({{static_cast<std::int64_t>(value / 2)}, value % 2 != 0});
        }
    }
    std::sort(contacts.begin(), contacts.end());
    return m_contacts.emplace(residentStream, std::move(contacts)).first->second;
}

} // namespace chevet::casebook
