// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The case store of one vault: sealed journal on disk, read model in memory, and what is asked of them.
// "Saved" means: append has returned, so the commit was synced to the disk and folded into the model.
// Thread: opened, used and closed by one thread (the store's).
#pragma once

#include "clinical/case_course.h"
#include "clinical/events.h"
#include "clinical/views.h"
#include "foundation/clock.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "sealing/keyring.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace chevet::casebook {

enum class Access
{
    ReadWrite, ///< alone on this vault; a second one gets VaultInUse
    ReadOnly   ///< beside a running desk; writes nothing, not even a lock or a snapshot
};

/// Who is writing.
struct Author
{
    MemberId member;
    clinical::Role role = clinical::Role::Nurse;
    bool operator==(const Author&) const = default;
};

/// Who wrote an event and when, where that is not whoever appends and now: a sample's invented past.
struct Past
{
    Author author;
    Instant at;
    bool operator==(const Past&) const = default;
};

/// An event to be appended. Stream, compartment and key follow from the body; `parents` are the heads of its
/// item that the author had seen, by default those that the model holds now.
struct NewEvent
{
    clinical::EventBody body;
    std::optional<std::vector<EventId>> parents = {};
    std::optional<Past> past = {};
    bool operator==(const NewEvent&) const = default;
};

struct Appended
{
    std::vector<EventId> ids;  ///< in the order given; stubs and text parts are not among them
    std::int64_t sequence = 0; ///< of the last one
    Instant savedAt;
};

/// What opening had to report beside the store itself.
struct OpeningReport
{
    bool readOnlyBecauseNewer = false; ///< the format is newer than this program
    bool modelRebuilt = false;         ///< no usable snapshot
    std::vector<clinical::Damage> damages;
};

/// The rebuild's progress: folded and total entries. Called on the opening thread.
using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

/// An envelope of another device, with the key that its signature is to be checked against.
struct ForeignEnvelope
{
    Bytes envelope;
    std::array<std::uint8_t, 32> signingKey{};
};

class Casebook
{
public:
    /// Creates the vault's folder (0700), vault.cbor, journal.db, head and the founding events: team.founded
    /// and member.added for `founder`. Leaves nothing behind on failure. Errors: VaultExists, DiskFull,
    /// DiskFailed.
    static Result<std::unique_ptr<Casebook>> found(const std::filesystem::path& folder,
                                                   sealing::FoundedVault vault, const std::string& teamName,
                                                   const clinical::MemberAdded& founder, const Clock& clock,
                                                   IdSource& ids);

    /// Errors: VaultMissing, VaultInUse, DiskFailed, EndsTooEarly is reported as a damage, not as an error.
    static Result<std::unique_ptr<Casebook>> open(const std::filesystem::path& folder,
                                                  std::unique_ptr<sealing::Keyring> keyring, Access access,
                                                  const Clock& clock, const Progress& progress = {});
    Casebook(const Casebook&) = delete;
    Casebook& operator=(const Casebook&) = delete;
    ~Casebook();

    const OpeningReport& openingReport() const;
    bool isSample() const;
    bool isReadOnly() const;
    std::string teamName() const;

    // ---- writing ----

    /// Seals, commits in one transaction, syncs, folds. Nothing of it is kept when it fails. A commit in
    /// doubt is looked for in the reopened journal: if it is there, and on the disk, it is saved and no
    /// failure; if that can't be seen, the same events handed in again are not written twice. The draft that
    /// the events finish goes in the same transaction. Errors: NotAllowed, NotFound (a case, resident or home
    /// that does not exist), TooLarge, ReadOnly, DiskFull, DiskFailed.
    Result<Appended> append(std::span<const NewEvent> events, const Author& author,
                            const std::optional<DraftId>& finished = {});
    bool contains(const EventId& id) const;

    /// Seals a file in pieces under the resident's clinical key and syncs them: before the event that names
    /// it (photo.kept) is appended. Errors: TooLarge above 8 MiB, BadInput (empty), Duplicate, ReadOnly,
    /// DiskFull, DiskFailed.
    Result<void> keepFile(const FileId& file, const std::optional<ResidentId>& resident, View content);
    /// Errors: NotFound, UnknownKey, Damaged (its pieces don't open, or give something else).
    Result<Bytes> file(const clinical::PhotoKept& named) const;

