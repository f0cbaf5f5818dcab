// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where two things said about one matter are brought together: a request that came twice, a value that was
// set twice; and who is meant by a look-up.
#include "clinical/registry.h"
#include "workflow/store/case_file_self.h"
#include "workflow/store/said.h"

#include <QCollator>

#include <algorithm>

namespace chevet::workflow {

using namespace clinical;

namespace {

QString nameOfItem(const ContestedItem& item)
{
    const auto& entry = item.coordination.empty() ? item.clinical.front() : item.coordination.front();
    if (const auto* home = std::get_if<HomeCorrected>(&*entry.body)) {
        return word(home->field);
    }
    if (const auto* resident = std::get_if<ResidentCorrected>(&*entry.body)) {
        return word(resident->field);
    }
    if (const auto* request = std::get_if<RequestCorrected>(&*entry.body)) {
        return word(request->field);
    }
    switch (kindOf(*entry.body)) {
    case Kind::StateChanged:
    case Kind::RequestDeferred: return said(QT_TRANSLATE_NOOP("Sentences", "State of the request"));
    case Kind::RequestAssigned: return said(QT_TRANSLATE_NOOP("Sentences", "Whose it is"));
    case Kind::TriageDecided:
    case Kind::TriageReasoned: return said(QT_TRANSLATE_NOOP("Sentences", "Decision"));
    case Kind::FactsRecorded: return said(QT_TRANSLATE_NOOP("Sentences", "What the caller said"));
    case Kind::WishesRecorded: return said(QT_TRANSLATE_NOOP("Sentences", "Wishes of the resident"));
    default: return {};
    }
}

/// Facts in which the heads differ; nobody compares forty equal ones.
QString differingFacts(const Facts& facts, const std::vector<TimelineEntry>& heads)
{
    QStringList parts;
    for (const auto& description : allFacts) {
        const auto value = clinical::valueOf(facts, description.fact);
        const bool differs = std::any_of(heads.begin(), heads.end(), [&](const TimelineEntry& head) {
            const auto* other = std::get_if<FactsRecorded>(&*head.body);
            return other != nullptr && clinical::valueOf(other->facts, description.fact) != value;
        });
        if (differs) {
            parts << word(description.fact) + QLatin1String(": ") + valueText(description.fact, value);
        }
    }
    return parts.join(QLatin1String(", "));
}

QString textOf(const TimelineEntry& head, const ContestedItem& item, const EntryWords& words)
{
    const auto& body = *head.body;
    if (const auto* home = std::get_if<HomeCorrected>(&body)) {
        return valueText(home->value, words);
    }
    if (const auto* resident = std::get_if<ResidentCorrected>(&body)) {
        return valueText(resident->value, words);
    }
    if (const auto* request = std::get_if<RequestCorrected>(&body)) {
        return valueText(request->value, words);
    }
    const auto title = entryTitle(head, words);
    const auto* facts = std::get_if<FactsRecorded>(&body);
    const auto more = facts != nullptr ? differingFacts(facts->facts, item.clinical) : entryText(head, words);
    return more.isEmpty() ? title : title + QLatin1String(" – ") + more.simplified();
}

Contest contestOf(const ContestedItem& item, const EntryWords& words)
{
    Contest contest{nameOfItem(item), {}};
    for (const auto& head : item.coordination.empty() ? item.clinical : item.coordination) {
        contest.values.push_back({head.id, textOf(head, item, words), fromUtf8(head.authorName), head.at});
    }
    return contest;
}

/// Lower case without accents, words apart.
QString plainWords(const QString& text)
{
    QString plain;
    for (const QChar sign : text.normalized(QString::NormalizationForm_D).toLower()) {
        if (sign.isLetterOrNumber()) {
            plain += sign;
        } else if (sign.category() != QChar::Mark_NonSpacing) {
            plain += QLatin1Char(' ');
        }
    }
    return plain.simplified();
}

} // namespace

void CaseFile::Self::take(const CaseHistory& read)
{
    history = read;
    words = wordsFor(history, room->facts().members, room->now(), *room->workplace().clock);
    contestedHere = contestedItems(history);
    contests.clear();
    for (const auto& item : contestedHere) {
        contests.push_back(contestOf(item, words));
    }
}

const std::vector<Contest>& CaseFile::contests() const
{
    return m_self->contests;
}

void CaseFile::settleValue(const EventId& entry)
{
    for (std::size_t i = 0; i < m_self->contests.size(); ++i) {
        auto events = settlingEvents(m_self->contestedHere[i], entry, owed());
        if (!events.empty()) {
            m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Settled: %1")).arg(m_self->contests[i].what),
                          std::move(events));
            return;
        }
    }
}

