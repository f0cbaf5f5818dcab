// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/case_questions.h"

#include "screens/words.h"
#include "workflow/case_file.h"
#include "workflow/desk.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace chevet::screens::questions {

using clinical::AttemptOutcome;
using clinical::HospitalWish;
using clinical::Modality;
using clinical::ModeChangeReason;
using clinical::Owed;
using clinical::TransferOutcome;
using workflow::CaseFile;
using Question = AskPanel::Question;
using Answer = AskPanel::Answer;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(chevet::screens::questions)
};

/// Digits, and a letter of each label where one is left.
QList<ChipLine::Choice> numbered(const QStringList& labels)
{
    const QStringList letters = mnemonics(labels);
    QList<ChipLine::Choice> choices;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        choices.append({QString::number((i + 1) % 10) + letters[i], labels[i]});
    }
    return choices;
}

template<class E> std::vector<E> valuesOf()
{
    std::vector<E> values;
    values.reserve(clinical::Words<E>::all.size());
    for (const auto& [value, name] : clinical::Words<E>::all) {
        values.push_back(value);
    }
    return values;
}

template<class E> QStringList wordsOf(const std::vector<E>& values)
{
    QStringList words;
    for (const auto value : values) {
        words << workflow::word(value);
    }
    return words;
}

template<class E> E at(const std::vector<E>& values, int index)
{
    return values.at(static_cast<std::size_t>(index));
}

QString pick()
{
    return Tr::tr("One of the keys above is missing.");
}

/// The start of an hour of the local day `days` after today.
Instant hourOfDay(const workflow::Desk& desk, int days, int hour)
{
    const qint64 offset = qint64(desk.clock().offsetMinutes(desk.now())) * 60'000;
    const qint64 local = desk.now().millis + offset;
    const qint64 midnight = local - ((local % 86'400'000) + 86'400'000) % 86'400'000;
    return {midnight + (qint64(days) * 24 + hour) * 3'600'000 - offset};
}

/// A screening may end in "no visit needed", which is then asked.
bool isScreening(const CaseFile& file)
{
    const auto& reasoned = file.view().reasoned;
    return file.owed().has(Owed::Retriage) ||
           (reasoned && reasoned->recommendation.purpose == clinical::Purpose::Screening);
}

} // namespace

Question note(CaseFile& file, workflow::NoteArea area)
{
    const bool psychosocial = area == workflow::NoteArea::Psychosocial;
    Question question;
    question.title = psychosocial ? Tr::tr("Psychosocial note: read by psychologists and social workers")
                                  : Tr::tr("Clinical note");
    question.hasText = true;
    question.record = [&file, area](const Answer& answer) {
        if (answer.text.isEmpty()) {
            return Tr::tr("The note is empty: type it, or leave with Esc.");
        }
        file.addNote(area, answer.text);
        return QString();
    };
    return question;
}

Question attempt(CaseFile& file, const workflow::Desk& desk)
{
    static constexpr std::array minutes{15, 30, 60, 120};
    const auto outcomes = valuesOf<AttemptOutcome>();
    Question question;
    question.title = Tr::tr("Tried to reach the home");
    question.chips = {
        {Tr::tr("What came of it?"), numbered(wordsOf(outcomes))},
        {Tr::tr("Call back"), numbered({Tr::tr("in 15 min"), Tr::tr("in 30 min"), Tr::tr("in 1 h"),
                                        Tr::tr("in 2 h"), Tr::tr("not needed")})}};
    question.record = [&file, &desk, outcomes](const Answer& answer) {
        if (answer.chips[0] < 0) {
            return pick();
        }
        const auto outcome = at(outcomes, answer.chips[0]);
        const auto window = static_cast<std::size_t>(std::max(answer.chips[1], 0));
        if (answer.chips[1] < 0 || window >= minutes.size()) {
            file.recordAttempt(outcome);
        } else {
            const auto from = desk.now() + std::chrono::minutes(minutes.at(window));
            file.recordAttempt(outcome, from, from + std::chrono::minutes(30));
        }
        return QString();
    };
    return question;
}

Question defer(CaseFile& file, const workflow::Desk& desk)
{
    Question question;
    question.title = Tr::tr("Put off");
    question.chips = {{Tr::tr("Until when?"),
                       numbered({Tr::tr("in 2 hours"), Tr::tr("today 17:00"), Tr::tr("tomorrow 9:00"),
                                 Tr::tr("in three days, 9:00"), Tr::tr("in a week, 9:00")})}};
    question.lines = {{Tr::tr("Why? The whole team reads this: no clinical words."), {}}};
    question.record = [&file, &desk](const Answer& answer) {
        if (answer.chips[0] < 0) {
            return pick();
        }
        if (answer.lines[0].isEmpty()) {
            return Tr::tr("A reason is missing: a few words are enough.");
        }
        const std::array until{desk.now() + std::chrono::hours(2), hourOfDay(desk, 0, 17),
                               hourOfDay(desk, 1, 9), hourOfDay(desk, 3, 9), hourOfDay(desk, 7, 9)};
        const auto chosen = until.at(static_cast<std::size_t>(answer.chips[0]));
        if (chosen <= desk.now()) {
            return Tr::tr("That time has passed: choose a later one.");
        }
        file.defer(chosen, answer.lines[0]);
        return QString();
    };
    return question;
}

