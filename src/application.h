// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The desk as a program: makes the objects, in the order in which they need each other, and lets them go the
// other way round (screens, then the store).
#pragma once

#include "sealing/process_hardening.h"
#include "workflow/workplace.h"

#include <filesystem>
#include <optional>

namespace chevet {

/// The folders of this user and the rules from the program's resources. Needs an application object.
workflow::Workplace makeWorkplace(const std::optional<std::filesystem::path>& vault);

struct DeskStart
{
    std::optional<std::filesystem::path> vault; ///< absent: the user's own
    std::filesystem::path servers;              ///< of video calls; empty: those kept in the vault
    sealing::Hardening hardening = sealing::Hardening::Complete;
};

/// Opens the desk and returns when its window has been closed: the program's exit code.
int runDesk(int argc, char** argv, const DeskStart& start);

} // namespace chevet
