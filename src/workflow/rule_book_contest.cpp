// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two overlays that were written at once, side by side. Which one holds is the store's word; this only shows
// them and hands a text to the editor, so that what settles it is proved like any other.
#include "workflow/desk.h"
#include "workflow/rule_book.h"
#include "workflow/store/rule_book_self.h"
#include "workflow/store/rule_words.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

namespace {

QString differenceText(const RuleChange& change, int other)
{
    const auto id = fromUtf8(change.id);
    if (change.settingBefore && change.settingAfter) {
        return said(QT_TRANSLATE_NOOP("Sentences", "%1: %2 in text 1, %3 in text %4"))
            .arg(settingText(change.id), QString::number(*change.settingBefore),
                 QString::number(*change.settingAfter), QString::number(other));
    }
    const auto before = change.before ? ruleText(*change.before) : QString();
    const auto after = change.after ? ruleText(*change.after) : QString();
    switch (change.what) {
    case RuleChange::What::Added:
        return said(QT_TRANSLATE_NOOP("Sentences", "only in text %1: rule %2: %3"))
            .arg(QString::number(other), id, after);
    case RuleChange::What::Removed:
        return said(QT_TRANSLATE_NOOP("Sentences", "only in text 1: rule %1: %2")).arg(id, before);
    case RuleChange::What::Changed: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "differs: rule %1: in text 1 %2; in text %3 %4"))
        .arg(id, before, QString::number(other), after);
}

/// Rule by rule; line by line where one of them can't be read.
QStringList differenceOf(const RuleShelf& shelf, const OverlayScope& scope, const OverlaySide& first,
                         const OverlaySide& second, int other)
{
    if (first.text == second.text) {
        return {said(QT_TRANSLATE_NOOP("Sentences", "Text %1 is the same as text 1.")).arg(other)};
    }
    const auto one = shelf.parse(shelf.textsWith(scope, first.text));
    const auto two = shelf.parse(shelf.textsWith(scope, second.text));
    if (!one || !two) {
        return QStringList{
                   said(QT_TRANSLATE_NOOP("Sentences", "One of them can’t be read. Line by line, from "
                                                       "text 1 to text %1:"))
                       .arg(other)} +
               lineDifference(fromUtf8(first.text), fromUtf8(second.text));
    }
    QStringList lines;
    for (const auto& change : changesBetween(one->rules(), two->rules())) {
        lines << differenceText(change, other);
    }
    if (lines.isEmpty()) {
        lines << said(QT_TRANSLATE_NOOP("Sentences",
                                        "Text %1 asks and does the same as text 1; only its words "
                                        "differ."))
                     .arg(other);
    }
    return lines;
}

} // namespace

std::optional<RuleBook::Contest> RuleBook::contest() const
{
    const auto& self = *m_self;
    if (self.room == nullptr || self.desk == nullptr) {
        return std::nullopt;
    }
    const auto& shelf = self.room->shelf();
    const auto found = shelf.overlays().contested.find(self.scope);
    if (found == shelf.overlays().contested.end()) {
        return std::nullopt;
    }
    Contest contest;
    const auto& sides = found->second;
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto number = static_cast<int>(i) + 1;
        const auto& side = sides[i];
        const char* form = side.text.empty() ? QT_TRANSLATE_NOOP("Sentences", "Text %1: taken away by %2, %3")
                                             : QT_TRANSLATE_NOOP("Sentences", "Text %1: %2, %3");
        contest.sides << said(form).arg(QString::number(number), fromUtf8(side.author),
                                        timeText(side.at, self.desk->now(), self.desk->clock()));
        if (i > 0) {
            contest.difference << differenceOf(shelf, self.scope, sides.front(), side, number);
        }
    }
    if (sides.front().text.empty()) {
        contest.meanwhile =
            said(QT_TRANSLATE_NOOP("Sentences", "Until then it stays taken away, on every device."));
    } else if (shelf.standing(self.scope) == RuleShelf::Standing::InForce) {
        contest.meanwhile =
            said(QT_TRANSLATE_NOOP("Sentences", "Until then text 1 answers, on every device that has both."));
    } else {
        contest.meanwhile =
            said(QT_TRANSLATE_NOOP("Sentences", "Until then neither answers here; text 1 is %1."))
                .arg(self.standingText(self.scope));
    }
    return contest;
}

void RuleBook::takeSide(std::size_t side)
{
    if (m_self->room == nullptr) {
        return;
    }
    const auto& contested = m_self->room->shelf().overlays().contested;
    const auto found = contested.find(m_self->scope);
    if (found != contested.end() && side < found->second.size()) {
        edit(fromUtf8(found->second[side].text));
        Q_EMIT changed();
    }
}

void RuleBook::joinSides()
{
    if (m_self->room == nullptr) {
        return;
    }
    const auto& contested = m_self->room->shelf().overlays().contested;
    const auto found = contested.find(m_self->scope);
    if (found == contested.end()) {
        return;
    }
    auto joined = fromUtf8(found->second.front().text);
    for (std::size_t i = 1; i < found->second.size(); ++i) {
        joined += QStringLiteral("\n# ") +
                  said(QT_TRANSLATE_NOOP("Sentences", "Text %1, to be joined by hand:")).arg(i + 1);
        for (const auto& line : fromUtf8(found->second[i].text).split(QLatin1Char('\n'))) {
            joined += QStringLiteral("\n# ") + line;
        }
    }
    edit(joined + QLatin1Char('\n'));
    Q_EMIT changed();
}

} // namespace chevet::workflow
