// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an entry of a timeline says, in one line and in full; and what a damage is.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

#include <QLocale>
#include <QStringList>

namespace chevet::workflow {

using namespace clinical;

namespace {

QString joined(const QStringList& parts, const QString& between = QStringLiteral(" · "))
{
    QStringList filled;
    for (const auto& part : parts) {
        if (!part.trimmed().isEmpty()) {
            filled << part;
        }
    }
    return filled.join(between);
}

QString owedText(OwedSet owed)
{
    QStringList words;
    for (const auto& [step, name] : Words<Owed>::all) {
        if (owed.has(step)) {
            words << word(step);
        }
    }
    return words.join(QLatin1String(", "));
}

struct FieldReader
{
    const EntryWords& words;

    QString operator()(std::monostate) const { return said(QT_TRANSLATE_NOOP("Sentences", "unknown")); }
    QString operator()(const std::string& text) const
    {
        return text.empty() ? (*this)(std::monostate()) : fromUtf8(text);
    }
    QString operator()(int number) const { return QString::number(number); }
    QString operator()(bool flag) const
    {
        return flag ? said(QT_TRANSLATE_NOOP("Sentences", "yes"))
                    : said(QT_TRANSLATE_NOOP("Sentences", "no"));
    }
    QString operator()(const Date& date) const { return dateText(date); }
    QString operator()(const HomeId& id) const
    {
        return words.nameOf(id, said(QT_TRANSLATE_NOOP("Sentences", "another home")));
    }
    QString operator()(const ResidentId& id) const
    {
        return words.nameOf(id, said(QT_TRANSLATE_NOOP("Sentences", "another resident")));
    }
    QString operator()(const MotiveSet& motives) const { return motivesText(motives); }
};

/// In the desk's zone. A time of the day on which the entry was written needs no date; any other has one,
/// since a timeline is read weeks later, too.
QString dayAndTime(Instant at, const TimelineEntry& entry, const EntryWords& words)
{
    const auto dayOf = [&](Instant time) {
        return (time.millis + std::int64_t{words.clock->offsetMinutes(time)} * 60'000) / 86'400'000;
    };
    const auto seenFrom = dayOf(at) == dayOf(entry.at) ? at : at + std::chrono::hours(24 * 30);
    return timeText(at, seenFrom, *words.clock);
}

/// "12 → 118"; without what stood there before only what stands there now.
template<class Correction>
QString correctedText(const TimelineEntry& entry, const Correction& body, const EntryWords& words)
{
    const auto after = valueText(body.value, words);
    const auto before = words.before.find(entry.id);
    return before == words.before.end()
               ? after
               : said(QT_TRANSLATE_NOOP("Sentences", "%1 → %2")).arg(valueText(before->second, words), after);
}

/// The one line. Bodies of one kind a function, so that a new kind does not compile without its line.
struct Title
{
    const TimelineEntry& entry;
    const EntryWords& words;

    QString operator()(const TeamFounded& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Team founded: %1")).arg(fromUtf8(body.name));
    }
    QString operator()(const MemberAdded& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Member added: %1 (%2)"))
            .arg(fromUtf8(body.name), word(body.role));
    }
    QString operator()(const SettingChanged&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Setting of the team changed"));
    }
    QString operator()(const RulesAdopted& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Triage rules adopted: version %1"))
            .arg(fromUtf8(body.version));
    }
    QString operator()(const HomeAdded& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Home added: %1")).arg(fromUtf8(body.home.name));
    }
    QString operator()(const HomeCorrected& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Home corrected: %1")).arg(word(body.field));
    }
    QString operator()(const ResidentAdded&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Resident added"));
    }
    QString operator()(const ResidentCorrected& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Resident corrected: %1")).arg(word(body.field));
    }
    QString operator()(const RequestReceived& body) const
    {
        const auto caller =
            joined({fromUtf8(body.caller), fromUtf8(body.callerFunction)}, QLatin1String(", "));
        const auto title =
            said(QT_TRANSLATE_NOOP("Sentences", "Call received: %1")).arg(motivesText(body.motives));
        return joined({title, caller});
    }
    QString operator()(const RequestCorrected& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Request corrected: %1")).arg(word(body.field));
    }
    QString operator()(const TriageDecided& body) const
    {
        const auto title =
            body.overridden ? said(QT_TRANSLATE_NOOP("Sentences", "Decided otherwise than proposed: %1, %2"))
                            : said(QT_TRANSLATE_NOOP("Sentences", "Decided as proposed: %1, %2"));
        return title.arg(word(body.modality), code(body.priority));
    }
    QString operator()(const AttemptMade& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Tried to reach the home: %1")).arg(word(body.outcome));
    }
    QString operator()(const StateChanged& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "State: %1")).arg(word(body.to));
    }
    QString operator()(const ModeChanged& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Goes on otherwise: %1 instead of %2"))
            .arg(shortWord(body.to), shortWord(body.from));
    }
    QString operator()(const ConsultationOpened& body) const
    {
        return body.professional.empty()
                   ? said(QT_TRANSLATE_NOOP("Sentences", "%1 begun")).arg(word(body.type))
                   : said(QT_TRANSLATE_NOOP("Sentences", "%1 begun; at the bedside: %2"))
                         .arg(word(body.type), fromUtf8(body.professional));
    }
    QString operator()(const ConsultationEnded&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "The connection has ended"));
    }
    QString operator()(const ConsultationIdentified& body) const
    {
        const auto title =
            body.nameSaid && body.birthDateSaid
                ? said(QT_TRANSLATE_NOOP("Sentences", "Identity checked at the bedside; consent: %1"))
                : said(QT_TRANSLATE_NOOP("Sentences", "Consent changed in the call: %1"));
        return title.arg(word(body.consent));
    }
    QString operator()(const PhotoKept& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Photo: %1")).arg(fromUtf8(body.what));
    }
    QString operator()(const ConsultationSigned& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Report signed: %1")).arg(word(body.type));
    }
    QString operator()(const RequestDeferred& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Deferred until %1"))
            .arg(dayAndTime(body.until, entry, words));
    }
    QString operator()(const RequestAssigned& body) const
    {
        return body.owner
                   ? said(QT_TRANSLATE_NOOP("Sentences", "Assigned to %1"))
                         .arg(words.nameOf(*body.owner, said(QT_TRANSLATE_NOOP("Sentences", "a member"))))
                   : said(QT_TRANSLATE_NOOP("Sentences", "Nobody’s any more"));
    }
    QString operator()(const RequestsMerged& body) const
    {
        const auto another = said(QT_TRANSLATE_NOOP("Sentences", "another request"));
        return body.into == words.shownIn
                   ? said(QT_TRANSLATE_NOOP("Sentences", "Merged into this request: %1"))
                         .arg(words.nameOf(body.id, another))
                   : said(QT_TRANSLATE_NOOP("Sentences", "Merged; goes on in: %1"))
                         .arg(words.nameOf(body.into, another));
    }
    QString operator()(const OwedSettled& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Done: %1")).arg(word(body.step));
    }
    QString operator()(const EntryWithdrawn&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "An entry was withdrawn"));
    }
    QString operator()(const EntryWritten& body) const
    {
        return body.compartment == Compartment::Psychosocial
                   ? said(QT_TRANSLATE_NOOP("Sentences", "Psychosocial entry written"))
                   : said(QT_TRANSLATE_NOOP("Sentences", "Clinical entry written"));
    }
    QString operator()(const FactsRecorded&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "What the caller said"));
    }
    QString operator()(const TriageReasoned& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Proposal: %1, %2"))
            .arg(word(body.recommendation.first), code(body.recommendation.priority));
    }
    QString operator()(const NoteAdded&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Clinical note"));
    }
    QString operator()(const WishesRecorded& body) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Wishes: %1")).arg(word(body.hospital));
    }
    QString operator()(const PsychosocialNoteAdded&) const
    {
        return said(QT_TRANSLATE_NOOP("Sentences", "Psychosocial note"));
    }
};

