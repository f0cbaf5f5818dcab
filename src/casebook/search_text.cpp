// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/search_text.h"

#include <algorithm>
#include <initializer_list>

namespace chevet::casebook {

using namespace clinical;

namespace {

std::string lines(std::initializer_list<std::string_view> texts)
{
    std::string all;
    for (const auto text : texts) {
        if (!text.empty()) {
            all.append(text).push_back('\n');
        }
    }
    return all;
}

std::string textOf(const FieldValue& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return text != nullptr ? lines({*text}) : std::string();
}

struct WordsOf
{
    std::string operator()(const HomeAdded& e) const
    {
        return lines({e.home.name, e.home.town, e.home.onCall, e.home.referent});
    }
    std::string operator()(const HomeCorrected& e) const { return textOf(e.value); }
    std::string operator()(const ResidentAdded& e) const
    {
        return lines({e.resident.familyName, e.resident.givenName, e.resident.treatingPhysician,
                      e.resident.hospitalAtHome});
    }
    std::string operator()(const ResidentCorrected& e) const { return textOf(e.value); }
    std::string operator()(const RequestReceived& e) const { return lines({e.caller, e.callerFunction}); }
    std::string operator()(const RequestCorrected& e) const { return textOf(e.value); }
    std::string operator()(const StateChanged& e) const { return lines({e.reason}); }
    std::string operator()(const RequestDeferred& e) const { return lines({e.reason}); }
    std::string operator()(const FactsRecorded& e) const
    {
        return lines({e.words, e.facts.objective.value_or(std::string())});
    }
    std::string operator()(const TriageReasoned& e) const { return lines({e.words}); }
    std::string operator()(const ConsultationOpened& e) const { return lines({e.professional}); }
    std::string operator()(const ConsultationIdentified& e) const { return lines({e.words}); }
    std::string operator()(const PhotoKept& e) const { return lines({e.what}); }
    std::string operator()(const ConsultationSigned& e) const
    {
        const auto& sheet = e.sheet;
        auto all = lines({sheet.objective, sheet.appearance, sheet.present, sheet.communication,
                          sheet.assessment, sheet.followUp, sheet.ifWorse});
        for (const auto& finding : sheet.findings) {
            all += lines({finding.examined, finding.found});
        }
        for (const auto& step : sheet.advice) {
            all += lines({step.text, step.prescriber});
        }
        return all;
    }
    std::string operator()(const NoteAdded& e) const { return lines({e.text}); }
    std::string operator()(const WishesRecorded& e) const
    {
        return lines({e.ownChoice, e.anticipatoryPrescriptions});
    }
    std::string operator()(const PsychosocialNoteAdded& e) const { return lines({e.text}); }
    /// The team's events are settings and keys; an entry that withdraws or announces another has no words of
    /// its own.
    std::string operator()(const auto&) const { return {}; }
};

bool isInsideCharacter(std::string_view text, std::size_t place)
{
    return place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U;
}

std::size_t startOfCharacter(std::string_view text, std::size_t place)
{
    while (place > 0 && isInsideCharacter(text, place)) {
        --place;
    }
    return place;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

} // namespace

std::string searchText(const EventBody& body)
{
    return std::visit(WordsOf{}, body);
}

const std::string* lastWordIn(const EventBody& body)
{
    if (const auto* note = std::get_if<NoteAdded>(&body)) {
        return &note->text;
    }
    const auto* facts = std::get_if<FactsRecorded>(&body);
    return facts != nullptr ? &facts->words : nullptr;
}

std::string firstLine(std::string_view text, std::size_t most)
{
    auto line = trimmed(text);
    line = line.substr(0, line.find_first_of("\r\n"));
    if (line.size() > most) {
        line = line.substr(0, startOfCharacter(line, most));
    }
    return std::string(trimmed(line));
}

std::string excerptAround(std::string_view text, std::size_t place, std::size_t most)
{
    const auto from = startOfCharacter(text, place > most / 3 ? place - most / 3 : 0);
    const auto to = from + most < text.size() ? startOfCharacter(text, from + most) : text.size();
    std::string excerpt(trimmed(text.substr(from, to - from)));
    std::replace_if(excerpt.begin(), excerpt.end(), isBlank, ' ');
    return (from > 0 ? "…" : "") + excerpt + (to < text.size() ? "…" : "");
}

std::string initialsOf(std::string_view name)
{
    std::string initials;
    for (int words = 0; words < 3; ++words) {
        name = trimmed(name);
        if (name.empty()) {
            break;
        }
        std::size_t length = 1;
        while (isInsideCharacter(name, length)) {
            ++length;
        }
        initials += name.substr(0, length);
        const auto space = name.find(' ');
        name = space == std::string_view::npos ? std::string_view() : name.substr(space);
    }
    return initials;
}

} // namespace chevet::casebook
