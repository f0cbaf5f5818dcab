// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/lookup_step.h"

#include "screens/elided_label.h"
#include "screens/look.h"
#include "screens/lookup_field.h"
#include "workflow/intake.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace chevet::screens {

LookupStep::LookupStep(const QString& name, const QString& caption, const QString& placeholder,
                       QWidget* parent)
    : QWidget(parent)
{
    auto* label = new QLabel(caption, this);
    m_field = new LookupField(this);
    m_field->setUp(name + QStringLiteral("Edit"), caption, placeholder);
    label->setBuddy(m_field->edit());
    m_summary = new ElidedLabel(this);
    m_summary->setObjectName(name + QStringLiteral("Summary"));
    makeQuiet(m_summary);
    m_summary->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gridStep / 2);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_summary);
    connect(m_field, &LookupField::passed, this, &LookupStep::done);
}

void LookupStep::setForm(QWidget* form)
{
    m_form = form;
    m_form->hide();
    layout()->addWidget(m_form);
}

void LookupStep::takeIntake(workflow::Intake* intake)
{
    m_intake = intake;
    m_adding = false;
    m_form->hide();
    m_field->settle({});
    if (intake != nullptr) {
        connect(intake, &workflow::Intake::refused, this,
                [this] { m_adding = false; }); // the form stays as typed
    }
}

workflow::Intake* LookupStep::intake() const
{
    return m_intake;
}

bool LookupStep::startAdding()
{
    if (m_adding) {
        return false;
    }
    m_adding = true;
    return true;
}

void LookupStep::hideForm()
{
    m_form->hide();
}

void LookupStep::showNothing()
{
    m_summary->hide();
}

void LookupStep::showChosen(const QString& name, bool isNew)
{
    m_summary->show();
    if (m_adding && isNew) {
        m_adding = false;
        m_form->hide();
        m_field->settle(name);
        Q_EMIT done();
    }
    if (!m_field->isOpen()) {
        m_field->settle(name);
    }
}

void LookupStep::showSummary(QStringList parts, bool isContested)
{
    if (isContested) {
        parts << tr("two values stand side by side");
    }
    parts << tr("F9 corrects");
    m_summary->setText(parts.join(u" · "));
}

void LookupStep::begin()
{
    m_field->edit()->setFocus(Qt::OtherFocusReason);
    m_field->edit()->selectAll();
}

bool LookupStep::isFormOpen() const
{
    return !m_form->isHidden();
}

void LookupStep::closeForm()
{
    m_form->hide();
    begin();
}

} // namespace chevet::screens
