// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/call_machine.h"
#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

using namespace chevet;
using namespace chevet::call;
using namespace std::chrono_literals;

namespace {

CallSettings settings()
{
    return {.clinician = {"Dr Anne Le Goff", message::Function::Physician, true},
            .telephone = "+33 2 40 00 00 00",
            .relays = {{"turn:turn.example.org:3478", "user", "password"}},
            .isThin = false};
}

/// A machine with what came out of it, and what must hold of that whatever goes in.
class Watched
{
public:
    void give(const CallInput& what)
    {
        const bool isBrokerUp = brokerAfter(what);
        out = machine.handle(now, what);
        for (const auto& one : out) {
            if (const auto* made = std::get_if<output::MakePeer>(&one)) {
                CHECK_FALSE(peer); // the one before was dropped
                CHECK(made->peer > last);
                last = made->peer;
                peer = made->peer;
                answered = false;
            } else if (const auto* dropped = std::get_if<output::DropPeer>(&one)) {
                CHECK(peer == dropped->peer);
                peer.reset();
                CHECK_FALSE(isShown); // hidden before it goes
            } else if (const auto* shown = std::get_if<output::ShowPicture>(&one)) {
                CHECK(machine.hasIdentityAndConsent());
                CHECK(peer == shown->peer);
                CHECK_FALSE(isShown);
                isShown = true;
            } else if (std::holds_alternative<output::HidePicture>(one)) {
                CHECK(isShown);
                isShown = false;
            } else if (const auto* answer = std::get_if<output::GiveAnswer>(&one)) {
                CHECK(peer == answer->peer);
                CHECK_FALSE(answered);
                answered = true;
            } else if (const auto* candidate = std::get_if<output::GiveCandidate>(&one)) {
                CHECK(peer == candidate->peer);
            } else if (std::holds_alternative<output::Say>(one)) {
                CHECK(isBrokerUp);
            }
        }
        CHECK(machine.isPictureShown() == isShown);
        CHECK((!isShown || machine.hasIdentityAndConsent()));
        const bool mayHavePeer = machine.state() == CallState::Connecting ||
                                 machine.state() == CallState::Connected ||
                                 machine.state() == CallState::Troubled;
        CHECK(peer.has_value() == mayHavePeer);
    }

    template<class Output> const Output* find() const
    {
        for (const auto& one : out) {
            if (const auto* found = std::get_if<Output>(&one)) {
                return found;
            }
        }
        return nullptr;
    }
    template<class Message> const Message* said() const
    {
        for (const auto& one : out) {
            const auto* say = std::get_if<output::Say>(&one);
            if (say != nullptr && std::holds_alternative<Message>(say->what)) {
                return &std::get<Message>(say->what);
            }
        }
        return nullptr;
    }
    bool tells(CallNotice what) const
    {
        return std::ranges::any_of(out, [what](const CallOutput& one) {
            const auto* tell = std::get_if<output::Tell>(&one);
            return tell != nullptr && tell->what == what;
        });
    }

