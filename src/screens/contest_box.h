// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values that stand side by side: each with its author, its time and the key that makes it hold. Thread: gui.
#pragma once

#include "workflow/case_file.h"

#include <QList>
#include <QWidget>

class QAction;
class QVBoxLayout;

namespace chevet::screens {

class ContestBox : public QWidget
{
    Q_OBJECT

public:
    static constexpr int keysAtMost = 9;

    explicit ContestBox(QWidget* parent = nullptr);

    /// One action a key, for the page that this box stands on.
    const QList<QAction*>& keys() const { return m_keys; }
    void show(const std::vector<workflow::Contest>& contests, const workflow::EntryWords& words);

Q_SIGNALS:
    void chosen(const chevet::EventId& entry);

private:
    void addValue(const workflow::ContestedValue& value, const workflow::EntryWords& words);

    QVBoxLayout* m_layout;
    QWidget* m_rows = nullptr;
    QList<QAction*> m_keys;
    std::vector<EventId> m_entries; ///< by key
};

} // namespace chevet::screens
