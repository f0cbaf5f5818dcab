// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/study_words.h"

#include "workflow/sentences.h"
#include "workflow/store/said.h"

#include <QLocale>

#include <map>

namespace chevet::workflow {
namespace {

using reporting::Acceptance;
using reporting::Spread;

QString titleOf(std::string_view factor)
{
    static const std::map<std::string_view, const char*> titles{
        {"home_agreement", QT_TRANSLATE_NOOP("Sentences", "agreement with the home")},
        {"home_trained", QT_TRANSLATE_NOOP("Sentences", "home trained")},
        {"seen_in_person", QT_TRANSLATE_NOOP("Sentences", "resident met before")},
        {"follow_up", QT_TRANSLATE_NOOP("Sentences", "follow-up")},
        {"far", QT_TRANSLATE_NOOP("Sentences", "home far away")},
        {"visit_too_late", QT_TRANSLATE_NOOP("Sentences", "a visit would come too late")},
        {"acute", QT_TRANSLATE_NOOP("Sentences", "acute deterioration")},
        {"symptom", QT_TRANSLATE_NOOP("Sentences", "physical symptom")},
        {"dying", QT_TRANSLATE_NOOP("Sentences", "dying")},
        {"relational_motive", QT_TRANSLATE_NOOP("Sentences", "relational motive")},
        {"for_the_psychologist", QT_TRANSLATE_NOOP("Sentences", "for the psychologist")},
        {"unclear", QT_TRANSLATE_NOOP("Sentences", "unclear request")},
        {"must_be_seen", QT_TRANSLATE_NOOP("Sentences", "must be seen")},
        {"needs_examination", QT_TRANSLATE_NOOP("Sentences", "needs the team's own examination")},
        {"professional_at_bedside", QT_TRANSLATE_NOOP("Sentences", "physician or nurse at the bedside")},
        {"video_works", QT_TRANSLATE_NOOP("Sentences", "video works")},
        {"video_distressing", QT_TRANSLATE_NOOP("Sentences", "video would distress")},
        {"visit_relieves", QT_TRANSLATE_NOOP("Sentences", "a visit would relieve")},
        {"visitor_infectious", QT_TRANSLATE_NOOP("Sentences", "visitor infectious")},
    };
    const auto found = titles.find(factor);
    return found == titles.end() ? QString::fromLatin1(factor.data(), static_cast<qsizetype>(factor.size()))
                                 : said(found->second);
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

StudyTable factorTable(const reporting::Study& study)
{
    StudyTable table;
    table.heading = said(QT_TRANSLATE_NOOP(
        "Sentences", "Proposals accepted, by influencing factor (95 % interval; * fewer than 30)"));
    table.columns = {
        said(QT_TRANSLATE_NOOP("Sentences", "Factor")), said(QT_TRANSLATE_NOOP("Sentences", "With it")),
        said(QT_TRANSLATE_NOOP("Sentences", "Without it")), said(QT_TRANSLATE_NOOP("Sentences", "Not known")),
        said(QT_TRANSLATE_NOOP("Sentences", "Source"))};
    for (const auto& row : study.factors) {
        table.rows.push_back(
            {titleOf(row.id), cell(row.present), cell(row.absent), cell(row.unknown),
             QString::fromLatin1(row.source.data(), static_cast<qsizetype>(row.source.size()))});
    }
    return table;
}

StudyTable acceptanceTable(const char* what)
{
    StudyTable table;
    table.columns = {said(what), said(QT_TRANSLATE_NOOP("Sentences", "Accepted")),
                     said(QT_TRANSLATE_NOOP("Sentences", "More present")),
                     said(QT_TRANSLATE_NOOP("Sentences", "More remote")),
                     said(QT_TRANSLATE_NOOP("Sentences", "Other priority"))};
    return table;
}

void addTo(StudyTable& table, const QString& what, const Acceptance& counted)
{
    table.rows.push_back({what, cell(counted), QString::number(counted.morePresent),
                          QString::number(counted.moreRemote), QString::number(counted.otherPriority)});
}

void addMotivesAndHomes(StudyReport& page, const reporting::Study& study,
                        const std::function<std::string(const HomeId& id)>& nameOfHome)
{
    auto motives = acceptanceTable(QT_TRANSLATE_NOOP("Sentences", "Motive"));
    motives.heading = said(QT_TRANSLATE_NOOP("Sentences", "Proposals accepted, by motive and by home"));
    for (const auto& [motive, counted] : study.motives) {
        addTo(motives, word(motive), counted);
    }
    page.tables.push_back(std::move(motives));
    auto homes = acceptanceTable(QT_TRANSLATE_NOOP("Sentences", "Home"));
    for (const auto& [home, counted] : study.homes) {
        addTo(homes, fromUtf8(nameOfHome(home)), counted);
    }
    page.tables.push_back(std::move(homes));
    if (study.reasons.empty()) {
        return;
    }
    StudyTable reasons;
    reasons.columns = {said(QT_TRANSLATE_NOOP("Sentences", "Why decided otherwise")),
                       said(QT_TRANSLATE_NOOP("Sentences", "Decisions"))};
    for (const auto& [reason, count] : study.reasons) {
        reasons.rows.push_back({word(reason), QString::number(count)});
    }
    for (const auto& [own, count] : study.ownReasons) { // among the others
        reasons.rows.push_back({QStringLiteral("– ") + fromUtf8(own), QString::number(count)});
    }
    page.tables.push_back(std::move(reasons));
}

void addTo(StudyTable& table, const char* what, const Spread& spread)
{
    const auto minutes = [&](double value) {
        return spread.count == 0 ? QStringLiteral("–")
                                 : spanText(std::chrono::minutes(static_cast<std::int64_t>(value)));
    };
    table.rows.push_back({said(what), QString::number(spread.count), minutes(spread.low),
                          minutes(spread.median), minutes(spread.high)});
}

StudyTable timeTable(const reporting::Study& study)
{
    StudyTable table;
    table.heading = said(QT_TRANSLATE_NOOP("Sentences", "From the call to the first answer"));
    table.columns = {said(QT_TRANSLATE_NOOP("Sentences", "Requests")),
                     said(QT_TRANSLATE_NOOP("Sentences", "Number")),
                     said(QT_TRANSLATE_NOOP("Sentences", "Lower quartile")),
                     said(QT_TRANSLATE_NOOP("Sentences", "Median")),
                     said(QT_TRANSLATE_NOOP("Sentences", "Upper quartile"))};
    addTo(table, QT_TRANSLATE_NOOP("Sentences", "all, deferrals counted in"), study.firstAnswer);
    addTo(table, QT_TRANSLATE_NOOP("Sentences", "put off at least once"), study.firstAnswerDeferred);
    addTo(table, QT_TRANSLATE_NOOP("Sentences", "never put off"), study.firstAnswerNotDeferred);
    addTo(table, QT_TRANSLATE_NOOP("Sentences", "delay of each deferral"), study.deferral);
    table.note = said(QT_TRANSLATE_NOOP("Sentences", "Not answered yet: %1")).arg(study.unanswered);
    return table;
}

StudyTable outcomeTable(const reporting::Study& study)
{
    StudyTable table;
    table.heading = said(QT_TRANSLATE_NOOP("Sentences", "Acute requests that are closed, and screenings"));
    table.columns = {said(QT_TRANSLATE_NOOP("Sentences", "Outcome")),
                     said(QT_TRANSLATE_NOOP("Sentences", "Requests"))};
    for (const auto& [outcome, name] : clinical::Words<clinical::TransferOutcome>::all) {
        const auto found = study.transfers.find(outcome);
        table.rows.push_back(
            {word(outcome), QString::number(found == study.transfers.end() ? 0 : found->second)});
    }
    table.rows.push_back({said(QT_TRANSLATE_NOOP("Sentences", "screening: no visit needed")),
                          QString::number(study.noVisitNeeded)});
    return table;
}

StudyTable shareTable(const reporting::Study& study)
{
    StudyTable table;
    table.heading =
        said(QT_TRANSLATE_NOOP("Sentences", "How requests were answered: in person beside remote"));
    table.columns = {
        said(QT_TRANSLATE_NOOP("Sentences", "Month")),  said(QT_TRANSLATE_NOOP("Sentences", "In person")),
        said(QT_TRANSLATE_NOOP("Sentences", "Remote")), said(QT_TRANSLATE_NOOP("Sentences", "Video")),
        said(QT_TRANSLATE_NOOP("Sentences", "Call")),   said(QT_TRANSLATE_NOOP("Sentences", "Written"))};
    const auto add = [&table](const QString& month, const reporting::Shares& shares) {
        table.rows.push_back({month, QString::number(shares.inPerson()), QString::number(shares.remote()),
                              QString::number(shares.answers[1]), QString::number(shares.answers[2]),
                              QString::number(shares.answers[3])});
    };
    for (const auto& [month, shares] : study.byMonth) {
        add(fromUtf8(month), shares);
    }
    add(said(QT_TRANSLATE_NOOP("Sentences", "in all")), study.shares);
    table.note = said(QT_TRANSLATE_NOOP(
        "Sentences",
        "This is no target: teams fear that remote answers become a pretext for cutbacks, so both "
        "are shown side by side."));
    return table;
}

} // namespace

StudyReport studyReport(const reporting::Study& study,
                        const std::function<std::string(const HomeId& id)>& nameOfHome)
{
    StudyReport page;
    page.before << said(QT_TRANSLATE_NOOP("Sentences",
                                          "Requests: %1 (merged into another: %2, not decided yet: %3). "
                                          "Decisions: %4, accepted as proposed: %5."))
                       .arg(study.requests)
                       .arg(study.merged)
                       .arg(study.undecided)
                       .arg(study.all.decisions)
                       .arg(cell(study.all));
    if (study.unreadableDecisions > 0) {
        page.before << said(QT_TRANSLATE_NOOP("Sentences",
                                              "Decisions that can't be read here, and are not counted: %1"))
                           .arg(study.unreadableDecisions);
    }
    page.tables.push_back(factorTable(study));
    addMotivesAndHomes(page, study, nameOfHome);
    page.tables.push_back(timeTable(study));
    page.tables.push_back(outcomeTable(study));
    page.tables.push_back(shareTable(study));
    page.after =
        said(QT_TRANSLATE_NOOP("Sentences", "Acceptance is not correctness, and a difference is no "
                                            "cause: docs/STUDY.md says what these numbers can't show."));
    return page;
}

} // namespace chevet::workflow
