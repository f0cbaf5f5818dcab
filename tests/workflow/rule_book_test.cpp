// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A team adapts its rules: what it writes is a draft until the prover has shown that nothing safe is lost,
// holds for the calls it is for, and is taken away again without a trace in older decisions.
#include "casebook/casebook.h"
#include "triage/adopted_text.h"
#include "workflow/intake.h"
#include "workflow/open_desk.h"
#include "workflow/rule_book.h"
#include "workflow/store/rule_book_self.h"

#include <QSignalSpy>

#include <algorithm>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

const QString bleeding = QStringLiteral(R"(overlay = "our-team"
[[rule]]
id = "bleeding-is-urgent"
when = { symptom = "bleeding" }
priority = "P1"
reason.en = "Our team answers every bleeding at once."
reason.fr = "Notre équipe répond à tout saignement sans délai."
source = "team"
)");

/// Keeps an acute call waiting for a written answer: the reader takes it, the prover does not.
const QString unsafe = QStringLiteral(R"(overlay = "unsafe"
[[rule]]
id = "never-call"
when = { motives = "acute" }
never_first = ["tele_expertise_synchronous", "teleconsultation"]
reason.en = "No calls."
reason.fr = "Pas d'appels."
source = "team"
)");

const QString loosened = QStringLiteral(R"(overlay = "loosened"
[[tune]]
id = "dying"
off = true
)");

/// A book on a fresh desk, and a wait for what it says.
struct Team
{
    TestDesk desk;
    RuleBook* book = desk->ruleBook(&desk.owner);

    Team() { settle(); }

    void settle()
    {
        REQUIRE(soon([&] { return book->check().state != RuleBook::Check::State::Checking; }));
    }
    RuleBook::Check typed(const QString& text)
    {
        book->edit(text);
        settle();
        return book->check();
    }
    void putInForce(const QString& text)
    {
        QSignalSpy saved(book, &RuleBook::saved);
        book->edit(text);
        book->putInForce();
        REQUIRE(soon([&] { return !saved.empty(); }));
        REQUIRE(saved.front().front().toBool());
        REQUIRE(soon([&] { return standing(book->chosen()) == RuleShelf::Standing::InForce; }));
    }
    RuleShelf::Standing standing(const OverlayScope& scope)
    {
        auto& shelf = desk->room().shelf();
        return shelf.overlays().inForce.contains(scope) ? shelf.standing(scope)
                                                        : RuleShelf::Standing::Waiting;
    }
    /// The proposal for a bleeding of severity 2 from this home.
    Recommendation proposalFor(const HomeView& home)
    {
        auto* intake = desk->takeCall(&desk.owner);
        intake->chooseHome(home);
        intake->toggleMotive(motive('H'));
        intake->setFact(Fact::Severity, 2);
        return intake->recommendation();
    }
};

const RuleLine& lineOf(const std::vector<RuleLine>& lines, const char* id)
{
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const RuleLine& line) { return line.id == QLatin1String(id); });
    REQUIRE(found != lines.end());
    return *found;
}

} // namespace

TEST_CASE("every rule is read in words: what it asks, what it does, why, and by which passage")
{
    Team team;
    const auto lines = team.book->lines();
    REQUIRE(lines.size() > 60);
    for (const auto& line : lines) {
        INFO(line.id.toStdString());
        CHECK_FALSE(line.title.isEmpty());
        if (line.section != RuleLine::Section::Setting) {
            CHECK_FALSE(line.when.isEmpty());
            CHECK_FALSE(line.source.isEmpty());
            CHECK_FALSE((line.effects.isEmpty() && line.section != RuleLine::Section::Beside));
        }
    }
    const auto& dying = lineOf(lines, "dying");
    CHECK(dying.safety);
    CHECK(dying.when == QStringLiteral("dying now: yes"));
    CHECK(dying.effects.contains(QStringLiteral("excludes: video, written answer")));
    CHECK(lineOf(lines, "acute-seen").when ==
          QStringLiteral("motives: acute deterioration; and must be seen: "
                         "yes; and teleconsultation: everything for it "
                         "is in place"));
    CHECK(lineOf(lines, "severity_severe").title.endsWith(QStringLiteral(": 7")));
}

