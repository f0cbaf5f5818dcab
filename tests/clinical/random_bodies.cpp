// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinical/random_bodies.h"

#include <cstdlib>

namespace chevet::test {
namespace {

using namespace clinical;

template<class E> E word(Random& random)
{
    return random.oneOf(Words<E>::all).first;
}

template<class E> SetOf<E> setOf(Random& random)
{
    SetOf<E> set;
    for (const auto& [value, name] : Words<E>::all) {
        if (random.onceIn(2)) {
            set.insert(value);
        }
    }
    return set;
}

template<class AnyId> AnyId id(Random& random)
{
    return *AnyId::fromBytes(random.bytes(16));
}

template<class T> std::optional<T> maybe(Random& random, T value)
{
    return random.onceIn(3) ? std::nullopt : std::optional<T>(std::move(value));
}

Instant instant(Random& random)
{
    return {random.between(0, 4'000'000'000'000)};
}

int number(Random& random, int low, int high)
{
    return static_cast<int>(random.between(low, high));
}

bool flip(Random& random)
{
    return random.onceIn(2);
}

Date date(Random& random)
{
    return {static_cast<std::int16_t>(number(random, 1850, 2200)),
            static_cast<std::uint8_t>(number(random, 1, 12)),
            static_cast<std::uint8_t>(number(random, 1, 28))};
}

Home home(Random& random)
{
    return {.name = randomText(random),
            .town = randomText(random),
            .phone = randomText(random),
            .onCall = randomText(random),
            .travelMinutes = maybe(random, number(random, 0, 1440)),
            .video = maybe(random, flip(random)),
            .trained = maybe(random, flip(random)),
            .agreement = maybe(random, flip(random)),
            .referent = randomText(random)};
}

Resident resident(Random& random)
{
    return {.familyName = randomText(random),
            .givenName = randomText(random),
            .birthDate = maybe(random, date(random)),
            .home = id<HomeId>(random),
            .room = randomText(random),
            .provisional = flip(random),
            .treatingPhysician = randomText(random),
            .hospitalAtHome = randomText(random)};
}

FactValue factValue(Random& random, Fact fact)
{
    if (random.onceIn(4)) {
        return std::monostate{};
    }
    const auto& about = describe(fact);
    switch (about.type) {
    case FactType::Motives: return setOf<Motive>(random);
    case FactType::Number: return number(random, about.lowest, about.highest);
    case FactType::YesNo: return flip(random);
    case FactType::Word: {
        const auto words = wordsOf(fact);
        return std::string(random.oneOf(words));
    }
    case FactType::Text: break;
    }
    return flip(random) ? FactValue(true) : FactValue(randomText(random));
}

Fact fact(Random& random)
{
    return random.oneOf(allFacts).fact;
}

Reason reason(Random& random)
{
    return {randomText(random), "excludes", {randomText(random), randomText(random)}, "000:374"};
}

std::vector<Reason> reasons(Random& random)
{
    std::vector<Reason> all(random.below(4));
    for (auto& one : all) {
        one = reason(random);
    }
    return all;
}

Recommendation recommendation(Random& random)
{
    Recommendation made;
    made.first = word<Modality>(random);
    made.meanwhile = maybe(random, word<Modality>(random));
    made.then = maybe(random, word<Modality>(random));
    made.purpose = word<Purpose>(random);
    made.priority = word<Priority>(random);
    made.answerWithinMinutes = number(random, 0, 525'600);
    for (auto& advice : made.modalities) {
        advice = {word<Modality>(random), word<Verdict>(random), number(random, -1000, 1000),
                  setOf<Condition>(random), reasons(random)};
    }
    made.conditions = setOf<Condition>(random);
    made.owed = setOf<Owed>(random);
    made.alsoConsider = setOf<AlsoConsider>(random);
    for (auto left = random.below(4); left > 0; --left) {
        const auto assumed = fact(random);
        made.assumed.push_back({assumed, factValue(random, assumed)});
        const auto changed = fact(random);
        made.wouldChange.push_back({changed, factValue(random, changed), word<Modality>(random)});
        made.silentRules.push_back({randomText(random), {fact(random), fact(random)}});
    }
    made.rules = {"3", randomText(random)};
    made.furtherReasons = reasons(random);
    return made;
}

FieldValue valueOf(Random& random, RequestField field)
{
    switch (field) {
    case RequestField::Resident: return id<ResidentId>(random);
    case RequestField::Home: return id<HomeId>(random);
    case RequestField::Motives: return setOf<Motive>(random);
    default: return randomText(random);
    }
}

FieldValue valueOf(Random& random, ResidentField field)
{
    switch (field) {
    case ResidentField::BirthDate: return date(random);
    case ResidentField::Home: return id<HomeId>(random);
    case ResidentField::Provisional: return flip(random);
    default: return randomText(random);
    }
}

FieldValue valueOf(Random& random, HomeField field)
{
    switch (field) {
    case HomeField::TravelMinutes: return number(random, 0, 1440);
    case HomeField::Video:
    case HomeField::Trained:
    case HomeField::Agreement: return flip(random);
    default: return randomText(random);
    }
}

template<class Event> Event correction(Random& random)
{
    Event event;
    event.id = id<decltype(event.id)>(random);
    event.field = word<decltype(event.field)>(random);
    event.value = random.onceIn(5) ? FieldValue{} : valueOf(random, event.field);
    return event;
}

struct Make
{
    Random& random;

    EventBody team(Kind kind) const
    {
        switch (kind) {
        case Kind::TeamFounded: {
            TeamFounded event{randomText(random), flip(random), {}, {}};
            const auto keys = random.bytes(64);
            std::copy_n(keys.begin(), 32, event.signingKey.begin());
            std::copy_n(keys.begin() + 32, 32, event.agreementKey.begin());
            return event;
        }
        case Kind::MemberAdded:
            return MemberAdded{id<MemberId>(random), randomText(random), word<Role>(random)};
        case Kind::SettingChanged: return SettingChanged{randomText(random), randomText(random)};
        default: return RulesAdopted{randomText(random), "3", "1.2", randomText(random, 300)};
        }
    }

    EventBody record(Kind kind) const
    {
        switch (kind) {
        case Kind::HomeAdded: return HomeAdded{id<HomeId>(random), home(random)};
        case Kind::HomeCorrected: return correction<HomeCorrected>(random);
        case Kind::ResidentAdded: return ResidentAdded{id<ResidentId>(random), resident(random)};
        case Kind::ResidentCorrected: return correction<ResidentCorrected>(random);
        case Kind::RequestReceived:
            return RequestReceived{id<CaseId>(random),    id<HomeId>(random), id<ResidentId>(random),
                                   randomText(random),    randomText(random), randomText(random),
                                   setOf<Motive>(random), instant(random)};
        default: return correction<RequestCorrected>(random);
        }
    }

    LineRecord line() const
    {
        const auto number = [this](std::uint64_t below) {
            return static_cast<std::int64_t>(random.below(below));
        };
        return {number(604'801), number(3'600), number(3'600), number(3'600),
                number(3'600),   number(100),   number(100),   number(1'000'001)};
    }

    ConsultationSheet sheet() const
    {
        ConsultationSheet sheet;
        sheet.objective = randomText(random);
        for (auto left = random.below(4); left > 0; --left) {
            sheet.symptoms.push_back({word<Symptom>(random), static_cast<int>(random.below(11))});
            sheet.findings.push_back({randomText(random), randomText(random)});
            sheet.advice.push_back({randomText(random), randomText(random), flip(random)});
        }
        sheet.appearance = randomText(random);
        sheet.present = randomText(random);
        sheet.inPrivate = maybe(random, flip(random));
        sheet.communication = randomText(random);
        sheet.assessment = randomText(random, 60);
        sheet.followUp = randomText(random);
        sheet.ifWorse = randomText(random);
        sheet.painBefore = maybe(random, static_cast<int>(random.below(11)));
        sheet.painAfter = maybe(random, static_cast<int>(random.below(11)));
        return sheet;
    }

    EventBody course(Kind kind) const
    {
        const auto about = id<CaseId>(random);
        switch (kind) {
        case Kind::TriageDecided:
            return TriageDecided{about,
                                 word<Modality>(random),
                                 maybe(random, word<Modality>(random)),
                                 maybe(random, word<Modality>(random)),
                                 word<Priority>(random),
                                 instant(random),
                                 setOf<Owed>(random),
                                 flip(random)};
        case Kind::AttemptMade:
            return AttemptMade{about, instant(random), word<AttemptOutcome>(random),
                               maybe(random, instant(random)), maybe(random, instant(random))};
        case Kind::StateChanged: {
            StateChanged changed{about, word<CaseState>(random), randomText(random),
                                 word<TransferOutcome>(random), setOf<Owed>(random)};
            // Not drawn: what the generator gave for version 1 stays as it was.
            changed.noVisitNeeded = changed.to == CaseState::Closed && changed.waived.has(Owed::Callback);
            return changed;
        }
        case Kind::ModeChanged:
            return ModeChanged{about, word<Modality>(random), word<Modality>(random),
                               word<ModeChangeReason>(random)};
        case Kind::ConsultationOpened:
            return ConsultationOpened{about, word<ConsultationType>(random), randomText(random)};
        case Kind::ConsultationEnded: return ConsultationEnded{about, line()};
        case Kind::RequestDeferred: return RequestDeferred{about, instant(random), randomText(random)};
        case Kind::RequestAssigned: return RequestAssigned{about, maybe(random, id<MemberId>(random))};
        case Kind::RequestsMerged: return RequestsMerged{about, id<CaseId>(random)};
        case Kind::OwedSettled: return OwedSettled{about, word<Owed>(random)};
        case Kind::EntryWithdrawn:
            return EntryWithdrawn{id<StreamId>(random), id<EventId>(random), randomText(random)};
        default:
            return EntryWritten{id<StreamId>(random), id<EventId>(random), random.oneOf(allCompartments)};
        }
    }

    EventBody clinicalWords(Kind kind) const
    {
        const auto about = id<CaseId>(random);
        switch (kind) {
        case Kind::FactsRecorded: return FactsRecorded{about, randomFacts(random), randomText(random, 60)};
        case Kind::TriageReasoned: {
            TriageReasoned reasoned{about,
                                    randomFacts(random),
                                    recommendation(random),
                                    word<Modality>(random),
                                    word<Priority>(random),
                                    word<OverrideReason>(random),
                                    randomText(random),
                                    "1.2",
                                    {}};
            // Not drawn: what the generator gave for version 1 stays as it was.
            if (reasoned.overrideReason == OverrideReason::Other && reasoned.words.size() > 20) {
                reasoned.ownReason = "médecin traitant";
            }
            return reasoned;
        }
        case Kind::NoteAdded: return NoteAdded{about, randomText(random, 80)};
        case Kind::ConsultationIdentified:
            return ConsultationIdentified{about, flip(random), flip(random), word<Consent>(random),
                                          randomText(random)};
        case Kind::PhotoKept: {
            PhotoKept kept{about,
                           id<FileId>(random),
                           static_cast<std::int64_t>(1 + random.below(8'388'608)),
                           {},
                           randomText(random)};
            const auto digest = random.bytes(kept.digest.size());
            std::copy(digest.begin(), digest.end(), kept.digest.begin());
            return kept;
        }
        case Kind::ConsultationSigned:
            return ConsultationSigned{about, word<ConsultationType>(random), sheet()};
        case Kind::WishesRecorded:
            return WishesRecorded{id<ResidentId>(random), word<HospitalWish>(random), randomText(random),
                                  randomText(random)};
        default: return PsychosocialNoteAdded{about, randomText(random, 80)};
        }
    }
};

} // namespace

std::string randomText(Random& random, std::size_t mostWords)
{
    static constexpr std::string_view words[] = {"douleur", "Fièvre",       "très", "œdème", "pain", "Zürich",
                                                 "24",      "l'infirmière", "€",    "𝄞",     "nuit", "appel"};
    std::string text;
    for (auto left = random.below(mostWords + 1); left > 0; --left) {
        text += (text.empty() ? "" : " ") + std::string(random.oneOf(words));
    }
    return text;
}

Facts randomFacts(Random& random)
{
    Facts facts;
    for (const auto& about : allFacts) {
        const auto value = factValue(random, about.fact);
        const bool isAnyText = about.type == FactType::Text && std::holds_alternative<bool>(value);
        if (!isAnyText) {
            if (!setValue(facts, about.fact, value)) {
                std::abort(); // the generator itself is wrong
            }
        }
    }
    if (facts.objective && facts.objective->empty()) {
        facts.objective.reset();
    }
    return facts;
}

EventBody randomBody(Random& random, Kind kind)
{
    const Make make{random};
    if (kind <= Kind::RulesAdopted) {
        return make.team(kind);
    }
    if (kind <= Kind::RequestCorrected) {
        return make.record(kind);
    }
    return kind <= Kind::EntryWritten || (kind >= Kind::ModeChanged && kind <= Kind::ConsultationEnded)
               ? make.course(kind)
               : make.clinicalWords(kind);
}

} // namespace chevet::test
