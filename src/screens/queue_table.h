// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue's table. The selected row keeps its place on the screen while rows come, go and move around it: a
// nurse who is about to press Enter must not open another case. Columns give way by importance when it is
// narrow. Works on any model with the columns and roles of workflow::QueueModel. Thread: gui.
#pragma once

#include <QTableView>

#include <optional>

namespace chevet::screens {

class QueueTable : public QTableView
{
    Q_OBJECT

public:
    explicit QueueTable(QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Lets go of the held place: after a filter, after Home.
    void release();
    void selectRowNumber(int row);

Q_SIGNALS:
    /// Enter or a double click on a row.
    void opened(const QModelIndex& index);

protected:
    void updateGeometries() override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void remember();
    void hold();
    void fitColumns();

    std::optional<int> m_heldTop; ///< where the selected row stands in the viewport while rows change
    std::optional<int> m_wanted;  ///< scroll position that keeps it there, even beyond the usual range
    int m_changes = 0;            ///< nested row changes
};

} // namespace chevet::screens
