// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/rule_shelf.h"

#include "foundation/log.h"
#include "workflow/rule_hash.h"

#include <algorithm>

namespace chevet::workflow {

namespace {

/// A proof holds for the evaluator and the properties that it was made with.
std::string frameOf(const Workplace& workplace)
{
    return std::string(triage::evaluatorVersion) + ' ' + hashOfRules(workplace.propertiesText);
}

constexpr std::size_t mostRemembered = 200;

/// What certainly does not hold for the team takes nothing from its homes: theirs are then laid over the
/// shipped rules alone.
bool mayHold(RuleShelf::Standing team)
{
    return team != RuleShelf::Standing::Refuted && team != RuleShelf::Standing::Unread;
}

} // namespace

ProverDocuments proofDocuments(const Workplace& workplace, const triage::AdoptedText& text)
{
    ProverDocuments documents{{"properties", workplace.propertiesText}, {"rules", text.rules}};
    for (const auto& overlay : text.overlays) {
        documents.emplace_back("overlay", overlay);
    }
    return documents;
}

RuleShelf::RuleShelf(const Workplace& workplace, triage::RuleSet shipped, Overlays overlays,
                     const Bytes& proved)
    : m_workplace(workplace), m_shipped(std::move(shipped)), m_overlays(std::move(overlays))
{
    const std::string content(proved.begin(), proved.end());
    const auto frame = frameOf(workplace) + '\n';
    if (content.starts_with(frame)) {
        for (auto at = frame.size(); at + 65 <= content.size(); at += 65) {
            m_proved.insert(content.substr(at, 64));
        }
    }
    arrange();
}

RuleShelf::~RuleShelf() = default;

Bytes RuleShelf::provedContent() const
{
    auto content = frameOf(m_workplace) + '\n';
    for (const auto& hash : m_proved) {
        content += hash + '\n';
    }
    return {content.begin(), content.end()};
}

triage::AdoptedText RuleShelf::textsWith(const OverlayScope& scope, const std::string& overlay) const
{
    triage::AdoptedText text{m_workplace.rulesText, {}};
    const auto add = [&](const std::string& more) {
        if (!more.empty()) {
            text.overlays.push_back(more);
        }
    };
    if (!scope) {
        add(overlay);
        return text;
    }
    const auto team = m_overlays.inForce.find(OverlayScope());
    if (team != m_overlays.inForce.end() && mayHold(standing({}))) {
        add(team->second);
    }
    add(overlay);
    return text;
}

Result<triage::RuleSet> RuleShelf::parse(const triage::AdoptedText& text)
{
    return triage::RuleSet::parse(text.rules, text.overlays,
                                  {.version = {}, .hash = hashOfRules(triage::adoptedText(text))});
}

std::string RuleShelf::hashOf(const OverlayScope& scope) const
{
    const auto overlay = m_overlays.inForce.find(scope);
    return hashOfRules(triage::adoptedText(
        textsWith(scope, overlay == m_overlays.inForce.end() ? std::string() : overlay->second)));
}

RuleShelf::Shelved& RuleShelf::shelve(const triage::AdoptedText& text)
{
    auto& shelved = m_shelf[hashOfRules(triage::adoptedText(text))];
    if (!shelved.rules && !shelved.error) {
        shelved.text = text;
        auto rules = parse(text);
        if (rules) {
            shelved.rules = std::move(*rules);
        } else {
            shelved.error = rules.error();
        }
    }
    return shelved;
}

void RuleShelf::arrange()
{
    m_waiting.clear();
    for (const auto& [scope, overlay] : m_overlays.inForce) {
        const auto hash = hashOf(scope);
        const auto& shelved = shelve(textsWith(scope, overlay));
        if (shelved.error) {
            logError(LogTopic::Desk, "an overlay of the triage rules can't be read", *shelved.error);
        } else if (!m_proved.contains(hash) && !shelved.proof) {
            m_waiting.push_back(hash);
        }
    }
    proveNext();
}

void RuleShelf::proveNext()
{
    if (m_prover || m_waiting.empty()) {
        return;
    }
    const auto hash = m_waiting.front();
    m_waiting.pop_front();
    m_prover = std::make_unique<ProverProcess>();
    connect(m_prover.get(), &ProverProcess::ended, this,
            [this, hash](ProverEnd end, const QByteArray& output) {
                m_prover.release()->deleteLater(); // it is still speaking
                settle(hash, readProof(end, output));
                proveNext();
            });
    m_prover->start(m_workplace.proverProgram, QStringLiteral("check"),
                    proofDocuments(m_workplace, m_shelf.at(hash).text), proofSeconds);
}

void RuleShelf::settle(const std::string& hash, const ProofReport& report)
{
    m_shelf[hash].proof = report;
    if (report.result == ProofReport::Result::Proven && m_proved.insert(hash).second) {
        if (m_proved.size() > mostRemembered) {
            std::erase_if(m_proved, [this](const auto& old) { return !m_shelf.contains(old); });
        }
        Q_EMIT proved(provedContent());
    }
    if (hash == hashOf({}) && !mayHold(standing({}))) {
        arrange(); // the homes' overlays stand on other rules now
    }
    Q_EMIT changed();
}

void RuleShelf::take(Overlays overlays)
{
    if (overlays != m_overlays) {
        m_overlays = std::move(overlays);
        arrange();
        Q_EMIT changed();
    }
}

void RuleShelf::noteProof(const triage::AdoptedText& text, const ProofReport& report)
{
    shelve(text);
    settle(hashOfRules(triage::adoptedText(text)), report);
}

const triage::RuleSet& RuleShelf::rulesFor(const OverlayScope& home) const
{
    for (const auto& scope : {home, OverlayScope()}) {
        if (m_overlays.inForce.contains(scope) && standing(scope) == Standing::InForce) {
            return *m_shelf.at(hashOf(scope)).rules;
        }
    }
    return m_shipped;
}

std::string RuleShelf::textOf(const std::string& hash) const
{
    const auto found = m_shelf.find(hash);
    return found == m_shelf.end() ? m_workplace.rulesText : triage::adoptedText(found->second.text);
}

RuleShelf::Standing RuleShelf::standing(const OverlayScope& scope) const
{
    const auto hash = hashOf(scope);
    const auto found = m_shelf.find(hash);
    if (found == m_shelf.end() || found->second.error) {
        return Standing::Unread;
    }
    if (m_proved.contains(hash)) {
        return Standing::InForce;
    }
    const auto& proof = found->second.proof;
    if (!proof) {
        return Standing::Waiting;
    }
    return proof->result == ProofReport::Result::Refuted ? Standing::Refuted : Standing::Unproved;
}

std::optional<ProofReport> RuleShelf::proofOf(const OverlayScope& scope) const
{
    const auto found = m_shelf.find(hashOf(scope));
    return found == m_shelf.end() ? std::nullopt : found->second.proof;
}

std::optional<ProofReport> RuleShelf::proofOf(const triage::AdoptedText& text) const
{
    const auto found = m_shelf.find(hashOfRules(triage::adoptedText(text)));
    return found == m_shelf.end() ? std::nullopt : found->second.proof;
}

} // namespace chevet::workflow
