// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet study: how often proposals were accepted, with and without each influencing factor.
#include "commands/command.h"
#include "commands/say.h"
#include "commands/strict_json.h"
#include "commands/study_report.h"
#include "commands/vault_access.h"
#include "reporting/study.h"
#include "workflow/owner_file.h"

#include <QFileInfo>

#include <array>

namespace chevet::commands {
namespace {

constexpr std::array options{Option{"vault"}, Option{"from"}, Option{"to"},
                             Option{"json", Option::Takes::Nothing}, Option{"csv"}};

constexpr auto help = QT_TRANSLATE_NOOP(
    "Commands", R"(Usage: chevet study --vault DIR [--from DATE] [--to DATE] [--json] [--csv FILE]

Counts how often proposals were accepted and overridden, with and without each influencing factor, by motive and by
home; the time to the first answer, transfers, and the share of in-person answers beside the remote ones. Nothing is
counted by person. docs/STUDY.md has the method and what it can't show.

  --vault DIR  the folder of the vault
  --from DATE  only calls from this day on, as 2026-11-21
  --to DATE    only calls up to this day
  --json       as JSON
  --csv FILE   writes the decisions without identities to FILE, which must not be there yet; what fewer than five
               requests have in common is left out, and counted

Ends with 0 done, 1 there is nothing to count, 2 bad input, 3 the vault can't be used.
)");

tl::expected<std::optional<Date>, QString> dateFrom(const Arguments& arguments, const char* option)
{
    if (!arguments.has(option)) {
        return std::optional<Date>();
    }
    const auto typed = arguments.value(option);
    const auto date = Date::fromIso(typed.toStdString());
    if (!date || !date->isValid()) {
        return tl::unexpected(
            say(QT_TRANSLATE_NOOP("Commands", "study: --%1: “%2” is no day such as 2026-11-21"))
                .arg(QLatin1String(option), printable(typed)));
    }
    return date;
}

tl::expected<reporting::Period, QString> periodFrom(const Arguments& arguments)
{
    const auto from = dateFrom(arguments, "from");
    const auto to = dateFrom(arguments, "to");
    if (!from || !to) {
        return tl::unexpected(from ? to.error() : from.error());
    }
    if (*from && *to && **to < **from) {
        return tl::unexpected(say(QT_TRANSLATE_NOOP("Commands", "study: --from lies after --to")));
    }
    return reporting::Period{*from, *to};
}

int exportTo(const QString& path, const reporting::StudyCounter& counter)
{
    const auto exported = counter.forExport().written();
    if (!workflow::writeForOwner(path, exported.csv)) {
        return complaint(
            BadInput, say(QT_TRANSLATE_NOOP("Commands", "study: %1 can't be written")).arg(printable(path)));
    }
    remark(say(QT_TRANSLATE_NOOP("Commands",
                                 "%1: %2 decisions; left out, since fewer than five requests were alike: %3 "
                                 "decisions of %4 requests"))
               .arg(printable(path))
               .arg(exported.rows)
               .arg(exported.suppressedRows)
               .arg(exported.suppressedRequests));
    return Done;
}

int run(const Arguments& arguments)
{
    if (!arguments.positional().isEmpty()) {
        return complaint(BadInput, say(QT_TRANSLATE_NOOP("Commands", "%1: takes nothing beside its options"))
                                       .arg(QStringLiteral("study")));
    }
    const auto period = periodFrom(arguments);
    if (!period) {
        return complaint(BadInput, period.error());
    }
    const auto csv = arguments.value("csv");
    if (arguments.has("csv") && (csv.isEmpty() || QFileInfo::exists(csv))) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands", "study: --csv: “%1” is there already, or no file name"))
                .arg(printable(csv)));
    }
    const SystemClock clock;
    const auto room = openRoom(arguments, "study", clock);
    if (!room) {
        return room.error();
    }
    const auto counter = (*room)->study(*period);
    const auto study = counter.study();
    if (study.requests == 0) {
        return complaint(AnswerIsNo,
                         say(QT_TRANSLATE_NOOP("Commands", "study: there is no request in this period")));
    }
    const auto nameOfHome = [&room](const HomeId& id) { return (*room)->homeName(id); };
    if (arguments.has("json")) {
        print(written(studyToJson(study, nameOfHome), 2) + "\n");
    } else {
        printStudy(study, nameOfHome);
    }
    return arguments.has("csv") ? exportTo(csv, counter) : static_cast<int>(Done);
}

} // namespace

const Command& studyCommand()
{
    static constexpr Command command{
        "study", QT_TRANSLATE_NOOP("Commands", "counts what became of the proposals"), help, options, run};
    return command;
}

} // namespace chevet::commands
