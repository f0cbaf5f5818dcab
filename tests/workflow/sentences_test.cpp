// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/catch.h"
#include "workflow/intake.h"
#include "workflow/queue_model.h"
#include "workflow/sentences.h"
#include "workflow/show_text.h"
#include "workflow/speaking.h"
#include "workflow/store/motive_list.h"
#include "workflow/store/queue_cells.h"

#include <QLocale>
#include <QSet>
#include <QtTest>

#include <functional>

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;
using chevet::workflow::testing::Speaking;

namespace {

const FixedClock paris(Instant{1'795'248'000'000}, 60); // 2026-11-21 09:00 there
const EntryWords inParis{&paris};

template<class E> void addWords(QStringList& all)
{
    QSet<QString> different;
    for (const auto& [value, name] : Words<E>::all) {
        INFO(name);
        const auto text = word(value);
        CHECK_FALSE(text.isEmpty());
        all << text;
        different.insert(text);
    }
    CHECK(different.size() == static_cast<qsizetype>(Words<E>::all.size()));
}

QStringList everyWord()
{
    QStringList all;
    addWords<Motive>(all);
    addWords<Symptom>(all);
    addWords<Context>(all);
    addWords<Bedside>(all);
    addWords<Consent>(all);
    addWords<Addressee>(all);
    addWords<Modality>(all);
    addWords<Purpose>(all);
    addWords<Verdict>(all);
    addWords<Condition>(all);
    addWords<Owed>(all);
    addWords<AlsoConsider>(all);
    addWords<Role>(all);
    addWords<CaseState>(all);
    addWords<AttemptOutcome>(all);
    addWords<OverrideReason>(all);
    addWords<HospitalWish>(all);
    addWords<TransferOutcome>(all);
    addWords<HomeField>(all);
    addWords<ResidentField>(all);
    addWords<RequestField>(all);
    for (const auto& [modality, name] : Words<Modality>::all) {
        all << shortWord(modality);
    }
    for (const auto& fact : allFacts) {
        all << word(fact.fact) << question(fact.fact);
    }
    for (int column = 0; column < QueueModel::ColumnCount; ++column) {
        all << columnTitle(static_cast<QueueModel::Column>(column));
    }
    return all;
}

/// From the first to the last; a new code lengthens the walk by itself.
std::vector<ErrorCode> everyCode()
{
    std::vector<ErrorCode> codes;
    for (auto number = static_cast<std::uint16_t>(ErrorCode::BadInput);
         number <= static_cast<std::uint16_t>(ErrorCode::Internal); ++number) {
        codes.push_back(static_cast<ErrorCode>(number));
    }
    return codes;
}

TimelineEntry entryOf(EventBody body)
{
    TimelineEntry entry;
    entry.body = std::move(body);
    return entry;
}

/// One entry of every kind of body.
template<std::size_t... Index> std::vector<TimelineEntry> everyEntry(std::index_sequence<Index...>)
{
    return {entryOf(std::variant_alternative_t<Index, EventBody>{})...};
}

std::vector<TimelineEntry> everyEntry()
{
    return everyEntry(std::make_index_sequence<std::variant_size_v<EventBody>>{});
}

constexpr std::int64_t minute = 60'000;
constexpr std::int64_t hour = 60 * minute;
// 2026-11-21 09:00 in Paris.
constexpr Instant morning{1795248000000};

} // namespace

TEST_CASE("every value of every word list has a word of its own in both languages")
{
    QStringList english;
    QStringList french;
    {
        const Speaking in(QStringLiteral("en"));
        english = everyWord();
    }
    {
        const Speaking in(QStringLiteral("fr"));
        french = everyWord();
    }
    REQUIRE(english.size() == french.size());
    REQUIRE(english.size() > 150);
    CHECK_FALSE(english.contains(QString()));
    CHECK_FALSE(french.contains(QString()));
    int different = 0;
    for (qsizetype i = 0; i < english.size(); ++i) {
        different += english[i] == french[i] ? 0 : 1;
    }
    // "agitation", "confusion", "possible" and a few more are the same word.
    CHECK(different > english.size() - 15);
}

TEST_CASE("every error says what happened and what to do next in both languages")
{
    for (const auto* language : {"en", "fr"}) {
        const Speaking in(QString::fromLatin1(language));
        QSet<QString> different;
        for (const auto code : everyCode()) {
            const auto sentence = sentenceFor({code, "phone", 7});
            INFO(language << " " << errorName(code));
            CHECK(sentence.what.size() > 8);
            CHECK(sentence.todo.size() > 8);
            CHECK_FALSE(sentence.what.contains(QLatin1Char('%')));
            CHECK_FALSE(sentence.todo.contains(QLatin1Char('%')));
            CHECK(sentence.what.endsWith(QLatin1Char('.')));
            CHECK(sentence.todo.endsWith(QLatin1Char('.')));
            different.insert(sentence.what);
        }
        CHECK(different.size() == static_cast<qsizetype>(everyCode().size()));
    }
}

