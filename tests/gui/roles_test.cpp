// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is greyed for a role says why, and what is not greyed gives no such reason.
#include "clinical/registry.h"
#include "screens/key_chip.h"
#include "support/catch.h"
#include "workflow/sentences.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>

#include "gui/desk_window.h"
#include "gui/two_devices.h"

using namespace chevet;
using namespace chevet::test;
using clinical::Kind;
using clinical::Role;

namespace {

/// Unlocked, with the keyboard in the queue of one request.
void openAs(DeskWindow& desk, Role role)
{
    desk.closeWindow();
    foundVaultOf(role, desk.workplace().defaultVault, desk.clock());
    desk.openWindow();
    desk.untilFocus(QStringLiteral("passphraseEdit"));
    desk.type(passphrase);
    desk.press(Qt::Key_Return);
    desk.until("the vault is open",
               [&] { return desk.window().desk() != nullptr && desk.desk().queue()->rowCount() == 1; });
    desk.untilFocus(QStringLiteral("queueTable"));
    REQUIRE(desk.desk().member().role == role);
}

void openCase(DeskWindow& desk)
{
    desk.press(Qt::Key_Home);
    desk.press(Qt::Key_Return);
    desk.untilFocus(QStringLiteral("timelineView"));
    desk.until("the case is read", [&] {
        const auto* chip = desk.find<screens::KeyChip>(QStringLiteral("noteActionChip"));
        return chip != nullptr && chip->parentWidget()->isEnabled();
    });
}

/// Grey, and says why to the eye and to the screen reader; or usable, and gives no reason.
void checkSaysWhy(const QWidget& control)
{
    INFO(control.objectName().toStdString());
    if (control.isEnabled()) {
        CHECK(control.accessibleDescription().isEmpty());
    } else {
        CHECK_FALSE(control.accessibleDescription().isEmpty());
        CHECK(control.toolTip() == control.accessibleDescription());
    }
}

/// Grey for its role: the reason names the role.
void checkFollowsRole(DeskWindow& desk, const QString& name, Role role, Kind kind)
{
    const auto* chip = desk.find<screens::KeyChip>(name + QStringLiteral("Chip"));
    REQUIRE(chip != nullptr);
    INFO(name.toStdString());
    CHECK(chip->isEnabled() == clinical::mayWrite(role, kind));
    CHECK(chip->accessibleDescription().contains(workflow::word(role)) != clinical::mayWrite(role, kind));
}

void checkCase(DeskWindow& desk, Role role)
{
    openCase(desk);
    checkFollowsRole(desk, QStringLiteral("noteAction"), role, Kind::NoteAdded);
    checkFollowsRole(desk, QStringLiteral("psychosocialAction"), role, Kind::PsychosocialNoteAdded);
    checkFollowsRole(desk, QStringLiteral("triageAction"), role, Kind::TriageDecided);
    checkFollowsRole(desk, QStringLiteral("wishesAction"), role, Kind::WishesRecorded);
    checkFollowsRole(desk, QStringLiteral("assignAction"), role, Kind::RequestAssigned);
    const auto* any = desk.find<screens::KeyChip>(QStringLiteral("noteActionChip"));
    const auto chips = any->parentWidget()->findChildren<screens::KeyChip*>();
    CHECK(chips.size() > 10);
    for (const auto* chip : chips) {
        checkSaysWhy(*chip);
    }
    // Nobody has decided: the way it is answered can't change, whoever asks.
    CHECK_FALSE(desk.find<screens::KeyChip>(QStringLiteral("modeActionChip"))->isEnabled());
}

void checkSettings(DeskWindow& desk, Role role)
{
    desk.press(Qt::CTRL | Qt::Key_Comma);
    desk.untilFocus(QStringLiteral("idleMinutes"));
    const bool may = clinical::mayWrite(role, Kind::SettingChanged);
    const auto* record = desk.find<QPushButton>(QStringLiteral("recordReasonsButton"));
    REQUIRE(record != nullptr);
    CHECK(record->isEnabled() == may);
    checkSaysWhy(*record);
    CHECK(desk.textOf(QStringLiteral("reasonsNote")).isEmpty() == may);
    const auto* first = desk.find<QLineEdit>(QStringLiteral("ownReason0"));
    REQUIRE(first != nullptr);
    CHECK(first->isEnabled() == may);
    checkSaysWhy(*first);
    const auto boxes = record->parentWidget()->findChildren<QCheckBox*>();
    CHECK_FALSE(boxes.isEmpty());
    for (const auto* box : boxes) {
        CHECK(box->isEnabled() == may);
        checkSaysWhy(*box);
    }
}

void checkRules(DeskWindow& desk)
{
    desk.press(Qt::CTRL | Qt::Key_R);
    for (const auto* name :
         {"overlayExampleButton", "overlayDraftButton", "overlayForceButton", "overlayAwayButton"}) {
        const auto* button = desk.window().findChild<QPushButton*>(QString::fromLatin1(name));
        REQUIRE(button != nullptr);
        checkSaysWhy(*button);
    }
    // Nothing is adapted yet: this one is grey for every role.
    CHECK_FALSE(desk.window().findChild<QPushButton*>(QStringLiteral("overlayAwayButton"))->isEnabled());
}

void checkRole(Role role, const QString& language)
{
    DeskWindow desk(language);
    openAs(desk, role);
    checkCase(desk, role);
    checkSettings(desk, role);
    checkRules(desk);
}

} // namespace

TEST_CASE("Whatever is greyed for a nurse says why, and nothing else does")
{
    checkRole(Role::Nurse, QStringLiteral("en"));
}

TEST_CASE("Whatever is greyed for a physician says why, and nothing else does")
{
    checkRole(Role::Physician, QStringLiteral("en"));
}

TEST_CASE("Whatever is greyed for a psychologist says why, and nothing else does")
{
    checkRole(Role::Psychologist, QStringLiteral("en"));
}

TEST_CASE("Whatever is greyed for a coordinator says why, in French as well, and nothing else does")
{
    checkRole(Role::Coordinator, QStringLiteral("en"));
    checkRole(Role::Coordinator, QStringLiteral("fr"));
}