std::optional<Sentence> CaseFile::whyNotMerge() const
{
    const auto state = m_self->view().row.state;
    if (state == CaseState::Merged) {
        return Sentence{said(QT_TRANSLATE_NOOP("Sentences", "This request has been merged already.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Go to the one it went into with G."))};
    }
    if (state == CaseState::Closed) {
        return Sentence{said(QT_TRANSLATE_NOOP("Sentences", "A closed case is not merged.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Open it again first (C)."))};
    }
    return whyNot(Kind::RequestsMerged);
}

std::vector<QueueRow> CaseFile::otherRequests(const QString& letters) const
{
    std::vector<QueueRow> others;
    if (!m_self->room || !m_self->isLoaded) {
        return others;
    }
    const auto wanted = plainWords(letters);
    for (const auto& row : m_self->room->queue().rows) {
        const auto who = fromUtf8(row.familyName + ' ' + row.givenName + ' ' + row.homeName);
        const bool isMeant = wanted.isEmpty()
                                 ? row.resident == m_self->view().row.resident
                                 : (QLatin1Char(' ') + plainWords(who)).contains(QLatin1Char(' ') + wanted);
        if (row.id != m_self->id && isMeant) {
            others.push_back(row);
        }
    }
    return others;
}

void CaseFile::mergeInto(const CaseId& other)
{
    if (!m_self->isThere()) {
        return;
    }
    if (const auto why = whyNotMerge()) {
        Q_EMIT refused(*why);
        return;
    }
    if (other == m_self->id) {
        Q_EMIT refused({said(QT_TRANSLATE_NOOP("Sentences", "A case can’t be merged into itself.")),
                        said(QT_TRANSLATE_NOOP("Sentences", "Choose the other case."))});
        return;
    }
    m_self->write(said(QT_TRANSLATE_NOOP("Sentences", "Cases merged")), RequestsMerged{m_self->id, other});
}

void CaseFile::lookUpHomes(const QString& letters, HomesFound found)
{
    const auto number = ++m_self->newestQuestion;
    if (!m_self->room) {
        return;
    }
    m_self->room->store().ask(
        this,
        [text = letters.trimmed().toStdString()](casebook::Casebook& casebook) {
            return casebook.findHomes(text);
        },
        [this, number, found = std::move(found)](std::vector<HomeView> homes) {
            if (number == m_self->newestQuestion) {
                QCollator order;
                order.setCaseSensitivity(Qt::CaseInsensitive);
                std::stable_sort(homes.begin(), homes.end(), [&order](const auto& a, const auto& b) {
                    return order.compare(fromUtf8(a.home.name), fromUtf8(b.home.name)) < 0;
                });
                found(homes);
            }
        });
}

void CaseFile::lookUpResidents(const std::optional<Date>& birthDate, const QString& letters,
                               ResidentsFound found)
{
    const auto number = ++m_self->newestQuestion;
    if (!m_self->room) {
        return;
    }
    const auto text = letters.trimmed().toStdString();
    if (!birthDate && text.empty()) {
        found({});
        return;
    }
    m_self->room->store().ask(
        this,
        [birthDate, text](casebook::Casebook& casebook) {
            auto residents = casebook.findResidents(birthDate, text);
            // "leg" for LE GALL, a married name, a slip: then whoever was born that day is shown.
            return residents.empty() && birthDate ? casebook.findResidents(birthDate, {}) : residents;
        },
        [this, number, found = std::move(found)](std::vector<ResidentView> residents) {
            if (number == m_self->newestQuestion) {
                std::stable_partition(residents.begin(), residents.end(), [this](const auto& view) {
                    return view.resident.home == m_self->view().row.home;
                });
                found(residents);
            }
        });
}

} // namespace chevet::workflow
