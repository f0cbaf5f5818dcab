// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/main_window.h"

#include "screens/case_page.h"
#include "screens/consultation_page.h"
#include "screens/first_start_page.h"
#include "screens/idle_lock.h"
#include "screens/intake_pane.h"
#include "screens/language.h"
#include "screens/pictures.h"
#include "screens/preview_pane.h"
#include "screens/queue_page.h"
#include "screens/rules_page.h"
#include "screens/search_page.h"
#include "screens/settings_page.h"
#include "screens/sheet.h"
#include "screens/status_words.h"
#include "screens/study_page.h"
#include "screens/toast.h"
#include "screens/unlock_page.h"
#include "workflow/desk.h"
#include "workflow/intake.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QLabel>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace chevet::screens {

namespace {

constexpr int dockWidth = 52 * gridStep;

} // namespace

MainWindow::MainWindow(workflow::VaultDoor& door, workflow::Workplace workplace)
    : m_door(door), m_workplace(std::move(workplace)), m_settings(m_workplace.settingsFile), m_look(*qApp),
      m_folder(m_workplace.defaultVault)
{
    setObjectName(QStringLiteral("mainWindow"));
    m_look.setTheme(m_settings.theme());
    speak(m_settings.language());
    findIconTheme();

    auto* since = new QElapsedTimer;
    since->start();
    m_idle = new IdleLock(
        *qApp,
        [clock = std::shared_ptr<QElapsedTimer>(since)] {
            return std::chrono::milliseconds(clock->elapsed());
        },
        this);
    connect(m_idle, &IdleLock::expired, this, &MainWindow::lock);
    connect(m_idle, &IdleLock::ticked, this, [this] { m_status->showLock(m_idle->left()); });
    connect(&m_door, &workflow::VaultDoor::opened, this, &MainWindow::enter);

    build();
    restorePlace();
    showDoor();
}

MainWindow::~MainWindow()
{
    leave();
}

void MainWindow::build()
{
    qDeleteAll(actions());
    m_deskActions.clear();
    m_rail = nullptr;
    for (auto* part : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        delete part; // the screens of another language
    }
    setWindowTitle(tr("Chevet"));
    setMinimumSize(110 * gridStep, 68 * gridStep);
    setContextMenuPolicy(Qt::NoContextMenu);

    auto* centre = new QWidget(this);
    m_noticeLine = new QLabel(centre);
    m_noticeLine->setObjectName(QStringLiteral("noticeLine"));
    m_noticeLine->setWordWrap(true);
    m_noticeLine->setTextFormat(Qt::PlainText);
    m_noticeLine->setContentsMargins(2 * gridStep, gridStep, 2 * gridStep, gridStep);
    m_noticeLine->hide();
    m_stack = new QStackedWidget(centre);
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_noticeLine);
    layout->addWidget(m_stack, 1);
    setCentralWidget(centre);

    buildPages();
    buildSide();
    m_status = new StatusWords(this);
    setStatusBar(m_status);
    m_toast = new Toast(this);
    m_sheet = new Sheet(this);
    buildActions();
    buildRail();
    connectPages();
}

void MainWindow::buildPages()
{
    m_firstStart = new FirstStartPage(m_door, m_workplace, m_stack);
    m_unlock = new UnlockPage(m_door, m_workplace, m_stack);
    m_queue = new QueuePage(m_stack);
    m_case = new CasePage(m_stack);
    m_consultation = new ConsultationPage(m_stack);
    m_search = new SearchPage(m_stack);
    m_settingsPage = new SettingsPage(m_stack);
    m_rules = new RulesPage(m_stack);
    m_study = new StudyPage(m_stack);
    for (auto* page : std::initializer_list<QWidget*>{m_firstStart, m_unlock, m_queue, m_case, m_consultation,
                                                      m_search, m_settingsPage, m_rules, m_study}) {
        m_stack->addWidget(page);
    }
}

void MainWindow::buildSide()
{
    m_dockStack = new QStackedWidget(this);
    m_intake = new IntakePane(m_dockStack);
    m_preview = new PreviewPane(m_dockStack);
    m_dockStack->addWidget(m_intake);
    m_dockStack->addWidget(m_preview);
    m_dockStack->setMinimumWidth(dockWidth);
    m_dock = new QDockWidget(this);
    m_dock->setObjectName(QStringLiteral("sideDock"));
    m_dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    m_dock->setTitleBarWidget(new QWidget(m_dock));
    m_dock->setWidget(m_dockStack);
    m_dock->hide();
    addDockWidget(Qt::RightDockWidgetArea, m_dock);
}

