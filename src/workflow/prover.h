// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// chevet-prover as a child process: rule texts in, its lines out, ended when its time is over. It is given
// nothing but rules, and no environment. Thread: any one with an event loop; installedProver and
// proverRequest anywhere.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace chevet::workflow {

enum class ProverEnd
{
    Answered,   ///< lines and the last one with the result
    Missing,    ///< there is no such program, or it can't be started
    OutOfTime,  ///< it was ended
    Unreadable, ///< it crashed, or wrote what is no answer
};

/// Names and texts (docs/TRIAGE.md, "The prover").
using ProverDocuments = std::vector<std::pair<std::string, std::string>>;

/// Seconds that the prover may be late by its own clock before it is ended.
inline constexpr int proverGraceSeconds = 3;

/// Beside the program, or where a package puts it. Empty when there is none.
QString installedProver();
QByteArray proverRequest(const ProverDocuments& documents);
/// How a prover that has ended by itself did so. `crashed`: not by its own exit.
ProverEnd proverEndOf(bool crashed, int code);

class ProverProcess : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProverProcess)

public:
    explicit ProverProcess(QObject* parent = nullptr);
    /// Ends the child.
    ~ProverProcess() override;

    /// Once. Answers with `ended`, never from within.
    void start(const QString& program, const QString& question, const ProverDocuments& documents,
               int seconds);

Q_SIGNALS:
    /// `output` holds its lines as it wrote them, if it has answered.
    void ended(chevet::workflow::ProverEnd end, const QByteArray& output);

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow
