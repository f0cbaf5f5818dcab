// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finding homes and residents by the first letters of their names, and entries by their words.
#include "casebook/casebook_self.h"
#include "casebook/name_words.h"
#include "casebook/search_text.h"

#include <algorithm>
#include <tuple>

namespace chevet::casebook {

using namespace clinical;

namespace {

/// Several words must all be found among those whom the longest one brings; one word alone is answered by the
/// first in the alphabet, and whoever has so many before them is found by a further letter.
constexpr std::size_t mostCandidates = 2000;
constexpr std::size_t mostCandidatesOfOne = 400;
constexpr std::size_t excerptBytes = 160;
constexpr std::size_t mostKept = 1000;       ///< opened entries of the last searches
constexpr std::size_t longestKept = 100'000; ///< bytes of an entry's text that are kept beside others

/// Every word that was typed begins one of the name's words.
bool matches(const Tokenizer& tokenizer, const std::vector<std::string>& typed, const std::string& name)
{
    const auto words = tokenizer.words(name);
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& letters) {
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return word.starts_with(letters); });
    });
}

/// Streams whose name may be the one that was typed, each once.
std::vector<StreamKey> named(ReadModel& model, const std::vector<std::string>& typed, std::size_t most)
{
    std::vector<StreamKey> streams;
    for (const auto& key : lookUpKeys(typed)) {
        const auto more = model.withWord(key, most);
        streams.insert(streams.end(), more.begin(), more.end());
    }
    std::sort(streams.begin(), streams.end());
    streams.erase(std::unique(streams.begin(), streams.end()), streams.end());
    return streams;
}

/// A folded word holds no quote, so quoting is enough.
std::string quoted(const std::string& word)
{
    return "\"" + word + "\"";
}

/// All words, the last as a prefix. FTS5 answers a prefix by reading everything that begins so before the
/// first answer; named word by word it reads only what is asked for. Empty if no word begins so.
std::string expressionOf(ReadModel& model, const std::vector<std::string>& words)
{
    constexpr std::size_t mostNamed = 16; // beyond that the prefix is quicker
    const auto known = model.wordsBeginning(words.back(), mostNamed + 1);
    if (known.empty()) {
        return {};
    }
    std::string expression;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        expression += quoted(words[i]) + " AND ";
    }
    if (known.size() > mostNamed) {
        return expression + quoted(words.back()) + "*";
    }
    expression += "(" + quoted(known.front());
    for (std::size_t i = 1; i < known.size(); ++i) {
        expression += " OR " + quoted(known[i]);
    }
    return expression + ")";
}

bool isAsciiLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Where a word that is written without diacritics stands, quickly; npos if it may be written otherwise.
std::size_t plainPlaceOf(std::string_view text, std::string_view word)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    for (std::size_t at = 0; at + word.size() <= text.size(); ++at) {
        const bool begins = at == 0 || (!isAsciiLetterOrDigit(text[at - 1]) && (text[at - 1] & '\x80') == 0);
        if (begins && lower(text[at]) == word[0] &&
            std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                       [&](char a, char b) { return a == lower(b); })) {
            return at;
        }
    }
    return std::string_view::npos;
}

std::string excerptOf(const Tokenizer& tokenizer, const std::string& text,
                      const std::vector<std::string>& words)
{
    auto place = plainPlaceOf(text, words.front());
    if (place == std::string_view::npos) {
        place = 0;
        tokenizer.each(text, [&](std::string_view word, std::size_t from, std::size_t) {
            const bool isFound = std::any_of(words.begin(), words.end(), [&](const std::string& looked) {
                return word == looked || (&looked == &words.back() && word.starts_with(looked));
            });
            place = isFound ? from : 0;
            return !isFound;
        });
    }
    return excerptAround(text, place, excerptBytes);
}

} // namespace

