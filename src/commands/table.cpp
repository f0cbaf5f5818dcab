// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/table.h"

#include "commands/say.h"

#include <algorithm>

namespace chevet::commands {

Table::Table(QStringList heading, int widest) : m_rows{std::move(heading)}, m_widest(widest) {}

void Table::add(const QStringList& row)
{
    QStringList cells;
    for (const auto& cell : row) {
        cells.push_back(printable(cell).simplified());
    }
    m_rows.push_back(std::move(cells));
}

void Table::print() const
{
    std::vector<int> widths(static_cast<std::size_t>(m_rows.front().size()), 0);
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            widths[i] = std::min(m_widest, std::max(widths[i], displayWidth(row[static_cast<qsizetype>(i)])));
        }
    }
    for (const auto& row : m_rows) {
        QString line;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            line += toWidth(row[static_cast<qsizetype>(i)], widths[i]) + QStringLiteral("  ");
        }
        while (line.endsWith(QLatin1Char(' '))) {
            line.chop(1);
        }
        commands::print(line + QLatin1Char('\n'));
    }
}

} // namespace chevet::commands
