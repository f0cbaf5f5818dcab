// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command line: everything that chevet does without opening the desk. Runs on QCoreApplication; needs no
// display.
#pragma once

#include <filesystem>
#include <optional>

namespace chevet::commands {

/// Runs the command that the arguments name and gives its exit code; nothing when they ask for the desk.
/// Makes and ends its own QCoreApplication.
std::optional<int> runCommand(int argc, char** argv);

/// What the desk was asked for: `chevet --vault DIR`.
struct DeskRequest
{
    std::optional<std::filesystem::path> vault;
    std::filesystem::path servers; ///< empty: those kept in the vault
};

/// Requires that runCommand gave nothing for the same arguments.
DeskRequest deskRequest(int argc, char** argv);

} // namespace chevet::commands
