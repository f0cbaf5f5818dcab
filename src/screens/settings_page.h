// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings of this device: when it locks (sealed in the vault), look, language and window (in clear).
// Each holds as soon as it is chosen. Thread: gui.
#pragma once

#include "screens/look.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace chevet::workflow {
class Desk;
}

namespace chevet::screens {

class ChipLine;

class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(QWidget* parent = nullptr);

    void setDesk(workflow::Desk* desk);
    void begin();
    /// What holds now; `language` is "system", "en" or "fr".
    void showLook(Theme theme, const QString& language);

Q_SIGNALS:
    void themeWanted(chevet::screens::Theme theme);
    void languageWanted(const QString& language);
    void layoutResetWanted();

private:
    QWidget* buildReasons();
    QWidget* buildServers(QWidget* parent);
    QWidget* buildIdle(QWidget* parent);
    void connectParts();
    void showServers();
    void readServers();
    void showReasons();
    void recordReasons();
    void showIdle();
    void recordIdle();

    QPointer<workflow::Desk> m_desk;
    QSpinBox* m_idle = nullptr;
    QLabel* m_idleNote = nullptr;
    ChipLine* m_theme;
    ChipLine* m_language;
    QPushButton* m_reset;
    QLineEdit* m_serversFile = nullptr;
    QPushButton* m_readServers = nullptr;
    QLabel* m_serversNote = nullptr;
    std::vector<QCheckBox*> m_used; ///< one for each coded reason
    std::vector<QLineEdit*> m_own;
    QPushButton* m_recordReasons = nullptr;
    QLabel* m_reasonsNote = nullptr;
};

} // namespace chevet::screens
