// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/settings_page.h"

#include "screens/allowed.h"
#include "screens/chip_line.h"
#include "workflow/desk.h"
#include "workflow/idle_time.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace chevet::screens {
namespace {

constexpr int columnWidth = 80 * gridStep;
constexpr std::array themes{Theme::System, Theme::Light, Theme::Dark};
constexpr std::array<QLatin1StringView, 3> languages{QLatin1StringView("system"), QLatin1StringView("en"),
                                                     QLatin1StringView("fr")};

QLabel* note(QWidget* parent, const QString& words)
{
    auto* label = new QLabel(words, parent);
    label->setWordWrap(true);
    makeQuiet(label);
    return label;
}

} // namespace

SettingsPage::SettingsPage(QWidget* parent) : QWidget(parent)
{
    auto* column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto* title = new QLabel(tr("Settings of this computer"), column);
    makeLarge(title);
    auto* idle = buildIdle(column);
    m_theme = new ChipLine(column);
    m_theme->setObjectName(QStringLiteral("themeChips"));
    m_theme->setCaption(tr("Look"));
    m_theme->setChoices({{QStringLiteral("1"), tr("as the system")},
                         {QStringLiteral("2"), tr("light")},
                         {QStringLiteral("3"), tr("dark")}});
    m_language = new ChipLine(column);
    m_language->setObjectName(QStringLiteral("languageChips"));
    m_language->setCaption(tr("Language"));
    m_language->setChoices({{QStringLiteral("1"), tr("as the system")},
                            {QStringLiteral("2"), QStringLiteral("English")},
                            {QStringLiteral("3"), QStringLiteral("français")}});
    m_reset = new QPushButton(tr("Reset the &layout of the window"), column);
    m_reset->setObjectName(QStringLiteral("resetLayoutButton"));
    m_reset->setMinimumHeight(targetHeight);
    auto* keys = note(column, tr("Tab goes on · digits choose · Esc back to the queue"));

    auto* inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(gridStep);
    inner->addWidget(title);
    inner->addSpacing(gridStep);
    for (auto* part : std::initializer_list<QWidget*>{idle, m_theme, m_language}) {
        inner->addWidget(part);
    }
    inner->addWidget(
        note(column, tr("Look, language and the window’s place are all that this computer keeps in "
                        "clear.")));
    inner->addWidget(m_reset, 0, Qt::AlignLeft);
    inner->addWidget(buildServers(column));
    inner->addStretch(1);
    inner->addWidget(keys);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * gridStep, 2 * gridStep, 3 * gridStep, 2 * gridStep);
    layout->setSpacing(4 * gridStep);
    layout->addWidget(column, 1);
    layout->addWidget(buildReasons(), 1);

    connectParts();
}

QWidget* SettingsPage::buildIdle(QWidget* parent)
{
    auto* part = new QWidget(parent);
    auto* idleLabel = new QLabel(tr("Lock after so many minutes without key or mouse"), part);
    m_idle = new QSpinBox(part);
    m_idle->setObjectName(QStringLiteral("idleMinutes"));
    m_idle->setAccessibleName(idleLabel->text());
    m_idle->setRange(workflow::idleMinutesLeast, workflow::idleMinutesMost);
    m_idle->setSuffix(tr(" min"));
    m_idle->setMinimumHeight(targetHeight);
    m_idle->setMaximumWidth(16 * gridStep);
    m_idle->setKeyboardTracking(false); // "15" is not "1" on its way
    idleLabel->setBuddy(m_idle);
    m_idleNote = note(part, {});
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep);
    layout->addWidget(idleLabel);
    layout->addWidget(m_idle);
    layout->addWidget(m_idleNote);
    return part;
}