    CallMachine machine{settings()};
    Moment now{0};
    std::vector<CallOutput> out;
    std::optional<std::uint64_t> peer;
    std::uint64_t last = 0;
    bool isShown = false;
    bool answered = false;

private:
    bool brokerAfter(const CallInput& what)
    {
        if (std::holds_alternative<input::BrokerDown>(what)) {
            m_isBrokerUp = false;
        } else if (std::holds_alternative<input::BrokerUp>(what)) {
            m_isBrokerUp = true;
        }
        return m_isBrokerUp;
    }
    bool m_isBrokerUp = true;
};

/// The states of the table, by their letters: a call that is rejoining tries again by itself (R) or waits for
/// the seat to come back (A).
void bringTo(Watched& call, char state)
{
    if (state == 'E') {
        return;
    }
    call.give(input::Joined{});
    if (state == 'W') {
        return;
    }
    call.give(input::AdmittedByDesk{});
    if (state == 'C') {
        return;
    }
    if (state == 'R') {
        call.give(input::MediaFailed{call.last});
        call.give(input::MediaFailed{call.last});
        return;
    }
    call.give(input::OfferMade{call.last, "offer"});
    call.give(input::Answered{"answer"});
    call.give(input::MediaConnected{call.last});
    call.give(input::IdentityAndConsentRecorded{});
    call.give(input::FirstPicture{call.last});
    switch (state) {
    case 'T': call.give(input::PictureTroubled{}); return;
    case 'A': call.give(input::SeatLeft{message::LeftReason::PageClosed}); return;
    case 'P': call.give(input::PhoneChosen{}); return;
    case 'X': call.give(input::HungUp{}); return;
    default: return;
    }
}

char letterOf(CallState state)
{
    return "EWCMTRPX"[static_cast<std::size_t>(state)];
}

/// `present`: the last peer that was made.
CallInput inputNamed(const std::string& name, std::uint64_t present)
{
    const auto stale = present + 100;
    const message::Candidate candidate{"candidate", 0};
    const std::map<std::string, CallInput> inputs{
        {"joined", input::Joined{}},
        {"returned", input::Returned{}},
        {"admitted", input::AdmittedByDesk{}},
        {"refused", input::RefusedByDesk{}},
        {"consent", input::IdentityAndConsentRecorded{}},
        {"withdrawn", input::ConsentWithdrawn{}},
        {"offer", input::OfferMade{present, "offer"}},
        {"late-offer", input::OfferMade{stale, "offer"}},
        {"own-candidate", input::OwnCandidate{present, candidate}},
        {"late-candidate", input::OwnCandidate{stale, candidate}},
        {"answer", input::Answered{"answer"}},
        {"their-candidate", input::TheirCandidate{candidate}},
        {"media", input::MediaConnected{present}},
        {"late-media", input::MediaConnected{stale}},
        {"failed", input::MediaFailed{present}},
        {"late-failed", input::MediaFailed{stale}},
        {"picture", input::FirstPicture{present}},
        {"late-picture", input::FirstPicture{stale}},
        {"troubled", input::PictureTroubled{}},
        {"lost", input::PictureLost{}},
        {"back", input::PictureBack{}},
        {"left", input::SeatLeft{message::LeftReason::ByHand}},
        {"page-closed", input::SeatLeft{message::LeftReason::PageClosed}},
        {"silent", input::SeatSilent{}},
        {"they-failed", input::SeatTroubled{message::TroubleKind::ConnectionFailed}},
        {"they-see-nothing", input::SeatTroubled{message::TroubleKind::NoPictureFromYou}},
        {"their-camera", input::SeatTroubled{message::TroubleKind::CameraLost}},
        {"broker-down", input::BrokerDown{}},
        {"broker-up", input::BrokerUp{}},
        {"phone", input::PhoneChosen{}},
        {"video", input::VideoChosen{}},
        {"hung-up", input::HungUp{}},
        {"no-camera", input::NoCamera{}},
        {"time", input::TimeIsUp{}},
    };
    return inputs.at(name);
}

// E empty, W waiting, C connecting, M connected, T troubled, R rejoining, A rejoining when the seat is back,
// P by phone, X ended: what each becomes (A is R there).
constexpr std::string_view table = R"(
                  E W C M T R A P X
joined            W W C M T R R P W
returned          E W C C C C C P X
admitted          E C C M T R R P X
refused           E E C M T R R P X
consent           E W C M T R R P X
withdrawn         E W C M T R R P X
offer             E W C M T R R P X
late-offer        E W C M T R R P X
own-candidate     E W C M T R R P X
late-candidate    E W C M T R R P X
answer            E W C M T R R P X
their-candidate   E W C M T R R P X
media             E W M M T R R P X
late-media        E W C M T R R P X
failed            E W C C C R R P X
late-failed       E W C M T R R P X
picture           E W M M T R R P X
late-picture      E W C M T R R P X
troubled          E W C T T R R P X
lost              E W C C C R R P X
back              E W C M M R R P X
left              E E X X X X X P X
page-closed       E E R R R R R P X
silent            E E R M T R R P X
they-failed       E W C C C R R P X
they-see-nothing  E W C M T R R P X
their-camera      E W C M T R R P X
broker-down       E W R M T R R P X
broker-up         E W C M T R R P X
phone             P P P P P P P P P
video             E W C M T R R C X
hung-up           X X X X X X X X X
no-camera         E W C M T R R P X
time              E W C M T C R P X
)";

