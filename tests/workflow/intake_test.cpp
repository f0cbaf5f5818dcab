// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/queue_model.h"

#include <QSignalSpy>

#include <algorithm>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

std::vector<std::string> kindsOf(const CaseView& view)
{
    std::vector<std::string> kinds;
    for (const auto& entry : view.timeline) {
        kinds.push_back(entry.kind);
    }
    return kinds;
}

bool asks(const Intake& intake, Fact fact)
{
    const auto questions = intake.questions();
    return std::any_of(questions.begin(), questions.end(),
                       [&](const auto& question) { return question.fact == fact; });
}

/// What `refused` said last; empty if nothing.
class Refusals
{
public:
    explicit Refusals(Intake& intake)
    {
        QObject::connect(&intake, &Intake::refused, &m_context, [this](const Sentence& why) { last = why; });
    }
    Sentence last;

private:
    QObject m_context;
};

} // namespace

TEST_CASE("what a proposed teleconsultation still needs is settled on the spot, and the proposal follows")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    CHECK(intake->conditionQuestions().empty()); // a call is proposed: nothing of a video is asked
    intake->setFact(Fact::Dying, false);
    intake->setFact(Fact::MustBeSeen, true);
    REQUIRE(intake->recommendation().first == Modality::Teleconsultation);
    const auto asks = [&](Fact fact) {
        const auto questions = intake->conditionQuestions();
        return std::any_of(questions.begin(), questions.end(),
                           [&](const auto& question) { return question.fact == fact; });
    };
    const auto isAskedAnyway = [&](Fact fact) {
        const auto questions = intake->questions();
        return std::any_of(questions.begin(), questions.end(),
                           [&](const auto& question) { return question.fact == fact; });
    };
    for (const auto fact : {Fact::Objective, Fact::Bedside, Fact::Consent}) {
        INFO(static_cast<int>(fact));
        CHECK(asks(fact) != isAskedAnyway(fact)); // each in one place
    }
    REQUIRE(asks(Fact::Objective));
    intake->setFact(Fact::Objective, std::string("adapter l'antalgie"));
    CHECK_FALSE(intake->recommendation().conditions.has(Condition::DefineObjective));
    CHECK(asks(Fact::Objective)); // stays, to be read and changed
    intake->setFact(Fact::Consent, std::string("refused"));
    CHECK(intake->recommendation().first == Modality::InPersonVisit);
}

TEST_CASE("a call is proposed, decided, saved and found again after the desk was closed")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    auto* intake = readyIntake(desk, home, resident);
    CHECK(intake->missing().empty());
    CHECK(intake->recommendation().priority == Priority::P2);
    const auto proposed = intake->recommendation().first;
    const auto id = decide(*intake);
    CHECK(intake->isDecided());
    CHECK(desk->drafts().empty());
    // The draft's removal is a write of its own.
    CHECK(soon([&] { return desk->saveState().kind == SaveState::Kind::Saved; }));

    desk.reopen();
    const auto view = desk.caseView(id);
    CHECK(view.row.decided == proposed);
    CHECK(view.row.priority == Priority::P2);
    CHECK(view.row.due == Instant{morning.millis + 120 * 60'000});
    CHECK(view.row.callbackPhone == home.home.phone);
    REQUIRE(view.facts.has_value());
    CHECK(view.facts->severity == 8);
    CHECK(view.facts->travelMinutes == 25);
    REQUIRE(view.reasoned.has_value());
    CHECK(view.reasoned->overrideReason == OverrideReason::None);
    CHECK(desk->queue()->rowCount() == 1);
}

TEST_CASE("a decision comes with the request and the facts, and with the rules the first time only")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto first = decide(*readyIntake(desk, home, desk.addResident(home)));
    const auto hasRules = [&] {
        const auto hash = desk->room().shelf().shipped().name().hash;
        return desk.ask([hash](casebook::Casebook& casebook) { return casebook.hasRules(hash); });
    };
    CHECK(hasRules());
    CHECK_FALSE(desk->room().rulesToAdopt(desk->room().shelf().shipped().name()).has_value());
    const auto kinds = kindsOf(desk.caseView(first));
    for (const auto* kind : {"request.received", "facts.recorded", "triage.decided", "triage.reasoned"}) {
        INFO(kind);
        CHECK(std::count(kinds.begin(), kinds.end(), kind) == 1);
    }
    const auto before = desk.ask([](casebook::Casebook& casebook) { return casebook.sequence(); });
    decide(*readyIntake(desk, home, desk.addResident(home, "Martin", "Paul")));
    const auto after = desk.ask([](casebook::Casebook& casebook) { return casebook.sequence(); });
    CHECK(after - before == 7); // resident, request, facts and its stub, decision, reasons and their stub
    desk.reopen();
    CHECK_FALSE(desk->room().rulesToAdopt(desk->room().shelf().shipped().name()).has_value());
}

