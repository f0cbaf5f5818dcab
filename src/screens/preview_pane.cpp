// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/preview_pane.h"

#include "screens/case_text.h"
#include "screens/look.h"
#include "workflow/case_file.h"
#include "workflow/desk.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace chevet::screens {
namespace {

constexpr std::size_t entriesShown = 4;

QLabel* wrapped(QWidget* parent, const QString& name)
{
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QString lastEntries(const workflow::CaseFile& file, const workflow::Desk& desk, const Colours& colours)
{
    const auto& view = file.view();
    QString html;
    std::size_t shown = 0;
    for (auto entry = view.timeline.rbegin(); entry != view.timeline.rend() && shown < entriesShown;
         ++entry, ++shown) {
        const QString strike = entry->withdrawn ? QStringLiteral("text-decoration:line-through") : QString();
        html +=
            QStringLiteral("<p style='margin:0 0 8px 0;%1'><span style='color:%2'>%3 · "
                           "%4</span><br/><b>%5</b><br/>%6</p>")
                .arg(strike, colours.quiet.name(), workflow::timeText(entry->at, desk.now(), desk.clock()),
                     QString::fromStdString(entry->authorName).toHtmlEscaped(),
                     workflow::entryTitle(*entry, file.words()).toHtmlEscaped(),
                     workflow::entryText(*entry, file.words()).left(300).toHtmlEscaped());
    }
    return html;
}

/// Empty if nothing is.
QString stillOwed(const workflow::CaseFile& file)
{
    QStringList steps;
    for (const auto& [step, name] : clinical::Words<clinical::Owed>::all) {
        if (file.owed().has(step)) {
            steps << workflow::word(step);
        }
    }
    return steps.isEmpty() ? QString()
                           : QStringLiteral("<p style='margin:0 0 8px 0'><b>%1</b> %2</p>")
                                 .arg(PreviewPane::tr("Still owed:").toHtmlEscaped(),
                                      steps.join(QStringLiteral("; ")).toHtmlEscaped());
}

} // namespace

PreviewPane::PreviewPane(QWidget* parent) : QWidget(parent)
{
    auto* column = new QWidget(this);
    m_who = wrapped(column, QStringLiteral("previewWho"));
    makeLarge(m_who);
    m_where = wrapped(column, QStringLiteral("previewWhere"));
    makeQuiet(m_where);
    m_words = wrapped(column, QStringLiteral("previewWords"));
    m_words->setTextFormat(Qt::RichText);
    auto* inner = new QVBoxLayout(column);
    inner->addWidget(m_who);
    inner->addWidget(m_where);
    inner->addWidget(m_words);
    inner->addStretch(1);
    auto* area = new QScrollArea(this);
    area->setFocusPolicy(Qt::NoFocus); // the queue keeps the keyboard
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(column);
    auto* keys = new QLabel(tr("Space closes · Enter opens the case"), this);
    makeQuiet(keys);
    keys->setContentsMargins(2 * gridStep, gridStep / 2, gridStep, gridStep / 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(area, 1);
    layout->addWidget(keys);
}

void PreviewPane::showCaseOf(workflow::Desk* desk, const std::optional<CaseId>& id)
{
    m_desk = desk;
    delete m_file;
    if (desk != nullptr && id) {
        m_file = desk->openCase(*id, this);
        connect(m_file, &workflow::CaseFile::loaded, this, &PreviewPane::showCase);
        connect(m_file, &workflow::CaseFile::changed, this, &PreviewPane::showCase);
    }
    showCase();
}

void PreviewPane::showCase()
{
    if (m_file == nullptr || !m_file->isLoaded()) {
        m_who->setText(m_file != nullptr ? tr("Reading the case …") : tr("No case is chosen"));
        m_where->clear();
        m_words->clear();
        return;
    }
    const auto& view = m_file->view();
    const auto& colours = coloursFor(palette());
    m_who->setText(caseWho(view, m_desk->clock().today()));
    m_where->setText(caseWhere(view));
    // Dying and acute: what they wished, and who else can come, before anything that happened.
    const bool urgent = view.row.priority == clinical::Priority::P1;
    m_words->setText(
        stillOwed(*m_file) + decisionHtml(view, colours) + (urgent ? wishesHtml(view) : QString()) +
        QStringLiteral("<p style='margin:0 0 8px 0'>&nbsp;</p>") + lastEntries(*m_file, *m_desk, colours));
}

} // namespace chevet::screens