struct Row
{
    std::string input;
    std::vector<char> becomes;
};

std::vector<Row> rows()
{
    std::vector<Row> all;
    std::istringstream lines{std::string(table)};
    for (std::string text; std::getline(lines, text);) {
        std::istringstream words(text);
        Row row;
        if (!text.starts_with(' ')) {
            words >> row.input;
        }
        for (char letter = 0; words >> letter;) {
            row.becomes.push_back(letter);
        }
        if (!row.becomes.empty()) {
            all.push_back(row);
        }
    }
    return all;
}

Watched inCall()
{
    Watched call;
    bringTo(call, 'M');
    return call;
}

} // namespace

TEST_CASE("every state answers every input as the table says")
{
    const auto all = rows();
    const auto& states = all.front().becomes;
    std::set<std::size_t> covered;
    for (std::size_t i = 1; i < all.size(); ++i) {
        REQUIRE(all[i].becomes.size() == states.size());
        for (std::size_t column = 0; column < states.size(); ++column) {
            INFO("in state " << states[column] << " " << all[i].input);
            Watched call;
            bringTo(call, states[column]);
            const auto expectedBefore = states[column] == 'A' ? 'R' : states[column];
            REQUIRE(letterOf(call.machine.state()) == expectedBefore);
            call.now = call.machine.deadline().value_or(call.now);
            const auto what = inputNamed(all[i].input, call.last);
            covered.insert(what.index());
            call.give(what);
            CHECK(letterOf(call.machine.state()) == all[i].becomes[column]);
        }
    }
    CHECK(covered.size() == std::variant_size_v<CallInput>);
    CHECK(states.size() == callStates + 1);
}

TEST_CASE("whatever comes in whatever order, what must hold holds")
{
    CHEVET_SEEDED(random, 4);
    const auto all = rows();
    for (int walk = 0; walk < test::scaled(300, 5000); ++walk) {
        Watched call;
        bringTo(call, random.oneOf(all.front().becomes));
        for (int step = 0; step < 100; ++step) {
            call.now += Moment{random.below(4000)};
            call.give(inputNamed(all[1 + random.below(all.size() - 1)].input, call.last));
        }
        call.give(input::HungUp{});
        CHECK(call.machine.state() == CallState::Ended);
        CHECK_FALSE(call.isShown);
        CHECK_FALSE(call.peer);
    }
}

TEST_CASE("a call goes from the knock to the picture")
{
    Watched call;
    call.give(input::Joined{});
    CHECK(call.tells(CallNotice::SomebodyWaits));
    call.give(input::Joined{}); // once a minute, as long as nobody lets it in
    CHECK(call.out.empty());
    call.give(input::AdmittedByDesk{});
    REQUIRE(call.said<message::Admitted>());
    CHECK(call.said<message::Admitted>()->name == "Dr Anne Le Goff");
    CHECK(call.find<output::MakePeer>());
    call.give(input::OfferMade{call.last, "offer"});
    REQUIRE(call.said<message::Offer>());
    CHECK(call.said<message::Offer>()->relays.size() == 1);
    call.give(input::OwnCandidate{call.last, {"ours", 0}});
    CHECK(call.said<message::Candidate>());
    call.give(input::TheirCandidate{{"theirs", 0}}); // before the answer: the peer lets it wait
    CHECK(call.find<output::GiveCandidate>());
    call.give(input::Answered{"answer"});
    CHECK(call.find<output::GiveAnswer>());
    call.give(input::Answered{"another"});
    CHECK_FALSE(call.find<output::GiveAnswer>());
    call.give(input::MediaConnected{call.last});
    CHECK(call.tells(CallNotice::Connected));
    call.give(input::FirstPicture{call.last});
    CHECK_FALSE(call.find<output::ShowPicture>());
    CHECK(call.tells(CallNotice::IdentityAndConsentOwed));
    call.give(input::IdentityAndConsentRecorded{});
    CHECK(call.find<output::ShowPicture>());
}

