// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/process_hardening.h"
#include "support/catch.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace chevet::sealing;

TEST_CASE("a hardened process leaves no core dump and can't be read by its neighbours")
{
    // In a child: the flags stay for the life of a process.
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        int faults = hardenProcess() == Hardening::Complete ? 0 : 1;
        rlimit core{};
        faults += ::getrlimit(RLIMIT_CORE, &core) == 0 && core.rlim_cur == 0 && core.rlim_max == 0 ? 0 : 2;
#if !defined(__SANITIZE_ADDRESS__)
        faults += ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : 4;
#endif
        ::_exit(faults);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
