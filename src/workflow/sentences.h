// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every word and sentence that a person reads about a value or an error, in the language of the session. What
// went wrong is always followed by what to do next. Thread: gui.
#pragma once

#include "clinical/events.h"
#include "clinical/views.h"
#include "foundation/clock.h"
#include "foundation/result.h"

#include <QMetaType>
#include <QString>

#include <array>
#include <map>

namespace chevet::workflow {

struct Sentence
{
    QString what; ///< what happened, one sentence
    QString todo; ///< what to do next, one sentence; may be empty
    QString whole() const { return todo.isEmpty() ? what : what + QLatin1Char(' ') + todo; }
};

Sentence sentenceFor(const Error& error);

QString text(const clinical::LocalText& text);
QString word(clinical::Motive motive);
QString word(clinical::Symptom symptom);
QString word(clinical::Context context);
QString word(clinical::Bedside bedside);
QString word(clinical::Consent consent);
QString word(clinical::Addressee addressee);
QString word(clinical::Modality modality);
/// One or two words, for a column: "visit", "video", "call", "written answer".
QString shortWord(clinical::Modality modality);
QString word(clinical::Purpose purpose);
QString word(clinical::Verdict verdict);
QString word(clinical::Condition condition);
QString word(clinical::Owed owed);
QString word(clinical::AlsoConsider also);
QString word(clinical::Role role);
QString word(clinical::ModeChangeReason reason);
QString word(clinical::CaseState state);
QString word(clinical::ConsultationType type);
QString word(clinical::AttemptOutcome outcome);
QString word(clinical::OverrideReason reason);
QString word(clinical::HospitalWish wish);
QString word(clinical::TransferOutcome outcome);
QString word(clinical::HomeField field);
QString word(clinical::ResidentField field);
QString word(clinical::RequestField field);
/// "P1", the same in every language.
QString code(clinical::Priority priority);
/// The short name of a fact, and the question that the intake asks for it.
QString word(clinical::Fact fact);
QString question(clinical::Fact fact);
/// A fact's value as read: "yes", "7 of 10", "nurse", "unknown".
QString valueText(clinical::Fact fact, const clinical::FactValue& value);
/// "pain, ethical question"
QString motivesText(clinical::MotiveSet motives);

/// "in 12 min", "in 3 h", "+8 min" when overdue, "tomorrow 09:30" beyond that.
QString dueText(Instant due, Instant now, const Clock& clock);
/// "90 min", "5 h", "3 days": cut, never rounded up.
QString spanText(std::chrono::minutes span);
/// A consultation's sheet, a line for each thing that was written into it: in the timeline and in the letter.
QString sheetText(const clinical::ConsultationSheet& sheet);
/// "Video: 20 min · By phone: 5 min"
QString lineText(const clinical::LineRecord& line);
/// "14:05" today, "Mon 14:05" within a week, else the date.
QString timeText(Instant at, Instant now, const Clock& clock);
QString dateText(const Date& date);
/// "DUPONT Jeanne" as in French records; a provisional identity says so.
QString residentText(const std::string& familyName, const std::string& givenName, bool provisional);
QString ageText(const std::optional<Date>& birthDate, const Date& today);

/// What an entry of a timeline can't say by itself: in which zone its times are read, what stood there before
/// it, and who is meant by an id. What is missing is said in general words.
struct EntryWords
{
    const Clock* clock = nullptr;                        ///< the desk's: its zone holds for every time shown
    std::map<EventId, clinical::FieldValue> before = {}; ///< by correction: what it replaced
    std::map<std::array<std::uint8_t, 16>, QString> names = {}; ///< of homes, residents, members and cases
    CaseId shownIn = {};                                        ///< whose timeline this is

    template<class AnyId> QString nameOf(const AnyId& id, const QString& otherwise) const
    {
        const auto found = names.find(id.bytes);
        return found == names.end() || found->second.isEmpty() ? otherwise : found->second;
    }
};

/// One line on what an entry of a timeline says.
QString entryTitle(const clinical::TimelineEntry& entry, const EntryWords& words);
/// The entry's text, if it has any.
QString entryText(const clinical::TimelineEntry& entry, const EntryWords& words);
/// A corrected value as read.
QString valueText(const clinical::FieldValue& value, const EntryWords& words);
QString damageText(const clinical::Damage& damage);

} // namespace chevet::workflow

Q_DECLARE_METATYPE(chevet::workflow::Sentence)
