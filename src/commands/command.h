// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a command is: its name, its help, its options, and what it does. One file for each group of commands;
// commands.cpp lists them.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>

namespace chevet::commands {

struct Option
{
    enum class Takes
    {
        Nothing,
        Value
    };
    const char* name = nullptr;
    Takes takes = Takes::Value;
};

/// A command line that was understood.
class Arguments
{
public:
    bool has(const char* option) const;
    QString value(const char* option) const;
    const QStringList& positional() const { return m_positional; }

private:
    friend tl::expected<Arguments, QString> understand(const QStringList&, std::span<const Option>);
    QStringList m_names;
    QStringList m_values;
    QStringList m_positional;
};

/// The error is one sentence. `words` are what follows the command's name.
tl::expected<Arguments, QString> understand(const QStringList& words, std::span<const Option> options);

/// A whole number in plain digits, within the bounds; the error is one sentence that names the option.
tl::expected<std::int64_t, QString> number(const Arguments& arguments, const char* option, std::int64_t usual,
                                           std::int64_t lowest, std::int64_t highest);

struct Command
{
    const char* name;
    const char* summary; ///< one line of the overall help
    const char* help;    ///< the whole of its own
    std::span<const Option> options;
    int (*run)(const Arguments& arguments);
};

const Command& studyCommand();
const Command& triageCommand();
const Command& rulesCommand();
const Command& initCommand();
const Command& sampleCommand();
const Command& queueCommand();
const Command& caseCommand();
const Command& searchCommand();
const Command& verifyCommand();
const Command& tourCommand();
/// For the tour: one that can draw, also where there is no display.
std::unique_ptr<QCoreApplication> applicationWithWindows(int& argc, char** argv);

} // namespace chevet::commands
