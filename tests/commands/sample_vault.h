// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A sample team made by the program, asked through the program, and opened for writing as a desk would.
#pragma once

#include "casebook/casebook.h"
#include "commands/chevet_program.h"
#include "sealing/keyring.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace chevet::test {

inline constexpr auto samplePassphrase = "ceci est une equipe inventee pour essayer";

struct Sample
{
    Sample()
    {
        const auto run = runChevet({"sample", "--vault", vault, "--seed", "4"});
        INFO(run.err);
        REQUIRE(run.code == 0);
        CHECK(run.out.find(samplePassphrase) != std::string::npos);
    }

    ProgramRun ask(std::vector<std::string> words, const ProgramInput& input = {}) const
    {
        words.insert(words.end(), {"--vault", vault});
        return runChevet(words, input);
    }

    TemporaryFolder folder;
    std::string vault = (folder / "sample").string();
};

/// As the desk's store does; the keys are those of the sample.
inline std::unique_ptr<casebook::Casebook> openForWriting(const Sample& sample, const Clock& clock)
{
    const auto text = readFile(sample.vault + "/vault.cbor");
    const auto about = sealing::describeVault(viewOf(text));
    REQUIRE(about);
    const auto key =
        sealing::UnlockKey::derive(viewOf(std::string_view(samplePassphrase)), about->salt, about->scrypt);
    REQUIRE(key);
    auto keyring = sealing::Keyring::unlock(viewOf(text), *key);
    REQUIRE(keyring);
    auto writer =
        casebook::Casebook::open(sample.vault, std::move(*keyring), casebook::Access::ReadWrite, clock);
    REQUIRE(writer);
    return std::move(*writer);
}

} // namespace chevet::test
