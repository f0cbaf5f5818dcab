// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/contest_box.h"

#include "screens/key_chip.h"
#include "screens/look.h"
#include "screens/pictures.h"

#include <QAction>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace chevet::screens {
namespace {

/// The same keys on an English and a French keyboard, whose digits need Shift.
constexpr QStringView unshifted = u"&É\"'(-È_Ç";

} // namespace

ContestBox::ContestBox(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < keysAtMost; ++i) {
        auto* key = new QAction(tr("Of values side by side, keep number %1").arg(i + 1), this);
        key->setObjectName(QStringLiteral("keepValue%1Action").arg(i + 1));
        key->setShortcuts({QKeySequence(QString::number(i + 1)), QKeySequence(QString(unshifted[i]))});
        key->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        key->setEnabled(false);
        connect(key, &QAction::triggered, this, [this, i] {
            if (static_cast<std::size_t>(i) < m_entries.size()) {
                Q_EMIT chosen(m_entries[static_cast<std::size_t>(i)]);
            }
        });
        m_keys << key;
    }
    hide();
}

void ContestBox::show(const std::vector<workflow::Contest>& contests, const workflow::EntryWords& words)
{
    delete m_rows;
    m_rows = new QWidget(this);
    m_layout->addWidget(m_rows);
    auto* rows = new QVBoxLayout(m_rows);
    rows->setContentsMargins(0, 0, 0, gridStep);
    rows->setSpacing(gridStep / 2);
    m_entries.clear();
    for (const auto& contest : contests) {
        QString what = contest.what;
        what.replace(0, 1, what.left(1).toUpper());
        auto* title = new QLabel(tr("%1: two values stand side by side. Which one holds?").arg(what), m_rows);
        title->setWordWrap(true);
        makeEmphasised(title);
        rows->addWidget(title);
        for (const auto& value : contest.values) {
            if (m_entries.size() < keysAtMost) {
                addValue(value, words);
            }
        }
    }
    for (int i = 0; i < keysAtMost; ++i) {
        m_keys[i]->setEnabled(static_cast<std::size_t>(i) < m_entries.size());
    }
    m_rows->show();
    setVisible(!contests.empty());
}

void ContestBox::addValue(const workflow::ContestedValue& value, const workflow::EntryWords& words)
{
    const auto index = static_cast<int>(m_entries.size());
    m_entries.push_back(value.entry);
    const QString when = workflow::timeText(value.at, words.clock->now(), *words.clock);
    m_keys[index]->setText(tr("Keep “%1” (%2)").arg(value.text, value.author));
    auto* row = new QWidget(m_rows);
    auto* chip = new KeyChip(QString::number(index + 1), QString(), row);
    chip->setObjectName(QStringLiteral("keepValue%1Chip").arg(index + 1));
    chip->setAccessibleName(m_keys[index]->text());
    chip->setCheckable(false);
    chip->setFocusPolicy(Qt::NoFocus);
    connect(chip, &KeyChip::clicked, m_keys[index], &QAction::trigger);
    auto* text =
        new QLabel(QStringLiteral("<b>%1</b><br/>%2")
                       .arg(value.text.toHtmlEscaped(), tr("%1, %2").arg(value.author, when).toHtmlEscaped()),
                   row);
    text->setObjectName(QStringLiteral("contestedValue%1").arg(index + 1));
    text->setTextFormat(Qt::RichText);
    text->setWordWrap(true);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(chip, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_rows->layout()->addWidget(row);
}

} // namespace chevet::screens
