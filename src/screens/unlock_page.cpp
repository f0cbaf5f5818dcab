// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/unlock_page.h"

#include "screens/look.h"

#include "ui_unlock_page.h"

namespace chevet::screens {

using workflow::VaultKind;

UnlockPage::UnlockPage(workflow::VaultDoor& door, const workflow::Workplace& workplace, QWidget* parent)
    : QWidget(parent), m_door(door), m_workplace(workplace), m_ui(std::make_unique<Ui::UnlockPage>())
{
    m_ui->setupUi(this);
    makeLarge(m_ui->titleLabel);
    makeQuiet(m_ui->progressLabel);
    m_ui->problemLabel->hide();
    m_ui->unlockButton->setDefault(true);
    m_ui->openSampleButton->setShortcut(QKeySequence(Qt::ALT | Qt::Key_O));
    connect(m_ui->unlockButton, &QPushButton::clicked, this, &UnlockPage::unlock);
    connect(m_ui->passphraseEdit, &QLineEdit::returnPressed, this, &UnlockPage::unlock);
    connect(m_ui->passphraseEdit, &QLineEdit::textEdited, m_ui->problemLabel, &QLabel::hide);
    connect(m_ui->openSampleButton, &QPushButton::clicked, this, [this] {
        m_ui->problemLabel->hide();
        m_door.openSample(m_workplace.sampleVault);
    });
    connect(&m_door, &workflow::VaultDoor::busyChanged, this, [this](bool busy) {
        m_ui->passphraseBox->setEnabled(!busy);
        m_ui->unlockButton->setEnabled(!busy);
        m_ui->openSampleButton->setEnabled(!busy);
        m_ui->progressLabel->setText(busy ? tr("Opening …") : QString());
        if (!busy && isVisible()) {
            m_ui->passphraseEdit->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(&m_door, &workflow::VaultDoor::refused, this, [this](const workflow::Sentence& why) {
        m_ui->problemLabel->setText(why.whole());
        m_ui->problemLabel->show();
        m_ui->passphraseEdit->selectAll();
    });
    connect(&m_door, &workflow::VaultDoor::progressed, this, [this](const QString& step, int percent) {
        m_ui->progressLabel->setText(tr("%1 %2 %").arg(step).arg(percent));
    });
}

UnlockPage::~UnlockPage() = default;

void UnlockPage::begin(const std::filesystem::path& folder, VaultKind kind)
{
    m_folder = folder;
    m_kind = kind;
    const bool sample = kind == VaultKind::Sample;
    m_ui->passphraseEdit->clear();
    m_ui->problemLabel->hide();
    m_ui->passphraseBox->setVisible(!sample);
    m_ui->openSampleButton->setVisible(!sample);
    m_ui->titleLabel->setText(sample ? tr("The sample is closed") : tr("Locked"));
    m_ui->introLabel->setText(sample ? tr("The sample team needs no passphrase.")
                                     : tr("Type the passphrase of this team. Unfinished calls are kept and "
                                          "wait on top of the queue."));
    if (kind == VaultKind::Newer) {
        m_ui->introLabel->setText(
            tr("This team was written by a newer Chevet. It opens for reading only: install the newer "
               "version to go on writing."));
    } else if (kind == VaultKind::TooNew) {
        m_ui->problemLabel->setText(
            tr("This team was written by a newer Chevet, which this one can't read. Update Chevet; nothing "
               "was changed."));
        m_ui->problemLabel->show();
    } else if (kind == VaultKind::Unusable) {
        m_ui->problemLabel->setText(
            tr("The description of this team can't be read. Take vault.cbor back from a copy of the "
               "folder; the journal itself has not been touched."));
        m_ui->problemLabel->show();
    }
    (sample ? static_cast<QWidget*>(m_ui->unlockButton) : m_ui->passphraseEdit)
        ->setFocus(Qt::OtherFocusReason);
}

void UnlockPage::unlock()
{
    if (m_door.isBusy()) {
        return;
    }
    m_ui->problemLabel->hide();
    if (m_kind == VaultKind::Sample) {
        m_door.openSample(m_folder);
    } else {
        m_door.unlock(m_folder, m_ui->passphraseEdit->text());
        m_ui->passphraseEdit->clear();
    }
}

} // namespace chevet::screens
