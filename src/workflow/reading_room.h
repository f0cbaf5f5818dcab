// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A vault for the command line: opened, asked and left again within one thread and without an event loop.
// Reads beside a running desk and writes nothing. Thread: any one.
#pragma once

#include "clinical/views.h"
#include "foundation/clock.h"
#include "foundation/ids.h"
#include "foundation/result.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chevet::reporting {
class StudyCounter;
struct Period;
} // namespace chevet::reporting

namespace chevet::workflow {

struct FoundingForm;

/// Founds a team as the desk does and leaves its vault closed. Errors: VaultExists, DiskFull, DiskFailed.
/// That the form holds what it must (VaultDoor::problemWith) is the caller's to ask.
Result<void> foundTeam(const std::filesystem::path& folder, const FoundingForm& form, const Clock& clock,
                       IdSource& ids);

class ReadingRoom
{
public:
    /// Derives the key, so it takes a third of a second. Errors: VaultMissing, VaultDamaged, WrongPassphrase,
    /// UnsafeParameters, DiskFailed. `clock` outlives the room.
    static Result<std::unique_ptr<ReadingRoom>> open(const std::filesystem::path& folder,
                                                     const QString& passphrase, const Clock& clock);
    ~ReadingRoom();
    ReadingRoom(const ReadingRoom&) = delete;
    ReadingRoom& operator=(const ReadingRoom&) = delete;

    std::string teamName() const;
    bool isSample() const;
    /// The format is newer than this program: not everything may be shown.
    bool isNewer() const;
    /// What opening found damaged.
    const std::vector<clinical::Damage>& damages() const;

    clinical::Queue queue() const;
    /// By the first hexadecimal digits of its id, four at least. Errors: BadInput, NotFound, Duplicate
    /// (number: how many begin so).
    Result<clinical::CaseView> findCase(std::string_view digits) const;
    /// A decision of the past, with the rules that it was proposed by.
    struct PastDecision
    {
        clinical::TriageReasoned reasoned;
        clinical::RulesAdopted rules;
    };
    /// `id` is that of its `triage.reasoned` entry, 32 hexadecimal digits. Errors: BadInput (no id, or an
    /// entry of another kind), NotFound (place "entry" or "rules": the journal has no such entry, or not the
    /// rules' text), and those of opening a record.
    Result<PastDecision> pastDecision(std::string_view id) const;
    /// Every request of the period counted, for the study (reporting/study.h).
    reporting::StudyCounter study(const reporting::Period& period) const;
    /// Empty if there is no such home.
    std::string homeName(const HomeId& id) const;
    std::vector<clinical::MemberView> members() const;
    /// Newest first. The words are words: no operators, no quotes.
    std::vector<clinical::SearchHit> search(const QString& words, std::size_t limit);
    clinical::Verification
    verify(const std::function<void(std::int64_t done, std::int64_t total)>& progress = {}) const;

private:
    struct Self;
    explicit ReadingRoom(std::unique_ptr<Self> self);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
