// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// First start: found a team, or look around in the sample. What is missing is said beside its field. Thread:
// gui.
#pragma once

#include "workflow/vault_door.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace chevet::screens {

namespace Ui {
class FirstStartPage;
}

class FirstStartPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FirstStartPage)

public:
    explicit FirstStartPage(workflow::VaultDoor& door, const workflow::Workplace& workplace,
                            QWidget* parent = nullptr);
    ~FirstStartPage() override;

    void begin(); ///< puts the keyboard into the first field

private:
    workflow::FoundingForm typed() const;
    void found();
    void suggest();
    void say(const workflow::Sentence& why);
    void showBusy(bool busy);
    QLabel* problemLabelOf(const QString& field) const;
    void clearProblems();

    workflow::VaultDoor& m_door;
    const workflow::Workplace& m_workplace;
    std::unique_ptr<Ui::FirstStartPage> m_ui;
};

} // namespace chevet::screens
