// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The vault is there and closed: its passphrase opens it. Thread: gui.
#pragma once

#include "workflow/vault_door.h"

#include <QWidget>

#include <filesystem>
#include <memory>

namespace chevet::screens {

namespace Ui {
class UnlockPage;
}

class UnlockPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UnlockPage)

public:
    UnlockPage(workflow::VaultDoor& door, const workflow::Workplace& workplace, QWidget* parent = nullptr);
    ~UnlockPage() override;

    /// The folder to open next; a sample opens without a passphrase.
    void begin(const std::filesystem::path& folder, workflow::VaultKind kind);

private:
    void unlock();

    workflow::VaultDoor& m_door;
    const workflow::Workplace& m_workplace;
    std::filesystem::path m_folder;
    workflow::VaultKind m_kind = workflow::VaultKind::Team;
    std::unique_ptr<Ui::UnlockPage> m_ui;
};

} // namespace chevet::screens
