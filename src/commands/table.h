// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of text in columns, as wide as they need to be on a terminal.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace chevet::commands {

class Table
{
public:
    /// `widest`: columns of a cell beyond which it is cut.
    explicit Table(QStringList heading, int widest = 40);
    void add(const QStringList& row);
    bool isEmpty() const { return m_rows.size() == 1; }
    void print() const;

private:
    std::vector<QStringList> m_rows; ///< the heading first
    int m_widest;
};

} // namespace chevet::commands
