// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue as a table: open cases, due next first. Filters and counters work on the very rows that the list
// shows. Rows are inserted, moved and removed one by one, so that a selection stays with its case. One timer
// (15 s) refreshes the due column. Thread: gui.
#pragma once

#include "clinical/views.h"

#include <QAbstractTableModel>
#include <QString>

#include <memory>
#include <optional>

namespace chevet::workflow {

class Desk;

enum class QueueFilter
{
    All,
    Mine,
    Unassigned,
    Overdue,
    DueToday
};

struct QueueCounts
{
    int open = 0;
    int overdue = 0;
    int unassigned = 0;
    int mine = 0;
    int dueToday = 0;
    int shown = 0;

    bool operator==(const QueueCounts&) const = default;
};

class QueueModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueModel)

public:
    enum Column
    {
        PriorityColumn,
        DueColumn,
        ResidentColumn,
        HomeColumn,
        MotiveColumn,
        AnswerColumn,
        LastWordColumn,
        OwnerColumn,
        ColumnCount
    };
    enum Role
    {
        PriorityRole = Qt::UserRole + 1, ///< int 1–4
        OverdueRole,                     ///< bool
        ModalityRole,                    ///< int of clinical::Modality, or 0
        CaseIdRole,                      ///< hexadecimal text
        StateRole                        ///< int of clinical::CaseState
    };

    explicit QueueModel(Desk& desk);
    ~QueueModel() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const clinical::QueueRow& row(int index) const;
    std::optional<int> indexOf(const CaseId& id) const;
    QueueCounts counts() const;
    bool isLoaded() const; ///< false until the first answer of the store

    QueueFilter filter() const;
    void setFilter(QueueFilter filter);
    /// Narrows to rows in which every word begins a word of resident, home, motive, caller or last word;
    /// diacritics and case ignored.
    void setWords(const QString& words);

Q_SIGNALS:
    /// Around any number of rows that come, go and move together: a view need settle only once.
    void rowsAboutToChange();
    void rowsChanged();
    void countsChanged();
    /// Rows that came since the last call of `markSeen`.
    void newcomersChanged(int count);

public Q_SLOTS:
    void markSeen();

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
