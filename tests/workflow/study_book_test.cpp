// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The study on the desk: the same numbers as in one go, counted in pieces between which calls are saved.
#include "reporting/study.h"
#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/store/study_words.h"
#include "workflow/study_book.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

#include <set>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

/// So many decided cases, a pain of eight each.
void decideMany(TestDesk& desk, int count)
{
    const auto home = desk.addHome();
    for (int i = 0; i < count; ++i) {
        const auto name = "Resident" + std::to_string(i);
        decide(*readyIntake(desk, home, desk.addResident(home, name.c_str())));
    }
}

void counted(StudyBook& book, StudyBook::Span span = StudyBook::Span::All)
{
    QSignalSpy done(&book, &StudyBook::counted);
    book.count(span);
    REQUIRE(soon([&] { return !done.empty(); }));
}

/// So many requests that nobody has decided, in few transactions.
void receiveMany(TestDesk& desk, int count)
{
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    constexpr int atOnce = 100;
    for (int done = 0; done < count;) {
        std::vector<EventBody> bodies;
        for (; done < count && static_cast<int>(bodies.size()) < atOnce; ++done) {
            RequestReceived request;
            request.id = desk.workplace().ids->make<CaseId>();
            request.home = home.id;
            request.resident = resident.id;
            request.motives = {Motive::Symptom};
            request.receivedAt = morning;
            bodies.emplace_back(request);
        }
        desk.write(std::move(bodies));
    }
}

} // namespace

TEST_CASE("courses come in pieces of any size, each once and in the same order")
{
    TestDesk desk;
    decideMany(desk, 7);
    const auto whole = desk.ask([](casebook::Casebook& casebook) {
        std::vector<CaseCourse> all;
        casebook.eachCourse([&](const CaseCourse& course) { all.push_back(course); });
        return all;
    });
    REQUIRE(whole.size() == 7);
    for (const std::size_t size : {1, 2, 3, 6, 7, 8, 100}) {
        INFO(size);
        const auto pieces = desk.ask([size](casebook::Casebook& casebook) {
            std::vector<CaseCourse> all;
            const auto take = [&](const CaseCourse& course) { all.push_back(course); };
            auto last = casebook.someCourses({}, size, take);
            while (last) {
                last = casebook.someCourses(last, size, take);
            }
            return all;
        });
        CHECK(pieces == whole);
    }
}

TEST_CASE("the page has the numbers of the study, and says that no case is there when none is")
{
    TestDesk desk;
    auto* book = desk->studyBook(&desk.owner);
    counted(*book);
    CHECK(book->page().tables.empty());
    decideMany(desk, 3);
    counted(*book);
    const auto& page = book->page();
    REQUIRE(page.tables.size() == 6); // nobody has decided otherwise
    CHECK(page.before.front().contains(QStringLiteral("Requests: 3")));
    CHECK(page.before.front().contains(QStringLiteral("3/3")));
    CHECK(page.tables[2].rows ==
          std::vector<QStringList>{{QStringLiteral("Les Tilleuls"), QStringLiteral("3/3, 44–100 % *"),
                                    QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("0")}});
    for (const auto& table : page.tables) {
        for (const auto& row : table.rows) {
            CHECK(row.size() == table.columns.size());
        }
    }
}

TEST_CASE("a period leaves out what lies before it")
{
    TestDesk desk;
    decideMany(desk, 2);
    desk.clock().advance(std::chrono::hours(24 * 40)); // the last day of the year
    decideMany(desk, 1);
    auto* book = desk->studyBook(&desk.owner);
    const auto requests = [&](StudyBook::Span span) {
        counted(*book, span);
        return book->page().before.value(0).section(QLatin1Char(' '), 1, 1).toInt();
    };
    CHECK(requests(StudyBook::Span::All) == 3);
    CHECK(requests(StudyBook::Span::ThreeMonths) == 3);
    CHECK(requests(StudyBook::Span::ThisMonth) == 1);
    CHECK(requests(StudyBook::Span::TwelveMonths) == 3);
}

TEST_CASE("counting anew in the middle of a count gives the newest")
{
    TestDesk desk;
    decideMany(desk, 3);
    auto* book = desk->studyBook(&desk.owner);
    QSignalSpy done(book, &StudyBook::counted);
    book->count(StudyBook::Span::ThisMonth);
    book->count(StudyBook::Span::All);
    REQUIRE(soon([&] { return !book->isCounting(); }));
    CHECK(done.size() == 1);
    CHECK(book->span() == StudyBook::Span::All);
}

