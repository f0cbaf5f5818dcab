// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/vault_door.h"

#include "foundation/log.h"
#include "sealing/keyring.h"
#include "workflow/desk.h"
#include "workflow/store/desk_opening.h"
#include "workflow/store/said.h"
#include "workflow/store/vault_openers.h"

namespace chevet::workflow {

struct VaultDoor::Self
{
    VaultDoor& door;
    Workplace workplace;
    std::unique_ptr<DeskOpening> opening;

    Self(VaultDoor& itsDoor, Workplace itsWorkplace) : door(itsDoor), workplace(std::move(itsWorkplace)) {}

    void start(const QString& step, StoreThread::Opener opener);
    void finish(const Result<std::shared_ptr<Desk>>& desk);
};

VaultDoor::VaultDoor(Workplace workplace, QObject* parent)
    : QObject(parent), m_self(std::make_unique<Self>(*this, std::move(workplace)))
{
    qRegisterMetaType<std::shared_ptr<chevet::workflow::Desk>>();
}

VaultDoor::~VaultDoor() = default;

VaultKind VaultDoor::lookAt(const std::filesystem::path& folder)
{
    const auto file = readVaultFile(folder);
    if (!file) {
        return file.error().code == ErrorCode::VaultMissing ? VaultKind::None : VaultKind::Unusable;
    }
    const auto description = sealing::describeVault(*file);
    if (!description) {
        return description.error().code == ErrorCode::VaultNewer ? VaultKind::TooNew : VaultKind::Unusable;
    }
    const auto team = description->newer ? VaultKind::Newer : VaultKind::Team;
    return description->sample ? VaultKind::Sample : team;
}

bool VaultDoor::isBusy() const
{
    return m_self->opening != nullptr;
}

void VaultDoor::Self::start(const QString& step, StoreThread::Opener opener)
{
    if (opening) {
        return; // one at a time; the screens are told so by busyChanged
    }
    opening = std::make_unique<DeskOpening>(workplace);
    Q_EMIT door.busyChanged(true);
    Q_EMIT door.progressed(step, 0);
    opening->start(std::move(opener), [this](const Result<std::shared_ptr<Desk>>& desk) { finish(desk); });
}

void VaultDoor::Self::finish(const Result<std::shared_ptr<Desk>>& desk)
{
    opening.release()->deleteLater(); // this is called by it
    Q_EMIT door.busyChanged(false);
    if (desk) {
        logLine(LogTopic::Vault, LogLevel::Note, "vault opened");
        flushLog(); // whatever ends the program later, this is known
        Q_EMIT door.opened(*desk);
    } else {
        logError(LogTopic::Vault, "vault not opened", desk.error());
        Q_EMIT door.refused(sentenceFor(desk.error()));
    }
}

void VaultDoor::found(const std::filesystem::path& folder, const FoundingForm& form)
{
    if (const auto problem = problemWith(form)) {
        Q_EMIT refused(problem->sentence);
        return;
    }
    m_self->start(said(QT_TRANSLATE_NOOP("Sentences", "Founding the team")),
                  foundingOpener(m_self->workplace, folder, form));
}

void VaultDoor::unlock(const std::filesystem::path& folder, const QString& passphrase)
{
    m_self->start(said(QT_TRANSLATE_NOOP("Sentences", "Opening the vault")),
                  unlockingOpener(m_self->workplace, folder, passphraseBytes(passphrase)));
}

void VaultDoor::openSample(const std::filesystem::path& folder)
{
    const auto step = said(QT_TRANSLATE_NOOP("Sentences", "Making the sample team"));
    const auto progress = [this, step](int percent) {
        QMetaObject::invokeMethod(
            this, [this, step, percent] { Q_EMIT progressed(step, percent); }, Qt::QueuedConnection);
    };
    m_self->start(step, sampleOpener(m_self->workplace, folder, progress));
}

} // namespace chevet::workflow
