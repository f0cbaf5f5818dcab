// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/case_search.h"

#include "workflow/desk.h"
#include "workflow/store/store_thread.h"

namespace chevet::workflow {

struct CaseSearch::Self
{
    QPointer<Desk> desk;
    std::uint64_t newest = 0; ///< number of the newest question
};

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
        Q_EMIT found(words, {});
        return;
    }
    m_self->desk->store().ask(
        this, [text = asked.toStdString()](casebook::Casebook& casebook) { return casebook.search(text); },
        [this, number, words](const std::vector<clinical::SearchHit>& hits) {
            if (number == m_self->newest) {
                Q_EMIT found(words, hits);
            }
        });
}

} // namespace chevet::workflow
