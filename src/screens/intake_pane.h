// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Taking a call, in one column and by keyboard alone: home, caller, resident, motives, questions, proposal.
// Each Enter goes on to the next step; what is typed is kept by the intake as a draft. Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "foundation/ids.h"
#include "workflow/sentences.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace chevet::workflow {
class Desk;
class Intake;
} // namespace chevet::workflow

namespace chevet::screens {

namespace Ui {
class IntakePane;
}

class IntakePane : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IntakePane)

public:
    explicit IntakePane(QWidget* parent = nullptr);
    ~IntakePane() override;

    /// Takes the intake over; one that was open before goes on as a draft.
    void open(workflow::Desk* desk, workflow::Intake* intake);
    /// After a decision: the same call, the next resident. False if there is none to follow.
    bool openNext();
    /// Goes on with a draft: the keyboard follows what is read until a key is pressed.
    void resume();
    bool mayOpenNext() const;
    /// Lets the intake go; its draft stays, unless nothing was typed.
    void forget();
    /// Puts the keyboard where the call goes on.
    void begin();
    bool hasKeyboard() const;
    /// The draft of the call that is open.
    std::optional<DraftId> draft() const;
    /// What is proposed for the call that is open.
    std::optional<clinical::Recommendation> recommendation() const;
    void validate();
    /// Closes what is open inside; false if there is nothing and the pane itself is meant.
    bool stepBack();

Q_SIGNALS:
    void decided(const chevet::CaseId& id);
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void connectSteps();
    void goToWords();
    void showIntake();
    void showHead();
    void showMissing();
    void decideFor(clinical::Modality modality);
    void afterResident();
    void correctHere();
    void keepInSight(QWidget* focused);

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::Intake> m_intake;
    workflow::Sentence m_refusal;
    bool m_deciding = false;
    bool m_resuming =
        false; ///< a draft whose home and resident are still being read; ends with the first key
    std::unique_ptr<Ui::IntakePane> m_ui;
};

} // namespace chevet::screens
