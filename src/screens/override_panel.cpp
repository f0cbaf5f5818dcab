// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/override_panel.h"

#include "screens/chip_line.h"
#include "screens/look.h"
#include "screens/words.h"
#include "workflow/sentences.h"

#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace chevet::screens {

using clinical::Modality;
using clinical::Priority;

OverridePanel::OverridePanel(QWidget* parent) : QWidget(parent)
{
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    makeEmphasised(m_title);
    buildChips();
    m_words = new QLineEdit(this);
    m_words->setObjectName(QStringLiteral("overrideWordsEdit"));
    m_words->setAccessibleName(tr("In words, if you like"));
    m_words->setPlaceholderText(tr("in words, if you like"));
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* keys = new QLabel(tr("Ctrl+Enter decides · Esc back to the proposal"), this);
    makeQuiet(keys);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(gridStep, gridStep, gridStep, gridStep);
    layout->setSpacing(gridStep / 2);
    for (auto* part : std::initializer_list<QWidget*>{m_title, m_modalities, m_priorities, m_reasonLine,
                                                      m_words, m_problem, keys}) {
        layout->addWidget(part);
    }
    connectParts();
    hide();
}

void OverridePanel::buildChips()
{
    m_modalities = new ChipLine(this);
    m_modalities->setObjectName(QStringLiteral("overrideModality"));
    QList<ChipLine::Choice> modalities;
    for (const auto& [modality, name] : clinical::Words<Modality>::all) {
        modalities.append({QString::number(static_cast<int>(modality)), shortWord(modality)});
    }
    m_modalities->setChoices(modalities);
    m_priorities = new ChipLine(this);
    m_priorities->setObjectName(QStringLiteral("overridePriority"));
    m_priorities->setCaption(tr("Priority"));
    QList<ChipLine::Choice> priorities;
    for (const auto& [priority, name] : clinical::Words<Priority>::all) {
        priorities.append({QString::number(static_cast<int>(priority)), workflow::code(priority)});
    }
    m_priorities->setChoices(priorities);
    m_priorities->setCompact();
    m_reasonLine = new ChipLine(this);
    m_reasonLine->setObjectName(QStringLiteral("overrideReason"));
    m_reasonLine->setCaption(tr("Why? One key."));
    setReasons(workflow::choicesOf({}));
}

void OverridePanel::connectParts()
{
    connect(m_modalities, &ChipLine::picked, this, [this](int index) {
        m_modality = clinical::Words<Modality>::all.at(static_cast<std::size_t>(index)).first;
        m_modalities->setChosen(index);
        showTitle();
    });
    connect(m_priorities, &ChipLine::picked, m_priorities, &ChipLine::setChosen);
    connect(m_reasonLine, &ChipLine::picked, this, [this](int index) {
        m_reasonLine->setChosen(index);
        m_problem->hide();
        m_words->setFocus(Qt::TabFocusReason);
    });
    connect(m_modalities, &ChipLine::passed, this, [this] { m_priorities->setFocus(Qt::TabFocusReason); });
    connect(m_priorities, &ChipLine::passed, this, [this] { m_reasonLine->setFocus(Qt::TabFocusReason); });
    connect(m_reasonLine, &ChipLine::passed, this, &OverridePanel::decide);
    connect(m_words, &QLineEdit::returnPressed, this, &OverridePanel::decide);
}

void OverridePanel::setReasons(const std::vector<workflow::OverrideChoice>& reasons)
{
    m_reasons = reasons;
    QStringList labels;
    for (const auto& choice : reasons) {
        labels << (choice.own.isEmpty() ? workflow::word(choice.reason) : choice.own);
    }
    const QStringList letters = mnemonics(labels);
    QList<ChipLine::Choice> choices;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const auto digit = i < 9 ? QString::number(i + 1) : QString();
        choices.append({digit + letters[i], labels[i]});
    }
    m_reasonLine->setChoices(choices);
}

void OverridePanel::open(const clinical::Recommendation& proposal, Modality modality)
{
    m_proposal = proposal;
    m_modality = modality;
    m_modalities->setChosen(static_cast<int>(modality) - 1);
    m_priorities->setChosen(static_cast<int>(proposal.priority) - 1);
    if (isHidden()) {
        m_reasonLine->setChosen(-1);
        m_words->clear();
    }
    m_problem->hide();
    showTitle();
    show();
    // The proposed modality itself: only the priority can be meant.
    (modality == proposal.first ? m_priorities : m_reasonLine)->setFocus(Qt::OtherFocusReason);
}

void OverridePanel::close()
{
    hide();
}

void OverridePanel::showTitle()
{
    m_title->setText(m_modality == m_proposal.first
                         ? tr("Another priority for: %1").arg(workflow::word(m_modality))
                         : tr("Decide for: %1 (proposed: %2)")
                               .arg(workflow::word(m_modality), shortWord(m_proposal.first)));
}

void OverridePanel::decide()
{
    const int reason = m_reasonLine->chosen();
    if (reason < 0) {
        m_problem->setText(tr("A reason is missing: press one of the keys above."));
        m_problem->show();
        m_reasonLine->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto priority =
        clinical::Words<Priority>::all.at(static_cast<std::size_t>(m_priorities->chosen())).first;
    Q_EMIT decided(m_modality, priority, m_reasons.at(static_cast<std::size_t>(reason)),
                   m_words->text().trimmed());
}

void OverridePanel::paintEvent(QPaintEvent*)
{
    const auto& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.paper);
    painter.setPen(QPen(colours.accent, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace chevet::screens
