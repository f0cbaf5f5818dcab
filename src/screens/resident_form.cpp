// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screens/resident_form.h"

#include "screens/keys.h"
#include "screens/look.h"

#include "ui_new_resident_form.h"

namespace chevet::screens {

using clinical::FieldValue;
using clinical::ResidentField;

std::optional<Date> birthDateOf(const QString& ddmmyyyy)
{
    const QString digits = identityOf(ddmmyyyy).digits;
    if (digits.size() != 8) {
        return std::nullopt;
    }
    Date date;
    date.day = static_cast<std::uint8_t>(digits.left(2).toUInt());
    date.month = static_cast<std::uint8_t>(digits.mid(2, 2).toUInt());
    date.year = static_cast<std::int16_t>(digits.mid(4).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

ResidentForm::ResidentForm(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::ResidentForm>())
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    makeEmphasised(m_ui->titleLabel);
    m_ui->checkedChoice->setWords(tr("Checked"), tr("Provisional"));
    m_ui->problemLabel->hide();
    for (auto* edit : findChildren<QLineEdit*>()) {
        connect(edit, &QLineEdit::returnPressed, this, [this] { focusNextChild(); });
        connect(edit, &QLineEdit::textEdited, m_ui->problemLabel, &QLabel::hide);
    }
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ResidentForm::record);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &ResidentForm::cancelled);
}

ResidentForm::~ResidentForm() = default;

void ResidentForm::openNew(const QString& familyName, const QString& birthDigits)
{
    m_before.reset();
    clinical::Resident resident;
    resident.familyName = familyName.toUpper().toStdString();
    resident.provisional = true;
    fill(resident, birthDigits);
    m_ui->titleLabel->setText(tr("New resident"));
    m_ui->familyNameEdit->setFocus(Qt::OtherFocusReason);
    m_ui->familyNameEdit->end(false);
}

void ResidentForm::openCorrect(const clinical::ResidentView& resident)
{
    m_before = resident.resident;
    const auto& date = resident.resident.birthDate;
    fill(resident.resident, date ? QStringLiteral("%1%2%3")
                                       .arg(int(date->day), 2, 10, QLatin1Char('0'))
                                       .arg(int(date->month), 2, 10, QLatin1Char('0'))
                                       .arg(int(date->year), 4, 10, QLatin1Char('0'))
                                 : QString());
    m_ui->titleLabel->setText(tr("Correct this resident"));
    m_ui->familyNameEdit->setFocus(Qt::OtherFocusReason);
}

void ResidentForm::fill(const clinical::Resident& resident, const QString& birthDigits)
{
    m_ui->problemLabel->hide();
    m_ui->familyNameEdit->setText(QString::fromStdString(resident.familyName));
    m_ui->givenNameEdit->setText(QString::fromStdString(resident.givenName));
    m_ui->birthDateEdit->setText(birthDigits);
    m_ui->roomEdit->setText(QString::fromStdString(resident.room));
    m_ui->physicianEdit->setText(QString::fromStdString(resident.treatingPhysician));
    m_ui->checkedChoice->setChosen(resident.provisional ? 1 : 0);
    show();
}

std::optional<clinical::Resident> ResidentForm::typed()
{
    clinical::Resident resident = m_before.value_or(clinical::Resident{});
    resident.familyName = m_ui->familyNameEdit->text().trimmed().toStdString();
    resident.givenName = m_ui->givenNameEdit->text().trimmed().toStdString();
    resident.room = m_ui->roomEdit->text().trimmed().toStdString();
    resident.treatingPhysician = m_ui->physicianEdit->text().trimmed().toStdString();
    const QString born = m_ui->birthDateEdit->text().trimmed();
    resident.birthDate = birthDateOf(born);
    const auto refuse = [this](QLineEdit* edit, const QString& why) {
        m_ui->problemLabel->setText(why);
        m_ui->problemLabel->show();
        edit->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    };
    if (resident.familyName.empty()) {
        return refuse(m_ui->familyNameEdit,
                      tr("The name is missing: type what the caller says, it can be corrected later."));
    }
    if (!born.isEmpty() && !resident.birthDate) {
        return refuse(m_ui->birthDateEdit,
                      tr("This is no day: type eight digits, day month year, or leave it empty."));
    }
    resident.provisional = m_ui->checkedChoice->chosen() != 0 || !resident.birthDate;
    return resident;
}

void ResidentForm::warn(const QString& words)
{
    m_ui->problemLabel->setText(words);
    m_ui->problemLabel->show();
}

void ResidentForm::record()
{
    const auto resident = typed();
    if (!resident) {
        return;
    }
    if (!m_before) {
        Q_EMIT added(*resident);
        return;
    }
    std::vector<Correction> corrections;
    const auto compare = [&corrections](ResidentField field, const auto& before, const auto& now) {
        if (before != now) {
            corrections.emplace_back(field, FieldValue(now));
        }
    };
    compare(ResidentField::FamilyName, m_before->familyName, resident->familyName);
    compare(ResidentField::GivenName, m_before->givenName, resident->givenName);
    compare(ResidentField::Room, m_before->room, resident->room);
    compare(ResidentField::TreatingPhysician, m_before->treatingPhysician, resident->treatingPhysician);
    compare(ResidentField::Provisional, m_before->provisional, resident->provisional);
    if (m_before->birthDate != resident->birthDate) {
        corrections.emplace_back(ResidentField::BirthDate,
                                 resident->birthDate ? FieldValue(*resident->birthDate) : FieldValue());
    }
    Q_EMIT corrected(corrections);
}

} // namespace chevet::screens
