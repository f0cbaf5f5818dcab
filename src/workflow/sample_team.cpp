// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample_team.h"

#include "casebook/casebook.h"
#include "sealing/keyring.h"

namespace chevet::workflow {

std::string_view samplePassphrase()
{
    return "chevet exemple chevet exemple";
}

Result<void> makeSampleTeam(const std::filesystem::path& folder, const SampleParameters& parameters,
                            const SampleProgress& progress)
{
    SeededIds ids(parameters.seed);
    sealing::Founding founding;
    founding.team = ids.make<TeamId>();
    founding.device = ids.make<DeviceId>();
    founding.sample = true;
    founding.scrypt.n = std::uint64_t{1} << 15; // the least allowed: there is nothing to protect
    founding.salt = sealing::Keyring::newSalt();
    const auto key = sealing::UnlockKey::derive(viewOf(samplePassphrase()), founding.salt, founding.scrypt);
    if (!key) {
        return failAs(key);
    }
    auto vault = sealing::Keyring::found(founding, *key);
    if (!vault) {
        return failAs(vault);
    }
    const FixedClock clock(parameters.now, parameters.offsetMinutes);
    const clinical::MemberAdded founder{ids.make<MemberId>(), "Anne Sample", clinical::Role::Nurse};
    const auto casebook =
        casebook::Casebook::found(folder, std::move(*vault), "Sample team", founder, clock, ids);
    if (!casebook) {
        return failAs(casebook);
    }
    if (progress) {
        progress(100);
    }
    return {};
}

} // namespace chevet::workflow
