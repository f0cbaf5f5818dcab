// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/prover_run.h"

#include "commands/strict_json.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <csignal>

namespace chevet::commands {
namespace {

constexpr int graceSeconds = 3; ///< the prover ends by itself; this is for one that does not

QByteArray requestOf(const std::vector<std::pair<std::string, std::string>>& documents)
{
    std::string request = "chevet-prover 1\n";
    for (const auto& [name, text] : documents) {
        request.append(name).append(" ").append(std::to_string(text.size())).append("\n");
        request.append(text).append("\n");
    }
    return QByteArray::fromStdString(request + "end\n");
}

/// Each line is a small document of its own.
bool takeLines(const QByteArray& output, ProverRun& run)
{
    for (const auto& line : output.split('\n')) {
        if (line.isEmpty()) {
            continue;
        }
        auto document = readStrictly({line.data(), static_cast<std::size_t>(line.size())});
        if (!document || !document->is_object()) {
            return false;
        }
        run.lines.push_back(std::move(*document));
    }
    return !run.lines.empty() && run.lines.back().contains("result") && !run.lines.back().contains("id");
}

} // namespace

QString installedProver()
{
    const auto folder = QCoreApplication::applicationDirPath();
    for (const auto& path : {folder + QStringLiteral("/chevet-prover"),
                             folder + QStringLiteral("/../libexec/chevet/chevet-prover"),
                             folder + QStringLiteral("/../lib/chevet/chevet-prover")}) {
        if (QFileInfo(path).isExecutable()) {
            return path;
        }
    }
    return {};
}

ProverRun runProver(const QString& program, const QString& question,
                    const std::vector<std::pair<std::string, std::string>>& documents, int seconds)
{
    ProverRun run;
    if (program.isEmpty()) {
        return run;
    }
    QProcess prover;
    prover.setProcessEnvironment(QProcessEnvironment()); // it needs nothing, so it learns nothing
    prover.start(program, {question, QStringLiteral("--seconds"), QString::number(seconds)});
    if (!prover.waitForStarted()) {
        return run;
    }
    prover.write(requestOf(documents));
    prover.closeWriteChannel();
    if (!prover.waitForFinished((seconds + graceSeconds) * 1000)) {
        prover.kill();
        prover.waitForFinished();
        run.end = ProverEnd::OutOfTime;
        return run;
    }
    const bool hasEnded = prover.exitStatus() == QProcess::NormalExit;
    if (!hasEnded &&
        prover.exitCode() == SIGALRM) { // by its own clock, when the solver does not look at ours
        run.end = ProverEnd::OutOfTime;
        return run;
    }
    run.end = hasEnded && takeLines(prover.readAllStandardOutput(), run) ? ProverEnd::Answered
                                                                         : ProverEnd::Unreadable;
    return run;
}

} // namespace chevet::commands
