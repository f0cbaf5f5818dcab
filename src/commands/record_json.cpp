// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/record_json.h"

#include "commands/facts_json.h"

namespace chevet::commands {
namespace {

using namespace clinical;
using nlohmann::ordered_json;

template<class E> ordered_json nameOrNull(const std::optional<E>& word)
{
    return word ? ordered_json(nameOf(*word)) : ordered_json(nullptr);
}

template<class E> ordered_json names(const SetOf<E>& set)
{
    auto list = ordered_json::array();
    for (const auto& [word, name] : Words<E>::all) {
        if (set.has(word)) {
            list.push_back(name);
        }
    }
    return list;
}

template<class AnyId> ordered_json idOrNull(const std::optional<AnyId>& id)
{
    return id ? ordered_json(id->hex()) : ordered_json(nullptr);
}

ordered_json attemptToJson(const std::optional<LastAttempt>& attempt)
{
    if (!attempt) {
        return nullptr;
    }
    return {{"at", timeToJson(attempt->at)},
            {"outcome", nameOf(attempt->outcome)},
            {"call_back_from", timeToJson(attempt->callBackFrom)},
            {"call_back_until", timeToJson(attempt->callBackUntil)}};
}

ordered_json rowToJson(const QueueRow& row, Instant now)
{
    ordered_json resident{
        {"id", row.resident.hex()},
        {"family_name", row.familyName},
        {"given_name", row.givenName},
        {"birth_date", row.birthDate ? ordered_json(row.birthDate->iso()) : ordered_json(nullptr)},
        {"provisional", row.provisional},
        {"room", row.room}};
    ordered_json owner = nullptr;
    if (row.owner) {
        owner = {{"id", row.owner->hex()}, {"initials", row.ownerInitials}};
    }
    return {{"id", row.id.hex()},
            {"state", nameOf(row.state)},
            {"priority", nameOf(row.priority)},
            {"received_at", timeToJson(row.receivedAt)},
            {"due", timeToJson(row.due)},
            {"overdue", row.due < now},
            {"resident", std::move(resident)},
            {"home", {{"id", row.home.hex()}, {"name", row.homeName}}},
            {"callback_phone", row.callbackPhone},
            {"motives", names(row.motives)},
            {"decided", nameOrNull(row.decided)},
            {"meanwhile", nameOrNull(row.meanwhile)},
            {"then", nameOrNull(row.then)},
            {"owed", names(row.owed)},
            {"owner", std::move(owner)},
            {"last_attempt", attemptToJson(row.lastAttempt)},
            {"mode", row.mode ? ordered_json(nameOf(*row.mode)) : ordered_json(nullptr)},
            {"deferred_until", timeToJson(row.deferredUntil)},
            {"last_word", row.lastWord},
            {"contested", row.contested}};
}

ordered_json entryToJson(const TimelineEntry& entry)
{
    return {{"id", entry.id.hex()},
            {"sequence", entry.sequence},
            {"kind", entry.kind},
            {"version", entry.version},
            {"at", timeToJson(entry.at)},
            {"offset_minutes", entry.offsetMinutes},
            {"author",
             {{"id", entry.author.hex()}, {"name", entry.authorName}, {"role", nameOf(entry.authorRole)}}},
            {"readable", entry.readable},
            {"withdrawn", entry.withdrawn},
            {"withdrawn_reason", entry.withdrawnReason},
            {"contested", entry.contested},
            {"body", entry.body ? bodyToJson(*entry.body) : ordered_json(nullptr)}};
}

} // namespace

ordered_json queueToJson(const Queue& queue, Instant now)
{
    auto rows = ordered_json::array();
    for (const auto& row : queue.rows) {
        rows.push_back(rowToJson(row, now));
    }
    return {{"as_of", timeToJson(now)}, {"sequence", queue.sequence}, {"cases", std::move(rows)}};
}

ordered_json caseToJson(const CaseView& view, Instant now)
{
    auto timeline = ordered_json::array();
    for (const auto& entry : view.timeline) {
        timeline.push_back(entryToJson(entry));
    }
    auto document = rowToJson(view.row, now);
    document["merged_into"] = idOrNull(view.mergedInto);
    document["resident"] = residentToJson(view.resident.resident);
    document["resident"]["id"] = view.resident.id.hex();
    document["resident"]["seen_in_person"] = view.resident.seenInPerson;
    document["resident"]["remote_contacts_since_visit"] = view.resident.remoteContactsSinceVisit;
    document["home"] = homeToJson(view.home.home);
    document["home"]["id"] = view.home.id.hex();
    document["wishes"] = view.wishes ? bodyToJson(*view.wishes) : ordered_json(nullptr);
    document["facts"] = view.facts ? factsToJson(*view.facts) : ordered_json(nullptr);
    document["reasoned"] = view.reasoned ? bodyToJson(*view.reasoned) : ordered_json(nullptr);
    document["timeline"] = std::move(timeline);
    return document;
}

ordered_json hitsToJson(const std::vector<SearchHit>& hits)
{
    auto list = ordered_json::array();
    for (const auto& hit : hits) {
        list.push_back(
            {{"case", hit.caseId.isNull() ? ordered_json(nullptr) : ordered_json(hit.caseId.hex())},
             {"entry", hit.entry.hex()},
             {"kind", hit.kind},
             {"at", timeToJson(hit.at)},
             {"resident", hit.residentName},
             {"home", hit.homeName},
             {"excerpt", hit.excerpt}});
    }
    return list;
}

ordered_json verificationToJson(const Verification& verification)
{
    auto damages = ordered_json::array();
    for (const auto& damage : verification.damages) {
        damages.push_back({{"code", errorName(damage.code)},
                           {"sequence", damage.sequence},
                           {"id", idOrNull(damage.id)},
                           {"count", damage.count},
                           {"place", damage.place}});
    }
    return {{"result", verification.damages.empty() ? "whole" : "damaged"},
            {"records", verification.records},
            {"readable", verification.readable},
            {"damages", std::move(damages)}};
}

} // namespace chevet::commands
