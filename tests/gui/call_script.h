// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A call as a nurse types it, from F2 to the decision.
#pragma once

#include "clinical/terms.h"

#include <QStringList>

#include "gui/desk_window.h"

namespace chevet::test {

struct Call
{
    QString home = QStringLiteral("til"); ///< letters typed
    QString identity;                     ///< birth date and letters, or letters
    QString motives = QStringLiteral("p");
    QStringList yes = {}; ///< questions answered with yes, by the fact's stable name; the others with no
    QString severity = QStringLiteral("5");
    QString words = {};
    QString join = QStringLiteral("n"); ///< answer if an open request asks
    Qt::Key decideBy = Qt::Key_unknown; ///< F5 to F8 to decide otherwise
    QString reason = {};                ///< its digit
    QString newHome = {};               ///< full name, if the home is to be added
    QString newFamily = {};             ///< if the resident is to be added
    QString newGiven = {};
};

/// The first call of a team: home "Les Tilleuls" and resident DUPONT Jeanne are added with it.
Call firstCall();
/// From the resident's field on: identity, join, motives, questions, words. Ends with the keyboard in the
/// words.
void typeCallFromResident(DeskWindow& desk, const Call& call);
/// The whole call up to the words.
void typeCall(DeskWindow& desk, const Call& call);
/// Accepts or decides otherwise; waits for the queue.
CaseId decideCall(DeskWindow& desk, const Call& call);

} // namespace chevet::test
