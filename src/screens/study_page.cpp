// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/study_page.h"

#include "screens/allowed.h"
#include "screens/chip_line.h"
#include "screens/look.h"
#include "workflow/desk.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace chevet::screens {

using workflow::StudyBook;

namespace {

QString tableHtml(const workflow::StudyTable& table, const Colours& colours)
{
    QString html;
    if (!table.heading.isEmpty()) {
        html += QStringLiteral("<h3>%1</h3>").arg(table.heading.toHtmlEscaped());
    }
    html += QStringLiteral("<table cellspacing='0' cellpadding='4' width='98%'><tr>");
    for (const auto& column : table.columns) {
        html += QStringLiteral("<th align='left' style='color:%1'>%2</th>")
                    .arg(colours.quiet.name(), column.toHtmlEscaped());
    }
    html += QStringLiteral("</tr>");
    for (const auto& row : table.rows) {
        html += QStringLiteral("<tr>");
        for (const auto& cell : row) {
            html += QStringLiteral("<td style='border-top:1px solid %1'>%2</td>")
                        .arg(colours.line.name(), cell.toHtmlEscaped());
        }
        html += QStringLiteral("</tr>");
    }
    html += QStringLiteral("</table>");
    return table.note.isEmpty() ? html + QStringLiteral("<p></p>")
                                : html + QStringLiteral("<p>%1</p>").arg(table.note.toHtmlEscaped());
}

} // namespace

StudyPage::StudyPage(QWidget* parent) : QWidget(parent)
{
    auto* title = new QLabel(tr("Study"), this);
    makeLarge(title);
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("studyState"));
    makeQuiet(m_state);
    m_span = new ChipLine(this);
    m_span->setObjectName(QStringLiteral("studySpan"));
    m_span->setChoices({{QStringLiteral("1"), tr("everything")},
                        {QStringLiteral("2"), tr("last twelve months")},
                        {QStringLiteral("3"), tr("last three months")},
                        {QStringLiteral("4"), tr("this month")}});
    m_tables = new QTextBrowser(this);
    m_tables->setObjectName(QStringLiteral("studyTables"));
    m_tables->setAccessibleName(tr("What became of the proposals"));
    m_tables->setFrameShape(QFrame::NoFrame);
    m_tables->setOpenLinks(false);
    m_file = new QLineEdit(this);
    m_file->setObjectName(QStringLiteral("studyFile"));
    m_file->setAccessibleName(tr("File for the decisions without identities"));
    m_file->setMinimumHeight(targetHeight);
    m_write = new QPushButton(tr("&Write without identities (CSV)"), this);
    m_write->setObjectName(QStringLiteral("studyWriteButton"));
    m_write->setMinimumHeight(targetHeight);
    m_written = new QLabel(this);
    m_written->setObjectName(QStringLiteral("studyWritten"));
    m_written->setWordWrap(true);
    m_written->setTextFormat(Qt::PlainText);
    layOut(title);
    connect(m_span, &ChipLine::picked, this, &StudyPage::count);
    connect(m_span, &ChipLine::passed, m_tables, [this] { m_tables->setFocus(Qt::TabFocusReason); });
    connect(m_write, &QPushButton::clicked, this, &StudyPage::writeFile);
    connect(m_file, &QLineEdit::returnPressed, this, &StudyPage::writeFile);
}

void StudyPage::layOut(QLabel* title)
{
    auto* keys = new QLabel(tr("a digit chooses the period · Tab goes on · Esc back to the queue"), this);
    makeQuiet(keys);
    auto* top = new QHBoxLayout;
    top->setSpacing(2 * gridStep);
    top->addWidget(title);
    top->addWidget(m_state, 1);
    auto* file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(m_write);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * gridStep, gridStep + gridStep / 2, 2 * gridStep, gridStep / 2);
    layout->setSpacing(gridStep);
    layout->addLayout(top);
    layout->addWidget(m_span);
    layout->addWidget(m_tables, 1);
    layout->addLayout(file);
    layout->addWidget(m_written);
    layout->addWidget(keys);
}

void StudyPage::setDesk(workflow::Desk* desk)
{
    m_desk = desk;
    delete m_book;
    if (desk == nullptr) {
        m_tables->clear();
        m_state->clear();
        m_written->clear();
    }
}

void StudyPage::begin()
{
    if (m_book == nullptr && m_desk != nullptr) {
        m_book = m_desk->studyBook(this);
        connect(m_book, &StudyBook::counted, this, &StudyPage::showBook);
        connect(m_book, &StudyBook::progressed, this, [this](int requests) {
            m_state->setText(tr("Counting: %n request(s) so far", nullptr, requests));
        });
        connect(m_book, &StudyBook::exported, m_written, &QLabel::setText);
        connect(m_book, &StudyBook::refused, this,
                [this](const workflow::Sentence& why) { m_written->setText(why.whole()); });
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        m_file->setText(folder.filePath(
            tr("chevet-study-%1.csv").arg(QString::fromStdString(m_desk->clock().today().iso()))));
    }
    if (m_book != nullptr) {
        count(static_cast<int>(m_book->span()));
    }
    m_span->setFocus(Qt::OtherFocusReason);
}

void StudyPage::count(int span)
{
    if (m_book == nullptr) {
        return;
    }
    m_span->setChosen(span);
    allow(*m_write, tr("Counting …"));
    m_written->clear();
    m_state->setText(tr("Counting …"));
    m_book->count(static_cast<StudyBook::Span>(span));
}

void StudyPage::showBook()
{
    if (m_book == nullptr || m_book->isCounting()) {
        return;
    }
    const auto& report = m_book->page();
    const auto& colours = coloursFor(palette());
    allow(*m_write,
          report.tables.empty() ? tr("There is no request in this period. Choose a longer one.") : QString());
    if (report.tables.empty()) {
        m_state->setText(tr("Nothing to count"));
        m_tables->setPlainText(tr("There is no request in this period. Choose a longer one."));
        return;
    }
    m_state->setText(tr("no figure about a person"));
    QString html;
    for (const auto& line : report.before) {
        html += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
    }
    html +=
        QStringLiteral("<p style='color:%1'>%2</p>").arg(colours.quiet.name(), report.after.toHtmlEscaped());
    for (const auto& table : report.tables) {
        html += tableHtml(table, colours);
    }
    m_tables->setHtml(html);
}

void StudyPage::writeFile()
{
    if (m_book != nullptr && m_write->isEnabled()) {
        m_book->exportTo(m_file->text());
    }
}

/// Nobody reads it any more; it is counted anew at the next look.
void StudyPage::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    if (m_book != nullptr && !event->spontaneous()) {
        m_book->stop();
    }
}

void StudyPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showBook();
    }
}

} // namespace chevet::screens
