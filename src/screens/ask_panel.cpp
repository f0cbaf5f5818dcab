// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/ask_panel.h"

#include "screens/look.h"
#include "screens/lookup_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace chevet::screens {
namespace {

constexpr int textHeight = 12 * gridStep;

} // namespace

AskPanel::AskPanel(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep, gridStep, gridStep, gridStep);
    layout->setSpacing(gridStep / 2);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    makeEmphasised(m_title);
    layout->addWidget(m_title);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        m_chips[i] = new ChipLine(this);
        m_chips[i]->setObjectName(QStringLiteral("askChips%1").arg(i));
        layout->addWidget(m_chips[i]);
        connect(m_chips[i], &ChipLine::picked, this, [this, i](int index) { pickChip(i, index); });
        connect(m_chips[i], &ChipLine::passed, this, [this, i] { goOnFrom(m_chips[i]); });
    }
    makeLookUp();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_captions[i] = new QLabel(this);
        m_captions[i]->setWordWrap(true);
        m_lines[i] = new QLineEdit(this);
        m_lines[i]->setObjectName(QStringLiteral("askLine%1").arg(i));
        m_captions[i]->setBuddy(m_lines[i]);
        layout->addWidget(m_captions[i]);
        layout->addWidget(m_lines[i]);
        connect(m_lines[i], &QLineEdit::returnPressed, this, [this, i] { goOnFrom(m_lines[i]); });
        connect(m_lines[i], &QLineEdit::textEdited, this, [this] { m_problem->hide(); });
    }
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(QStringLiteral("askText"));
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(textHeight);
    layout->addWidget(m_text);
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("askProblem"));
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    auto* keys = new QLabel(tr("Ctrl+Enter records · Esc back"), this);
    makeQuiet(keys);
    layout->addWidget(keys);
    hide();
}

void AskPanel::makeLookUp()
{
    m_lookUpCaption = new QLabel(this);
    m_lookUp = new LookupField(this);
    m_lookUp->takeWithoutLetters();
    m_lookUpCaption->setBuddy(m_lookUp->edit());
    m_meaning = new QLabel(this);
    m_meaning->setObjectName(QStringLiteral("askMeaning"));
    m_meaning->setWordWrap(true);
    for (auto* part : std::initializer_list<QWidget*>{m_lookUpCaption, m_lookUp, m_meaning}) {
        layout()->addWidget(part);
    }
    connect(m_lookUp, &LookupField::typed, this, [this](const QString& letters) {
        m_hit = -1;
        m_meaning->hide();
        m_problem->hide();
        lookUp(letters);
    });
    connect(m_lookUp, &LookupField::chosen, this, [this](int hit) {
        m_hit = hit;
        m_lookUp->settle(m_found.value(hit));
        m_lookUp->edit()->selectAll();
        const QString meaning =
            m_question.lookUp && m_question.lookUp->meaning ? m_question.lookUp->meaning(hit) : QString();
        m_meaning->setText(meaning);
        m_meaning->setVisible(!meaning.isEmpty());
        if (meaning.isEmpty()) {
            goOnFrom(m_lookUp);
        }
    });
    connect(m_lookUp, &LookupField::passed, this, [this] { goOnFrom(m_lookUp); });
}

void AskPanel::lookUp(const QString& letters)
{
    m_question.lookUp->ask(
        letters, [panel = QPointer<AskPanel>(this), letters, asked = m_questions](const QStringList& lines) {
            if (panel != nullptr && panel->m_questions == asked && panel->m_hit < 0 &&
                letters == panel->m_lookUp->typedText()) {
                panel->m_found = lines;
                panel->m_lookUp->offer(lines, {});
            }
        });
}

void AskPanel::showLookUp()
{
    const bool used = m_question.lookUp.has_value();
    m_hit = -1;
    m_found.clear();
    m_lookUp->settle({});
    m_meaning->hide();
    m_lookUp->setVisible(used);
    m_lookUpCaption->setVisible(used);
    if (used) {
        m_lookUpCaption->setText(m_question.lookUp->caption);
        m_lookUp->setUp(QStringLiteral("askLookUp"), m_question.lookUp->caption,
                        m_question.lookUp->placeholder);
        lookUp({});
    }
}

