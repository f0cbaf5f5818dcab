// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Everything this device can read, by words; newest first. Enter opens the case that an entry belongs to.
// Thread: gui.
#pragma once

#include "clinical/views.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <vector>

class QStandardItemModel;

namespace chevet::workflow {
class CaseSearch;
class Desk;
} // namespace chevet::workflow

namespace chevet::screens {

namespace Ui {
class SearchPage;
}

class SearchPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPage)

public:
    explicit SearchPage(QWidget* parent = nullptr);
    ~SearchPage() override;

    void setDesk(workflow::Desk* desk);
    void begin();

Q_SIGNALS:
    void caseWanted(const chevet::CaseId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showHits(const QString& words, const std::vector<clinical::SearchHit>& hits, int count);
    void addHits(const QString& words, const std::vector<clinical::SearchHit>& hits);
    void showState(const QString& what, const QString& todo);
    void openCurrent();

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::CaseSearch> m_search;
    std::vector<clinical::SearchHit> m_hits;
    QStandardItemModel* m_model;
    std::unique_ptr<Ui::SearchPage> m_ui;
};

} // namespace chevet::screens
