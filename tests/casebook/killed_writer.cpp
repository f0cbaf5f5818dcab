// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The process that kill_fault_test kills: appends without end to the vault given, and says on standard output
// what the store has called saved. With "snapshot" it writes a snapshot after each append too.
#include "casebook/casebook.h"
#include "sealing/test_unlock.h"

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <unistd.h>

using namespace chevet;

namespace {

void acknowledge(const std::string& line)
{
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        std::_Exit(4);
    }
}

int run(const std::filesystem::path& folder, const CaseId& about, bool snapshots)
{
    std::ifstream file(folder / "vault.cbor", std::ios::binary);
    const Bytes content{std::istreambuf_iterator<char>(file), {}};
    auto keyring = sealing::Keyring::unlock(content, sealing::testing::testUnlockKey());
    if (!keyring) {
        return 2;
    }
    const SystemClock clock;
    auto opened = casebook::Casebook::open(folder, std::move(*keyring), casebook::Access::ReadWrite, clock);
    if (!opened || !(*opened)->openingReport().damages.empty()) {
        return 3;
    }
    auto& store = **opened;
    const casebook::Author author{store.members().at(0).id, store.members().at(0).role};
    for (int i = 0;; ++i) {
        const std::array events{
            casebook::NewEvent{clinical::NoteAdded{about, "note " + std::to_string(i)}, {}}};
        const auto appended = store.append(events, author);
        if (!appended) {
            return 4;
        }
        acknowledge(appended->ids[0].hex() + "\n");
        if (snapshots && !store.saveSnapshot()) {
            return 5;
        }
    }
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 4) {
        return 1;
    }
    const auto about = CaseId::fromHexText(arguments[2]);
    return about ? run(arguments[1], *about, std::string_view(arguments[3]) == "snapshot") : 1;
}
