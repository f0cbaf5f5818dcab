// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/plain_queue.h"

#include <unordered_set>

namespace chevet::bench {
namespace {

constexpr auto selectOpen =
    "SELECT c.id, c.state, c.priority, c.received, c.due, c.resident, r.family_name, r.given_name, "
    "r.birth_date,"
    " r.provisional, c.home, h.name, r.room, c.phone, c.motives, c.decided, c.owed, c.owner, m.initials,"
    " c.attempt_at, c.attempt_outcome, c.last_word"
    " FROM case_file c JOIN resident r ON r.id = c.resident JOIN home h ON h.id = c.home"
    " LEFT JOIN member m ON m.id = c.owner WHERE c.open = 1 ORDER BY c.priority, c.due, c.id";

template<class AnyId> AnyId idIn(const Statement& row, int column)
{
    return AnyId::fromBytes(row.bytes(column)).value_or(AnyId{});
}

} // namespace

PlainQueue::PlainQueue(const std::filesystem::path& file, const InventedTeam& team,
                       const clinical::Queue& queue)
    : m_database(plainSqlite(), file)
{
    makeTables();
    m_database.run("BEGIN");
    fill(team, queue);
    m_database.run("COMMIT; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
    m_select = std::make_unique<Statement>(m_database, selectOpen);
    m_attempt = std::make_unique<Statement>(
        m_database, "UPDATE case_file SET attempt_at = ?2, attempt_outcome = 1 WHERE id = ?1");
}

void PlainQueue::makeTables()
{
    m_database.run(
        "CREATE TABLE home (id BLOB PRIMARY KEY, name TEXT, town TEXT, phone TEXT) WITHOUT ROWID;"
        "CREATE TABLE member (id BLOB PRIMARY KEY, initials TEXT) WITHOUT ROWID;"
        "CREATE TABLE resident (id BLOB PRIMARY KEY, family_name TEXT, given_name TEXT, birth_date INTEGER,"
        " provisional INTEGER, room TEXT) WITHOUT ROWID;"
        "CREATE TABLE case_file (id BLOB PRIMARY KEY, open INTEGER, state INTEGER, priority INTEGER,"
        " received INTEGER, due INTEGER, resident BLOB, home BLOB, phone TEXT, motives INTEGER, decided "
        "INTEGER,"
        " owed INTEGER, owner BLOB, attempt_at INTEGER, attempt_outcome INTEGER, last_word TEXT) WITHOUT "
        "ROWID;"
        "CREATE INDEX case_open ON case_file(priority, due, id) WHERE open = 1");
}

void PlainQueue::fill(const InventedTeam& team, const clinical::Queue& queue)
{
    Statement home(m_database, "INSERT INTO home VALUES (?1, ?2, ?3, ?4)");
    for (const auto& [id, content] : team.homes()) {
        home.bind(1, id.view()).bind(2, content.name).bind(3, content.town).bind(4, content.phone).run();
    }
    Statement member(m_database, "INSERT INTO member VALUES (?1, ?2)");
    member.bind(1, team.nurse().member.view()).bind(2, std::string_view("AD")).run();
    Statement resident(m_database, "INSERT INTO resident VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    for (const auto& [id, content] : team.residents()) {
        resident.bind(1, id.view()).bind(2, content.familyName).bind(3, content.givenName);
        resident.bind(4, std::int64_t{content.birthDate->packed()})
            .bind(5, std::int64_t{0})
            .bind(6, content.room);
        resident.run();
    }
    Statement insert(m_database,
                     "INSERT INTO case_file VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12,"
                     " ?13, ?14, ?15, ?16)");
    const auto put = [&](const clinical::QueueRow& row, bool open) {
        insert.bind(1, row.id.view())
            .bind(2, std::int64_t{open})
            .bind(3, static_cast<std::int64_t>(row.state));
        insert.bind(4, static_cast<std::int64_t>(row.priority)).bind(5, row.receivedAt.millis);
        insert.bind(6, row.due.millis).bind(7, row.resident.view()).bind(8, row.home.view());
        insert.bind(9, row.callbackPhone).bind(10, static_cast<std::int64_t>(row.motives.bits()));
        insert.bind(11,
                    static_cast<std::int64_t>(row.decided.value_or(clinical::Modality::Teleconsultation)));
        insert.bind(12, static_cast<std::int64_t>(row.owed.bits()));
        insert.bind(13, row.owner.value_or(team.nurse().member).view());
        insert.bind(14, row.lastAttempt ? row.lastAttempt->at.millis : 0).bind(15, std::int64_t{1});
        insert.bind(16, row.lastWord).run();
    };
    std::unordered_set<CaseId> open;
    for (const auto& row : queue.rows) {
        put(row, true);
        open.insert(row.id);
    }
    auto closed = queue.rows.empty() ? clinical::QueueRow{} : queue.rows.front();
    std::size_t number = 0;
    for (const auto& id : team.cases()) {
        closed.id = id;
        closed.resident = team.residents()[number % team.residents().size()].first;
        closed.home = team.homes()[number % team.homes().size()].first;
        ++number;
        if (!open.contains(id)) {
            put(closed, false);
        }
    }
}

std::vector<clinical::QueueRow> PlainQueue::rows()
{
    std::vector<clinical::QueueRow> rows;
    while (m_select->row()) {
        const auto& from = *m_select;
        auto& row = rows.emplace_back();
        row.id = idIn<CaseId>(from, 0);
        row.state = static_cast<clinical::CaseState>(from.number(1));
        row.priority = static_cast<clinical::Priority>(from.number(2));
        row.receivedAt = {from.number(3)};
        row.due = {from.number(4)};
        row.resident = idIn<ResidentId>(from, 5);
        row.familyName = from.text(6);
        row.givenName = from.text(7);
        row.birthDate = Date::fromPacked(static_cast<std::uint64_t>(from.number(8)));
        row.provisional = from.number(9) != 0;
        row.home = idIn<HomeId>(from, 10);
        row.homeName = from.text(11);
        row.room = from.text(12);
        row.callbackPhone = from.text(13);
        row.motives = clinical::MotiveSet::ofBits(static_cast<std::uint64_t>(from.number(14)));
        row.decided = static_cast<clinical::Modality>(from.number(15));
        row.owed = clinical::OwedSet::ofBits(static_cast<std::uint64_t>(from.number(16)));
        if (!from.isNull(17)) {
            row.owner = idIn<MemberId>(from, 17);
            row.ownerInitials = from.text(18);
        }
        row.lastAttempt = clinical::LastAttempt{
            {from.number(19)}, static_cast<clinical::AttemptOutcome>(from.number(20)), {}, {}};
        row.lastWord = from.text(21);
    }
    return rows;
}

void PlainQueue::attempt(const CaseId& id, Instant at)
{
    m_attempt->bind(1, id.view()).bind(2, at.millis).run();
}

} // namespace chevet::bench
