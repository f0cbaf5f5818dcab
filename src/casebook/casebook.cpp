// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/casebook.h"

#include "casebook/casebook_self.h"
#include "casebook/journal_format.h"
#include "foundation/log.h"

namespace chevet::casebook {

using namespace clinical;

Casebook::Casebook(std::unique_ptr<Self> self) : m_self(std::move(self)) {}

Casebook::~Casebook() = default;

Result<std::unique_ptr<Casebook>> Casebook::found(const std::filesystem::path& folder,
                                                  sealing::FoundedVault vault, const std::string& teamName,
                                                  const MemberAdded& founder, const Clock& clock, IdSource&)
{
    CHEVET_TRY(makeVaultFolder(folder));
    auto founded = [&]() -> Result<std::unique_ptr<Casebook>> {
        auto lock = VaultLock::take(folder);
        if (!lock) {
            return failAs(lock);
        }
        auto self = std::make_unique<Self>();
        self->folder = folder;
        self->clock = &clock;
        self->lock = std::move(*lock);
        self->keyring = std::move(vault.keyring);
        self->unsavedKeys = std::move(vault.keys);
        self->head = std::make_unique<HeadFile>(folder / format::headFile);
        auto journal = Journal::create(folder / format::journalFile);
        if (!journal) {
            return failAs(journal);
        }
        self->journal = std::make_unique<Journal>(std::move(*journal));
        CHEVET_TRY(self->foldAnew({}));
        auto casebook = std::unique_ptr<Casebook>(new Casebook(std::move(self)));

        TeamFounded team;
        team.name = teamName;
        team.sample = casebook->m_self->keyring->isSample();
        team.signingKey = casebook->m_self->keyring->publicKeys().signing;
        team.agreementKey = casebook->m_self->keyring->publicKeys().agreement;
        const std::array<NewEvent, 2> events{NewEvent{team, {}}, NewEvent{founder, {}}};
        const auto appended = casebook->append(events, {founder.member, founder.role});
        if (!appended) {
            return failAs(appended);
        }
        // Last: a folder with a vault.cbor is a whole vault.
        CHEVET_TRY(replaceFile(folder / format::vaultFile,
                               [&](const WritePiece& write) { return write(vault.vaultFile); }));
        return casebook;
    }();
    if (!founded) {
        removeVaultFiles(folder);
    }
    return founded;
}

Result<std::unique_ptr<Casebook>> Casebook::open(const std::filesystem::path& folder,
                                                 std::unique_ptr<sealing::Keyring> keyring, Access access,
                                                 const Clock& clock, const Progress& progress)
{
    auto self = std::make_unique<Self>();
    self->folder = folder;
    self->clock = &clock;
    self->keyring = std::move(keyring);
    self->readOnly = access == Access::ReadOnly;
    self->head = std::make_unique<HeadFile>(folder / format::headFile);
    std::error_code missing;
    if (!std::filesystem::exists(folder / format::vaultFile, missing)) {
        return fail(ErrorCode::VaultMissing, "vault");
    }
    CHEVET_TRY(self->openJournal(access));
    const auto keys = self->journal->keys();
    if (!keys) {
        return failAs(keys);
    }
    if (const auto refused = self->keyring->adopt(*keys); refused > 0) {
        self->report.damages.push_back({ErrorCode::Damaged, 0, {}, refused, {}, "key"});
    }
    CHEVET_TRY(self->foldUp(progress));
    CHEVET_TRY(self->compareHead());
    const auto& alarms = self->fold->alarms();
    self->report.damages.insert(self->report.damages.end(), alarms.begin(), alarms.end());
    self->hybridClock.observe(self->fold->latestStamp(), clock.now());
    return std::unique_ptr<Casebook>(new Casebook(std::move(self)));
}

Result<void> Casebook::Self::openJournal(Access access)
{
    const auto file = folder / format::journalFile;
    auto opened = Journal::open(file, Access::ReadOnly);
    if (opened && (opened->isNewer() || keyring->isOfNewerVault())) { // nothing is touched, not even the lock
        readOnly = true;
        report.readOnlyBecauseNewer = true;
    } else if (opened && access == Access::ReadWrite) {
        opened =
            fail(ErrorCode::Internal); // closed first: in one process SQLite would share its read-only memory
        auto taken = VaultLock::take(folder);
        if (!taken) {
            return failAs(taken);
        }
        lock = std::move(*taken);
        opened = Journal::open(file, access);
    }
    if (!opened) {
        return failAs(opened);
    }
    journal = std::make_unique<Journal>(std::move(*opened));
    return {};
}

Result<void> Casebook::Self::compareHead()
{
    const auto last = journal->lastSequence();
    if (!last) {
        return failAs(last);
    }
    const auto remembered = head->read(*keyring);
    if (!remembered) {
        report.damages.push_back({ErrorCode::Damaged, 0, {}, 0, {}, "head"});
        return {};
    }
    const auto& known = *remembered;
    if (!known) {
        if (*last > 0) {
            report.damages.push_back({ErrorCode::Damaged, 0, {}, 0, {}, "head"});
        }
        return {};
    }
    if (journal->shelfWrites() < known->shelfWrites) {
        report.damages.push_back({ErrorCode::EndsTooEarly, 0, {}, 0, {}, "draft"});
    }
    Bytes envelope;
    EventId id;
    const auto there = journal->read(known->sequence, envelope, &id);
    if (there && *there && id == known->id) {
        return {};
    }
    // The journal has lost its end: it ends before the entry after the last one, which this device has
    // written.
    report.damages.push_back({ErrorCode::EndsTooEarly, std::min(*last + 1, known->sequence), known->id,
                              known->own.count, keyring->device(), "head"});
    fold->chains().skipTo(keyring->device(), known->own);
    return {};
}

void Casebook::Self::writeHead() const
{
    Head now;
    now.sequence = fold->sequence();
    now.id = fold->lastId();
    now.own = fold->chains().tip(keyring->device());
    now.shelfWrites = journal->shelfWrites();
    if (const auto written = head->write(*keyring, now); !written) {
        // What was committed is safe without it; only a later loss of the journal's end could go unnoticed.
        logError(LogTopic::Store, "the head file was not written", written.error());
    }
}

const OpeningReport& Casebook::openingReport() const
{
    return m_self->report;
}

bool Casebook::isSample() const
{
    return m_self->keyring->isSample();
}

bool Casebook::isReadOnly() const
{
    return m_self->readOnly;
}

std::string Casebook::teamName() const
{
    const auto& team = m_self->fold->team();
    return team ? team->name : std::string();
}

std::int64_t Casebook::sequence() const
{
    return m_self->fold->sequence();
}

void Casebook::commitIndex()
{
    auto& model = m_self->fold->model();
    model.commit();
    model.prepareMarks();
}

Result<void> Casebook::saveSnapshot()
{
    return m_self->saveSnapshot();
}

} // namespace chevet::casebook
