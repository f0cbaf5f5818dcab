// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Folds envelopes into the read model, one after the other, in any order: what an event needs and is not
// there yet (the author's membership, a part of its text) is waited for. Own and foreign events take the same
// way, and the registry's rule about who may write what is applied to both. What the entries of a stream add
// up to is worked out by `settle`, once a batch.
#pragma once

#include "casebook/case_record.h"
#include "casebook/device_chains.h"
#include "casebook/journal.h"
#include "casebook/read_model.h"
#include "casebook/tokens.h"
#include "clinical/payload.h"

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace chevet::casebook {

struct Member
{
    MemberId id;
    std::string name;
    clinical::Role role = clinical::Role::Nurse; ///< the newest
    clinical::SetOf<clinical::Role> roles;       ///< every one they were ever added with
    std::pair<Stamp, EventId> newest;
};

/// One line of the queue and where its parts come from.
struct OpenCase
{
    clinical::QueueRow row;
    ReadModel::CaseFile file; ///< as the model has it
    std::int64_t lastWordSequence = 0;
    std::string lastWord; ///< kept, so that a change elsewhere costs no decryption
};

class Fold
{
public:
    Fold(ReadModel model, const Journal& journal, const sealing::Keyring& keyring)
        : m_model(std::move(model)), m_journal(&journal), m_keyring(&keyring)
    {}

    /// After a snapshot was loaded: reads back the small lists and the open cases.
    void restore();
    /// Keys were added: what they open, if it was here before them, is to be folded with everything else.
    void noteNewKey(const KeyId& key) { m_mustStartAnew = m_mustStartAnew || m_unreadable.contains(key); }
    /// The journal was reopened.
    void setJournal(const Journal& journal) { m_journal = &journal; }

    /// Takes one record. What can't be opened, read or may not be written is noted, never an error; errors of
    /// the model itself are in model().failure(), and then the whole fold is to be thrown away.
    void take(std::int64_t sequence, const EventId& id, View envelope);

    /// What this device has just sealed and committed.
    struct Own
    {
        EventId id;
        sealing::EnvelopeHeader header;
        Sha256 hash; ///< of the envelope
        Bytes payload;
    };
    /// As `take`, without opening again what was sealed here a moment ago.
    void takeOwn(std::int64_t sequence, const Own& own);
    /// Works out what has changed.
    void settle();
    /// The model's image, with the lists that are written for it alone.
    Result<Bytes> image();

    /// True when something came that changes how earlier records count, so that everything is to be folded
    /// anew.
    bool mustStartAnew() const { return m_mustStartAnew; }

    ReadModel& model() { return m_model; }
    std::int64_t sequence() const { return m_sequence; }
    const std::map<MemberId, Member>& members() const { return m_members; }
    const std::optional<clinical::TeamFounded>& team() const { return m_team; }
    /// Sequences of the adopted rule sets, by hash.
    const std::map<std::string, std::int64_t>& rules() const { return m_rules; }
    DeviceChains& chains() { return m_chains; }
    Stamp latestStamp() const { return m_latestStamp; }
    const std::vector<clinical::Damage>& alarms() const { return m_alarms; }
    const std::unordered_map<StreamKey, OpenCase>& openCases() const { return m_open; }
    bool mayWrite(const MemberId& member, clinical::Kind kind) const;
    std::size_t waitingCount() const { return m_waiting.size(); }

    Entries entriesOf(StreamKey stream);
    /// The same, kept for the streams that are being worked on. Valid until the next call.
    const Entries& recentEntries(StreamKey stream);
    std::optional<ReadModel::CaseFile> caseFile(StreamKey stream);
    /// What the entries of a case add up to, with what the cases owe that go on here.
    CaseRecord caseRecord(const CaseId& id, const Entries& entries);
    const HomeRecord& home(StreamKey stream);
    const ResidentRecord& resident(StreamKey stream);
    bool isHidden(std::int64_t sequence) const { return m_hidden.contains(sequence); }
    bool isWithdrawn(std::int64_t sequence) const;
    /// The reason given by whoever withdrew the entry.
    std::string withdrawalReason(const EventId& entry) const;
    /// Where a case goes on, or nothing: a merge into a case that is not there, or round in a circle, does
    /// not count (of a circle the case with the smallest id stays).
    std::optional<CaseId> mergedInto(const CaseId& id);
    /// All that go on here, also through others.
    std::vector<CaseId> mergedFrom(const CaseId& id);
    /// Of all of a resident's cases, in order.
    const std::vector<Contact>& contactsOf(StreamKey resident);
    /// The queue's row of any case, without its last word.
    static clinical::QueueRow rowOf(const CaseRecord& record);
    /// Fills in what a row shows of resident, home and owner.
    void dressRow(clinical::QueueRow& row, StreamKey resident);
    std::string lastWordOf(const CaseRecord& record) const;
    /// What the last commit of a snapshot has seen.
    void startAt(std::int64_t sequence, const EventId& id)
    {
        m_sequence = sequence;
        m_lastId = id;
    }
    /// The record with the highest sequence, as far as it was taken.
    const EventId& lastId() const { return m_lastId; }

    /// A record of the journal, opened and decoded, with its long body put together.
    struct Opened
    {
        EventId id;
        Bytes payloadBytes;
        Bytes bodyBytes; ///< if the body stood in parts
        clinical::Payload payload;
        std::optional<clinical::EventBody> body;
    };
    Result<Opened> open(std::int64_t sequence) const;
    Result<Opened> open(const EventId& id) const;

    /// Grows with every change of the queue's rows.
    std::uint64_t generation() const { return m_generation; }

private:
    struct Arrival
    {
        std::int64_t sequence = 0;
        EventId id;
        clinical::Payload payload;
        View body;
        std::optional<clinical::EventBody> decoded;
        clinical::Kind kind = clinical::Kind::Unknown;
    };
    struct Withdrawal
    {
        StreamId stream;
        MemberId author;
        std::int64_t sequence = 0;
        std::string reason;
    };

    void noteArrival(std::int64_t sequence, const EventId& id, const sealing::EnvelopeHeader& header,
                     const Sha256& hash);
    void takePayload(std::int64_t sequence, const EventId& id, View bytes);
    void noteRecent(const Arrival& arrival, StreamKey stream, View detail);
    bool isAuthorKnown(const Arrival& arrival);
    void apply(Arrival& arrival);
    void applyTeam(const Arrival& arrival);
    void applyWithdrawal(const Arrival& arrival);
    void hideIfWithdrawn(const Arrival& arrival);
    bool isWithdrawnBy(const Withdrawal& withdrawal, const StreamId& stream, clinical::Kind kind) const;
    void waitFor(const std::array<std::uint8_t, 16>& what, std::int64_t sequence);
    void wake(const std::array<std::uint8_t, 16>& what);
    void refuse(const Arrival& arrival);
    void retryRefused(const MemberId& author);
    void takeAgain(const std::vector<std::int64_t>& sequences);
    void withdraw(const EventId& entry, const Withdrawal& withdrawal);
    void setHidden(std::int64_t sequence, std::uint8_t bit, bool on);
    void markDirty(StreamKey stream, clinical::StreamType type);
    void restoreFromJournal();
    bool exists(const CaseId& id);
    std::optional<CaseId> followMerge(const CaseId& id);

    void settleCase(StreamKey stream);
    void settlePerson(StreamKey stream, clinical::StreamType type);
    void noteMerge(const CaseId& id, const std::optional<CaseId>& into);
    void showInQueue(const ReadModel::CaseFile& file, const CaseRecord& record);
    void dressRow(OpenCase& open);

    /// The whole of a body that stands in parts. Nothing: `missing` names the part to wait for (null:
    /// damaged).
    std::optional<Bytes> joinParts(const clinical::Continuation& continued, EventId& missing) const;

    ReadModel m_model;
    const Journal* m_journal;
    const sealing::Keyring* m_keyring;
    DeviceChains m_chains;
    std::set<DeviceId> m_changedDevices; ///< since the last image
    EventId m_lastId;
    std::int64_t m_sequence = 0;
    Stamp m_latestStamp;
    bool m_mustStartAnew = false;
    std::uint64_t m_generation = 0;
    std::vector<clinical::Damage> m_alarms;
    std::map<MemberId, Member> m_members;
    std::set<MemberId> m_founders;
    std::optional<clinical::TeamFounded> m_team;
    std::pair<Stamp, EventId> m_founding;
    std::map<std::string, std::int64_t> m_rules;
    std::multimap<MemberId, std::int64_t> m_refused; ///< what an author's roles did not allow
    std::set<KeyId> m_unreadable;                    ///< keys that records name and this device does not hold
    std::unordered_map<EventId, std::vector<Withdrawal>> m_withdrawals;
    std::unordered_map<std::int64_t, std::uint8_t> m_hidden;
    /// By what they wait for: a member's or an event's id.
    std::multimap<std::array<std::uint8_t, 16>, std::int64_t> m_waiting;
    std::map<CaseId, CaseId> m_merges;
    std::multimap<CaseId, CaseId> m_mergedFrom;
    std::unordered_set<StreamKey> m_dirtyCases;
    std::unordered_set<StreamKey> m_dirtyPeople;
    std::unordered_map<StreamKey, OpenCase> m_open;
    std::unordered_map<StreamKey, Entries> m_recent; ///< of a few streams
    /// First lines of what came since the model was last settled, by sequence; of a few entries.
    std::unordered_map<std::int64_t, std::string> m_freshLines;
    std::unordered_map<StreamKey, HomeRecord> m_homes;
    std::unordered_map<StreamKey, ResidentRecord> m_residents;
    std::unordered_map<StreamKey, std::vector<Contact>> m_contacts; ///< by resident
    std::optional<Tokenizer> m_tokenizer;
    Bytes m_payload; ///< reused
};

} // namespace chevet::casebook
