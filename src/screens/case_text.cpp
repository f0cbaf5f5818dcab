// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/case_text.h"

#include "screens/proposal_text.h"
#include "screens/words.h"
#include "workflow/sentences.h"

#include <QCoreApplication>
#include <QStringList>

namespace chevet::screens {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(chevet::screens::CaseText)
};

constexpr QStringView separator = u" · ";

QString plain(const std::string& words)
{
    return QString::fromStdString(words);
}

QString quiet(const QString& words, const Colours& colours)
{
    return QStringLiteral("<br/><span style='color:%1'>%2</span>")
        .arg(colours.quiet.name(), words.toHtmlEscaped());
}

QString caption(const QString& words)
{
    return QStringLiteral("<b>%1</b>").arg(words.toHtmlEscaped());
}

} // namespace

QString caseWho(const clinical::CaseView& view, const Date& today)
{
    const auto& resident = view.resident.resident;
    QString who = workflow::residentText(resident.familyName, resident.givenName, resident.provisional);
    if (resident.birthDate) {
        who += QStringLiteral(", ") + workflow::ageText(resident.birthDate, today);
    }
    return who;
}

QString caseWhere(const clinical::CaseView& view)
{
    QStringList parts;
    const auto& resident = view.resident.resident;
    if (resident.birthDate) {
        parts << Tr::tr("born %1").arg(workflow::dateText(*resident.birthDate));
    }
    parts << plain(view.row.homeName);
    if (!resident.room.empty()) {
        parts << Tr::tr("room %1").arg(plain(resident.room));
    }
    if (!view.row.callbackPhone.empty()) {
        parts << Tr::tr("call back %1").arg(plain(view.row.callbackPhone));
    }
    if (!view.resident.contested.empty() || !view.home.contested.empty() || view.row.contested) {
        parts << Tr::tr("two values stand side by side");
    }
    return parts.join(separator);
}

QString decisionHtml(const clinical::CaseView& view, const Colours& colours)
{
    if (!view.row.decided) {
        return caption(Tr::tr("Nobody has decided yet"));
    }
    QString what = shortWord(*view.row.decided);
    if (view.row.meanwhile) {
        what = Tr::tr("now %1, then %2").arg(shortWord(*view.row.meanwhile), what);
    } else if (view.row.then) {
        what = Tr::tr("%1, then %2").arg(what, shortWord(*view.row.then));
    }
    QString html = caption(Tr::tr("Decided: %1").arg(what));
    if (!view.reasoned) {
        return html;
    }
    const auto& reasoned = *view.reasoned;
    if (reasoned.overrideReason != clinical::OverrideReason::None) {
        html += QStringLiteral("<br/>") + Tr::tr("Proposed was: %1. Why otherwise: %2.")
                                              .arg(shortWord(reasoned.recommendation.first),
                                                   reasoned.ownReason.empty()
                                                       ? workflow::word(reasoned.overrideReason)
                                                       : plain(reasoned.ownReason))
                                              .toHtmlEscaped();
        if (!reasoned.words.empty()) {
            html += QStringLiteral(" “%1”").arg(plain(reasoned.words).toHtmlEscaped());
        }
    }
    for (const auto& advice : reasoned.recommendation.modalities) {
        if (advice.modality == reasoned.recommendation.first) {
            for (const auto& reason : reasonsFor(advice)) {
                html += quiet(reason, colours);
            }
        }
    }
    return html;
}

QString factsHtml(const clinical::CaseView& view, const Colours& colours)
{
    if (!view.facts) {
        return {};
    }
    QString html = caption(Tr::tr("Known at the call"));
    for (const auto& description : clinical::allFacts) {
        const auto fact = description.fact;
        if (clinical::isKnown(*view.facts, fact)) {
            html +=
                quiet(Tr::tr("%1: %2").arg(workflow::word(fact),
                                           workflow::valueText(fact, clinical::valueOf(*view.facts, fact))),
                      colours);
        }
    }
    return html;
}

QString owedHtml(const clinical::OwedSet& owed)
{
    QStringList words;
    for (const auto& [step, name] : clinical::Words<clinical::Owed>::all) {
        if (owed.has(step)) {
            words << workflow::word(step);
        }
    }
    return caption(Tr::tr("Still owed (S when done)")) + QStringLiteral("<br/>") +
           words.join(QStringLiteral("; ")).toHtmlEscaped();
}

QString wishesHtml(const clinical::CaseView& view)
{
    return urgentHtml(view.wishes, view.resident.resident, view.home.home);
}

} // namespace chevet::screens
