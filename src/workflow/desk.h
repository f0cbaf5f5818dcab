// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One open vault as the screens see it: who is at work, what is saved, and the tasks. Owns the store's
// thread; when the desk goes, everything is written and the keys are wiped. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "workflow/override_reasons.h"
#include "workflow/sentences.h"
#include "workflow/workplace.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chevet::workflow {

class CaseFile;
class CaseSearch;
class Consultation;
class DeskRoom;
class Intake;
class QueueModel;
class RuleBook;
class StudyBook;
class StoreThread;

/// What the status bar's first word says.
struct SaveState
{
    enum class Kind
    {
        Nothing,
        Saving,
        Saved,
        NotSaved
    };
    Kind kind = Kind::Nothing;
    Instant at;        ///< of the last commit
    Sentence sentence; ///< NotSaved: what to do
};

/// An unfinished intake, kept sealed.
struct DraftView
{
    DraftId id;
    QString title; ///< home and resident as far as known
    Instant lastTouched;
};

class Desk : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Desk)

public:
    ~Desk() override;

    const Workplace& workplace() const;
    QString teamName() const;
    bool isSample() const;
    bool isReadOnly() const;
    clinical::MemberView member() const;
    std::vector<clinical::MemberView> members() const;
    /// What opening had to report: damage, a newer format. Empty on a good day.
    std::vector<Sentence> openingReport() const;
    SaveState saveState() const;
    Instant now() const;
    const Clock& clock() const;

    QueueModel* queue() const;
    /// A new call. The intake belongs to `parent`.
    Intake* takeCall(QObject* parent);
    /// Asks about an open case again (or for the first time, if nobody has decided it yet). Nothing if it is
    /// not open.
    Intake* triageAgain(const CaseId& id, QObject* parent);
    /// Goes on with a kept draft.
    Intake* resume(const DraftId& draft, QObject* parent);
    std::vector<DraftView> drafts() const;
    CaseFile* openCase(const CaseId& id, QObject* parent);
    /// A consultation from afar about this case; goes on with the sheet that was kept.
    Consultation* consult(const CaseId& id, QObject* parent);
    CaseSearch* search(QObject* parent);
    RuleBook* ruleBook(QObject* parent);
    StudyBook* studyBook(QObject* parent);

    /// Queue actions on one case, one key each.
    void recordAttempt(const CaseId& id, clinical::AttemptOutcome outcome,
                       std::optional<Instant> callBackFrom = {}, std::optional<Instant> callBackUntil = {});
    void assign(const CaseId& id, std::optional<MemberId> owner);

    /// The last thing done, while it can still be taken back (ten seconds); taking back is a compensating
    /// event.
    bool canUndo() const;
    void undo();

    /// Why one decides otherwise, as the team has set it.
    const OverrideReasonSetting& overrideReasons() const;
    void setOverrideReasons(const OverrideReasonSetting& setting);
    /// Empty if the member may change settings of the team here; else why not.
    QString whyNoTeamSettings() const;

    /// Minutes without key or mouse after which this device locks; kept sealed, within the bounds of
    /// idle_time.h.
    int idleMinutes() const;
    void setIdleMinutes(int minutes);

    /// Whether this device knows the servers of the video calls.
    bool hasCallServers() const;
    /// The text that whoever runs them was given by packaging/bedside (lines NAME=VALUE); kept sealed. Told
    /// by callServersChanged or refused.
    void setCallServers(const QString& text);

    /// For the other classes of this folder.
    StoreThread& store() const;
    DeskRoom& room() const;

Q_SIGNALS:
    void saveStateChanged();
    void draftsChanged();
    void membersChanged();
    void idleMinutesChanged();
    void overrideReasonsChanged();
    void callServersChanged();
    /// `what` can be undone for `milliseconds`.
    void undoOffered(const QString& what, int milliseconds);
    void undoEnded();
    void refused(const chevet::workflow::Sentence& why);
    /// Something about this case has changed.
    void caseChanged(const chevet::CaseId& id);

private:
    friend class DeskOpening;
    struct Self;
    explicit Desk(std::unique_ptr<Self> self);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
