// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/replay.h"

#include "commands/built_in_rules.h"
#include "commands/facts_json.h"
#include "commands/recommendation_json.h"
#include "commands/rules_text.h"
#include "commands/say.h"
#include "commands/vault_access.h"
#include "triage/adopted_text.h"
#include "triage/recommend.h"
#include "workflow/rule_hash.h"
#include "workflow/sentences.h"

namespace chevet::commands {
namespace {

using nlohmann::ordered_json;
using PastDecision = workflow::ReadingRoom::PastDecision;

int decisionComplaint(const QString& typed, const Error& error)
{
    const auto id = printable(typed);
    if (error.code == ErrorCode::NotFound && error.place == "rules") {
        return complaint(
            AnswerIsNo,
            say(QT_TRANSLATE_NOOP("Commands", "the rules of decision %1 are not in this vault: it can't "
                                              "be answered again"))
                .arg(id));
    }
    if (error.code == ErrorCode::NotFound) {
        return complaint(AnswerIsNo, say(QT_TRANSLATE_NOOP("Commands", "no entry has the id %1")).arg(id));
    }
    if (error.code == ErrorCode::BadInput) {
        return complaint(
            BadInput,
            say(QT_TRANSLATE_NOOP("Commands",
                                  "“%1” is no decision: the 32 hexadecimal digits of a "
                                  "triage.reasoned entry are needed, as chevet case --json shows them"))
                .arg(id));
    }
    return complaint(VaultUnusable, workflow::sentenceFor(error).whole());
}

/// The parts of the answer that are not the same, by their names.
ordered_json differences(const ordered_json& recorded, const ordered_json& replayed)
{
    auto names = ordered_json::array();
    for (const auto& [name, value] : recorded.items()) {
        if (!replayed.contains(name) || replayed[name] != value) {
            names.push_back(name);
        }
    }
    return names;
}

int compare(const QString& typed, const PastDecision& past)
{
    if (workflow::hashOfRules(past.rules.text) != past.rules.hash) {
        return complaint(AnswerIsNo,
                         say(QT_TRANSLATE_NOOP("Commands", "the rules that the vault keeps under the "
                                                           "hash of decision %1 are other ones"))
                             .arg(printable(typed)));
    }
    const auto text = triage::readAdoptedText(past.rules.text);
    const auto rules = parsed({QStringLiteral("rules.adopted"), text.rules, text.overlays});
    if (!rules) {
        return complaint(AnswerIsNo,
                         QStringLiteral("rules.adopted: ") + QString::fromStdString(rules.error().place));
    }
    const auto recorded = recommendationToJson(past.reasoned.recommendation);
    const auto replayed = recommendationToJson(triage::recommend(*rules, past.reasoned.facts));
    const auto differing = differences(recorded, replayed);
    ordered_json document;
    document["entry"] = typed.toStdString();
    document["same"] = differing.empty();
    document["differs"] = differing;
    document["evaluator"] = {{"recorded", past.reasoned.evaluator}, {"now", triage::evaluatorVersion}};
    document["facts"] = factsToJson(past.reasoned.facts);
    document["recorded"] = recorded;
    document["replayed"] = replayed;
    print(written(document, 2) + "\n");
    return differing.empty() ? Done : AnswerIsNo;
}

} // namespace

int replayDecision(const Arguments& arguments)
{
    for (const auto* other : {"rules", "overlay", "lines"}) {
        if (arguments.has(other)) {
            return complaint(BadInput,
                             say(QT_TRANSLATE_NOOP("Commands", "triage: --replay does not go with --%1"))
                                 .arg(QLatin1String(other)));
        }
    }
    if (!arguments.positional().isEmpty()) {
        return complaint(BadInput,
                         say(QT_TRANSLATE_NOOP("Commands", "triage: --replay takes its facts from the "
                                                           "vault, not from a file")));
    }
    const SystemClock clock;
    const auto room = openRoom(arguments, "triage --replay", clock);
    if (!room) {
        return room.error();
    }
    const auto typed = arguments.value("replay");
    const auto past = (*room)->pastDecision(typed.toStdString());
    return past ? compare(typed, *past) : decisionComplaint(typed, past.error());
}

} // namespace chevet::commands
