// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/rules_reading.h"

#include "screens/look.h"
#include "screens/proposal_text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QStandardItemModel>
#include <QTextBrowser>

namespace chevet::screens {

using workflow::RuleLine;

namespace {

constexpr int lineRole = Qt::UserRole + 1; ///< index in the book's lines; -1: a heading

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(chevet::screens::RulesReading)

public:
    static QString heading(RuleLine::Section section)
    {
        switch (section) {
        case RuleLine::Section::Ladder: return tr("What comes first: the first line that holds");
        case RuleLine::Section::Beside: return tr("What else counts");
        case RuleLine::Section::Prerequisite: return tr("What a teleconsultation needs");
        case RuleLine::Section::Priority: return tr("How soon: the first line that holds");
        case RuleLine::Section::Setting: return tr("Numbers of the team");
        }
        return {};
    }

    static QString marks(const RuleLine& line)
    {
        QStringList marks;
        if (line.safety) {
            marks << tr("safety: can’t be loosened");
        }
        if (line.ofTeam) {
            marks << tr("the team’s own");
        }
        if (line.isOff) {
            marks << tr("switched off by the team");
        }
        return marks.join(QStringLiteral(" · "));
    }

    static QString html(const RuleLine& line, const Colours& colours)
    {
        const auto part = [&](const QString& caption, const QString& words) {
            return words.isEmpty()
                       ? QString()
                       : QStringLiteral(
                             "<p style='margin:0 0 12px 0'><span style='color:%1'>%2</span><br/>%3</p>")
                             .arg(colours.quiet.name(), caption.toHtmlEscaped(), words);
        };
        QStringList effects;
        for (const auto& effect : line.effects) {
            effects << effect.toHtmlEscaped();
        }
        auto html = QStringLiteral("<p style='margin:0 0 12px 0'><b>%1</b>%2</p>")
                        .arg(line.title.toHtmlEscaped(),
                             marks(line).isEmpty() ? QString()
                                                   : QStringLiteral("<br/><span style='color:%1'>%2</span>")
                                                         .arg(colours.quiet.name(), marks(line)));
        html += part(tr("When"), line.when.toHtmlEscaped());
        html += part(tr("Then"), effects.join(QStringLiteral("<br/>")));
        html += part(tr("Why"), line.reason.toHtmlEscaped());
        if (!line.source.isEmpty()) {
            html += QStringLiteral("<p style='margin:0 0 4px 0;color:%1'>%2</p>")
                        .arg(colours.quiet.name(), tr("Stands on")) +
                    passagesHtml(line.source, colours);
        }
        html += part(tr("Name in the file"), line.id.toHtmlEscaped());
        return html;
    }
};

} // namespace

RulesReading::RulesReading(QWidget* parent)
    : QWidget(parent), m_model(new QStandardItemModel(this)), m_list(new QListView(this)),
      m_words(new QTextBrowser(this))
{
    m_list->setObjectName(QStringLiteral("rulesList"));
    m_list->setAccessibleName(tr("Rules"));
    m_list->setModel(m_model);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_words->setObjectName(QStringLiteral("ruleWords"));
    m_words->setAccessibleName(tr("The rule in words"));
    m_words->setFrameShape(QFrame::NoFrame);
    m_words->setOpenLinks(false);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * gridStep);
    layout->addWidget(m_list, 3);
    layout->addWidget(m_words, 2);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesReading::showCurrent);
}

void RulesReading::setBook(workflow::RuleBook* book)
{
    m_book = book;
    showBook();
}

void RulesReading::showBook()
{
    const auto row = m_list->currentIndex().row();
    m_lines = m_book != nullptr ? m_book->lines() : std::vector<RuleLine>{};
    m_model->clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto& line = m_lines[i];
        if (i == 0 || m_lines[i - 1].section != line.section) {
            auto* heading = new QStandardItem(Words::heading(line.section));
            heading->setFlags(Qt::NoItemFlags);
            heading->setData(-1, lineRole);
            heading->setFont(emphasisedFont(font()));
            heading->setSizeHint({0, rowHeight});
            m_model->appendRow(heading);
        }
        auto* item = new QStandardItem(line.title);
        item->setData(static_cast<int>(i), lineRole);
        item->setToolTip(line.title);
        item->setSizeHint({0, targetHeight});
        if (line.isOff) {
            auto struck = font();
            struck.setStrikeOut(true);
            item->setFont(struck);
        }
        const auto marks = Words::marks(line);
        item->setData(marks.isEmpty() ? line.title : line.title + QStringLiteral(", ") + marks,
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(row > 0 && row < m_model->rowCount() ? row : 1, 0));
    showCurrent();
}

void RulesReading::begin()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void RulesReading::showCurrent()
{
    const auto index = m_list->currentIndex();
    const int line = index.isValid() ? index.data(lineRole).toInt() : -1;
    m_words->setHtml(line < 0
                         ? QString()
                         : Words::html(m_lines.at(static_cast<std::size_t>(line)), coloursFor(palette())));
}

void RulesReading::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showCurrent();
    }
}

} // namespace chevet::screens