Question assign(CaseFile& file, const workflow::Desk& desk)
{
    const auto members = desk.members();
    QStringList labels;
    for (const auto& member : members) {
        labels << Tr::tr("%1, %2").arg(QString::fromStdString(member.name), workflow::word(member.role));
    }
    labels << Tr::tr("nobody");
    Question question;
    question.title = Tr::tr("Who takes it?");
    question.chips = {{QString(), numbered(labels)}};
    question.record = [&file, members](const Answer& answer) {
        if (answer.chips[0] < 0) {
            return pick();
        }
        const auto index = static_cast<std::size_t>(answer.chips[0]);
        file.assign(index < members.size() ? std::optional(members[index].id) : std::nullopt);
        return QString();
    };
    return question;
}

Question settle(CaseFile& file)
{
    std::vector<Owed> steps;
    for (const auto step : valuesOf<Owed>()) {
        if (file.owed().has(step)) {
            steps.push_back(step);
        }
    }
    Question question;
    question.title =
        steps.empty() ? Tr::tr("Nothing is owed in this case") : Tr::tr("Which step has been done?");
    question.chips = {{QString(), numbered(wordsOf(steps))}};
    question.record = [&file, steps](const Answer& answer) {
        if (answer.chips[0] >= 0) {
            file.settle(at(steps, answer.chips[0]));
        }
        return answer.chips[0] < 0 && !steps.empty() ? pick() : QString();
    };
    return question;
}

Question changeMode(CaseFile& file)
{
    const auto& row = file.view().row;
    auto ways = valuesOf<Modality>();
    std::erase(ways, row.mode.value_or(row.decided.value_or(Modality::InPersonVisit)));
    const auto reasons = valuesOf<ModeChangeReason>();
    Question question;
    question.title = Tr::tr("The answer goes on otherwise");
    question.chips = {{Tr::tr("How?"), numbered(wordsOf(ways))},
                      {Tr::tr("Why?"), numbered(wordsOf(reasons))}};
    question.record = [&file, ways, reasons](const Answer& answer) {
        if (answer.chips[0] < 0 || answer.chips[1] < 0) {
            return pick();
        }
        file.changeMode(at(ways, answer.chips[0]), at(reasons, answer.chips[1]));
        return QString();
    };
    return question;
}

Question close(CaseFile& file)
{
    const auto outcomes = valuesOf<TransferOutcome>();
    QStringList owed;
    for (const auto step : valuesOf<Owed>()) {
        if (file.owed().has(step)) {
            owed << workflow::word(step);
        }
    }
    const bool owes = !owed.isEmpty();
    Question question;
    question.title = Tr::tr("Close the case");
    question.chips = {{Tr::tr("Transfer to hospital"), numbered(wordsOf(outcomes)), 0}};
    const bool screened = isScreening(file);
    if (screened) {
        question.chips.push_back({Tr::tr("What the screening has shown"),
                                  numbered({Tr::tr("no visit is needed"), Tr::tr("something else")}), 1});
    }
    question.lines = {{owes ? Tr::tr("Still owed: %1. Why does it close without? The whole team reads this.")
                                  .arg(owed.join(QStringLiteral(", ")))
                            : Tr::tr("A word on how it ended, if you like. The whole team reads this."),
                       {}}};
    question.record = [&file, outcomes, owes, screened](const Answer& answer) {
        const bool noVisit = screened && answer.chips[1] == 0;
        if (noVisit && answer.lines[0].isEmpty()) {
            return Tr::tr("Say in a few words why no visit is needed.");
        }
        if (owes && answer.lines[0].isEmpty()) {
            return Tr::tr(
                "A step is still owed: say why the case closes without it, or settle it first (S).");
        }
        file.close(answer.lines[0], at(outcomes, std::max(answer.chips[0], 0)), noVisit);
        return QString();
    };
    return question;
}

Question reopen(CaseFile& file)
{
    Question question;
    question.title = Tr::tr("Open the case again");
    question.lines = {{Tr::tr("Why? The whole team reads this."), {}}};
    question.record = [&file](const Answer& answer) {
        if (answer.lines[0].isEmpty()) {
            return Tr::tr("A reason is missing: a few words are enough.");
        }
        file.reopen(answer.lines[0]);
        return QString();
    };
    return question;
}

Question wishes(CaseFile& file)
{
    const auto values = valuesOf<HospitalWish>();
    const auto known = file.view().wishes.value_or(clinical::WishesRecorded{});
    const auto chosen = std::find(values.begin(), values.end(), known.hospital) - values.begin();
    Question question;
    question.title = Tr::tr("Wishes of the resident");
    question.chips = {{Tr::tr("Hospital"), numbered(wordsOf(values)), static_cast<int>(chosen)}};
    question.lines = {{Tr::tr("Own choice: own words, directives, trusted person"),
                       QString::fromStdString(known.ownChoice)},
                      {Tr::tr("Prescribed in advance and at hand"),
                       QString::fromStdString(known.anticipatoryPrescriptions)}};
    question.record = [&file, values](const Answer& answer) {
        clinical::WishesRecorded recorded;
        recorded.resident = file.view().row.resident;
        recorded.hospital = at(values, std::max(answer.chips[0], 0));
        recorded.ownChoice = answer.lines[0].toStdString();
        recorded.anticipatoryPrescriptions = answer.lines[1].toStdString();
        file.recordWishes(recorded);
        return QString();
    };
    return question;
}

Question withdraw(CaseFile& file, const clinical::TimelineEntry& entry)
{
    Question question;
    question.title = Tr::tr("Withdraw: %1").arg(workflow::entryTitle(entry, file.words()));
    question.lines = {{Tr::tr("Why? The entry stays readable, struck through."), {}}};
    question.record = [&file, id = entry.id](const Answer& answer) {
        if (answer.lines[0].isEmpty()) {
            return Tr::tr("A reason is missing: a few words are enough.");
        }
        file.withdraw(id, answer.lines[0]);
        return QString();
    };
    return question;
}

} // namespace chevet::screens::questions