    /// Takes up what other devices wrote and the keys to it, all or nothing, in any order; what is known
    /// already is passed over. Skipped, forked or fallen-back counts are alarms (`alarms`), not errors.
    /// Errors: WrongTeam, NotAuthentic and those of parseEnvelope (number: the position), ReadOnly, DiskFull,
    /// DiskFailed.
    Result<void> receive(std::span<const ForeignEnvelope> envelopes,
                         std::span<const sealing::WrappedKey> keys = {});
    /// What was noticed about records since the model was last folded from the beginning or from a snapshot.
    const std::vector<clinical::Damage>& alarms() const;

    /// A sealed draft under its id; replaces the former one. Synced.
    Result<void> saveDraft(const DraftId& id, View content);
    Result<void> removeDraft(const DraftId& id);
    Result<std::vector<std::pair<DraftId, Bytes>>> drafts() const;

    /// Sealed settings of this device.
    Result<void> saveSetting(const std::string& name, View content);
    Result<std::optional<Bytes>> setting(const std::string& name) const;

    /// Writes model.snap (tmp, fsync, rename, fsync of the folder). Not needed for safety, only for a quick
    /// start.
    Result<void> saveSnapshot();
    /// Makes freshly indexed words searchable, and the first search quick; search does both by itself, the
    /// store's thread once a second.
    void commitIndex();

    // ---- asking ----

    std::int64_t sequence() const;
    clinical::Queue queue() const;
    Result<clinical::CaseView> caseView(const CaseId& id) const;
    /// Cases whose id begins with these hexadecimal digits, closed ones too; at most `limit`.
    std::vector<CaseId> casesBeginningWith(std::string_view digits, std::size_t limit) const;
    /// Oldest first; entries withdrawn are marked, not left out.
    std::vector<clinical::TimelineEntry> timeline(const StreamId& id) const;
    /// Every word must occur (the last as a prefix); newest first, at most `limit`. Nothing is opened for it:
    /// what is found is told apart, counted and ordered.
    std::vector<clinical::Found> find(std::string_view text, std::size_t limit = 50);
    /// What was found, opened: named and cut to an excerpt around the words. For the lines that are shown. In
    /// the same order; what can't be opened is left out.
    std::vector<clinical::SearchHit> openHits(std::string_view text, std::span<const clinical::Found> found);
    /// Both.
    std::vector<clinical::SearchHit> search(std::string_view words, std::size_t limit = 50);
    std::vector<clinical::MemberView> members() const;
    /// By the first letters of any word of name or town, diacritics ignored; all when empty. At most `limit`.
    std::vector<clinical::HomeView> findHomes(std::string_view letters, std::size_t limit = 20) const;
    /// By birth date first, then the first letters of family or given name, either may be missing (not both).
    std::vector<clinical::ResidentView> findResidents(const std::optional<Date>& birthDate,
                                                      std::string_view letters,
                                                      const std::optional<HomeId>& home = {},
                                                      std::size_t limit = 20) const;
    Result<clinical::HomeView> home(const HomeId& id) const;
    Result<clinical::ResidentView> resident(const ResidentId& id) const;
    /// The team's settings, newest head first decided by causality.
    std::optional<std::string> teamSetting(const std::string& name) const;
    /// Every entry that set a team's setting whose name begins so, oldest first.
    std::vector<clinical::TimelineEntry> settingHistory(std::string_view beginning) const;
    /// The hashes of every rules.adopted in the journal.
    std::vector<std::string> adoptedRules() const;
    /// True once rules.adopted with this hash is in the journal.
    bool hasRules(const std::string& hash) const;
    Result<clinical::RulesAdopted> rules(const std::string& hash) const;
    /// A decision as it was made. Errors: NotFound, BadInput if the event is none.
    Result<clinical::TriageReasoned> decision(const EventId& id) const;

    /// How every request went, by the cases' ids, one at a time: what the study counts. Those that were taken
    /// back are left out. Opens a record for every decision.
    void eachCourse(const std::function<void(const clinical::CaseCourse&)>& visit) const;
    /// At most `limit` cases of those after `after`, so that writing need not wait for all. The last case
    /// that was looked at, or nothing once there are no more.
    std::optional<CaseId> someCourses(const std::optional<CaseId>& after, std::size_t limit,
                                      const std::function<void(const clinical::CaseCourse&)>& visit) const;

    /// Reads every record: form, tag, signature, chain, counts, canonical payload, SQLite's own check.
    clinical::Verification verify(const Progress& progress = {}) const;

    /// The model's logical rows as text, ordered by event id, without local sequence and index: equal on
    /// devices that hold the same keys and events, whatever the order of arrival. For tests and support.
    std::vector<std::string> logicalRows() const;

private:
    struct Self;
    class LogicalRows;
    explicit Casebook(std::unique_ptr<Self> self);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::casebook
