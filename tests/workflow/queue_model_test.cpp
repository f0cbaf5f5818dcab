// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "workflow/open_desk.h"
#include "workflow/queue_model.h"
#include "workflow/speaking.h"
#include "workflow/store/queue_rows.h"

#include <QAbstractItemModelTester>

#include <algorithm>
#include <array>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

/// A view that knows the model only by its signals: rows put in, moved and taken out one by one.
class Mirror
{
public:
    explicit Mirror(QueueModel& model) : m_model(model)
    {
        for (int i = 0; i < model.rowCount(); ++i) {
            rows.push_back(model.row(i).id);
        }
        QObject::connect(&model, &QAbstractItemModel::rowsInserted, &m_context,
                         [this](const QModelIndex&, int first, int last) {
                             for (int i = first; i <= last; ++i) {
                                 rows.insert(rows.begin() + i, m_model.row(i).id);
                             }
                         });
        QObject::connect(&model, &QAbstractItemModel::rowsRemoved, &m_context,
                         [this](const QModelIndex&, int first, int last) {
                             rows.erase(rows.begin() + first, rows.begin() + last + 1);
                         });
        QObject::connect(&model, &QAbstractItemModel::rowsMoved, &m_context,
                         [this](const QModelIndex&, int first, int last, const QModelIndex&, int to) {
                             REQUIRE(first == last);
                             REQUIRE(to < first);
                             std::rotate(rows.begin() + to, rows.begin() + first, rows.begin() + first + 1);
                         });
        QObject::connect(&model, &QAbstractItemModel::modelReset, &m_context, [this] { ++resets; });
    }

    std::vector<CaseId> rows;
    int resets = 0;

private:
    QueueModel& m_model;
    QObject m_context;
};

/// What the list must show, worked out the slow way from the store's own answer.
std::vector<CaseId> expectedRows(const Queue& queue, QueueFilter filter, const QString& words, Instant now,
                                 const MemberId& me)
{
    auto rows = queue.rows;
    const auto isFirst = [&](const QueueRow& row) { return row.priority == Priority::P1 && row.due < now; };
    std::sort(rows.begin(), rows.end(), [&](const QueueRow& a, const QueueRow& b) {
        if (isFirst(a) != isFirst(b)) {
            return isFirst(a);
        }
        return a.due != b.due ? a.due < b.due : a.id < b.id;
    });
    std::vector<CaseId> expected;
    for (const auto& row : rows) {
        const auto name = QString::fromStdString(row.familyName + " " + row.givenName).toLower();
        const bool hasWords =
            words.isEmpty() || name.startsWith(words) || name.contains(QLatin1Char(' ') + words);
        bool passes = hasWords;
        passes = passes && (filter != QueueFilter::Mine || row.owner == me);
        passes = passes && (filter != QueueFilter::Unassigned || !row.owner);
        passes = passes && (filter != QueueFilter::Overdue || row.due < now);
        if (passes) {
            expected.push_back(row.id);
        }
    }
    return expected;
}

std::vector<CaseId> shownRows(const QueueModel& model)
{
    std::vector<CaseId> rows;
    for (int i = 0; i < model.rowCount(); ++i) {
        rows.push_back(model.row(i).id);
    }
    return rows;
}

/// A team's random day: calls come in, are decided, assigned, closed, withdrawn; time goes on.
class RandomDay
{
public:
    RandomDay(TestDesk& desk, test::Random& random) : m_desk(desk), m_random(random), m_home(desk.addHome())
    {
        for (const auto* name : {"Abgrall", "Dupont", "Élie", "Le Goff", "Martin"}) {
            m_residents.push_back(desk.addResident(m_home, name, "Jeanne"));
        }
    }

