// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A day's work about a resident with an unmistakable name: afterwards the name stands nowhere on the disk in
// clear.
#include "casebook/test_vault.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

using namespace chevet;
using namespace chevet::casebook;
using namespace chevet::clinical;
using namespace std::chrono_literals;
using test::TestVault;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view canary = "Zzcanary";

/// The name as it stands and in the forms in which something might have written it.
std::vector<std::string> forms()
{
    std::string upper(canary);
    std::string lower(canary);
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return std::toupper(c); });
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    std::vector<std::string> all{std::string(canary), upper, lower};
    for (std::size_t i = 0; i < 3; ++i) {
        std::string wide;
        for (const char c : all[i]) {
            wide += c;
            wide += '\0'; // UTF-16, little-endian; big-endian holds the same but for the first byte
        }
        all.push_back(wide.substr(0, wide.size() - 1));
    }
    return all;
}

/// Files below the folder that hold the name.
std::vector<std::string> filesWithCanary(const fs::path& folder)
{
    std::vector<std::string> found;
    std::error_code gone; // others come and go in a shared temporary folder
    for (auto at =
             fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, gone);
         at != fs::recursive_directory_iterator(); at.increment(gone)) {
        if (gone || !at->is_regular_file(gone)) {
            continue;
        }
        std::ifstream file(at->path(), std::ios::binary);
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        const auto all = forms();
        if (std::any_of(all.begin(), all.end(),
                        [&](const auto& form) { return content.find(form) != std::string::npos; })) {
            found.push_back(at->path().string());
        }
    }
    return found;
}

/// HOME, TMPDIR and the folder that SQLite would spill into are this test's own as long as the object lives.
class OwnSurroundings
{
public:
    OwnSurroundings()
    {
        for (const auto* name : {"HOME", "TMPDIR", "SQLITE_TMPDIR"}) {
            const char* before = std::getenv(name);
            m_before.emplace_back(name, before == nullptr ? "" : before);
            fs::create_directory(m_folder / name);
            ::setenv(name, (m_folder / name).c_str(), 1);
        }
    }
    OwnSurroundings(const OwnSurroundings&) = delete;
    OwnSurroundings& operator=(const OwnSurroundings&) = delete;
    ~OwnSurroundings()
    {
        for (const auto& [name, value] : m_before) {
            value.empty() ? ::unsetenv(name.c_str()) : ::setenv(name.c_str(), value.c_str(), 1);
        }
    }
    const fs::path& path() const { return m_folder.path(); }

private:
    test::TemporaryFolder m_folder;
    std::vector<std::pair<std::string, std::string>> m_before;
};

void workADay(TestVault& vault)
{
    const std::string name(canary);
    const auto home = vault.addHome("Home of " + name);
    const auto member = vault.add("Nurse " + name, Role::Nurse);
    for (int i = 0; i < 40; ++i) {
        const auto resident = vault.addResident(home, name, name + std::to_string(i));
        const auto id = vault.addCase(resident, home);
        const DraftId draft = vault.ids.make<DraftId>();
        REQUIRE(vault->saveDraft(draft, viewOf("call about " + name)));
        Facts facts;
        facts.objective = "see " + name;
        TriageReasoned reasoned;
        reasoned.id = id;
        for (auto& advice : reasoned.recommendation.modalities) {
            advice.modality = Modality::InPersonVisit;
            advice.reasons.push_back({name, "excludes", {name, name}, "000:1"});
        }
        reasoned.words = name;
        vault.write({FactsRecorded{id, facts, name + " hurts"},
                     test::decisionFor(id, Priority::P2, vault.clock.now()), reasoned,
                     NoteAdded{id, name + ' ' + std::string(2000, 'x') + name},
                     PsychosocialNoteAdded{id, name},
                     WishesRecorded{resident, HospitalWish::Stay, name, name}, RequestAssigned{id, member},
                     StateChanged{id, CaseState::InProgress, name, TransferOutcome::NotInQuestion, {}},
                     ResidentCorrected{resident, ResidentField::TreatingPhysician, "Dr " + name}});
        if (i % 2 == 0) {
            REQUIRE(vault->removeDraft(draft));
        }
        vault.clock.advance(11min);
        REQUIRE_FALSE(vault->search(canary).empty());
        REQUIRE_FALSE(vault->findResidents({}, "zzc").empty());
        (void)vault->queue();
        REQUIRE(vault->caseView(id));
    }
    REQUIRE(vault->saveSetting("last.search", viewOf(name)));
    vault.write({NoteAdded{vault->queue().rows.at(0).id, std::string(300'000, 'y') + name}});
}

} // namespace

TEST_CASE("after a day's work a resident's name stands in no file in clear")
{
    const OwnSurroundings surroundings;
    TestVault vault; // below the surroundings' temporary folder
    REQUIRE(vault.path().string().starts_with(surroundings.path().string()));
    workADay(vault);
    REQUIRE(vault->saveSnapshot());
    {
        const auto reader = vault.open(Access::ReadOnly);
        REQUIRE(reader);
        REQUIRE((*reader)->queue().rows.size() == 40);
    }
    for (const auto* name : {"journal.db", "journal.db-wal", "model.snap", "head"}) {
        INFO(name);
        REQUIRE(fs::file_size(vault / name) > 0);
    }
    CHECK(filesWithCanary(surroundings.path()).empty());
    vault.reopen();
    CHECK(vault->queue().rows.size() == 40);
    CHECK(vault->drafts()->size() == 20);
    CHECK(filesWithCanary(surroundings.path()).empty());
    CHECK(filesWithCanary("/var/tmp").empty());
    vault.close();
    CHECK(filesWithCanary(surroundings.path()).empty());
}

TEST_CASE("the look for the name finds it in each form where it was planted")
{
    const test::TemporaryFolder folder;
    CHECK(filesWithCanary(folder.path()).empty());
    for (const auto& form : forms()) {
        fs::create_directories(folder / "deep/er");
        {
            std::ofstream(folder / "deep/er/file") << std::string(5000, '.') << form << "behind";
        }
        CHECK(filesWithCanary(folder.path()).size() == 1);
        fs::remove_all(folder / "deep");
    }
}
