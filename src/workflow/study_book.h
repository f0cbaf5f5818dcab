// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The study on the desk: what became of the proposals, counted over a period. Counts in pieces, so that a
// call waits for one piece at most before it is saved, and keeps no request. Thread: gui.
#pragma once

#include "workflow/sentences.h"
#include "workflow/study_table.h"

#include <QObject>

#include <memory>

namespace chevet::workflow {

class Desk;

class StudyBook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StudyBook)

public:
    enum class Span
    {
        All,
        TwelveMonths,
        ThreeMonths,
        ThisMonth
    };

    ~StudyBook() override;

    /// Begins anew; answers with `counted`, or with `progressed` on the way.
    void count(Span span);
    /// Ends a count on its way: nothing more is read, and `counted` does not come.
    void stop();
    Span span() const;
    bool isCounting() const;
    /// The last page that was counted; no tables before that, and none where there is no request.
    const StudyReport& page() const;
    /// The decisions without identities (docs/STUDY.md, "The export"), to a file that must not be there yet.
    /// Made and written on the store's thread; answers with `exported` or `refused`. Nothing while it counts.
    void exportTo(const QString& path);

Q_SIGNALS:
    void progressed(int requests);
    void counted();
    /// `sentence` says how many decisions are in the file and how many were left out.
    void exported(const QString& sentence);
    void refused(const chevet::workflow::Sentence& why);

private:
    friend class Desk;
    struct Self;
    StudyBook(Desk& desk, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
