// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/study_book.h"

#include "reporting/study.h"
#include "workflow/desk.h"
#include "workflow/owner_file.h"
#include "workflow/store/desk_room.h"
#include "workflow/store/said.h"
#include "workflow/store/study_words.h"

#include <QFileInfo>

#include <map>

namespace chevet::workflow {

namespace {

constexpr std::size_t casesAtOnce = 200; ///< some tens of milliseconds

struct Piece
{
    std::vector<clinical::CaseCourse> courses;
    std::map<HomeId, std::string> homes;
    std::optional<CaseId> last; ///< nothing: there are no more
};

/// Nothing: it could not be written.
using Written = std::optional<reporting::StudyExport>;

Written writeTo(const QString& path, const reporting::StudyCounter& counter)
{
    auto made = counter.forExport().written();
    if (!writeForOwner(path, made.csv)) {
        return std::nullopt;
    }
    made.csv.clear();
    return made;
}

Piece pieceAfter(const casebook::Casebook& casebook, const std::optional<CaseId>& after)
{
    Piece piece;
    piece.last = casebook.someCourses(after, casesAtOnce, [&](const clinical::CaseCourse& course) {
        piece.courses.push_back(course);
        auto& name = piece.homes[course.home];
        if (name.empty()) {
            const auto home = casebook.home(course.home);
            name = home ? home->home.name : std::string();
        }
    });
    return piece;
}

Date monthsBefore(const Date& day, int months)
{
    const int all = day.year * 12 + (day.month - 1) - months;
    Date first = day;
    first.year = static_cast<decltype(first.year)>(all / 12);
    first.month = static_cast<decltype(first.month)>(all % 12 + 1);
    first.day = 1;
    return first;
}

reporting::Period periodOf(StudyBook::Span span, const Date& today)
{
    switch (span) {
    case StudyBook::Span::All: return {};
    case StudyBook::Span::TwelveMonths: return {monthsBefore(today, 11), {}};
    case StudyBook::Span::ThreeMonths: return {monthsBefore(today, 2), {}};
    case StudyBook::Span::ThisMonth: return {monthsBefore(today, 0), {}};
    }
    return {};
}

} // namespace

struct StudyBook::Self
{
    StudyBook& book;
    QPointer<Desk> desk;
    std::shared_ptr<const Clock> clock;
    Span span = Span::All;
    std::uint64_t number = 0; ///< of the newest count; older pieces are dropped
    bool isCounting = false;
    bool isWriting = false;                           ///< the export
    std::shared_ptr<reporting::StudyCounter> counter; ///< once it has counted, the store's thread may read it
    std::map<HomeId, std::string> homes;
    StudyReport page;

    explicit Self(StudyBook& itsBook) : book(itsBook) {}

    void askFor(const std::optional<CaseId>& after);
    void take(std::uint64_t of, const Piece& piece);
    void answer(const Written& written);
};

StudyBook::StudyBook(Desk& desk, QObject* parent) : QObject(parent), m_self(std::make_unique<Self>(*this))
{
    m_self->desk = &desk;
    m_self->clock = desk.workplace().clock;
}

StudyBook::~StudyBook() = default;

void StudyBook::stop()
{
    if (m_self->isCounting) {
        ++m_self->number;
        m_self->isCounting = false;
        m_self->counter.reset();
    }
}

StudyBook::Span StudyBook::span() const
{
    return m_self->span;
}

bool StudyBook::isCounting() const
{
    return m_self->isCounting;
}

const StudyReport& StudyBook::page() const
{
    return m_self->page;
}

void StudyBook::count(Span span)
{
    auto& self = *m_self;
    if (self.desk == nullptr) {
        return;
    }
    ++self.number;
    self.span = span;
    self.isCounting = true;
    self.homes.clear();
    self.counter = std::make_shared<reporting::StudyCounter>(
        *self.clock, periodOf(span, self.clock->dateAt(self.desk->now())));
    self.askFor({});
}

void StudyBook::Self::askFor(const std::optional<CaseId>& after)
{
    desk->store().ask(
        &book, [after](casebook::Casebook& casebook) { return pieceAfter(casebook, after); },
        [this, of = number](const Piece& piece) { take(of, piece); });
}

void StudyBook::Self::take(std::uint64_t of, const Piece& piece)
{
    if (of != number || desk == nullptr) {
        return;
    }
    for (const auto& course : piece.courses) {
        counter->take(course);
    }
    homes.insert(piece.homes.begin(), piece.homes.end());
    if (piece.last) {
        Q_EMIT book.progressed(counter->requests());
        askFor(piece.last);
        return;
    }
    isCounting = false;
    const auto study = counter->study();
    page = study.requests == 0 ? StudyReport{}
                               : studyReport(study, [this](const HomeId& id) { return homes[id]; });
    Q_EMIT book.counted();
}

void StudyBook::exportTo(const QString& path)
{
    auto& self = *m_self;
    if (self.isCounting || self.isWriting || self.counter == nullptr || self.desk == nullptr) {
        return;
    }
    if (path.trimmed().isEmpty() || QFileInfo::exists(path)) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP(
                            "Sentences", "There is a file of this name already, or the name is empty.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Type another name; nothing was written."))});
        return;
    }
    self.isWriting = true;
    const std::shared_ptr<const reporting::StudyCounter> counter = self.counter;
    self.desk->store().ask(
        this, [path, counter](casebook::Casebook&) { return writeTo(path, *counter); },
        [&self](const Written& written) { self.answer(written); });
}

void StudyBook::Self::answer(const Written& written)
{
    isWriting = false;
    if (!written) {
        Q_EMIT book.refused({said(QT_TRANSLATE_NOOP("Sentences", "The file can’t be written there.")),
                             said(QT_TRANSLATE_NOOP("Sentences", "Choose a folder that you may write to; "
                                                                 "nothing was written."))});
        return;
    }
    Q_EMIT book.exported(
        said(QT_TRANSLATE_NOOP("Sentences", "Written: %1 decisions without identities. Left out, since fewer "
                                            "than five requests were alike: %2 decisions of %3 requests."))
            .arg(written->rows)
            .arg(written->suppressedRows)
            .arg(written->suppressedRequests));
}

} // namespace chevet::workflow
