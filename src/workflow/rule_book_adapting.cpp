// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of the rules page that writes: editing with the live check, drafts, putting in force, history.
#include "workflow/desk.h"
#include "workflow/rule_book.h"
#include "workflow/store/rule_book_self.h"
#include "workflow/store/rule_words.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

namespace {

constexpr std::size_t largestOverlay = std::size_t{256} * 1024; ///< many times what a team could read

Sentence tooLong()
{
    return {said(QT_TRANSLATE_NOOP("Sentences", "This text is too long for an overlay.")),
            said(QT_TRANSLATE_NOOP("Sentences",
                                   "Keep what is the team’s own, and nothing of the shipped rules."))};
}

QString factsText(const clinical::Facts& facts)
{
    QStringList words;
    for (const auto& about : clinical::allFacts) {
        if (clinical::isKnown(facts, about.fact)) {
            words << said(QT_TRANSLATE_NOOP("Sentences", "%1: %2"))
                         .arg(word(about.fact), valueText(about.fact, valueOf(facts, about.fact)));
        }
    }
    return words.isEmpty() ? said(QT_TRANSLATE_NOOP("Sentences", "nothing known"))
                           : words.join(QStringLiteral(", "));
}

QString changeText(const RuleChange& change)
{
    const auto id = fromUtf8(change.id);
    if (change.settingBefore && change.settingAfter) {
        return said(QT_TRANSLATE_NOOP("Sentences", "%1: %2 instead of %3"))
            .arg(settingText(change.id), QString::number(*change.settingAfter),
                 QString::number(*change.settingBefore));
    }
    switch (change.what) {
    case RuleChange::What::Added:
        return said(QT_TRANSLATE_NOOP("Sentences", "new rule %1: %2"))
            .arg(id, change.after ? ruleText(*change.after) : QString());
    case RuleChange::What::Removed:
        return said(QT_TRANSLATE_NOOP("Sentences", "rule %1 no longer speaks")).arg(id);
    case RuleChange::What::Changed: break;
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "rule %1: %2 (before: %3)"))
        .arg(id, change.after ? ruleText(*change.after) : QString(),
             change.before ? ruleText(*change.before) : QString());
}

QString answerText(const AnswerChange& answers)
{
    if (answers.different == 0) {
        return said(QT_TRANSLATE_NOOP("Sentences",
                                      "Of %1 random calls, none gets another answer or priority."))
            .arg(answers.calls);
    }
    return said(QT_TRANSLATE_NOOP("Sentences", "Of %1 random calls, %2 get another answer or priority. With "
                                               "%3: %4 %5 instead of %6 %7."))
        .arg(QString::number(answers.calls), QString::number(answers.different), factsText(answers.example),
             code(answers.priorityAfter), shortWord(answers.firstAfter), code(answers.priorityBefore),
             shortWord(answers.firstBefore));
}

/// What a person has to know about a fault: which property, and the call that shows it.
Sentence faultSentence(const std::string& id, const std::optional<clinical::Facts>& facts,
                       const std::string& properties, const triage::Settings& settings)
{
    QString name = fromUtf8(id);
    if (const auto known = triage::parseProperties(properties, settings)) {
        for (const auto& property : *known) {
            if (property.id == id) {
                name = text(property.reason);
            }
        }
    }
    return {said(QT_TRANSLATE_NOOP("Sentences", "This would no longer hold: %1")).arg(name),
            facts ? said(QT_TRANSLATE_NOOP("Sentences", "The call that shows it: %1.")).arg(factsText(*facts))
                  : QString()};
}

} // namespace

QString ruleText(const triage::Rule& rule)
{
    auto line = conditionText(rule.when);
    const auto effects = effectsText(rule.effects).join(QStringLiteral("; "));
    return effects.isEmpty() ? line : line + QStringLiteral(" → ") + effects;
}