std::vector<CaseId> Casebook::casesBeginningWith(std::string_view digits, std::size_t limit) const
{
    constexpr std::size_t allDigits = 2 * std::tuple_size_v<decltype(StreamId::bytes)>;
    if (digits.size() > allDigits) {
        return {};
    }
    const auto bound = [&](char filling) {
        return StreamId::fromHexText(std::string(digits) + std::string(allDigits - digits.size(), filling));
    };
    const auto low = bound('0');
    const auto high = bound('f');
    std::vector<CaseId> cases;
    if (low && high) {
        auto& model = m_self->fold->model();
        for (const auto stream : model.streamsBetween(*low, *high, StreamType::Case, limit)) {
            cases.push_back(idCast<CaseId>(model.streamId(stream)));
        }
    }
    return cases;
}

std::vector<HomeView> Casebook::findHomes(std::string_view letters, std::size_t limit) const
{
    auto& self = *m_self;
    const NameWords names(*self.tokenizer);
    const auto typed = names.words(letters);
    std::vector<HomeView> found;
    for (const auto stream : self.fold->model().streamsOfType(StreamType::Home)) {
        const auto& record = self.fold->home(stream);
        if (record.exists && names.match(typed, {record.home.name, record.home.town})) {
            found.push_back(self.homeView(stream));
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(a.home.name, a.home.town, a.id) < std::tie(b.home.name, b.home.town, b.id);
    });
    found.resize(std::min(found.size(), limit));
    return found;
}

std::vector<ResidentView> Casebook::findResidents(const std::optional<Date>& birthDate,
                                                  std::string_view letters, const std::optional<HomeId>& home,
                                                  std::size_t limit) const
{
    auto& self = *m_self;
    auto& model = self.fold->model();
    const NameWords names(*self.tokenizer);
    const auto typed = names.words(letters);
    if (!birthDate && typed.empty()) {
        return {};
    }
    const auto most = typed.size() == 1 && !home ? mostCandidatesOfOne : mostCandidates;
    const auto candidates = birthDate ? model.bornOn(birthDate->packed()) : named(model, typed, most);
    const bool isMatched = !birthDate && typed.size() == 1; // by how they were found
    std::vector<StreamKey> kept;
    for (const auto stream : candidates) {
        if (model.streamType(stream) != StreamType::Resident) {
            continue;
        }
        const auto& record = self.fold->resident(stream);
        const auto& resident = record.resident;
        if (record.exists && (!home || resident.home == *home) &&
            (isMatched || names.match(typed, {resident.familyName, resident.givenName}))) {
            kept.push_back(stream);
        }
    }
    const auto shown = kept.begin() + static_cast<std::ptrdiff_t>(std::min(kept.size(), limit));
    std::partial_sort(kept.begin(), shown, kept.end(), [&](StreamKey a, StreamKey b) {
        const auto& left = self.fold->resident(a).resident;
        const auto& right = self.fold->resident(b).resident;
        return std::tie(left.familyName, left.givenName, a) < std::tie(right.familyName, right.givenName, b);
    });
    kept.erase(shown, kept.end());
    std::vector<ResidentView> found;
    found.reserve(kept.size());
    for (const auto stream : kept) {
        found.push_back(self.residentView(stream));
    }
    return found;
}

std::vector<Found> Casebook::find(std::string_view text, std::size_t limit)
{
    auto& self = *m_self;
    const auto words = self.tokenizer->words(text);
    if (words.empty() || !self.ensureJournal()) {
        return {};
    }
    auto& model = self.fold->model();
    model.commit();
    const auto expression = expressionOf(model, words);
    if (expression.empty()) {
        return {};
    }
    std::vector<Found> found;
    // The newest by arrival, page by page, since what was withdrawn or corrected is left out; then that page
    // by time.
    for (auto before = self.fold->sequence() + 1; found.size() < limit;) {
        const auto page = model.match(expression, before, std::max<std::size_t>(limit, 16));
        for (const auto sequence : page) {
            const auto mark = model.markOf(sequence);
            if (found.size() < limit && !self.fold->isHidden(sequence) &&
                self.stillHolds(sequence, mark.kind, words)) {
                found.push_back({sequence, mark.at});
            }
        }
        if (page.empty() || model.failure()) {
            break;
        }
        before = page.back();
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tie(b.at, b.sequence) < std::tie(a.at, a.sequence);
    });
    return found;
}

