// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Taking a call: from the home's first letters to the decision. Everything typed is kept in a sealed draft at
// most two seconds later; the draft outlives a kill and an interruption by the next call. The recommendation
// follows live. Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "clinical/views.h"
#include "workflow/override_reasons.h"
#include "workflow/sentences.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace chevet::workflow {

class Desk;
struct Draft;

/// One letter of the motive list: what it sets.
struct MotiveChoice
{
    QChar key; ///< the letter in the session's language, the same on QWERTY and AZERTY
    QString label;
    clinical::Motive motive = clinical::Motive::Unclear;
    std::optional<clinical::Symptom> symptom; ///< the leading symptom that it names
    bool conflict = false;
    bool pcaPump = false;
};

struct IntakeQuestion
{
    clinical::Fact fact = clinical::Fact::Dying;
    QString text;
    clinical::FactType type = clinical::FactType::YesNo;
    std::vector<std::pair<QString, clinical::FactValue>> answers; ///< for words: label and value, in order
    clinical::FactValue value;                                    ///< as answered so far
    bool answered = false;                                        ///< "unknown" is an answer too
};

/// Without a value: the words of the question and what can be answered.
IntakeQuestion questionFor(clinical::Fact fact);

class Intake : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Intake)

public:
    ~Intake() override;

    DraftId id() const;
    Instant startedAt() const;

    // ---- home ----
    void lookUpHomes(const QString& letters); ///< answers with homesFound
    void chooseHome(const clinical::HomeView& home);
    void addHome(const clinical::Home& home); ///< new; recorded at once, then chosen
    void correctHome(clinical::HomeField field, const clinical::FieldValue& value);
    std::optional<clinical::HomeView> home() const;

    // ---- caller ----
    void setCaller(const QString& name, const QString& function, const QString& callbackPhone);
    QString caller() const;
    QString callerFunction() const;
    QString callbackPhone() const; ///< the home's number until another is typed

    // ---- resident ----
    void lookUpResidents(const std::optional<Date>& birthDate,
                         const QString& letters); ///< answers with residentsFound
    void chooseResident(const clinical::ResidentView& resident);
    /// New; a provisional identity may lack the birth date. A resident of the same birth date and letters is
    /// offered by `residentsFound` first, with a refusal; the same identity given once more is added all the
    /// same.
    void addResident(const clinical::Resident& resident);
    void correctResident(clinical::ResidentField field, const clinical::FieldValue& value);
    std::optional<clinical::ResidentView> resident() const;
    /// An open case of this resident that this call could join.
    std::optional<clinical::QueueRow> openRequest() const;
    void joinOpenRequest(bool join);
    bool joinsOpenRequest() const;
    std::optional<clinical::WishesRecorded> wishes() const;

    // ---- motives and facts ----
    static std::vector<MotiveChoice> motiveChoices();
    void toggleMotive(const MotiveChoice& choice);
    bool isChosen(const MotiveChoice& choice) const;
    clinical::MotiveSet motives() const;
    std::vector<IntakeQuestion> questions() const;
    /// What a proposed teleconsultation still needs and can be settled at once (what it is to settle, who is
    /// at the bedside, consent, video), beside the questions; what was settled here stays.
    std::vector<IntakeQuestion> conditionQuestions() const;
    void setFact(clinical::Fact fact, const clinical::FactValue& value);
    const clinical::Facts& facts() const;
    void setWords(const QString& words); ///< free text, any length
    QString words() const;

    // ---- proposal and decision ----
    const clinical::Recommendation& recommendation() const;
    /// What is still missing before a decision (home, resident, motive); empty when it can be taken.
    std::vector<Sentence> missing() const;
    void accept();
    void decideOtherwise(clinical::Modality modality, clinical::Priority priority,
                         const OverrideChoice& choice, const QString& words);
    /// After the decision: a new intake with the same home and caller.
    Intake* sameCallNextResident(QObject* parent);
    /// Throws the draft away.
    void discard();
    bool isDecided() const;
    /// An open case is triaged again, or for the first time: its facts are where this one begins, except for
    /// what may have changed; its motives are chosen anew.
    bool isRetriage() const;
    /// Nothing has been typed or chosen yet.
    bool isEmpty() const;

Q_SIGNALS:
    void changed();
    void homesFound(const QString& letters, const std::vector<chevet::clinical::HomeView>& homes);
    void residentsFound(const QString& letters, const std::vector<chevet::clinical::ResidentView>& residents);
    void draftSaved();
    /// Saved on disk.
    void decided(const chevet::CaseId& id);
    void refused(const chevet::workflow::Sentence& why);

private:
    friend class Desk;
    friend class DeskRoom;
    struct Self;
    void keep(); ///< for DeskRoom: the vault is about to be closed
    /// For Desk: a new call, and a kept draft gone on with.
    static Intake* begin(Desk& desk, QObject* parent);
    static Intake* beginAgain(Desk& desk, const clinical::QueueRow& open, QObject* parent);
    static Intake* goOn(Desk& desk, const DraftId& id, const Draft& draft, QObject* parent);
    Intake(Desk& desk, const DraftId& id, const Draft& draft, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
