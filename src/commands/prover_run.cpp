// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/prover_run.h"

#include "commands/strict_json.h"

#include <QProcess>

namespace chevet::commands {
namespace {

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

ProverRun runProver(const QString& program, const QString& question,
                    const workflow::ProverDocuments& documents, int seconds)
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
    prover.write(workflow::proverRequest(documents));
    prover.closeWriteChannel();
    if (!prover.waitForFinished((seconds + workflow::proverGraceSeconds) * 1000)) {
        prover.kill();
        prover.waitForFinished();
        run.end = ProverEnd::OutOfTime;
        return run;
    }
    run.end = workflow::proverEndOf(prover.exitStatus() == QProcess::CrashExit, prover.exitCode());
    if (run.end == ProverEnd::Answered && !takeLines(prover.readAllStandardOutput(), run)) {
        run.end = ProverEnd::Unreadable;
    }
    return run;
}

} // namespace chevet::commands