TEST_CASE("the facts of a call are tried without a call")
{
    Team team;
    CHECK(team.book->questions().size() == allFacts.size());
    team.book->setFact(Fact::Dying, true);
    CHECK(team.book->answer().first == Modality::InPersonVisit);
    CHECK(team.book->answer().priority == Priority::P1);
    QSignalSpy refused(team.book, &RuleBook::refused);
    team.book->setFact(Fact::Severity, 11);
    CHECK(refused.size() == 1);
    team.book->forgetFacts();
    CHECK(team.book->answer().first == Modality::SynchronousTeleExpertise);
}

TEST_CASE("what is typed is checked at once: what it changes, and what is wrong with it")
{
    Team team;
    const auto clean = team.typed(bleeding);
    CHECK(clean.state == RuleBook::Check::State::Clean);
    REQUIRE(clean.changes.size() == 2);
    CHECK(clean.changes[0] == QStringLiteral("new rule bleeding-is-urgent: leading symptom: bleeding → at "
                                             "least P1"));
    CHECK(clean.changes[1].contains(QStringLiteral("instead of")));
    team.book->setFact(Fact::Symptom, std::string("bleeding"));
    CHECK(team.book->answer().priority != Priority::P1);
    team.book->tryEdited(true);
    CHECK(team.book->answer().priority == Priority::P1);

    const auto faulty = team.typed(loosened);
    CHECK(faulty.state == RuleBook::Check::State::Faulty);
    CHECK(faulty.sentence.what.contains(QStringLiteral("dying")));
    CHECK_FALSE(team.book->triesEdited());
    CHECK(team.typed(QStringLiteral("no = = toml")).state == RuleBook::Check::State::Faulty);
    CHECK(team.typed(unsafe).state == RuleBook::Check::State::Refuted);
    CHECK(team.typed({}).state == RuleBook::Check::State::Unchanged);
}

TEST_CASE("the example that a team begins with is a clean overlay")
{
    Team team;
    CHECK(team.typed(RuleBook::example()).state == RuleBook::Check::State::Clean);
}

TEST_CASE("an overlay is in force once it is proved, and its text goes with the first decision under it")
{
    Team team;
    const auto home = team.desk.addHome();
    const auto resident = team.desk.addResident(home);
    CHECK(team.proposalFor(home).priority == Priority::P4);
    team.putInForce(bleeding);
    CHECK(team.proposalFor(home).priority == Priority::P1);

    auto* intake = readyIntake(team.desk, home, resident);
    const auto hash = intake->recommendation().rules.hash;
    const auto id = decide(*intake);
    const auto view = team.desk.caseView(id);
    REQUIRE(view.reasoned);
    CHECK(view.reasoned->recommendation.rules.hash == hash);
    const auto adopted = team.desk.ask([hash](casebook::Casebook& casebook) { return casebook.rules(hash); });
    REQUIRE(adopted);
    const auto texts = triage::readAdoptedText(adopted->text);
    REQUIRE(texts.overlays.size() == 1);
    CHECK(texts.overlays.front() == bleeding.toStdString());
    CHECK(texts.rules == team.desk.workplace().rulesText);
}

TEST_CASE("what was proved on this device holds at once after the next opening, also without the prover")
{
    Team team;
    const auto home = team.desk.addHome();
    team.putInForce(bleeding);
    team.book = nullptr;
    team.desk.reopen();
    CHECK(team.standing({}) == RuleShelf::Standing::InForce);
    CHECK(team.proposalFor(home).priority == Priority::P1);
}

