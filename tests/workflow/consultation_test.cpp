// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"
#include "workflow/case_file.h"
#include "workflow/consultation.h"
#include "workflow/fake_call.h"
#include "workflow/open_desk.h"
#include "workflow/show_text.h"

#include <QBuffer>

#include <algorithm>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using namespace chevet::workflow::testing;

namespace {

const QString servers = QStringLiteral("page=https://bedside.chevet.test/\ntelephone=02 99 00 00 00\n");

/// A physician's desk with a decided case, the servers known, and a consultation about it.
struct OpenConsultation
{
    explicit OpenConsultation(Role role = Role::Physician)
        : calls(std::make_shared<FakeCalls>()), desk(role, calls)
    {
        const auto home = desk.addHome();
        const auto resident = desk.addResident(home);
        id = role == Role::Coordinator ? CaseId{} : decide(*readyIntake(desk, home, resident));
        desk->setCallServers(servers);
        REQUIRE(soon([&] { return desk->hasCallServers(); }));
        begin();
    }

    void begin()
    {
        consultation = desk->consult(id, &desk.owner);
        QObject::connect(consultation, &Consultation::refused, &context,
                         [this](const Sentence& why) { refusal = why; });
        QObject::connect(consultation, &Consultation::noticed, &context,
                         [this](const QString& words) { notices << words; });
        REQUIRE(soon([this] { return consultation->isLoaded(); }));
    }

    void fillIn()
    {
        ConsultationSheet sheet;
        sheet.objective = "Pain at night: is the patch enough?";
        consultation->setSheet(sheet);
        consultation->setProfessional(QStringLiteral("Inès Morvan, nurse"));
        consultation->setConsent(Consent::Given);
    }

    /// In the call, seen and heard.
    sealing::SeatId inCall()
    {
        fillIn();
        consultation->openByVideo();
        REQUIRE(consultation->isLive());
        const auto seat = desk.workplace().ids->make<sealing::SeatId>();
        calls->script.waits(seat, "Inès");
        REQUIRE(soon([this] { return consultation->seats().size() == 1; }));
        consultation->admit(consultation->seats().front().key);
        calls->script.connected(seat);
        REQUIRE(
            soon([this] { return consultation->seats().front().standing == SeatView::Standing::InCall; }));
        consultation->identify(true, true, QStringLiteral("yes, in her words"));
        REQUIRE(soon([this] { return consultation->isIdentified(); }));
        return seat;
    }

    template<class Body> std::vector<Body> recorded()
    {
        std::vector<Body> found;
        for (const auto& entry : desk.caseView(id).timeline) {
            if (entry.body && std::holds_alternative<Body>(*entry.body)) {
                found.push_back(std::get<Body>(*entry.body));
            }
        }
        return found;
    }

    std::shared_ptr<FakeCalls> calls;
    TestDesk desk;
    CaseId id;
    Consultation* consultation = nullptr;
    Sentence refusal;
    QStringList notices;
    QObject context;
};

} // namespace

TEST_CASE("a link is made once objective, professional and servers are there; what is missing is said")
{
    OpenConsultation bedside;
    auto& consultation = *bedside.consultation;
    ConsultationSheet empty;
    consultation.setSheet(empty);
    CHECK(consultation.missing().size() == 2);
    consultation.openByVideo();
    CHECK_FALSE(consultation.isLive());
    CHECK(bedside.refusal.what.contains(QStringLiteral("objective")));

    bedside.fillIn();
    CHECK(consultation.missing().isEmpty());
    consultation.setConsent(Consent::Refused);
    CHECK(consultation.missing().size() == 1);
    consultation.setConsent(Consent::Given);
    consultation.openByVideo();
    CHECK(consultation.isLive());
    CHECK(consultation.link().startsWith(QStringLiteral("https://bedside.chevet.test/#")));
    CHECK(consultation.invitation().contains(consultation.link()));
    CHECK_FALSE(consultation.invitation().contains(QStringLiteral("Dupont"))); // it names nobody
    CHECK(bedside.calls->script.clinician == "Anne Le Goff");
    CHECK(soon([&] { return bedside.recorded<ConsultationOpened>().size() == 1; }));
    CHECK(bedside.recorded<ConsultationOpened>()[0].professional == "Inès Morvan, nurse");
    CHECK(bedside.desk.caseView(bedside.id).row.state == CaseState::InProgress);
}