void SettingsPage::connectParts()
{
    connect(m_idle, &QSpinBox::valueChanged, this, &SettingsPage::recordIdle);
    connect(m_theme, &ChipLine::picked, this,
            [this](int index) { Q_EMIT themeWanted(themes.at(static_cast<std::size_t>(index))); });
    connect(m_theme, &ChipLine::passed, m_language, [this] { m_language->setFocus(Qt::TabFocusReason); });
    connect(m_language, &ChipLine::picked, this,
            [this](int index) { Q_EMIT languageWanted(languages.at(static_cast<std::size_t>(index))); });
    connect(m_language, &ChipLine::passed, m_reset, [this] { m_reset->setFocus(Qt::TabFocusReason); });
    connect(m_reset, &QPushButton::clicked, this, &SettingsPage::layoutResetWanted);
}

QWidget* SettingsPage::buildServers(QWidget* parent)
{
    auto* part = new QWidget(parent);
    auto* label =
        new QLabel(tr("Servers of the video calls: the file that whoever runs them has given you"), part);
    label->setWordWrap(true);
    m_serversFile = new QLineEdit(part);
    m_serversFile->setObjectName(QStringLiteral("serversFileEdit"));
    m_serversFile->setAccessibleName(label->text());
    m_serversFile->setPlaceholderText(tr("path of the file"));
    label->setBuddy(m_serversFile);
    m_readServers = new QPushButton(tr("&Take the servers over"), part);
    m_readServers->setObjectName(QStringLiteral("readServersButton"));
    m_serversNote = note(part, {});
    m_serversNote->setObjectName(QStringLiteral("serversNote"));
    auto* layout = new QVBoxLayout(part);
    layout->setContentsMargins(0, gridStep, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(label);
    layout->addWidget(m_serversFile);
    layout->addWidget(m_readServers, 0, Qt::AlignLeft);
    layout->addWidget(m_serversNote);
    connect(m_readServers, &QPushButton::clicked, this, &SettingsPage::readServers);
    connect(m_serversFile, &QLineEdit::returnPressed, this, &SettingsPage::readServers);
    return part;
}

void SettingsPage::showServers()
{
    allow(*m_readServers, m_desk->isReadOnly() ? tr("This team is open for reading only.") : QString());
    m_serversNote->setText(
        m_desk->hasCallServers()
            ? tr("The servers are known. They are kept sealed in the vault; the file can go.")
            : tr("No servers are known yet: consultations are by telephone."));
}

void SettingsPage::readServers()
{
    constexpr qint64 largest = 65'536;
    if (m_desk == nullptr) {
        return;
    }
    QFile file(m_serversFile->text().trimmed());
    if (!file.open(QIODevice::ReadOnly) || file.size() > largest) {
        m_serversNote->setText(tr("This file can’t be read. Look whether its path is right."));
        return;
    }
    m_desk->setCallServers(QString::fromUtf8(file.readAll()));
}

QWidget* SettingsPage::buildReasons()
{
    auto* column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto* title = new QLabel(tr("Reasons for deciding otherwise, for the whole team"), column);
    title->setWordWrap(true);
    makeLarge(title);
    auto* inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(2);
    inner->addWidget(title);
    inner->addWidget(
        note(column, tr("Few, so that one key is enough. The coded ones can be compared with other teams.")));
    for (const auto& choice : workflow::choicesOf({})) {
        if (choice.reason != clinical::OverrideReason::Other) {
            auto* box = new QCheckBox(workflow::word(choice.reason), column);
            box->setObjectName(QStringLiteral("reason%1").arg(static_cast<int>(choice.reason)));
            box->setMinimumHeight(targetHeight - gridStep / 2);
            m_used.push_back(box);
            inner->addWidget(box);
        }
    }
    for (int i = 0; i < workflow::mostOwnReasons; ++i) {
        auto* edit = new QLineEdit(column);
        edit->setObjectName(QStringLiteral("ownReason%1").arg(i));
        edit->setAccessibleName(tr("A reason of the team’s own, %1").arg(i + 1));
        edit->setPlaceholderText(tr("a reason of the team’s own"));
        edit->setMaxLength(workflow::longestOwnReason);
        m_own.push_back(edit);
        inner->addWidget(edit);
    }
    m_recordReasons = new QPushButton(tr("&Record the reasons"), column);
    m_recordReasons->setObjectName(QStringLiteral("recordReasonsButton"));
    m_recordReasons->setMinimumHeight(targetHeight);
    m_reasonsNote = note(column, {});
    m_reasonsNote->setObjectName(QStringLiteral("reasonsNote"));
    inner->addSpacing(gridStep);
    inner->addWidget(m_recordReasons, 0, Qt::AlignLeft);
    inner->addWidget(m_reasonsNote);
    inner->addStretch(1);
    connect(m_recordReasons, &QPushButton::clicked, this, &SettingsPage::recordReasons);
    return column;
}

void SettingsPage::showReasons()
{
    const auto& setting = m_desk->overrideReasons();
    const auto why = m_desk->whyNoTeamSettings();
    std::size_t at = 0;
    for (const auto& choice : workflow::choicesOf({})) {
        if (choice.reason != clinical::OverrideReason::Other) {
            m_used.at(at)->setChecked(!setting.unused.contains(choice.reason));
            allow(*m_used.at(at), why);
            ++at;
        }
    }
    for (std::size_t i = 0; i < m_own.size(); ++i) {
        m_own[i]->setText(setting.own.value(static_cast<qsizetype>(i)));
        allow(*m_own[i], why);
    }
    allow(*m_recordReasons, why);
    m_reasonsNote->setText(why);
}

void SettingsPage::recordReasons()
{
    if (m_desk == nullptr) {
        return;
    }
    workflow::OverrideReasonSetting setting;
    std::size_t at = 0;
    for (const auto& choice : workflow::choicesOf({})) {
        if (choice.reason != clinical::OverrideReason::Other && !m_used.at(at++)->isChecked()) {
            setting.unused.insert(choice.reason);
        }
    }
    for (const auto* edit : m_own) {
        setting.own << edit->text();
    }
    m_desk->setOverrideReasons(setting);
}

void SettingsPage::setDesk(workflow::Desk* desk)
{
    if (m_desk != nullptr) {
        m_desk->disconnect(this);
        m_desk->disconnect(m_serversNote);
    }
    m_desk = desk;
    if (desk != nullptr) {
        connect(desk, &workflow::Desk::idleMinutesChanged, this, &SettingsPage::showIdle);
        connect(desk, &workflow::Desk::overrideReasonsChanged, this, [this] {
            showReasons();
            m_reasonsNote->setText(tr("These reasons hold for the whole team."));
        });
        connect(desk, &workflow::Desk::callServersChanged, this, &SettingsPage::showServers);
        connect(desk, &workflow::Desk::refused, m_serversNote,
                [this](const workflow::Sentence& why) { m_serversNote->setText(why.whole()); });
        showIdle();
        showReasons();
        showServers();
    }
}

void SettingsPage::begin()
{
    m_idle->setFocus(Qt::OtherFocusReason);
    m_idle->selectAll();
}

void SettingsPage::showLook(Theme theme, const QString& language)
{
    m_theme->setChosen(theme == Theme::System ? 0 : theme == Theme::Light ? 1 : 2);
    const auto* const spoken = std::find(languages.begin(), languages.end(), language);
    m_language->setChosen(spoken == languages.end() ? -1 : static_cast<int>(spoken - languages.begin()));
}

void SettingsPage::showIdle()
{
    const QSignalBlocker quiet(m_idle);
    m_idle->setValue(m_desk->idleMinutes());
    const QString whyNot = m_desk->isReadOnly()
                               ? tr("This team is open for reading only: the time can’t be changed now.")
                               : QString();
    allow(*m_idle, whyNot);
    m_idleNote->setText(
        !whyNot.isEmpty()
            ? whyNot
            : tr("%1 to %2 minutes; %3 unless changed. Kept sealed in the vault. Ctrl+L locks at once; an "
                 "unfinished call is kept.")
                  .arg(workflow::idleMinutesLeast)
                  .arg(workflow::idleMinutesMost)
                  .arg(workflow::idleMinutesDefault));
}

void SettingsPage::recordIdle()
{
    if (m_desk != nullptr && m_idle->value() != m_desk->idleMinutes()) {
        m_desk->setIdleMinutes(m_idle->value());
    }
}

} // namespace chevet::screens
