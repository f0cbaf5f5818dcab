// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times, dates, names and ages as read. The local time comes from the injected clock, never from the machine.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace chevet::workflow {

namespace {

constexpr std::int64_t minuteMillis = 60'000;
constexpr std::int64_t hourMinutes = 60;
constexpr std::int64_t dayMinutes = 24 * hourMinutes;

/// The local wall-clock time, written as if it were UTC.
QDateTime localTime(Instant at, const Clock& clock)
{
    return QDateTime::fromMSecsSinceEpoch(at.millis + clock.offsetMinutes(at) * minuteMillis,
                                          QTimeZone::utc());
}

QString hourText(const QDateTime& local)
{
    return QLocale().toString(local.time(), QStringLiteral("HH:mm"));
}

QString overdueText(std::int64_t minutes)
{
    if (minutes < hourMinutes) {
        return said(QT_TRANSLATE_NOOP("Sentences", "+%1 min")).arg(minutes);
    }
    if (minutes < dayMinutes) {
        return said(QT_TRANSLATE_NOOP("Sentences", "+%1 h")).arg(minutes / hourMinutes);
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "+%1 d")).arg(minutes / dayMinutes);
}

} // namespace

QString dueText(Instant due, Instant now, const Clock& clock)
{
    const auto span = due.millis - now.millis;
    if (span < 0) {
        const auto minutes = -span / minuteMillis;
        return minutes == 0 ? said(QT_TRANSLATE_NOOP("Sentences", "now")) : overdueText(minutes);
    }
    const auto minutes = (span + minuteMillis - 1) / minuteMillis;
    if (minutes == 0) {
        return said(QT_TRANSLATE_NOOP("Sentences", "now"));
    }
    if (minutes < 2 * hourMinutes) {
        return said(QT_TRANSLATE_NOOP("Sentences", "in %1 min")).arg(minutes);
    }
    const auto local = localTime(due, clock);
    const auto days = localTime(now, clock).date().daysTo(local.date());
    if (days == 0 || minutes < dayMinutes / 2) {
        return said(QT_TRANSLATE_NOOP("Sentences", "in %1 h")).arg(minutes / hourMinutes);
    }
    if (days == 1) {
        return said(QT_TRANSLATE_NOOP("Sentences", "tomorrow %1")).arg(hourText(local));
    }
    return timeText(due, now, clock);
}

QString spanText(std::chrono::minutes span)
{
    const auto minutes = static_cast<int>(span.count());
    if (minutes < 2 * hourMinutes) {
        return said(QT_TRANSLATE_NOOP("Sentences", "%1 min")).arg(minutes);
    }
    return minutes < 2 * dayMinutes
               ? said(QT_TRANSLATE_NOOP("Sentences", "%1 h")).arg(minutes / hourMinutes)
               : said(QT_TRANSLATE_NOOP("Sentences", "%1 days")).arg(minutes / dayMinutes);
}

QString timeText(Instant at, Instant now, const Clock& clock)
{
    const auto local = localTime(at, clock);
    const auto days = localTime(now, clock).date().daysTo(local.date());
    if (days == 0) {
        return hourText(local);
    }
    if (days > -7 && days < 7) {
        return QLocale().toString(local.date(), QStringLiteral("ddd")) + QLatin1Char(' ') + hourText(local);
    }
    return QLocale().toString(local.date(), QLocale::ShortFormat) + QLatin1Char(' ') + hourText(local);
}

QString dateText(const Date& date)
{
    const QDate day(date.year, date.month, date.day);
    // Always four digits for the year: residents are born in both centuries that two digits could mean.
    return QLocale().toString(day, said(QT_TRANSLATE_NOOP("Sentences", "dd/MM/yyyy")));
}

QString residentText(const std::string& familyName, const std::string& givenName, bool provisional)
{
    auto name = (fromUtf8(familyName).toUpper() + QLatin1Char(' ') + fromUtf8(givenName)).simplified();
    if (name.isEmpty()) {
        name = said(QT_TRANSLATE_NOOP("Sentences", "name unknown"));
    }
    return provisional ? said(QT_TRANSLATE_NOOP("Sentences", "%1 (provisional identity)")).arg(name) : name;
}

QString ageText(const std::optional<Date>& birthDate, const Date& today)
{
    if (!birthDate || !birthDate->isValid() || birthDate->yearsUntil(today) < 0) {
        return said(QT_TRANSLATE_NOOP("Sentences", "age unknown"));
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "%1 years")).arg(birthDate->yearsUntil(today));
}

} // namespace chevet::workflow
