// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/sheet_form.h"

#include "screens/look.h"
#include "screens/tri_choice.h"
#include "workflow/sentences.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QIntValidator>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace chevet::screens {

using clinical::ConsultationSheet;
using clinical::Symptom;

namespace {

constexpr std::size_t mostSteps = 12;

// Of what is asked at every bedside; what else leads is written into the assessment.
constexpr std::array symptomsAsked{Symptom::Pain,   Symptom::Dyspnoea,  Symptom::Anxiety,
                                   Symptom::Nausea, Symptom::Agitation, Symptom::Secretions};

std::string utf8(const QString& text)
{
    return text.trimmed().toStdString();
}

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

/// What stands there already is left alone; so is a field somebody types into, whose blanks at the end are
/// not part of the sheet yet.
void put(QLineEdit& edit, const QString& text)
{
    if (edit.text().trimmed() != text.trimmed()) {
        edit.setText(text);
    }
}

void put(QPlainTextEdit& edit, const QString& text)
{
    if (edit.toPlainText().trimmed() != text.trimmed()) {
        edit.setPlainText(text);
    }
}

std::optional<int> numberIn(const QLineEdit& edit)
{
    bool isNumber = false;
    const int number = edit.text().toInt(&isNumber);
    return isNumber && number >= 0 && number <= 10 ? std::optional(number) : std::nullopt;
}

std::optional<int> scoreOf(const ConsultationSheet& sheet, Symptom symptom)
{
    for (const auto& one : sheet.symptoms) {
        if (one.symptom == symptom) {
            return one.score;
        }
    }
    return std::nullopt;
}

QString foundOf(const ConsultationSheet& sheet, const QString& examined)
{
    for (const auto& one : sheet.findings) {
        if (shown(one.examined) == examined) {
            return shown(one.found);
        }
    }
    return {};
}

QString shown(const std::optional<int>& number)
{
    return number ? QString::number(*number) : QString();
}

} // namespace

SheetForm::SheetForm(QWidget* parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, gridStep, 0);
    m_column->setSpacing(gridStep / 2);
    heading(tr("Objective of the consultation"));
    m_objective = line(QStringLiteral("objectiveEdit"), tr("one line: what is to be settled"));
    heading(tr("Who is there"));
    m_present = line(QStringLiteral("presentEdit"), tr("who is in the room"));
    m_private = new TriChoice(this);
    m_private->setObjectName(QStringLiteral("privateChoice"));
    m_private->setCaption(tr("In private"));
    m_column->addWidget(m_private);
    connect(m_private, &ChipLine::picked, this, &SheetForm::tell);
    m_communication = line(QStringLiteral("communicationEdit"), tr("hearing, sight, interpreter"));
    addSymptoms();
    addPain();
    heading(tr("Comfort and appearance"));
    m_appearance = words(QStringLiteral("appearanceEdit"), tr("face, posture, breathing at rest"));
    addFindings();
    heading(tr("Assessment"));
    m_assessment = words(QStringLiteral("assessmentEdit"), tr("what it is taken to be, and why"));
    heading(tr("Advice to the home (F11 shows it at the bedside)"));
    m_steps = new QVBoxLayout;
    m_steps->setSpacing(gridStep / 2);
    m_column->addLayout(m_steps);
    addStep();
    heading(tr("Afterwards"));
    m_followUp = line(QStringLiteral("followUpEdit"), tr("follow-up: who, how, when"));
    m_ifWorse = line(QStringLiteral("ifWorseEdit"), tr("if it gets worse: what to do, whom to call"));
    m_column->addStretch(1);
}

QLabel* SheetForm::heading(const QString& words)
{
    auto* label = new QLabel(words, this);
    label->setWordWrap(true);
    makeEmphasised(label);
    label->setContentsMargins(0, gridStep, 0, 0);
    m_column->addWidget(label);
    return label;
}

QLineEdit* SheetForm::line(const QString& name, const QString& words)
{
    auto* edit = new QLineEdit(this);
    edit->setMinimumHeight(targetHeight);
    edit->setObjectName(name);
    edit->setPlaceholderText(words);
    edit->setAccessibleName(words);
    m_column->addWidget(edit);
    connect(edit, &QLineEdit::textEdited, this, &SheetForm::tell);
    return edit;
}

QLineEdit* SheetForm::score(const QString& name, const QString& words)
{
    auto* edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setAccessibleName(words + tr(", 0 to 10"));
    edit->setPlaceholderText(QStringLiteral("0–10"));
    edit->setValidator(new QIntValidator(0, 10, edit));
    edit->setFixedWidth(8 * gridStep);
    connect(edit, &QLineEdit::textEdited, this, &SheetForm::tell);
    return edit;
}

