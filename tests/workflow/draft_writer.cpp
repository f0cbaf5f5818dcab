// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Not a test of its own: types into an intake on the vault that CHEVET_DRAFT_VAULT names, says "saved" when
// the draft is on the disk, and waits to be killed. For intake_draft_test.
#include "support/catch.h"
#include "workflow/open_desk.h"

#include <QCoreApplication>

#include <cstdio>

using namespace chevet::workflow;
using namespace chevet::workflow::testing;

TEST_CASE("types until it is killed")
{
    const auto clock = std::make_shared<StoppedClock>(morning);
    const auto desk =
        openTestDesk(testWorkplace(qEnvironmentVariable("CHEVET_DRAFT_VAULT").toStdString(), clock));
    QObject owner;
    auto* intake = desk->takeCall(&owner);
    bool isTyped = false;
    QObject::connect(intake, &Intake::draftSaved, &owner, [&isTyped] {
        if (isTyped) {
            std::puts("saved");
            std::fflush(stdout);
        }
    });
    intake->setWords(QStringLiteral("écrit par un autre processus"));
    isTyped = true;
    intake->toggleMotive(motive('U'));
    QCoreApplication::exec();
}
