// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample/journal.h"

#include <chrono>
#include <utility>
#include <variant>

namespace chevet::workflow::sample {

using namespace std::chrono_literals;

namespace {
constexpr std::size_t eventsInOneCommit = 256;
}

Journal::Journal(casebook::Casebook& casebook, std::vector<MemberId> members, clinical::RulesAdopted rules)
    : m_casebook(casebook), m_members(std::move(members)), m_rules(std::move(rules))
{}

void Journal::add(Instant at, std::size_t author, clinical::EventBody body, Seen seen)
{
    casebook::NewEvent event{std::move(body)};
    event.past = casebook::Past{{m_members[author], colleagues()[author].role}, at};
    if (seen == Seen::Nothing) {
        event.parents.emplace();
    }
    m_waiting.push_back(std::move(event));
}

Result<void> Journal::commit()
{
    if (m_waiting.empty()) {
        return {};
    }
    const auto appended = m_casebook.append(m_waiting, {m_members[Nurse], colleagues()[Nurse].role});
    if (!appended) {
        return failAs(appended);
    }
    m_waiting.clear();
    m_count = appended->sequence;
    m_last = appended->ids.back();
    return {};
}

/// An entry in the wrong place is seen a few minutes later, before the next step that lies beyond that.
void Journal::withdrawDue(Instant until)
{
    if (m_withdrawal && m_withdrawal->at <= until) {
        add(m_withdrawal->at, m_withdrawal->author, m_withdrawal->body);
        m_withdrawal.reset();
    }
}

Result<void> Journal::write(const Step& step)
{
    withdrawDue(step.at);
    for (const auto& body : step.bodies) {
        if (m_rules && std::holds_alternative<clinical::TriageDecided>(body)) {
            add(step.at, step.author, *m_rules);
            m_rules.reset();
        }
        add(step.at, step.author, body, step.seen);
    }
    const bool isTakenBack = !step.takenBack.empty() && !m_withdrawal;
    if (m_waiting.size() < eventsInOneCommit && !isTakenBack) {
        return {};
    }
    CHEVET_TRY(commit());
    if (isTakenBack) { // its id is known once it is written
        const auto& note = std::get<clinical::NoteAdded>(step.bodies.back());
        m_withdrawal =
            Withdrawal{step.at + 4min, step.author, {idCast<StreamId>(note.id), m_last, step.takenBack}};
    }
    return {};
}

Result<void> Journal::finish()
{
    return commit();
}

} // namespace chevet::workflow::sample
