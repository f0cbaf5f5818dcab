// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One case opened: its timeline and what can be done with it. Follows changes by itself. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "workflow/sentences.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace chevet::clinical {
enum class Kind : std::uint8_t;
}

namespace chevet::workflow {

class Desk;

enum class NoteArea
{
    Clinical,
    Psychosocial
};

/// One of several values that stand side by side.
struct ContestedValue
{
    EventId entry;
    QString text;
    QString author;
    Instant at;
};

/// What two people set without knowing of each other. One of them settles it by choosing.
struct Contest
{
    QString what;
    std::vector<ContestedValue> values; ///< oldest first
};

class CaseFile : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseFile)

public:
    ~CaseFile() override;

    CaseId id() const;
    bool isLoaded() const;
    /// Its timeline tells what was said about the resident and the home in this time, too.
    const clinical::CaseView& view() const;
    /// What the entries of the timeline need to be told.
    const EntryWords& words() const;
    /// Why this member can't write this kind here now; nothing if they can.
    std::optional<Sentence> whyNot(clinical::Kind kind) const;
    /// What this member may write here.
    bool mayWriteClinical() const;
    bool mayWritePsychosocial() const;

    void addNote(NoteArea area, const QString& text);
    void recordAttempt(clinical::AttemptOutcome outcome, std::optional<Instant> callBackFrom = {},
                       std::optional<Instant> callBackUntil = {});
    void begin(); ///< an answer has begun
    void defer(Instant until, const QString& reason);
    void assign(std::optional<MemberId> owner);
    void settle(clinical::Owed step);
    /// Steps still owed; closing with any of them needs a reason.
    clinical::OwedSet owed() const;
    /// The answer has begun and goes on in another way. Refused while nobody has decided, and for the way it
    /// goes already.
    void changeMode(clinical::Modality to, clinical::ModeChangeReason reason);
    /// `noVisitNeeded`: a screening has shown it; the reason is then wanted.
    void close(const QString& reason, clinical::TransferOutcome transfer, bool noVisitNeeded = false);
    void reopen(const QString& reason);

    // ---- one request that came twice ----
    std::optional<Sentence> whyNotMerge() const;
    /// Other open requests: with no letters those of this resident, else of whoever or wherever the letters
    /// begin a word.
    std::vector<clinical::QueueRow> otherRequests(const QString& letters) const;
    void mergeInto(const CaseId& other);

    // ---- values that stand side by side ----
    const std::vector<Contest>& contests() const;
    /// This value holds; who set the other one sees both, and that it was settled.
    void settleValue(const EventId& entry);

    void recordWishes(const clinical::WishesRecorded& wishes);
    void correctResident(clinical::ResidentField field, const clinical::FieldValue& value);
    void correctHome(clinical::HomeField field, const clinical::FieldValue& value);
    void correctRequest(clinical::RequestField field, const clinical::FieldValue& value);
    using HomesFound = std::function<void(const std::vector<clinical::HomeView>&)>;
    using ResidentsFound = std::function<void(const std::vector<clinical::ResidentView>&)>;
    void lookUpHomes(const QString& letters, HomesFound found);
    /// As in the intake: "12031934dup" or letters. Those of this case's home first.
    void lookUpResidents(const std::optional<Date>& birthDate, const QString& letters, ResidentsFound found);
    void withdraw(const EventId& entry, const QString& reason);
    /// Answered by photoOpened, or refused.
    void openPhoto(const EventId& entry);

Q_SIGNALS:
    void loaded();
    void changed();
    void saved();
    void refused(const chevet::workflow::Sentence& why);
    void photoOpened(const QImage& photo, const QString& what);

private:
    friend class Desk;
    struct Self;
    static CaseFile* open(Desk& desk, const CaseId& id, QObject* parent); ///< for Desk
    CaseFile(Desk& desk, const CaseId& id, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
