// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints a search hit in two lines: who, where and when; then the words around what was found. Thread: gui.
#pragma once

#include <QStyledItemDelegate>

namespace chevet::screens {

class HitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role
    {
        WhoRole = Qt::UserRole + 1,
        WhereRole,
        WhenRole,
        ExcerptRole
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace chevet::screens