void AskPanel::pickChip(std::size_t line, int index)
{
    m_chips[line]->setChosen(index);
    m_problem->hide();
    if (line == 0 && m_question.next) {
        if (const auto question = m_question.next(index)) {
            ask(Question(*question));
            return;
        }
    }
    if (line == 0 && m_question.textFor) {
        m_lines[0]->setText(m_question.textFor(index));
        m_lines[0]->selectAll();
    }
    goOnFrom(m_chips[line]);
}

void AskPanel::ask(const Question& question)
{
    m_question = question;
    ++m_questions;
    m_title->setText(question.title);
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < question.chips.size();
        m_chips[i]->setVisible(used);
        if (used) {
            const auto& chips = question.chips[static_cast<qsizetype>(i)];
            m_chips[i]->setCaption(chips.caption);
            m_chips[i]->setChoices(chips.choices);
            m_chips[i]->setChosen(chips.chosen);
        }
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const bool used = static_cast<qsizetype>(i) < question.lines.size();
        m_lines[i]->setVisible(used);
        m_captions[i]->setVisible(used);
        if (used) {
            const auto& line = question.lines[static_cast<qsizetype>(i)];
            m_captions[i]->setText(line.caption);
            m_lines[i]->setAccessibleName(line.caption);
            m_lines[i]->setText(line.text);
        }
    }
    showLookUp();
    m_text->setVisible(question.hasText);
    m_text->setAccessibleName(question.title);
    m_text->setPlainText(question.text);
    m_problem->hide();
    show();
    focusFirst();
}

void AskPanel::focusFirst()
{
    if (!m_question.chips.isEmpty()) {
        m_chips[0]->setFocus(Qt::OtherFocusReason);
    } else if (m_question.lookUp) {
        m_lookUp->edit()->setFocus(Qt::OtherFocusReason);
    } else if (!m_question.lines.isEmpty()) {
        m_lines[0]->setFocus(Qt::OtherFocusReason);
    } else {
        m_text->setFocus(Qt::OtherFocusReason);
    }
}

void AskPanel::goOnFrom(QWidget* part)
{
    QList<QWidget*> parts;
    for (qsizetype i = 0; i < m_question.chips.size(); ++i) {
        parts << m_chips.at(static_cast<std::size_t>(i));
    }
    if (m_question.lookUp) {
        parts << m_lookUp;
    }
    for (qsizetype i = 0; i < m_question.lines.size(); ++i) {
        parts << m_lines.at(static_cast<std::size_t>(i));
    }
    if (m_question.hasText) {
        parts << m_text;
    }
    const auto at = parts.indexOf(part);
    if (at + 1 < parts.size()) {
        parts[at + 1]->setFocus(Qt::TabFocusReason);
    } else {
        record();
    }
}

AskPanel::Answer AskPanel::typed() const
{
    Answer answer;
    answer.hit = m_hit;
    for (std::size_t i = 0; i < m_chips.size(); ++i) {
        answer.chips.at(i) = m_chips[i]->isHidden() ? -1 : m_chips[i]->chosen();
        answer.lines.at(i) = m_lines[i]->text().trimmed();
    }
    answer.text = m_text->toPlainText().trimmed();
    return answer;
}

void AskPanel::record()
{
    const QString problem = m_question.record ? m_question.record(typed()) : QString();
    if (!problem.isEmpty()) {
        m_problem->setText(problem);
        m_problem->show();
        return;
    }
    close();
}

void AskPanel::close()
{
    if (isOpen()) {
        hide();
        m_text->clear();
        m_question = {};
        ++m_questions;
        Q_EMIT closed();
    }
}

void AskPanel::paintEvent(QPaintEvent*)
{
    const auto& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.paper);
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace chevet::screens
