// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An SQLite file system that passes everything on to the real one and fails when told to: at the n-th write
// or sync, once or from then on. Registered as the default one as long as the object lives; one at a time.
// Any thread.
#pragma once

namespace chevet::test {

enum class Lasts
{
    Once,
    Twice,
    FromThenOn
};

class FaultyVfs
{
public:
    FaultyVfs();
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs&) = delete;
    FaultyVfs& operator=(const FaultyVfs&) = delete;

    /// The n-th write or sync from now on (1: the next) gives `code`, an SQLite result.
    void failAt(int n, int code, Lasts lasts);
    void heal();
    /// True if a failure was given since failAt.
    bool hasFailed() const;
    /// Writes and syncs since failAt or heal.
    int calls() const;
};

} // namespace chevet::test
