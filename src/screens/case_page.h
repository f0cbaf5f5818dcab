// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One case: who and where on top, what happened on the left, the decision with its reasons and the wishes on
// the right, one key for each thing that can be done. Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "foundation/ids.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

namespace chevet::workflow {
class CaseFile;
class Desk;
struct Sentence;
} // namespace chevet::workflow

namespace chevet::screens {

namespace Ui {
class CasePage;
}

class ContestBox;
class FlowLayout;
class KeyChip;
class TimelineModel;

class CasePage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CasePage)

public:
    explicit CasePage(QWidget* parent = nullptr);
    ~CasePage() override;

    void setDesk(workflow::Desk* desk);
    void open(const CaseId& id);
    void focusTimeline();
    /// As it was proposed when the case was decided last, if this device may read it.
    std::optional<clinical::Recommendation> recommendation() const;
    void validate();
    bool stepBack();

Q_SIGNALS:
    /// The case that this one went into.
    void caseWanted(const chevet::CaseId& id);
    /// This case is to be triaged again.
    void triageWanted(const chevet::CaseId& id);
    /// A consultation from afar about this case.
    void consultationWanted(const chevet::CaseId& id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addOwnActions();
    void add(const QString& name, const QString& key, const QString& words, std::function<void()> what);
    void showCase();
    void showHead();
    void showSide();
    void showActions();
    /// Greyed with its reason, which its key says, too; an empty sentence allows it.
    void allow(const QString& name, const QString& whyNot);
    void rename(const QString& name, const QString& words);
    void goToMerged();
    void withdrawCurrent();
    void openCurrent();
    void showPhoto(const QImage& photo);
    void closeOrReopen();

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::CaseFile> m_file;
    TimelineModel* m_timeline;
    FlowLayout* m_chips = nullptr;
    ContestBox* m_contests = nullptr;
    std::unique_ptr<Ui::CasePage> m_ui;
};

} // namespace chevet::screens
