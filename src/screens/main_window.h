// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one window: rail on the left, the screens in the middle, the call or a case's preview on the right,
// three words at the foot. It owns the open desk and lets it go when it locks. Thread: gui.
#pragma once

#include "screens/clear_settings.h"
#include "screens/look.h"
#include "workflow/vault_door.h"
#include "workflow/workplace.h"

#include <QMainWindow>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QAction;
class QDockWidget;
class QLabel;
class QStackedWidget;
class QToolBar;

namespace chevet::screens {

class CasePage;
class ConsultationPage;
class FirstStartPage;
class IdleLock;
class IntakePane;
class PreviewPane;
class QueuePage;
class RulesPage;
class SearchPage;
class SettingsPage;
class Sheet;
class StudyPage;
class StatusWords;
class Toast;
class UnlockPage;

class MainWindow : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    /// Opens on the vault of `workplace.defaultVault`: first start if there is none, else unlocking.
    MainWindow(workflow::VaultDoor& door, workflow::Workplace workplace);
    ~MainWindow() override;

    workflow::Desk* desk() const { return m_desk.get(); }
    Theme theme() const { return m_look.theme(); }
    void setTheme(Theme theme);
    /// "system", "en" or "fr": builds the screens anew in that language; an open call goes on as a draft.
    void setLanguage(const QString& language);
    /// Window and side pane as on the first day.
    void resetLayout();
    IdleLock& idleLock() const { return *m_idle; }
    void lock();
    void takeCall();

Q_SIGNALS:
    void deskOpened();
    void deskClosed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildPages();
    void buildSide();
    void buildRail();
    void connectPages();
    void paintRail();
    void buildActions();
    void buildPlaceActions();
    void buildLookActions();
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                 std::function<void()> what);
    void enter(std::shared_ptr<workflow::Desk> desk);
    void connectDesk();
    void leave();
    void showDoor();
    void goTo(QWidget* page);
    void openCase(const CaseId& id);
    void resume(const DraftId& id);
    void triageAgain(const CaseId& id);
    void consult(const CaseId& id);
    void holdLock(bool isLive);
    void takeNext();
    void togglePreview();
    /// The side pane with the call, as wide as it was left.
    void showCall();
    void hideSide();
    int usualSideWidth() const;
    void restorePlace();
    void holdIdleLimit();
    void back();
    void afterDecision(const CaseId& id);
    void offerUndo(const QString& what);
    void showNotices();
    void showKeys();
    void showHistory();
    void showPassages();
    QList<QAction*> usableActions() const;

    workflow::VaultDoor& m_door;
    workflow::Workplace m_workplace;
    ClearSettings m_settings;
    Look m_look;
    std::shared_ptr<workflow::Desk> m_desk;
    std::filesystem::path m_folder;
    workflow::Sentence m_notice; ///< the last refusal, until something succeeds
    QStringList m_history;
    std::optional<int> m_sideWidth; ///< of the call's pane, if somebody has moved it
    QList<QAction*> m_deskActions;  ///< of use only while a vault is open

    IdleLock* m_idle = nullptr;
    QToolBar* m_rail = nullptr;
    QLabel* m_noticeLine = nullptr;
    QStackedWidget* m_stack = nullptr;
    FirstStartPage* m_firstStart = nullptr;
    UnlockPage* m_unlock = nullptr;
    QueuePage* m_queue = nullptr;
    CasePage* m_case = nullptr;
    ConsultationPage* m_consultation = nullptr;
    SearchPage* m_search = nullptr;
    SettingsPage* m_settingsPage = nullptr;
    RulesPage* m_rules = nullptr;
    StudyPage* m_study = nullptr;
    QDockWidget* m_dock = nullptr;
    QStackedWidget* m_dockStack = nullptr;
    IntakePane* m_intake = nullptr;
    PreviewPane* m_preview = nullptr;
    StatusWords* m_status = nullptr;
    Toast* m_toast = nullptr;
    Sheet* m_sheet = nullptr;
};

} // namespace chevet::screens