TEST_CASE("without servers, or where the line does not start, the telephone is left")
{
    OpenConsultation bedside;
    bedside.fillIn();
    bedside.calls->fails = Error{ErrorCode::NotFound, "gstreamer element webrtcbin", 0};
    bedside.consultation->openByVideo();
    CHECK_FALSE(bedside.consultation->isLive());
    CHECK(bedside.refusal.todo.contains(QStringLiteral("F9")));
    CHECK(bedside.recorded<ConsultationOpened>().empty());
    bedside.consultation->openByPhone();
    CHECK(bedside.consultation->isLive());
    CHECK(bedside.consultation->isByPhone());
    CHECK(soon([&] { return bedside.recorded<ConsultationOpened>().size() == 1; }));
}

TEST_CASE("the own side is checked while the link is open, in lines for whoever looks after the machines")
{
    OpenConsultation bedside;
    CHECK(bedside.consultation->checks().isEmpty());
    bedside.fillIn();
    bedside.consultation->openByVideo();
    auto& script = bedside.calls->script;
    script.tell(call::told::CameraChanged{call::CaptureState::StandIn, call::CaptureTrouble::Missing});
    script.tell(call::told::MicrophoneChanged{call::CaptureState::Running, call::CaptureTrouble::None});
    script.tell(call::told::BrokerChanged{true, call::BrokerFault::None});
    script.tell(call::told::RelayChecked{false});
    REQUIRE(soon([&] { return bedside.consultation->checks().size() == 4; }));
    const auto checks = bedside.consultation->checks();
    CHECK(checks[0].contains(QStringLiteral("✗ Camera: there is none")));
    CHECK(checks[1] == QStringLiteral("✓ Microphone: works"));
    CHECK(checks[2].startsWith(QStringLiteral("✓")));
    CHECK(checks[3].contains(QStringLiteral("gives no address")));
}

TEST_CASE("no picture is asked for before identity and consent stand in the journal")
{
    OpenConsultation bedside;
    bedside.fillIn();
    auto& consultation = *bedside.consultation;
    consultation.openByVideo();
    auto& script = bedside.calls->script;
    const auto seat = bedside.desk.workplace().ids->make<sealing::SeatId>();
    script.waits(seat, "Inès");
    REQUIRE(soon([&] { return consultation.seats().size() == 1; }));
    CHECK(consultation.seats()[0].standing == SeatView::Standing::Waiting);
    consultation.admit(consultation.seats()[0].key);
    script.connected(seat);
    REQUIRE(soon([&] { return consultation.seats()[0].standing == SeatView::Standing::InCall; }));

    consultation.identify(true, false, {});
    CHECK(bedside.refusal.what.contains(QStringLiteral("date of birth")));
    consultation.setConsent(Consent::NotAsked);
    consultation.identify(true, true, {});
    CHECK(bedside.refusal.what.contains(QStringLiteral("consent")));
    CHECK_FALSE(script.has("identity and consent"));

    consultation.setConsent(Consent::GivenBySurrogate);
    consultation.identify(true, true, QStringLiteral("the daughter"));
    CHECK_FALSE(script.has("identity and consent")); // not before it is on the disk
    REQUIRE(soon([&] { return script.has("identity and consent"); }));
    const auto identified = bedside.recorded<ConsultationIdentified>();
    REQUIRE(identified.size() == 1);
    CHECK(identified[0].consent == Consent::GivenBySurrogate);
    CHECK(identified[0].words == "the daughter");

    consultation.withdrawConsent(Consent::Paused);
    CHECK(script.has("consent withdrawn"));
    CHECK_FALSE(consultation.isIdentified());
    REQUIRE(soon([&] { return bedside.recorded<ConsultationIdentified>().size() == 2; }));
    CHECK(bedside.recorded<ConsultationIdentified>()[1].consent == Consent::Paused);
}

