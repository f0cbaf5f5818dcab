// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A case's timeline as a list: who, in what role, when, what. What was withdrawn is struck through and stays
// readable; where two values stand side by side both are shown. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "workflow/sentences.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <vector>

namespace chevet::screens {

class TimelineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        TitleRole = Qt::UserRole + 1,
        TextRole,
        WhoRole,
        WithdrawnRole,
        MarkRole
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    /// New entries come at the end; if earlier ones changed, the list is shown anew.
    void show(const std::vector<clinical::TimelineEntry>& entries, const workflow::EntryWords& words);
    const clinical::TimelineEntry& entry(int row) const
    {
        return m_entries.at(static_cast<std::size_t>(row));
    }

private:
    std::vector<clinical::TimelineEntry> m_entries;
    workflow::EntryWords m_words;
};

class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace chevet::screens
