// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was written down of a consultation from afar, as text: the same lines stand in the timeline and in the
// letter.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

#include <QStringList>

namespace chevet::workflow {

using namespace clinical;

namespace {

void add(QStringList& lines, const QString& form, const std::string& text)
{
    if (!text.empty()) {
        lines << form.arg(fromUtf8(text));
    }
}

QString symptomsText(const std::vector<SymptomScore>& symptoms)
{
    QStringList scores;
    for (const auto& one : symptoms) {
        scores << said(QT_TRANSLATE_NOOP("Sentences", "%1 %2 of 10")).arg(word(one.symptom)).arg(one.score);
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "Symptoms now: %1")).arg(scores.join(QLatin1String(", ")));
}

QString adviceText(const AdvisedStep& step)
{
    auto line = QStringLiteral("• ") + fromUtf8(step.text);
    if (!step.prescriber.empty()) {
        line += said(QT_TRANSLATE_NOOP("Sentences", " (prescribed by %1)")).arg(fromUtf8(step.prescriber));
    }
    if (step.repeatedBack) {
        line += said(QT_TRANSLATE_NOOP("Sentences", " – said again at the bedside"));
    }
    return line;
}

void addPain(QStringList& lines, const ConsultationSheet& sheet)
{
    const auto shown = [](const std::optional<int>& score) {
        return score ? QString::number(*score) : said(QT_TRANSLATE_NOOP("Sentences", "not asked"));
    };
    if (sheet.painBefore || sheet.painAfter) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "Pain (0–10) before the care: %1, after: %2"))
                     .arg(shown(sheet.painBefore), shown(sheet.painAfter));
    }
}

} // namespace

QString word(ConsultationType type)
{
    switch (type) {
    case ConsultationType::Teleconsultation: return said(QT_TRANSLATE_NOOP("Sentences", "Teleconsultation"));
    case ConsultationType::TeleAssistance: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "Tele-assistance"));
}

QString sheetText(const ConsultationSheet& sheet)
{
    QStringList lines;
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "Objective: %1")), sheet.objective);
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "Present: %1")), sheet.present);
    if (sheet.inPrivate) {
        lines << (*sheet.inPrivate
                      ? said(QT_TRANSLATE_NOOP("Sentences", "It could be spoken in private"))
                      : said(QT_TRANSLATE_NOOP("Sentences", "It could not be spoken in private")));
    }
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "Hearing, sight, interpreter: %1")), sheet.communication);
    if (!sheet.symptoms.empty()) {
        lines << symptomsText(sheet.symptoms);
    }
    addPain(lines, sheet);
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "Comfort and appearance: %1")), sheet.appearance);
    for (const auto& finding : sheet.findings) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "%1: %2"))
                     .arg(fromUtf8(finding.examined), fromUtf8(finding.found));
    }
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "Assessment: %1")), sheet.assessment);
    if (!sheet.advice.empty()) {
        lines << said(QT_TRANSLATE_NOOP("Sentences", "We advise:"));
    }
    for (const auto& step : sheet.advice) {
        lines << adviceText(step);
    }
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "Follow-up: %1")), sheet.followUp);
    add(lines, said(QT_TRANSLATE_NOOP("Sentences", "If it gets worse: %1")), sheet.ifWorse);
    return lines.join(QLatin1Char('\n'));
}

QString lineText(const LineRecord& line)
{
    QStringList parts;
    const auto add = [&parts](const QString& form, std::int64_t seconds) {
        if (seconds > 0) {
            parts << form.arg(spanText(std::chrono::minutes((seconds + 59) / 60)));
        }
    };
    add(said(QT_TRANSLATE_NOOP("Sentences", "Video: %1")), line.video);
    add(said(QT_TRANSLATE_NOOP("Sentences", "Voice and stills: %1")), line.stills);
    add(said(QT_TRANSLATE_NOOP("Sentences", "Camera of the home off: %1")), line.voiceOnly);
    add(said(QT_TRANSLATE_NOOP("Sentences", "Without a picture: %1")), line.withoutPicture);
    add(said(QT_TRANSLATE_NOOP("Sentences", "By phone: %1")), line.byPhone);
    if (line.reconnections > 0) {
        parts << said(QT_TRANSLATE_NOOP("Sentences", "Connected again: %1 times")).arg(line.reconnections);
    }
    return parts.join(QLatin1String(" · "));
}

} // namespace chevet::workflow
