// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A network of the test's own: neither webrtcbin nor a browser gathers candidates on the loopback interface,
// so two addresses on a veth pair stand in for desk and bedside. Nothing of the machine's network can be
// reached from it.
#pragma once

namespace chevet::test {

/// Moves this process (its later threads as well) into a new network namespace with the addresses 10.77.1.1
/// and 10.77.1.2, once; throws if that can't be done. To be called first thing in a test, before there are
/// other threads.
void enterOwnNetwork();

} // namespace chevet::test
