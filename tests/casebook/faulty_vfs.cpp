// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/faulty_vfs.h"

#include <sqlite3.h>

#include <mutex>
#include <new>

namespace chevet::test {
namespace {

/// The store of a desk works on a thread of its own.
std::mutex planMutex;

struct Plan
{
    int at = 0;
    int code = SQLITE_OK;
    Lasts lasts = Lasts::Once;
    int calls = 0;
    bool failed = false;
} plan;

/// SQLITE_OK, or what this call is to fail with.
int next()
{
    const std::lock_guard lock(planMutex);
    ++plan.calls;
    const bool over = (plan.lasts == Lasts::Once && plan.failed) ||
                      (plan.lasts == Lasts::Twice && plan.calls >= plan.at + 2);
    if (plan.at == 0 || plan.calls < plan.at || over) {
        return SQLITE_OK;
    }
    plan.failed = true;
    return plan.code;
}

sqlite3_vfs* realVfs = nullptr;

struct File
{
    sqlite3_file base;
    sqlite3_file* real; ///< lies behind this struct
};

sqlite3_file* real(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file)->real;
}

int closeFile(sqlite3_file* file)
{
    return real(file)->pMethods->xClose(real(file));
}

int readFile(sqlite3_file* file, void* into, int size, sqlite3_int64 at)
{
    return real(file)->pMethods->xRead(real(file), into, size, at);
}

int writeFile(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    const int fault = next();
    if (fault == SQLITE_OK) {
        return real(file)->pMethods->xWrite(real(file), from, size, at);
    }
    if (size > 512) { // what a failing disk may leave behind: a part
        real(file)->pMethods->xWrite(real(file), from, 512, at);
    }
    return fault;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    const int fault = next();
    return fault == SQLITE_OK ? real(file)->pMethods->xTruncate(real(file), size) : SQLITE_IOERR_TRUNCATE;
}

int syncFile(sqlite3_file* file, int flags)
{
    const int fault = next();
    return fault == SQLITE_OK ? real(file)->pMethods->xSync(real(file), flags) : SQLITE_IOERR_FSYNC;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xLock(real(file), level);
}

int unlockFile(sqlite3_file* file, int level)
{
    return real(file)->pMethods->xUnlock(real(file), level);
}

int checkReserved(sqlite3_file* file, int* out)
{
    return real(file)->pMethods->xCheckReservedLock(real(file), out);
}

int controlFile(sqlite3_file* file, int what, void* argument)
{
    return real(file)->pMethods->xFileControl(real(file), what, argument);
}

int sectorSize(sqlite3_file* file)
{
    return real(file)->pMethods->xSectorSize(real(file));
}

int characteristics(sqlite3_file* file)
{
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** at)
{
    return real(file)->pMethods->xShmMap(real(file), page, size, extend, at);
}

int shmLock(sqlite3_file* file, int offset, int n, int flags)
{
    return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
}

void shmBarrier(sqlite3_file* file)
{
    real(file)->pMethods->xShmBarrier(real(file));
}

int shmUnmap(sqlite3_file* file, int remove)
{
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

const sqlite3_io_methods methods = [] {
    sqlite3_io_methods made = {};
    made.iVersion = 2;
    made.xClose = &closeFile;
    made.xRead = &readFile;
    made.xWrite = &writeFile;
    made.xTruncate = &truncateFile;
    made.xSync = &syncFile;
    made.xFileSize = &fileSize;
    made.xLock = &lockFile;
    made.xUnlock = &unlockFile;
    made.xCheckReservedLock = &checkReserved;
    made.xFileControl = &controlFile;
    made.xSectorSize = &sectorSize;
    made.xDeviceCharacteristics = &characteristics;
    made.xShmMap = &shmMap;
    made.xShmLock = &shmLock;
    made.xShmBarrier = &shmBarrier;
    made.xShmUnmap = &shmUnmap;
    return made;
}();

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out)
{
    auto* mine = new (file) File{{nullptr}, nullptr};
    mine->real = reinterpret_cast<sqlite3_file*>(mine + 1);
    const int code = realVfs->xOpen(realVfs, name, mine->real, flags, out);
    mine->base.pMethods = mine->real->pMethods != nullptr ? &methods : nullptr;
    return code;
}

sqlite3_vfs faulty;

} // namespace

FaultyVfs::FaultyVfs()
{
    realVfs = sqlite3_vfs_find(nullptr);
    faulty = *realVfs;
    faulty.zName = "chevet-faulty";
    faulty.szOsFile = static_cast<int>(sizeof(File)) + realVfs->szOsFile;
    faulty.xOpen = &openFile;
    sqlite3_vfs_register(&faulty, 1);
    heal();
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_register(realVfs, 1);
    sqlite3_vfs_unregister(&faulty);
}

void FaultyVfs::failAt(int n, int code, Lasts lasts)
{
    const std::lock_guard lock(planMutex);
    plan = {n, code, lasts, 0, false};
}

void FaultyVfs::heal()
{
    const std::lock_guard lock(planMutex);
    plan = {};
}

bool FaultyVfs::hasFailed() const
{
    const std::lock_guard lock(planMutex);
    return plan.failed;
}

int FaultyVfs::calls() const
{
    const std::lock_guard lock(planMutex);
    return plan.calls;
}

} // namespace chevet::test
