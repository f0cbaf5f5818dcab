// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real window on a team founded for one test, driven by keys that are counted. Waits for conditions,
// never for time.
#pragma once

#include "casebook/casebook.h"
#include "screens/main_window.h"
#include "support/temporary_folder.h"
#include "workflow/desk.h"
#include "workflow/queue_model.h"
#include "workflow/vault_door.h"

#include <QString>

#include <functional>
#include <memory>

namespace chevet::test {

inline const QString passphrase = QStringLiteral("Sept mots simples: ruban lampe 42");

class DeskWindow
{
public:
    /// Shows the window on an empty folder; `language` is "en" or "fr".
    explicit DeskWindow(const QString& language = QStringLiteral("en"),
                        std::shared_ptr<workflow::CallStarter> calls = {});
    ~DeskWindow();

    // ---- keys ----
    void press(QKeyCombination keys);
    void type(const QString& text);
    int keys() const { return m_keys; }
    void countAnew() { m_keys = 0; }

    // ---- waiting ----
    /// Fails the test if the condition does not come true within a generous time.
    void until(const char* what, const std::function<bool()>& condition);
    void untilFocus(const QString& objectName);
    QString focusName() const;

    // ---- the window ----
    screens::MainWindow& window() { return *m_window; }
    workflow::Desk& desk() { return *m_window->desk(); }
    template<class Widget> Widget* find(const QString& name)
    {
        for (auto* widget : m_window->findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                return widget;
            }
        }
        return nullptr;
    }
    QString textOf(const QString& labelName);

    // ---- courses that many tests begin with ----
    void foundTeam();
    void openSample();
    /// Takes a call up to the motives: home and resident are made if they don't exist.
    void addHomeAndResident(const QString& home, const QString& birthDigits, const QString& family,
                            const QString& given);
    /// The case that the queue has chosen.
    CaseId currentCase();

    /// Closes the window and opens the vault without it.
    std::unique_ptr<casebook::Casebook> closeAndOpenCasebook();
    void closeWindow();
    void openWindow();

    const workflow::Workplace& workplace() const { return m_workplace; }
    FixedClock& clock() { return *m_clock; }
    const TemporaryFolder& folder() const { return m_folder; }

private:
    TemporaryFolder m_folder;
    std::shared_ptr<FixedClock> m_clock;
    workflow::Workplace m_workplace;
    std::unique_ptr<workflow::VaultDoor> m_door;
    std::unique_ptr<screens::MainWindow> m_window;
    int m_keys = 0;
};

} // namespace chevet::test
