// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/case_record.h"

#include "casebook/field_values.h"

#include <algorithm>

namespace chevet::casebook {

using namespace clinical;

namespace {

/// The founding entry of a stream: if there are several (a mistake or a forgery), always the same one.
template<class Body> const Entry* baseOf(const Entries& entries)
{
    const Entry* base = nullptr;
    for (const auto& entry : entries) {
        if (!entry.body || !std::holds_alternative<Body>(*entry.body) || entry.withdrawn) {
            continue;
        }
        if (base == nullptr || std::pair(entry.stamp, entry.id) < std::pair(base->stamp, base->id)) {
            base = &entry;
        }
    }
    return base;
}

template<class Body> const Body* bodyOf(const Entry& entry)
{
    return entry.body ? std::get_if<Body>(&*entry.body) : nullptr;
}

bool precedes(const Entry& a, const Entry& b)
{
    return std::tie(a.at, a.stamp, a.id) < std::tie(b.at, b.stamp, b.id);
}

/// Applies the winning correction of each field, and notes the fields with several.
template<class Correction, class Value, class Field>
void correct(const Entries& entries, const std::map<Item, std::vector<std::size_t>>& heads, Value& value,
             std::vector<Field>& contested)
{
    for (const auto& [item, at] : heads) {
        if (at.empty()) {
            continue;
        }
        if (const auto* correction = bodyOf<Correction>(entries[at.front()])) {
            setField(value, correction->field, correction->value);
            if (at.size() > 1) {
                contested.push_back(correction->field);
            }
        }
    }
}

/// Settings that hold no longer, of kinds whose words a correction replaces.
std::vector<std::int64_t> supersededOf(const Entries& entries,
                                       const std::map<Item, std::vector<std::size_t>>& heads)
{
    std::vector<bool> holds(entries.size(), false);
    for (const auto& [item, at] : heads) {
        for (const auto head : at) {
            holds[head] = true;
        }
    }
    std::vector<std::int64_t> superseded;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto kind = entries[i].kind;
        const bool isReplaced = kind == Kind::HomeCorrected || kind == Kind::ResidentCorrected ||
                                kind == Kind::RequestCorrected || kind == Kind::FactsRecorded ||
                                kind == Kind::WishesRecorded;
        if (isReplaced && !holds[i] && !entries[i].withdrawn) {
            superseded.push_back(entries[i].sequence);
        }
    }
    return superseded;
}

/// Fills a case from its entries, step by step.
class CaseFrom
{
public:
    explicit CaseFrom(const Entries& entries) : m_entries(entries), m_heads(headsByItem(entries)) {}

    CaseRecord make()
    {
        for (const auto& [item, at] : m_heads) {
            m_case.contested = m_case.contested || at.size() > 1;
        }
        request();
        decision();
        state();
        attempts();
        words();
        if (const auto* owner = winner(Compartment::Coordination, "owner")) {
            m_case.owner = bodyOf<RequestAssigned>(*owner)->owner;
        }
        if (const auto* merged = latest<RequestsMerged>()) {
            m_case.mergedInto = bodyOf<RequestsMerged>(*merged)->into;
        }
        m_case.superseded = supersededOf(m_entries, m_heads);
        return std::move(m_case);
    }

private:
    const Entry* winner(Compartment compartment, const char* item) const
    {
        const auto found = m_heads.find(Item{compartment, item});
        return found == m_heads.end() || found->second.empty() ? nullptr : &m_entries[found->second.front()];
    }

    /// The last of a kind that only adds, by stamp.
    template<class Body> const Entry* latest() const
    {
        const Entry* last = nullptr;
        for (const auto& entry : m_entries) {
            if (!entry.withdrawn && bodyOf<Body>(entry) != nullptr &&
                (last == nullptr || std::pair(entry.stamp, entry.id) > std::pair(last->stamp, last->id))) {
                last = &entry;
            }
        }
        return last;
    }

    void request()
    {
        if (const auto* base = baseOf<RequestReceived>(m_entries)) {
            m_case.exists = true;
            m_case.request = *bodyOf<RequestReceived>(*base);
        }
        std::vector<RequestField> contested;
        correct<RequestCorrected>(m_entries, m_heads, m_case.request, contested);
        m_case.lastContact = m_case.request.receivedAt;
        m_case.due = m_case.request.receivedAt + undecidedWithin;
    }

    void decision()
    {
        const auto found = m_heads.find(Item{Compartment::Coordination, "decision"});
        if (found != m_heads.end() && !found->second.empty()) {
            const auto& entry = m_entries[found->second.front()];
            m_case.decision = *bodyOf<TriageDecided>(entry);
            m_case.priority = m_case.decision->priority;
            m_case.due = m_case.decision->due;
            m_case.decided = entry.stamp;
            for (const auto head : found->second) { // of two decisions, what either owes
                const auto owed = bodyOf<TriageDecided>(m_entries[head])->owed;
                m_case.owed = OwedSet::ofBits(m_case.owed.bits() | owed.bits());
            }
        }
        for (const auto& entry : m_entries) {
            const auto* settled = bodyOf<OwedSettled>(entry);
            if (settled != nullptr && !entry.withdrawn) {
                if (entry.stamp > m_case.decided) { // a new decision owes anew
                    m_case.owed.erase(settled->step);
                }
                if (settled->step == Owed::Visit) {
                    m_case.contacts.push_back({entry.at, true});
                }
            }
        }
        if (const auto* changed = latest<ModeChanged>();
            changed != nullptr && changed->stamp > m_case.decided) {
            m_case.mode = bodyOf<ModeChanged>(*changed)->to;
        }
        if (const auto* reasoned = winner(Compartment::Clinical, "decision")) {
            m_case.reasoned = reasoned->sequence;
        }
    }