TEST_CASE("an error's place and number stand in its sentence as they are")
{
    CHECK(sentenceFor({ErrorCode::BadInput, "a %2 %1", 7}).what.contains(QStringLiteral("a %2 %1")));
    CHECK(sentenceFor({ErrorCode::Damaged, "", 4711}).what.contains(QStringLiteral("4711")));
    CHECK(sentenceFor({ErrorCode::BadInput, "", 0}).what.contains(QStringLiteral("bad_input")));
}

TEST_CASE("a wrong passphrase is told with what to look at")
{
    const Speaking in(QStringLiteral("fr"));
    const auto sentence = sentenceFor({ErrorCode::WrongPassphrase, {}, 0});
    CHECK(sentence.what.contains(QStringLiteral("n’ouvre pas")));
    CHECK(sentence.todo.contains(QStringLiteral("majuscules")));
}

TEST_CASE("a timeline entry of every kind has its line in both languages")
{
    for (const auto* language : {"en", "fr"}) {
        const Speaking in(QString::fromLatin1(language));
        for (const auto& entry : everyEntry()) {
            INFO(language << " kind " << entry.body->index());
            CHECK_FALSE(entryTitle(entry, inParis).trimmed().isEmpty());
            CHECK_FALSE(entryTitle(entry, inParis).contains(QStringLiteral("%1")));
            CHECK_FALSE(entryText(entry, inParis).contains(QStringLiteral("%1")));
        }
    }
}

TEST_CASE("an entry of a newer version and one without a key are told apart")
{
    TimelineEntry newer;
    newer.kind = "photo.taken";
    CHECK(entryTitle(newer, inParis).contains(QStringLiteral("photo.taken")));
    TimelineEntry sealed;
    sealed.kind = "note.added";
    sealed.readable = false;
    CHECK(entryTitle(sealed, inParis) != entryTitle(newer, inParis));
    CHECK(entryText(sealed, inParis).isEmpty());
}

TEST_CASE("what an entry says in full is the author's text")
{
    CHECK(entryText(entryOf(NoteAdded{{}, "calme, respire mieux"}), inParis) ==
          QStringLiteral("calme, respire mieux"));
    StateChanged closing;
    closing.to = CaseState::Closed;
    closing.reason = "family declined";
    closing.waived = {Owed::Visit};
    const auto text = entryText(entryOf(closing), inParis);
    CHECK(text.contains(QStringLiteral("family declined")));
    CHECK(text.contains(word(Owed::Visit)));
}

TEST_CASE("times within an entry are those of the desk’s zone, wherever it was written")
{
    auto deferred = entryOf(RequestDeferred{{}, paris.now() + std::chrono::hours(5), "x"});
    deferred.at = paris.now();
    deferred.offsetMinutes = 11 * 60; // Nouméa
    CHECK(entryTitle(deferred, inParis).contains(QStringLiteral("14:00")));
    auto tried = entryOf(AttemptMade{
        {}, paris.now(), AttemptOutcome::NoAnswer, paris.now() + std::chrono::minutes(30), std::nullopt});
    tried.offsetMinutes = -4 * 60;
    CHECK(entryText(tried, inParis).contains(QStringLiteral("09:30")));
}

TEST_CASE("a correction is told with what stood there before, and names are told instead of ids")
{
    const HomeId from{{1}};
    const HomeId to{{2}};
    EntryWords words{&paris};
    words.names[from.bytes] = QStringLiteral("Les Tilleuls");
    words.names[to.bytes] = QStringLiteral("Kerlann");
    auto moved = entryOf(RequestCorrected{{}, RequestField::Home, to});
    moved.id = EventId{{9}};
    CHECK(entryText(moved, words) == QStringLiteral("Kerlann"));
    words.before[moved.id] = from;
    CHECK(entryText(moved, words) == QStringLiteral("Les Tilleuls → Kerlann"));
    words.before[moved.id] = FieldValue();
    CHECK(entryText(moved, words) == QStringLiteral("unknown → Kerlann"));
    CHECK_FALSE(entryText(moved, inParis).isEmpty());
}