    void step()
    {
        if (m_cases.empty() || m_random.onceIn(3)) {
            receive();
            return;
        }
        const auto& id = m_random.oneOf(m_cases);
        switch (m_random.below(6)) {
        case 0:
        case 1: decide(id); break;
        case 2:
            m_desk.write({RequestAssigned{id, m_random.onceIn(3) ? std::nullopt
                                                                 : std::optional(m_desk->member().id)}});
            break;
        case 3:
            m_desk.write({StateChanged{
                id, m_random.onceIn(2) ? CaseState::Closed : CaseState::ToCallBack, "x", {}, {}}});
            break;
        case 4: m_desk.write({AttemptMade{id, m_desk->now(), AttemptOutcome::NoAnswer, {}, {}}}); break;
        default: m_desk.clock().advance(std::chrono::minutes(m_random.between(1, 45))); break;
        }
    }

private:
    void receive()
    {
        RequestReceived request;
        request.id = m_desk.workplace().ids->make<CaseId>();
        request.home = m_home.id;
        request.resident = m_random.oneOf(m_residents).id;
        request.motives = {Motive::Symptom};
        request.receivedAt = m_desk->now();
        m_desk.write({request});
        m_cases.push_back(request.id);
    }

    void decide(const CaseId& id)
    {
        TriageDecided decided;
        decided.id = id;
        decided.priority = m_random.oneOf(Words<Priority>::all).first;
        decided.due = m_desk->now() + std::chrono::minutes(m_random.between(-60, 240));
        m_desk.write({decided});
    }

    TestDesk& m_desk;
    test::Random& m_random;
    HomeView m_home;
    std::vector<ResidentView> m_residents;
    std::vector<CaseId> m_cases;
};

CaseId receive(TestDesk& desk, const ResidentView& resident, Priority priority, std::chrono::minutes due)
{
    RequestReceived request;
    request.id = desk.workplace().ids->make<CaseId>();
    request.home = resident.resident.home;
    request.resident = resident.id;
    request.motives = {Motive::Symptom};
    request.receivedAt = desk->now();
    TriageDecided decided;
    decided.id = request.id;
    decided.modality = Modality::InPersonVisit;
    decided.meanwhile = Modality::SynchronousTeleExpertise;
    decided.priority = priority;
    decided.due = desk->now() + due;
    desk.write({request, decided});
    return request.id;
}

} // namespace

TEST_CASE("the model shows what a naive model shows, row by row, through random days")
{
    CHEVET_SEEDED(random, 4711);
    TestDesk desk;
    RandomDay day(desk, random);
    auto* model = desk->queue();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    Mirror mirror(*model);
    const std::array filters{QueueFilter::All, QueueFilter::Mine, QueueFilter::Unassigned,
                             QueueFilter::Overdue};
    const std::array beginnings{"", "dup", "jea", "zz", "go"};
    QString words;
    const int steps = test::scaled(250, 3000);
    for (int i = 0; i < steps; ++i) {
        day.step();
        if (random.onceIn(4)) {
            model->setFilter(random.oneOf(filters));
        }
        if (random.onceIn(6)) {
            words = QString::fromLatin1(random.oneOf(beginnings));
            model->setWords(words);
        }
        desk->store().publishQueue();
        const auto queue = desk.queue();
        REQUIRE(soon([&] { return desk->room().queue().rows == queue.rows; }));
        const auto expected = expectedRows(queue, model->filter(), words, desk->now(), desk->member().id);
        REQUIRE(shownRows(*model) == expected);
        REQUIRE(mirror.rows == expected);
        REQUIRE(model->counts().open == static_cast<int>(queue.rows.size()));
        REQUIRE(model->counts().shown == static_cast<int>(expected.size()));
        REQUIRE(model->counts().overdue ==
                static_cast<int>(expectedRows(queue, QueueFilter::Overdue, {}, desk->now(), {}).size()));
        REQUIRE(model->counts().mine ==
                static_cast<int>(
                    expectedRows(queue, QueueFilter::Mine, {}, desk->now(), desk->member().id).size()));
    }
    CHECK(mirror.resets == 0);
}

