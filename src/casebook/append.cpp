// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writing: check, seal, commit, fold. Only what the disk has is ever called saved.
#include "casebook/append_batch.h"
#include "clinical/codec.h"
#include "foundation/log.h"

namespace chevet::casebook {

using namespace clinical;

namespace {

/// Room for everything in a payload but its body: fixed fields, an item, some parents.
constexpr std::size_t roomBesideBody = 4096;
constexpr std::size_t pieceSize = sealing::largestPayload - 512;

bool leavesStub(Compartment compartment)
{
    return compartment == Compartment::Clinical || compartment == Compartment::Psychosocial;
}

} // namespace

Result<Appended> Casebook::append(std::span<const NewEvent> events, const Author& author,
                                  const std::optional<DraftId>& finished)
{
    auto& self = *m_self;
    CHEVET_TRY(self.mayAppend());
    const auto before = self.landedBefore(events, author);
    if (!before) {
        return failAs(before);
    }
    if (const auto& landed = *before) {
        return *landed;
    }
    Self::Batch batch;
    batch.author = author;
    batch.tip = self.fold->chains().tip(self.keyring->device());
    batch.now = self.clock->now();
    batch.offsetMinutes = self.clock->offsetMinutes(batch.now);
    for (const auto& event : events) {
        if (event.past) {
            batch.author = event.past->author;
            batch.now = event.past->at;
        }
        CHEVET_TRY(self.check(batch, event));
        CHEVET_TRY(self.seal(batch, event));
    }
    if (batch.records.empty()) {
        return fail(ErrorCode::BadInput, "events");
    }
    const auto committed = self.commit(batch, finished);
    Appended appended{std::move(batch.ids), self.fold->sequence(), batch.now};
    if (committed) {
        return appended;
    }
    return self.lookFor(
        {{events.begin(), events.end()}, author, std::move(appended), batch.records.back().id},
        committed.error());
}

bool Casebook::contains(const EventId& id) const
{
    if (!m_self->ensureJournal()) {
        return false;
    }
    const auto found = m_self->journal->sequenceOf(id);
    return found && found->has_value();
}

Result<void> Casebook::Self::mayAppend()
{
    if (readOnly) {
        return fail(ErrorCode::ReadOnly, "vault");
    }
    return ensureJournal();
}

Result<void> Casebook::Self::seal(Batch& batch, const NewEvent& event)
{
    const auto kind = kindOf(event.body);
    const auto& about = describe(kind);
    const auto resident = residentOf(batch, event.body);
    if (!resident) {
        return failAs(resident);
    }
    const auto key = keyring->keyFor(about.compartment, *resident);
    auto parents = parentsOf(batch, event);
    if (!key || !parents) {
        return tl::unexpected(key ? parents.error() : key.error());
    }
    const auto item = clinical::itemOf(event.body);
    Payload payload;
    payload.kind = about.name;
    payload.version = about.version;
    payload.stream = streamOf(event.body, keyring->team());
    payload.author = batch.author.member;
    payload.item = item;
    payload.parents = std::move(*parents);
    const auto body = encodeBody(event.body);
    if (body.size() + item.size() + roomBesideBody > sealing::largestPayload) {
        CHEVET_TRY(sealParts(batch, body, textPartOf(about.compartment), payload, *key));
    } else {
        payload.body = body;
    }
    EventId id;
    CHEVET_TRY(sealOne(batch, payload, *key, id));
    batch.ids.push_back(id);
    batch.note(event.body, payload.stream, about.compartment, item, id);
    if (!leavesStub(about.compartment)) {
        return {};
    }
    // In the same transaction: those who may not read the entry know that there is one.
    const auto stubKey = keyring->keyFor(Compartment::Coordination, *resident);
    if (!stubKey) {
        return failAs(stubKey);
    }
    const auto stub = encodeBody(EntryWritten{payload.stream, id, about.compartment});
    Payload stubPayload;
    stubPayload.kind = describe(Kind::EntryWritten).name;
    stubPayload.stream = payload.stream;
    stubPayload.author = payload.author;
    stubPayload.body = stub;
    return sealOne(batch, stubPayload, *stubKey, id);
}

Result<void> Casebook::Self::sealParts(Batch& batch, View body, Kind partKind, Payload& payload,
                                       const KeyId& key)
{
    Continuation continued;
    continued.size = body.size();
    std::optional<EventId> previous;
    for (View rest = body; !rest.empty();) {
        const auto piece = rest.first(std::min(rest.size(), pieceSize));
        rest = rest.subspan(piece.size());
        const auto part = encodeTextPart({piece, previous});
        Payload partPayload;
        partPayload.kind = describe(partKind).name;
        partPayload.stream = payload.stream;
        partPayload.author = payload.author;
        partPayload.body = part;
        CHEVET_TRY(sealOne(batch, partPayload, key, continued.lastPart));
        previous = continued.lastPart;
    }
    payload.continued = continued;
    return {};
}

Result<void> Casebook::Self::sealOne(Batch& batch, Payload payload, const KeyId& key, EventId& id)
{
    payload.stamp = hybridClock.next(batch.now);
    payload.at = batch.now;
    payload.offsetMinutes = batch.offsetMinutes;
    sealing::EnvelopeHeader header;
    header.count = batch.tip.count + 1;
    header.prev = batch.tip.hash;
    header.kid = key;
    header.team = keyring->team();
    header.device = keyring->device();
    auto bytes = encodePayload(payload);
    auto envelope = keyring->seal(header, bytes);
    if (!envelope) {
        return failAs(envelope);
    }
    batch.tip = {header.count, sealing::envelopeHash(*envelope)};
    id = sealing::eventIdOf(batch.tip.hash);
    batch.records.push_back({id, std::move(*envelope)});
    batch.own.push_back({id, header, batch.tip.hash, std::move(bytes)});
    return {};
}

Result<void> Casebook::Self::commit(Batch& batch, const std::optional<DraftId>& finished)
{
    for (auto& key : keyring->takeNewKeys()) {
        unsavedKeys.push_back(std::move(key));
    }
    const auto appended = journal->append(batch.records, unsavedKeys, finished);
    if (!appended) {
        logError(LogTopic::Store, "a commit failed", appended.error());
        recover();
        return failAs(appended);
    }
    unsavedKeys.clear();
    if (auto folded = foldOwn(batch, *appended); !folded) {
        recover();
        // The commit stands; what can't be shown now is read again at the next use.
        return fail(ErrorCode::DiskFailed, folded.error().place, folded.error().number);
    }
    writeHead();
    return {};
}

Result<void> Casebook::Self::foldOwn(const Batch& batch, std::int64_t last)
{
    const auto first = last - static_cast<std::int64_t>(batch.own.size()) + 1;
    if (fold->sequence() + 1 != first) {
        return catchUp();
    }
    for (std::size_t i = 0; i < batch.own.size() && !fold->model().failure(); ++i) {
        fold->takeOwn(first + static_cast<std::int64_t>(i), batch.own[i]);
    }
    return settleFold();
}

Result<void> Casebook::Self::onShelf(const std::function<Result<void>()>& write)
{
    CHEVET_TRY(mayAppend());
    auto written = write();
    if (!written) {
        recover();
        return written;
    }
    writeHead();
    return {};
}

Result<void> Casebook::saveDraft(const DraftId& id, View content)
{
    auto& self = *m_self;
    const auto box = self.keyring->sealLocal(draftContext(id), content);
    if (!box) {
        return failAs(box);
    }
    return self.onShelf([&] { return self.journal->put(Journal::Shelf::Drafts, id.view(), *box); });
}

Result<void> Casebook::removeDraft(const DraftId& id)
{
    auto& self = *m_self;
    return self.onShelf([&] { return self.journal->remove(Journal::Shelf::Drafts, id.view()); });
}

Result<std::vector<std::pair<DraftId, Bytes>>> Casebook::drafts() const
{
    CHEVET_TRY(m_self->ensureJournal());
    const auto rows = m_self->journal->all(Journal::Shelf::Drafts);
    if (!rows) {
        return failAs(rows);
    }
    std::vector<std::pair<DraftId, Bytes>> drafts;
    for (const auto& [name, box] : *rows) {
        const auto id = DraftId::fromBytes(name);
        if (!id) {
            continue;
        }
        if (auto content = m_self->keyring->openLocal(draftContext(*id), box)) {
            drafts.emplace_back(*id, std::move(*content));
        } // a damaged one is named by verify; it must not keep the others from being found
    }
    return drafts;
}

Result<void> Casebook::saveSetting(const std::string& name, View content)
{
    auto& self = *m_self;
    const auto context = settingContext(name);
    const auto box = self.keyring->sealLocal(viewOf(context), content);
    if (!box) {
        return failAs(box);
    }
    return self.onShelf(
        [&] { return self.journal->put(Journal::Shelf::Settings, settingName(context), *box); });
}

Result<std::optional<Bytes>> Casebook::setting(const std::string& name) const
{
    CHEVET_TRY(m_self->ensureJournal());
    const auto context = settingContext(name);
    const auto box = m_self->journal->get(Journal::Shelf::Settings, settingName(context));
    if (!box) {
        return failAs(box);
    }
    const auto& sealed = *box;
    if (!sealed) {
        return std::nullopt;
    }
    auto content = m_self->keyring->openLocal(viewOf(context), *sealed);
    return content ? Result<std::optional<Bytes>>(std::move(*content)) : failAs(content);
}

} // namespace chevet::casebook
