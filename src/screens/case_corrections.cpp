// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Corrections of the record: a field by its key, then its new value. What is there stands in the line.
#include "screens/case_questions.h"
#include "screens/keys.h"
#include "screens/resident_form.h"
#include "screens/words.h"
#include "workflow/case_file.h"

#include <QCoreApplication>

#include <memory>
#include <variant>
#include <vector>

namespace chevet::screens::questions {

using clinical::FieldValue;
using clinical::HomeField;
using clinical::RequestField;
using clinical::ResidentField;
using workflow::CaseFile;
using Question = AskPanel::Question;
using Answer = AskPanel::Answer;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(chevet::screens::corrections)
};

enum class Form
{
    Text,
    Number,
    YesNo,
    Day
};

template<class Field> struct Entry
{
    Field field{};
    Form form = Form::Text;
    QString now;
};

QString text(const std::string& words)
{
    return QString::fromStdString(words);
}

QString yesNo(const std::optional<bool>& value)
{
    return !value ? QString() : *value ? Tr::tr("yes") : Tr::tr("no");
}

/// Nothing if the text can't be read in this form; an empty text is "unknown again".
std::optional<FieldValue> read(Form form, const QString& typed)
{
    if (form == Form::Text) {
        return FieldValue(typed.toStdString());
    }
    if (typed.isEmpty()) {
        return FieldValue();
    }
    if (form == Form::Day) {
        const auto date = birthDateOf(typed);
        return date ? std::optional<FieldValue>(*date) : std::nullopt;
    }
    if (form == Form::Number) {
        bool isNumber = false;
        const int number = typed.toInt(&isNumber);
        return isNumber && number >= 0 && number <= 1440 ? std::optional<FieldValue>(number) : std::nullopt;
    }
    const QChar first = typed[0].toUpper();
    if (first == QLatin1Char('O') || first == QLatin1Char('Y')) {
        return FieldValue(true);
    }
    return first == QLatin1Char('N') ? std::optional<FieldValue>(false) : std::nullopt;
}

QString wanted(Form form)
{
    switch (form) {
    case Form::Number: return Tr::tr("A number of minutes, 0 to 1440, or nothing.");
    case Form::YesNo: return Tr::tr("Yes or no, or nothing if not known.");
    case Form::Day: return Tr::tr("Eight digits, day month year, or nothing if not known.");
    case Form::Text: break;
    }
    return {};
}

template<class Field, class Correct>
Question correction(const QString& title, std::vector<Entry<Field>> entries, Correct correct)
{
    QStringList labels;
    for (const auto& entry : entries) {
        labels << workflow::word(entry.field);
    }
    const QStringList letters = mnemonics(labels);
    QList<ChipLine::Choice> choices;
    for (qsizetype i = 0; i < labels.size(); ++i) {
        choices.append({letters[i] + QString::number((i + 1) % 10), labels[i]});
    }
    const auto shared = std::make_shared<const std::vector<Entry<Field>>>(std::move(entries));
    Question question;
    question.title = title;
    question.chips = {{Tr::tr("Which field?"), choices}};
    question.lines = {{Tr::tr("New value"), {}}};
    question.textFor = [shared](int index) { return shared->at(static_cast<std::size_t>(index)).now; };
    question.record = [shared, correct](const Answer& answer) {
        if (answer.chips[0] < 0) {
            return Tr::tr("Choose the field by its key first.");
        }
        const auto& entry = shared->at(static_cast<std::size_t>(answer.chips[0]));
        const auto value = read(entry.form, answer.lines[0]);
        if (!value) {
            return wanted(entry.form);
        }
        if (answer.lines[0] != entry.now) {
            correct(entry.field, *value);
        }
        return QString();
    };
    return question;
}

} // namespace

Question correctResident(CaseFile& file)
{
    const auto& resident = file.view().resident.resident;
    const auto& date = resident.birthDate;
    const QString born = date ? QStringLiteral("%1%2%3")
                                    .arg(int(date->day), 2, 10, QLatin1Char('0'))
                                    .arg(int(date->month), 2, 10, QLatin1Char('0'))
                                    .arg(int(date->year), 4, 10, QLatin1Char('0'))
                              : QString();
    return correction<ResidentField>(
        Tr::tr("Correct the resident"),
        {{ResidentField::FamilyName, Form::Text, text(resident.familyName)},
         {ResidentField::GivenName, Form::Text, text(resident.givenName)},
         {ResidentField::BirthDate, Form::Day, born},
         {ResidentField::Room, Form::Text, text(resident.room)},
         {ResidentField::Provisional, Form::YesNo, yesNo(resident.provisional)},
         {ResidentField::TreatingPhysician, Form::Text, text(resident.treatingPhysician)},
         {ResidentField::HospitalAtHome, Form::Text, text(resident.hospitalAtHome)}},
        [&file](ResidentField field, const FieldValue& value) { file.correctResident(field, value); });
}

Question correctHome(CaseFile& file)
{
    const auto& home = file.view().home.home;
    return correction<HomeField>(
        Tr::tr("Correct the home"),
        {{HomeField::Name, Form::Text, text(home.name)},
         {HomeField::Town, Form::Text, text(home.town)},
         {HomeField::Phone, Form::Text, text(home.phone)},
         {HomeField::OnCall, Form::Text, text(home.onCall)},
         {HomeField::TravelMinutes, Form::Number,
          home.travelMinutes ? QString::number(*home.travelMinutes) : QString()},
         {HomeField::Video, Form::YesNo, yesNo(home.video)},
         {HomeField::Trained, Form::YesNo, yesNo(home.trained)},
         {HomeField::Agreement, Form::YesNo, yesNo(home.agreement)},
         {HomeField::Referent, Form::Text, text(home.referent)}},
        [&file](HomeField field, const FieldValue& value) { file.correctHome(field, value); });
}

Question correctRequest(CaseFile& file, const workflow::Desk& desk)
{
    QString caller;
    QString callerFunction;
    for (const auto& entry : file.view().timeline) {
        if (!entry.body) {
            continue;
        }
        const auto* received = std::get_if<clinical::RequestReceived>(&*entry.body);
        if (received != nullptr && received->id == file.id()) {
            caller = text(received->caller);
            callerFunction = text(received->callerFunction);
        }
        const auto* corrected = std::get_if<clinical::RequestCorrected>(&*entry.body);
        const auto* words = corrected != nullptr ? std::get_if<std::string>(&corrected->value) : nullptr;
        if (words != nullptr && corrected->id == file.id() && !entry.withdrawn) {
            if (corrected->field == RequestField::Caller) {
                caller = text(*words);
            } else if (corrected->field == RequestField::CallerFunction) {
                callerFunction = text(*words);
            }
        }
    }
    auto question = correction<RequestField>(
        Tr::tr("Correct the request"),
        {{RequestField::Resident, Form::Text, {}},
         {RequestField::Home, Form::Text, {}},
         {RequestField::Caller, Form::Text, caller},
         {RequestField::CallerFunction, Form::Text, callerFunction},
         {RequestField::CallbackPhone, Form::Text, text(file.view().row.callbackPhone)}},
        [&file](RequestField field, const FieldValue& value) { file.correctRequest(field, value); });
    question.next = [&file, &desk](int index) {
        return index == 0   ? std::optional(otherResident(file, desk))
               : index == 1 ? std::optional(otherHome(file))
                            : std::nullopt;
    };
    return question;
}

} // namespace chevet::screens::questions
