// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/command.h"

#include "commands/nearest_name.h"
#include "commands/say.h"

#include <QCommandLineParser>

#include <charconv>
#include <string>
#include <vector>

namespace chevet::commands {
namespace {

QString unknownOption(const QString& typed, std::span<const Option> options)
{
    std::vector<std::string_view> known;
    for (const auto& option : options) {
        known.emplace_back(option.name);
    }
    const auto sentence = say(QT_TRANSLATE_NOOP("Commands", "there is no option --%1")).arg(printable(typed));
    const auto nearest = nearestName(typed.toStdString(), known);
    return nearest.empty() ? sentence
                           : sentence + say(QT_TRANSLATE_NOOP("Commands", "; did you mean --%1?"))
                                            .arg(QString::fromStdString(nearest));
}

} // namespace

bool Arguments::has(const char* option) const
{
    return m_names.contains(QLatin1String(option));
}

QString Arguments::value(const char* option) const
{
    const auto at = m_names.indexOf(QLatin1String(option));
    return at < 0 ? QString() : m_values[at];
}

tl::expected<Arguments, QString> understand(const QStringList& words, std::span<const Option> options)
{
    QCommandLineParser parser;
    for (const auto& option : options) {
        const auto name = QString::fromLatin1(option.name);
        parser.addOption(
            {name, QString(), option.takes == Option::Takes::Value ? QStringLiteral("value") : QString()});
    }
    const bool isParsed = parser.parse(QStringList{QStringLiteral("chevet")} + words);
    if (const auto unknown = parser.unknownOptionNames(); !unknown.isEmpty()) {
        return tl::unexpected(unknownOption(unknown.first(), options));
    }
    if (!isParsed) {
        return tl::unexpected(say(QT_TRANSLATE_NOOP("Commands", "%1 needs a value, or must not have one"))
                                  .arg(words.join(QLatin1Char(' '))));
    }
    Arguments arguments;
    arguments.m_positional = parser.positionalArguments();
    for (const auto& option : options) {
        const auto name = QString::fromLatin1(option.name);
        if (!parser.isSet(name)) {
            continue;
        }
        if (parser.optionNames().count(name) > 1) {
            return tl::unexpected(say(QT_TRANSLATE_NOOP("Commands", "--%1 is given twice")).arg(name));
        }
        arguments.m_names.push_back(name);
        // Qt 6.8 complains on standard error when an option without a value is asked for one.
        arguments.m_values.push_back(option.takes == Option::Takes::Value ? parser.value(name) : QString());
    }
    return arguments;
}

tl::expected<std::int64_t, QString> number(const Arguments& arguments, const char* option, std::int64_t usual,
                                           std::int64_t lowest, std::int64_t highest)
{
    if (!arguments.has(option)) {
        return usual;
    }
    const auto text = arguments.value(option).toStdString();
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = fault == std::errc() && end == text.data() + text.size();
    if (!isWhole || value < lowest || value > highest) {
        return tl::unexpected(
            say(QT_TRANSLATE_NOOP("Commands", "--%1: “%2” is no whole number from %3 to %4"))
                .arg(QLatin1String(option), printable(arguments.value(option)), QString::number(lowest),
                     QString::number(highest)));
    }
    return value;
}

} // namespace chevet::commands
