// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The queue as a plain SQLite file on disk would answer it: the same cases, residents and homes, an index on
// the open ones, one prepared statement, the same values as result. What the read model in memory is compared
// with.
#pragma once

#include "clinical/views.h"

#include <memory>
#include <vector>

#include "bench/invented_team.h"
#include "bench/sqlite_side_by_side.h"

namespace chevet::bench {

class PlainQueue
{
public:
    /// Closed cases from the team, open ones as `queue` says. Of no use as a record: it holds what a queue
    /// shows.
    PlainQueue(const std::filesystem::path& file, const InventedTeam& team, const clinical::Queue& queue);

    /// Sorted by priority, due time and id.
    std::vector<clinical::QueueRow> rows();
    /// A change like the one that makes the other side look again.
    void attempt(const CaseId& id, Instant at);

private:
    void makeTables();
    void fill(const InventedTeam& team, const clinical::Queue& queue);

    Database m_database;
    std::unique_ptr<Statement> m_select;
    std::unique_ptr<Statement> m_attempt;
};

} // namespace chevet::bench