TEST_CASE("an overlay for one home answers that home's calls only")
{
    Team team;
    const auto home = team.desk.addHome();
    const auto other = team.desk.addHome("Les Pins");
    team.book->choose(home.id);
    team.putInForce(bleeding);
    CHECK(team.proposalFor(home).priority == Priority::P1);
    CHECK(team.proposalFor(other).priority == Priority::P4);
    const auto scopes = team.book->scopes();
    CHECK(std::count_if(scopes.begin(), scopes.end(), [](const auto& view) { return view.hasOverlay; }) == 1);

    // The team's overlay lies under the home's: the whole is proved again before it holds.
    team.book->choose({});
    team.settle();
    team.putInForce(QStringLiteral("overlay = \"calm\"\n[settings]\nfar_travel_minutes = 45\n"));
    REQUIRE(soon([&] { return team.standing(home.id) == RuleShelf::Standing::InForce; }));
    CHECK(team.desk->room().rulesFor(home.id).rules().overlays.size() == 2);
    CHECK(team.desk->room().rulesFor(other.id).rules().overlays.size() == 1);
}

TEST_CASE("what breaks a safety property is refused with the call that shows it, and kept as a draft")
{
    Team team;
    const auto home = team.desk.addHome();
    QSignalSpy refused(team.book, &RuleBook::refused);
    QSignalSpy saved(team.book, &RuleBook::saved);
    team.book->edit(unsafe);
    team.book->putInForce();
    CHECK(team.book->isProving());
    REQUIRE(soon([&] { return !refused.empty() && !saved.empty(); }));
    const auto sentence = refused.front().front().value<Sentence>();
    CHECK(sentence.what.startsWith(QStringLiteral("Kept as a draft")));
    CHECK(sentence.todo.contains(QStringLiteral("acute deterioration")));
    CHECK_FALSE(saved.front().front().toBool());
    REQUIRE(soon([&] { return team.book->scopes().front().hasDraft; }));
    team.settle();
    CHECK(team.book->check().state == RuleBook::Check::State::Refuted);
    CHECK(team.desk->room().shelf().overlays().inForce.empty());
    CHECK(team.proposalFor(home).rules.hash == team.desk->room().shelf().shipped().name().hash);
}

TEST_CASE("without the prover an overlay stays a draft")
{
    auto clock = std::make_shared<StoppedClock>(morning);
    const test::TemporaryFolder folder;
    auto workplace = testWorkplace(folder / "vault", clock);
    workplace.proverProgram = QStringLiteral("/nowhere/chevet-prover");
    const auto desk = openTestDesk(workplace);
    QObject owner;
    auto* book = desk->ruleBook(&owner);
    QSignalSpy refused(book, &RuleBook::refused);
    book->edit(bleeding);
    book->putInForce();
    REQUIRE(soon([&] { return !refused.empty() && book->scopes().front().hasDraft; }));
    CHECK(refused.front().front().value<Sentence>().whole().contains(
        QStringLiteral("chevet-prover is missing")));
    CHECK(desk->room().shelf().overlays().inForce.empty());
}

TEST_CASE("an overlay that was written elsewhere holds only after this device has proved it")
{
    Team team;
    const auto home = team.desk.addHome();
    const auto put = [&](const QString& text) {
        team.desk.write({SettingChanged{overlaySetting({}, OverlayStage::InForce), text.toStdString()}});
        team.desk->room().readOverlaysAgain();
    };
    put(bleeding);
    REQUIRE(soon([&] { return team.standing({}) == RuleShelf::Standing::InForce; }));
    CHECK(team.proposalFor(home).priority == Priority::P1);
    put(unsafe);
    REQUIRE(soon([&] { return team.standing({}) == RuleShelf::Standing::Refuted; }));
    CHECK(team.proposalFor(home).rules.hash == team.desk->room().shelf().shipped().name().hash);
    put(QStringLiteral("of = = a newer Chevet"));
    REQUIRE(soon([&] { return team.standing({}) == RuleShelf::Standing::Unread; }));
    CHECK(team.book->scopes().front().standing.contains(QStringLiteral("can’t read it")));
}

