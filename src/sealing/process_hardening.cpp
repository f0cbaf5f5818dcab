// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/process_hardening.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace chevet::sealing {
namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool leakCheckAttaches = true;
#else
constexpr bool leakCheckAttaches = false;
#endif

bool raiseLockable()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_MEMLOCK, &limit) != 0) {
        return false;
    }
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_MEMLOCK, &limit) == 0;
}

} // namespace

Hardening hardenProcess()
{
    constexpr rlimit none{0, 0};
    const bool noCore = ::setrlimit(RLIMIT_CORE, &none) == 0;
    const bool unreadable = leakCheckAttaches || ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    const bool lockable = raiseLockable();
    return noCore && unreadable && lockable ? Hardening::Complete : Hardening::Partial;
}

} // namespace chevet::sealing
