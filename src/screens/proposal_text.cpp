// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/proposal_text.h"

#include "screens/words.h"
#include "workflow/intake.h"
#include "workflow/passages.h"
#include "workflow/sentences.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <map>

namespace chevet::screens {

using clinical::Fact;

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(chevet::screens::ProposalText)

public:
    static QString verdictLine(const clinical::ModalityAdvice& advice)
    {
        return QStringLiteral("<b>%1</b> – %2")
            .arg(workflow::word(advice.modality).toHtmlEscaped(),
                 workflow::word(advice.verdict).toHtmlEscaped());
    }

    static QString paragraph(const QString& caption, const QString& words)
    {
        return words.isEmpty() ? QString()
                               : QStringLiteral("<p style='margin:0 0 6px 0'><b>%1</b> %2</p>")
                                     .arg(caption, words.toHtmlEscaped());
    }

    template<class E> static QString list(const clinical::SetOf<E>& set)
    {
        QStringList words;
        for (const auto& [value, name] : clinical::Words<E>::all) {
            if (set.has(value)) {
                words << workflow::word(value);
            }
        }
        return words.join(QStringLiteral("; "));
    }

    static QString changes(const clinical::Recommendation& recommendation)
    {
        // Values of one fact that lead to the same answer stand together: "pain scale 7, 8, 9: visit".
        std::map<std::pair<Fact, clinical::Modality>, QStringList> groups;
        std::vector<std::pair<Fact, clinical::Modality>> order;
        for (const auto& change : recommendation.wouldChange) {
            const auto key = std::make_pair(change.fact, change.first);
            auto& values = groups[key];
            if (values.isEmpty()) {
                order.push_back(key);
            }
            const QString value =
                change.fact == Fact::Objective ? tr("given") : workflow::valueText(change.fact, change.value);
            if (values.size() < 3) {
                values << value;
            } else if (values.size() == 3) {
                values << QStringLiteral("…");
            }
        }
        QStringList lines;
        for (const auto& key : order) {
            lines << tr("%3, if “%1” were: %2")
                         .arg(workflow::word(key.first), groups[key].join(QStringLiteral(", ")),
                              shortWord(key.second));
        }
        return lines.isEmpty() ? QString() : lines.join(QStringLiteral("; ")) + QLatin1Char('.');
    }

    static QString assumed(const clinical::Recommendation& recommendation)
    {
        QStringList lines;
        for (const auto& assumption : recommendation.assumed) {
            lines << tr("%1: %2").arg(workflow::word(assumption.fact),
                                      workflow::valueText(assumption.fact, assumption.as));
        }
        return lines.join(QStringLiteral("; "));
    }

    static QString notKnown(const clinical::Recommendation& recommendation)
    {
        QStringList names;
        for (const auto& rule : recommendation.silentRules) {
            for (const auto fact : rule.missing) {
                if (const QString name = workflow::word(fact); !names.contains(name)) {
                    names << name;
                }
            }
        }
        return names.isEmpty()
                   ? QString()
                   : tr("Nobody has said yet: %1. It could matter.").arg(names.join(QStringLiteral(", ")));
    }

    static QString further(const clinical::Recommendation& recommendation)
    {
        QStringList reasons;
        for (const auto& reason : recommendation.furtherReasons) {
            if (const QString words = workflow::text(reason.text); !reasons.contains(words)) {
                reasons << words;
            }
        }
        return paragraph(tr("Before it starts:"), list(recommendation.conditions)) +
               paragraph(tr("Before the case may close:"), list(recommendation.owed)) +
               paragraph(tr("Because:"), reasons.join(QLatin1Char(' '))) +
               paragraph(tr("Consider too:"), list(recommendation.alsoConsider)) +
               paragraph(tr("What would change it:"), changes(recommendation)) +
               paragraph(tr("Assumed:"), assumed(recommendation)) +
               paragraph(tr("What we don’t know:"), notKnown(recommendation));
    }

    static QString urgent(const std::optional<clinical::WishesRecorded>& wishes,
                          const std::optional<clinical::Resident>& resident,
                          const std::optional<clinical::Home>& home)
    {
        const auto plain = [](const std::string& words) { return QString::fromStdString(words); };
        QString html;
        if (wishes) {
            html += paragraph(tr("Hospital:"), workflow::word(wishes->hospital));
            html += paragraph(tr("Own choice:"), plain(wishes->ownChoice));
            html += paragraph(tr("Prescribed in advance:"), plain(wishes->anticipatoryPrescriptions));
        } else {
            html +=
                paragraph(tr("Wishes:"), tr("none recorded – ask what the resident wants about hospital"));
        }
        QStringList others;
        if (resident && !resident->treatingPhysician.empty()) {
            others << tr("treating physician %1").arg(plain(resident->treatingPhysician));
        }
        if (home && !home->onCall.empty()) {
            others << tr("on call %1").arg(plain(home->onCall));
        }
        if (resident && !resident->hospitalAtHome.empty()) {
            others << tr("hospital at home %1").arg(plain(resident->hospitalAtHome));
        }
        others << tr("Samu: 15");
        return html + paragraph(tr("Who else can come:"), others.join(QStringLiteral("; ")));
    }
};

} // namespace

