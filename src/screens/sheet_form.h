// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sheet of a consultation, one column to scroll, filled in while talking: every field takes letters, so
// that only function keys do anything else. Shows a sheet and tells of every change. Thread: gui.
#pragma once

#include "clinical/consultation.h"

#include <QWidget>

#include <array>
#include <map>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace chevet::screens {

class TriChoice;

class SheetForm : public QWidget
{
    Q_OBJECT

public:
    explicit SheetForm(QWidget* parent = nullptr);

    /// Leaves a field that shows the same already as it is, so that nobody's cursor jumps.
    void showSheet(const clinical::ConsultationSheet& sheet, clinical::ConsultationType type);
    clinical::ConsultationSheet sheet() const;
    void focusObjective();
    /// To the first empty line of advice.
    void focusAdvice();

Q_SIGNALS:
    void edited();

private:
    struct Step
    {
        QLineEdit* text = nullptr;
        QLineEdit* prescriber = nullptr;
        QCheckBox* repeated = nullptr;
    };

    QLabel* heading(const QString& words);
    QLineEdit* line(const QString& name, const QString& words);
    QLineEdit* score(const QString& name, const QString& words);
    QPlainTextEdit* words(const QString& name, const QString& words);
    void addSymptoms();
    void addPain();
    void addFindings();
    void addStep();
    void keepUnshown(const clinical::ConsultationSheet& sheet);
    void showSteps(const std::vector<clinical::AdvisedStep>& steps);
    void tell();

    QVBoxLayout* m_column;
    QVBoxLayout* m_steps = nullptr;
    QLineEdit* m_objective;
    QLineEdit* m_present;
    TriChoice* m_private;
    QLineEdit* m_communication;
    std::map<clinical::Symptom, QLineEdit*> m_symptoms;
    QWidget* m_painOfCare = nullptr;
    std::array<QLineEdit*, 2> m_pain{};
    QPlainTextEdit* m_appearance;
    std::vector<std::pair<QString, QLineEdit*>> m_findings;
    QPlainTextEdit* m_assessment;
    std::vector<Step> m_advice;
    QLineEdit* m_followUp;
    QLineEdit* m_ifWorse;
    clinical::ConsultationSheet m_unshown; ///< findings and symptoms that have no field here; kept
    bool m_isShowing = false;
};

} // namespace chevet::screens
