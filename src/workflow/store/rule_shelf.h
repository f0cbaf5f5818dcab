// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rule sets that this desk proposes by: what Chevet ships, under the team's overlay and each home's. An
// overlay is in force only once this device has proved the whole (docs/TRIAGE.md, "Overlays"); until then,
// and if it is refuted or can't be read, what stands below it answers. Thread: gui.
#pragma once

#include "triage/adopted_text.h"
#include "triage/rule_set.h"
#include "workflow/rule_proof.h"
#include "workflow/store/overlays.h"
#include "workflow/workplace.h"

#include <QObject>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace chevet::workflow {

inline constexpr int proofSeconds = 60;

/// What the prover is asked about these texts.
ProverDocuments proofDocuments(const Workplace& workplace, const triage::AdoptedText& text);

class RuleShelf : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleShelf)

public:
    /// The sealed setting of this device that remembers what was proved.
    static constexpr const char* provedSetting = "proved_rules";

    RuleShelf(const Workplace& workplace, triage::RuleSet shipped, Overlays overlays, const Bytes& proved);
    ~RuleShelf() override;

    const triage::RuleSet& shipped() const { return m_shipped; }
    const Overlays& overlays() const { return m_overlays; }
    /// What a call from this home is answered by.
    const triage::RuleSet& rulesFor(const OverlayScope& home) const;
    /// The whole text behind a hash that rulesFor has given.
    std::string textOf(const std::string& hash) const;

    /// The texts of a scope with another overlay instead of the one in force; empty: without. A home's lies
    /// over the team's, unless that is refuted or can't be read.
    triage::AdoptedText textsWith(const OverlayScope& scope, const std::string& overlay) const;
    /// Of these texts, named by their hash.
    static Result<triage::RuleSet> parse(const triage::AdoptedText& text);

    enum class Standing
    {
        InForce,
        Waiting, ///< is being proved
        Refuted,
        Unread,  ///< this version can't read it
        Unproved ///< no prover, or it gave no answer
    };
    /// Of a scope that has an overlay.
    Standing standing(const OverlayScope& scope) const;
    /// Of the last proof of it on this device since the vault was opened.
    std::optional<ProofReport> proofOf(const OverlayScope& scope) const;
    std::optional<ProofReport> proofOf(const triage::AdoptedText& text) const;

    /// Takes what the journal has now; proves what is new.
    void take(Overlays overlays);
    /// A proof that somebody else has asked for.
    void noteProof(const triage::AdoptedText& text, const ProofReport& report);

Q_SIGNALS:
    /// Which rule set answers may have changed.
    void changed();
    /// To be kept on this device.
    void proved(const chevet::Bytes& all);

private:
    struct Shelved
    {
        triage::AdoptedText text;
        std::optional<triage::RuleSet> rules;
        std::optional<Error> error;
        std::optional<ProofReport> proof;
    };

    std::string hashOf(const OverlayScope& scope) const;
    Shelved& shelve(const triage::AdoptedText& text);
    void arrange();
    void proveNext();
    void settle(const std::string& hash, const ProofReport& report);
    Bytes provedContent() const;

    Workplace m_workplace;
    triage::RuleSet m_shipped;
    Overlays m_overlays;
    std::set<std::string> m_proved;
    std::map<std::string, Shelved> m_shelf; ///< by hash
    std::deque<std::string> m_waiting;
    std::unique_ptr<ProverProcess> m_prover;
};

} // namespace chevet::workflow