QPlainTextEdit* SheetForm::words(const QString& name, const QString& words)
{
    auto* edit = new QPlainTextEdit(this);
    edit->setObjectName(name);
    edit->setPlaceholderText(words);
    edit->setAccessibleName(words);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(9 * gridStep);
    m_column->addWidget(edit);
    connect(edit, &QPlainTextEdit::textChanged, this, &SheetForm::tell);
    return edit;
}

void SheetForm::addSymptoms()
{
    heading(tr("Symptoms now (0–10)"));
    auto* grid = new QGridLayout;
    grid->setSpacing(gridStep / 2);
    int at = 0;
    for (const auto symptom : symptomsAsked) {
        const auto name = QStringLiteral("symptom%1Edit").arg(static_cast<int>(symptom));
        auto* edit = score(name, workflow::word(symptom));
        auto* label = new QLabel(workflow::word(symptom), this);
        label->setWordWrap(true);
        label->setBuddy(edit);
        const int column = 2 * (at % 2);
        grid->addWidget(label, at / 2, column);
        grid->addWidget(edit, at / 2, column + 1);
        m_symptoms[symptom] = edit;
        ++at;
    }
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(2, 1);
    m_column->addLayout(grid);
}

void SheetForm::addPain()
{
    m_painOfCare = new QWidget(this);
    auto* row = new QGridLayout(m_painOfCare);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gridStep / 2);
    const std::array captions{tr("Pain before the care"), tr("Pain after the care")};
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const auto name = i == 0 ? QStringLiteral("painBeforeEdit") : QStringLiteral("painAfterEdit");
        m_pain.at(i) = score(name, captions.at(i));
        auto* label = new QLabel(captions.at(i), m_painOfCare);
        label->setWordWrap(true);
        label->setBuddy(m_pain.at(i));
        row->addWidget(label, 0, static_cast<int>(2 * i));
        row->addWidget(m_pain.at(i), 0, static_cast<int>(2 * i + 1));
        row->setColumnStretch(static_cast<int>(2 * i), 1);
    }
    m_column->addWidget(m_painOfCare);
    m_painOfCare->hide();
}

void SheetForm::addFindings()
{
    heading(tr("Examination by the bedside’s hands"));
    const std::array examined{tr("Consciousness, orientation"),
                              tr("Breathing"),
                              tr("Mouth"),
                              tr("Skin and pressure areas"),
                              tr("Abdomen, bladder, bowels"),
                              tr("Pain on touch and movement"),
                              tr("Limbs, oedema"),
                              tr("Pump, tubes, oxygen")};
    int number = 0;
    for (const auto& what : examined) {
        m_findings.emplace_back(what, line(QStringLiteral("finding%1Edit").arg(number++), what));
    }
}

void SheetForm::addStep()
{
    const auto number = QString::number(m_advice.size());
    Step step;
    step.text = new QLineEdit(this);
    step.text->setMinimumHeight(targetHeight);
    step.text->setObjectName(QStringLiteral("advice%1Edit").arg(number));
    step.text->setPlaceholderText(tr("we advise to …"));
    step.text->setAccessibleName(tr("Advice %1").arg(m_advice.size() + 1));
    step.prescriber = new QLineEdit(this);
    step.prescriber->setObjectName(QStringLiteral("prescriber%1Edit").arg(number));
    step.prescriber->setPlaceholderText(tr("prescriber"));
    step.prescriber->setAccessibleName(
        tr("Prescriber of advice %1, if it changes the treatment").arg(m_advice.size() + 1));
    step.prescriber->setFixedWidth(14 * gridStep);
    step.repeated = new QCheckBox(tr("said again"), this);
    step.repeated->setObjectName(QStringLiteral("repeated%1Box").arg(number));
    auto* row = new QHBoxLayout;
    row->setSpacing(gridStep / 2);
    row->addWidget(step.text, 1);
    row->addWidget(step.prescriber);
    row->addWidget(step.repeated);
    m_steps->addLayout(row);
    for (auto* part : std::initializer_list<QWidget*>{step.text, step.prescriber, step.repeated}) {
        part->setVisible(true); // a part that comes late is not shown by itself
    }
    connect(step.text, &QLineEdit::textEdited, this, &SheetForm::tell);
    connect(step.prescriber, &QLineEdit::textEdited, this, &SheetForm::tell);
    connect(step.repeated, &QCheckBox::clicked, this, &SheetForm::tell);
    if (!m_advice.empty()) { // in the order in which they stand, however late they were made
        setTabOrder(m_advice.back().repeated, step.text);
    }
    setTabOrder(step.text, step.prescriber);
    setTabOrder(step.prescriber, step.repeated);
    m_advice.push_back(step);
}