TEST_CASE("the export goes to a new file only, for its owner only, and names nobody")
{
    TestDesk desk;
    decideMany(desk, 6);
    auto* book = desk->studyBook(&desk.owner);
    counted(*book);
    const auto path = QString::fromStdString((desk.vault().parent_path() / "study.csv").string());
    QSignalSpy exported(book, &StudyBook::exported);
    QSignalSpy refused(book, &StudyBook::refused);
    book->exportTo(path);
    book->exportTo(path); // twice pressed is once written
    REQUIRE(soon([&] { return exported.size() == 1; }));
    CHECK(exported.front().front().toString().contains(QStringLiteral("6 decisions")));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto content = file.readAll();
    CHECK(content.count('\n') == 7);
    CHECK_FALSE(content.contains("Resident"));
    CHECK_FALSE(content.contains("Tilleuls"));
    CHECK((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());
    book->exportTo(path);
    CHECK(refused.size() == 1);
    book->exportTo(QStringLiteral("/nowhere/at/all/study.csv"));
    CHECK(soon([&] { return refused.size() == 2; }));
    book->exportTo({});
    CHECK(refused.size() == 3);
}

TEST_CASE("an append and a question wait for one piece of the count at most")
{
    TestDesk desk;
    receiveMany(desk, 650); // four pieces
    auto* book = desk->studyBook(&desk.owner);
    QStringList order;
    QObject::connect(book, &StudyBook::progressed, &desk.owner, [&] { order << QStringLiteral("piece"); });
    QObject::connect(book, &StudyBook::counted, &desk.owner, [&] { order << QStringLiteral("counted"); });
    book->count(StudyBook::Span::All);
    DeskRoom::Action action; // the first piece is asked for already
    action.done = QStringLiteral("Noted");
    HomeAdded home;
    home.id = desk.workplace().ids->make<HomeId>();
    home.home.name = "Les Ormes";
    action.events = {{home}};
    desk->room().append(&desk.owner, action, [&](const Result<casebook::Appended>& appended) {
        CHECK(appended);
        order << QStringLiteral("saved");
    });
    desk->store().ask(
        &desk.owner, [](casebook::Casebook& casebook) { return casebook.sequence(); },
        [&](const auto&) { order << QStringLiteral("told"); });
    REQUIRE(soon([&] { return order.contains(QStringLiteral("counted")); }));
    INFO(order.join(QLatin1Char(' ')).toStdString());
    CHECK(order.count(QStringLiteral("piece")) == 3);
    CHECK(order.indexOf(QStringLiteral("saved")) <= 1);
    CHECK(order.indexOf(QStringLiteral("told")) <= 2);
    CHECK(order.last() == QStringLiteral("counted"));
}

TEST_CASE("a count that is stopped says nothing more, exports nothing, and can begin anew")
{
    TestDesk desk;
    receiveMany(desk, 450);
    auto* book = desk->studyBook(&desk.owner);
    QSignalSpy done(book, &StudyBook::counted);
    QSignalSpy pieces(book, &StudyBook::progressed);
    QSignalSpy exported(book, &StudyBook::exported);
    book->count(StudyBook::Span::All);
    REQUIRE(soon([&] { return !pieces.empty(); }));
    book->stop();
    CHECK_FALSE(book->isCounting());
    book->exportTo(QString::fromStdString((desk.vault().parent_path() / "study.csv").string()));
    for (int i = 0; i < 3; ++i) { // what was asked before is answered by now
        desk.ask([](casebook::Casebook& casebook) { return casebook.sequence(); });
    }
    CHECK(done.empty());
    CHECK(pieces.size() == 1);
    CHECK(exported.empty());
    counted(*book);
    CHECK(book->page().before.front().contains(QStringLiteral("Requests: 450")));
}

TEST_CASE("locking in the middle of a count ends it, and one case is counted as one")
{
    TestDesk desk;
    receiveMany(desk, 1);
    auto* one = desk->studyBook(&desk.owner);
    counted(*one);
    CHECK(one->page().before.front().contains(QStringLiteral("Requests: 1 ")));
    receiveMany(desk, 449);
    QObject page; // outlives the desk
    auto* book = desk->studyBook(&page);
    QSignalSpy done(book, &StudyBook::counted);
    QSignalSpy pieces(book, &StudyBook::progressed);
    book->count(StudyBook::Span::All);
    REQUIRE(soon([&] { return !pieces.empty(); }));
    desk.close();
    QCoreApplication::processEvents();
    CHECK(done.empty());
    book->count(StudyBook::Span::All);
    book->exportTo(QStringLiteral("/nowhere/study.csv"));
    QCoreApplication::processEvents();
    CHECK(done.empty());
    desk.reopen();
    auto* again = desk->studyBook(&desk.owner);
    counted(*again);
    CHECK(again->page().before.front().contains(QStringLiteral("Requests: 450")));
}
