// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the program begins: a command, or the desk.
#include "commands/commands.h"

int main(int argc, char** argv)
{
    return chevet::commands::runCommand(argc, argv).value_or(0);
}