TEST_CASE("a home's overlay that is sound by itself answers where the team's does not hold")
{
    Team team;
    const auto home = team.desk.addHome();
    const auto other = team.desk.addHome("Les Pins");
    const auto put = [&](const OverlayScope& scope, const QString& text) {
        team.desk.write({SettingChanged{overlaySetting(scope, OverlayStage::InForce), text.toStdString()}});
        team.desk->room().readOverlaysAgain();
    };
    const auto rulesOf = [&](const HomeView& view) { return team.desk->room().rulesFor(view.id).rules(); };
    put({}, unsafe);
    put(home.id, bleeding);
    for (const auto stands : {RuleShelf::Standing::Refuted, RuleShelf::Standing::Unread}) {
        INFO(static_cast<int>(stands));
        REQUIRE(soon([&] { return team.standing({}) == stands; }));
        REQUIRE(soon([&] { return team.standing(home.id) == RuleShelf::Standing::InForce; }));
        CHECK(team.proposalFor(home).priority == Priority::P1);
        CHECK(rulesOf(home).overlays == std::vector<std::string>{"our-team"});
        CHECK(rulesOf(other).overlays.empty());
        put({}, QStringLiteral("of = = a newer Chevet"));
    }
    put({}, QStringLiteral("overlay = \"calm\"\n[settings]\nfar_travel_minutes = 45\n"));
    REQUIRE(soon([&] { return rulesOf(home).overlays == std::vector<std::string>{"calm", "our-team"}; }));
    CHECK(rulesOf(other).overlays == std::vector<std::string>{"calm"});
}

TEST_CASE("a home's overlay that is unsafe by itself does not hold either")
{
    Team team;
    const auto home = team.desk.addHome();
    for (const auto& scope : {OverlayScope(), OverlayScope(home.id)}) {
        team.desk.write({SettingChanged{overlaySetting(scope, OverlayStage::InForce), unsafe.toStdString()}});
    }
    team.desk->room().readOverlaysAgain();
    REQUIRE(soon([&] { return team.standing(home.id) == RuleShelf::Standing::Refuted; }));
    CHECK(team.proposalFor(home).rules.hash == team.desk->room().shelf().shipped().name().hash);
}

namespace {

/// Two texts for the same scope, neither of which has seen the other; waits until the book knows both.
void writeAtOnce(Team& team, const OverlayScope& scope, const QString& first, const QString& second)
{
    for (const auto& text : {first, second}) {
        DeskRoom::Action action;
        action.events.push_back(
            {SettingChanged{overlaySetting(scope, OverlayStage::InForce), text.toStdString()},
             std::vector<EventId>{}});
        std::optional<Result<casebook::Appended>> answer;
        team.desk->room().append(&team.desk.owner, action,
                                 [&](const Result<casebook::Appended>& appended) { answer = appended; });
        REQUIRE(soon([&] { return answer.has_value(); }));
        REQUIRE(*answer);
    }
    team.desk->room().readOverlaysAgain();
    team.book->choose(scope);
    REQUIRE(soon([&] { return team.book->contest().has_value(); }));
}

const QString bleedingSlower = QString(bleeding).replace(QStringLiteral("P1"), QStringLiteral("P2"));
const QString far = QStringLiteral("overlay = \"far\"\n[settings]\nfar_travel_minutes = 45\n");

} // namespace

TEST_CASE("two overlays that were written at once are laid side by side, rule by rule")
{
    Team team;
    CHECK_FALSE(team.book->contest());
    writeAtOnce(team, {}, bleeding, far);
    const auto contest = *team.book->contest();
    REQUIRE(contest.sides.size() == 2);
    const auto text = contest.difference.join(QLatin1Char('\n'));
    INFO(text.toStdString());
    CHECK(contest.difference.size() == 3); // the setting, the shipped rule that asks for it, the rule
    CHECK(text.contains(QStringLiteral("rule bleeding-is-urgent")));
    CHECK(text.contains(QStringLiteral("only in text ")));
    CHECK(text.contains(QStringLiteral("45")));
    CHECK(contest.meanwhile.startsWith(QStringLiteral("Until then")));
    REQUIRE(soon([&] { return team.standing({}) == RuleShelf::Standing::InForce; }));
    CHECK(team.book->contest()->meanwhile.contains(QStringLiteral("text 1 answers")));
}

