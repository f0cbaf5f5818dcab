// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sample's texts, as callers say and colleagues write them. Patterns with {names} that `told` fills in.
// All invented; what the team writes is advice to the home and its physicians.
#pragma once

#include "clinical/record_words.h"
#include "clinical/terms.h"

#include <span>
#include <string>
#include <string_view>

namespace chevet::workflow::sample {

using Lines = std::span<const std::string_view>;

enum class Gender
{
    Woman,
    Man
};

/// What the {names} of a pattern stand for.
struct Told
{
    std::string_view familyName;
    Gender gender = Gender::Woman;
    std::string_view physician; ///< the treating one, "Dr Perrot"
    std::string_view illness;   ///< in French, with its article
    int severity = 0;
};

/// Fills in {nom} {M} {il} {Il} {e} {le resident} {medecin} {au medecin} {maladie} {note} and, for English,
/// {Mr} {he} {He} {his} {him}. An unknown name stays as it is: a test looks for braces in all that the sample
/// writes.
std::string told(std::string_view pattern, const Told& about);

struct SymptomWords
{
    clinical::Symptom symptom = clinical::Symptom::Other;
    Lines calls;      ///< what the home says
    Lines findings;   ///< a colleague's note: what was found
    Lines advice;     ///< … and advised
    Lines followUps;  ///< how it went on
    Lines english;    ///< whole notes of the colleague who writes in English
    Lines objectives; ///< of a teleconsultation
};

/// What is told of a call that is about something other than a symptom.
struct SituationWords
{
    Lines calls;
    Lines notes;
    Lines followUps;
    Lines english;
};

const SymptomWords& wordsOf(clinical::Symptom symptom);
const SituationWords& psychosocialWords();
const SituationWords& ethicalWords();
const SituationWords& conflictWords();
const SituationWords& acuteWords();
const SituationWords& dyingWords();
const SituationWords& unclearWords();

/// Sentences that fit any case.
struct CommonWords
{
    Lines contexts;     ///< around the call
    Lines severityTold; ///< with {note}
    Lines closings;     ///< of a note: what was agreed
    Lines psychologistNotes;
    Lines socialWorkerNotes;
    Lines deferReasons; ///< no clinical words: coordination reads them
    Lines closeReasons;
    Lines deathReasons;
    Lines waiveReasons;
    Lines withdrawReasons;
    Lines reopenReasons;
    Lines screeningEndReasons; ///< "no visit needed", and why
    Lines ownChoices;
    Lines anticipatory;
    Lines illnesses;
};
const CommonWords& commonWords();

/// The words beside an override. Empty when nothing is usually written.
Lines overrideWords(clinical::OverrideReason reason);

} // namespace chevet::workflow::sample
