// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue: what is due next stands on top. Unfinished calls come first, then the open cases. Every action
// on a row is one key. Thread: gui.
#pragma once

#include "workflow/desk.h"
#include "workflow/queue_model.h"

#include <QPointer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QAction;

namespace chevet::screens {

namespace Ui {
class QueuePage;
}

class KeyChip;

class QueuePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueuePage)

public:
    explicit QueuePage(QWidget* parent = nullptr);
    ~QueuePage() override;

    /// Null while the vault is closed.
    void setDesk(workflow::Desk* desk);
    /// The draft of the call that is open beside the queue: it is not offered for going on.
    void setOpenDraft(const std::optional<DraftId>& draft);
    void focusList();
    /// False if there was nothing to clear.
    bool clearWords();
    std::optional<CaseId> currentCase() const;
    void select(const CaseId& id);

Q_SIGNALS:
    void caseWanted(const chevet::CaseId& id);
    void currentCaseChanged();
    void draftWanted(const chevet::DraftId& id);
    void previewWanted();

private:
    QAction* add(const QString& name, const QString& text, const QList<QKeySequence>& keys);
    void addActions();
    void filterBy(workflow::QueueFilter filter);
    void step(int rows);
    void goTop();
    void recordNoAnswer();
    void takeOver();
    void resumeNewest();
    void showCounts();
    void showDrafts();
    void showState();

    QPointer<workflow::Desk> m_desk;
    std::vector<workflow::DraftView> waitingDrafts() const;

    std::optional<DraftId> m_openDraft;
    workflow::QueueModel* m_model = nullptr;
    std::array<KeyChip*, 5> m_chips{};
    std::unique_ptr<Ui::QueuePage> m_ui;
};

} // namespace chevet::screens