TEST_CASE("the same rule in both is shown as what differs, and a text that can't be read line by line")
{
    Team team;
    writeAtOnce(team, {}, bleeding, bleedingSlower);
    const auto contest = *team.book->contest();
    REQUIRE(contest.difference.size() == 1);
    CHECK(contest.difference.front().startsWith(QStringLiteral("differs: rule bleeding-is-urgent")));
    Team other;
    writeAtOnce(other, {}, bleeding, QStringLiteral("no rules"));
    const auto lines = other.book->contest()->difference;
    CHECK(lines.front().startsWith(QStringLiteral("One of them")));
    CHECK(lines.join(QLatin1Char('\n')).contains(QStringLiteral("no rules")));
}

TEST_CASE("a contest ends with a text that follows both: either of them, or a joined one")
{
    const auto chosen = GENERATE(0, 1, 2);
    CAPTURE(chosen);
    Team team;
    writeAtOnce(team, {}, bleeding, far);
    if (chosen == 2) {
        team.book->joinSides();
        CHECK(team.book->text().contains(QStringLiteral("\n# overlay = ")));
    } else {
        team.book->takeSide(static_cast<std::size_t>(chosen));
    }
    team.settle();
    REQUIRE(team.book->check().state == RuleBook::Check::State::Clean); // also what holds already can be kept
    const auto text = team.book->text();
    QSignalSpy saved(team.book, &RuleBook::saved);
    team.book->putInForce();
    REQUIRE(soon([&] { return !saved.empty(); }));
    REQUIRE(saved.front().front().toBool());
    REQUIRE(soon([&] { return !team.book->contest(); }));
    CHECK(team.desk->room().shelf().overlays().inForce.at({}) == text.toStdString());
    const auto heads = team.desk.ask([](casebook::Casebook& casebook) {
        const auto history = casebook.settingHistory("overlay.team");
        return std::pair(history.back().parents.size(), history.back().contested);
    });
    CHECK(heads == std::pair(std::size_t(2), false));
}

TEST_CASE("a home's contest is its own: over the team's overlay, ended without touching it, and answering "
          "meanwhile")
{
    Team team;
    const auto home = team.desk.addHome();
    const auto other = team.desk.addHome("Les Ormes");
    const QString calm = QStringLiteral("overlay = \"calm\"\n[settings]\nfar_travel_minutes = 50\n");
    team.putInForce(calm);
    writeAtOnce(team, home.id, bleeding, bleedingSlower);
    REQUIRE(team.book->contest()->sides.size() == 2);
    REQUIRE(soon([&] { return team.standing(home.id) == RuleShelf::Standing::InForce; }));
    const auto meanwhile = team.proposalFor(home).priority;
    CHECK((meanwhile == Priority::P1 || meanwhile == Priority::P2));
    CHECK(team.proposalFor(other).priority == Priority::P4); // the contest is nobody else's

    team.book->choose({});
    CHECK_FALSE(team.book->contest());
    team.book->choose(home.id);
    REQUIRE(soon([&] { return team.book->contest().has_value(); }));
    team.book->takeSide(1);
    team.settle();
    const auto text = team.book->text();
    QSignalSpy saved(team.book, &RuleBook::saved);
    team.book->putInForce();
    REQUIRE(soon([&] { return !saved.empty(); }));
    REQUIRE(saved.front().front().toBool());
    REQUIRE(soon([&] { return !team.book->contest(); }));
    const auto& inForce = team.desk->room().shelf().overlays().inForce;
    CHECK(inForce.at(home.id) == text.toStdString());
    CHECK(inForce.at({}) == calm.toStdString());
    const auto isFirst = text == bleeding;
    CHECK(team.proposalFor(home).priority == (isFirst ? Priority::P1 : Priority::P2));
}

