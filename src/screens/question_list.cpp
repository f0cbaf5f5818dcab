// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/question_list.h"

#include "screens/keys.h"
#include "screens/look.h"
#include "screens/tri_choice.h"
#include "screens/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <algorithm>

namespace chevet::screens {

using clinical::Fact;
using clinical::FactType;
using clinical::FactValue;
using workflow::IntakeQuestion;

namespace {

constexpr int scaleEnd = 10;

QString nameOf(Fact fact)
{
    const auto name = clinical::describe(fact).name;
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

} // namespace

QuestionList::QuestionList(QWidget* parent) : QWidget(parent)
{
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
}

void QuestionList::setIntake(workflow::Intake* intake)
{
    const QPointer<workflow::Intake> asked(intake);
    setSource([asked] { return asked != nullptr ? asked->questions() : std::vector<IntakeQuestion>{}; },
              [asked](Fact fact, const FactValue& value) {
                  if (asked != nullptr) {
                      asked->setFact(fact, value);
                  }
              });
}

void QuestionList::setSource(std::function<std::vector<IntakeQuestion>()> questions,
                             std::function<void(Fact, const FactValue&)> answer)
{
    m_questions = std::move(questions);
    m_answer = std::move(answer);
    build({});
    showIntake();
}

void QuestionList::setTabPlace(QWidget* before, QWidget* after)
{
    m_tabBefore = before;
    m_tabAfter = after;
}

void QuestionList::showIntake()
{
    const auto questions = m_questions ? m_questions() : std::vector<IntakeQuestion>{};
    const bool same =
        std::equal(questions.begin(), questions.end(), m_rows.begin(), m_rows.end(),
                   [](const auto& question, const auto& row) { return question.fact == row.fact; });
    if (!same) {
        build(questions);
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const auto& question = questions[i];
        auto& row = m_rows[i];
        if (row.line != nullptr) {
            const auto at = std::find(row.values.begin(), row.values.end(), question.value);
            row.line->setChosen(question.answered && at != row.values.end() ? int(at - row.values.begin())
                                                                            : -1);
        } else if (!row.edit->hasFocus()) {
            const auto* text = std::get_if<std::string>(&question.value);
            const auto* number = std::get_if<int>(&question.value);
            row.edit->setText(text != nullptr     ? QString::fromStdString(*text)
                              : number != nullptr ? QString::number(*number)
                                                  : QString());
        }
    }
    setVisible(!m_rows.empty());
}

void QuestionList::build(const std::vector<IntakeQuestion>& questions)
{
    std::vector<Row> kept;
    std::swap(kept, m_rows);
    for (const auto& question : questions) {
        const auto at =
            std::find_if(kept.begin(), kept.end(), [&](const Row& row) { return row.fact == question.fact; });
        if (at != kept.end()) { // a row that stays keeps its widget and the keyboard
            m_rows.push_back(*at);
            kept.erase(at);
        } else {
            m_rows.push_back(rowFor(question));
        }
    }
    for (const auto& row : kept) {
        m_layout->removeWidget(row.widget);
        row.widget->hide();
        row.widget->deleteLater();
    }
    QWidget* before = m_tabBefore;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_layout->removeWidget(m_rows[i].widget);
        m_layout->insertWidget(static_cast<int>(i), m_rows[i].widget);
        m_rows[i].widget->show();
        QWidget* target = m_rows[i].line != nullptr ? static_cast<QWidget*>(m_rows[i].line) : m_rows[i].edit;
        if (before != nullptr) {
            setTabOrder(before, target);
        }
        before = target;
    }
    if (before != nullptr && m_tabAfter != nullptr) {
        setTabOrder(before, m_tabAfter);
    }
}

QuestionList::Row QuestionList::rowFor(const IntakeQuestion& question)
{
    Row row;
    row.fact = question.fact;
    const bool scale =
        question.type == FactType::Number && clinical::describe(question.fact).highest == scaleEnd;
    if (question.type == FactType::YesNo || question.type == FactType::Word || scale) {
        makeLine(row, question);
    } else {
        makeEdit(row, question);
    }
    return row;
}

void QuestionList::makeLine(Row& row, const IntakeQuestion& question)
{
    row.line = new ChipLine(this);
    row.widget = row.line;
    row.line->setObjectName(QStringLiteral("question_") + nameOf(question.fact));
    row.line->setCaption(question.text);
    QList<ChipLine::Choice> choices;
    if (question.type == FactType::YesNo) {
        choices = TriChoice::yesNoUnknown();
        choices[2].bare = true;
        row.values = {true, false, {}};
    } else if (question.type == FactType::Number) {
        for (int i = 0; i <= scaleEnd; ++i) {
            choices.append(
                {i == scaleEnd ? QStringLiteral("X") : QString::number(i), tr("%1 of 10").arg(i), true});
            row.values.emplace_back(i);
        }
    } else {
        QStringList labels;
        for (const auto& [label, value] : question.answers) {
            labels << label;
            row.values.push_back(value);
        }
        const QStringList keys = mnemonics(labels);
        for (qsizetype i = 0; i < labels.size(); ++i) {
            const bool unknown = row.values.at(static_cast<std::size_t>(i)) == FactValue();
            const QString letter = unknown ? QStringLiteral("?") : keys[i];
            choices.append({letter + QString::number(i + 1), labels[i]});
        }
    }
    if (std::find(row.values.begin(), row.values.end(), FactValue()) == row.values.end()) {
        choices.append({QStringLiteral("?"), tr("Not known"), true});
        row.values.emplace_back();
    }
    row.line->setChoices(choices);
    if (question.type == FactType::YesNo) {
        row.line->setCompact();
    }
    connect(row.line, &ChipLine::picked, this, [this, fact = row.fact, values = row.values](int index) {
        answer(fact, values.at(static_cast<std::size_t>(index)));
        goOnAfter(fact);
    });
    connect(row.line, &ChipLine::passed, this, [this, fact = row.fact] { goOnAfter(fact); });
}

void QuestionList::makeEdit(Row& row, const IntakeQuestion& question)
{
    row.widget = new QWidget(this);
    row.edit = new QLineEdit(row.widget);
    row.edit->setObjectName(QStringLiteral("question_") + nameOf(question.fact));
    row.edit->setAccessibleName(question.text);
    auto* caption = new QLabel(question.text, row.widget);
    caption->setWordWrap(true);
    caption->setBuddy(row.edit);
    auto* layout = new QVBoxLayout(row.widget);
    layout->setContentsMargins(gridStep / 2, 2, gridStep / 2, 2);
    layout->setSpacing(2);
    layout->addWidget(caption);
    layout->addWidget(row.edit);
    const bool number = question.type == FactType::Number;
    connect(row.edit, &QLineEdit::textEdited, this, [this, fact = row.fact, number](const QString& typed) {
        if (!number) {
            answer(fact, typed.trimmed().isEmpty() ? FactValue() : FactValue(typed.trimmed().toStdString()));
            return;
        }
        QString digits;
        for (const QChar sign : typed) {
            if (const auto digit = digitOf(sign)) {
                digits += QString::number(*digit);
            }
        }
        answer(fact, digits.isEmpty() ? FactValue() : FactValue(digits.left(4).toInt()));
    });
    connect(row.edit, &QLineEdit::returnPressed, this, [this, fact = row.fact] { goOnAfter(fact); });
}

void QuestionList::answer(Fact fact, const FactValue& value)
{
    if (m_answer) {
        m_answer(fact, value);
    }
}

void QuestionList::goOnAfter(Fact fact)
{
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [fact](const Row& row) { return row.fact == fact; });
    if (at == m_rows.end() || at + 1 == m_rows.end()) {
        Q_EMIT done();
    } else {
        focus(*(at + 1));
    }
}

bool QuestionList::begin()
{
    if (m_rows.empty()) {
        return false;
    }
    const auto questions = m_questions();
    const auto open = std::find_if(questions.begin(), questions.end(),
                                   [](const auto& question) { return !question.answered; });
    const auto index = open == questions.end() ? 0 : open - questions.begin();
    focus(m_rows.at(static_cast<std::size_t>(index)));
    return true;
}

void QuestionList::focus(const Row& row)
{
    (row.line != nullptr ? static_cast<QWidget*>(row.line) : row.edit)->setFocus(Qt::TabFocusReason);
}

} // namespace chevet::screens
