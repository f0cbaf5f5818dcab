// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Search over everything this device can read, newest first. Only the answer to the newest question is
// signalled, the lines that fit a screen first: while a word is being typed, no more than these are opened.
// Thread: gui.
#pragma once

#include "clinical/views.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace chevet::workflow {

class Desk;

class CaseSearch : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseSearch)

public:
    ~CaseSearch() override;
    void find(const QString& words);

Q_SIGNALS:
    /// The first lines, and how many there are in all. `more` follows if these were not all.
    void found(const QString& words, const std::vector<chevet::clinical::SearchHit>& hits, int count);
    void more(const QString& words, const std::vector<chevet::clinical::SearchHit>& hits);

private:
    friend class Desk;
    struct Self;
    CaseSearch(Desk& desk, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
