// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the process asks of the system before it holds a key. `main` calls it first of all.
#pragma once

namespace chevet::sealing {

enum class Hardening
{
    Complete,
    Partial ///< the system refused something: worth a line in the log, no reason not to start
};

/// No core dump, by limit and by flag (which also keeps other processes of the same user from reading this
/// one's memory), and as much lockable memory as the system allows. A build with the address sanitizer stays
/// readable: its leak check attaches to the process from outside.
Hardening hardenProcess();

} // namespace chevet::sealing
