// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinical/facts.h"

#include <type_traits>

namespace chevet::clinical {
namespace {

template<class T> constexpr bool isOptional = false;
template<class T> constexpr bool isOptional<std::optional<T>> = true;

/// The one place that joins a fact's name to its member.
template<class AnyFacts, class Visitor> decltype(auto) visit(AnyFacts& facts, Fact fact, Visitor&& visitor)
{
    switch (fact) {
    case Fact::Motives: return visitor(facts.motives);
    case Fact::Symptom: return visitor(facts.symptom);
    case Fact::Severity: return visitor(facts.severity);
    case Fact::Dying: return visitor(facts.dying);
    case Fact::Context: return visitor(facts.context);
    case Fact::SeenInPerson: return visitor(facts.seenInPerson);
    case Fact::MustBeSeen: return visitor(facts.mustBeSeen);
    case Fact::NeedsExamination: return visitor(facts.needsExamination);
    case Fact::Objective: return visitor(facts.objective);
    case Fact::Bedside: return visitor(facts.bedside);
    case Fact::Video: return visitor(facts.video);
    case Fact::Documents: return visitor(facts.documents);
    case Fact::Consent: return visitor(facts.consent);
    case Fact::AddressedTo: return visitor(facts.addressedTo);
    case Fact::Conflict: return visitor(facts.conflict);
    case Fact::PainfulNursingCare: return visitor(facts.painfulNursingCare);
    case Fact::PcaPump: return visitor(facts.pcaPump);
    case Fact::VideoDistressing: return visitor(facts.videoDistressing);
    case Fact::RespiteNeeded: return visitor(facts.respiteNeeded);
    case Fact::TravelMinutes: return visitor(facts.travelMinutes);
    case Fact::VisitPossibleWithinHours: return visitor(facts.visitPossibleWithinHours);
    case Fact::AnswerNeededWithinHours: return visitor(facts.answerNeededWithinHours);
    case Fact::VisitorInfectious: return visitor(facts.visitorInfectious);
    case Fact::RemoteContactsSinceVisit: return visitor(facts.remoteContactsSinceVisit);
    case Fact::HomeTrained: return visitor(facts.homeTrained);
    case Fact::HomeAgreement: break;
    }
    return visitor(facts.homeAgreement);
}

Result<void> setMember(MotiveSet& member, const FactDescription& about, const FactValue& value)
{
    const auto* motives = std::get_if<MotiveSet>(&value);
    if (motives == nullptr) {
        return fail(ErrorCode::BadInput, std::string(about.name));
    }
    member = *motives;
    return {};
}

template<class T>
Result<void> setMember(std::optional<T>& member, const FactDescription& about, const FactValue& value)
{
    const auto place = [&] { return std::string(about.name); };
    if constexpr (std::is_enum_v<T>) {
        const auto* name = std::get_if<std::string>(&value);
        if (name == nullptr) {
            return fail(ErrorCode::BadInput, place());
        }
        const auto word = fromName<T>(*name);
        if (!word) {
            return fail(ErrorCode::UnknownName, place());
        }
        member = *word;
    } else if constexpr (std::is_same_v<T, int>) {
        const auto* number = std::get_if<int>(&value);
        if (number == nullptr) {
            return fail(ErrorCode::BadInput, place());
        }
        if (*number < about.lowest || *number > about.highest) {
            return fail(ErrorCode::OutOfRange, place() + " (" + std::to_string(about.lowest) + " to " +
                                                   std::to_string(about.highest) + ")");
        }
        member = *number;
    } else {
        const auto* same = std::get_if<T>(&value);
        if (same == nullptr) {
            return fail(ErrorCode::BadInput, place());
        }
        member = *same;
    }
    return {};
}

template<class E> std::vector<std::string_view> namesOf()
{
    std::vector<std::string_view> names;
    names.reserve(Words<E>::all.size());
    for (const auto& [word, name] : Words<E>::all) {
        names.push_back(name);
    }
    return names;
}

} // namespace

const FactDescription& describe(Fact fact)
{
    return allFacts[static_cast<std::size_t>(fact) - 1];
}

std::optional<Fact> factFromName(std::string_view name)
{
    for (const auto& description : allFacts) {
        if (description.name == name) {
            return description.fact;
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> wordsOf(Fact fact)
{
    switch (fact) {
    case Fact::Symptom: return namesOf<Symptom>();
    case Fact::Context: return namesOf<Context>();
    case Fact::Bedside: return namesOf<Bedside>();
    case Fact::Consent: return namesOf<Consent>();
    case Fact::AddressedTo: return namesOf<Addressee>();
    default: return {};
    }
}

FactValue valueOf(const Facts& facts, Fact fact)
{
    return visit(facts, fact, [](const auto& member) -> FactValue {
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (!isOptional<Member>) {
            return member;
        } else {
            if (!member) {
                return std::monostate{};
            }
            if constexpr (std::is_enum_v<typename Member::value_type>) {
                return std::string(nameOf(*member));
            } else {
                return *member;
            }
        }
    });
}

Result<void> setValue(Facts& facts, Fact fact, const FactValue& value)
{
    return visit(facts, fact, [&](auto& member) -> Result<void> {
        if (std::holds_alternative<std::monostate>(value)) {
            member = {};
            return {};
        }
        return setMember(member, describe(fact), value);
    });
}

bool isKnown(const Facts& facts, Fact fact)
{
    if (fact == Fact::Motives) {
        return !facts.motives.empty();
    }
    if (fact == Fact::Objective) {
        return facts.objective && !facts.objective->empty();
    }
    return !std::holds_alternative<std::monostate>(valueOf(facts, fact));
}

} // namespace chevet::clinical