TEST_CASE("due times read as a nurse would say them")
{
    const FixedClock clock(morning, 60);
    const auto due = [&](std::int64_t span) { return dueText({morning.millis + span}, morning, clock); };
    CHECK(due(0) == QStringLiteral("now"));
    CHECK(due(1) == QStringLiteral("in 1 min"));
    CHECK(due(12 * minute) == QStringLiteral("in 12 min"));
    CHECK(due(3 * hour) == QStringLiteral("in 3 h"));
    CHECK(due(24 * hour + 30 * minute) == QStringLiteral("tomorrow 09:30"));
    CHECK(due(-30'000) == QStringLiteral("now"));
    CHECK(due(-8 * minute) == QStringLiteral("+8 min"));
    CHECK(due(-3 * hour) == QStringLiteral("+3 h"));
    CHECK(due(-49 * hour) == QStringLiteral("+2 d"));
    CHECK(due(3 * 24 * hour).contains(QStringLiteral("09:00")));
    CHECK(due(40 * 24 * hour).contains(QStringLiteral("09:00")));
}

TEST_CASE("times are the injected clock's local times")
{
    const FixedClock paris(morning, 60);
    const FixedClock noumea(morning, 660);
    CHECK(timeText(morning, morning, paris) == QStringLiteral("09:00"));
    CHECK(timeText(morning, morning, noumea) == QStringLiteral("19:00"));
    CHECK(timeText({morning.millis - 24 * hour}, morning, paris).endsWith(QStringLiteral(" 09:00")));
    CHECK(dateText({1934, 2, 28}) == QStringLiteral("28/02/1934"));
}

TEST_CASE("names, ages and values are told in the language of the session")
{
    CHECK(residentText("Dupont", "Jeanne", false) == QStringLiteral("DUPONT Jeanne"));
    CHECK(residentText("", "", true).contains(QStringLiteral("provisional")));
    CHECK(ageText(Date{1934, 11, 22}, Date{2026, 11, 21}) == QStringLiteral("91 years"));
    CHECK(ageText({}, Date{2026, 11, 21}) == QStringLiteral("age unknown"));
    CHECK(ageText(Date{2030, 1, 1}, Date{2026, 11, 21}) == QStringLiteral("age unknown"));
    CHECK(valueText(Fact::Severity, 7) == QStringLiteral("7 of 10"));
    CHECK(valueText(Fact::Dying, std::monostate{}) == QStringLiteral("unknown"));
    CHECK(valueText(Fact::Bedside, std::string("nurse")) == QStringLiteral("nurse"));
    CHECK(valueText(Fact::Objective, std::string("see the wound")) == QStringLiteral("see the wound"));
    CHECK(motivesText({Motive::Symptom, Motive::Ethical}) == QStringLiteral("symptom, ethical question"));
    CHECK(motivesText({}) == word(Motive::Unclear));
    const Speaking in(QStringLiteral("fr"));
    CHECK(ageText(Date{1934, 11, 22}, Date{2026, 11, 21}) == QStringLiteral("91 ans"));
    CHECK(valueText(Fact::Dying, true) == QStringLiteral("oui"));
    CHECK(text({"english", "français"}) == QStringLiteral("français"));
    CHECK(text({"english", ""}) == QStringLiteral("english"));
}

TEST_CASE("a Turkish locale changes no letter of a name and no word")
{
    const Speaking in(QStringLiteral("en"));
    QLocale::setDefault(QLocale(QLocale::Turkish, QLocale::Turkey));
    CHECK(residentText("Michaud", "Iris", false) == QStringLiteral("MICHAUD Iris"));
    CHECK(code(Priority::P1) == QStringLiteral("P1"));
    CHECK(valueText(Fact::TravelMinutes, 1200) == QStringLiteral("1200 min"));
    CHECK(dateText({1934, 2, 28}) == QStringLiteral("28/02/1934"));
}

TEST_CASE("every motive has one letter of its own in each language and none needs a digit")
{
    for (const auto* language : {"en", "fr"}) {
        const Speaking in(QString::fromLatin1(language));
        QSet<QChar> letters;
        for (const auto& choice : allMotiveChoices()) {
            INFO(language << " " << choice.label.toStdString());
            CHECK((choice.key == QLatin1Char('?') ||
                   (choice.key >= QLatin1Char('A') && choice.key <= QLatin1Char('Z'))));
            CHECK(choice.label.size() > 2);
            CHECK(numberOf(choice).has_value());
            letters.insert(choice.key);
        }
        CHECK(letters.size() == static_cast<qsizetype>(allMotiveChoices().size()));
    }
}

TEST_CASE("the motives' letters reach every motive that a call can have")
{
    MotiveSet reached;
    for (const auto& choice : allMotiveChoices()) {
        reached.insert(choice.motive);
    }
    for (const auto& [motive, name] : Words<Motive>::all) {
        INFO(name);
        CHECK(reached.has(motive));
    }
}
