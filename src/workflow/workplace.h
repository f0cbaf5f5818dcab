// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program gives to every task: clock, ids, rules and folders. Made once by the application.
#pragma once

#include "foundation/clock.h"
#include "foundation/ids.h"

#include <QString>

#include <filesystem>
#include <memory>
#include <string>

namespace chevet::workflow {

class CallStarter;

struct Workplace
{
    std::shared_ptr<const Clock> clock;
    std::shared_ptr<IdSource> ids;
    std::string rulesText;                 ///< content of resources/triage/rules.toml
    std::string rulesPlace = "rules.toml"; ///< named in error sentences
    std::string propertiesText;            ///< content of resources/triage/properties.toml
    QString proverProgram;                 ///< of chevet-prover; empty: overlays stay drafts
    std::filesystem::path defaultVault;    ///< ~/.local/share/chevet/team
    std::filesystem::path sampleVault;     ///< ~/.local/share/chevet/sample
    std::filesystem::path callServersFile; ///< instead of the servers kept in the vault; empty: those
    std::shared_ptr<CallStarter> calls;    ///< null: this machine's camera and microphone
    std::filesystem::path settingsFile;    ///< window geometry, theme, language: nothing else stands in clear
};

} // namespace chevet::workflow
