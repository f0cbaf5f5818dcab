// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/queue_cells.h"

#include "workflow/sentences.h"
#include "workflow/store/queue_rows.h"
#include "workflow/store/said.h"

#include <QStringList>

namespace chevet::workflow {

QString columnTitle(QueueModel::Column column)
{
    switch (column) {
    case QueueModel::PriorityColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Priority"));
    case QueueModel::DueColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Due"));
    case QueueModel::ResidentColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Resident"));
    case QueueModel::HomeColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Home"));
    case QueueModel::MotiveColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Motive"));
    case QueueModel::AnswerColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Answer"));
    case QueueModel::LastWordColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Last word"));
    case QueueModel::OwnerColumn: return said(QT_TRANSLATE_NOOP("Sentences", "Owner"));
    case QueueModel::ColumnCount: break;
    }
    return {};
}

QString QueueCells::resident() const
{
    auto name = residentText(m_row.familyName, m_row.givenName, m_row.provisional);
    if (!m_row.birthDate) {
        return name;
    }
    return name + QLatin1String(", ") + ageText(m_row.birthDate, m_clock.dateAt(m_now));
}

QString QueueCells::home() const
{
    const auto name = fromUtf8(m_row.homeName);
    return m_row.room.empty()
               ? name
               : said(QT_TRANSLATE_NOOP("Sentences", "%1, room %2")).arg(name, fromUtf8(m_row.room));
}

QString QueueCells::answer() const
{
    if (m_row.state == clinical::CaseState::Deferred && m_row.deferredUntil) {
        return said(QT_TRANSLATE_NOOP("Sentences", "deferred until %1"))
            .arg(timeText(*m_row.deferredUntil, m_now, m_clock));
    }
    if (!m_row.decided) {
        return word(clinical::CaseState::ToTriage);
    }
    if (m_row.mode && *m_row.mode != *m_row.decided) {
        return said(QT_TRANSLATE_NOOP("Sentences", "%1 instead of %2"))
            .arg(shortWord(*m_row.mode), shortWord(*m_row.decided));
    }
    const auto first = shortWord(*m_row.decided);
    if (m_row.meanwhile) {
        return said(QT_TRANSLATE_NOOP("Sentences", "%1 now, then %2"))
            .arg(shortWord(*m_row.meanwhile), first);
    }
    return m_row.then ? said(QT_TRANSLATE_NOOP("Sentences", "%1, then %2")).arg(first, shortWord(*m_row.then))
                      : first;
}

/// What must still happen before the case may close, but for the visit that the answer names already.
QString QueueCells::owed() const
{
    QStringList steps;
    for (const auto& [step, name] : clinical::Words<clinical::Owed>::all) {
        const bool isAnswer = step == clinical::Owed::Visit &&
                              m_row.decided == clinical::Modality::InPersonVisit && !m_row.mode;
        if (m_row.owed.has(step) && !isAnswer) {
            steps << word(step);
        }
    }
    return steps.isEmpty()
               ? QString()
               : said(QT_TRANSLATE_NOOP("Sentences", "owed: %1")).arg(steps.join(QLatin1String(", ")));
}

QString QueueCells::lastWord() const
{
    const auto words = lastWordsSaid();
    const auto steps = owed();
    return steps.isEmpty() || words.isEmpty() ? steps + words : steps + QStringLiteral(" · ") + words;
}

QString QueueCells::lastWordsSaid() const
{
    if (!m_row.lastAttempt) {
        return fromUtf8(m_row.lastWord);
    }
    const auto& attempt = *m_row.lastAttempt;
    auto tried = said(QT_TRANSLATE_NOOP("Sentences", "tried %1, %2"))
                     .arg(timeText(attempt.at, m_now, m_clock), word(attempt.outcome));
    if (attempt.callBackFrom) {
        tried = said(QT_TRANSLATE_NOOP("Sentences", "%1; call back from %2"))
                    .arg(tried, timeText(*attempt.callBackFrom, m_now, m_clock));
    }
    return m_row.lastWord.empty() ? tried : tried + QStringLiteral(" · ") + fromUtf8(m_row.lastWord);
}

QString QueueCells::text(QueueModel::Column column) const
{
    switch (column) {
    case QueueModel::PriorityColumn: return code(m_row.priority);
    case QueueModel::DueColumn: return dueText(m_row.due, m_now, m_clock);
    case QueueModel::ResidentColumn: return resident();
    case QueueModel::HomeColumn: return home();
    case QueueModel::MotiveColumn: return motivesText(m_row.motives);
    case QueueModel::AnswerColumn: return answer();
    case QueueModel::LastWordColumn: return lastWord();
    case QueueModel::OwnerColumn: return fromUtf8(m_row.ownerInitials);
    case QueueModel::ColumnCount: break;
    }
    return {};
}

QString QueueCells::toolTip(QueueModel::Column column) const
{
    if (column == QueueModel::DueColumn) {
        return timeText(m_row.due, m_now, m_clock);
    }
    if (column == QueueModel::AnswerColumn && m_row.decided) {
        return word(*m_row.decided);
    }
    if (column == QueueModel::HomeColumn && !m_row.callbackPhone.empty()) {
        return fromUtf8(m_row.callbackPhone);
    }
    return text(column);
}

QString QueueCells::sentence() const
{
    const auto due = dueText(m_row.due, m_now, m_clock);
    const auto urgency =
        isOverdue(m_row, m_now)
            ? said(QT_TRANSLATE_NOOP("Sentences", "overdue by %1")).arg(QString(due).remove(QLatin1Char('+')))
            : said(QT_TRANSLATE_NOOP("Sentences", "due %1")).arg(due);
    const auto priority =
        said(QT_TRANSLATE_NOOP("Sentences", "Priority %1")).arg(static_cast<int>(m_row.priority));
    return QStringList{priority, urgency, resident(), home(), motivesText(m_row.motives), answer()}.join(
        QLatin1String(", "));
}

QString QueueCells::accessibleText(QueueModel::Column column) const
{
    if (column == QueueModel::PriorityColumn) {
        return sentence();
    }
    const auto shown = text(column);
    return columnTitle(column) + QLatin1String(": ") + (shown.isEmpty() ? QStringLiteral("–") : shown);
}

} // namespace chevet::workflow
