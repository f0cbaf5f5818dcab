// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/say.h"
#include "commands/study_report.h"
#include "commands/table.h"
#include "workflow/store/study_words.h"

namespace chevet::commands {
namespace {

constexpr int widestCell = 46;

void printTable(const workflow::StudyTable& table)
{
    print(QStringLiteral("\n"));
    if (!table.heading.isEmpty()) {
        print(table.heading + QStringLiteral("\n\n"));
    }
    Table printed(table.columns, widestCell);
    for (const auto& row : table.rows) {
        printed.add(row);
    }
    printed.print();
    if (!table.note.isEmpty()) {
        print(table.note + QLatin1Char('\n'));
    }
}

} // namespace

void printStudy(const reporting::Study& study, const NameOfHome& nameOfHome)
{
    const auto page = workflow::studyReport(study, nameOfHome);
    for (const auto& line : page.before) {
        print(line + QLatin1Char('\n'));
    }
    for (const auto& table : page.tables) {
        printTable(table);
    }
    print(QLatin1Char('\n') + page.after + QLatin1Char('\n'));
}

} // namespace chevet::commands
