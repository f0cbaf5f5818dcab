// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The state of one intake. What is typed lives in `draft`, so that keeping it is keeping everything; what the
// record knows (home, resident, an open case) is looked up again when a draft is gone on with.
#pragma once

#include "workflow/intake.h"
#include "workflow/store/desk_room.h"
#include "workflow/store/draft.h"

#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

namespace chevet::workflow {

/// What the record has about a resident that a triage needs, read in one go on the store's thread.
struct ResidentRecord
{
    clinical::ResidentView resident;
    std::optional<clinical::WishesRecorded> wishes;
    std::optional<clinical::Facts> openFacts; ///< of the open case
};

struct Intake::Self
{
    enum class Stage
    {
        Asking,
        Deciding,
        Decided,
        Discarded
    };

    /// The draft is at most this far behind the last key, the commit's time added: two seconds in all.
    static constexpr int autosaveMillis = 1500;
    static constexpr int retryMillis = 5000;

    Intake& intake;
    QPointer<Desk> desk;
    QPointer<DeskRoom> room;
    DraftId id;
    Draft draft;
    std::optional<clinical::HomeView> home;
    std::optional<clinical::ResidentView> resident;
    std::optional<clinical::WishesRecorded> wishes;
    std::optional<clinical::Facts> openFacts;
    std::vector<std::uint64_t> choicesAtFirst; ///< of a case that is triaged again
    std::string offeredTwin;                   ///< identity for which a like resident was offered already
    Stage stage = Stage::Asking;
    bool isDirty = false;
    QTimer saveTimer;
    std::uint64_t homeQuestion = 0; ///< number of the newest question; older answers are dropped
    std::uint64_t residentQuestion = 0;
    std::optional<clinical::Facts> facts;                   ///< as triage sees them; empty: to be worked out
    std::optional<clinical::Recommendation> recommendation; ///< likewise

    explicit Self(Intake& itsIntake) : intake(itsIntake) {}

    // ---- record ----
    void readHome(const HomeId& homeId);
    void readResident(const ResidentId& residentId);
    void append(const DeskRoom::Action& action, std::function<void()> done);
    bool offerTwins(const clinical::Resident& typed, const std::vector<clinical::ResidentView>& found);
    void recordResident(const clinical::Resident& typed);

    // ---- facts ----
    std::vector<MotiveChoice> choices() const;
    std::vector<clinical::Fact> known() const;
    void addRecord(clinical::Facts& to) const;
    clinical::Facts factsOfOpenCase() const;
    void takeMotivesOfOpenCase();
    const clinical::Facts& allFacts();
    const clinical::Recommendation& proposal();
    const triage::RuleSet& rules() const;
    IntakeQuestion questionWithAnswer(clinical::Fact fact) const;

    // ---- draft ----
    enum class Haste
    {
        Soon,
        AtOnce
    };
    void touch(Haste haste);
    void save();
    bool isEmpty() const;
    QString title() const;

    // ---- decision ----
    struct Decision
    {
        clinical::Modality modality = clinical::Modality::SynchronousTeleExpertise;
        clinical::Priority priority = clinical::Priority::P3;
        clinical::OverrideReason reason = clinical::OverrideReason::None;
        std::string words;
        std::string ownReason;
    };
    std::optional<Sentence> objectionTo(const Decision& decision);
    void decide(const Decision& decision);
    void decided(const CaseId& caseId);
    std::vector<casebook::NewEvent> newCase(const Decision& decision);
    std::vector<casebook::NewEvent> joinedCase(const Decision& decision, const clinical::QueueRow& open);
    void addDecision(std::vector<casebook::NewEvent>& events, const CaseId& caseId, const Decision& decision);
    bool changesDecision(const Decision& decision, const clinical::QueueRow& open);
    clinical::TriageDecided decidedBody(const CaseId& caseId, const Decision& decision);
    std::function<void()> whenTakenBack() const;
};

} // namespace chevet::workflow
