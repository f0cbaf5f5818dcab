// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/home_form.h"

#include "screens/look.h"

#include "ui_new_home_form.h"

namespace chevet::screens {

using clinical::FieldValue;
using clinical::HomeField;

namespace {

constexpr int longestTravel = 1440;

QString shown(const std::string& text)
{
    return QString::fromStdString(text);
}

FieldValue valueOf(const std::optional<int>& number)
{
    return number ? FieldValue(*number) : FieldValue();
}

FieldValue valueOf(const std::optional<bool>& flag)
{
    return flag ? FieldValue(*flag) : FieldValue();
}

} // namespace

HomeForm::HomeForm(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::HomeForm>())
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeEmphasised(m_ui->titleLabel);
    m_ui->problemLabel->hide();
    for (auto* edit : findChildren<QLineEdit*>()) {
        connect(edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
        connect(edit, &QLineEdit::textEdited, m_ui->problemLabel, &QLabel::hide);
    }
    connect(m_ui->saveButton, &QPushButton::clicked, this, &HomeForm::record);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &HomeForm::cancelled);
}

HomeForm::~HomeForm() = default;

void HomeForm::openNew(const QString& name)
{
    m_before.reset();
    clinical::Home home;
    home.name = name.toStdString();
    fill(home);
    m_ui->titleLabel->setText(tr("New home"));
    (name.isEmpty() ? m_ui->nameEdit : m_ui->townEdit)->setFocus(Qt::OtherFocusReason);
}

void HomeForm::openCorrect(const clinical::HomeView& home)
{
    m_before = home.home;
    fill(home.home);
    m_ui->titleLabel->setText(tr("Correct this home"));
    m_ui->nameEdit->setFocus(Qt::OtherFocusReason);
}

void HomeForm::fill(const clinical::Home& home)
{
    m_ui->problemLabel->hide();
    m_ui->nameEdit->setText(shown(home.name));
    m_ui->townEdit->setText(shown(home.town));
    m_ui->phoneEdit->setText(shown(home.phone));
    m_ui->onCallEdit->setText(shown(home.onCall));
    m_ui->travelEdit->setText(home.travelMinutes ? QString::number(*home.travelMinutes) : QString());
    m_ui->videoChoice->setValue(home.video);
    show();
}

std::optional<clinical::Home> HomeForm::typed()
{
    clinical::Home home = m_before.value_or(clinical::Home{});
    home.name = m_ui->nameEdit->text().trimmed().toStdString();
    home.town = m_ui->townEdit->text().trimmed().toStdString();
    home.phone = m_ui->phoneEdit->text().trimmed().toStdString();
    home.onCall = m_ui->onCallEdit->text().trimmed().toStdString();
    home.video = m_ui->videoChoice->value();
    const QString travel = m_ui->travelEdit->text().trimmed();
    bool isNumber = true;
    home.travelMinutes = travel.isEmpty() ? std::nullopt : std::optional(travel.toInt(&isNumber));
    const auto refuse = [this](QLineEdit* edit, const QString& why) {
        m_ui->problemLabel->setText(why);
        m_ui->problemLabel->show();
        edit->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    };
    if (home.name.empty()) {
        return refuse(m_ui->nameEdit, tr("The home has no name yet: type the name that the team uses."));
    }
    if (!isNumber || home.travelMinutes.value_or(0) < 0 || home.travelMinutes.value_or(0) > longestTravel) {
        return refuse(m_ui->travelEdit,
                      tr("Travel is a number of minutes, 0 to 1440: correct it or leave it empty."));
    }
    return home;
}

void HomeForm::record()
{
    const auto home = typed();
    if (!home) {
        return;
    }
    if (!m_before) {
        Q_EMIT added(*home);
        return;
    }
    std::vector<Correction> corrections;
    const auto compare = [&corrections](HomeField field, const auto& before, const auto& now) {
        if (before != now) {
            corrections.emplace_back(field, now);
        }
    };
    compare(HomeField::Name, m_before->name, home->name);
    compare(HomeField::Town, m_before->town, home->town);
    compare(HomeField::Phone, m_before->phone, home->phone);
    compare(HomeField::OnCall, m_before->onCall, home->onCall);
    if (m_before->travelMinutes != home->travelMinutes) {
        corrections.emplace_back(HomeField::TravelMinutes, valueOf(home->travelMinutes));
    }
    if (m_before->video != home->video) {
        corrections.emplace_back(HomeField::Video, valueOf(home->video));
    }
    Q_EMIT corrected(corrections);
}

} // namespace chevet::screens
