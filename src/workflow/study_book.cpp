// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/study_book.h"

#include "reporting/study_export.h"
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
    std::unique_ptr<reporting::StudyCounter> counter;
    std::map<HomeId, std::string> homes;
    StudyReport page;

    explicit Self(StudyBook& itsBook) : book(itsBook) {}

    void askFor(const std::optional<CaseId>& after);
    void take(std::uint64_t of, const Piece& piece);
};

StudyBook::StudyBook(Desk& desk, QObject* parent) : QObject(parent), m_self(std::make_unique<Self>(*this))
{
    m_self->desk = &desk;
    m_self->clock = desk.workplace().clock;
}

StudyBook::~StudyBook() = default;

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
    self.counter = std::make_unique<reporting::StudyCounter>(
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
        Q_EMIT book.progressed(static_cast<int>(counter->courses().size()));
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
    const auto refuse = [this](const QString& what, const char* todo) { Q_EMIT refused({what, said(todo)}); };
    if (self.isCounting || self.counter == nullptr || self.desk == nullptr) {
        return;
    }
    if (path.trimmed().isEmpty() || QFileInfo::exists(path)) {
        refuse(said(QT_TRANSLATE_NOOP("Sentences",
                                      "There is a file of this name already, or the name is empty.")),
               QT_TRANSLATE_NOOP("Sentences", "Type another name; nothing was written."));
        return;
    }
    const auto made = reporting::exportStudy(self.counter->courses(), *self.clock);
    if (!writeForOwner(path, made.csv)) {
        refuse(said(QT_TRANSLATE_NOOP("Sentences", "The file can’t be written there.")),
               QT_TRANSLATE_NOOP("Sentences", "Choose a folder that you may write to; nothing was written."));
        return;
    }
    Q_EMIT exported(
        said(QT_TRANSLATE_NOOP("Sentences", "Written: %1 decisions without identities. Left out, since fewer "
                                            "than five requests were alike: %2 decisions of %3 requests."))
            .arg(made.rows)
            .arg(made.suppressedRows)
            .arg(made.suppressedRequests));
}

} // namespace chevet::workflow
