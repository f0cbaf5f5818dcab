// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/case_text.h"

#include "commands/say.h"
#include "commands/table.h"
#include "workflow/sentences.h"

namespace chevet::commands {
namespace {

using namespace clinical;
using workflow::word;

constexpr std::size_t shownDigits = 8;

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template<class AnyId> QString shortId(const AnyId& id)
{
    return QString::fromStdString(id.hex().substr(0, shownDigits));
}

/// The modality without its explanation: a table has little room.
QString shortWord(Modality modality)
{
    return word(modality).section(QStringLiteral(" ("), 0, 0);
}

/// "now: …, then: …", as the desk says it.
QString answerText(const QueueRow& row)
{
    if (!row.decided) {
        return word(row.state);
    }
    const auto first = shortWord(*row.decided);
    const auto* now = QT_TRANSLATE_NOOP("Commands", "now: %1, then: %2");
    if (row.meanwhile) {
        return say(now).arg(shortWord(*row.meanwhile), first);
    }
    return row.then ? say(QT_TRANSLATE_NOOP("Commands", "%1, then: %2")).arg(first, shortWord(*row.then))
                    : first;
}

void printField(const QString& name, const QString& value)
{
    if (!value.isEmpty()) {
        print(toWidth(name, 12) + QLatin1Char(' ') + printable(value).simplified() + QLatin1Char('\n'));
    }
}

QString owedText(const OwedSet& owed)
{
    QStringList steps;
    for (const auto& [step, name] : Words<Owed>::all) {
        if (owed.has(step)) {
            steps.push_back(word(step));
        }
    }
    return steps.join(QStringLiteral(", "));
}

void printEntry(const TimelineEntry& entry, Instant now, const Clock& clock)
{
    auto title = workflow::timeText(entry.at, now, clock) + QStringLiteral("  ") +
                 fromUtf8(entry.authorName) + QStringLiteral("  ") + workflow::entryTitle(entry, {&clock});
    if (entry.withdrawn) {
        title += QStringLiteral("  ") +
                 say(QT_TRANSLATE_NOOP("Commands", "[withdrawn: %1]")).arg(fromUtf8(entry.withdrawnReason));
    }
    if (entry.contested) {
        title += QStringLiteral("  ") + say(QT_TRANSLATE_NOOP("Commands", "[two values stand side by side]"));
    }
    print(printable(title).simplified() + QLatin1Char('\n'));
    for (const auto& line :
         printable(workflow::entryText(entry, {&clock})).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        print(QStringLiteral("    ") + line + QLatin1Char('\n'));
    }
}

void printPlace(const CaseView& view, Instant now, const Clock& clock)
{
    const auto& resident = view.resident.resident;
    const auto& home = view.home.home;
    print(workflow::residentText(resident.familyName, resident.givenName, resident.provisional) +
          QStringLiteral("  ") + workflow::ageText(resident.birthDate, clock.today()) + QLatin1Char('\n'));
    printField(say(QT_TRANSLATE_NOOP("Commands", "Home")),
               fromUtf8(home.name + ", " + home.town) +
                   (view.row.room.empty() ? QString() : QStringLiteral(", ") + fromUtf8(view.row.room)));
    printField(say(QT_TRANSLATE_NOOP("Commands", "Call back")), fromUtf8(view.row.callbackPhone));
    printField(say(QT_TRANSLATE_NOOP("Commands", "Motive")), workflow::motivesText(view.row.motives));
    printField(say(QT_TRANSLATE_NOOP("Commands", "Priority")),
               workflow::code(view.row.priority) + QStringLiteral(", ") +
                   workflow::dueText(view.row.due, now, clock));
    printField(say(QT_TRANSLATE_NOOP("Commands", "Answer")), answerText(view.row));
    printField(say(QT_TRANSLATE_NOOP("Commands", "State")), word(view.row.state));
    printField(say(QT_TRANSLATE_NOOP("Commands", "Owed")), owedText(view.row.owed));
    if (view.wishes) {
        printField(say(QT_TRANSLATE_NOOP("Commands", "Wishes")),
                   word(view.wishes->hospital) + QStringLiteral(". ") + fromUtf8(view.wishes->ownChoice));
    }
    if (view.mergedInto) {
        printField(say(QT_TRANSLATE_NOOP("Commands", "Merged into")), shortId(*view.mergedInto));
    }
}

} // namespace

void printQueue(const Queue& queue, const Clock& clock)
{
    if (queue.rows.empty()) {
        print(say(QT_TRANSLATE_NOOP("Commands", "No open case\n")));
        return;
    }
    Table table({QString(), say(QT_TRANSLATE_NOOP("Commands", "Due")),
                 say(QT_TRANSLATE_NOOP("Commands", "Resident")), say(QT_TRANSLATE_NOOP("Commands", "Home")),
                 say(QT_TRANSLATE_NOOP("Commands", "Motive")), say(QT_TRANSLATE_NOOP("Commands", "Answer")),
                 say(QT_TRANSLATE_NOOP("Commands", "Owner")), say(QT_TRANSLATE_NOOP("Commands", "Id"))},
                64);
    const auto now = clock.now();
    for (const auto& row : queue.rows) {
        const auto due = row.deferredUntil && row.state == CaseState::Deferred
                             ? say(QT_TRANSLATE_NOOP("Commands", "until %1"))
                                   .arg(workflow::timeText(*row.deferredUntil, now, clock))
                             : workflow::dueText(row.due, now, clock);
        table.add({workflow::code(row.priority), due,
                   workflow::residentText(row.familyName, row.givenName, row.provisional),
                   fromUtf8(row.homeName), workflow::motivesText(row.motives), answerText(row),
                   fromUtf8(row.ownerInitials), shortId(row.id)});
    }
    table.print();
}

void printCase(const CaseView& view, const Clock& clock)
{
    const auto now = clock.now();
    printPlace(view, now, clock);
    print(QStringLiteral("\n"));
    for (const auto& entry : view.timeline) {
        printEntry(entry, now, clock);
    }
}

void printHits(const std::vector<SearchHit>& hits, const Clock& clock)
{
    const auto now = clock.now();
    Table table({say(QT_TRANSLATE_NOOP("Commands", "When")), say(QT_TRANSLATE_NOOP("Commands", "Resident")),
                 say(QT_TRANSLATE_NOOP("Commands", "Home")), say(QT_TRANSLATE_NOOP("Commands", "Case")),
                 say(QT_TRANSLATE_NOOP("Commands", "Excerpt"))},
                100);
    for (const auto& hit : hits) {
        table.add({workflow::timeText(hit.at, now, clock), fromUtf8(hit.residentName), fromUtf8(hit.homeName),
                   hit.caseId.isNull() ? QString() : shortId(hit.caseId), fromUtf8(hit.excerpt)});
    }
    if (!table.isEmpty()) {
        table.print();
    }
}

} // namespace chevet::commands