TEST_CASE("nothing can be decided before home, resident and motive are there, and each is named")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = desk->takeCall(&desk.owner);
    Refusals refusals(*intake);
    CHECK(intake->missing().size() == 3);
    intake->accept();
    CHECK(refusals.last.what == intake->missing().front().what);
    intake->chooseHome(home);
    CHECK(intake->missing().size() == 2);
    intake->chooseResident(desk.addResident(home));
    CHECK(intake->missing().size() == 1);
    intake->toggleMotive(motive('?'));
    CHECK(intake->missing().empty());
    intake->toggleMotive(motive('?'));
    CHECK(intake->missing().size() == 1);
    CHECK(desk.queue().rows.empty());
}

TEST_CASE("dying is always asked and what the record knows is not")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = desk->takeCall(&desk.owner);
    CHECK(asks(*intake, Fact::Dying));
    for (const auto& choice : Intake::motiveChoices()) {
        intake->toggleMotive(choice);
        INFO(choice.label.toStdString());
        CHECK(asks(*intake, Fact::Dying));
        CHECK(intake->questions().size() >= 4);
        CHECK(intake->questions().size() <= 6);
        intake->toggleMotive(choice);
    }
    intake->chooseHome(home);
    intake->chooseResident(desk.addResident(home));
    for (const auto& choice : Intake::motiveChoices()) {
        intake->toggleMotive(choice);
        for (const auto fact :
             {Fact::TravelMinutes, Fact::Video, Fact::HomeTrained, Fact::HomeAgreement, Fact::SeenInPerson}) {
            CHECK_FALSE(asks(*intake, fact));
        }
        intake->toggleMotive(choice);
    }
    CHECK(intake->facts().travelMinutes == 25);
    CHECK(intake->facts().seenInPerson == false);
}

TEST_CASE("the first symptom named leads and the next one takes its place")
{
    TestDesk desk;
    auto* intake = desk->takeCall(&desk.owner);
    intake->toggleMotive(motive('N'));
    intake->toggleMotive(motive('P'));
    CHECK(intake->facts().symptom == Symptom::Nausea);
    intake->toggleMotive(motive('N'));
    CHECK(intake->facts().symptom == Symptom::Pain);
    CHECK_FALSE(intake->isChosen(motive('N')));
    CHECK(intake->isChosen(motive('P')));
    intake->toggleMotive(motive('F'));
    CHECK(intake->facts().conflict == true);
    CHECK(intake->motives() == MotiveSet{Motive::Symptom, Motive::Psychosocial});
}

TEST_CASE("the proposal follows each answer and unknown is an answer")
{
    TestDesk desk;
    auto* intake = desk->takeCall(&desk.owner);
    intake->toggleMotive(motive('P'));
    intake->setFact(Fact::Severity, 2);
    CHECK(intake->recommendation().priority == Priority::P4);
    intake->setFact(Fact::Dying, true);
    CHECK(intake->recommendation().first == Modality::InPersonVisit);
    CHECK(intake->recommendation().priority == Priority::P1);
    intake->setFact(Fact::Dying, std::monostate{});
    CHECK(intake->recommendation().priority == Priority::P4);
    const auto questions = intake->questions();
    const auto dying =
        std::find_if(questions.begin(), questions.end(), [](const auto& q) { return q.fact == Fact::Dying; });
    REQUIRE(dying != questions.end());
    CHECK(dying->answered);
    CHECK(std::holds_alternative<std::monostate>(dying->value));
    CHECK(dying->answers.size() == 3);
}

TEST_CASE("a value that a fact can't have is refused and changes nothing")
{
    TestDesk desk;
    auto* intake = desk->takeCall(&desk.owner);
    Refusals refusals(*intake);
    intake->setFact(Fact::Severity, 11);
    CHECK_FALSE(refusals.last.what.isEmpty());
    CHECK_FALSE(intake->facts().severity.has_value());
    intake->setFact(Fact::Consent, std::string("perhaps"));
    CHECK_FALSE(intake->facts().consent.has_value());
}

