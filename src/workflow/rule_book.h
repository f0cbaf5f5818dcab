// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The team's page about its triage rules: read them in plain words, try facts and watch the answer, adapt
// them by an overlay that is checked while one types and is in force once it is proved, see who changed what
// and when. Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "workflow/intake.h"
#include "workflow/rule_proof.h"
#include "workflow/sentences.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace chevet::workflow {

class Desk;

/// One rule, one setting or one prerequisite as it is read.
struct RuleLine
{
    enum class Section
    {
        Ladder, ///< in this order: the first that holds gives the answer
        Beside,
        Prerequisite,
        Priority,
        Setting
    };
    Section section = Section::Beside;
    QString id;
    QString title;       ///< one line: "1 · in-person visit" or the beginning of the reason
    QString when;        ///< what it asks, in words
    QStringList effects; ///< what it does
    QString reason;
    QString source; ///< "000:374-381", or "team"
    bool safety = false;
    bool ofTeam = false;
    bool isOff = false;
};

class RuleBook : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RuleBook)

public:
    /// Whom rules are for: the whole team, or one home.
    using Scope = std::optional<HomeId>;

    struct ScopeView
    {
        Scope scope;
        QString name;
        bool hasOverlay = false;
        bool hasDraft = false;
        bool isContested = false; ///< two overlays were written without knowing of each other
        QString standing;         ///< "in force, proved", "not in force: …"; empty without an overlay
    };

    /// The state of the text that is being edited.
    struct Check
    {
        enum class State
        {
            Unchanged, ///< the text that is in force, or none
            Checking,
            Faulty,  ///< it can't be read, or a safety rule would be loosened
            Refuted, ///< some call shows that a safety property would not hold
            Clean    ///< no fault found; not proven
        };
        State state = State::Unchanged;
        Sentence sentence;
        QStringList changes; ///< what would be another rule or answer, one line each
    };

    /// Texts for what is chosen that were written without knowing of each other, side by side.
    struct Contest
    {
        QStringList sides;      ///< "Text 1: Claire Morel, 09:00"; the first is the one that holds
        QString meanwhile;      ///< which of them answers until somebody settles it
        QStringList difference; ///< rule by rule in words: only in one of them, or how they differ
    };

    /// One time that somebody wrote an overlay.
    struct Change
    {
        QString when;
        QString who;
        QString what;           ///< "In force for the whole team", "Draft for Les Tilleuls", "Taken away …"
        QString text;           ///< as written then
        QStringList difference; ///< lines added and removed against the one before, with "+ " and "− "
    };

    ~RuleBook() override;

    // ---- which rules ----
    /// The team, the homes with an overlay or a draft, then every other home.
    std::vector<ScopeView> scopes() const;
    void choose(const Scope& scope);
    Scope chosen() const;
    /// "Version 1 (5f3a…)", with the overlays that are laid over it.
    QString name() const;
    /// What the proof of these rules says; empty until there is one. Asks the prover if need be.
    QString proof() const;
    std::vector<RuleLine> lines() const;

    // ---- trying ----
    std::vector<IntakeQuestion> questions() const;
    void setFact(clinical::Fact fact, const clinical::FactValue& value);
    void forgetFacts();
    /// By the text that is being edited, where it can be read; else by the rules in force.
    void tryEdited(bool edited);
    bool triesEdited() const;
    const clinical::Recommendation& answer() const;

    // ---- adapting ----
    /// Empty if the member may adapt the rules here; else why not.
    QString whyNotWritten() const;
    /// What is being edited: at first the draft, else what is in force, else nothing.
    QString text() const;
    void edit(const QString& text);
    /// An example to begin with, with every part explained.
    static QString example();
    const Check& check() const;
    bool isProving() const;
    /// Nothing unless two were written at once.
    std::optional<Contest> contest() const;
    /// Puts this side's text where it is edited; putting it in force (or taking it away, if it is empty)
    /// follows all sides, and so settles it.
    void takeSide(std::size_t side);
    /// The first side's text, and the others below it as comments, to be joined by hand.
    void joinSides();
    void saveDraft();
    /// Proves the whole first; refused with the call that shows why, and kept as a draft then.
    void putInForce();
    /// The shipped rules hold again (for a home: the team's).
    void takeAway();

    // ---- history ----
    std::vector<Change> history() const;

Q_SIGNALS:
    void changed();
    void checked();
    void answered();
    void historyRead();
    /// The text was written down; `inForce`: and holds from now on.
    void saved(bool inForce);
    void refused(const chevet::workflow::Sentence& why);

private:
    friend class Desk;
    struct Self;
    RuleBook(Desk& desk, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
