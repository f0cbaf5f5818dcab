// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/case_history.h"

#include "clinical/registry.h"
#include "workflow/store/said.h"
#include "workflow/store/store_thread.h"

#include <algorithm>
#include <set>

namespace chevet::workflow {

using namespace clinical;

namespace {

template<class Body> const Body* bodyOf(const TimelineEntry& entry)
{
    return entry.body ? std::get_if<Body>(&*entry.body) : nullptr;
}

/// What a founding entry says of a field.
FieldValue fieldOf(const Home& home, HomeField field)
{
    const auto known = [](const auto& value) { return value ? FieldValue(*value) : FieldValue(); };
    switch (field) {
    case HomeField::Name: return home.name;
    case HomeField::Town: return home.town;
    case HomeField::Phone: return home.phone;
    case HomeField::OnCall: return home.onCall;
    case HomeField::TravelMinutes: return known(home.travelMinutes);
    case HomeField::Video: return known(home.video);
    case HomeField::Trained: return known(home.trained);
    case HomeField::Agreement: return known(home.agreement);
    case HomeField::Referent: return home.referent;
    }
    return {};
}

FieldValue fieldOf(const Resident& resident, ResidentField field)
{
    switch (field) {
    case ResidentField::FamilyName: return resident.familyName;
    case ResidentField::GivenName: return resident.givenName;
    case ResidentField::BirthDate: return resident.birthDate ? FieldValue(*resident.birthDate) : FieldValue();
    case ResidentField::Home: return resident.home;
    case ResidentField::Room: return resident.room;
    case ResidentField::Provisional: return resident.provisional;
    case ResidentField::TreatingPhysician: return resident.treatingPhysician;
    case ResidentField::HospitalAtHome: return resident.hospitalAtHome;
    }
    return {};
}

FieldValue fieldOf(const RequestReceived& request, RequestField field)
{
    switch (field) {
    case RequestField::Resident: return request.resident;
    case RequestField::Home: return request.home;
    case RequestField::Caller: return request.caller;
    case RequestField::CallerFunction: return request.callerFunction;
    case RequestField::CallbackPhone: return request.callbackPhone;
    case RequestField::Motives: return request.motives;
    }
    return {};
}

/// The value that a correction sets, nothing for any other entry.
const FieldValue* valueOf(const TimelineEntry& entry)
{
    if (const auto* home = bodyOf<HomeCorrected>(entry)) {
        return &home->value;
    }
    if (const auto* resident = bodyOf<ResidentCorrected>(entry)) {
        return &resident->value;
    }
    const auto* request = bodyOf<RequestCorrected>(entry);
    return request != nullptr ? &request->value : nullptr;
}

/// What the founding entry among these says of the field that `correction` sets.
template<class Entries>
std::optional<FieldValue> foundingValue(const TimelineEntry& correction, const Entries& all)
{
    for (const auto* entry : all) {
        const auto* home = bodyOf<HomeAdded>(*entry);
        const auto* homeNow = bodyOf<HomeCorrected>(correction);
        if (home != nullptr && homeNow != nullptr && home->id == homeNow->id) {
            return fieldOf(home->home, homeNow->field);
        }
        const auto* resident = bodyOf<ResidentAdded>(*entry);
        const auto* residentNow = bodyOf<ResidentCorrected>(correction);
        if (resident != nullptr && residentNow != nullptr && resident->id == residentNow->id) {
            return fieldOf(resident->resident, residentNow->field);
        }
        const auto* request = bodyOf<RequestReceived>(*entry);
        const auto* requestNow = bodyOf<RequestCorrected>(correction);
        if (request != nullptr && requestNow != nullptr && request->id == requestNow->id) {
            return fieldOf(*request, requestNow->field);
        }
    }
    return std::nullopt;
}

std::vector<const TimelineEntry*> allOf(const CaseHistory& history)
{
    std::vector<const TimelineEntry*> all;
    all.reserve(history.founding.size() + history.view.timeline.size());
    for (const auto& entry : history.founding) {
        all.push_back(&entry);
    }
    for (const auto& entry : history.view.timeline) {
        all.push_back(&entry);
    }
    return all;
}

/// Resident and home have histories of their own. Of the home's only what came while this case was open, or
/// waits to be settled; its long past is no part of this case.
void addAside(casebook::Casebook& casebook, CaseHistory& history)
{
    auto& timeline = history.view.timeline;
    for (auto& entry : casebook.timeline(idCast<StreamId>(history.view.resident.id))) {
        (bodyOf<ResidentAdded>(entry) != nullptr ? history.founding : timeline).push_back(std::move(entry));
    }
    for (auto& entry : casebook.timeline(idCast<StreamId>(history.view.home.id))) {
        const bool shown = entry.contested ||
                           (bodyOf<HomeAdded>(entry) == nullptr && !(entry.at < history.view.row.receivedAt));
        (shown ? timeline : history.founding).push_back(std::move(entry));
    }
    std::stable_sort(timeline.begin(), timeline.end(), [](const auto& a, const auto& b) {
        return std::tie(a.at, a.sequence) < std::tie(b.at, b.sequence);
    });
}

/// Residents, homes and cases that the entries name.
void addNamed(casebook::Casebook& casebook, const CaseId& id, CaseHistory& history)
{
    const auto noteResident = [&](const ResidentId& resident) {
        if (const auto view = casebook.resident(resident)) {
            history.residents.emplace(resident.bytes, *view);
        }
    };
    const auto noteHome = [&](const HomeId& home) {
        if (const auto view = casebook.home(home)) {
            history.homes.emplace(home.bytes, *view);
        }
    };
    for (const auto* entry : allOf(history)) {
        if (const auto* received = bodyOf<RequestReceived>(*entry)) {
            noteResident(received->resident);
            noteHome(received->home);
        }
        if (const auto* added = bodyOf<ResidentAdded>(*entry)) {
            noteHome(added->resident.home);
        }
        if (const auto* value = valueOf(*entry)) {
            if (const auto* resident = std::get_if<ResidentId>(value)) {
                noteResident(*resident);
            } else if (const auto* home = std::get_if<HomeId>(value)) {
                noteHome(*home);
            }
        }
        if (const auto* merged = bodyOf<RequestsMerged>(*entry)) {
            const auto other = merged->id == id ? merged->into : merged->id;
            if (const auto view = casebook.caseView(other)) {
                history.cases.emplace(other.bytes, view->row);
            }
        }
    }
}

} // namespace

Result<CaseHistory> readHistory(casebook::Casebook& casebook, const CaseId& id)
{
    auto view = casebook.caseView(id);
    if (!view) {
        return failAs(view);
    }
    CaseHistory history;
    history.view = std::move(*view);
    addAside(casebook, history);
    addNamed(casebook, id, history);
    return history;
}

QString requestText(const QueueRow& row, Instant now, const Clock& clock)
{
    const QStringList parts{timeText(row.receivedAt, now, clock), motivesText(row.motives),
                            residentText(row.familyName, row.givenName, row.provisional)};
    return parts.join(QLatin1String(", "));
}

EntryWords wordsFor(const CaseHistory& history, const std::vector<MemberView>& members, Instant now,
                    const Clock& clock)
{
    EntryWords words;
    words.clock = &clock;
    words.shownIn = history.view.row.id;
    for (const auto& member : members) {
        words.names[member.id.bytes] = fromUtf8(member.name);
    }
    for (const auto& [id, view] : history.homes) {
        words.names[id] = fromUtf8(view.home.name);
    }
    for (const auto& [id, view] : history.residents) {
        const auto& resident = view.resident;
        words.names[id] = residentText(resident.familyName, resident.givenName, resident.provisional);
    }
    for (const auto& [id, row] : history.cases) {
        words.names[id] = requestText(row, now, clock);
    }
    const auto all = allOf(history);
    std::map<EventId, const FieldValue*> values;
    for (const auto* entry : all) {
        if (const auto* value = valueOf(*entry)) {
            values.emplace(entry->id, value);
        }
    }
    for (const auto& [id, value] : values) {
        const auto& entry =
            **std::find_if(all.begin(), all.end(), [&](const auto* other) { return other->id == id; });
        const auto parent = std::find_if(entry.parents.begin(), entry.parents.end(),
                                         [&](const EventId& seen) { return values.contains(seen); });
        const auto before = parent != entry.parents.end() ? std::optional<FieldValue>(*values.at(*parent))
                                                          : foundingValue(entry, all);
        if (before && *before != *value) {
            words.before.emplace(id, *before);
        }
    }
    return words;
}

std::vector<ContestedItem> contestedItems(const CaseHistory& history)
{
    std::map<std::pair<StreamId, std::string>, ContestedItem> items;
    for (const auto& entry : history.view.timeline) {
        if (!entry.contested || entry.withdrawn || !entry.body) {
            continue;
        }
        const auto streams = streamsOf(*entry.body);
        if (streams.empty()) {
            continue;
        }
        const auto name = itemOf(*entry.body);
        auto& item = items[{streams.front(), name}];
        item.stream = streams.front();
        item.item = name;
        const bool isClinical = describe(kindOf(*entry.body)).compartment == Compartment::Clinical;
        (isClinical ? item.clinical : item.coordination).push_back(entry);
    }
    std::vector<ContestedItem> list;
    list.reserve(items.size());
    for (auto& [key, item] : items) {
        list.push_back(std::move(item));
    }
    return list;
}

std::vector<casebook::NewEvent> settlingEvents(const ContestedItem& item, const EventId& chosen,
                                               OwedSet owedNow)
{
    const auto idsOf = [](const std::vector<TimelineEntry>& heads) {
        std::vector<EventId> ids;
        ids.reserve(heads.size());
        for (const auto& head : heads) {
            ids.push_back(head.id);
        }
        std::sort(ids.begin(), ids.end());
        return ids;
    };
    std::vector<casebook::NewEvent> events;
    const TimelineEntry* holds = nullptr;
    for (const auto& head : item.coordination) {
        if (head.id == chosen) {
            holds = &head;
            auto body = *head.body;
            if (auto* decided = std::get_if<TriageDecided>(&body)) {
                decided->owed = OwedSet::ofBits(decided->owed.bits() & owedNow.bits());
            }
            events.push_back({std::move(body), idsOf(item.coordination)});
        }
    }
    for (const auto& head : item.clinical) {
        // The clinical half of a decision was written with it, in one transaction.
        const bool isHalf = holds != nullptr && head.author == holds->author && head.at == holds->at;
        if (head.id == chosen || isHalf) {
            events.push_back({*head.body, idsOf(item.clinical)});
            break;
        }
    }
    return events;
}

} // namespace chevet::workflow
