// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/reading_room.h"

#include "casebook/casebook.h"
#include "reporting/study.h"
#include "sealing/keyring.h"
#include "sealing/self_test.h"
#include "workflow/store/vault_openers.h"

#include <algorithm>

namespace chevet::workflow {
namespace {

constexpr std::size_t fewestDigits = 4;
constexpr std::size_t allDigits = 32;

/// Hexadecimal digits as they are compared.
std::string lowerCase(std::string_view digits)
{
    std::string lower(digits);
    for (auto& digit : lower) {
        digit = digit >= 'A' && digit <= 'F' ? static_cast<char>(digit - 'A' + 'a') : digit;
    }
    return lower;
}

/// Whoever lends a clock or a source of ids keeps it.
template<class Lent> std::shared_ptr<Lent> borrowed(Lent& lent)
{
    return {std::shared_ptr<void>(), &lent};
}

} // namespace

Result<void> foundTeam(const std::filesystem::path& folder, const FoundingForm& form, const Clock& clock,
                       IdSource& ids)
{
    Workplace workplace;
    workplace.clock = borrowed(clock);
    workplace.ids = borrowed(ids);
    const auto founded = foundingOpener(workplace, folder, form)();
    return founded ? Result<void>() : failAs(founded);
}

struct ReadingRoom::Self
{
    std::unique_ptr<casebook::Casebook> casebook;
    const Clock* clock = nullptr; ///< not owned
};

ReadingRoom::ReadingRoom(std::unique_ptr<Self> self) : m_self(std::move(self)) {}
ReadingRoom::~ReadingRoom() = default;

Result<std::unique_ptr<ReadingRoom>> ReadingRoom::open(const std::filesystem::path& folder,
                                                       const QString& passphrase, const Clock& clock)
{
    CHEVET_TRY(sealing::selfTest());
    const auto file = readVaultFile(folder);
    if (!file) {
        return failAs(file);
    }
    const auto about = sealing::describeVault(*file);
    if (!about) {
        return failAs(about);
    }
    const auto secret = passphraseBytes(passphrase);
    const auto key = sealing::UnlockKey::derive(secret->view(), about->salt, about->scrypt);
    if (!key) {
        return failAs(key);
    }
    auto keyring = sealing::Keyring::unlock(*file, *key);
    if (!keyring) {
        return failAs(keyring);
    }
    auto casebook = casebook::Casebook::open(folder, std::move(*keyring), casebook::Access::ReadOnly, clock);
    if (!casebook) {
        return failAs(casebook);
    }
    auto self = std::make_unique<Self>();
    self->casebook = std::move(*casebook);
    self->clock = &clock;
    return std::unique_ptr<ReadingRoom>(new ReadingRoom(std::move(self)));
}

std::string ReadingRoom::teamName() const
{
    return m_self->casebook->teamName();
}

bool ReadingRoom::isSample() const
{
    return m_self->casebook->isSample();
}

bool ReadingRoom::isNewer() const
{
    return m_self->casebook->openingReport().readOnlyBecauseNewer;
}

const std::vector<clinical::Damage>& ReadingRoom::damages() const
{
    return m_self->casebook->openingReport().damages;
}

clinical::Queue ReadingRoom::queue() const
{
    return m_self->casebook->queue();
}

Result<clinical::CaseView> ReadingRoom::findCase(std::string_view digits) const
{
    const auto lower = lowerCase(digits);
    const bool isHex = lower.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!isHex || lower.size() < fewestDigits || lower.size() > allDigits) {
        return fail(ErrorCode::BadInput, "case");
    }
    const auto found = m_self->casebook->casesBeginningWith(lower, 10);
    if (found.empty()) {
        return fail(ErrorCode::NotFound, "case");
    }
    if (found.size() > 1) {
        return fail(ErrorCode::Duplicate, "case", static_cast<std::int64_t>(found.size()));
    }
    return m_self->casebook->caseView(found.front());
}

Result<ReadingRoom::PastDecision> ReadingRoom::pastDecision(std::string_view id) const
{
    const auto entry = EventId::fromHexText(lowerCase(id));
    if (!entry) {
        return fail(ErrorCode::BadInput, "entry");
    }
    auto reasoned = m_self->casebook->decision(*entry);
    if (!reasoned) {
        return failAs(reasoned);
    }
    auto rules = m_self->casebook->rules(reasoned->recommendation.rules.hash);
    if (!rules) {
        return failAs(rules);
    }
    return PastDecision{std::move(*reasoned), std::move(*rules)};
}

reporting::StudyCounter ReadingRoom::study(const reporting::Period& period) const
{
    reporting::StudyCounter counter(*m_self->clock, period);
    m_self->casebook->eachCourse([&counter](const clinical::CaseCourse& course) { counter.take(course); });
    return counter;
}

std::string ReadingRoom::homeName(const HomeId& id) const
{
    const auto home = m_self->casebook->home(id);
    return home ? home->home.name : std::string();
}

std::vector<clinical::MemberView> ReadingRoom::members() const
{
    return m_self->casebook->members();
}

std::vector<clinical::SearchHit> ReadingRoom::search(const QString& words, std::size_t limit)
{
    return m_self->casebook->search(words.normalized(QString::NormalizationForm_C).toStdString(), limit);
}

clinical::Verification
ReadingRoom::verify(const std::function<void(std::int64_t, std::int64_t)>& progress) const
{
    return m_self->casebook->verify(progress);
}

} // namespace chevet::workflow
