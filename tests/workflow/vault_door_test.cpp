// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The door as the screens use it: through the passphrase, key derivation included.
#include "sealing/later_vault.h"
#include "support/catch.h"
#include "workflow/desk.h"
#include "workflow/open_desk.h"
#include "workflow/queue_model.h"
#include "workflow/speaking.h"
#include "workflow/vault_door.h"

#include <fstream>
#include <iterator>

using namespace chevet;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

const QString passphrase = QStringLiteral("lampe rivage tuile mouton sapin bateau été");

struct OpenDoor
{
    explicit OpenDoor(const Workplace& workplace) : door(workplace)
    {
        QObject::connect(&door, &VaultDoor::opened, &context, [this](const auto& answer) { desk = answer; });
        QObject::connect(&door, &VaultDoor::refused, &context,
                         [this](const Sentence& why) { refusal = why; });
        QObject::connect(&door, &VaultDoor::progressed, &context,
                         [this](const QString&, int percent) { last = percent; });
    }

    bool wait()
    {
        const bool isDone =
            QTest::qWaitFor([this] { return !door.isBusy() && (desk || !refusal.what.isEmpty()); }, 60'000);
        return isDone;
    }

    std::shared_ptr<Desk> unlock(const std::filesystem::path& folder, const QString& with)
    {
        desk.reset();
        refusal = {};
        door.unlock(folder, with);
        REQUIRE(wait());
        return desk;
    }

    VaultDoor door;
    std::shared_ptr<Desk> desk;
    Sentence refusal;
    int last = -1;
    QObject context;
};

FoundingForm form()
{
    FoundingForm filled;
    filled.teamName = QStringLiteral(" EMSP  Nord ");
    filled.memberName = QStringLiteral("Anne Le Goff");
    filled.passphrase = passphrase;
    filled.passphraseAgain = passphrase;
    return filled;
}

struct Fixture
{
    test::TemporaryFolder folder;
    std::shared_ptr<StoppedClock> clock = std::make_shared<StoppedClock>(morning);
    Workplace workplace = testWorkplace(folder / "vault", clock);
};

bool isSame(const Sentence& sentence, ErrorCode code)
{
    return sentence.what == sentenceFor({code, {}, 0}).what;
}

} // namespace

TEST_CASE("a team is founded, locked, refused to a wrong passphrase and opened by the right one")
{
    Fixture at;
    const auto vault = at.folder / "vault";
    CHECK(VaultDoor::lookAt(vault) == VaultKind::None);
    OpenDoor door(at.workplace);
    door.door.found(vault, form());
    CHECK(door.door.isBusy());
    REQUIRE(door.wait());
    REQUIRE(door.desk != nullptr);
    CHECK(door.desk->teamName() == QStringLiteral("EMSP Nord"));
    CHECK(door.desk->member().name == "Anne Le Goff");
    CHECK_FALSE(door.desk->isSample());
    CHECK(door.desk->openingReport().empty());
    CHECK(VaultDoor::lookAt(vault) == VaultKind::Team);

    // A second one beside the open desk is told so, and writes nothing.
    OpenDoor second(at.workplace);
    CHECK(second.unlock(vault, passphrase) == nullptr);
    CHECK(isSame(second.refusal, ErrorCode::VaultInUse));
    second.desk.reset();
    second.refusal = {};
    second.door.found(vault, form());
    REQUIRE(second.wait());
    CHECK(isSame(second.refusal, ErrorCode::VaultExists));

    door.desk.reset();
    CHECK(door.unlock(vault, QStringLiteral("falsch")) == nullptr);
    CHECK(isSame(door.refusal, ErrorCode::WrongPassphrase));
    CHECK_FALSE(door.refusal.todo.isEmpty());
    // The same passphrase with its accent typed as a mark of its own.
    const auto apart = passphrase.normalized(QString::NormalizationForm_D);
    REQUIRE(apart != passphrase);
    REQUIRE(door.unlock(vault, apart) != nullptr);
    CHECK(door.desk->member().name == "Anne Le Goff");
}

