// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/desk_opening.h"

#include "workflow/rule_hash.h"
#include "workflow/store/desk_self.h"

namespace chevet::workflow {

Result<triage::RuleSet> readRules(const Workplace& workplace)
{
    const auto& text = workplace.rulesText;
    auto rules = triage::RuleSet::parse(text, {.version = {}, .hash = hashOfRules(text)});
    if (!rules) {
        auto error = rules.error();
        error.place = workplace.rulesPlace + ": " + error.place;
        return tl::unexpected<Error>(std::move(error));
    }
    return rules;
}

DeskOpening::DeskOpening(Workplace workplace, QObject* parent)
    : QObject(parent), m_workplace(std::move(workplace))
{}

DeskOpening::~DeskOpening() = default;

void DeskOpening::start(StoreThread::Opener opener, const Opened& opened)
{
    auto rules = readRules(m_workplace);
    if (!rules) {
        QMetaObject::invokeMethod(
            this, [error = rules.error(), opened] { opened(tl::unexpected<Error>(error)); },
            Qt::QueuedConnection);
        return;
    }
    m_rules = std::move(*rules);
    m_store = std::make_unique<StoreThread>(m_workplace.clock);
    m_store->open(
        std::move(opener), [](casebook::Casebook& casebook) { return readOpeningFacts(casebook); },
        [this, opened](const Result<OpeningFacts>& facts) { finish(facts, opened); });
}

void DeskOpening::finish(const Result<OpeningFacts>& facts, const Opened& opened)
{
    if (!facts) {
        // We are inside a delivery of this very store: it goes when the event loop turns.
        m_store.release()->deleteLater();
        opened(failAs(facts));
        return;
    }
    auto self = std::make_unique<Desk::Self>(m_workplace, *m_rules, std::move(m_store), *facts);
    opened(std::shared_ptr<Desk>(new Desk(std::move(self))));
}

} // namespace chevet::workflow
