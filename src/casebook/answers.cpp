// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is asked of the store: the queue, cases, people, the team.
#include "casebook/casebook_self.h"
#include "casebook/search_text.h"

#include <algorithm>

namespace chevet::casebook {

using namespace clinical;

Queue Casebook::queue() const
{
    auto& self = *m_self;
    auto& rows = self.orderedRows;
    if (self.orderedGeneration != self.fold->generation() || rows.size() != self.fold->openCases().size()) {
        rows.clear();
        for (const auto& [stream, open] : self.fold->openCases()) {
            rows.push_back(&open.row);
        }
        std::sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) {
            return std::tie(a->due, a->id) < std::tie(b->due, b->id);
        });
        self.orderedGeneration = self.fold->generation();
    }
    const auto now = self.clock->now();
    const auto isOverdueFirst = [&](const QueueRow& row) {
        return row.priority == Priority::P1 && row.due < now;
    };
    Queue queue;
    queue.sequence = self.fold->sequence();
    queue.rows.reserve(rows.size());
    for (const auto* row : rows) {
        if (isOverdueFirst(*row)) {
            queue.rows.push_back(*row);
        }
    }
    for (const auto* row : rows) {
        if (!isOverdueFirst(*row)) {
            queue.rows.push_back(*row);
        }
    }
    return queue;
}

Result<CaseView> Casebook::caseView(const CaseId& id) const
{
    auto& self = *m_self;
    CHEVET_TRY(self.ensureJournal());
    const auto stream = self.find(idCast<StreamId>(id));
    if (stream == 0 || !self.hasCase(id)) {
        return fail(ErrorCode::NotFound, "case");
    }
    CaseView view;
    const auto open = self.fold->openCases().find(stream);
    const auto record = self.fold->caseRecord(id, self.fold->entriesOf(stream));
    const auto residentStream = self.find(idCast<StreamId>(record.request.resident));
    view.mergedInto = self.fold->mergedInto(id);
    if (open != self.fold->openCases().end()) {
        view.row = open->second.row;
    } else {
        view.row = Fold::rowOf(record);
        view.row.state = view.mergedInto ? CaseState::Merged : record.state;
        self.fold->dressRow(view.row, residentStream);
        view.row.lastWord = self.fold->lastWordOf(record);
    }
    view.resident = self.residentView(residentStream);
    if (const auto homeStream = self.find(idCast<StreamId>(record.request.home)); homeStream != 0) {
        view.home = self.homeView(homeStream);
    }
    if (const auto wishes = self.fold->resident(residentStream).wishes; wishes != 0) {
        view.wishes = self.bodyAt<WishesRecorded>(wishes);
    }
    if (const auto facts = record.facts != 0 ? self.bodyAt<FactsRecorded>(record.facts) : std::nullopt) {
        view.facts = facts->facts;
    }
    if (record.reasoned != 0) {
        view.reasoned = self.bodyAt<TriageReasoned>(record.reasoned);
    }
    view.timeline = timeline(idCast<StreamId>(id));
    return view;
}

HomeView Casebook::Self::homeView(StreamKey stream) const
{
    HomeView view;
    view.id = idCast<HomeId>(fold->model().streamId(stream));
    const auto& record = fold->home(stream);
    view.home = record.home;
    view.contested = record.contested;
    for (const auto& [key, open] : fold->openCases()) {
        view.openCases += open.row.home == view.id ? 1 : 0;
    }
    return view;
}

