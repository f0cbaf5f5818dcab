// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/rule_proof.h"

#include "workflow/store/said.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace chevet::workflow {

namespace {

using clinical::Fact;
using clinical::FactType;
using clinical::FactValue;

FactValue valueFrom(const QJsonValue& json, FactType type)
{
    switch (type) {
    case FactType::YesNo: return json.toBool();
    case FactType::Number: return json.toInt();
    case FactType::Word:
    case FactType::Text: return json.toString().toStdString();
    case FactType::Motives: break;
    }
    clinical::MotiveSet motives;
    for (const auto& name : json.toArray()) {
        if (const auto motive = clinical::fromName<clinical::Motive>(name.toString().toStdString())) {
            motives.insert(*motive);
        }
    }
    return motives;
}

/// Nothing if a name or a value is none of ours.
std::optional<std::pair<Fact, FactValue>> factFrom(const QString& name, const QJsonValue& json)
{
    const auto fact = clinical::factFromName(name.toStdString());
    return fact ? std::optional(std::pair(*fact, valueFrom(json, clinical::describe(*fact).type)))
                : std::nullopt;
}

std::optional<clinical::Facts> factsFrom(const QJsonObject& json)
{
    clinical::Facts facts;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        const auto known = factFrom(entry.key(), entry.value());
        if (!known || !clinical::setValue(facts, known->first, known->second)) {
            return std::nullopt;
        }
    }
    return facts;
}

ProofReport::Fault faultFrom(const QJsonObject& line)
{
    ProofReport::Fault fault;
    fault.claim = line[QLatin1String("claim")].toString().toStdString();
    fault.id = line[QLatin1String("id")].toString().toStdString();
    fault.isOpen = line[QLatin1String("result")] == QLatin1String("not_finished");
    if (line.contains(QLatin1String("facts"))) {
        fault.facts = factsFrom(line[QLatin1String("facts")].toObject());
    }
    if (line.contains(QLatin1String("changed"))) {
        fault.changed = factFrom(line[QLatin1String("changed")].toString(), line[QLatin1String("to")]);
    }
    return fault;
}

void takeSums(ProofReport& report, const QJsonObject& last)
{
    const auto result = last[QLatin1String("result")].toString();
    report.result = result == QLatin1String("proven")         ? ProofReport::Result::Proven
                    : result == QLatin1String("refuted")      ? ProofReport::Result::Refuted
                    : result == QLatin1String("not_finished") ? ProofReport::Result::NotFinished
                                                              : ProofReport::Result::Faulty;
    report.claims = last[QLatin1String("claims")].toInt();
    report.combinations = last[QLatin1String("combinations")].toDouble();
    report.milliseconds = last[QLatin1String("ms")].toDouble();
    report.solver = last[QLatin1String("solver")].toString();
}

} // namespace

ProofReport readProof(ProverEnd end, const QByteArray& output)
{
    ProofReport report;
    if (end != ProverEnd::Answered) {
        report.result = end == ProverEnd::Missing     ? ProofReport::Result::NoProver
                        : end == ProverEnd::OutOfTime ? ProofReport::Result::NotFinished
                                                      : ProofReport::Result::Faulty;
        return report;
    }
    bool hasEnd = false;
    for (const auto& text : output.split('\n')) {
        if (text.isEmpty()) {
            continue;
        }
        const auto line = QJsonDocument::fromJson(text);
        if (!line.isObject() || hasEnd) {
            return {}; // no answer of ours: nothing in it counts
        }
        const auto object = line.object();
        hasEnd = !object.contains(QLatin1String("claim"));
        if (hasEnd) {
            takeSums(report, object);
        } else if (object[QLatin1String("result")] != QLatin1String("holds")) {
            report.faults.push_back(faultFrom(object));
        }
    }
    if (!hasEnd || (report.result == ProofReport::Result::Proven && !report.faults.empty())) {
        report.result = ProofReport::Result::Faulty;
    }
    return report;
}

namespace {

/// "7.6·10^15": nobody has to count zeros.
QString roughly(double number)
{
    const auto parts = QString::number(number, 'e', 1).split(QStringLiteral("e+"));
    return parts.size() == 2 ? QStringLiteral("%1·10^%2").arg(parts[0]).arg(parts[1].toInt())
                             : QString::number(number, 'f', 0);
}

} // namespace

QString proofText(const ProofReport& report)
{
    switch (report.result) {
    case ProofReport::Result::Proven:
    case ProofReport::Result::Refuted:
        return said(QT_TRANSLATE_NOOP("Sentences", "%1 claims over %2 combinations of facts in %3 s"))
            .arg(QString::number(report.claims), roughly(report.combinations),
                 QString::number(report.milliseconds / 1000, 'f', 2));
    case ProofReport::Result::NotFinished:
        return said(QT_TRANSLATE_NOOP("Sentences", "the proof was not finished in time"));
    case ProofReport::Result::NoProver:
        return said(QT_TRANSLATE_NOOP("Sentences", "the prover chevet-prover is missing on this device"));
    case ProofReport::Result::Faulty: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "the prover gave no answer"));
}

} // namespace chevet::workflow
