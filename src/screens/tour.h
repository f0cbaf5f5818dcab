// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A tour of the real screens: a nurse founds a team, looks at the sample's queue, takes a call, decides,
// finds the case again, by key events alone; a PNG of each screen goes into a folder. Every step waits for
// its condition; one that never comes ends the tour with the step's name. Thread: gui.
#pragma once

#include "workflow/vault_door.h"

#include <QObject>
#include <QTimer>

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace chevet::screens {

class MainWindow;

class Tour : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Tour)

public:
    /// The vaults of `workplace` must be in folders made for the tour: it founds a team there.
    Tour(workflow::Workplace workplace, std::filesystem::path pictures, QObject* parent = nullptr);
    ~Tour() override;

    void start();
    /// Names of the pictures written so far, without the folder.
    const QStringList& pictures() const { return m_names; }

Q_SIGNALS:
    /// `problem` is empty, or names the step that did not come to its end.
    void finished(const QString& problem);

private:
    struct Step
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> isDone; ///< empty: at once
    };

    void then(const QString& name, std::function<void()> act, std::function<bool()> isDone = {});
    void keys(const QString& text);
    void press(QKeyCombination keys);
    void picture(const QString& name);
    static bool hasFocus(const char* name);

    void scriptFirstStart();
    void scriptQueue();
    void scriptIntake();
    void scriptProposal();
    void scriptAfterwards();
    void scriptConsultation(const QString& number);
    void scriptFrench();
    void scriptFrenchCase();
    void scriptRules(const QString& language, QSize size, const QString& number);
    void scriptOverlay(const QString& language, const QString& number);
    void scriptStudy(const QString& language, const QString& number);
    QString wordsOf(const char* label) const;

    void advance();
    void finish(const QString& problem);

    workflow::Workplace m_workplace;
    std::filesystem::path m_folder;
    std::unique_ptr<workflow::VaultDoor> m_door;
    std::unique_ptr<MainWindow> m_window;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    bool m_acted = false;
    int m_polls = 0;
    QTimer m_timer;
    QStringList m_names;
};

} // namespace chevet::screens