TEST_CASE("identity and consent recorded first, the first picture is shown at once")
{
    Watched call;
    bringTo(call, 'C');
    call.give(input::IdentityAndConsentRecorded{});
    CHECK_FALSE(call.find<output::ShowPicture>());
    call.give(input::FirstPicture{call.last});
    CHECK(call.find<output::ShowPicture>());
}

TEST_CASE("consent that is withdrawn hides the picture, and recorded anew shows it")
{
    auto call = inCall();
    call.give(input::ConsentWithdrawn{});
    CHECK(call.find<output::HidePicture>());
    CHECK(call.machine.state() == CallState::Connected);
    call.give(input::PictureBack{});
    CHECK_FALSE(call.isShown);
    call.give(input::IdentityAndConsentRecorded{});
    CHECK(call.isShown);
}

TEST_CASE("consent outlives a lost connection and ends with the call")
{
    auto call = inCall();
    call.give(input::PictureLost{});
    CHECK(call.find<output::HidePicture>());
    call.give(input::FirstPicture{call.last});
    CHECK(call.find<output::ShowPicture>());
    call.give(input::SeatLeft{});
    call.give(input::Joined{});
    call.give(input::AdmittedByDesk{});
    call.give(input::FirstPicture{call.last});
    CHECK_FALSE(call.isShown);
    CHECK(call.tells(CallNotice::IdentityAndConsentOwed));
}

TEST_CASE("picture and sound survive a broker that goes away")
{
    for (const char state : {'M', 'T'}) {
        Watched call;
        bringTo(call, state);
        const auto peer = call.peer;
        call.give(input::BrokerDown{});
        CHECK(call.tells(CallNotice::BrokerLost));
        CHECK(call.peer == peer);
        CHECK(call.isShown);
        call.give(input::BrokerUp{});
        CHECK(call.peer == peer);
        CHECK_FALSE(call.find<output::MakePeer>());
    }
}

TEST_CASE("what fails while the broker is away is begun anew when it is back")
{
    auto call = inCall();
    call.give(input::BrokerDown{});
    call.give(input::PictureLost{});
    CHECK(call.machine.state() == CallState::Rejoining);
    CHECK_FALSE(call.peer);
    call.give(input::BrokerUp{});
    CHECK(call.find<output::MakePeer>());

    Watched early;
    bringTo(early, 'W');
    early.give(input::BrokerDown{});
    early.give(input::AdmittedByDesk{});
    CHECK_FALSE(early.peer);
    early.give(input::BrokerUp{});
    CHECK(early.said<message::Admitted>());
    CHECK(early.peer);
}

TEST_CASE("no picture for 3 seconds is told to both sides, and its return too")
{
    auto call = inCall();
    call.give(input::PictureTroubled{});
    REQUIRE(call.said<message::Frozen>());
    CHECK(call.said<message::Frozen>()->isFrozen);
    CHECK(call.said<message::Frozen>()->telephone == "+33 2 40 00 00 00");
    CHECK(call.isShown);
    call.give(input::PictureBack{});
    REQUIRE(call.said<message::Frozen>());
    CHECK_FALSE(call.said<message::Frozen>()->isFrozen);
}

TEST_CASE("a seat that comes back gets a new peer connection, and nothing of the old one counts")
{
    auto call = inCall();
    const auto old = call.last;
    call.give(input::Returned{});
    CHECK(call.find<output::DropPeer>());
    REQUIRE(call.find<output::MakePeer>());
    CHECK(call.last != old);
    for (const CallInput& late : std::vector<CallInput>{
             input::OfferMade{old, "x"}, input::MediaConnected{old}, input::FirstPicture{old},
             input::MediaFailed{old}, input::OwnCandidate{old, {}}}) {
        call.give(late);
        CHECK(call.out.empty());
    }
}

TEST_CASE("attempts that fail come further and further apart, and start afresh after a picture")
{
    Watched call;
    bringTo(call, 'C');
    std::vector<std::int64_t> gaps;
    for (int i = 0; i < 6; ++i) {
        call.give(input::MediaFailed{call.last});
        const auto before = call.now;
        while (!call.peer) {
            call.now = *call.machine.deadline();
            call.give(input::TimeIsUp{});
        }
        gaps.push_back((call.now - before).count() / 1000);
    }
    CHECK(gaps == std::vector<std::int64_t>{0, 2, 4, 8, 15, 15});
    call.give(input::FirstPicture{call.last});
    call.give(input::MediaFailed{call.last});
    CHECK(call.peer);
}