void SheetForm::showSteps(const std::vector<clinical::AdvisedStep>& steps)
{
    while (m_advice.size() <= steps.size() && m_advice.size() < mostSteps) {
        addStep();
    }
    for (std::size_t i = 0; i < m_advice.size(); ++i) {
        const auto step = i < steps.size() ? steps[i] : clinical::AdvisedStep{};
        put(*m_advice[i].text, shown(step.text));
        put(*m_advice[i].prescriber, shown(step.prescriber));
        m_advice[i].repeated->setChecked(step.repeatedBack);
    }
}

void SheetForm::showSheet(const ConsultationSheet& sheet, clinical::ConsultationType type)
{
    m_isShowing = true;
    m_painOfCare->setVisible(type == clinical::ConsultationType::TeleAssistance);
    put(*m_objective, shown(sheet.objective));
    put(*m_present, shown(sheet.present));
    m_private->setValue(sheet.inPrivate);
    put(*m_communication, shown(sheet.communication));
    for (const auto& [symptom, edit] : m_symptoms) {
        put(*edit, shown(scoreOf(sheet, symptom)));
    }
    put(*m_pain[0], shown(sheet.painBefore));
    put(*m_pain[1], shown(sheet.painAfter));
    put(*m_appearance, shown(sheet.appearance));
    for (const auto& [what, edit] : m_findings) {
        put(*edit, foundOf(sheet, what));
    }
    keepUnshown(sheet);
    put(*m_assessment, shown(sheet.assessment));
    showSteps(sheet.advice);
    put(*m_followUp, shown(sheet.followUp));
    put(*m_ifWorse, shown(sheet.ifWorse));
    m_isShowing = false;
}

/// Of another language's form, or of a later Chevet.
void SheetForm::keepUnshown(const ConsultationSheet& sheet)
{
    m_unshown.findings.clear();
    m_unshown.symptoms.clear();
    for (const auto& one : sheet.findings) {
        if (std::none_of(m_findings.begin(), m_findings.end(),
                         [&](const auto& line) { return line.first == shown(one.examined); })) {
            m_unshown.findings.push_back(one);
        }
    }
    for (const auto& one : sheet.symptoms) {
        if (!m_symptoms.contains(one.symptom)) {
            m_unshown.symptoms.push_back(one);
        }
    }
}

ConsultationSheet SheetForm::sheet() const
{
    ConsultationSheet sheet;
    sheet.objective = utf8(m_objective->text());
    sheet.present = utf8(m_present->text());
    sheet.inPrivate = m_private->value();
    sheet.communication = utf8(m_communication->text());
    for (const auto& [symptom, edit] : m_symptoms) {
        if (const auto number = numberIn(*edit)) {
            sheet.symptoms.push_back({symptom, *number});
        }
    }
    sheet.symptoms.insert(sheet.symptoms.end(), m_unshown.symptoms.begin(), m_unshown.symptoms.end());
    sheet.painBefore = numberIn(*m_pain[0]);
    sheet.painAfter = numberIn(*m_pain[1]);
    sheet.appearance = utf8(m_appearance->toPlainText());
    for (const auto& [what, edit] : m_findings) {
        if (const auto found = utf8(edit->text()); !found.empty()) {
            sheet.findings.push_back({what.toStdString(), found});
        }
    }
    sheet.findings.insert(sheet.findings.end(), m_unshown.findings.begin(), m_unshown.findings.end());
    sheet.assessment = utf8(m_assessment->toPlainText());
    for (const auto& step : m_advice) {
        sheet.advice.push_back(
            {utf8(step.text->text()), utf8(step.prescriber->text()), step.repeated->isChecked()});
    }
    while (!sheet.advice.empty() && sheet.advice.back().text.empty()) {
        sheet.advice.pop_back(); // the empty line at the end is for the next one
    }
    sheet.followUp = utf8(m_followUp->text());
    sheet.ifWorse = utf8(m_ifWorse->text());
    return sheet;
}

void SheetForm::focusObjective()
{
    m_objective->setFocus(Qt::OtherFocusReason);
}

void SheetForm::focusAdvice()
{
    for (const auto& step : m_advice) {
        if (step.text->text().isEmpty()) {
            step.text->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void SheetForm::tell()
{
    if (!m_isShowing) {
        Q_EMIT edited();
    }
}

} // namespace chevet::screens