TEST_CASE(
    "the sheet outlives a desk that goes in the middle of the call, and the end of the line is recorded")
{
    OpenConsultation bedside;
    bedside.inCall();
    auto sheet = bedside.consultation->sheet();
    sheet.assessment = "Breakthrough pain";
    sheet.findings = {{"Breathing", "calm"}};
    bedside.consultation->setSheet(sheet);
    delete bedside.consultation;
    CHECK(bedside.calls->script.isEnded);
    bedside.desk.reopen();
    CHECK(bedside.recorded<ConsultationEnded>().size() == 1);
    bedside.begin();
    CHECK(bedside.consultation->sheet() == sheet);
    CHECK(bedside.consultation->professional() == QStringLiteral("Inès Morvan, nurse"));
    CHECK(bedside.consultation->consent() == Consent::Given);
    CHECK(bedside.consultation->stage() == ConsultationStage::Before);
    CHECK(bedside.desk->drafts().empty()); // no unfinished call in the queue
}

TEST_CASE("the telephone takes over with a recorded reason, and hanging up closes nothing")
{
    OpenConsultation bedside;
    bedside.desk.write({ModeChanged{bedside.id, Modality::SynchronousTeleExpertise,
                                    Modality::Teleconsultation, ModeChangeReason::MustBeSeen}});
    bedside.inCall();
    REQUIRE(soon([&] { return bedside.consultation->view().row.mode == Modality::Teleconsultation; }));
    bedside.consultation->goByPhone(ModeChangeReason::VideoFailed);
    CHECK(bedside.calls->script.has("by phone"));
    CHECK(bedside.consultation->isByPhone());
    CHECK(soon([&] {
        const auto changes = bedside.recorded<ModeChanged>();
        return changes.size() == 2 && changes.back().reason == ModeChangeReason::VideoFailed;
    }));
    bedside.desk.clock().advance(std::chrono::minutes(5));
    bedside.consultation->hangUp();
    CHECK(bedside.calls->script.isEnded);
    CHECK(bedside.consultation->stage() == ConsultationStage::Over);
    REQUIRE(soon([&] { return bedside.recorded<ConsultationEnded>().size() == 1; }));
    CHECK(bedside.recorded<ConsultationEnded>()[0].line.byPhone == 300);
    CHECK(bedside.desk.caseView(bedside.id).row.state == CaseState::InProgress);
}

TEST_CASE("how the line was is recorded from the home's seat")
{
    OpenConsultation bedside;
    const auto seat = bedside.inCall();
    call::told::LineMeasured measured;
    measured.seat = seat;
    measured.facts.lasted = std::chrono::minutes(2);
    bedside.calls->script.tell(measured);
    call::told::StateChanged last{seat, call::CallState::Ended, {}};
    last.facts.lasted = std::chrono::minutes(12);
    last.facts.video = std::chrono::minutes(10);
    last.facts.withoutPicture = std::chrono::seconds(95);
    last.facts.reconnections = 2;
    bedside.calls->script.atEnd = {{}, last};
    REQUIRE(soon([&] { return bedside.consultation->lineWords() == QStringLiteral("Good connection"); }));
    bedside.consultation->hangUp();
    REQUIRE(soon([&] { return bedside.recorded<ConsultationEnded>().size() == 1; }));
    const auto line = bedside.recorded<ConsultationEnded>()[0].line;
    CHECK(line.video == 600);
    CHECK(line.withoutPicture == 95);
    CHECK(line.reconnections == 2);
}