ResidentView Casebook::Self::residentView(StreamKey stream) const
{
    ResidentView view;
    view.id = idCast<ResidentId>(fold->model().streamId(stream));
    const auto& record = fold->resident(stream);
    view.resident = record.resident;
    view.contested = record.contested;
    const auto homeStream = find(idCast<StreamId>(record.resident.home));
    view.homeName = homeStream == 0 ? std::string() : fold->home(homeStream).home.name;
    for (const auto& contact : fold->contactsOf(stream)) {
        view.lastContact = contact.at;
        view.seenInPerson = view.seenInPerson || contact.inPerson;
        view.remoteContactsSinceVisit = contact.inPerson ? 0 : view.remoteContactsSinceVisit + 1;
    }
    const QueueRow* newest = nullptr;
    for (const auto& [key, open] : fold->openCases()) {
        const auto& row = open.row;
        if (open.file.resident == stream && (newest == nullptr || std::tie(newest->receivedAt, newest->id) <
                                                                      std::tie(row.receivedAt, row.id))) {
            newest = &row;
        }
    }
    if (newest != nullptr) {
        view.openCase = newest->id;
    }
    return view;
}

std::vector<MemberView> Casebook::members() const
{
    std::vector<MemberView> views;
    for (const auto& [id, member] : m_self->fold->members()) {
        views.push_back({id, member.name, initialsOf(member.name), member.role});
    }
    return views;
}

Result<HomeView> Casebook::home(const HomeId& id) const
{
    if (!m_self->hasHome(id)) {
        return fail(ErrorCode::NotFound, "home");
    }
    return m_self->homeView(m_self->find(idCast<StreamId>(id)));
}

Result<ResidentView> Casebook::resident(const ResidentId& id) const
{
    if (!m_self->hasResident(id)) {
        return fail(ErrorCode::NotFound, "resident");
    }
    return m_self->residentView(m_self->find(idCast<StreamId>(id)));
}

std::optional<std::string> Casebook::teamSetting(const std::string& name) const
{
    auto& fold = *m_self->fold;
    const auto stream = m_self->find(idCast<StreamId>(m_self->keyring->team()));
    if (stream == 0) {
        return std::nullopt;
    }
    const auto entries = fold.entriesOf(stream);
    const auto heads = headsByItem(entries);
    const auto found = heads.find(Item{Compartment::Team, name});
    if (found == heads.end() || found->second.empty()) {
        return std::nullopt;
    }
    return std::get<SettingChanged>(*entries[found->second.front()].body).value;
}

std::vector<TimelineEntry> Casebook::settingHistory(std::string_view beginning) const
{
    auto entries = timeline(idCast<StreamId>(m_self->keyring->team()));
    std::erase_if(entries, [&](const TimelineEntry& entry) {
        const auto* changed = entry.body ? std::get_if<SettingChanged>(&*entry.body) : nullptr;
        return changed == nullptr || !changed->name.starts_with(beginning);
    });
    return entries;
}

std::vector<std::string> Casebook::adoptedRules() const
{
    std::vector<std::string> hashes;
    for (const auto& [hash, sequence] : m_self->fold->rules()) {
        hashes.push_back(hash);
    }
    return hashes;
}

bool Casebook::hasRules(const std::string& hash) const
{
    return m_self->fold->rules().contains(hash);
}

Result<RulesAdopted> Casebook::rules(const std::string& hash) const
{
    CHEVET_TRY(m_self->ensureJournal());
    const auto& rules = m_self->fold->rules();
    const auto found = rules.find(hash);
    auto adopted = found == rules.end() ? std::nullopt : m_self->bodyAt<RulesAdopted>(found->second);
    return adopted ? Result<RulesAdopted>(std::move(*adopted)) : fail(ErrorCode::NotFound, "rules");
}

Result<TriageReasoned> Casebook::decision(const EventId& id) const
{
    CHEVET_TRY(m_self->ensureJournal());
    auto opened = m_self->fold->open(id);
    if (!opened) {
        return failAs(opened);
    }
    auto* reasoned = opened->body ? std::get_if<TriageReasoned>(&*opened->body) : nullptr;
    return reasoned != nullptr ? Result<TriageReasoned>(std::move(*reasoned))
                               : fail(ErrorCode::BadInput, "decision");
}

} // namespace chevet::casebook
