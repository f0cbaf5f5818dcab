// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <mutex>
#include <sys/stat.h>

namespace chevet {
namespace {

constexpr std::size_t fileSize = std::size_t{2} * 1024 * 1024;
constexpr std::size_t fileCount = 3; // the one being written and those before it
constexpr std::array topicNames{"program", "vault", "store", "triage", "desk"};

struct Loggers
{
    std::mutex mutex;
    std::array<std::shared_ptr<spdlog::logger>, topicNames.size()> byTopic;

    Loggers() { sendTo(std::make_shared<spdlog::sinks::stderr_sink_mt>(), spdlog::level::warn); }

    void sendTo(const std::shared_ptr<spdlog::sinks::sink>& sink, spdlog::level::level_enum level)
    {
        for (std::size_t i = 0; i < topicNames.size(); ++i) {
            auto logger = std::make_shared<spdlog::logger>(topicNames[i], sink);
            logger->set_level(level);
            logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %L %n: %v");
            logger->flush_on(spdlog::level::warn);
            byTopic[i] = std::move(logger);
        }
    }
};

Loggers& loggers()
{
    static Loggers all;
    return all;
}

std::shared_ptr<spdlog::logger> loggerFor(LogTopic topic)
{
    auto& all = loggers();
    const std::lock_guard lock(all.mutex);
    return all.byTopic[static_cast<std::size_t>(topic)];
}

spdlog::level::level_enum asSpdlog(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return spdlog::level::debug;
    case LogLevel::Note: return spdlog::level::info;
    case LogLevel::Warning: return spdlog::level::warn;
    case LogLevel::Fault: return spdlog::level::err;
    }
    return spdlog::level::err;
}

/// Also for the file that follows a full one. Before this nothing has been written to it.
void keepPrivate(const spdlog::filename_t& /*name*/, std::FILE* file)
{
    if (::fchmod(::fileno(file), S_IRUSR | S_IWUSR) != 0) {
        throw spdlog::spdlog_ex("the log file's mode can't be set", errno);
    }
}

} // namespace

bool startLog(const std::filesystem::path& file)
{
    try {
        spdlog::file_event_handlers handlers;
        handlers.after_open = keepPrivate;
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), fileSize,
                                                                           fileCount - 1, false, handlers);
        auto& all = loggers();
        const std::lock_guard lock(all.mutex);
        all.sendTo(sink, spdlog::level::info);
        return true;
    } catch (const spdlog::spdlog_ex&) {
        logLine(LogTopic::Program, LogLevel::Warning, "the log file can't be opened");
        return false;
    }
}

void flushLog()
{
    for (std::size_t i = 0; i < topicNames.size(); ++i) {
        loggerFor(static_cast<LogTopic>(i))->flush();
    }
}

void logLine(LogTopic topic, LogLevel level, LogText message, std::initializer_list<LogField> fields)
{
    std::string line(message.view());
    for (const auto& field : fields) {
        line += ' ';
        line += field.text();
    }
    loggerFor(topic)->log(asSpdlog(level), "{}", line);
}

void logError(LogTopic topic, LogText message, const Error& error)
{
    logLine(topic, LogLevel::Warning, message, {{"error", error.code}, {"number", error.number}});
}

} // namespace chevet
