// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"

#include <algorithm>
#include <map>

#include "gui/call_script.h"

using namespace chevet;
using namespace chevet::test;
using clinical::Modality;

namespace {

struct Scripted
{
    const char* what;
    Call call;
    bool counted = true; ///< home and resident exist
};

Call known(const QString& identity, const QString& motives)
{
    Call call;
    call.identity = identity;
    call.motives = motives;
    return call;
}

Call overridden(Call call, Qt::Key key, const QString& reason)
{
    call.decideBy = key;
    call.reason = reason;
    return call;
}

Call with(Call call, const QStringList& yes, const QString& severity, const QString& words = {})
{
    call.yes = yes;
    call.severity = severity;
    call.words = words;
    return call;
}

Call atNewHome(const QString& name, const QString& identity, const QString& family, const QString& given)
{
    Call call = known(identity, QStringLiteral("p"));
    call.home = name;
    call.newHome = name;
    call.newFamily = family;
    call.newGiven = given;
    return call;
}

Call newResident(Call call, const QString& family, const QString& given)
{
    call.newFamily = family;
    call.newGiven = given;
    return call;
}

Call joining(Call call)
{
    call.join = QStringLiteral("j");
    return call;
}

const QString dupont = QStringLiteral("12031934dup");
const QString legall = QStringLiteral("05111940leg");
const QString moreau = QStringLiteral("&çàé&ç\"(mor"); // 19 02 1935 on the unshifted row of a French keyboard
const QStringList none;

std::vector<Scripted> twentyCalls()
{
    const auto q = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {"new home, new resident", atNewHome(q("Les Tilleuls"), dupont, q("DUPONT"), q("Jeanne")), false},
        {"known home, new resident", newResident(known(legall, q("b")), q("LE GALL"), q("Yves")), false},
        {"new resident by French digits",
         newResident(with(known(moreau, q("a")), none, q("6")), q("MOREAU"), q("Anne")), false},
        {"provisional, by a name alone", newResident(known(q("bihan"), q("?")), q("BIHAN"), q("Paul")),
         false},
        {"dying", with(known(legall, q("p")), {q("dying")}, q("8"), q("Breathes with pauses."))},
        {"acute", with(known(moreau, q("u")), none, q("9"))},
        {"pain, severe", with(known(dupont, q("p")), none, q("X"), q("Cries out."))},
        {"pain, light, must be seen", with(known(dupont, q("p")), {q("must_be_seen")}, q("2"))},
        {"joined to the open request", joining(with(known(dupont, q("pn")), none, q("7")))},
        {"psychological distress", known(legall, q("y"))},
        {"family conflict", known(legall, q("f"))},
        {"ethical question with pain", with(known(moreau, q("ep")), none, q("4"))},
        {"unclear", known(moreau, q("?"))},
        {"wound with documents", with(known(legall, q("w")), {q("documents")}, q("3"))},
        {"overridden upward to a visit",
         overridden(with(known(dupont, q("n")), none, q("2")), Qt::Key_F5, q("5"))},
        {"overridden downward to a call", overridden(known(legall, q("y")), Qt::Key_F7, q("4"))},
        {"overridden to a written answer",
         overridden(with(known(moreau, q("o")), none, q("1")), Qt::Key_F8, q("&"))},
        {"needs the team's hands", with(known(q("bihan"), q("h")), {q("needs_examination")}, q("7"))},
        {"two symptoms, by French digits", with(known(dupont, q("pb")), none, q("è"))},
        {"medication and pump", with(known(legall, q("m")), none, q("5"), q("Pump alarms since noon."))},
    };
}

} // namespace

TEST_CASE("Twenty calls by keyboard alone on a new team are in the journal, in at most sixty keys")
{
    DeskWindow desk;
    desk.foundTeam();
    desk.untilFocus(QStringLiteral("filterChip0"));
    std::map<std::string, CaseId> decided;
    std::vector<int> keys;
    const auto calls = twentyCalls();
    REQUIRE(calls.size() == 20);
    for (const auto& [what, call, counted] : calls) {
        INFO(what);
        desk.countAnew();
        typeCall(desk, call);
        decided[what] = decideCall(desk, call);
        if (counted) {
            keys.push_back(desk.keys());
        }
    }
    std::sort(keys.begin(), keys.end());
    INFO("keys: from " << keys.front() << " to " << keys.back());
    CHECK(keys[keys.size() / 2] <= 60);

    const auto casebook = desk.closeAndOpenCasebook();
    CHECK(casebook->openingReport().damages.empty());
    for (const auto& [what, call, counted] : calls) {
        INFO(what);
        const auto view = casebook->caseView(decided[what]);
        REQUIRE(view);
        REQUIRE(view->row.decided);
        REQUIRE(view->reasoned);
        CHECK(view->reasoned->decided == view->row.decided);
        if (call.decideBy == Qt::Key_unknown && call.join != QLatin1String("j")) {
            CHECK(view->reasoned->decided == view->reasoned->recommendation.first);
            CHECK(view->reasoned->overrideReason == clinical::OverrideReason::None);
        }
    }
    const auto of = [&](const char* what) { return *casebook->caseView(decided.at(what)); };
    CHECK(of("dying").row.priority == clinical::Priority::P1);
    CHECK(of("dying").row.decided == Modality::InPersonVisit);
    CHECK(of("overridden upward to a visit").row.decided == Modality::InPersonVisit);
    CHECK(of("overridden upward to a visit").reasoned->overrideReason ==
          clinical::OverrideReason::MoreUrgent);
    CHECK(of("overridden downward to a call").row.decided == Modality::SynchronousTeleExpertise);
    CHECK(of("overridden downward to a call").reasoned->overrideReason ==
          clinical::OverrideReason::NobodyCanCome);
    CHECK(of("overridden to a written answer").row.decided == Modality::AsynchronousTeleExpertise);
    CHECK(of("overridden to a written answer").reasoned->overrideReason ==
          clinical::OverrideReason::KnownToTeam);
    CHECK(of("two symptoms, by French digits").reasoned->facts.severity == 7);
    CHECK(of("pain, severe").reasoned->facts.severity == 10);
    CHECK(of("new resident by French digits").resident.resident.birthDate == Date{1935, 2, 19});
    CHECK(of("provisional, by a name alone").resident.resident.provisional);
    CHECK_FALSE(of("provisional, by a name alone").resident.resident.birthDate);
    CHECK(of("new home, new resident").home.home.name == "Les Tilleuls");
    const auto joined = decided.at("joined to the open request");
    const auto same = std::count_if(decided.begin(), decided.end(),
                                    [&](const auto& entry) { return entry.second == joined; });
    CHECK(same == 2); // one case of two calls
}
