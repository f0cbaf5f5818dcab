// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/motive_list.h"

#include "workflow/store/said.h"

#include <algorithm>
#include <array>

namespace chevet::workflow {

using clinical::Motive;
using clinical::Symptom;

namespace {

struct ListedMotive
{
    std::uint64_t number = 0;      ///< kept in drafts, never renumber
    const char* english = nullptr; ///< letter, bar, label: both are translated together
    Motive motive = Motive::Unclear;
    std::optional<Symptom> symptom = {};
    bool conflict = false;
    bool pcaPump = false;
};

/// In the order in which they are shown: what is most often the reason first, the unclear last. Letters only,
/// since digits need Shift on an AZERTY keyboard.
const std::array<ListedMotive, 13> list{{
    {1, QT_TRANSLATE_NOOP("Sentences", "P|pain"), Motive::Symptom, Symptom::Pain},
    {2, QT_TRANSLATE_NOOP("Sentences", "B|breathlessness"), Motive::Symptom, Symptom::Dyspnoea},
    {3, QT_TRANSLATE_NOOP("Sentences", "A|agitation, confusion"), Motive::Symptom, Symptom::Agitation},
    {4, QT_TRANSLATE_NOOP("Sentences", "N|nausea, vomiting"), Motive::Symptom, Symptom::Nausea},
    {5, QT_TRANSLATE_NOOP("Sentences", "H|haemorrhage, bleeding"), Motive::Symptom, Symptom::Bleeding},
    {6, QT_TRANSLATE_NOOP("Sentences", "W|wound, nursing care"), Motive::Symptom, Symptom::Wound},
    {7, QT_TRANSLATE_NOOP("Sentences", "O|other symptom"), Motive::Symptom, Symptom::Other},
    {8, QT_TRANSLATE_NOOP("Sentences", "M|medication, analgesia pump"), Motive::Symptom, {}, false, true},
    {9, QT_TRANSLATE_NOOP("Sentences", "Y|psychological distress"), Motive::Psychosocial},
    {10, QT_TRANSLATE_NOOP("Sentences", "F|family, conflict"), Motive::Psychosocial, {}, true},
    {11, QT_TRANSLATE_NOOP("Sentences", "E|ethical question, decision"), Motive::Ethical},
    {12, QT_TRANSLATE_NOOP("Sentences", "U|urgent: acute deterioration"), Motive::Acute},
    {13, QT_TRANSLATE_NOOP("Sentences", "?|unclear"), Motive::Unclear},
}};

MotiveChoice choiceOf(const ListedMotive& listed)
{
    const auto both = said(listed.english);
    MotiveChoice choice;
    choice.key = both.front();
    choice.label = both.mid(2);
    choice.motive = listed.motive;
    choice.symptom = listed.symptom;
    choice.conflict = listed.conflict;
    choice.pcaPump = listed.pcaPump;
    return choice;
}

} // namespace

std::optional<std::uint64_t> numberOf(const MotiveChoice& choice)
{
    const auto* found = std::find_if(list.begin(), list.end(), [&](const ListedMotive& listed) {
        return listed.motive == choice.motive && listed.symptom == choice.symptom &&
               listed.conflict == choice.conflict && listed.pcaPump == choice.pcaPump;
    });
    return found == list.end() ? std::nullopt : std::optional(found->number);
}

std::optional<MotiveChoice> motiveChoice(std::uint64_t number)
{
    const auto* found = std::find_if(list.begin(), list.end(),
                                     [number](const auto& listed) { return listed.number == number; });
    return found == list.end() ? std::nullopt : std::optional(choiceOf(*found));
}

std::vector<MotiveChoice> allMotiveChoices()
{
    std::vector<MotiveChoice> choices;
    choices.reserve(list.size());
    for (const auto& listed : list) {
        choices.push_back(choiceOf(listed));
    }
    return choices;
}

} // namespace chevet::workflow
