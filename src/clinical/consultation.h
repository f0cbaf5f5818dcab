// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is written down of a consultation from afar: the sheet that the physician fills in while talking, and
// how the line was. The picture and the sound are never kept.
#pragma once

#include "clinical/terms.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chevet::clinical {

/// Stored on disk, never renumber.
enum class ConsultationType : std::uint8_t
{
    Teleconsultation = 1,
    TeleAssistance ///< hands are guided during nursing care
};
template<> struct Words<ConsultationType>
{
    static constexpr std::array<std::pair<ConsultationType, std::string_view>, 2> all{{
        {ConsultationType::Teleconsultation, "teleconsultation"},
        {ConsultationType::TeleAssistance, "tele_assistance"},
    }};
};

struct SymptomScore
{
    Symptom symptom = Symptom::Pain;
    int score = 0; ///< 0–10, the resident's own or the professional's estimate, as in Facts::severity
    bool operator==(const SymptomScore&) const = default;
};

/// One line of the examination that the bedside professional has done.
struct Finding
{
    std::string examined;
    std::string found;
    bool operator==(const Finding&) const = default;
};

/// One line of advice to the home.
struct AdvisedStep
{
    std::string text;
    std::string prescriber;    ///< who signs the change of treatment that this advises; empty: it is none
    bool repeatedBack = false; ///< the bedside has said it again
    bool operator==(const AdvisedStep&) const = default;
};

struct ConsultationSheet
{
    std::string objective;
    std::vector<SymptomScore> symptoms;
    std::string appearance; ///< comfort and appearance
    std::string present;    ///< who was in the room
    std::optional<bool> inPrivate;
    std::string communication; ///< hearing, sight, interpreter
    std::vector<Finding> findings;
    std::string assessment;
    std::vector<AdvisedStep> advice;
    std::string followUp;
    std::string ifWorse;           ///< what to do, and whom to call
    std::optional<int> painBefore; ///< 0–10; of a tele-assistance
    std::optional<int> painAfter;
    bool operator==(const ConsultationSheet&) const = default;
};

/// Of the line, never of a person. Whole seconds.
struct LineRecord
{
    std::int64_t video = 0;
    std::int64_t stills = 0;
    std::int64_t voiceOnly = 0;
    std::int64_t withoutPicture = 0;
    std::int64_t byPhone = 0;
    std::int64_t pictureTroubles = 0; ///< how often, as the two that follow
    std::int64_t reconnections = 0;
    std::int64_t brokerOutages = 0;
    bool operator==(const LineRecord&) const = default;
};

} // namespace chevet::clinical
