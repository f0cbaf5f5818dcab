// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window and the desk that is open in it: every screen gets the same desk, and all of them let it go
// before it closes. What the desk reports (refusals, what can be undone) is told from here.
#include "screens/case_page.h"
#include "screens/consultation_page.h"
#include "screens/first_start_page.h"
#include "screens/idle_lock.h"
#include "screens/intake_pane.h"
#include "screens/main_window.h"
#include "screens/preview_pane.h"
#include "screens/queue_page.h"
#include "screens/rules_page.h"
#include "screens/search_page.h"
#include "screens/settings_page.h"
#include "screens/status_words.h"
#include "screens/study_page.h"
#include "screens/toast.h"
#include "screens/unlock_page.h"
#include "workflow/desk.h"

#include <QAction>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>

namespace chevet::screens {

using workflow::VaultKind;

namespace {

constexpr qsizetype historyLength = 50;

} // namespace

void MainWindow::showDoor()
{
    for (auto* action : std::as_const(m_deskActions)) {
        action->setEnabled(false);
    }
    m_rail->setEnabled(false);
    m_rail->hide();
    const auto kind = workflow::VaultDoor::lookAt(m_folder);
    if (kind == VaultKind::None) {
        m_stack->setCurrentWidget(m_firstStart);
        m_firstStart->begin();
    } else {
        m_stack->setCurrentWidget(m_unlock);
        m_unlock->begin(m_folder, kind);
    }
}

void MainWindow::enter(std::shared_ptr<workflow::Desk> desk)
{
    leave();
    m_desk = std::move(desk);
    m_folder = m_desk->isSample() ? m_workplace.sampleVault : m_workplace.defaultVault;
    m_history.clear();
    m_notice = {};
    m_idle->setLimit(std::chrono::minutes(m_desk->idleMinutes()));
    m_idle->start();
    connectDesk();
    Q_EMIT deskOpened();
}

void MainWindow::connectDesk()
{
    auto* desk = m_desk.get();
    desk->disconnect(this);
    m_queue->setDesk(desk);
    m_search->setDesk(desk);
    m_case->setDesk(desk);
    m_consultation->setDesk(desk);
    m_settingsPage->setDesk(desk);
    m_rules->setDesk(desk);
    m_study->setDesk(desk);
    for (auto* action : std::as_const(m_deskActions)) {
        action->setEnabled(true);
    }
    m_rail->setEnabled(true);
    m_rail->show();
    m_status->showSampleMark(desk->isSample());
    m_status->showSaveState(desk);
    m_status->showExchange(desk);
    m_status->showLock(m_idle->left());
    setWindowTitle(desk->isSample() ? tr("%1 – SAMPLE – Chevet").arg(desk->teamName())
                                    : tr("%1 – Chevet").arg(desk->teamName()));
    connect(desk, &workflow::Desk::saveStateChanged, this, [this] {
        m_status->showSaveState(m_desk.get());
        if (m_desk->saveState().kind == workflow::SaveState::Kind::Saved) {
            m_notice = {};
        }
        showNotices();
    });
    connect(desk, &workflow::Desk::refused, this, [this](const workflow::Sentence& why) {
        m_notice = why;
        showNotices();
    });
    connect(desk, &workflow::Desk::idleMinutesChanged, this, &MainWindow::holdIdleLimit);
    connect(desk, &workflow::Desk::undoOffered, this, &MainWindow::offerUndo);
    connect(desk, &workflow::Desk::undoEnded, m_toast, &QWidget::hide);
    showNotices();
    goTo(m_queue);
}

void MainWindow::leave()
{
    if (m_desk == nullptr) {
        return;
    }
    m_idle->stop();
    m_toast->hide();
    hideSide();
    m_intake->forget();
    m_queue->setOpenDraft(std::nullopt);
    m_preview->showCaseOf(nullptr, std::nullopt);
    m_queue->setDesk(nullptr);
    m_search->setDesk(nullptr);
    m_case->setDesk(nullptr);
    m_consultation->setDesk(nullptr);
    m_settingsPage->setDesk(nullptr);
    m_rules->setDesk(nullptr);
    m_study->setDesk(nullptr);
    m_desk->disconnect(this);
    m_desk.reset();
    m_history.clear();
    m_noticeLine->hide();
    m_status->showLocked();
    m_status->showSampleMark(false);
    setWindowTitle(tr("Chevet"));
    Q_EMIT deskClosed();
}

void MainWindow::lock()
{
    if (m_desk != nullptr) {
        leave();
        showDoor();
    }
}

void MainWindow::consult(const CaseId& id)
{
    if (!m_consultation->open(id)) {
        m_notice = {tr("Another consultation is going on."), tr("Hang up there first (Ctrl+J, F12).")};
        showNotices();
        return;
    }
    hideSide();
    goTo(m_consultation);
}

/// Whoever listens to a bedside does not type: the desk does not lock by itself then.
void MainWindow::holdLock(bool isLive)
{
    if (isLive) {
        m_idle->stop();
    } else if (m_desk != nullptr) {
        m_idle->start();
    }
}

void MainWindow::holdIdleLimit()
{
    m_idle->setLimit(std::chrono::minutes(m_desk->idleMinutes()));
    m_status->showLock(m_idle->left());
}

void MainWindow::offerUndo(const QString& what)
{
    m_history.prepend(workflow::timeText(m_desk->now(), m_desk->now(), m_desk->clock()) +
                      QStringLiteral("  ") + what);
    m_history.resize(qMin(m_history.size(), historyLength));
    m_status->showLastDone(m_history.front());
    m_toast->offer(what);
}

void MainWindow::showNotices()
{
    QStringList lines;
    if (m_desk->isReadOnly()) {
        lines << tr("This team is open for reading only.");
    }
    for (const auto& sentence : m_desk->openingReport()) {
        lines << sentence.whole();
    }
    const auto state = m_desk->saveState();
    if (state.kind == workflow::SaveState::Kind::NotSaved) {
        lines << state.sentence.whole();
    }
    if (!m_notice.what.isEmpty() && m_notice.whole() != state.sentence.whole()) {
        lines << m_notice.whole();
    }
    m_noticeLine->setText(lines.mid(0, 3).join(QLatin1Char('\n')));
    m_noticeLine->setVisible(!lines.isEmpty());
}

} // namespace chevet::screens
