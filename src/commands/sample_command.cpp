// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet sample and chevet init: a new vault, invented or empty.
#include "commands/built_in_rules.h"
#include "commands/interruption.h"
#include "commands/nearest_name.h"
#include "commands/say.h"
#include "commands/vault_access.h"
#include "workflow/sample_team.h"
#include "workflow/sentences.h"
#include "workflow/vault_door.h"

#include <array>
#include <limits>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace chevet::commands {
namespace {

constexpr std::array sampleOptions{Option{"vault"}, Option{"events"}, Option{"seed"}};

constexpr auto sampleHelp =
    QT_TRANSLATE_NOOP("Commands", R"(Usage: chevet sample --vault DIR [--events N] [--seed S]

Makes a sample team in DIR: invented homes, residents and colleagues, four weeks of requests and a queue for today.
It is marked as a sample for good and can't become a real team. Its passphrase is printed; it is no secret, and the
other commands know it.

  --vault DIR  a folder that does not exist yet, or is empty
  --events N   about so many journal entries, up to 1000000, with more homes, residents and history to match; the
               open queue stays small (usual: what four weeks of eight homes give)
  --seed S     the same seed on the same day gives the same team (usual: 1)

Ends with 0 done, 2 bad input, 3 the vault can't be made.
)");

constexpr std::array initOptions{Option{"vault"}, Option{"team"}, Option{"member"}, Option{"role"}};

constexpr auto initHelp = QT_TRANSLATE_NOOP(
    "Commands", R"(Usage: chevet init --vault DIR [--team NAME] [--member NAME] [--role ROLE]

Founds a team in DIR, with you as its first member. The passphrase is asked for twice on the terminal, or taken from
CHEVET_PASSPHRASE: 12 characters of four kinds, 14 of three, or seven words. Nobody can open the vault without it.

  --vault DIR    a folder that does not exist yet, or is empty
  --team NAME    the team's name (usual: Team)
  --member NAME  your name (usual: your name on this computer)
  --role ROLE    nurse, physician, psychologist, social_worker or coordinator (usual: nurse)

Ends with 0 done, 2 bad input, 3 the vault can't be made.
)");

int runSample(const Arguments& arguments)
{
    const auto folder = vaultFolder(arguments, "sample");
    if (!folder) {
        return folder.error();
    }
    const auto events = number(arguments, "events", 0, 1, workflow::largestSample);
    const auto seed = number(arguments, "seed", 1, 0, std::numeric_limits<std::int64_t>::max());
    if (!events || !seed || !arguments.positional().isEmpty()) {
        return complaint(BadInput, !events ? events.error()
                                   : !seed ? seed.error()
                                           : say(QT_TRANSLATE_NOOP(
                                                 "Commands", "sample: takes nothing beside its options")));
    }
    const SystemClock clock;
    workflow::SampleParameters parameters;
    parameters.events = *events;
    parameters.seed = static_cast<std::uint64_t>(*seed);
    parameters.now = clock.now();
    parameters.offsetMinutes = clock.offsetMinutes(parameters.now);
    parameters.rulesText = builtInRules();
    parameters.shallStop = &Interruption::isAsked;
    const Interruption interruption; // ends the program once everything is taken away again
    const bool isWatched = ::isatty(STDERR_FILENO) == 1;
    const auto made = workflow::makeSampleTeam(*folder, parameters, [&](int percent) {
        if (isWatched) {
            std::fprintf(stderr, percent < 100 ? "\r%d %%" : "\r     \r", percent);
        }
    });
    if (!made) {
        return vaultComplaint(*folder, made.error());
    }
    const auto passphrase = workflow::samplePassphrase();
    print(say(QT_TRANSLATE_NOOP("Commands",
                                "A sample team is in %1\nPassphrase: %2\nOpen it: chevet --vault %1\n"))
              .arg(QString::fromStdString(folder->string()),
                   QString::fromUtf8(passphrase.data(), static_cast<qsizetype>(passphrase.size()))));
    return Done;
}

tl::expected<clinical::Role, QString> roleOf(const QString& typed)
{
    const auto name = typed.toStdString();
    if (const auto role = clinical::fromName<clinical::Role>(name)) {
        return *role;
    }
    std::vector<std::string_view> known;
    QStringList all;
    for (const auto& [role, roleName] : clinical::Words<clinical::Role>::all) {
        known.push_back(roleName);
        all.push_back(QString::fromLatin1(roleName.data(), static_cast<qsizetype>(roleName.size())));
    }
    auto sentence = say(QT_TRANSLATE_NOOP("Commands", "--role: “%1” is none of %2"))
                        .arg(printable(typed), all.join(QStringLiteral(", ")));
    if (const auto nearest = nearestName(name, known); !nearest.empty()) {
        sentence +=
            say(QT_TRANSLATE_NOOP("Commands", "; did you mean “%1”?")).arg(QString::fromStdString(nearest));
    }
    return tl::unexpected(sentence);
}

QString usualMember()
{
    const auto login = qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
    return login.isEmpty() ? say(QT_TRANSLATE_NOOP("Commands", "Nurse")) : login;
}

int runInit(const Arguments& arguments)
{
    const auto folder = vaultFolder(arguments, "init");
    if (!folder) {
        return folder.error();
    }
    if (!arguments.positional().isEmpty()) {
        return complaint(BadInput,
                         say(QT_TRANSLATE_NOOP("Commands", "init: takes nothing beside its options")));
    }
    workflow::FoundingForm form;
    if (arguments.has("role")) {
        const auto role = roleOf(arguments.value("role"));
        if (!role) {
            return complaint(BadInput, role.error());
        }
        form.role = *role;
    }
    form.teamName =
        arguments.has("team") ? arguments.value("team") : say(QT_TRANSLATE_NOOP("Commands", "Team"));
    form.memberName = arguments.has("member") ? arguments.value("member") : usualMember();
    if (workflow::VaultDoor::lookAt(*folder) !=
        workflow::VaultKind::None) { // before a passphrase is typed in vain
        return vaultComplaint(*folder, {ErrorCode::VaultExists, "vault", 0});
    }
    const auto passphrase = newPassphrase();
    if (!passphrase) {
        return passphrase.error();
    }
    form.passphrase = passphrase->once;
    form.passphraseAgain = passphrase->again;
    if (const auto problem = workflow::VaultDoor::problemWith(form)) {
        return complaint(BadInput, QStringLiteral("init: ") + problem->sentence.whole());
    }
    const SystemClock clock;
    SystemIds ids;
    const Interruption interruption; // a founding that has begun is finished
    if (const auto founded = workflow::foundTeam(*folder, form, clock, ids); !founded) {
        return vaultComplaint(*folder, founded.error());
    }
    print(say(QT_TRANSLATE_NOOP("Commands", "The team “%1” is founded in %2\n"))
              .arg(form.teamName, QString::fromStdString(folder->string())));
    return Done;
}

} // namespace

const Command& sampleCommand()
{
    static constexpr Command command{"sample",
                                     QT_TRANSLATE_NOOP("Commands", "makes a sample team to try Chevet with"),
                                     sampleHelp, sampleOptions, runSample};
    return command;
}

const Command& initCommand()
{
    static constexpr Command command{"init", QT_TRANSLATE_NOOP("Commands", "founds a team"), initHelp,
                                     initOptions, runInit};
    return command;
}

} // namespace chevet::commands
