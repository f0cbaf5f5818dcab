// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a Casebook holds. Internal to the folder.
#pragma once

#include "casebook/casebook.h"
#include "casebook/fold.h"
#include "casebook/head.h"
#include "casebook/journal.h"
#include "casebook/vault_folder.h"

#include <optional>

namespace chevet::casebook {

struct Casebook::Self
{
    std::filesystem::path folder;
    const Clock* clock = nullptr;
    std::unique_ptr<sealing::Keyring> keyring;
    bool readOnly = false;
    OpeningReport report;
    VaultLock lock;
    std::unique_ptr<Journal> journal; ///< null after a failure until it could be reopened
    std::unique_ptr<Fold> fold;
    std::unique_ptr<HeadFile> head;
    HybridClock hybridClock;
    /// Made, but in no commit yet: they go with the next one, or what they sealed could never be opened
    /// again.
    std::vector<sealing::WrappedKey> unsavedKeys;

    /// A commit of which is not known whether it stands.
    struct Doubt
    {
        std::vector<NewEvent> events;
        Author author;
        Appended appended;
        EventId last; ///< of its records: all of them stand, or none
    };
    std::vector<Doubt> doubts;

    // casebook.cpp: life
    Result<void> openJournal(Access access);
    Result<void> compareHead();
    void writeHead() const;

    // fold_up.cpp: from journal to model
    Result<void> foldUp(const Progress& progress);
    Result<void> foldAnew(const Progress& progress);
    Result<void> makeTokenizer();
    Result<void> foldTail(const Progress& progress);
    /// Folds what the journal has beyond the model; the model is made anew if it failed.
    Result<void> catchUp();
    /// After records were taken: works out what has changed, or folds everything anew.
    Result<void> settleFold();

    // append.cpp: writing
    struct Batch;
    Result<void> mayAppend();
    Result<void> seal(Batch& batch, const NewEvent& event);
    Result<void> sealParts(Batch& batch, View body, clinical::Kind partKind, clinical::Payload& payload,
                           const KeyId& key);
    Result<void> sealOne(Batch& batch, clinical::Payload payload, const KeyId& key, EventId& id);
    Result<void> check(const Batch& batch, const NewEvent& event) const;
    Result<void> checkReferences(const Batch& batch, const clinical::EventBody& body) const;
    Result<void> checkWithdrawal(const Batch& batch, const clinical::EntryWithdrawn& withdrawn) const;
    bool isThere(const Batch& batch, const StreamId& stream, clinical::StreamType type) const;
    Result<std::vector<EventId>> parentsOf(const Batch& batch, const NewEvent& event) const;
    Result<std::optional<ResidentId>> residentOf(const Batch& batch, const clinical::EventBody& body) const;
    Result<void> commit(Batch& batch, const std::optional<DraftId>& finished);
    /// After a commit that failed: saved after all, or the error. What can't be seen now is remembered.
    Result<Appended> lookFor(Doubt doubt, const Error& error);
    /// What was in doubt and is in the journal, if these events are it.
    Result<std::optional<Appended>> landedBefore(std::span<const NewEvent> events, const Author& author);
    Result<void> foldOwn(const Batch& batch, std::int64_t last);
    /// After a commit that failed or is in doubt.
    void recover();
    /// Errors: DiskFailed if the journal can't be reopened.
    Result<void> ensureJournal();
    Result<void> onShelf(const std::function<Result<void>()>& write);

    // snapshot.cpp
    Result<ReadModel> loadSnapshot(std::int64_t& sequence, EventId& id) const;
    Result<void> saveSnapshot();

    // answers.cpp
    StreamKey find(const StreamId& id) const { return fold->model().findStream(id); }
    bool hasCase(const CaseId& id) const;
    bool hasHome(const HomeId& id) const;
    bool hasResident(const ResidentId& id) const;
    clinical::HomeView homeView(StreamKey stream) const;
    clinical::ResidentView residentView(StreamKey stream) const;
    clinical::TimelineEntry timelineEntry(Fold::Opened opened, std::int64_t sequence) const;
    /// The body of a record that is known to be of this kind.
    template<class Body> std::optional<Body> bodyAt(std::int64_t sequence) const
    {
        auto opened = fold->open(sequence);
        auto* body = opened && opened->body ? std::get_if<Body>(&*opened->body) : nullptr;
        return body != nullptr ? std::optional<Body>(std::move(*body)) : std::nullopt;
    }

    // files.cpp
    Result<Bytes> readFile(const FileId& file, std::int64_t size, const Sha256& digest) const;

    // verify.cpp
    void verifyFiles(const std::vector<std::pair<EventId, clinical::PhotoKept>>& named,
                     const std::function<void(const EventId&, ErrorCode)>& damaged) const;
    void verifyShelves(const std::function<void(ErrorCode, const char*, std::uint64_t)>& damaged) const;

    // look_up.cpp
    /// The last searches' entries, opened: a word is typed letter by letter. Emptied when anything changes.
    struct OpenedHit
    {
        clinical::SearchHit hit; ///< without excerpt
        std::string text;
    };
    std::string currentWords(StreamKey stream, const clinical::EventBody& body) const;
    std::optional<OpenedHit> openHit(std::int64_t sequence) const;
    /// Null if it can't be opened; valid until the next call.
    const OpenedHit* opened(std::int64_t sequence);
    bool stillHolds(std::int64_t sequence, clinical::Kind kind, const std::vector<std::string>& words);
    /// Nothing for a request that was taken back, or has not come yet.
    std::optional<clinical::CaseCourse> course(StreamKey stream) const;
    void nameHit(StreamKey stream, clinical::SearchHit& hit) const;

    std::unique_ptr<Tokenizer> tokenizer; ///< of the model as it is now

    std::unordered_map<std::int64_t, OpenedHit> openedHits;
    std::uint64_t openedGeneration = 0;

    /// The queue's rows in order, kept until something changes.
    std::vector<const clinical::QueueRow*> orderedRows;
    std::uint64_t orderedGeneration = ~std::uint64_t{0};
};

} // namespace chevet::casebook
