// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The study's results as tables of words, the same on the desk and in `chevet study`. Thread: gui.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace chevet::workflow {

struct StudyTable
{
    QString heading;
    QStringList columns;
    std::vector<QStringList> rows;
    QString note; ///< below it; may be empty
};

struct StudyReport
{
    QStringList before; ///< lines above the tables
    std::vector<StudyTable> tables;
    QString after; ///< what these numbers can't show
};

} // namespace chevet::workflow
