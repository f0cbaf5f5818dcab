// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/case_search.h"

#include "workflow/desk.h"
#include "workflow/store/store_thread.h"

#include <algorithm>

namespace chevet::workflow {

namespace {

constexpr std::size_t linesOnScreen = 16;

struct Answer
{
    std::vector<clinical::Found> found;
    std::vector<clinical::SearchHit> first;
};

Answer lookUp(casebook::Casebook& casebook, const std::string& words)
{
    Answer answer;
    answer.found = casebook.find(words);
    const auto onScreen = std::min(answer.found.size(), linesOnScreen);
    answer.first = casebook.openHits(words, std::span(answer.found).first(onScreen));
    return answer;
}

} // namespace

struct CaseSearch::Self
{
    QPointer<Desk> desk;
    std::uint64_t newest = 0; ///< number of the newest question

    void openRest(CaseSearch& search, const QString& words, std::vector<clinical::Found> rest);
};

void CaseSearch::Self::openRest(CaseSearch& search, const QString& words, std::vector<clinical::Found> rest)
{
    desk->store().ask(
        &search,
        [text = words.simplified().toStdString(), rest = std::move(rest)](casebook::Casebook& casebook) {
            return casebook.openHits(text, rest);
        },
        [this, &search, number = newest, words](const std::vector<clinical::SearchHit>& hits) {
            if (number == newest) {
                Q_EMIT search.more(words, hits);
            }
        });
}

CaseSearch::CaseSearch(Desk& desk, QObject* parent) : QObject(parent), m_self(std::make_unique<Self>())
{
    m_self->desk = &desk;
}

CaseSearch::~CaseSearch() = default;

void CaseSearch::find(const QString& words)
{
    const auto number = ++m_self->newest;
    const auto asked = words.simplified();
    if (asked.isEmpty() || !m_self->desk) {
        Q_EMIT found(words, {}, 0);
        return;
    }
    m_self->desk->store().ask(
        this, [text = asked.toStdString()](casebook::Casebook& casebook) { return lookUp(casebook, text); },
        [this, number, words](const Answer& answer) {
            if (number != m_self->newest || !m_self->desk) {
                return;
            }
            Q_EMIT found(words, answer.first, static_cast<int>(answer.found.size()));
            if (number == m_self->newest && answer.found.size() > linesOnScreen) {
                m_self->openRest(*this, words, {answer.found.begin() + linesOnScreen, answer.found.end()});
            }
        });
}

} // namespace chevet::workflow
