// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads everything there is, thoroughly: form, tag, signature, chain, payload, body, SQLite's own check.
#include "casebook/append_batch.h"
#include "casebook/casebook_self.h"
#include "clinical/codec.h"

namespace chevet::casebook {

using namespace clinical;

namespace {

class Verifier
{
public:
    Verifier(const sealing::Keyring& keyring, Verification& result) : m_keyring(keyring), m_result(result) {}

    void record(std::int64_t sequence, View idBytes, View envelope)
    {
        ++m_result.records;
        const auto id = EventId::fromBytes(idBytes);
        const auto parts = sealing::parseEnvelope(envelope);
        const auto damaged = [&](ErrorCode code, const char* place) {
            m_result.damages.push_back({code, sequence, id, parts ? parts->header.count : 0,
                                        parts ? parts->header.device : DeviceId{}, place});
        };
        if (m_previous + 1 != sequence) {
            m_result.damages.push_back({ErrorCode::Damaged, m_previous + 1, {}, 0, {}, "sqlite"});
        }
        m_previous = sequence;
        const auto hash = sealing::envelopeHash(envelope);
        if (!parts || !id || sealing::eventIdOf(hash) != *id) {
            return damaged(parts ? ErrorCode::Damaged : parts.error().code, "envelope");
        }
        if (auto alarm = m_chains.take(parts->header, hash, sequence, *id)) {
            m_result.damages.push_back(std::move(*alarm));
        }
        // Other devices' signing keys come with the roster; until then only our own can be checked.
        const bool isOwn = parts->header.device == m_keyring.device();
        if (isOwn && !sealing::Keyring::verify(envelope, m_keyring.publicKeys().signing)) {
            return damaged(ErrorCode::NotAuthentic, "envelope");
        }
        if (const auto opened = m_keyring.open(envelope, m_payload); !opened) {
            // Of another device's compartments we may hold no key; what we wrote ourselves we could read.
            if (opened.error().code != ErrorCode::UnknownKey) {
                return damaged(opened.error().code, "envelope");
            }
            return isOwn ? damaged(ErrorCode::UnknownKey, "key") : void();
        }
        noteFile(*id);
        if (content(m_payload)) {
            ++m_result.readable;
        } else {
            damaged(ErrorCode::Damaged, "payload");
        }
    }

    const std::vector<std::pair<EventId, PhotoKept>>& files() const { return m_files; }

private:
    /// What is to be looked at once all records have been read.
    void noteFile(const EventId& id)
    {
        const auto payload = decodePayload(m_payload);
        if (!payload || kindFromName(payload->kind) != Kind::PhotoKept || payload->continued) {
            return;
        }
        if (auto body = decodeBody(Kind::PhotoKept, payload->stream, payload->body)) {
            m_files.emplace_back(id, std::get<PhotoKept>(std::move(*body)));
        }
    }

    static bool content(View bytes)
    {
        const auto payload = decodePayload(bytes);
        if (!payload) {
            return false;
        }
        const auto kind = kindFromName(payload->kind);
        if (isTextPart(kind)) {
            return decodeTextPart(payload->body).has_value();
        }
        return kind == Kind::Unknown || payload->continued ||
               decodeBody(kind, payload->stream, payload->body);
    }

    const sealing::Keyring& m_keyring;
    Verification& m_result;
    DeviceChains m_chains;
    std::int64_t m_previous = 0;
    Bytes m_payload;
    std::vector<std::pair<EventId, PhotoKept>> m_files;
};

} // namespace

Verification Casebook::verify(const Progress& progress) const
{
    auto& self = *m_self;
    Verification result;
    const auto damaged = [&](ErrorCode code, const char* place, std::uint64_t count = 0) {
        result.damages.push_back({code, 0, {}, count, {}, place});
    };
    if (const auto ready = self.ensureJournal(); !ready) {
        damaged(ready.error().code, "sqlite");
        return result;
    }
    Verifier verifier(*self.keyring, result);
    const auto last = self.journal->lastSequence().value_or(0);
    const auto read = self.journal->each(0, [&](std::int64_t sequence, View id, View envelope) {
        verifier.record(sequence, id, envelope);
        if (progress && sequence % 1024 == 0) {
            progress(sequence, last);
        }
        return true;
    });
    const auto sound = self.journal->isSound();
    if (!read || !sound || !*sound) {
        damaged(ErrorCode::Damaged, "sqlite");
    }
    if (const auto lost = self.keyring->checkKeys(); lost > 0) {
        damaged(ErrorCode::Damaged, "key", lost);
    }
    self.verifyFiles(verifier.files(), [&](const EventId& entry, ErrorCode code) {
        result.damages.push_back({code, 0, entry, 0, {}, "file"});
    });
    self.verifyShelves(damaged);
    for (const auto& damage : self.report.damages) {
        if (damage.place == "head" || damage.place == "key" || damage.place == "draft") {
            result.damages.push_back(damage);
        }
    }
    if (progress) {
        progress(last, last);
    }
    return result;
}

void Casebook::Self::verifyShelves(
    const std::function<void(ErrorCode, const char*, std::uint64_t)>& damaged) const
{
    const auto drafts = journal->all(Journal::Shelf::Drafts);
    if (!drafts) {
        damaged(ErrorCode::Damaged, "draft", 0);
        return;
    }
    for (const auto& [name, box] : *drafts) {
        const auto id = DraftId::fromBytes(name);
        if (!id || !keyring->openLocal(draftContext(*id), box)) {
            damaged(ErrorCode::Damaged, "draft", 0);
        }
    }
}

} // namespace chevet::casebook