void MainWindow::connectPages()
{
    connect(m_queue, &QueuePage::caseWanted, this, &MainWindow::openCase);
    connect(m_queue, &QueuePage::draftWanted, this, &MainWindow::resume);
    connect(m_queue, &QueuePage::previewWanted, this, &MainWindow::togglePreview);
    connect(m_queue, &QueuePage::currentCaseChanged, this, [this] {
        if (m_dock->isVisible() && m_dockStack->currentWidget() == m_preview) {
            m_preview->showCaseOf(m_desk.get(), m_queue->currentCase());
        }
    });
    connect(m_case, &CasePage::caseWanted, this, &MainWindow::openCase);
    connect(m_case, &CasePage::triageWanted, this, &MainWindow::triageAgain);
    connect(m_case, &CasePage::consultationWanted, this, &MainWindow::consult);
    connect(m_consultation, &ConsultationPage::liveChanged, this, &MainWindow::holdLock);
    connect(m_search, &SearchPage::caseWanted, this, &MainWindow::openCase);
    connect(m_settingsPage, &SettingsPage::themeWanted, this, &MainWindow::setTheme);
    connect(m_settingsPage, &SettingsPage::languageWanted, this, &MainWindow::setLanguage,
            Qt::QueuedConnection); // the page that asks is built anew
    connect(m_settingsPage, &SettingsPage::layoutResetWanted, this, &MainWindow::resetLayout);
    connect(m_intake, &IntakePane::decided, this, &MainWindow::afterDecision);
    connect(m_intake, &IntakePane::left, this, &MainWindow::back);
    connect(m_toast, &Toast::undoWanted, this, [this] {
        if (m_desk != nullptr) {
            m_desk->undo();
        }
    });
}

void MainWindow::setTheme(Theme theme)
{
    m_settings.setTheme(theme);
    m_look.setTheme(theme);
    m_settingsPage->showLook(theme, m_settings.language());
}

void MainWindow::setLanguage(const QString& language)
{
    if (m_consultation->isLive()) {
        m_notice = {tr("A consultation is going on: hang up first (F12)."), {}};
        showNotices();
        return; // the screens are built anew, and the call would end
    }
    m_settings.setLanguage(language);
    speak(language);
    build();
    if (m_desk != nullptr) {
        connectDesk();
    } else {
        showDoor();
    }
}

void MainWindow::goTo(QWidget* page)
{
    m_stack->setCurrentWidget(page);
    for (auto* action : m_rail->actions()) {
        action->setChecked(action->data().value<QObject*>() == page);
    }
    if (page == m_queue) {
        m_queue->focusList();
    } else if (page == m_search) {
        m_search->begin();
    } else if (page == m_case) {
        m_case->focusTimeline();
    } else if (page == m_consultation) {
        m_consultation->begin();
    } else if (page == m_rules) {
        m_rules->begin();
    } else if (page == m_study) {
        m_study->begin();
    } else if (page == m_settingsPage) {
        m_settingsPage->showLook(m_settings.theme(), m_settings.language());
        m_settingsPage->begin();
    }
}

void MainWindow::takeCall()
{
    if (m_desk == nullptr) {
        return;
    }
    m_intake->open(m_desk.get(), m_desk->takeCall(m_intake));
    showCall();
    m_queue->setOpenDraft(m_intake->draft());
    m_intake->begin();
}

void MainWindow::triageAgain(const CaseId& id)
{
    if (auto* intake = m_desk != nullptr ? m_desk->triageAgain(id, m_intake) : nullptr) {
        m_intake->open(m_desk.get(), intake);
        showCall();
        m_queue->setOpenDraft(m_intake->draft());
        m_intake->resume();
    }
}

void MainWindow::takeNext()
{
    if (m_desk != nullptr && m_intake->openNext()) {
        showCall();
        m_queue->setOpenDraft(m_intake->draft());
        m_intake->begin();
    }
}

void MainWindow::resume(const DraftId& id)
{
    if (m_desk == nullptr) {
        return;
    }
    if (auto* intake = m_desk->resume(id, m_intake)) {
        m_intake->open(m_desk.get(), intake);
        showCall();
        m_queue->setOpenDraft(m_intake->draft());
        m_intake->resume();
    }
}

void MainWindow::openCase(const CaseId& id)
{
    if (m_desk != nullptr) {
        m_case->open(id);
        if (m_dockStack->currentWidget() == m_preview) {
            hideSide();
        }
        goTo(m_case);
    }
}

void MainWindow::togglePreview()
{
    if (m_dock->isVisible() && m_dockStack->currentWidget() == m_preview) {
        hideSide();
        return;
    }
    if (m_dock->isVisible() || m_stack->currentWidget() != m_queue) {
        return; // a call is never pushed aside by a preview
    }
    m_preview->showCaseOf(m_desk.get(), m_queue->currentCase());
    m_dockStack->setCurrentWidget(m_preview);
    m_dock->show();
    resizeDocks({m_dock}, {dockWidth}, Qt::Horizontal);
}

void MainWindow::back()
{
    if (m_dock->isVisible() && m_dockStack->currentWidget() == m_intake && m_intake->hasKeyboard()) {
        if (!m_intake->stepBack()) {
            hideSide();
            m_intake->forget();
            m_queue->setOpenDraft(std::nullopt);
            goTo(m_queue);
        }
    } else if (m_dock->isVisible() && m_dockStack->currentWidget() == m_preview) {
        hideSide();
        goTo(m_queue);
    } else {
        const auto* const page = m_stack->currentWidget();
        const bool hasStepped =
            (page == m_case && m_case->stepBack()) || (page == m_queue && m_queue->clearWords());
        if (!hasStepped) {
            goTo(m_queue);
        }
    }
}

void MainWindow::afterDecision(const CaseId& id)
{
    hideSide();
    m_queue->setOpenDraft(std::nullopt);
    goTo(m_queue);
    m_queue->select(id);
    m_toast->addHint(tr("Shift+F2: same call, next resident"));
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_rail != nullptr) {
        paintRail();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_toast->place();
    m_sheet->place();
}

} // namespace chevet::screens