TEST_CASE("an offer that nobody answers is told after fifteen seconds and tried again")
{
    Watched call;
    bringTo(call, 'C');
    const auto first = call.last;
    call.now = 14s;
    call.give(input::TimeIsUp{});
    CHECK(call.out.empty());
    call.now = 15s;
    call.give(input::TimeIsUp{});
    CHECK(call.tells(CallNotice::NoAnswer));
    CHECK(call.last != first);
}

TEST_CASE("hanging up from either side in every state ends the call and closes no consultation")
{
    for (const char state : std::string("EWCMTRAP")) {
        INFO(state);
        Watched here;
        bringTo(here, state);
        here.give(input::HungUp{});
        CHECK(here.machine.state() == CallState::Ended);
        CHECK(here.find<output::Release>());
        CHECK(here.tells(CallNotice::EndedHere));
        // the call can be taken up again: there is nothing that was closed
        here.give(input::Joined{});
        here.give(input::AdmittedByDesk{});
        CHECK(here.peer);
        CHECK_FALSE(here.machine.hasIdentityAndConsent());
    }
    for (const char state : std::string("CMTRA")) {
        Watched there;
        bringTo(there, state);
        there.give(input::SeatLeft{message::LeftReason::ByHand});
        CHECK(there.machine.state() == CallState::Ended);
        CHECK(there.tells(CallNotice::EndedThere));
        CHECK_FALSE(there.peer);
    }
}

TEST_CASE("a page that was closed may come back within the same call")
{
    auto call = inCall();
    call.give(input::SeatLeft{message::LeftReason::PageClosed});
    CHECK_FALSE(call.peer);
    CHECK_FALSE(call.machine.deadline()); // it is not called after
    call.give(input::Returned{});
    CHECK(call.peer);
    call.give(input::FirstPicture{call.last});
    CHECK(call.isShown);
}

TEST_CASE("the call goes on by phone from every state, and back to video where somebody is there")
{
    for (const char state : std::string("EWCMTRAX")) {
        INFO(state);
        Watched call;
        bringTo(call, state);
        call.give(input::PhoneChosen{});
        CHECK(call.machine.state() == CallState::ByPhone);
        CHECK_FALSE(call.peer);
        const bool isSomebodyThere = state != 'E' && state != 'X';
        CHECK((call.said<message::GoingByPhone>() != nullptr) == isSomebodyThere);
    }
    auto call = inCall();
    call.give(input::PhoneChosen{});
    call.give(input::VideoChosen{});
    CHECK(call.peer);
    call.give(input::FirstPicture{call.last});
    CHECK(call.isShown);

    Watched early;
    bringTo(early, 'W');
    early.give(input::PhoneChosen{});
    early.give(input::VideoChosen{});
    CHECK(early.machine.state() == CallState::Waiting);
}

TEST_CASE("whoever joins while the team is on the phone is announced and not connected")
{
    Watched call;
    call.give(input::PhoneChosen{});
    call.give(input::Joined{});
    CHECK(call.tells(CallNotice::SomebodyWaits));
    CHECK_FALSE(call.peer);
    call.give(input::VideoChosen{});
    CHECK(call.machine.state() == CallState::Waiting);
}

TEST_CASE("a desk without a camera calls all the same")
{
    Watched call;
    call.give(input::NoCamera{});
    CHECK(call.tells(CallNotice::OwnCameraMissing));
    call.give(input::Joined{});
    call.give(input::AdmittedByDesk{});
    CHECK(call.peer);
}

TEST_CASE("a seat that is silent on the broker keeps its picture")
{
    auto call = inCall();
    call.give(input::SeatSilent{});
    CHECK(call.tells(CallNotice::SeatQuiet));
    CHECK(call.peer);
    CHECK(call.isShown);
}

TEST_CASE("every state has a name")
{
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < callStates; ++i) {
        names.insert(stateName(static_cast<CallState>(i)));
    }
    CHECK(names.size() == callStates);
}