TEST_CASE("what is no vault is refused with a sentence and left as it is")
{
    Fixture at;
    OpenDoor door(at.workplace);
    CHECK(door.unlock(at.folder / "nothing", passphrase) == nullptr);
    CHECK(isSame(door.refusal, ErrorCode::VaultMissing));
    CHECK_FALSE(std::filesystem::exists(at.folder / "nothing"));
    const auto broken = at.folder / "broken";
    std::filesystem::create_directory(broken);
    std::ofstream(broken / "vault.cbor") << "not a vault";
    CHECK(VaultDoor::lookAt(broken) == VaultKind::Unusable);
    CHECK(door.unlock(broken, passphrase) == nullptr);
    CHECK(isSame(door.refusal, ErrorCode::VaultDamaged));
}

TEST_CASE("a team of a newer version opens for reading and says so or is refused with what to do")
{
    using sealing::testing::Later;
    Fixture at;
    const auto vault = at.folder / "vault";
    OpenDoor door(at.workplace);
    door.door.found(vault, form());
    REQUIRE(door.wait());
    door.desk.reset();
    std::ifstream input(vault / "vault.cbor", std::ios::binary);
    const Bytes file{std::istreambuf_iterator<char>(input), {}};
    const auto about = sealing::describeVault(file);
    REQUIRE(about);
    const auto typed = passphrase.normalized(QString::NormalizationForm_KC).toStdString();
    const auto key = sealing::UnlockKey::derive(viewOf(typed), about->salt, about->scrypt);
    REQUIRE(key);
    const auto become = [&](Later what) {
        const auto later = sealing::testing::laterVaultFile(file, *key, what);
        std::ofstream(vault / "vault.cbor", std::ios::binary | std::ios::trunc) << textOf(later);
    };

    become(Later::Readable);
    CHECK(VaultDoor::lookAt(vault) == VaultKind::Newer);
    REQUIRE(door.unlock(vault, passphrase) != nullptr);
    CHECK(door.desk->isReadOnly());
    const auto report = door.desk->openingReport();
    REQUIRE(report.size() == 1);
    CHECK(report[0].what.contains(QStringLiteral("newer Chevet")));
    CHECK(report[0].todo.contains(QStringLiteral("reading only")));

    become(Later::RequiredField);
    CHECK(VaultDoor::lookAt(vault) == VaultKind::TooNew);
    CHECK(door.unlock(vault, passphrase) == nullptr);
    CHECK(door.refusal.what.contains(QStringLiteral("newer Chevet")));
    CHECK(door.refusal.todo.contains(QStringLiteral("update Chevet")));
}

TEST_CASE("rules that can't be read keep the vault shut and name the line")
{
    Fixture at;
    at.workplace.rulesText = "this is = = no TOML";
    OpenDoor door(at.workplace);
    door.door.found(at.folder / "vault", form());
    REQUIRE(door.wait());
    CHECK(door.desk == nullptr);
    CHECK(door.refusal.what.contains(QStringLiteral("rules.toml")));
    CHECK(VaultDoor::lookAt(at.folder / "vault") == VaultKind::None);
}

TEST_CASE("the sample team is made once, marked, and opens without asking")
{
    Fixture at;
    const auto sample = at.folder / "sample";
    OpenDoor door(at.workplace);
    door.door.openSample(sample);
    REQUIRE(door.wait());
    INFO(door.refusal.whole().toStdString());
    REQUIRE(door.desk != nullptr);
    CHECK(door.desk->isSample());
    CHECK(door.desk->queue()->rowCount() > 0);
    CHECK(door.last >= 0);
    CHECK(VaultDoor::lookAt(sample) == VaultKind::Sample);
    const auto rows = door.desk->queue()->rowCount();
    door.desk.reset();
    door.door.openSample(sample);
    REQUIRE(door.wait());
    CHECK(door.desk->queue()->rowCount() == rows);
}

TEST_CASE("a form with a problem never reaches the disk")
{
    Fixture at;
    OpenDoor door(at.workplace);
    auto weak = form();
    weak.passphrase = weak.passphraseAgain = QStringLiteral("kurz");
    door.door.found(at.folder / "vault", weak);
    CHECK_FALSE(door.door.isBusy());
    CHECK_FALSE(door.refusal.what.isEmpty());
    CHECK_FALSE(std::filesystem::exists(at.folder / "vault"));
}
