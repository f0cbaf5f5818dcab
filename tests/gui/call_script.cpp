// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/call_script.h"

#include "clinical/facts.h"
#include "screens/intake_pane.h"
#include "support/catch.h"

#include <QSignalSpy>

namespace chevet::test {
namespace {

const QString questionPrefix = QStringLiteral("question_");
constexpr int questionsAtMost = 15;

void answer(DeskWindow& desk, const Call& call)
{
    const auto name = desk.focusName().mid(questionPrefix.size());
    const auto fact = clinical::factFromName(name.toStdString());
    REQUIRE(fact);
    const auto& described = clinical::describe(*fact);
    if (call.yes.contains(name)) {
        desk.type(QStringLiteral("y"));
    } else if (described.type == clinical::FactType::YesNo) {
        desk.type(QStringLiteral("n"));
    } else if (*fact == clinical::Fact::Severity) {
        desk.type(call.severity);
    } else if (described.type == clinical::FactType::Word) {
        desk.type(QStringLiteral("1"));
    } else {
        desk.press(Qt::Key_Return); // texts and hours stay unknown
    }
}

void addResident(DeskWindow& desk, const Call& call)
{
    desk.untilFocus(QStringLiteral("familyNameEdit"));
    desk.press(Qt::CTRL | Qt::Key_A);
    desk.type(call.newFamily);
    desk.press(Qt::Key_Return);
    desk.type(call.newGiven);
    desk.press(Qt::CTRL | Qt::Key_Return);
}

} // namespace

Call firstCall()
{
    Call call;
    call.home = QStringLiteral("Les Tilleuls");
    call.newHome = call.home;
    call.identity = QStringLiteral("12031934dup");
    call.newFamily = QStringLiteral("DUPONT");
    call.newGiven = QStringLiteral("Jeanne");
    return call;
}

void typeCallFromResident(DeskWindow& desk, const Call& call)
{
    desk.untilFocus(QStringLiteral("residentEdit"));
    desk.type(call.identity);
    desk.press(Qt::Key_Return);
    if (!call.newFamily.isEmpty()) {
        addResident(desk, call);
    }
    desk.until("the resident is taken", [&desk] {
        return desk.focusName() == QLatin1String("motiveBoard") ||
               desk.focusName() == QLatin1String("joinQuestion");
    });
    if (desk.focusName() == QLatin1String("joinQuestion")) {
        desk.type(call.join);
        desk.untilFocus(QStringLiteral("motiveBoard"));
    }
    desk.type(call.motives);
    desk.press(Qt::Key_Return);
    for (int i = 0; i < questionsAtMost && desk.focusName().startsWith(questionPrefix); ++i) {
        answer(desk, call);
    }
    desk.untilFocus(QStringLiteral("wordsEdit"));
    desk.type(call.words);
}

void typeCall(DeskWindow& desk, const Call& call)
{
    desk.press(Qt::Key_F2);
    desk.untilFocus(QStringLiteral("homeEdit"));
    desk.type(call.home);
    desk.press(Qt::Key_Return);
    if (!call.newHome.isEmpty()) {
        desk.untilFocus(QStringLiteral("townEdit"));
        desk.type(QStringLiteral("Brest"));
        desk.press(Qt::CTRL | Qt::Key_Return);
    }
    desk.untilFocus(QStringLiteral("callerEdit"));
    desk.type(QStringLiteral("Marie"));
    desk.press(Qt::Key_Return);
    desk.press(Qt::Key_Return);
    typeCallFromResident(desk, call);
}

CaseId decideCall(DeskWindow& desk, const Call& call)
{
    auto* pane = desk.find<screens::IntakePane>(QStringLiteral("IntakePane"));
    REQUIRE(pane != nullptr);
    QSignalSpy decided(pane, &screens::IntakePane::decided);
    if (call.decideBy != Qt::Key_unknown) {
        desk.press(call.decideBy);
        desk.until("a reason is asked for", [&desk] {
            return desk.focusName() == QLatin1String("overrideReason") ||
                   desk.focusName() == QLatin1String("overridePriority");
        });
        if (desk.focusName() == QLatin1String("overridePriority")) {
            desk.type(QStringLiteral("1")); // the modality was proposed: only the priority is raised
            desk.press(Qt::Key_Return);
        }
        desk.type(call.reason);
    }
    desk.press(Qt::CTRL | Qt::Key_Return);
    desk.until("the call is decided", [&decided] { return decided.count() == 1; });
    desk.untilFocus(QStringLiteral("queueTable"));
    return decided[0][0].value<CaseId>();
}

} // namespace chevet::test
