// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Questions that look something up: the request that takes this one in, the resident or the home that was
// meant. What would happen is said before anything is recorded.
#include "screens/case_questions.h"
#include "screens/keys.h"
#include "screens/resident_form.h"
#include "workflow/case_file.h"
#include "workflow/desk.h"

#include <QCoreApplication>

#include <memory>
#include <vector>

namespace chevet::screens::questions {

using clinical::QueueRow;
using clinical::RequestField;
using workflow::CaseFile;
using Question = AskPanel::Question;
using Answer = AskPanel::Answer;
using Found = AskPanel::LookUp::Found;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(chevet::screens::lookups)
};

constexpr QStringView separator = u" · ";

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

QString nameOf(const QueueRow& row)
{
    return workflow::residentText(row.familyName, row.givenName, row.provisional);
}

QString lineOf(const QueueRow& row, const workflow::Desk& desk)
{
    const QString when = workflow::timeText(row.receivedAt, desk.now(), desk.clock());
    return QStringList{workflow::code(row.priority), when, workflow::motivesText(row.motives), nameOf(row),
                       text(row.homeName)}
        .join(separator);
}

/// What merging would do, with what the nurse might not want.
QString mergingText(const QueueRow& here, const QueueRow& into)
{
    QStringList sentences;
    if (into.resident != here.resident) {
        sentences << Tr::tr("Beware: that request is about somebody else, %1. Merge only if both are the "
                            "same person.")
                         .arg(nameOf(into));
    }
    sentences << Tr::tr("This request leaves the queue. What was said here stands in the timeline of the "
                        "other one, whose decision, due time and owner hold.");
    if (here.priority < into.priority) {
        sentences << Tr::tr("Beware: this one is %1, the other %2. Raise the other one afterwards, or merge "
                            "that one into this.")
                         .arg(workflow::code(here.priority), workflow::code(into.priority));
    }
    QStringList owed;
    for (const auto& [step, name] : clinical::Words<clinical::Owed>::all) {
        if (here.owed.has(step) && !into.owed.has(step)) {
            owed << workflow::word(step);
        }
    }
    if (!owed.isEmpty()) {
        sentences << Tr::tr("What is owed here is owed there from then on: %1.")
                         .arg(owed.join(QStringLiteral(", ")));
    }
    sentences << Tr::tr("Enter merges. Ctrl+Z takes it back for ten seconds; afterwards withdraw the entry "
                        "“Merged” (Del).");
    return sentences.join(QLatin1Char('\n'));
}

QString residentLine(const clinical::ResidentView& view, const workflow::Desk& desk)
{
    const auto& resident = view.resident;
    QStringList parts{workflow::residentText(resident.familyName, resident.givenName, resident.provisional)};
    if (resident.birthDate) {
        parts << workflow::dateText(*resident.birthDate)
              << workflow::ageText(resident.birthDate, desk.clock().today());
    }
    parts << text(view.homeName);
    if (!resident.room.empty()) {
        parts << Tr::tr("room %1").arg(text(resident.room));
    }
    return parts.join(separator);
}

QString movingText(const clinical::ResidentView& to, const CaseFile& file)
{
    QStringList sentences{
        Tr::tr("From now on this request is about the resident chosen. What was recorded before stays, with "
               "this correction beside it. Wishes and the identity of the wrong resident are not touched.")};
    if (to.resident.home != file.view().row.home) {
        sentences << Tr::tr("Lives at %1; the request stays with %2 until you correct its home, too (Q).")
                         .arg(text(to.homeName), text(file.view().row.homeName));
    }
    if (to.openCase && *to.openCase != file.id()) {
        sentences << Tr::tr("There is another open request for this resident: M merges the two.");
    }
    sentences << Tr::tr("Enter corrects.");
    return sentences.join(QLatin1Char('\n'));
}

QString homeLine(const clinical::Home& home)
{
    QStringList parts{text(home.name)};
    if (!home.town.empty()) {
        parts << text(home.town);
    }
    return parts.join(separator);
}

using Ask = decltype(AskPanel::LookUp::ask);
template<class View> using Views = std::shared_ptr<std::vector<View>>;

/// A line for each of `views` but `except`; `kept` holds them in the order of the lines.
template<class View, class Id, class Line>
QStringList keepOthers(const std::vector<View>& views, const Id& except, std::vector<View>& kept, Line lineOf)
{
    kept.clear();
    QStringList lines;
    for (const auto& view : views) {
        if (view.id != except) {
            kept.push_back(view);
            lines << lineOf(view);
        }
    }
    return lines;
}