TEST_CASE("of a text and its taking away the taking away can be kept; what isn't there can't be taken")
{
    Team team;
    writeAtOnce(team, {}, bleeding, {});
    const auto before = team.book->text();
    team.book->takeSide(7);
    CHECK(team.book->text() == before);
    CHECK(team.book->contest()->sides.join(QString()).contains(QStringLiteral("taken away by")));
    team.book->takeAway();
    REQUIRE(soon([&] { return !team.book->contest(); }));
    CHECK_FALSE(team.desk->room().shelf().overlays().inForce.contains({}));
    team.book->takeSide(0);
    team.book->joinSides();
    CHECK(team.book->text().isEmpty());
}

TEST_CASE("a call that is being taken follows when the rules change under it")
{
    Team team;
    const auto home = team.desk.addHome();
    auto* intake = team.desk->takeCall(&team.desk.owner);
    intake->chooseHome(home);
    intake->setFact(Fact::Symptom, std::string("bleeding"));
    intake->setFact(Fact::Severity, 2);
    const auto before = intake->recommendation().priority;
    QSignalSpy changed(intake, &Intake::changed);
    team.putInForce(bleeding);
    CHECK(before != Priority::P1);
    CHECK(intake->recommendation().priority == Priority::P1);
    CHECK_FALSE(changed.empty());
}

TEST_CASE("a case is due when a rule wants it answered, unless somebody found it less urgent")
{
    Team team;
    const auto home = team.desk.addHome();
    const auto resident = team.desk.addResident(home);
    team.putInForce(QStringLiteral(
        "overlay = \"prompt\"\n[[rule]]\nid = \"prompt\"\nwhen = { symptom = \"bleeding\" }\n"
        "answer_within_minutes = 40\nreason.en = \"e\"\nreason.fr = \"f\"\nsource = \"team\"\n"));
    const auto minutesUntilDue = [&](Priority decided) {
        auto* intake = readyIntake(team.desk, home, resident);
        intake->setFact(Fact::Severity, 5);
        intake->setFact(Fact::Symptom, std::string("bleeding"));
        CHECK(intake->recommendation().priority == Priority::P3);
        CHECK(intake->recommendation().answerWithinMinutes == 40);
        QSignalSpy done(intake, &Intake::decided);
        intake->decideOtherwise(Modality::InPersonVisit, decided, {OverrideReason::Other, {}}, {});
        REQUIRE(soon([&] { return !done.empty(); }));
        const auto row = team.desk.caseView(done.front().front().value<CaseId>()).row;
        return std::chrono::duration_cast<std::chrono::minutes>(row.due - row.receivedAt).count();
    };
    CHECK(minutesUntilDue(Priority::P3) == 40);
    CHECK(minutesUntilDue(Priority::P2) == 40);
    CHECK(minutesUntilDue(Priority::P1) == 30);
    CHECK(minutesUntilDue(Priority::P4) == 4320);
}

TEST_CASE("the history says who wrote what, newest first, line by line")
{
    Team team;
    team.putInForce(bleeding);
    QSignalSpy read(team.book, &RuleBook::historyRead);
    team.book->takeAway();
    REQUIRE(soon([&] { return team.desk->room().shelf().overlays().inForce.empty() && !read.empty(); }));
    const auto history = team.book->history();
    REQUIRE(history.size() == 2);
    CHECK(history[0].what == QStringLiteral("Taken away, for the whole team"));
    CHECK(history[0].text.isEmpty());
    CHECK(history[0].difference.front() == QStringLiteral("− overlay = \"our-team\""));
    CHECK(history[1].what == QStringLiteral("In force for the whole team"));
    CHECK_FALSE(history[1].who.isEmpty());
    CHECK(history[1].difference.front() == QStringLiteral("+ overlay = \"our-team\""));
}

