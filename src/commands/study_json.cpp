// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/study_report.h"

#include <nlohmann/json.hpp>

namespace chevet::commands {
namespace {

using nlohmann::ordered_json;
using reporting::Acceptance;

ordered_json toJson(const Acceptance& counted)
{
    const auto share = counted.acceptedShare();
    return {{"decisions", counted.decisions},         {"accepted", counted.accepted},
            {"overridden", counted.overridden()},     {"more_present", counted.morePresent},
            {"more_remote", counted.moreRemote},      {"other_priority", counted.otherPriority},
            {"accepted_95", {share.low, share.high}}, {"few", counted.isFew()}};
}

ordered_json toJson(const reporting::Spread& spread)
{
    ordered_json document{{"count", spread.count}};
    if (spread.count > 0) {
        document["lower_quartile"] = spread.low;
        document["median"] = spread.median;
        document["upper_quartile"] = spread.high;
    }
    return document;
}

ordered_json toJson(const reporting::Shares& shares)
{
    ordered_json document;
    for (const auto& [modality, name] : clinical::Words<clinical::Modality>::all) {
        document[std::string(name)] = shares.answers.at(static_cast<std::size_t>(modality) - 1);
    }
    document["in_person"] = shares.inPerson();
    document["remote"] = shares.remote();
    return document;
}

} // namespace

ordered_json studyToJson(const reporting::Study& study, const NameOfHome& nameOfHome)
{
    ordered_json document{{"requests", study.requests},
                          {"merged", study.merged},
                          {"undecided", study.undecided},
                          {"unreadable_decisions", study.unreadableDecisions},
                          {"all", toJson(study.all)},
                          {"factors", ordered_json::array()},
                          {"motives", ordered_json::object()},
                          {"homes", ordered_json::array()},
                          {"override_reasons", ordered_json::object()}};
    for (const auto& row : study.factors) {
        document["factors"].push_back({{"factor", row.id},
                                       {"source", row.source},
                                       {"present", toJson(row.present)},
                                       {"absent", toJson(row.absent)},
                                       {"unknown", toJson(row.unknown)}});
    }
    for (const auto& [motive, counted] : study.motives) {
        document["motives"][std::string(nameOf(motive))] = toJson(counted);
    }
    for (const auto& [home, counted] : study.homes) {
        document["homes"].push_back({{"home", nameOfHome(home)}, {"decisions", toJson(counted)}});
    }
    for (const auto& [reason, count] : study.reasons) {
        document["override_reasons"][std::string(nameOf(reason))] = count;
    }
    document["own_override_reasons"] = study.ownReasons;
    document["first_answer_minutes"] = {{"all", toJson(study.firstAnswer)},
                                        {"deferred", toJson(study.firstAnswerDeferred)},
                                        {"not_deferred", toJson(study.firstAnswerNotDeferred)},
                                        {"not_answered_yet", study.unanswered}};
    document["deferrals"] = {{"requests", study.deferred}, {"minutes", toJson(study.deferral)}};
    document["transfers"] = ordered_json::object();
    for (const auto& [outcome, count] : study.transfers) {
        document["transfers"][std::string(nameOf(outcome))] = count;
    }
    document["no_visit_needed"] = study.noVisitNeeded;
    document["answers"] = toJson(study.shares);
    document["answers_by_month"] = ordered_json::object();
    for (const auto& [month, shares] : study.byMonth) {
        document["answers_by_month"][month] = toJson(shares);
    }
    return document;
}

} // namespace chevet::commands