TEST_CASE("advice is shown at the bedside and marked once it was said again; changed advice is not")
{
    OpenConsultation bedside;
    const auto seat = bedside.inCall();
    auto& consultation = *bedside.consultation;
    consultation.sendAdvice();
    CHECK(bedside.refusal.what.contains(QStringLiteral("no advice")));
    auto sheet = consultation.sheet();
    sheet.advice = {
        {"Morphine 5 mg before the care", "Dr Morel", false}, {"", "", false}, {"Mouth care", "", false}};
    consultation.setSheet(sheet);
    consultation.sendAdvice();
    CHECK(bedside.calls->script.advice ==
          std::vector<std::string>{"Morphine 5 mg before the care", "Mouth care"});
    bedside.calls->script.tell(call::told::Said{seat, call::message::Repeated{1, {1}}});
    REQUIRE(soon([&] { return consultation.sheet().advice[2].repeatedBack; }));
    CHECK_FALSE(consultation.sheet().advice[0].repeatedBack);
    sheet = consultation.sheet();
    sheet.advice[0].text = "Morphine 10 mg before the care"; // while the bedside reads the former one
    consultation.setSheet(sheet);
    bedside.calls->script.tell(call::told::Said{seat, call::message::Repeated{1, {0}}});
    bedside.calls->script.tell(call::told::Said{seat, call::message::Repeated{7, {0}}}); // of another list
    bedside.calls->script.tell(call::told::Said{seat, call::message::Repeated{1, {200}}});
    sheet = consultation.sheet();
    sheet.advice[2].text = "Mouth care every two hours";
    consultation.setSheet(sheet);
    CHECK_FALSE(consultation.sheet().advice[2].repeatedBack);
    CHECK_FALSE(consultation.sheet().advice[0].repeatedBack);
}

TEST_CASE("a photo is asked for once one may see, and confirmed once it is on the disk")
{
    OpenConsultation bedside;
    bedside.fillIn();
    bedside.consultation->askPhoto(QStringLiteral("the heel"));
    CHECK(bedside.refusal.what.contains(QStringLiteral("identity and consent")));
    const auto seat = bedside.inCall();
    auto& script = bedside.calls->script;
    bedside.consultation->askPhoto(QStringLiteral(" "));
    CHECK_FALSE(script.has("ask photo"));
    bedside.consultation->askPhoto(QStringLiteral("the heel"));
    CHECK(script.has("ask photo"));

    script.tell(call::told::PhotoCame{seat, 1, Bytes{0xFF, 0xD8, 0x00}}); // no JPEG
    REQUIRE(soon([&] { return bedside.notices.join(QString()).contains(QStringLiteral("can’t be read")); }));
    CHECK(bedside.recorded<PhotoKept>().empty());
    CHECK_FALSE(script.has("confirm photo"));

    QImage picture(800, 600, QImage::Format_RGB32);
    picture.fill(qRgb(10, 200, 30));
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    REQUIRE(picture.save(&buffer, "JPEG"));
    QImage shown;
    QObject::connect(bedside.consultation, &Consultation::photoKept, &bedside.context,
                     [&](const QImage& photo) { shown = photo; });
    script.tell(call::told::PhotoCame{seat, 2, Bytes(jpeg.begin(), jpeg.end()), "the heel"});
    REQUIRE(soon([&] { return script.has("confirm photo"); }));
    CHECK(shown.size() == picture.size());
    const auto kept = bedside.recorded<PhotoKept>();
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].what == "the heel");

    auto* file = bedside.desk->openCase(bedside.id, &bedside.desk.owner);
    REQUIRE(soon([&] { return file->isLoaded(); }));
    QImage again;
    QObject::connect(file, &CaseFile::photoOpened, &bedside.context,
                     [&](const QImage& photo) { again = photo; });
    for (const auto& entry : file->view().timeline) {
        file->openPhoto(entry.id); // only the photo answers
    }
    REQUIRE(soon([&] { return !again.isNull(); }));
    CHECK(again.pixelColor(400, 300).green() > 180);
}

