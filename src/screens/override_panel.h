// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Deciding otherwise than proposed, up or down alike: the modality came with its key, a reason is one key
// more, words are optional. Thread: gui.
#pragma once

#include "clinical/recommendation.h"
#include "clinical/record_words.h"
#include "workflow/override_reasons.h"

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;

namespace chevet::screens {

class ChipLine;

class OverridePanel : public QWidget
{
    Q_OBJECT

public:
    explicit OverridePanel(QWidget* parent = nullptr);

    /// What can be chosen, in the order of the keys.
    void setReasons(const std::vector<workflow::OverrideChoice>& reasons);
    void open(const clinical::Recommendation& proposal, clinical::Modality modality);
    void close();
    bool isOpen() const { return !isHidden(); }
    /// Enter or Ctrl+Enter: decides if there is a reason, else asks for it.
    void decide();

Q_SIGNALS:
    void decided(chevet::clinical::Modality modality, chevet::clinical::Priority priority,
                 const chevet::workflow::OverrideChoice& reason, const QString& words);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildChips();
    void connectParts();
    void showTitle();

    clinical::Recommendation m_proposal;
    clinical::Modality m_modality = clinical::Modality::InPersonVisit;
    std::vector<workflow::OverrideChoice> m_reasons;
    QLabel* m_title = nullptr;
    ChipLine* m_modalities = nullptr;
    ChipLine* m_priorities = nullptr;
    ChipLine* m_reasonLine = nullptr;
    QLineEdit* m_words = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace chevet::screens