QStringList lineDifference(const QString& before, const QString& after)
{
    constexpr qsizetype mostLines = 2000; // beyond, the table below would not fit
    const auto old = before.isEmpty() ? QStringList() : before.split(QLatin1Char('\n'));
    const auto now = after.isEmpty() ? QStringList() : after.split(QLatin1Char('\n'));
    if (old.size() > mostLines || now.size() > mostLines) {
        return {said(QT_TRANSLATE_NOOP("Sentences", "(too long to be compared line by line)"))};
    }
    // Longest common subsequence, from the end; an overlay has some hundred lines.
    std::vector<std::vector<int>> common(static_cast<std::size_t>(old.size()) + 1,
                                         std::vector<int>(static_cast<std::size_t>(now.size()) + 1));
    const auto at = [&](qsizetype i, qsizetype j) -> int& {
        return common[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)];
    };
    for (auto i = old.size() - 1; i >= 0; --i) {
        for (auto j = now.size() - 1; j >= 0; --j) {
            at(i, j) = old[i] == now[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    QStringList lines;
    for (qsizetype i = 0, j = 0; i < old.size() || j < now.size();) {
        if (i < old.size() && j < now.size() && old[i] == now[j]) {
            ++i;
            ++j;
        } else if (j >= now.size() || (i < old.size() && at(i + 1, j) >= at(i, j + 1))) {
            lines << QStringLiteral("− ") + old[i++];
        } else {
            lines << QStringLiteral("+ ") + now[j++];
        }
    }
    return lines;
}

QString RuleBook::whyNotWritten() const
{
    if (m_self->desk == nullptr || m_self->room == nullptr) {
        return said(QT_TRANSLATE_NOOP("Sentences", "The vault is closed."));
    }
    return m_self->desk->whyNoTeamSettings();
}

std::string RuleBook::Self::textInForce() const
{
    const auto& overlays = room->shelf().overlays().inForce;
    const auto found = overlays.find(scope);
    return found == overlays.end() ? std::string() : found->second;
}

std::string RuleBook::Self::keptText() const
{
    if (room == nullptr) {
        return {};
    }
    const auto& drafts = room->shelf().overlays().drafts;
    const auto draft = drafts.find(scope);
    return draft == drafts.end() ? textInForce() : draft->second;
}

QString RuleBook::text() const
{
    return m_self->text;
}

QString RuleBook::example()
{
    return said(QT_TRANSLATE_NOOP("Sentences", R"(overlay = "our-team"

# A number of the team's own; docs/TRIAGE.md names them all with their bounds.
[settings]
far_travel_minutes = 45

# A rule of the team's own.
[[rule]]
id = "bleeding-is-urgent"
when = { symptom = "bleeding" }
priority = "P1"
reason.en = "Our team answers every bleeding at once."
reason.fr = "Notre équipe répond à tout saignement sans délai."
source = "team"
)"));
}

const RuleBook::Check& RuleBook::check() const
{
    return m_self->check;
}

void RuleBook::edit(const QString& text)
{
    if (text != m_self->text) {
        m_self->text = text;
        m_self->isTouched = true;
        m_self->checkSoon();
    }
}

void RuleBook::Self::setCheck(Check::State state, const Sentence& sentence, QStringList lines)
{
    check = {state, sentence, std::move(lines)};
    Q_EMIT book.checked();
}

void RuleBook::Self::checkSoon()
{
    ++checkNumber;
    check.state = Check::State::Checking;
    checkTimer.start(checkMillis);
    Q_EMIT book.checked();
}

void RuleBook::Self::checkNow()
{
    if (room == nullptr) {
        return;
    }
    const auto content = text.trimmed().isEmpty() ? std::string() : text.toStdString();
    edited.reset();
    answer.reset();
    const bool isContested = room->shelf().overlays().contested.contains(scope);
    if (content == textInForce() && !isContested) { // writing it again settles a contest
        setCheck(Check::State::Unchanged, {});
        Q_EMIT book.answered();
        return;
    }
    if (content.size() > largestOverlay) {
        setCheck(Check::State::Faulty, tooLong());
        Q_EMIT book.answered();
        return;
    }
    auto& shelf = room->shelf();
    const auto texts = shelf.textsWith(scope, content);
    auto after = shelf.parse(texts);
    if (!after) {
        setCheck(Check::State::Faulty, sentenceFor(after.error()));
        Q_EMIT book.answered();
        return;
    }
    edited = *after;
    Q_EMIT book.answered();
    if (refuted && refuted->first == content) {
        setCheck(Check::State::Refuted, refuted->second, check.changes); // what is proved is not sampled
        return;
    }
    pool.start([this, number = checkNumber, before = rules(), after = *after,
                properties = room->workplace().propertiesText, overlays = texts.overlays] {
        auto live = liveCheck(before, after, properties, overlays);
        QMetaObject::invokeMethod(
            &book, [this, number, after, live = std::move(live)] { takeCheck(number, after, live); });
    });
}

void RuleBook::Self::takeCheck(std::uint64_t number, const triage::RuleSet& after, const LiveCheck& live)
{
    if (number != checkNumber || room == nullptr) {
        return; // something else stands there by now
    }
    QStringList lines;
    for (const auto& change : live.changes) {
        lines << changeText(change);
    }
    lines << answerText(live.answers);
    if (live.error) {
        setCheck(Check::State::Faulty, sentenceFor(*live.error), lines);
    } else if (!live.sample.violations.empty()) {
        const auto& worst = live.sample.violations.front();
        setCheck(
            Check::State::Refuted,
            faultSentence(worst.check, worst.facts, room->workplace().propertiesText, after.rules().settings),
            lines);
    } else {
        setCheck(Check::State::Clean,
                 {said(QT_TRANSLATE_NOOP("Sentences", "It can be read, and %1 random calls show no fault. "
                                                      "This is no proof yet."))
                      .arg(live.sample.combinations + live.sample.thresholdCases),
                  {}},
                 lines);
    }
}

void RuleBook::Self::write(OverlayStage stage, const std::string& content)
{
    DeskRoom::Action action;
    action.events.push_back({clinical::SettingChanged{overlaySetting(scope, stage), content}});
    if (stage == OverlayStage::InForce && room->shelf().overlays().drafts.contains(scope)) {
        action.events.push_back({clinical::SettingChanged{overlaySetting(scope, OverlayStage::Draft), {}}});
    }
    room->append(&book, action, [this, stage](const Result<casebook::Appended>& landed) {
        if (!landed) {
            Q_EMIT book.refused(sentenceFor(landed.error()));
            return;
        }
        isTouched = false;
        room->readOverlaysAgain();
        readHistory();
        Q_EMIT book.saved(stage == OverlayStage::InForce);
    });
}

void RuleBook::saveDraft()
{
    if (m_self->room != nullptr && whyNotWritten().isEmpty()) {
        m_self->write(OverlayStage::Draft,
                      m_self->text.trimmed().isEmpty() ? std::string() : m_self->text.toStdString());
    }
}

void RuleBook::takeAway()
{
    if (m_self->room != nullptr && whyNotWritten().isEmpty()) {
        m_self->text.clear();
        m_self->write(OverlayStage::InForce, {});
    }
}

bool RuleBook::isProving() const
{
    return m_self->isForForce;
}

void RuleBook::putInForce()
{
    auto& self = *m_self;
    if (self.room == nullptr || !whyNotWritten().isEmpty() || self.isForForce) {
        return;
    }
    const auto content = self.text.toStdString();
    if (content.size() > largestOverlay) {
        Q_EMIT refused(tooLong());
        return;
    }
    const auto texts = self.room->shelf().textsWith(self.scope, content);
    const auto parsed = self.room->shelf().parse(texts);
    if (self.text.trimmed().isEmpty() || !parsed) {
        Q_EMIT refused(
            parsed ? Sentence{said(QT_TRANSLATE_NOOP("Sentences", "There is nothing to put in force.")),
                              said(QT_TRANSLATE_NOOP("Sentences", "Write an overlay first."))}
                   : sentenceFor(parsed.error()));
        return;
    }
    self.isForForce = true;
    self.prover = std::make_unique<ProverProcess>();
    connect(self.prover.get(), &ProverProcess::ended, this,
            [this, texts, content](ProverEnd end, const QByteArray& output) {
                m_self->prover.release()->deleteLater();
                m_self->isForForce = false;
                m_self->putProved(texts, content, readProof(end, output));
            });
    self.prover->start(self.room->workplace().proverProgram, QStringLiteral("check"),
                       proofDocuments(self.room->workplace(), texts), proofSeconds);
    Q_EMIT checked();
}

void RuleBook::Self::putProved(const triage::AdoptedText& texts, const std::string& content,
                               const ProofReport& report)
{
    if (room == nullptr) {
        return;
    }
    if (report.result == ProofReport::Result::Proven) {
        room->shelf().noteProof(texts, report);
        write(OverlayStage::InForce, content);
        return;
    }
    write(OverlayStage::Draft, content); // nothing that was written is lost
    if (report.result == ProofReport::Result::Refuted && !report.faults.empty()) {
        const auto& fault = report.faults.front();
        const auto sentence =
            faultSentence(fault.id, fault.facts, room->workplace().propertiesText, rules().rules().settings);
        refuted = {content, sentence};
        ++checkNumber; // a live check that is still running must not say otherwise
        setCheck(Check::State::Refuted, sentence, check.changes);
        Q_EMIT book.refused(
            {said(QT_TRANSLATE_NOOP("Sentences", "Kept as a draft, not put in force. %1")).arg(sentence.what),
             sentence.todo});
        return;
    }
    Q_EMIT book.refused({said(QT_TRANSLATE_NOOP("Sentences", "Kept as a draft, not put in force: %1."))
                             .arg(proofText(report)),
                         said(QT_TRANSLATE_NOOP("Sentences", "Try again where the prover runs."))});
    Q_EMIT book.checked();
}

// ---- history ----

void RuleBook::Self::readHistory()
{
    desk->store().ask(
        &book, [](casebook::Casebook& casebook) { return casebook.settingHistory(overlaySettings); },
        [this](const std::vector<clinical::TimelineEntry>& entries) {
            changes.clear();
            std::map<std::string, QString> before;
            for (const auto& entry : entries) {
                const auto& set = std::get<clinical::SettingChanged>(*entry.body);
                const auto which = overlayNamed(set.name);
                if (!which || desk == nullptr) {
                    continue;
                }
                const auto& [of, stage] = *which;
                Change change;
                change.when = timeText(entry.at, desk->now(), desk->clock());
                change.who = fromUtf8(entry.authorName);
                change.text = fromUtf8(set.value);
                change.what =
                    (set.value.empty()
                         ? (stage == OverlayStage::Draft
                                ? said(QT_TRANSLATE_NOOP("Sentences", "Draft done with, for %1"))
                                : said(QT_TRANSLATE_NOOP("Sentences", "Taken away, for %1")))
                     : stage == OverlayStage::Draft ? said(QT_TRANSLATE_NOOP("Sentences", "Draft for %1"))
                                                    : said(QT_TRANSLATE_NOOP("Sentences", "In force for %1")))
                        .arg(scopeName(of));
                change.difference = lineDifference(before[set.name], change.text);
                before[set.name] = change.text;
                changes.push_back(std::move(change));
            }
            std::reverse(changes.begin(), changes.end());
            Q_EMIT book.historyRead();
        });
}

std::vector<RuleBook::Change> RuleBook::history() const
{
    return m_self->changes;
}

} // namespace chevet::workflow
