// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/say.h"
#include "commands/study_report.h"
#include "commands/table.h"
#include "workflow/sentences.h"

#include <QLocale>

#include <map>

namespace chevet::commands {
namespace {

using reporting::Acceptance;
using reporting::Spread;

constexpr int widestCell = 46;

QString titleOf(std::string_view factor)
{
    static const std::map<std::string_view, const char*> titles{
        {"home_agreement", QT_TRANSLATE_NOOP("Commands", "agreement with the home")},
        {"home_trained", QT_TRANSLATE_NOOP("Commands", "home trained")},
        {"seen_in_person", QT_TRANSLATE_NOOP("Commands", "resident met before")},
        {"follow_up", QT_TRANSLATE_NOOP("Commands", "follow-up")},
        {"far", QT_TRANSLATE_NOOP("Commands", "home far away")},
        {"visit_too_late", QT_TRANSLATE_NOOP("Commands", "a visit would come too late")},
        {"acute", QT_TRANSLATE_NOOP("Commands", "acute deterioration")},
        {"symptom", QT_TRANSLATE_NOOP("Commands", "physical symptom")},
        {"dying", QT_TRANSLATE_NOOP("Commands", "dying")},
        {"relational_motive", QT_TRANSLATE_NOOP("Commands", "relational motive")},
        {"for_the_psychologist", QT_TRANSLATE_NOOP("Commands", "for the psychologist")},
        {"unclear", QT_TRANSLATE_NOOP("Commands", "unclear request")},
        {"must_be_seen", QT_TRANSLATE_NOOP("Commands", "must be seen")},
        {"needs_examination", QT_TRANSLATE_NOOP("Commands", "needs the team's own examination")},
        {"professional_at_bedside", QT_TRANSLATE_NOOP("Commands", "physician or nurse at the bedside")},
        {"video_works", QT_TRANSLATE_NOOP("Commands", "video works")},
        {"video_distressing", QT_TRANSLATE_NOOP("Commands", "video would distress")},
        {"visit_relieves", QT_TRANSLATE_NOOP("Commands", "a visit would relieve")},
        {"visitor_infectious", QT_TRANSLATE_NOOP("Commands", "visitor infectious")},
    };
    const auto found = titles.find(factor);
    return found == titles.end() ? QString::fromLatin1(factor.data(), static_cast<qsizetype>(factor.size()))
                                 : say(found->second);
}

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 0) + QStringLiteral(" %");
}

/// "12/14, 60–96 %", with a mark where the cases are few.
QString cell(const Acceptance& counted)
{
    if (counted.decisions == 0) {
        return QStringLiteral("–");
    }
    const auto share = counted.acceptedShare();
    return QStringLiteral("%1/%2, %3–%4%5")
        .arg(counted.accepted)
        .arg(counted.decisions)
        .arg(QLocale().toString(share.low * 100, 'f', 0), percent(share.high),
             counted.isFew() ? QStringLiteral(" *") : QString());
}

void heading(const char* english)
{
    print(QLatin1Char('\n') + say(english) + QStringLiteral("\n\n"));
}

void printFactors(const reporting::Study& study)
{
    heading(QT_TRANSLATE_NOOP("Commands",
                              "Proposals accepted, by influencing factor (95 % interval; * fewer than 30)"));
    Table table({say(QT_TRANSLATE_NOOP("Commands", "Factor")), say(QT_TRANSLATE_NOOP("Commands", "With it")),
                 say(QT_TRANSLATE_NOOP("Commands", "Without it")),
                 say(QT_TRANSLATE_NOOP("Commands", "Not known")),
                 say(QT_TRANSLATE_NOOP("Commands", "Source"))},
                widestCell);
    for (const auto& row : study.factors) {
        table.add({titleOf(row.id), cell(row.present), cell(row.absent), cell(row.unknown),
                   QString::fromLatin1(row.source.data(), static_cast<qsizetype>(row.source.size()))});
    }
    table.print();
}

Table acceptanceTable(const char* what)
{
    return Table({say(what), say(QT_TRANSLATE_NOOP("Commands", "Accepted")),
                  say(QT_TRANSLATE_NOOP("Commands", "More present")),
                  say(QT_TRANSLATE_NOOP("Commands", "More remote")),
                  say(QT_TRANSLATE_NOOP("Commands", "Other priority"))},
                 widestCell);
}

void addTo(Table& table, const QString& what, const Acceptance& counted)
{
    table.add({what, cell(counted), QString::number(counted.morePresent), QString::number(counted.moreRemote),
               QString::number(counted.otherPriority)});
}

void printMotivesAndHomes(const reporting::Study& study, const NameOfHome& nameOfHome)
{
    heading(QT_TRANSLATE_NOOP("Commands", "Proposals accepted, by motive and by home"));
    auto motives = acceptanceTable(QT_TRANSLATE_NOOP("Commands", "Motive"));
    for (const auto& [motive, counted] : study.motives) {
        addTo(motives, workflow::word(motive), counted);
    }
    motives.print();
    print(QStringLiteral("\n"));
    auto homes = acceptanceTable(QT_TRANSLATE_NOOP("Commands", "Home"));
    for (const auto& [home, counted] : study.homes) {
        addTo(homes, QString::fromStdString(nameOfHome(home)), counted);
    }
    homes.print();
    if (!study.reasons.empty()) {
        print(QStringLiteral("\n"));
        Table reasons({say(QT_TRANSLATE_NOOP("Commands", "Why decided otherwise")),
                       say(QT_TRANSLATE_NOOP("Commands", "Decisions"))},
                      widestCell);
        for (const auto& [reason, count] : study.reasons) {
            reasons.add({workflow::word(reason), QString::number(count)});
        }
        reasons.print();
    }
}

