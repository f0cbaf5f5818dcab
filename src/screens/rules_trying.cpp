// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/rules_trying.h"

#include "screens/key_chip.h"
#include "screens/keys.h"
#include "screens/look.h"
#include "screens/proposal_text.h"
#include "screens/question_list.h"
#include "screens/words.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace chevet::screens {

using clinical::Fact;
using clinical::Motive;
using clinical::MotiveSet;

namespace {

QScrollArea* scrolling(QWidget* content, const QString& name, QWidget* parent)
{
    auto* area = new QScrollArea(parent);
    area->setAccessibleName(name);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);
    return area;
}

} // namespace

MotiveSetLine::MotiveSetLine(QWidget* parent) : ChipLine(parent)
{
    setCaption(workflow::question(Fact::Motives));
    QStringList labels;
    for (const auto& [motive, name] : clinical::Words<Motive>::all) {
        labels << workflow::word(motive);
    }
    const auto keys = mnemonics(labels);
    QList<Choice> choices;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        choices.append({keys[i] + QString::number(i + 1), labels[i]});
    }
    setChoices(choices);
    connect(this, &ChipLine::picked, this, [this](int index) {
        const auto motive = clinical::Words<Motive>::all.at(static_cast<std::size_t>(index)).first;
        auto motives = m_motives;
        motives.has(motive) ? motives.erase(motive) : motives.insert(motive);
        Q_EMIT motivesPicked(motives);
    });
}

void MotiveSetLine::setChosen(int)
{
    showMotives(m_motives);
}

void MotiveSetLine::showMotives(MotiveSet motives)
{
    m_motives = motives;
    QStringList chosen;
    for (int i = 0; i < choiceCount(); ++i) {
        const auto motive = clinical::Words<Motive>::all.at(static_cast<std::size_t>(i)).first;
        chip(i)->setChecked(motives.has(motive));
        if (motives.has(motive)) {
            chosen << workflow::word(motive);
        }
    }
    setAnswerName(chosen.isEmpty() ? tr("none chosen") : chosen.join(QStringLiteral(", ")));
}

RulesTrying::RulesTrying(QWidget* parent) : QWidget(parent)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    m_form = scrolling(buildForm(), tr("Facts"), this);
    layout->addWidget(m_form, 1);
    layout->addWidget(buildResult(), 1);
    connectParts();
}

QWidget* RulesTrying::buildForm()
{
    auto* form = new QWidget(this);
    m_motives = new MotiveSetLine(form);
    m_motives->setObjectName(QStringLiteral("tryMotives"));
    m_facts = new QuestionList(form);
    m_facts->setObjectName(QStringLiteral("tryFacts"));
    m_forget = new QPushButton(tr("&Forget all facts"), form);
    m_forget->setObjectName(QStringLiteral("tryForgetButton"));
    m_forget->setMinimumHeight(targetHeight);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, gridStep, gridStep);
    column->setSpacing(gridStep);
    column->addWidget(m_motives);
    column->addWidget(m_facts);
    column->addWidget(m_forget, 0, Qt::AlignLeft);
    column->addStretch(1);
    return form;
}

QWidget* RulesTrying::buildResult()
{
    auto* result = new QWidget(this);
    m_headline = new QLabel(result);
    m_headline->setObjectName(QStringLiteral("tryHeadline"));
    m_headline->setWordWrap(true);
    makeLarge(m_headline);
    m_answer = new QTextBrowser(result);
    m_answer->setObjectName(QStringLiteral("tryAnswer"));
    m_answer->setAccessibleName(tr("Answer"));
    m_answer->setFrameShape(QFrame::NoFrame);
    m_answer->setOpenLinks(false);
    m_answer->viewport()->setAutoFillBackground(false);
    m_edited = new QCheckBox(tr("By the &edited text"), result);
    m_edited->setObjectName(QStringLiteral("tryEditedBox"));
    m_edited->setMinimumHeight(targetHeight);
    auto* answer = new QVBoxLayout(result);
    answer->setContentsMargins(gridStep, 0, gridStep, gridStep);
    answer->setSpacing(gridStep);
    answer->addWidget(m_edited);
    answer->addWidget(m_headline);
    answer->addWidget(m_answer, 1);
    return result;
}

void RulesTrying::connectParts()
{
    connect(m_motives, &MotiveSetLine::motivesPicked, this, [this](MotiveSet motives) {
        if (m_book != nullptr) {
            m_book->setFact(Fact::Motives, motives);
        }
    });
    connect(m_motives, &ChipLine::passed, m_facts, [this] { m_facts->begin(); });
    connect(m_facts, &QuestionList::done, m_forget, [this] { m_forget->setFocus(Qt::TabFocusReason); });
    connect(m_forget, &QPushButton::clicked, this, [this] {
        if (m_book != nullptr) {
            m_book->forgetFacts();
        }
        begin();
    });
    connect(m_edited, &QCheckBox::toggled, this, [this](bool on) {
        if (m_book != nullptr) {
            m_book->tryEdited(on);
        }
    });
}

void RulesTrying::setBook(workflow::RuleBook* book)
{
    m_book = book;
    const QPointer<workflow::RuleBook> asked(book);
    m_facts->setSource(
        [asked] {
            auto questions = asked != nullptr ? asked->questions() : std::vector<workflow::IntakeQuestion>{};
            std::erase_if(questions, [](const auto& question) { return question.fact == Fact::Motives; });
            return questions;
        },
        [asked](Fact fact, const clinical::FactValue& value) {
            if (asked != nullptr) {
                asked->setFact(fact, value);
            }
        });
    if (book != nullptr) {
        connect(book, &workflow::RuleBook::answered, this, &RulesTrying::showBook);
    }
    showBook();
}

void RulesTrying::showBook()
{
    if (m_book == nullptr) {
        m_headline->clear();
        m_answer->clear();
        return;
    }
    for (const auto& question : m_book->questions()) {
        if (question.fact == Fact::Motives) {
            const auto* motives = std::get_if<MotiveSet>(&question.value);
            m_motives->showMotives(motives != nullptr ? *motives : MotiveSet());
        }
    }
    m_facts->showIntake();
    m_form->setMinimumWidth(m_form->widget()->minimumSizeHint().width() +
                            m_form->verticalScrollBar()->sizeHint().width());
    const auto& answer = m_book->answer();
    const auto& colours = coloursFor(palette());
    m_headline->setText(QStringLiteral("%1  %2").arg(headline(answer), workflow::code(answer.priority)));
    auto html = gradientHtml(answer, colours);
    for (const auto& advice : answer.modalities) {
        html += QStringLiteral("<p style='margin:8px 0 0 0'>%1</p>")
                    .arg(modalityHtml(advice, colours, WithKey::No));
    }
    m_answer->setHtml(html + QStringLiteral("<p></p>") + furtherHtml(answer));
    m_edited->setChecked(m_book->triesEdited());
}

void RulesTrying::begin()
{
    m_motives->setFocus(Qt::OtherFocusReason);
}

void RulesTrying::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showBook();
    }
}

} // namespace chevet::screens