TEST_CASE("only the newest look-up is answered")
{
    TestDesk desk;
    desk.addHome("Les Tilleuls");
    desk.addHome("Bel Air");
    auto* intake = desk->takeCall(&desk.owner);
    QStringList answered;
    std::vector<HomeView> last;
    QObject::connect(intake, &Intake::homesFound, &desk.owner,
                     [&](const QString& letters, const std::vector<HomeView>& homes) {
                         answered << letters;
                         last = homes;
                     });
    intake->lookUpHomes(QStringLiteral("b"));
    intake->lookUpHomes(QStringLiteral("be"));
    intake->lookUpHomes(QStringLiteral("til"));
    REQUIRE(soon([&] { return !answered.isEmpty(); }));
    CHECK(answered == QStringList{QStringLiteral("til")});
    REQUIRE(last.size() == 1);
    CHECK(last[0].home.name == "Les Tilleuls");
    intake->lookUpHomes({});
    REQUIRE(soon([&] { return answered.size() == 2; }));
    REQUIRE(last.size() == 2);
    CHECK(last[0].home.name == "Bel Air");
}

TEST_CASE("a resident is found by birth date or letters, those of the calling home first")
{
    TestDesk desk;
    const auto tilleuls = desk.addHome("Les Tilleuls");
    const auto air = desk.addHome("Bel Air");
    desk.addResident(air, "Durand", "Marie", {1930, 5, 6});
    desk.addResident(tilleuls, "Duval", "Louis", {1931, 7, 8});
    auto* intake = desk->takeCall(&desk.owner);
    intake->chooseHome(tilleuls);
    std::vector<ResidentView> last;
    int answers = 0;
    QObject::connect(intake, &Intake::residentsFound, &desk.owner,
                     [&](const QString&, const std::vector<ResidentView>& found) {
                         last = found;
                         ++answers;
                     });
    intake->lookUpResidents({}, QStringLiteral("du"));
    REQUIRE(soon([&] { return answers == 1; }));
    REQUIRE(last.size() == 2);
    CHECK(last[0].resident.familyName == "Duval");
    intake->lookUpResidents(Date{1930, 5, 6}, {});
    REQUIRE(soon([&] { return answers == 2; }));
    REQUIRE(last.size() == 1);
    CHECK(last[0].resident.familyName == "Durand");
    intake->lookUpResidents({}, {});
    CHECK(answers == 3);
    CHECK(last.empty());
}

TEST_CASE("a like resident is offered before a second one is made")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto known = desk.addResident(home, "Lefèvre", "Odette", {1929, 1, 2});
    auto* intake = desk->takeCall(&desk.owner);
    Refusals refusals(*intake);
    std::vector<ResidentView> offered;
    QObject::connect(intake, &Intake::residentsFound, &desk.owner,
                     [&](const QString&, const std::vector<ResidentView>& found) { offered = found; });
    Resident typed;
    typed.familyName = "LEFEVRE";
    typed.givenName = "Odette";
    typed.birthDate = Date{1929, 1, 2};
    typed.home = home.id;
    intake->addResident(typed);
    REQUIRE(soon([&] { return !offered.empty(); }));
    CHECK(offered.front().id == known.id);
    CHECK_FALSE(refusals.last.todo.isEmpty());
    CHECK_FALSE(intake->resident().has_value());
    intake->addResident(typed);
    REQUIRE(soon([&] { return intake->resident().has_value(); }));
    CHECK(intake->resident()->id != known.id);
}

TEST_CASE("homes and residents are made and corrected in the intake")
{
    TestDesk desk;
    auto* intake = desk->takeCall(&desk.owner);
    Home home;
    home.name = "La Roseraie";
    home.phone = "02 98 00 00 00";
    intake->addHome(home);
    REQUIRE(soon([&] { return intake->home().has_value(); }));
    CHECK(intake->callbackPhone() == QStringLiteral("02 98 00 00 00"));
    CHECK_FALSE(intake->facts().travelMinutes.has_value());
    intake->correctHome(HomeField::TravelMinutes, 70);
    REQUIRE(soon([&] { return intake->facts().travelMinutes == 70; }));
    Resident resident;
    resident.givenName = "Marcel";
    resident.provisional = true;
    resident.home = intake->home()->id;
    intake->addResident(resident);
    REQUIRE(soon([&] { return intake->resident().has_value(); }));
    intake->correctResident(ResidentField::FamilyName, std::string("Kerbrat"));
    REQUIRE(soon([&] { return intake->resident()->resident.familyName == "Kerbrat"; }));
}