    void state()
    {
        m_case.state = m_case.decision ? CaseState::ToCallBack : CaseState::ToTriage;
        const auto* entry = winner(Compartment::Coordination, "state");
        if (entry == nullptr) {
            return;
        }
        if (const auto* deferred = bodyOf<RequestDeferred>(*entry)) {
            m_case.state = CaseState::Deferred;
            m_case.deferredUntil = deferred->until;
            m_case.due = deferred->until;
            return;
        }
        const auto& changed = *bodyOf<StateChanged>(*entry);
        m_case.owed = OwedSet::ofBits(m_case.owed.bits() & ~changed.waived.bits());
        const bool decidedSince =
            changed.to == CaseState::ToTriage && m_case.decision && m_case.decided > entry->stamp;
        m_case.state = decidedSince ? CaseState::ToCallBack : changed.to;
        if (changed.to == CaseState::Closed && m_case.decision) {
            const bool visited = m_case.mode.value_or(m_case.decision->modality) == Modality::InPersonVisit;
            m_case.contacts.push_back({entry->at, visited});
        }
    }

    void attempts()
    {
        const Entry* last = nullptr;
        for (const auto& entry : m_entries) {
            const auto* attempt = bodyOf<AttemptMade>(entry);
            if (attempt == nullptr || entry.withdrawn) {
                continue;
            }
            if (attempt->outcome == AttemptOutcome::Reached) {
                m_case.contacts.push_back({attempt->at, false});
            }
            if (last == nullptr || std::tuple(bodyOf<AttemptMade>(*last)->at, last->stamp, last->id) <
                                       std::tuple(attempt->at, entry.stamp, entry.id)) {
                last = &entry;
            }
        }
        if (last != nullptr) {
            const auto& attempt = *bodyOf<AttemptMade>(*last);
            m_case.lastAttempt =
                LastAttempt{attempt.at, attempt.outcome, attempt.callBackFrom, attempt.callBackUntil};
        }
        std::sort(m_case.contacts.begin(), m_case.contacts.end());
        for (const auto& contact : m_case.contacts) {
            m_case.lastContact = std::max(m_case.lastContact, contact.at);
        }
    }

    void words()
    {
        if (const auto* facts = winner(Compartment::Clinical, "facts")) {
            m_case.facts = facts->sequence;
        }
        std::vector<const Entry*> candidates;
        for (const auto& entry : m_entries) {
            const bool isNote = entry.kind == Kind::NoteAdded && !entry.withdrawn;
            if (isNote || (m_case.facts != 0 && entry.sequence == m_case.facts)) {
                candidates.push_back(&entry);
            }
        }
        std::sort(candidates.begin(), candidates.end(), [](auto* a, auto* b) { return precedes(*b, *a); });
        for (const auto* candidate : candidates) {
            m_case.words.push_back(candidate->sequence);
        }
    }

    const Entries& m_entries;
    std::map<Item, std::vector<std::size_t>> m_heads;
    CaseRecord m_case;
};

} // namespace

CaseRecord caseFrom(const Entries& entries)
{
    return CaseFrom(entries).make();
}

OwedSet owedOn(const CaseRecord& from, const Entries& entries)
{
    auto owed = from.owed;
    for (const auto& entry : entries) {
        if (entry.withdrawn || entry.stamp <= from.decided) {
            continue;
        }
        if (const auto* settled = bodyOf<OwedSettled>(entry)) {
            owed.erase(settled->step);
        } else if (const auto* changed = bodyOf<StateChanged>(entry)) {
            owed = OwedSet::ofBits(owed.bits() & ~changed->waived.bits());
        }
    }
    return owed;
}

HomeRecord homeFrom(const Entries& entries)
{
    HomeRecord record;
    const auto heads = headsByItem(entries);
    if (const auto* base = baseOf<HomeAdded>(entries)) {
        record.exists = true;
        record.home = bodyOf<HomeAdded>(*base)->home;
    }
    correct<HomeCorrected>(entries, heads, record.home, record.contested);
    record.superseded = supersededOf(entries, heads);
    return record;
}

ResidentRecord residentFrom(const Entries& entries)
{
    ResidentRecord record;
    const auto heads = headsByItem(entries);
    if (const auto* base = baseOf<ResidentAdded>(entries)) {
        record.exists = true;
        record.resident = bodyOf<ResidentAdded>(*base)->resident;
    }
    correct<ResidentCorrected>(entries, heads, record.resident, record.contested);
    const auto wishes = heads.find(Item{Compartment::Clinical, "wishes"});
    if (wishes != heads.end() && !wishes->second.empty()) {
        record.wishes = entries[wishes->second.front()].sequence;
    }
    record.superseded = supersededOf(entries, heads);
    return record;
}

} // namespace chevet::casebook
