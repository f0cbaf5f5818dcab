// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/study_factors.h"

#include "triage/settings.h"

#include <array>

namespace chevet::reporting {
namespace {

using clinical::Addressee;
using clinical::Bedside;
using clinical::Context;
using clinical::CourseDecision;
using clinical::Motive;

using Presence = std::optional<bool>;

template<auto Member> Presence fact(const CourseDecision& decision)
{
    return decision.facts.*Member;
}

Presence relational(const CourseDecision& decision)
{
    const auto& facts = decision.facts;
    return facts.motives.has(Motive::Psychosocial) || facts.motives.has(Motive::Ethical) ? true
                                                                                         : facts.conflict;
}

template<Motive motive> Presence has(const CourseDecision& decision)
{
    return decision.facts.motives.has(motive);
}

Presence unclear(const CourseDecision& decision)
{
    return decision.facts.motives.empty() || decision.facts.motives.has(Motive::Unclear);
}

/// By the shipped setting: of a team's own nothing is known here.
Presence far(const CourseDecision& decision)
{
    const auto& minutes = decision.facts.travelMinutes;
    return minutes ? Presence(*minutes >= triage::Settings{}.farTravelMinutes) : std::nullopt;
}

/// A visit would come after the answer is due.
Presence visitTooLate(const CourseDecision& decision)
{
    constexpr int minutesAnHour = 60;
    const auto& hours = decision.facts.visitPossibleWithinHours;
    return hours ? Presence(*hours * minutesAnHour > decision.answerWithinMinutes) : std::nullopt;
}

Presence followUp(const CourseDecision& decision)
{
    const auto& context = decision.facts.context;
    return context ? Presence(*context != Context::FirstRequest) : std::nullopt;
}

Presence professionalAtBedside(const CourseDecision& decision)
{
    const auto& bedside = decision.facts.bedside;
    return bedside ? Presence(*bedside == Bedside::Physician || *bedside == Bedside::Nurse) : std::nullopt;
}

Presence forPsychologist(const CourseDecision& decision)
{
    const auto& addressee = decision.facts.addressedTo;
    return addressee ? Presence(*addressee == Addressee::Psychologist) : std::nullopt;
}

using clinical::Facts;

constexpr std::array factors{
    Factor{"home_agreement", "000:358-361", fact<&Facts::homeAgreement>},
    Factor{"home_trained", "000:363-368", fact<&Facts::homeTrained>},
    Factor{"seen_in_person", "000:462-467", fact<&Facts::seenInPerson>},
    Factor{"follow_up", "000:462-467", followUp},
    Factor{"far", "000:479-480", far},
    Factor{"visit_too_late", "000:484-488", visitTooLate},
    Factor{"acute", "000:476-482", has<Motive::Acute>},
    Factor{"symptom", "000:428-430", has<Motive::Symptom>},
    Factor{"dying", "000:374-379", fact<&Facts::dying>},
    Factor{"relational_motive", "000:430-437", relational},
    Factor{"for_the_psychologist", "000:439-446", forPsychologist},
    Factor{"unclear", "000:448-460", unclear},
    Factor{"must_be_seen", "000:448-453", fact<&Facts::mustBeSeen>},
    Factor{"needs_examination", "000:594-595", fact<&Facts::needsExamination>},
    Factor{"professional_at_bedside", "000:280-290", professionalAtBedside},
    Factor{"video_works", "002:139-141", fact<&Facts::video>},
    Factor{"video_distressing", "000:541-544", fact<&Facts::videoDistressing>},
    Factor{"visit_relieves", "002:133", fact<&Facts::respiteNeeded>},
    Factor{"visitor_infectious", "002:147", fact<&Facts::visitorInfectious>},
};

} // namespace

std::span<const Factor> allFactors()
{
    return factors;
}

} // namespace chevet::reporting