TEST_CASE("a signed sheet is in the journal without its empty lines, and its draft is gone")
{
    OpenConsultation bedside;
    bedside.inCall();
    auto& consultation = *bedside.consultation;
    consultation.sign();
    CHECK_FALSE(bedside.refusal.what.isEmpty()); // nothing was found or advised, and the call goes on
    auto sheet = consultation.sheet();
    sheet.assessment = "Breakthrough pain";
    sheet.findings = {{"Breathing", "calm"}, {"Mouth", ""}};
    sheet.advice = {{"Mouth care", "", true}, {"", "", false}};
    consultation.setSheet(sheet);
    consultation.hangUp();
    consultation.sign();
    REQUIRE(soon([&] { return consultation.isSigned(); }));
    const auto reports = bedside.recorded<ConsultationSigned>();
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].sheet.findings.size() == 1);
    CHECK(reports[0].sheet.advice.size() == 1);
    CHECK(consultation.letter().contains(QStringLiteral("This is advice")));
    CHECK(consultation.letter().contains(QStringLiteral("Mouth care")));
    delete bedside.consultation;
    bedside.begin();
    CHECK(bedside.consultation->sheet().assessment.empty()); // a new one begins
}

TEST_CASE("whoever comes after the bedside has hung up is not seen by the former one's consent")
{
    OpenConsultation bedside;
    const auto seat = bedside.inCall();
    auto& script = bedside.calls->script;
    script.tell(call::told::StateChanged{seat, call::CallState::Ended, {}});
    REQUIRE(soon([&] { return !bedside.consultation->isIdentified(); }));
    script.asked.clear();
    const auto next = bedside.desk.workplace().ids->make<sealing::SeatId>();
    script.waits(next, "Rose");
    REQUIRE(soon([&] { return bedside.consultation->seats().size() == 2; }));
    bedside.consultation->admit(bedside.consultation->seats()[1].key);
    CHECK(script.has("admit"));
    CHECK_FALSE(script.has("identity and consent"));
}

TEST_CASE("a call by phone after one by video has a record of its own")
{
    OpenConsultation bedside;
    const auto seat = bedside.inCall();
    call::told::StateChanged last{seat, call::CallState::Ended, {}};
    last.facts.lasted = std::chrono::minutes(12);
    last.facts.video = std::chrono::minutes(12);
    bedside.calls->script.atEnd = {last};
    bedside.consultation->hangUp();
    bedside.consultation->openByPhone();
    bedside.desk.clock().advance(std::chrono::minutes(3));
    bedside.consultation->hangUp();
    REQUIRE(soon([&] { return bedside.recorded<ConsultationEnded>().size() == 2; }));
    const auto lines = bedside.recorded<ConsultationEnded>();
    CHECK(lines[0].line.video == 720);
    CHECK(lines[1].line.video == 0);
    CHECK(lines[1].line.byPhone == 180);
}

TEST_CASE("a new line begins with camera and microphone on, and says so")
{
    OpenConsultation bedside;
    bedside.inCall();
    bedside.consultation->switchMicrophone(false);
    bedside.consultation->switchCamera(false);
    bedside.consultation->hangUp();
    bedside.consultation->openByVideo();
    REQUIRE(bedside.consultation->isLive());
    CHECK(bedside.consultation->isMicrophoneOn());
    CHECK(bedside.consultation->isCameraOn());
}

TEST_CASE("what a line tells after it was hung up changes nothing")
{
    OpenConsultation bedside;
    const auto seat = bedside.inCall();
    bedside.calls->script.tell(call::told::StateChanged{seat, call::CallState::Troubled, {}});
    bedside.consultation->hangUp();
    REQUIRE(soon([&] { return bedside.recorded<ConsultationEnded>().size() == 1; }));
    CHECK(bedside.consultation->seats()[0].standing == SeatView::Standing::Away);
}

TEST_CASE("servers are checked before they are kept, and stay through a new start")
{
    OpenConsultation bedside;
    Sentence refusal;
    QObject::connect(&*bedside.desk, &Desk::refused, &bedside.context,
                     [&](const Sentence& why) { refusal = why; });
    bedside.desk->setCallServers(QStringLiteral("page=http://no/\n"));
    CHECK(refusal.what.contains(QStringLiteral("server page")));
    CHECK(bedside.desk->hasCallServers());
    delete bedside.consultation;
    bedside.desk.reopen();
    CHECK(bedside.desk->hasCallServers());
}
