// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/words.h"

#include "workflow/sample/symptom_words.h"

#include <array>
#include <utility>

namespace chevet::workflow::sample {
namespace {

struct Form
{
    std::string_view name;
    std::string_view woman;
    std::string_view man;
};

constexpr std::array forms{
    Form{"M", "Mme", "M."},    Form{"il", "elle", "il"},
    Form{"Il", "Elle", "Il"},  Form{"lui", "elle", "lui"},
    Form{"e", "e", ""},        Form{"le resident", "la résidente", "le résident"},
    Form{"son", "sa", "son"},  Form{"parent", "mère", "père"},
    Form{"Mr", "Mrs", "Mr"},   Form{"he", "she", "he"},
    Form{"He", "She", "He"},   Form{"his", "her", "his"},
    Form{"him", "her", "him"},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> beforePhysician{
    {{"medecin", "le "}, {"Medecin", "Le "}, {"au medecin", "au "}, {"du medecin", "du "}}};

std::string meant(std::string_view name, const Told& about)
{
    if (name == "nom") {
        return std::string(about.familyName);
    }
    for (const auto& [form, before] : beforePhysician) {
        if (name == form) {
            return std::string(before) + std::string(about.physician);
        }
    }
    if (name == "maladie") {
        return std::string(about.illness);
    }
    if (name == "note") {
        return std::to_string(about.severity);
    }
    for (const auto& form : forms) {
        if (form.name == name) {
            return std::string(about.gender == Gender::Woman ? form.woman : form.man);
        }
    }
    return "{" + std::string(name) + "}";
}

} // namespace

std::string told(std::string_view pattern, const Told& about)
{
    std::string text;
    while (true) {
        const auto open = pattern.find('{');
        const auto close = pattern.find('}', open);
        if (close == std::string_view::npos) {
            return text + std::string(pattern);
        }
        text += pattern.substr(0, open);
        text += meant(pattern.substr(open + 1, close - open - 1), about);
        pattern.remove_prefix(close + 1);
    }
}

const SymptomWords& wordsOf(clinical::Symptom symptom)
{
    switch (symptom) {
    case clinical::Symptom::Pain: return painWords;
    case clinical::Symptom::Dyspnoea: return dyspnoeaWords;
    case clinical::Symptom::Nausea: return nauseaWords;
    case clinical::Symptom::Agitation: return agitationWords;
    case clinical::Symptom::Delirium: return deliriumWords;
    case clinical::Symptom::Wound: return woundWords;
    case clinical::Symptom::Bleeding: return bleedingWords;
    case clinical::Symptom::Secretions: return secretionsWords;
    case clinical::Symptom::Anxiety: return anxietyWords;
    case clinical::Symptom::Dehydration: return dehydrationWords;
    case clinical::Symptom::SideEffect: return sideEffectWords;
    case clinical::Symptom::Other: break;
    }
    return otherWords;
}

} // namespace chevet::workflow::sample
