// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/tour.h"

#include "screens/key_press.h"
#include "screens/main_window.h"
#include "workflow/vault_door.h"

#include <QApplication>
#include <QPixmap>

namespace chevet::screens {
namespace {

constexpr int pollMillis = 10;
constexpr int pollsUntilGivenUp = 30 * 1000 / pollMillis;

} // namespace

Tour::Tour(workflow::Workplace workplace, std::filesystem::path pictures, QObject* parent)
    : QObject(parent), m_workplace(std::move(workplace)), m_folder(std::move(pictures))
{
    m_timer.setInterval(pollMillis);
    connect(&m_timer, &QTimer::timeout, this, &Tour::advance);
}

Tour::~Tour() = default;

void Tour::start()
{
    m_door = std::make_unique<workflow::VaultDoor>(m_workplace);
    m_window = std::make_unique<MainWindow>(*m_door, m_workplace);
    m_window->setLanguage(QStringLiteral("en"));
    m_window->setTheme(Theme::Light);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    scriptFirstStart();
    scriptQueue();
    scriptIntake();
    scriptAfterwards();
    scriptFrench();
    scriptRules(QStringLiteral("fr"), {1024, 576}, QStringLiteral("27"));
    scriptRules(QStringLiteral("en"), {1280, 800}, QStringLiteral("28"));
    m_timer.start();
}

void Tour::then(const QString& name, std::function<void()> act, std::function<bool()> isDone)
{
    m_steps.push_back({name, std::move(act), std::move(isDone)});
}

void Tour::keys(const QString& text)
{
    typeText(*m_window, text);
}

void Tour::press(QKeyCombination keys)
{
    pressKey(*m_window, keys);
}

void Tour::picture(const QString& name)
{
    // What the step before has changed is laid out and painted first: the picture is taken from the event
    // loop.
    then(
        name, [] {}, [] { return true; });
    then(name, [this, name] {
        const QString file = QString::fromStdString((m_folder / (name.toStdString() + ".png")).string());
        if (!m_window->grab().save(file)) {
            finish(
                tr("The picture %1 could not be written. Choose a folder that can be written to.").arg(file));
            return;
        }
        m_names << name + QStringLiteral(".png");
    });
}

void Tour::advance()
{
    if (m_next >= m_steps.size()) {
        finish({});
        return;
    }
    // One step a turn of the event loop, so that what it has caused is done when the next one begins.
    const auto index = m_next;
    if (!m_acted) {
        m_acted = true;
        m_polls = 0;
        m_steps[index].act();
        if (!m_timer.isActive()) {
            return;
        }
    }
    if (!m_steps[index].isDone || m_steps[index].isDone()) {
        ++m_next;
        m_acted = false;
    } else if (++m_polls > pollsUntilGivenUp) {
        finish(m_steps[index].name);
    }
}

void Tour::finish(const QString& problem)
{
    m_timer.stop();
    if (!problem.isEmpty() && m_window != nullptr) {
        // What was to be seen where it stopped says most; if the folder is the problem, nothing is lost.
        static_cast<void>(
            m_window->grab().save(QString::fromStdString((m_folder / "stopped-here.png").string())));
    }
    m_window.reset();
    Q_EMIT finished(problem);
}

} // namespace chevet::screens
