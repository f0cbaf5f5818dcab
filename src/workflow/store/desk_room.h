// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the tasks of one desk share: the store, the rules, who is at work, the drafts, and what can be taken
// back. Only the classes of `workflow` include this. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "foundation/secret_bytes.h"
#include "triage/rule_set.h"
#include "workflow/desk.h"
#include "workflow/idle_time.h"
#include "workflow/override_reasons.h"
#include "workflow/store/draft.h"
#include "workflow/store/rule_shelf.h"
#include "workflow/store/store_thread.h"
#include "workflow/workplace.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace chevet::workflow {

class Intake;

/// What the store's thread found on opening.
struct OpeningFacts
{
    std::string teamName;
    bool isSample = false;
    bool isReadOnly = false;
    casebook::OpeningReport report;
    clinical::MemberView member;
    std::vector<clinical::MemberView> members;
    std::vector<std::pair<DraftId, Draft>> drafts;
    clinical::Queue queue;
    int idleMinutes = idleMinutesDefault;
    OverrideReasonSetting overrideReasons;
    std::set<std::string> adoptedRules; ///< by hash
    Overlays overlays;
    Bytes provedRules;                              ///< as RuleShelf keeps it
    std::shared_ptr<const SecretBytes> callServers; ///< the text of call::readServers; null: not set
};

/// Runs on the store's thread, once.
OpeningFacts readOpeningFacts(casebook::Casebook& casebook);
/// The sealed device setting that names the member who works here.
inline constexpr const char* memberSetting = "member";

class DeskRoom : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeskRoom)

public:
    static constexpr int undoMillis = 10'000;

    DeskRoom(Workplace workplace, triage::RuleSet rules, std::unique_ptr<StoreThread> store,
             OpeningFacts facts);
    ~DeskRoom() override;

    const Workplace& workplace() const { return m_workplace; }
    Instant now() const { return m_workplace.clock->now(); }
    StoreThread& store() const { return *m_store; }
    RuleShelf& shelf() const { return *m_shelf; }
    /// What a call from this home is answered by.
    const triage::RuleSet& rulesFor(const OverlayScope& home) const { return m_shelf->rulesFor(home); }
    /// After overlays were written: reads them from the journal again.
    void readOverlaysAgain();
    const OpeningFacts& facts() const { return m_facts; }
    const clinical::Queue& queue() const { return *m_queue; }
    const std::shared_ptr<const clinical::Queue>& sharedQueue() const { return m_queue; }
    const SaveState& saveState() const { return m_saveState; }

    template<class AnyId> AnyId makeId() const { return m_workplace.ids->make<AnyId>(); }

    /// Before the first decision under these rules: goes with it, so that the decision can be replayed.
    std::optional<clinical::RulesAdopted> rulesToAdopt(const clinical::RuleSetName& rules) const;

    struct Action
    {
        QString done; ///< "Decided: visit": what the offer to undo says; empty: can't be taken back
        std::vector<casebook::NewEvent> events;
        StoreThread::Landed landed = {};
        std::function<void()> whenTakenBack = {};
        std::optional<DraftId> finishes = {}; ///< goes in the same transaction
    };
    /// Appends in the member's name. `reply` in the gui thread while `context` lives.
    void append(QObject* context, const Action& action, StoreThread::AppendReply reply = {});

    /// The same for what belongs to no task of its own: a refusal is told through `refused`.
    void write(const Action& action);

    // ---- settings of the team ----
    const OverrideReasonSetting& overrideReasons() const { return m_facts.overrideReasons; }
    void setOverrideReasons(const OverrideReasonSetting& setting);

    // ---- settings of this device ----
    int idleMinutes() const { return m_facts.idleMinutes; }
    void setIdleMinutes(int minutes);

    /// The text of call::readServers; empty: not set. It holds the relay's secret.
    std::string_view callServers() const;
    void setCallServers(const std::string& text);

    // ---- undo ----
    bool canUndo() const;
    QString undoText() const { return m_undo.what; }
    void undo();

    // ---- drafts ----
    std::vector<DraftView> drafts() const;
    const Draft* draft(const DraftId& id) const;
    void keepDraft(QObject* context, const DraftId& id, const Draft& draft,
                   std::function<void(const Result<void>&)> reply = {});
    void dropDraft(const DraftId& id);
    /// Intakes at work, so that a draft is never open twice.
    void enter(Intake* intake, const DraftId& id);
    Intake* intakeOf(const DraftId& id) const;

Q_SIGNALS:
    void saveStateChanged();
    void draftsChanged();
    void undoOffered(const QString& what, int milliseconds);
    void undoEnded();
    void refused(const chevet::workflow::Sentence& why);
    void queueChanged();
    void idleMinutesChanged();
    void overrideReasonsChanged();
    void callServersChanged();
    void rulesChanged();
    void streamsChanged(const chevet::workflow::Streams& streams);

private:
    struct UndoOffer
    {
        QString what;
        std::vector<clinical::EntryWithdrawn> entries;
        Instant until;
        std::function<void()> whenTakenBack;
    };

    void connectStore();
    void setSaveState(SaveState::Kind kind, Instant at, const Sentence& sentence = {});
    void settleSaveState();
    void noteLanded(const Action& action, const casebook::Appended& appended);
    void offerUndo(const Action& action, const casebook::Appended& appended);
    void endUndo();

    Workplace m_workplace;
    OpeningFacts m_facts;
    std::unique_ptr<RuleShelf> m_shelf;
    std::shared_ptr<const clinical::Queue> m_queue;
    SaveState m_saveState;
    UndoOffer m_undo;
    QTimer m_undoTimer;
    std::map<DraftId, Draft> m_drafts;
    std::map<DraftId, QPointer<QObject>> m_intakes;
    std::unique_ptr<StoreThread> m_store; ///< last: goes first, so that what it still delivers finds the rest
};

} // namespace chevet::workflow