void addTo(Table& table, const char* what, const Spread& spread)
{
    const auto minutes = [&](double value) {
        return spread.count == 0 ? QStringLiteral("–")
                                 : workflow::spanText(std::chrono::minutes(static_cast<std::int64_t>(value)));
    };
    table.add({say(what), QString::number(spread.count), minutes(spread.low), minutes(spread.median),
               minutes(spread.high)});
}

void printTimes(const reporting::Study& study)
{
    heading(QT_TRANSLATE_NOOP("Commands", "From the call to the first answer"));
    Table table({say(QT_TRANSLATE_NOOP("Commands", "Requests")), say(QT_TRANSLATE_NOOP("Commands", "Number")),
                 say(QT_TRANSLATE_NOOP("Commands", "Lower quartile")),
                 say(QT_TRANSLATE_NOOP("Commands", "Median")),
                 say(QT_TRANSLATE_NOOP("Commands", "Upper quartile"))},
                widestCell);
    addTo(table, QT_TRANSLATE_NOOP("Commands", "all, deferrals counted in"), study.firstAnswer);
    addTo(table, QT_TRANSLATE_NOOP("Commands", "put off at least once"), study.firstAnswerDeferred);
    addTo(table, QT_TRANSLATE_NOOP("Commands", "never put off"), study.firstAnswerNotDeferred);
    addTo(table, QT_TRANSLATE_NOOP("Commands", "delay of each deferral"), study.deferral);
    table.print();
    print(say(QT_TRANSLATE_NOOP("Commands", "Not answered yet: %1\n")).arg(study.unanswered));
}

void printOutcomes(const reporting::Study& study)
{
    heading(QT_TRANSLATE_NOOP("Commands", "Acute requests that are closed, and screenings"));
    Table table(
        {say(QT_TRANSLATE_NOOP("Commands", "Outcome")), say(QT_TRANSLATE_NOOP("Commands", "Requests"))},
        widestCell);
    for (const auto& [outcome, name] : clinical::Words<clinical::TransferOutcome>::all) {
        const auto found = study.transfers.find(outcome);
        table.add(
            {workflow::word(outcome), QString::number(found == study.transfers.end() ? 0 : found->second)});
    }
    table.add({say(QT_TRANSLATE_NOOP("Commands", "screening: no visit needed")),
               QString::number(study.noVisitNeeded)});
    table.print();
}

void printShares(const reporting::Study& study)
{
    heading(QT_TRANSLATE_NOOP("Commands", "How requests were answered: in person beside remote"));
    Table table({say(QT_TRANSLATE_NOOP("Commands", "Month")), say(QT_TRANSLATE_NOOP("Commands", "In person")),
                 say(QT_TRANSLATE_NOOP("Commands", "Remote")), say(QT_TRANSLATE_NOOP("Commands", "Video")),
                 say(QT_TRANSLATE_NOOP("Commands", "Call")), say(QT_TRANSLATE_NOOP("Commands", "Written"))},
                widestCell);
    const auto add = [&table](const QString& month, const reporting::Shares& shares) {
        table.add({month, QString::number(shares.inPerson()), QString::number(shares.remote()),
                   QString::number(shares.answers[1]), QString::number(shares.answers[2]),
                   QString::number(shares.answers[3])});
    };
    for (const auto& [month, shares] : study.byMonth) {
        add(QString::fromStdString(month), shares);
    }
    add(say(QT_TRANSLATE_NOOP("Commands", "in all")), study.shares);
    table.print();
    print(say(QT_TRANSLATE_NOOP("Commands",
                                "This is no target: teams fear that remote answers become a pretext for "
                                "cutbacks, so both are shown side by side.\n")));
}

} // namespace

void printStudy(const reporting::Study& study, const NameOfHome& nameOfHome)
{
    print(say(QT_TRANSLATE_NOOP("Commands", "Requests: %1 (merged into another: %2, not decided yet: %3). "
                                            "Decisions: %4, accepted as proposed: %5.\n"))
              .arg(study.requests)
              .arg(study.merged)
              .arg(study.undecided)
              .arg(study.all.decisions)
              .arg(cell(study.all)));
    if (study.unreadableDecisions > 0) {
        print(
            say(QT_TRANSLATE_NOOP("Commands", "Decisions that can't be read here, and are not counted: %1\n"))
                .arg(study.unreadableDecisions));
    }
    printFactors(study);
    printMotivesAndHomes(study, nameOfHome);
    printTimes(study);
    printOutcomes(study);
    printShares(study);
    print(say(QT_TRANSLATE_NOOP(
        "Commands",
        "\nAcceptance is not correctness, and a difference is no cause: docs/STUDY.md says what these "
        "numbers can't show.\n")));
}

} // namespace chevet::commands
