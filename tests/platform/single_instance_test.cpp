// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/single_instance.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

#include <QProcess>
#include <QTest>

#include <csignal>
#include <memory>

using chevet::platform::LocalSingleInstance;
using chevet::workflow::SingleInstance;

namespace {

class Claimer
{
public:
    explicit Claimer(const std::filesystem::path& vault)
    {
        m_process.start(QStringLiteral(CHEVET_CLAIMER), {QString::fromStdString(vault.string())});
        REQUIRE(m_process.waitForStarted());
    }
    ~Claimer() { kill(); }

    QByteArray line()
    {
        const bool isThere = QTest::qWaitFor([this] {
            m_process.waitForReadyRead(20);
            return m_process.canReadLine();
        });
        return isThere ? m_process.readLine().trimmed() : QByteArray("nothing");
    }

    void kill()
    {
        if (m_process.state() != QProcess::NotRunning) {
            ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
            m_process.waitForFinished();
        }
    }

private:
    QProcess m_process;
};

} // namespace

TEST_CASE("a second start on the same vault raises the first and ends")
{
    const chevet::test::TemporaryFolder folder;
    Claimer first(folder / "vault");
    REQUIRE(first.line() == "first");
    Claimer second(folder / "vault");
    CHECK(second.line() == "second");
    CHECK(first.line() == "raised");
    Claimer sameByAnotherName(folder.path() / "elsewhere" / ".." / "vault");
    CHECK(sameByAnotherName.line() == "second");
    CHECK(first.line() == "raised");
}

TEST_CASE("another vault has a window of its own")
{
    const chevet::test::TemporaryFolder folder;
    Claimer first(folder / "vault");
    REQUIRE(first.line() == "first");
    Claimer other(folder / "sample");
    CHECK(other.line() == "first");
}

TEST_CASE("what a killed process leaves behind does not keep the next one out")
{
    const chevet::test::TemporaryFolder folder;
    auto killed = std::make_unique<Claimer>(folder / "vault");
    REQUIRE(killed->line() == "first");
    killed->kill();
    Claimer next(folder / "vault");
    CHECK(next.line() == "first");
    Claimer second(folder / "vault");
    CHECK(second.line() == "second");
    CHECK(next.line() == "raised");
}

TEST_CASE("claiming writes nothing into the vault's folder")
{
    const chevet::test::TemporaryFolder folder;
    Claimer first(folder / "vault");
    REQUIRE(first.line() == "first");
    CHECK(std::filesystem::is_empty(folder.path()));
}
