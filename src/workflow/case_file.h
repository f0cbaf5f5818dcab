// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One case opened: its timeline and what can be done with it. Follows changes by itself. Thread: gui.
#pragma once

#include "clinical/views.h"
#include "workflow/sentences.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace chevet::workflow {

class Desk;

enum class NoteArea
{
    Clinical,
    Psychosocial
};

class CaseFile : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CaseFile)

public:
    ~CaseFile() override;

    CaseId id() const;
    bool isLoaded() const;
    const clinical::CaseView& view() const;
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
    void close(const QString& reason, clinical::TransferOutcome transfer);
    void reopen(const QString& reason);
    void mergeInto(const CaseId& other);
    void recordWishes(const clinical::WishesRecorded& wishes);
    void correctResident(clinical::ResidentField field, const clinical::FieldValue& value);
    void correctHome(clinical::HomeField field, const clinical::FieldValue& value);
    void correctRequest(clinical::RequestField field, const clinical::FieldValue& value);
    void withdraw(const EventId& entry, const QString& reason);

Q_SIGNALS:
    void loaded();
    void changed();
    void saved();
    void refused(const chevet::workflow::Sentence& why);

private:
    friend class Desk;
    struct Self;
    static CaseFile* open(Desk& desk, const CaseId& id, QObject* parent); ///< for Desk
    CaseFile(Desk& desk, const CaseId& id, QObject* parent);
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
