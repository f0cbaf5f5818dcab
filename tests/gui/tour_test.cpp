// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/tour.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "workflow/prover.h"

#include <QFile>
#include <QImage>
#include <QSignalSpy>

#include <cstdlib>

using namespace chevet;

namespace {

workflow::Workplace workplaceIn(const std::filesystem::path& folder)
{
    workflow::Workplace workplace;
    workplace.clock = std::make_shared<SystemClock>();
    workplace.ids = std::make_shared<SystemIds>();
    const auto shipped = [](const char* name) {
        QFile file(QStringLiteral(CHEVET_SOURCE_DIR "/resources/triage/") + QLatin1String(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll().toStdString();
    };
    workplace.rulesText = shipped("rules.toml");
    workplace.propertiesText = shipped("properties.toml");
    workplace.proverProgram = workflow::installedProver();
    workplace.defaultVault = folder / "team";
    workplace.sampleVault = folder / "sample";
    workplace.settingsFile = folder / "chevet.conf";
    return workplace;
}

} // namespace

TEST_CASE("The tour drives the real screens and leaves a picture of each")
{
    const test::TemporaryFolder folder;
    // Set it to look at the pictures.
    const char* wanted = std::getenv("CHEVET_TOUR");
    const std::filesystem::path pictures = wanted != nullptr ? wanted : folder / "pictures";
    std::filesystem::create_directories(pictures);
    screens::Tour tour(workplaceIn(folder.path()), pictures);
    QSignalSpy finished(&tour, &screens::Tour::finished);
    tour.start();
    REQUIRE(finished.wait(300'000));
    CHECK(finished[0][0].toString() == QString());
    CHECK(tour.pictures().size() >= 20);
    for (const auto& name : tour.pictures()) {
        INFO(name.toStdString());
        const QImage picture(QString::fromStdString((pictures / name.toStdString()).string()));
        CHECK(picture.width() >= 1024);
        CHECK(picture.height() >= 576);
    }
}

TEST_CASE("A tour whose pictures can't be written ends with a sentence")
{
    const test::TemporaryFolder folder;
    screens::Tour tour(workplaceIn(folder.path()), folder / "nowhere/at/all");
    QSignalSpy finished(&tour, &screens::Tour::finished);
    tour.start();
    REQUIRE(finished.wait(60'000));
    CHECK_FALSE(finished[0][0].toString().isEmpty());
    CHECK(tour.pictures().isEmpty());
}
