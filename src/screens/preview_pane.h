// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The chosen case of the queue at a glance, without leaving the queue. Thread: gui.
#pragma once

#include "foundation/ids.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QLabel;
class QScrollArea;

namespace chevet::workflow {
class CaseFile;
class Desk;
} // namespace chevet::workflow

namespace chevet::screens {

class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewPane(QWidget* parent = nullptr);

    void showCaseOf(workflow::Desk* desk, const std::optional<CaseId>& id);

private:
    void showCase();

    QPointer<workflow::Desk> m_desk;
    QPointer<workflow::CaseFile> m_file;
    QLabel* m_who;
    QLabel* m_where;
    QLabel* m_words;
};

} // namespace chevet::screens
