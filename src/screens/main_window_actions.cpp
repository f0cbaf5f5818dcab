// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's own actions: places, global keys, look and language. Every action has a name, a text and a
// key, so that the palette (Ctrl+K) and the sheet of keys (F1) show what there is.
#include "screens/case_page.h"
#include "screens/consultation_page.h"
#include "screens/intake_pane.h"
#include "screens/main_window.h"
#include "screens/pictures.h"
#include "screens/proposal_text.h"
#include "screens/queue_page.h"
#include "screens/rules_page.h"
#include "screens/search_page.h"
#include "screens/settings_page.h"
#include "screens/sheet.h"
#include "screens/study_page.h"
#include "workflow/desk.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QStackedWidget>
#include <QToolBar>

namespace chevet::screens {
namespace {

constexpr const char* symbolProperty = "symbol";

QKeySequence key(QKeyCombination combination)
{
    return {combination};
}

} // namespace

QAction* MainWindow::add(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                         std::function<void()> what)
{
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    addAction(action);
    connect(action, &QAction::triggered, this, [what = std::move(what)] { what(); });
    return action;
}

void MainWindow::buildActions()
{
    const auto ofDesk = [this](QAction* action) { m_deskActions.append(action); };
    ofDesk(add(QStringLiteral("newCallAction"), tr("New call"), {key(Qt::Key_F2), key(Qt::CTRL | Qt::Key_N)},
               [this] { takeCall(); }));
    ofDesk(add(QStringLiteral("nextResidentAction"), tr("Same call, next resident"),
               {key(Qt::SHIFT | Qt::Key_F2)}, [this] { takeNext(); }));
    ofDesk(add(QStringLiteral("queueAction"), tr("Queue"), {key(Qt::Key_F3)}, [this] { goTo(m_queue); }));
    ofDesk(add(QStringLiteral("searchAction"), tr("Search"), {key(Qt::CTRL | Qt::Key_F), key(Qt::Key_F4)},
               [this] { goTo(m_search); }));
    ofDesk(add(QStringLiteral("validateAction"), tr("Accept, record"),
               {key(Qt::CTRL | Qt::Key_Return), key(Qt::CTRL | Qt::Key_Enter)}, [this] {
                   if (m_dock->isVisible() && m_dockStack->currentWidget() == m_intake &&
                       m_intake->hasKeyboard()) {
                       m_intake->validate();
                   } else if (m_stack->currentWidget() == m_case) {
                       m_case->validate();
                   } else if (m_stack->currentWidget() == m_consultation) {
                       m_consultation->validate();
                   } else if (m_stack->currentWidget() == m_rules) {
                       m_rules->validate();
                   }
               }));
    ofDesk(add(QStringLiteral("undoAction"), tr("Undo the last thing done"), {key(Qt::CTRL | Qt::Key_Z)},
               [this] {
                   if (m_desk->canUndo()) {
                       m_desk->undo();
                   }
               }));
    ofDesk(add(QStringLiteral("backAction"), tr("Back"), {key(Qt::Key_Escape)}, [this] { back(); }));
    ofDesk(add(QStringLiteral("switchSideAction"), tr("Between queue and call"), {key(Qt::Key_F10)}, [this] {
        if (m_intake->isVisible() && !m_intake->hasKeyboard()) {
            m_intake->begin();
        } else {
            goTo(m_stack->currentWidget());
        }
    }));
    buildPlaceActions();
    buildLookActions();
}

/// Places that are a key away, all of them of the open desk.
void MainWindow::buildPlaceActions()
{
    const auto ofDesk = [this](QAction* action) { m_deskActions.append(action); };
    ofDesk(add(QStringLiteral("historyAction"), tr("What was done"), {key(Qt::CTRL | Qt::Key_H)},
               [this] { showHistory(); }));
    ofDesk(add(QStringLiteral("consultationAction"), tr("The consultation that was begun"),
               {key(Qt::CTRL | Qt::Key_J)}, [this] {
                   if (m_consultation->hasConsultation()) {
                       goTo(m_consultation);
                   }
               }));
    ofDesk(add(QStringLiteral("rulesAction"), tr("Triage rules"), {key(Qt::CTRL | Qt::Key_R)},
               [this] { goTo(m_rules); }));
    ofDesk(add(QStringLiteral("studyAction"), tr("Study: what became of the proposals"),
               {key(Qt::CTRL | Qt::Key_I)}, [this] { goTo(m_study); }));
    ofDesk(add(QStringLiteral("settingsAction"), tr("Settings"), {key(Qt::CTRL | Qt::Key_Comma)},
               [this] { goTo(m_settingsPage); }));
    ofDesk(add(QStringLiteral("lockAction"), tr("Lock"), {key(Qt::CTRL | Qt::Key_L)}, [this] { lock(); }));
    ofDesk(add(QStringLiteral("passagesAction"), tr("What the proposal stands on"),
               {key(Qt::SHIFT | Qt::Key_F1)}, [this] { showPassages(); }));
}

void MainWindow::buildLookActions()
{
    add(QStringLiteral("keysAction"), tr("Keys of this screen"), {key(Qt::Key_F1)}, [this] { showKeys(); });
    add(QStringLiteral("paletteAction"), tr("All actions"), {key(Qt::CTRL | Qt::Key_K)},
        [this] { m_sheet->showActions(usableActions()); });
    add(QStringLiteral("systemThemeAction"), tr("Look: as the system"), {key(Qt::CTRL | Qt::ALT | Qt::Key_S)},
        [this] { setTheme(Theme::System); });
    add(QStringLiteral("lightThemeAction"), tr("Look: light"), {key(Qt::CTRL | Qt::ALT | Qt::Key_L)},
        [this] { setTheme(Theme::Light); });
    add(QStringLiteral("darkThemeAction"), tr("Look: dark"), {key(Qt::CTRL | Qt::ALT | Qt::Key_D)},
        [this] { setTheme(Theme::Dark); });
    // Each language says its own name, whatever is spoken. Queued: the action that was triggered is built
    // anew.
    const auto language = [this](const QString& code) {
        QMetaObject::invokeMethod(
            this, [this, code] { setLanguage(code); }, Qt::QueuedConnection);
    };
    add(QStringLiteral("englishAction"), QStringLiteral("Language: English"),
        {key(Qt::CTRL | Qt::ALT | Qt::Key_E)}, [language] { language(QStringLiteral("en")); });
    add(QStringLiteral("frenchAction"), QStringLiteral("Langue : français"),
        {key(Qt::CTRL | Qt::ALT | Qt::Key_F)}, [language] { language(QStringLiteral("fr")); });
    add(QStringLiteral("resetLayoutAction"), tr("Reset the layout"), {key(Qt::CTRL | Qt::ALT | Qt::Key_R)},
        [this] { resetLayout(); });
    add(QStringLiteral("quitAction"), tr("Quit"), {key(Qt::CTRL | Qt::Key_Q)}, [this] { close(); });
}

void MainWindow::buildRail()
{
    m_rail = new QToolBar(this);
    m_rail->setObjectName(QStringLiteral("rail"));
    m_rail->setAccessibleName(tr("Places"));
    m_rail->setMovable(false);
    m_rail->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    m_rail->setIconSize({22, 22});
    addToolBar(Qt::LeftToolBarArea, m_rail);
    const auto place = [this](const QString& text, const QString& icon, QWidget* page,
                              std::function<void()> what) {
        auto* action = m_rail->addAction(text);
        action->setProperty(symbolProperty, icon);
        action->setCheckable(page != nullptr);
        action->setData(QVariant::fromValue<QObject*>(page));
        connect(action, &QAction::triggered, this, [what = std::move(what)] { what(); });
    };
    place(tr("New call\nF2"), QStringLiteral("call-start"), nullptr, [this] { takeCall(); });
    place(tr("Queue\nF3"), QStringLiteral("view-list-details"), m_queue, [this] { goTo(m_queue); });
    place(tr("Search\nF4"), QStringLiteral("edit-find"), m_search, [this] { goTo(m_search); });
    place(tr("Rules\nCtrl+R"), QStringLiteral("view-list-tree"), m_rules, [this] { goTo(m_rules); });
    place(tr("Study\nCtrl+I"), QStringLiteral("view-statistics"), m_study, [this] { goTo(m_study); });
    auto* gap = new QWidget(m_rail);
    gap->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_rail->addWidget(gap);
    place(tr("Settings\nCtrl+,"), QStringLiteral("configure"), m_settingsPage,
          [this] { goTo(m_settingsPage); });
    place(tr("Keys\nF1"), QStringLiteral("help-keybord-shortcuts"), nullptr, [this] { showKeys(); });
    place(tr("Lock\nCtrl+L"), QStringLiteral("object-locked"), nullptr, [this] { lock(); });
    paintRail();
}

void MainWindow::paintRail()
{
    for (auto* action : m_rail->actions()) {
        action->setIcon(symbol(action->property(symbolProperty).toString(), palette()));
    }
}

QList<QAction*> MainWindow::usableActions() const
{
    QList<QAction*> usable;
    QList<QWidget*> scopes{m_stack->currentWidget()};
    if (m_intake->isVisible()) {
        scopes << m_intake;
    }
    for (const auto* scope : std::as_const(scopes)) {
        for (auto* action : scope->actions()) {
            if (action->isEnabled()) {
                usable << action;
            }
        }
    }
    for (auto* action : actions()) {
        if (action->isEnabled()) {
            usable << action;
        }
    }
    return usable;
}

void MainWindow::showKeys()
{
    QList<Sheet::Line> lines;
    for (const auto* action : usableActions()) {
        QStringList keys;
        for (const auto& shortcut : action->shortcuts()) {
            keys << shortcut.toString(QKeySequence::NativeText);
        }
        lines.append({action->text(), keys.join(QStringLiteral(", "))});
    }
    m_sheet->showLines(tr("Keys of this screen"), lines);
}

void MainWindow::showPassages()
{
    auto proposal = m_intake->isVisible() ? m_intake->recommendation() : std::nullopt;
    if (!proposal && m_stack->currentWidget() == m_case) {
        proposal = m_case->recommendation();
    }
    m_sheet->showText(tr("What the proposal stands on"),
                      proposal
                          ? passagesHtml(*proposal, coloursFor(palette()))
                          : tr("There is no proposal here: take a call up to its motives, or open a case "
                               "that was decided."));
}

void MainWindow::showHistory()
{
    QList<Sheet::Line> lines;
    for (const auto& line : std::as_const(m_history)) {
        lines.append({line, {}});
    }
    if (lines.isEmpty()) {
        lines.append({tr("Nothing yet since the vault was opened."), {}});
    }
    m_sheet->showLines(tr("What was done"), lines);
}

} // namespace chevet::screens