TEST_CASE("an overdue P1 stands first and everything else by its due time")
{
    TestDesk desk;
    const auto resident = desk.addResident(desk.addHome());
    const auto late = receive(desk, resident, Priority::P3, std::chrono::minutes(-30));
    const auto soonDue = receive(desk, resident, Priority::P2, std::chrono::minutes(20));
    const auto urgent = receive(desk, resident, Priority::P1, std::chrono::minutes(30));
    CHECK(shownRows(*desk->queue()) == std::vector{late, soonDue, urgent});
    desk.clock().advance(std::chrono::minutes(31));
    desk->store().publishQueue();
    REQUIRE(soon([&] { return desk->queue()->row(0).id == urgent; }));
    CHECK(shownRows(*desk->queue()) == std::vector{urgent, late, soonDue});
    CHECK(desk->queue()->data(desk->queue()->index(0, 0), QueueModel::OverdueRole).toBool());
}

TEST_CASE("words narrow by the beginnings of words, whatever their case and diacritics")
{
    TestDesk desk;
    const auto home = desk.addHome("Résidence de l’Étang");
    receive(desk, desk.addResident(home, "Lefèvre", "Zoé"), Priority::P2, std::chrono::minutes(20));
    receive(desk, desk.addResident(home, "O’Brien", "Maël"), Priority::P2, std::chrono::minutes(30));
    auto* model = desk->queue();
    const auto shown = [&](const char* words) {
        model->setWords(QString::fromUtf8(words));
        return model->rowCount();
    };
    CHECK(shown("") == 2);
    CHECK(shown("lefevre") == 1);
    CHECK(shown("LEFÈVRE zoe") == 1);
    CHECK(shown("etang") == 2);
    CHECK(shown("brien") == 1);
    CHECK(shown("fevre") == 0);
    CHECK(shown("symptom") == 2);
    CHECK(shown("zoe mael") == 0);
    CHECK(shown("  ") == 2);
}

TEST_CASE("the words filter finds a name by the letters that its look-up finds it by")
{
    TestDesk desk;
    const auto home = desk.addHome("Les Tilleuls");
    receive(desk, desk.addResident(home, "Le Gall", "Yann", {1940, 11, 5}), Priority::P2,
            std::chrono::minutes(20));
    receive(desk, desk.addResident(home, "Legall", "Anne", {1941, 11, 5}), Priority::P2,
            std::chrono::minutes(30));
    receive(desk, desk.addResident(home, "Bœuf", "Işık", {1942, 11, 5}), Priority::P2,
            std::chrono::minutes(40));
    auto* model = desk->queue();
    const auto shown = [&](const char* words) {
        model->setWords(QString::fromUtf8(words));
        return model->rowCount();
    };
    for (const auto* both : {"leg", "LEG", "le g", "le gall", "legall", "le-gall"}) {
        INFO(both);
        CHECK(shown(both) == 2);
    }
    CHECK(shown("gal") == 1);
    CHECK(shown("gall yann") == 1);
    CHECK(shown("leg anne") == 1);
    CHECK(shown("boeuf isik") == 1);
    CHECK(shown("legx") == 0);
}

TEST_CASE("what is still owed stands before the last word, but for the visit that the answer names")
{
    TestDesk desk;
    const auto resident = desk.addResident(desk.addHome());
    const auto id = receive(desk, resident, Priority::P1, std::chrono::minutes(20));
    const auto lastWord = [&] {
        return desk->queue()
            ->data(desk->queue()->index(0, QueueModel::LastWordColumn), Qt::DisplayRole)
            .toString();
    };
    const auto decide = [&](Modality modality, OwedSet owed) {
        TriageDecided decided;
        decided.id = id;
        decided.modality = modality;
        decided.due = desk->now() + std::chrono::hours(1);
        decided.owed = owed;
        TriageReasoned reasoned;
        reasoned.id = id;
        desk.write({decided, reasoned});
        desk.queue();
    };
    decide(Modality::InPersonVisit, {Owed::Visit});
    CHECK_FALSE(lastWord().contains(QStringLiteral("owed")));
    decide(Modality::SynchronousTeleExpertise, {Owed::TransferDecision, Owed::Retriage});
    REQUIRE(soon([&] { return lastWord().startsWith(QStringLiteral("owed: ")); }));
    CHECK(lastWord().contains(word(Owed::TransferDecision)));
    CHECK(lastWord().contains(word(Owed::Retriage)));
    desk.write({NoteAdded{id, "slept well"}});
    REQUIRE(soon([&] { return lastWord().endsWith(QStringLiteral(" · slept well")); }));
    desk.write({OwedSettled{id, Owed::TransferDecision}, OwedSettled{id, Owed::Retriage}});
    REQUIRE(soon([&] { return lastWord() == QStringLiteral("slept well"); }));
}

