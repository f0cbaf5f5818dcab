// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The state of the rules page. Thread: gui; live checks run in a pool of its own and come back as values.
#pragma once

#include "workflow/rule_book.h"
#include "workflow/store/desk_room.h"
#include "workflow/store/rule_check.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <memory>

namespace chevet::workflow {

struct RuleBook::Self
{
    /// After the last key, before the text is checked.
    static constexpr int checkMillis = 400;

    RuleBook& book;
    QPointer<Desk> desk;
    QPointer<DeskRoom> room;
    std::map<HomeId, QString> homes;
    Scope scope;
    QString text;           ///< as edited
    bool isTouched = false; ///< edited since it was chosen
    Check check;
    std::optional<triage::RuleSet> edited; ///< what the text makes of the rules, if it can be read
    std::uint64_t checkNumber = 0;
    QTimer checkTimer;
    std::unique_ptr<ProverProcess> prover;
    bool isForForce = false; ///< the proof that is running is asked for to put the text in force
    std::optional<std::pair<std::string, Sentence>> refuted; ///< a text, and what the prover said of it
    clinical::Facts facts;
    bool triesEdited = false;
    std::optional<clinical::Recommendation> answer;
    std::vector<Change> changes;
    QThreadPool pool; ///< last: goes first and waits for what still runs

    explicit Self(RuleBook& itsBook) : book(itsBook) {}

    const triage::RuleSet& rules() const { return room->rulesFor(scope); }
    /// Why this overlay is or is not in force.
    QString standingText(const OverlayScope& of) const;
    QString scopeName(const OverlayScope& of) const;
    std::string keptText() const;
    std::string textInForce() const;
    void readHomes();
    void proveChosen();
    void checkSoon();
    void checkNow();
    void takeCheck(std::uint64_t number, const triage::RuleSet& after, const LiveCheck& live);
    void setCheck(Check::State state, const Sentence& sentence, QStringList lines = {});
    void write(OverlayStage stage, const std::string& content);
    void putProved(const triage::AdoptedText& texts, const std::string& content, const ProofReport& report);
    void readHistory();
};

/// A rule as it asks and what it does, on one line.
QString ruleText(const triage::Rule& rule);

/// "+ line" and "− line" of what differs; unchanged lines are left out.
QStringList lineDifference(const QString& before, const QString& after);

} // namespace chevet::workflow
