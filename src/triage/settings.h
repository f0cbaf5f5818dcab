// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The numbers of a team. Their defaults are stated choices, not clinical evidence (docs/TRIAGE.md); they
// touch priority, the bridging call, asynchronous answers and what follows, never which rung of the ladder
// holds.
#pragma once

#include "clinical/terms.h"

#include <array>
#include <optional>
#include <string_view>

namespace chevet::triage {

struct Settings
{
    int severityModerate = 4; ///< 4 and 7 are the bands in use for ESAS
    int severitySevere = 7;
    int asynchronousAnswerHours = 24; ///< an answer needed sooner is not asked for asynchronously
    int remoteContactsBeforeVisit = 2;
    int farTravelMinutes = 60;
    int p1AnswerMinutes = 30;
    int p2AnswerMinutes = 120;
    int p3AnswerMinutes = 1440;
    int p4AnswerMinutes = 4320;

    bool operator==(const Settings&) const = default;
};

/// Minutes that any answer time may take: what a setting or a rule says beyond is a slip.
inline constexpr int shortestAnswerMinutes = 5;
inline constexpr int longestAnswerMinutes = 20160;

/// Within which an answer is due by this priority alone.
constexpr int answerMinutes(const Settings& settings, clinical::Priority priority)
{
    switch (priority) {
    case clinical::Priority::P1: return settings.p1AnswerMinutes;
    case clinical::Priority::P2: return settings.p2AnswerMinutes;
    case clinical::Priority::P3: return settings.p3AnswerMinutes;
    case clinical::Priority::P4: break;
    }
    return settings.p4AnswerMinutes;
}

struct SettingDescription
{
    std::string_view name;
    int Settings::*member;
    int lowest; ///< a value outside is refused as absurd
    int highest;
};

inline constexpr std::array<SettingDescription, 9> allSettings{{
    {"severity_moderate", &Settings::severityModerate, 1, 10},
    {"severity_severe", &Settings::severitySevere, 1, 10},
    {"asynchronous_answer_hours", &Settings::asynchronousAnswerHours, 1, 336},
    {"remote_contacts_before_visit", &Settings::remoteContactsBeforeVisit, 1, 20},
    {"far_travel_minutes", &Settings::farTravelMinutes, 1, 1440},
    {"p1_answer_minutes", &Settings::p1AnswerMinutes, shortestAnswerMinutes, 240},
    {"p2_answer_minutes", &Settings::p2AnswerMinutes, shortestAnswerMinutes, 1440},
    {"p3_answer_minutes", &Settings::p3AnswerMinutes, 30, 10080},
    {"p4_answer_minutes", &Settings::p4AnswerMinutes, 30, longestAnswerMinutes},
}};

constexpr const SettingDescription* findSetting(std::string_view name)
{
    for (const auto& setting : allSettings) {
        if (setting.name == name) {
            return &setting;
        }
    }
    return nullptr;
}

} // namespace chevet::triage