QStringList reasonsFor(const clinical::ModalityAdvice& advice)
{
    // What explains the verdict: an exclusion is not explained by what would have spoken for it.
    using clinical::Verdict;
    const bool against = advice.verdict == Verdict::Excluded || advice.verdict == Verdict::Discouraged;
    const auto speaks = [&](const clinical::Reason& reason) {
        const bool opposes = reason.effect.find("exclude") != std::string::npos ||
                             reason.effect.find("against") != std::string::npos ||
                             reason.effect.find("never") != std::string::npos;
        const bool excludes = reason.effect.find("exclude") != std::string::npos;
        return advice.verdict == Verdict::Excluded ? excludes : against == opposes;
    };
    QStringList chosen;
    QStringList all;
    for (const auto& reason : advice.reasons) {
        all << workflow::text(reason.text);
        if (speaks(reason)) {
            chosen << all.back();
        }
    }
    chosen.removeDuplicates();
    all.removeDuplicates();
    return chosen.isEmpty() ? all : chosen;
}

QString modalityHtml(const clinical::ModalityAdvice& advice, const Colours& colours, WithKey withKey)
{
    QString html = withKey == WithKey::Yes ? QStringLiteral("<span style='color:%1'>%2</span>&nbsp; ")
                                                 .arg(colours.accent.name(), keyOf(advice.modality))
                                           : QString();
    html += Text::verdictLine(advice);
    for (const auto& reason : reasonsFor(advice)) {
        html += QStringLiteral("<br/><span style='color:%1'>%2</span>")
                    .arg(colours.quiet.name(), reason.toHtmlEscaped());
    }
    return html;
}

QString gradientHtml(const clinical::Recommendation& recommendation, const Colours& colours)
{
    QString cells;
    for (const auto& [modality, name] : clinical::Words<clinical::Modality>::all) { // the most present first
        const auto* const advice =
            std::find_if(recommendation.modalities.begin(), recommendation.modalities.end(),
                         [&](const auto& about) { return about.modality == modality; });
        const bool isFirst = advice->verdict == clinical::Verdict::Recommended;
        const bool isOut = advice->verdict == clinical::Verdict::Excluded;
        const auto style =
            isFirst ? QStringLiteral("font-weight:bold;color:%1").arg(colours.accent.name())
            : isOut ? QStringLiteral("color:%1;text-decoration:line-through").arg(colours.quiet.name())
                    : QStringLiteral("color:%1").arg(colours.ink.name());
        cells += QStringLiteral("<td width='25%' align='center'><span style='%1'>%2</span><br/>"
                                "<span style='color:%3'>%4</span></td>")
                     .arg(style, shortWord(modality).toHtmlEscaped(),
                          (isFirst ? colours.accent : colours.quiet).name(),
                          workflow::word(advice->verdict).toHtmlEscaped());
    }
    return QStringLiteral("<table width='100%' cellspacing='0' cellpadding='2'><tr>"
                          "<td colspan='2' align='left' style='color:%1'>%2</td>"
                          "<td colspan='2' align='right' style='color:%1'>%3</td></tr><tr>%4</tr></table>")
        .arg(colours.quiet.name(), Text::tr("← in person").toHtmlEscaped(),
             Text::tr("from afar →").toHtmlEscaped(), cells);
}

QString furtherHtml(const clinical::Recommendation& recommendation)
{
    return Text::further(recommendation);
}

QString passagesHtml(const QString& source, const Colours& colours)
{
    QString html;
    for (const auto& passage : workflow::passagesOf(source)) {
        const auto words = passage.text.isEmpty() ? Text::tr("(not at hand in this version)") : passage.text;
        html +=
            QStringLiteral("<p style='margin:0 0 8px 16px'>%1<br/><span style='color:%2'>%3 · %4</span></p>")
                .arg(words.toHtmlEscaped(), colours.quiet.name(), passage.place.toHtmlEscaped(),
                     passage.work.toHtmlEscaped());
    }
    return html.isEmpty() ? QStringLiteral("<p style='margin:0 0 8px 16px'>%1</p>")
                                .arg(Text::tr("The team’s own experience.").toHtmlEscaped())
                          : html;
}

QString passagesHtml(const clinical::Recommendation& recommendation, const Colours& colours)
{
    QString html;
    QStringList shown;
    const auto add = [&](const clinical::Reason& reason) {
        const auto words = workflow::text(reason.text);
        if (!shown.contains(words)) {
            shown << words;
            html += QStringLiteral("<p style='margin:8px 0 4px 0'><b>%1</b></p>").arg(words.toHtmlEscaped()) +
                    passagesHtml(QString::fromStdString(reason.source), colours);
        }
    };
    for (const auto& advice : recommendation.modalities) {
        std::for_each(advice.reasons.begin(), advice.reasons.end(), add);
    }
    std::for_each(recommendation.furtherReasons.begin(), recommendation.furtherReasons.end(), add);
    return html;
}

QString urgentHtml(const std::optional<clinical::WishesRecorded>& wishes,
                   const std::optional<clinical::Resident>& resident,
                   const std::optional<clinical::Home>& home)
{
    return Text::urgent(wishes, resident, home);
}

QString urgentHtml(const workflow::Intake& intake)
{
    const auto resident = intake.resident();
    const auto home = intake.home();
    return urgentHtml(intake.wishes(), resident ? std::optional(resident->resident) : std::nullopt,
                      home ? std::optional(home->home) : std::nullopt);
}

} // namespace chevet::screens