TEST_CASE("each row tells a screen reader its priority, time, person, place, motive and answer")
{
    TestDesk desk;
    receive(desk, desk.addResident(desk.addHome()), Priority::P1, std::chrono::minutes(-8));
    auto* model = desk->queue();
    const auto text = [&](int column, int role) {
        return model->data(model->index(0, column), role).toString();
    };
    CHECK(text(QueueModel::PriorityColumn, Qt::AccessibleTextRole) ==
          QStringLiteral(
              "Priority 1, overdue by 8 min, DUPONT Jeanne, 92 years, Les Tilleuls, room 12, symptom, "
              "call now, then visit"));
    CHECK(text(QueueModel::DueColumn, Qt::DisplayRole) == QStringLiteral("+8 min"));
    CHECK(text(QueueModel::DueColumn, Qt::AccessibleTextRole) == QStringLiteral("Due: +8 min"));
    CHECK(text(QueueModel::OwnerColumn, Qt::AccessibleTextRole) == QStringLiteral("Owner: –"));
    const Speaking in(QStringLiteral("fr"));
    CHECK(text(QueueModel::PriorityColumn, Qt::AccessibleTextRole)
              .startsWith(QStringLiteral("Priorité 1, en retard de 8 min, DUPONT Jeanne, 92 ans")));
    CHECK(model->headerData(QueueModel::HomeColumn, Qt::Horizontal).toString() ==
          QStringLiteral("Établissement"));
}

TEST_CASE("newcomers are counted until they have been seen")
{
    TestDesk desk;
    const auto resident = desk.addResident(desk.addHome());
    auto* model = desk->queue();
    int newcomers = 0;
    QObject::connect(model, &QueueModel::newcomersChanged, &desk.owner,
                     [&](int count) { newcomers = count; });
    receive(desk, resident, Priority::P2, std::chrono::minutes(20));
    const auto second = receive(desk, resident, Priority::P2, std::chrono::minutes(30));
    CHECK(newcomers == 2);
    desk.write({StateChanged{second, CaseState::Closed, "x", {}, {}}});
    CHECK(newcomers == 1);
    model->markSeen();
    CHECK(newcomers == 0);
    desk.reopen();
    QObject::connect(desk->queue(), &QueueModel::newcomersChanged, &desk.owner,
                     [&](int count) { newcomers = count; });
    desk->store().publishQueue();
    desk.queue();
    CHECK(newcomers == 0); // what was there at the start is not new
}

TEST_CASE("what is due today ends with the local day")
{
    const StoppedClock clock(morning);
    const auto end = endOfDay(morning, clock);
    CHECK(end.millis == morning.millis + 15 * std::int64_t{3'600'000} - 1); // 23:59:59.999 in Paris
    CHECK(endOfDay(end, clock) == end);
    CHECK(endOfDay({end.millis + 1}, clock).millis == end.millis + 24 * std::int64_t{3'600'000});
}

TEST_CASE("an index outside the model has nothing to say")
{
    TestDesk desk;
    auto* model = desk->queue();
    CHECK(model->isLoaded());
    CHECK(model->rowCount() == 0);
    CHECK_FALSE(model->data({}, Qt::DisplayRole).isValid());
    CHECK_FALSE(model->headerData(QueueModel::ColumnCount, Qt::Horizontal).isValid());
    CHECK_FALSE(model->indexOf(CaseId{}).has_value());
}