TEST_CASE("who may not write the rules is told why")
{
    TestDesk desk(Role::Psychologist);
    auto* book = desk->ruleBook(&desk.owner);
    CHECK(book->whyNotWritten().contains(QStringLiteral("nurse")));
    QSignalSpy saved(book, &RuleBook::saved);
    book->edit(bleeding);
    book->putInForce();
    CHECK_FALSE(book->isProving());
}

TEST_CASE("a line difference shows what is new and what has gone, in order")
{
    CHECK(lineDifference({}, QStringLiteral("a\nb")) ==
          QStringList{QStringLiteral("+ a"), QStringLiteral("+ b")});
    CHECK(lineDifference(QStringLiteral("a\nb\nc"), QStringLiteral("a\nx\nc")) ==
          QStringList{QStringLiteral("− b"), QStringLiteral("+ x")});
    CHECK(lineDifference(QStringLiteral("a"), QStringLiteral("a")).isEmpty());
}

TEST_CASE("a text that no team could read is refused, and no history of it takes the machine")
{
    Team team;
    const QString huge(300'000, QLatin1Char('#'));
    CHECK(team.typed(huge).state == RuleBook::Check::State::Faulty);
    QSignalSpy refused(team.book, &RuleBook::refused);
    team.book->putInForce();
    CHECK(refused.size() == 1);
    CHECK(team.desk->room().shelf().overlays().inForce.empty());
    const QString lines = QString(QStringLiteral("a\n")).repeated(100'000);
    CHECK(lineDifference({}, lines).size() == 1);
}

TEST_CASE("an overlay's setting names its scope and its stage, and no other setting does")
{
    const auto home = HomeId::fromHexText("00112233445566778899aabbccddeeff");
    REQUIRE(home);
    for (const auto stage : {OverlayStage::Draft, OverlayStage::InForce}) {
        for (const auto& scope : {OverlayScope(), OverlayScope(*home)}) {
            CHECK(overlayNamed(overlaySetting(scope, stage)) == std::pair(scope, stage));
        }
    }
    for (const auto* name : {"", "overlay", "overlay.", "overlay.home.", "overlay.home.zz", "overlay.draft.",
                             "overlays.team", "overlay.draft.home.00112233445566778899aabbccddeef"}) {
        CHECK_FALSE(overlayNamed(name));
    }
}

TEST_CASE("what the prover writes is believed only if it is an answer")
{
    const auto result = [](ProverEnd end, const char* output) { return readProof(end, output).result; };
    using Result = ProofReport::Result;
    const char* proven = R"({"claim":"one_first","id":"","result":"holds","ms":1}
{"result":"proven","claims":1,"violated":0,"not_finished":0,"combinations":16,"ms":2.5,"evaluator":"1","solver":"z3"}
)";
    const auto report = readProof(ProverEnd::Answered, proven);
    CHECK(report.result == Result::Proven);
    CHECK(report.claims == 1);
    CHECK(report.milliseconds == 2.5);
    CHECK(result(ProverEnd::Missing, proven) == Result::NoProver);
    CHECK(result(ProverEnd::OutOfTime, proven) == Result::NotFinished);
    CHECK(result(ProverEnd::Unreadable, proven) == Result::Faulty);
    CHECK(result(ProverEnd::Answered, "") == Result::Faulty);
    CHECK(result(ProverEnd::Answered, "proven") == Result::Faulty);
    CHECK(result(ProverEnd::Answered, R"({"claim":"one_first","result":"holds"})") == Result::Faulty);
    CHECK(result(ProverEnd::Answered, R"({"result":"bad_input"})") == Result::Faulty);
    // A proof with a hole is none, whatever its last line says.
    const auto holed = readProof(ProverEnd::Answered,
                                 R"({"claim":"property","id":"x","result":"violated","facts":{"dying":true}}
{"result":"proven","claims":1})");
    CHECK(holed.result == Result::Faulty);
    REQUIRE(holed.faults.size() == 1);
    CHECK(holed.faults.front().facts->dying == true);
}
