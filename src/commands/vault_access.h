// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a command gets at a vault: its folder, the passphrase, and the sentence when it does not open.
#pragma once

#include "commands/command.h"
#include "foundation/clock.h"
#include "workflow/reading_room.h"

#include <QString>
#include <tl/expected.hpp>

#include <filesystem>
#include <memory>

namespace chevet::commands {

/// What has to be returned by the command: the message has been printed.
using Stopped = tl::unexpected<int>;

/// The folder behind --vault; without it a complaint.
tl::expected<std::filesystem::path, int> vaultFolder(const Arguments& arguments, const char* command);

/// From CHEVET_PASSPHRASE; for a sample team its own, which is no secret; else asked for on the terminal,
/// unseen.
tl::expected<QString, int> passphraseFor(const std::filesystem::path& folder);
/// For a new vault: asked for twice. `again` is empty when it came from CHEVET_PASSPHRASE.
struct NewPassphrase
{
    QString once;
    QString again;
};
tl::expected<NewPassphrase, int> newPassphrase();

/// Opens the vault of --vault for reading. Damage found on opening is told as a remark.
tl::expected<std::unique_ptr<workflow::ReadingRoom>, int> openRoom(const Arguments& arguments,
                                                                   const char* command, const Clock& clock);

/// Why the vault can't be used and what to do, with the code for it.
int vaultComplaint(const std::filesystem::path& folder, const Error& error);

} // namespace chevet::commands