/// What stands below the line; empty for most.
struct FullText
{
    const TimelineEntry& entry;
    const EntryWords& words;

    template<class Body> QString operator()(const Body&) const { return {}; }
    QString operator()(const HomeCorrected& body) const { return correctedText(entry, body, words); }
    QString operator()(const ResidentCorrected& body) const { return correctedText(entry, body, words); }
    QString operator()(const RequestCorrected& body) const { return correctedText(entry, body, words); }
    QString operator()(const TriageDecided& body) const
    {
        QStringList lines;
        if (body.meanwhile) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "Until then: %1")).arg(word(*body.meanwhile));
        }
        if (body.then) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "Afterwards: %1")).arg(word(*body.then));
        }
        if (!body.owed.empty()) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "Still to do: %1")).arg(owedText(body.owed));
        }
        return lines.join(QLatin1Char('\n'));
    }
    QString operator()(const AttemptMade& body) const
    {
        if (!body.callBackFrom) {
            return {};
        }
        const auto from = dayAndTime(*body.callBackFrom, entry, words);
        return body.callBackUntil ? said(QT_TRANSLATE_NOOP("Sentences", "Call back between %1 and %2"))
                                        .arg(from, dayAndTime(*body.callBackUntil, entry, words))
                                  : said(QT_TRANSLATE_NOOP("Sentences", "Call back from %1")).arg(from);
    }
    QString operator()(const StateChanged& body) const
    {
        QStringList lines{fromUtf8(body.reason)};
        if (body.transfer != TransferOutcome::NotInQuestion) {
            lines << word(body.transfer);
        }
        if (body.noVisitNeeded) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "The screening has shown that no visit is needed"));
        }
        if (!body.waived.empty()) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "Left undone: %1")).arg(owedText(body.waived));
        }
        return joined(lines, QLatin1String("\n"));
    }
    QString operator()(const ModeChanged& body) const { return word(body.reason); }
    QString operator()(const ConsultationEnded& body) const { return lineText(body.line); }
    QString operator()(const ConsultationIdentified& body) const { return fromUtf8(body.words); }
    QString operator()(const ConsultationSigned& body) const { return sheetText(body.sheet); }
    QString operator()(const RequestDeferred& body) const
    {
        // The delay is part of the record: a request that is put off is time lost for the resident.
        const auto by =
            said(QT_TRANSLATE_NOOP("Sentences", "Put off by %1"))
                .arg(spanText(std::chrono::duration_cast<std::chrono::minutes>(body.until - entry.at)));
        return joined({fromUtf8(body.reason), by}, QLatin1String("\n"));
    }
    QString operator()(const EntryWithdrawn& body) const { return fromUtf8(body.reason); }
    QString operator()(const FactsRecorded& body) const { return fromUtf8(body.words); }
    QString operator()(const TriageReasoned& body) const
    {
        const auto why = body.overrideReason == OverrideReason::None ? QString()
                         : body.ownReason.empty()                    ? word(body.overrideReason)
                                                                     : fromUtf8(body.ownReason);
        return joined({why, fromUtf8(body.words)}, QLatin1String("\n"));
    }
    QString operator()(const NoteAdded& body) const { return fromUtf8(body.text); }
    QString operator()(const PsychosocialNoteAdded& body) const { return fromUtf8(body.text); }
    QString operator()(const WishesRecorded& body) const
    {
        QStringList lines{fromUtf8(body.ownChoice)};
        if (!body.anticipatoryPrescriptions.empty()) {
            lines << said(QT_TRANSLATE_NOOP("Sentences", "Prescribed in advance: %1"))
                         .arg(fromUtf8(body.anticipatoryPrescriptions));
        }
        return joined(lines, QLatin1String("\n"));
    }
};

} // namespace

QString valueText(const FieldValue& value, const EntryWords& words)
{
    return std::visit(FieldReader{words}, value);
}

QString entryTitle(const TimelineEntry& entry, const EntryWords& words)
{
    if (entry.body) {
        return std::visit(Title{entry, words}, *entry.body);
    }
    return entry.readable
               ? said(QT_TRANSLATE_NOOP("Sentences", "Entry of a newer Chevet (%1), kept as it is"))
                     .arg(fromUtf8(entry.kind))
               : said(QT_TRANSLATE_NOOP("Sentences", "Entry that this device can’t read"));
}

QString entryText(const TimelineEntry& entry, const EntryWords& words)
{
    return entry.body ? std::visit(FullText{entry, words}, *entry.body) : QString();
}

QString damageText(const Damage& damage)
{
    const auto number = damage.sequence != 0 ? damage.sequence : static_cast<std::int64_t>(damage.count);
    return sentenceFor({damage.code, damage.place, number}).whole();
}

} // namespace chevet::workflow
