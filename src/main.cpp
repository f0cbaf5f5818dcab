// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the program begins: a command, or the desk.
#include "commands/commands.h"
#include "sealing/process_hardening.h"

#include "application.h"

int main(int argc, char** argv)
{
    const auto hardening = chevet::sealing::hardenProcess(); // before anything that may hold a secret
    if (const auto code = chevet::commands::runCommand(argc, argv)) {
        return *code;
    }
    const auto request = chevet::commands::deskRequest(argc, argv);
    return chevet::runDesk(argc, argv, {request.vault, request.servers, hardening});
}
