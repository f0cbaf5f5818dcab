// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints a row of the queue: priority by shape, code and colour, the resident and what is late in emphasis,
// all else in plain text that is cut with "…" where it must be. Thread: gui.
#pragma once

#include <QStyledItemDelegate>

namespace chevet::screens {

class QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace chevet::screens