TEST_CASE("a second call joins the open case with its facts and words")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    const auto id = decide(*readyIntake(desk, home, resident));
    auto* second = desk->takeCall(&desk.owner);
    second->chooseHome(home);
    second->chooseResident(resident);
    REQUIRE(second->openRequest().has_value());
    CHECK(second->openRequest()->id == id);
    CHECK_FALSE(second->joinsOpenRequest());
    second->joinOpenRequest(true);
    REQUIRE(soon([&] { return second->facts().severity == 8; }));
    CHECK_FALSE(second->facts().dying.has_value()); // asked anew in every call
    second->toggleMotive(motive('P'));
    second->setWords(QStringLiteral("elle s’est endormie"));
    second->setFact(Fact::Severity, 3);
    second->setFact(Fact::Dying, false);
    CHECK(decide(*second) == id);
    const auto view = desk.caseView(id);
    CHECK(desk.queue().rows.size() == 1);
    CHECK(view.facts->severity == 3);
    CHECK(view.row.lastWord == "elle s’est endormie");
    const auto kinds = kindsOf(view);
    CHECK(std::count(kinds.begin(), kinds.end(), "request.received") == 1);
    CHECK(std::count(kinds.begin(), kinds.end(), "facts.recorded") == 2);
    CHECK(std::count(kinds.begin(), kinds.end(), "triage.decided") == 2); // P2 before, P4 now
}

TEST_CASE("a joining call that changes nothing of the triage brings no new decision")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    const auto id = decide(*readyIntake(desk, home, resident));
    auto* second = readyIntake(desk, home, resident);
    REQUIRE(soon([&] { return second->openRequest().has_value(); }));
    second->joinOpenRequest(true);
    decide(*second);
    const auto kinds = kindsOf(desk.caseView(id));
    CHECK(std::count(kinds.begin(), kinds.end(), "triage.decided") == 1);
    CHECK(std::count(kinds.begin(), kinds.end(), "facts.recorded") == 2);
}

TEST_CASE("the team decides otherwise in either direction and the reason is kept")
{
    TestDesk desk;
    const auto home = desk.addHome();
    const auto resident = desk.addResident(home);
    for (const auto priority : {Priority::P1, Priority::P4}) {
        auto* intake = readyIntake(desk, home, resident);
        std::optional<CaseId> decided;
        QObject::connect(intake, &Intake::decided, &desk.owner, [&](const CaseId& id) { decided = id; });
        intake->decideOtherwise(Modality::InPersonVisit, priority, {OverrideReason::KnownToTeam, {}},
                                QStringLiteral("vue hier"));
        REQUIRE(soon([&] { return decided.has_value(); }));
        const auto view = desk.caseView(*decided);
        CHECK(view.row.decided == Modality::InPersonVisit);
        CHECK(view.row.priority == priority);
        CHECK(view.reasoned->overrideReason == OverrideReason::KnownToTeam);
        CHECK(view.reasoned->words == "vue hier");
        CHECK(view.reasoned->recommendation.first != Modality::InPersonVisit);
        CHECK(view.row.due ==
              Instant{morning.millis + (priority == Priority::P1 ? 30 : 4320) * std::int64_t{60'000}});
    }
}

TEST_CASE("a refused consent is not overridden")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    intake->setFact(Fact::Consent, std::string("refused"));
    Refusals refusals(*intake);
    intake->decideOtherwise(Modality::Teleconsultation, Priority::P2, {OverrideReason::HomePrefers, {}}, {});
    CHECK_FALSE(refusals.last.todo.isEmpty());
    CHECK_FALSE(intake->isDecided());
    intake->setFact(Fact::Consent, std::string("given"));
    intake->decideOtherwise(Modality::Teleconsultation, Priority::P2, {OverrideReason::HomePrefers, {}}, {});
    REQUIRE(soon([&] { return intake->isDecided(); }));
}

TEST_CASE("the next resident of the same call starts with its home and caller")
{
    TestDesk desk;
    const auto home = desk.addHome();
    auto* first = readyIntake(desk, home, desk.addResident(home));
    first->setCaller(QStringLiteral("Mme Leroy"), QStringLiteral("IDE"), QStringLiteral("06 11"));
    decide(*first);
    auto* next = first->sameCallNextResident(&desk.owner);
    CHECK(next->home()->id == home.id);
    CHECK(next->caller() == QStringLiteral("Mme Leroy"));
    CHECK(next->callerFunction() == QStringLiteral("IDE"));
    CHECK(next->callbackPhone() == QStringLiteral("06 11"));
    CHECK_FALSE(next->resident().has_value());
    CHECK(next->motives().empty());
    CHECK(next->id() != first->id());
}

TEST_CASE("a role that may not write clinical facts is refused and keeps what it typed")
{
    TestDesk desk(Role::Coordinator);
    const auto home = desk.addHome();
    auto* intake = readyIntake(desk, home, desk.addResident(home));
    Refusals refusals(*intake);
    intake->accept();
    REQUIRE(soon([&] { return !refusals.last.what.isEmpty(); }));
    CHECK(refusals.last.what == sentenceFor({ErrorCode::NotAllowed, {}, 0}).what);
    CHECK_FALSE(intake->isDecided());
    CHECK(intake->facts().severity == 8);
    CHECK(desk.queue().rows.empty());
}
