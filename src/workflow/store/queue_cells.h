// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the cells of one row of the queue say, to eyes and to a screen reader. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "foundation/clock.h"
#include "workflow/queue_model.h"

#include <QString>

namespace chevet::workflow {

QString columnTitle(QueueModel::Column column);

class QueueCells
{
public:
    /// Keeps references: for use within one expression.
    QueueCells(const clinical::QueueRow& row, Instant now, const Clock& clock)
        : m_row(row), m_now(now), m_clock(clock)
    {}

    const clinical::QueueRow& row() const { return m_row; }
    QString text(QueueModel::Column column) const;
    QString toolTip(QueueModel::Column column) const;
    /// The first column tells the whole row in one sentence.
    QString accessibleText(QueueModel::Column column) const;

private:
    QString resident() const;
    QString home() const;
    QString answer() const;
    QString owed() const;
    QString lastWordsSaid() const;
    QString lastWord() const;
    QString sentence() const;

    const clinical::QueueRow& m_row;
    Instant m_now;
    const Clock& m_clock;
};

} // namespace chevet::workflow
