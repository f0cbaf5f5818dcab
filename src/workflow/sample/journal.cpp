// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/journal.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <variant>

namespace chevet::workflow::sample {

using namespace std::chrono_literals;

Journal::Journal(casebook::Casebook& casebook, FixedClock& clock, std::vector<MemberId> members,
                 clinical::RulesAdopted rules)
    : m_casebook(casebook), m_clock(clock), m_members(std::move(members)), m_rules(std::move(rules))
{}

Result<void> Journal::append(Instant at, std::size_t author, std::vector<casebook::NewEvent> events)
{
    m_clock.set(std::max(at, m_clock.now())); // a past that is told in order never goes back
    const auto appended = m_casebook.append(events, {m_members[author], colleagues()[author].role});
    if (!appended) {
        return failAs(appended);
    }
    m_count = appended->sequence;
    m_last = appended->ids.back();
    return {};
}

/// An entry in the wrong place is seen a few minutes later, before the next step that lies beyond that.
Result<void> Journal::withdrawDue(Instant until)
{
    if (!m_withdrawal || m_withdrawal->at > until) {
        return {};
    }
    const auto due = *std::exchange(m_withdrawal, std::nullopt);
    return append(due.at, due.author, {{due.body}});
}

Result<void> Journal::write(const Step& step)
{
    CHEVET_TRY(withdrawDue(step.at));
    std::vector<casebook::NewEvent> events;
    for (const auto& body : step.bodies) {
        const bool isDecision = std::holds_alternative<clinical::TriageDecided>(body);
        if (isDecision && m_rules) {
            CHEVET_TRY(append(step.at, step.author, {{*std::exchange(m_rules, std::nullopt)}}));
        }
        casebook::NewEvent event{body};
        if (step.seen == Seen::Nothing) {
            event.parents.emplace();
        }
        events.push_back(std::move(event));
    }
    if (events.empty()) {
        return {};
    }
    CHEVET_TRY(append(step.at, step.author, std::move(events)));
    if (!step.takenBack.empty() && !m_withdrawal) {
        const auto& note = std::get<clinical::NoteAdded>(step.bodies.back());
        m_withdrawal =
            Withdrawal{step.at + 4min, step.author, {idCast<StreamId>(note.id), m_last, step.takenBack}};
    }
    return {};
}

} // namespace chevet::workflow::sample
