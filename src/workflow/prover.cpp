// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/prover.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <csignal>

namespace chevet::workflow {

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

QByteArray proverRequest(const ProverDocuments& documents)
{
    std::string request = "chevet-prover 1\n";
    for (const auto& [name, text] : documents) {
        request.append(name).append(" ").append(std::to_string(text.size())).append("\n");
        request.append(text).append("\n");
    }
    return QByteArray::fromStdString(request + "end\n");
}

ProverEnd proverEndOf(bool crashed, int code)
{
    if (!crashed) {
        return ProverEnd::Answered;
    }
    // By its own clock, when the solver does not look at ours.
    return code == SIGALRM ? ProverEnd::OutOfTime : ProverEnd::Unreadable;
}

struct ProverProcess::Self
{
    QProcess process;
    QTimer limit;
    bool hasEnded = false;
};

ProverProcess::ProverProcess(QObject* parent) : QObject(parent), m_self(std::make_unique<Self>())
{
    qRegisterMetaType<ProverEnd>();
}

ProverProcess::~ProverProcess()
{
    auto& process = m_self->process;
    process.disconnect(this);
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
}

void ProverProcess::start(const QString& program, const QString& question, const ProverDocuments& documents,
                          int seconds)
{
    const auto finish = [this](ProverEnd end) {
        if (!std::exchange(m_self->hasEnded, true)) {
            m_self->limit.stop();
            Q_EMIT ended(end,
                         end == ProverEnd::Answered ? m_self->process.readAllStandardOutput() : QByteArray());
        }
    };
    if (program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [finish] { finish(ProverEnd::Missing); }, Qt::QueuedConnection);
        return;
    }
    auto& process = m_self->process;
    connect(&process, &QProcess::finished, this, [finish](int code, QProcess::ExitStatus status) {
        finish(proverEndOf(status == QProcess::CrashExit, code));
    });
    connect(
        &process, &QProcess::errorOccurred, this,
        [finish](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart) {
                finish(ProverEnd::Missing);
            }
        },
        Qt::QueuedConnection);
    connect(&m_self->limit, &QTimer::timeout, this, [this, finish] {
        finish(ProverEnd::OutOfTime);
        m_self->process.kill();
    });
    m_self->limit.setSingleShot(true);
    m_self->limit.start((seconds + proverGraceSeconds) * 1000);
    process.setProcessEnvironment(QProcessEnvironment()); // it needs nothing, so it learns nothing
    process.start(program, {question, QStringLiteral("--seconds"), QString::number(seconds)});
    process.write(proverRequest(documents));
    process.closeWriteChannel();
}

} // namespace chevet::workflow
