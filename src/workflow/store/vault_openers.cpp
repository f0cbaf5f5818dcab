// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/vault_openers.h"

#include "sealing/self_test.h"
#include "workflow/sample_team.h"
#include "workflow/store/desk_room.h"

#include <QFile>

namespace chevet::workflow {

namespace {

constexpr qint64 largestVaultFile = 1 << 20;

QString vaultFileOf(const std::filesystem::path& folder)
{
    return QString::fromStdString((folder / "vault.cbor").string());
}

Result<std::unique_ptr<casebook::Casebook>> unlock(const Workplace& workplace,
                                                   const std::filesystem::path& folder, View passphrase)
{
    CHEVET_TRY(sealing::selfTest());
    const auto file = readVaultFile(folder);
    if (!file) {
        return failAs(file);
    }
    const auto description = sealing::describeVault(*file);
    if (!description) {
        return failAs(description);
    }
    const auto key = sealing::UnlockKey::derive(passphrase, description->salt, description->scrypt);
    if (!key) {
        return failAs(key);
    }
    auto keyring = sealing::Keyring::unlock(*file, *key);
    if (!keyring) {
        return failAs(keyring);
    }
    return casebook::Casebook::open(folder, std::move(*keyring), casebook::Access::ReadWrite,
                                    *workplace.clock);
}

Result<std::unique_ptr<casebook::Casebook>> found(const Workplace& workplace,
                                                  const std::filesystem::path& folder,
                                                  const std::string& teamName,
                                                  const clinical::MemberAdded& founder, View passphrase)
{
    CHEVET_TRY(sealing::selfTest());
    if (QFile::exists(vaultFileOf(folder))) { // before a key is derived in vain
        return fail(ErrorCode::VaultExists, "vault");
    }
    sealing::Founding founding;
    founding.team = workplace.ids->make<TeamId>();
    founding.device = workplace.ids->make<DeviceId>();
    founding.salt = sealing::Keyring::newSalt();
    const auto key = sealing::UnlockKey::derive(passphrase, founding.salt, founding.scrypt);
    if (!key) {
        return failAs(key);
    }
    auto vault = sealing::Keyring::found(founding, *key);
    if (!vault) {
        return failAs(vault);
    }
    auto casebook = casebook::Casebook::found(folder, std::move(*vault), teamName, founder, *workplace.clock,
                                              *workplace.ids);
    if (casebook) {
        CHEVET_TRY((*casebook)->saveSetting(memberSetting, founder.member.view()));
    }
    return casebook;
}

} // namespace

std::shared_ptr<SecretBytes> passphraseBytes(const QString& passphrase)
{
    auto text = passphrase.normalized(QString::NormalizationForm_KC).toUtf8();
    const View view(reinterpret_cast<const std::uint8_t*>(text.constData()),
                    static_cast<std::size_t>(text.size()));
    auto secret = std::make_shared<SecretBytes>(view);
    wipe({reinterpret_cast<std::uint8_t*>(text.data()), static_cast<std::size_t>(text.size())});
    return secret;
}

StoreThread::Opener foundingOpener(const Workplace& workplace, const std::filesystem::path& folder,
                                   const FoundingForm& form)
{
    clinical::MemberAdded founder;
    founder.member = workplace.ids->make<MemberId>();
    founder.name = form.memberName.simplified().toStdString();
    founder.role = form.role;
    return [workplace, folder, teamName = form.teamName.simplified().toStdString(), founder,
            passphrase = passphraseBytes(form.passphrase)] {
        return found(workplace, folder, teamName, founder, passphrase->view());
    };
}

StoreThread::Opener unlockingOpener(const Workplace& workplace, const std::filesystem::path& folder,
                                    std::shared_ptr<SecretBytes> passphrase)
{
    return [workplace, folder, passphrase = std::move(passphrase)] {
        return unlock(workplace, folder, passphrase->view());
    };
}

namespace {

Result<void> makeSampleIfNone(const Workplace& workplace, const std::filesystem::path& folder,
                              const std::function<void(int percent)>& progressed)
{
    const auto kind = VaultDoor::lookAt(folder);
    if (kind == VaultKind::Team) {
        return fail(ErrorCode::NotASample);
    }
    if (kind != VaultKind::None) {
        return {};
    }
    const auto now = workplace.clock->now();
    SampleParameters parameters;
    parameters.now = now;
    parameters.offsetMinutes = workplace.clock->offsetMinutes(now);
    parameters.rulesText = workplace.rulesText;
    return makeSampleTeam(folder, parameters, progressed);
}

} // namespace

StoreThread::Opener sampleOpener(const Workplace& workplace, const std::filesystem::path& folder,
                                 std::function<void(int percent)> progressed)
{
    return [workplace, folder,
            progressed = std::move(progressed)]() -> Result<std::unique_ptr<casebook::Casebook>> {
        CHEVET_TRY(makeSampleIfNone(workplace, folder, progressed));
        return unlock(workplace, folder, viewOf(samplePassphrase()));
    };
}

Result<Bytes> readVaultFile(const std::filesystem::path& folder)
{
    QFile file(vaultFileOf(folder));
    if (!file.exists()) {
        return fail(ErrorCode::VaultMissing);
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::DiskFailed, "vault.cbor");
    }
    if (file.size() > largestVaultFile) {
        return fail(ErrorCode::VaultDamaged, "vault.cbor");
    }
    const auto content = file.readAll();
    return Bytes(content.begin(), content.end());
}

} // namespace chevet::workflow