std::vector<SearchHit> Casebook::openHits(std::string_view text, std::span<const Found> found)
{
    auto& self = *m_self;
    const auto words = self.tokenizer->words(text);
    if (words.empty() || !self.ensureJournal()) {
        return {};
    }
    const Journal::Reading reading(*self.journal);
    std::vector<SearchHit> hits;
    hits.reserve(found.size());
    for (const auto& entry : found) {
        if (const auto* known = self.opened(entry.sequence)) {
            hits.push_back(known->hit);
            hits.back().excerpt = excerptOf(*self.tokenizer, known->text, words);
        }
    }
    return hits;
}

std::vector<SearchHit> Casebook::search(std::string_view words, std::size_t limit)
{
    return openHits(words, find(words, limit));
}

std::string Casebook::Self::currentWords(StreamKey stream, const EventBody& body) const
{
    if (std::holds_alternative<HomeAdded>(body)) {
        return searchText(HomeAdded{{}, fold->home(stream).home});
    }
    if (std::holds_alternative<ResidentAdded>(body)) {
        return searchText(ResidentAdded{{}, fold->resident(stream).resident});
    }
    return searchText(body);
}

std::optional<Casebook::Self::OpenedHit> Casebook::Self::openHit(std::int64_t sequence) const
{
    const auto opened = fold->open(sequence);
    if (!opened) {
        return std::nullopt;
    }
    const auto& body = opened->body;
    if (!body) {
        return std::nullopt;
    }
    const auto stream = find(opened->payload.stream);
    OpenedHit entry;
    entry.text = currentWords(stream, *body);
    auto& hit = entry.hit;
    hit.stream = opened->payload.stream;
    hit.entry = opened->id;
    hit.sequence = sequence;
    hit.at = opened->payload.at;
    hit.kind = opened->payload.kind;
    nameHit(stream, hit);
    return entry;
}

const Casebook::Self::OpenedHit* Casebook::Self::opened(std::int64_t sequence)
{
    if (openedGeneration != fold->generation()) {
        openedHits.clear(); // names may have changed, entries may have been withdrawn
        openedGeneration = fold->generation();
    }
    const auto known = openedHits.find(sequence);
    if (known != openedHits.end()) {
        return &known->second;
    }
    auto entry = openHit(sequence);
    if (!entry) {
        return nullptr;
    }
    if (openedHits.size() >= mostKept || entry->text.size() > longestKept) {
        openedHits.clear();
    }
    return &openedHits.emplace(sequence, std::move(*entry)).first->second;
}

bool Casebook::Self::stillHolds(std::int64_t sequence, Kind kind, const std::vector<std::string>& words)
{
    if (kind != Kind::HomeAdded && kind != Kind::ResidentAdded) {
        return true;
    }
    // Of a home or resident as first entered only what was not corrected since.
    const auto* entry = opened(sequence);
    return entry != nullptr && matches(*tokenizer, words, entry->text);
}

void Casebook::Self::nameHit(StreamKey stream, SearchHit& hit) const
{
    auto residentStream = StreamKey{0};
    auto homeStream = StreamKey{0};
    switch (fold->model().streamType(hit.stream)) {
    case StreamType::Case: {
        hit.caseId = idCast<CaseId>(hit.stream);
        const auto file = fold->model().caseFile(stream);
        residentStream = file ? file->resident : 0;
        break;
    }
    case StreamType::Resident: residentStream = stream; break;
    case StreamType::Home: homeStream = stream; break;
    default: break;
    }
    if (residentStream != 0) {
        const auto& resident = fold->resident(residentStream).resident;
        hit.residentName = resident.familyName + (resident.givenName.empty() ? "" : " ") + resident.givenName;
        homeStream = find(idCast<StreamId>(resident.home));
    }
    if (homeStream != 0) {
        hit.homeName = fold->home(homeStream).home.name;
    }
}

} // namespace chevet::casebook
