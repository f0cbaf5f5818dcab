// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The log: one rotating file, named loggers. What can be logged is chosen by type: literals, numbers, error
// codes and random ids. A clinical or secret value has no LogField, so it cannot be logged by mistake.
#pragma once

#include "foundation/ids.h"
#include "foundation/result.h"

#include <concepts>
#include <filesystem>
#include <initializer_list>
#include <string>

namespace chevet {

enum class LogTopic
{
    Program,
    Vault,
    Store,
    Triage,
    Desk
};
enum class LogLevel
{
    Debug,
    Note,
    Warning,
    Fault
};

/// A literal text; anything computed does not convert.
class LogText
{
public:
    template<std::size_t N> consteval LogText(const char (&literal)[N]) : m_text(literal, N - 1) {}
    std::string_view view() const { return m_text; }

private:
    std::string_view m_text;
};

class LogField
{
public:
    template<std::integral Number>
    LogField(LogText name, Number value) : m_text(entry(name, std::to_string(value)))
    {}
    LogField(LogText name, ErrorCode code) : m_text(entry(name, std::string(errorName(code)))) {}
    LogField(LogText name, LogText value) : m_text(entry(name, std::string(value.view()))) {}
    template<class Tag> LogField(LogText name, const Id<Tag>& id) : m_text(entry(name, id.hex())) {}
    const std::string& text() const { return m_text; }

private:
    static std::string entry(LogText name, const std::string& value)
    {
        return std::string(name.view()) + "=" + value;
    }
    std::string m_text;
};

/// Sends the log to `file` (three files of 2 MiB in turn, mode 0600). Until then, and if the file can't be
/// opened, only warnings and faults are written, to standard error. Returns false if the file can't be
/// opened.
bool startLog(const std::filesystem::path& file);
/// Everything written so far is on its way to the disk.
void flushLog();

void logLine(LogTopic topic, LogLevel level, LogText message, std::initializer_list<LogField> fields = {});
/// An error's code and number; its place stays out, since it may come from an input file.
void logError(LogTopic topic, LogText message, const Error& error);

} // namespace chevet
