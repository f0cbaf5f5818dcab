// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/status_words.h"

#include "screens/elided_label.h"
#include "screens/look.h"
#include "workflow/desk.h"

#include <QPainter>
#include <QTime>

namespace chevet::screens {
namespace {

QLabel* word(QStatusBar* bar, const QString& name, const QString& accessibleName)
{
    auto* label = new QLabel(bar);
    label->setObjectName(name);
    label->setAccessibleName(accessibleName);
    label->setContentsMargins(gridStep, 0, gridStep, 0);
    bar->addPermanentWidget(label);
    return label;
}

QString clockText(Instant at, const Clock& clock)
{
    const qint64 local = at.millis + qint64(clock.offsetMinutes(at)) * 60'000;
    const qint64 ofDay = ((local % 86'400'000) + 86'400'000) % 86'400'000;
    return QTime::fromMSecsSinceStartOfDay(static_cast<int>(ofDay)).toString(QStringLiteral("HH:mm:ss"));
}

} // namespace

StatusWords::StatusWords(QWidget* parent) : QStatusBar(parent)
{
    setObjectName(QStringLiteral("statusWords"));
    setSizeGripEnabled(false);
    setMinimumHeight(targetHeight);
    setContentsMargins(gridStep, 0, gridStep, 0);
    m_sample = new QLabel(tr("SAMPLE – not real people"), this);
    m_sample->setObjectName(QStringLiteral("sampleMark"));
    m_sample->setAutoFillBackground(true);
    m_sample->setBackgroundRole(QPalette::Highlight);
    m_sample->setForegroundRole(QPalette::HighlightedText);
    m_sample->setFixedHeight(3 * gridStep);
    m_sample->setContentsMargins(gridStep, 0, gridStep, 0);
    makeEmphasised(m_sample);
    addWidget(m_sample);
    m_last = new ElidedLabel(this);
    m_last->setObjectName(QStringLiteral("lastDoneLabel"));
    makeQuiet(m_last);
    addWidget(m_last, 1);
    m_saved = word(this, QStringLiteral("savedLabel"), tr("Saved"));
    m_exchange = word(this, QStringLiteral("exchangeLabel"), tr("Exchange with the team"));
    m_lock = word(this, QStringLiteral("lockLabel"), tr("Lock"));
    showSampleMark(false);
    showLocked();
}

void StatusWords::showSaveState(const workflow::Desk* desk)
{
    using Kind = workflow::SaveState::Kind;
    const auto state = desk != nullptr ? desk->saveState() : workflow::SaveState{};
    switch (state.kind) {
    case Kind::Nothing: m_saved->setText(desk != nullptr ? tr("Everything saved") : QString()); break;
    case Kind::Saving: m_saved->setText(tr("Saving …")); break;
    case Kind::Saved: m_saved->setText(tr("Saved %1").arg(clockText(state.at, desk->clock()))); break;
    case Kind::NotSaved: m_saved->setText(tr("Not saved")); break;
    }
    m_saved->setFont(state.kind == Kind::NotSaved ? emphasisedFont(font()) : font());
    m_saved->setToolTip(state.sentence.whole());
}

void StatusWords::showExchange(const workflow::Desk* desk)
{
    m_exchange->setText(desk != nullptr ? tr("Works offline: no team hub") : QString());
    m_exchange->setToolTip(tr("Not connected to a team hub. Everything is kept on this computer."));
}

void StatusWords::showLock(std::chrono::milliseconds left)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    const bool soon = seconds <= 60;
    m_lock->setText(soon ? tr("Locks in %1 s – any key keeps it open").arg((seconds + 4) / 5 * 5)
                         : tr("Locks in %1 min").arg((seconds + 59) / 60));
    m_lock->setFont(soon ? emphasisedFont(font()) : font());
    m_lock->setToolTip(tr("Ctrl+L locks now; unfinished calls are kept"));
}

void StatusWords::showLocked()
{
    m_lock->setText(tr("Locked"));
    m_lock->setFont(font());
    m_lock->setToolTip({});
    m_last->setText({});
    showSaveState(nullptr);
    showExchange(nullptr);
}

void StatusWords::showSampleMark(bool shown)
{
    m_sample->setVisible(shown);
}

void StatusWords::showLastDone(const QString& what)
{
    m_last->setText(what);
}

void StatusWords::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setPen(coloursFor(palette()).line);
    painter.drawLine(0, 0, width(), 0);
}

} // namespace chevet::screens