/// Everybody found but the resident whom the request is about.
Ask askForResidents(CaseFile& file, const workflow::Desk& desk,
                    const Views<clinical::ResidentView>& residents)
{
    return [&file, &desk, residents](const QString& letters, const Found& found) {
        const auto identity = identityOf(letters);
        if (!identity.digits.isEmpty() && !birthDateOf(identity.digits)) {
            found({}); // half a date finds nobody
            return;
        }
        file.lookUpResidents(
            birthDateOf(identity.digits), identity.letters,
            [&file, &desk, residents, found](const auto& views) {
                found(keepOthers(views, file.view().row.resident, *residents,
                                 [&desk](const auto& view) { return residentLine(view, desk); }));
            });
    };
}

/// Every home found but the one that the request is from.
Ask askForHomes(CaseFile& file, const Views<clinical::HomeView>& homes)
{
    return [&file, homes](const QString& letters, const Found& found) {
        file.lookUpHomes(letters, [&file, homes, found](const auto& views) {
            found(keepOthers(views, file.view().row.home, *homes,
                             [](const auto& view) { return homeLine(view.home); }));
        });
    };
}

} // namespace

Question merge(CaseFile& file, const workflow::Desk& desk)
{
    const auto rows = std::make_shared<std::vector<QueueRow>>();
    const auto mine = file.otherRequests({});
    Question question;
    question.title =
        mine.empty() ? Tr::tr("Merge: no other open request for this resident; a name or a home finds others")
                     : Tr::tr("Merge into which open request?");
    question.lookUp.emplace();
    question.lookUp->caption = Tr::tr("Request that goes on");
    question.lookUp->placeholder = Tr::tr("first letters of a resident or a home, or the arrows");
    question.lookUp->ask = [&file, &desk, rows](const QString& letters, const Found& found) {
        *rows = file.otherRequests(letters);
        QStringList lines;
        for (const auto& row : *rows) {
            lines << lineOf(row, desk);
        }
        found(lines);
    };
    question.lookUp->meaning = [&file, rows](int hit) {
        return mergingText(file.view().row, rows->at(static_cast<std::size_t>(hit)));
    };
    question.record = [&file, rows](const Answer& answer) {
        if (answer.hit < 0) {
            return Tr::tr("Choose the request that goes on, or leave with Esc.");
        }
        file.mergeInto(rows->at(static_cast<std::size_t>(answer.hit)).id);
        return QString();
    };
    return question;
}

Question otherResident(CaseFile& file, const workflow::Desk& desk)
{
    const auto residents = std::make_shared<std::vector<clinical::ResidentView>>();
    Question question;
    question.title = Tr::tr("The request is not about %1 but about …").arg(nameOf(file.view().row));
    question.lookUp.emplace();
    question.lookUp->caption = Tr::tr("Resident");
    question.lookUp->placeholder = Tr::tr("ddmmyyyy and three letters, or a name");
    question.lookUp->ask = askForResidents(file, desk, residents);
    question.lookUp->meaning = [&file, residents](int hit) {
        return movingText(residents->at(static_cast<std::size_t>(hit)), file);
    };
    question.record = [&file, residents](const Answer& answer) {
        if (answer.hit < 0) {
            return Tr::tr(
                "Choose the resident who was meant. Somebody new is recorded with a call (F2) first.");
        }
        file.correctRequest(RequestField::Resident, residents->at(static_cast<std::size_t>(answer.hit)).id);
        return QString();
    };
    return question;
}

Question otherHome(CaseFile& file)
{
    const auto homes = std::make_shared<std::vector<clinical::HomeView>>();
    Question question;
    question.title = Tr::tr("The call came not from %1 but from …").arg(text(file.view().row.homeName));
    question.lookUp.emplace();
    question.lookUp->caption = Tr::tr("Home");
    question.lookUp->placeholder = Tr::tr("first three letters of the home or the town");
    question.lookUp->ask = askForHomes(file, homes);
    question.lookUp->meaning = [](int) {
        return Tr::tr("From now on this request counts as called from there: its travel time, its on-call "
                      "number and its equipment are shown. Enter corrects.");
    };
    question.record = [&file, homes](const Answer& answer) {
        if (answer.hit < 0) {
            return Tr::tr("Choose the home that called. A new one is recorded with a call (F2) first.");
        }
        file.correctRequest(RequestField::Home, homes->at(static_cast<std::size_t>(answer.hit)).id);
        return QString();
    };
    return question;
}

} // namespace chevet::screens::questions
