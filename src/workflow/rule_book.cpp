// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/rule_book.h"

#include "triage/questions.h"
#include "triage/recommend.h"
#include "workflow/desk.h"
#include "workflow/store/rule_book_self.h"
#include "workflow/store/rule_words.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

using Section = RuleLine::Section;

namespace {

constexpr std::size_t mostHomes = 500;
constexpr qsizetype titleLength = 160;

QString shortened(const QString& words)
{
    const auto end = words.indexOf(QLatin1Char('.'));
    const auto sentence = end > 0 ? words.left(end) : words;
    return sentence.size() <= titleLength ? sentence : sentence.left(titleLength - 1) + QChar(0x2026);
}

RuleLine lineFor(const triage::Rule& rule, Section section)
{
    RuleLine line;
    line.section = section;
    line.id = fromUtf8(rule.id);
    line.when = conditionText(rule.when);
    line.effects = effectsText(rule.effects);
    line.reason = text(rule.reason);
    line.title = shortened(line.reason);
    line.source = fromUtf8(rule.source);
    line.safety = rule.safety;
    line.ofTeam = rule.origin == triage::Origin::Team;
    line.isOff = rule.isOff;
    return line;
}

RuleLine lineFor(const triage::Rung& rung)
{
    auto line = lineFor(rung.rule, Section::Ladder);
    line.title =
        QStringLiteral("%1 · %2 – %3").arg(QString::number(rung.number), shortWord(rung.first), line.title);
    line.effects.prepend(said(QT_TRANSLATE_NOOP("Sentences", "comes first: %1")).arg(word(rung.first)));
    return line;
}

RuleLine lineFor(const triage::Prerequisite& needed)
{
    RuleLine line;
    line.section = Section::Prerequisite;
    line.id = fromUtf8(needed.id);
    line.title = word(needed.condition);
    line.when = said(QT_TRANSLATE_NOOP("Sentences", "for a teleconsultation: %1")).arg(word(needed.fact));
    line.effects << said(QT_TRANSLATE_NOOP("Sentences", "while not known or not met: %1"))
                        .arg(text(needed.reasonCondition));
    if (needed.refused != 0) {
        line.effects << said(QT_TRANSLATE_NOOP("Sentences", "if refused or missing, excludes the video: %1"))
                            .arg(text(needed.reasonRefused));
    }
    line.source = fromUtf8(needed.source);
    line.safety = true;
    return line;
}

RuleLine lineFor(const triage::PriorityBand& band, const triage::Settings& settings)
{
    auto line = lineFor(band.rule, Section::Priority);
    const auto within = spanText(std::chrono::minutes(triage::answerMinutes(settings, band.priority)));
    line.title = QStringLiteral("%1 · %2 – %3").arg(code(band.priority), within, line.title);
    line.effects.prepend(
        said(QT_TRANSLATE_NOOP("Sentences", "%1: an answer within %2")).arg(code(band.priority), within));
    return line;
}

RuleLine lineFor(const triage::SettingDescription& setting, const triage::Settings& now)
{
    RuleLine line;
    line.section = Section::Setting;
    line.id = QString::fromLatin1(setting.name.data(), static_cast<qsizetype>(setting.name.size()));
    const int value = now.*setting.member;
    const int usual = triage::Settings().*setting.member;
    line.title = QStringLiteral("%1: %2").arg(settingText(setting.name), QString::number(value));
    line.ofTeam = value != usual;
    line.effects << said(QT_TRANSLATE_NOOP("Sentences", "%1 unless changed; from %2 to %3"))
                        .arg(usual)
                        .arg(setting.lowest)
                        .arg(setting.highest);
    line.reason = said(
        QT_TRANSLATE_NOOP("Sentences", "A choice of the team with a stated default, not clinical evidence."));
    return line;
}

} // namespace

RuleBook::RuleBook(Desk& desk, QObject* parent) : QObject(parent), m_self(std::make_unique<Self>(*this))
{
    m_self->desk = &desk;
    m_self->room = &desk.room();
    m_self->checkTimer.setSingleShot(true);
    connect(&m_self->checkTimer, &QTimer::timeout, this, [this] { m_self->checkNow(); });
    connect(&desk.room(), &DeskRoom::rulesChanged, this, [this] {
        m_self->answer.reset();
        if (!m_self->isTouched) {
            choose(m_self->scope);
        }
        Q_EMIT changed();
    });
    m_self->readHomes();
    choose({});
}

RuleBook::~RuleBook()
{
    if (m_self->isTouched) { // the vault is about to be closed in the middle of an edit
        saveDraft();
    }
}

void RuleBook::Self::readHomes()
{
    desk->store().ask(
        &book, [](casebook::Casebook& casebook) { return casebook.findHomes({}, mostHomes); },
        [this](const std::vector<clinical::HomeView>& found) {
            for (const auto& home : found) {
                homes[home.id] = fromUtf8(home.home.name);
            }
            readHistory(); // which names them
            Q_EMIT book.changed();
        });
}

// ---- which rules ----

QString RuleBook::Self::scopeName(const OverlayScope& of) const
{
    if (!of) {
        return said(QT_TRANSLATE_NOOP("Sentences", "the whole team"));
    }
    const auto found = homes.find(*of);
    return found == homes.end() ? said(QT_TRANSLATE_NOOP("Sentences", "a home")) : found->second;
}

QString RuleBook::Self::standingText(const OverlayScope& of) const
{
    const auto& shelf = room->shelf();
    switch (shelf.standing(of)) {
    case RuleShelf::Standing::InForce: return said(QT_TRANSLATE_NOOP("Sentences", "in force, proved"));
    case RuleShelf::Standing::Waiting: return said(QT_TRANSLATE_NOOP("Sentences", "being proved"));
    case RuleShelf::Standing::Refuted:
        return said(QT_TRANSLATE_NOOP("Sentences", "not in force: a safety property would not hold"));
    case RuleShelf::Standing::Unread:
        return said(QT_TRANSLATE_NOOP("Sentences", "not in force: this version can’t read it"));
    case RuleShelf::Standing::Unproved: break;
    }
    const auto report = shelf.proofOf(of);
    return said(QT_TRANSLATE_NOOP("Sentences", "not in force: %1"))
        .arg(report ? proofText(*report) : QString());
}

std::vector<RuleBook::ScopeView> RuleBook::scopes() const
{
    if (m_self->room == nullptr) {
        return {};
    }
    const auto& overlays = m_self->room->shelf().overlays();
    std::vector<Scope> order{Scope()};
    const auto add = [&order](const Scope& scope) {
        if (std::find(order.begin(), order.end(), scope) == order.end()) {
            order.push_back(scope);
        }
    };
    for (const auto* those : {&overlays.inForce, &overlays.drafts}) {
        for (const auto& [scope, overlay] : *those) {
            add(scope);
        }
    }
    for (const auto& [id, name] : m_self->homes) {
        add(id);
    }
    std::vector<ScopeView> views;
    for (const auto& scope : order) {
        ScopeView view;
        view.scope = scope;
        view.name = m_self->scopeName(scope);
        view.hasOverlay = overlays.inForce.contains(scope);
        view.hasDraft = overlays.drafts.contains(scope);
        view.isContested = overlays.contested.contains(scope);
        view.standing = view.hasOverlay ? m_self->standingText(scope) : QString();
        views.push_back(std::move(view));
    }
    return views;
}

RuleBook::Scope RuleBook::chosen() const
{
    return m_self->scope;
}

void RuleBook::choose(const Scope& scope)
{
    m_self->scope = scope;
    m_self->isTouched = false;
    m_self->edited.reset();
    m_self->answer.reset();
    m_self->text = fromUtf8(m_self->keptText());
    m_self->checkSoon();
    m_self->proveChosen();
    Q_EMIT changed();
}

/// The proof of what is in force is shown too: it is asked for once and remembered.
void RuleBook::Self::proveChosen()
{
    if (prover != nullptr || room == nullptr || room->workplace().proverProgram.isEmpty()) {
        return;
    }
    auto& shelf = room->shelf();
    const auto texts = triage::readAdoptedText(shelf.textOf(rules().name().hash));
    if (shelf.proofOf(texts)) {
        return;
    }
    prover = std::make_unique<ProverProcess>();
    connect(prover.get(), &ProverProcess::ended, &book,
            [this, texts](ProverEnd end, const QByteArray& output) {
                prover.release()->deleteLater();
                room->shelf().noteProof(texts, readProof(end, output));
            });
    prover->start(room->workplace().proverProgram, QStringLiteral("check"),
                  proofDocuments(room->workplace(), texts), proofSeconds);
}

QString RuleBook::name() const
{
    if (m_self->room == nullptr) {
        return {};
    }
    const auto& rules = m_self->rules();
    QStringList overlays;
    for (const auto& overlay : rules.rules().overlays) {
        overlays << fromUtf8(overlay);
    }
    const auto name = said(QT_TRANSLATE_NOOP("Sentences", "version %1 (%2)"))
                          .arg(fromUtf8(rules.name().version), fromUtf8(rules.name().hash.substr(0, 12)));
    return overlays.isEmpty() ? name : name + QStringLiteral(" + ") + overlays.join(QStringLiteral(" + "));
}

QString RuleBook::proof() const
{
    if (m_self->room == nullptr) {
        return {};
    }
    const auto& shelf = m_self->room->shelf();
    const auto report = shelf.proofOf(triage::readAdoptedText(shelf.textOf(m_self->rules().name().hash)));
    if (!report) {
        return m_self->prover != nullptr ? said(QT_TRANSLATE_NOOP("Sentences", "being proved")) : QString();
    }
    const auto line = said(QT_TRANSLATE_NOOP("Sentences", "%1: %2"));
    switch (report->result) {
    case ProofReport::Result::Proven:
        return line.arg(said(QT_TRANSLATE_NOOP("Sentences", "Proven")), proofText(*report));
    case ProofReport::Result::Refuted:
        return line.arg(said(QT_TRANSLATE_NOOP("Sentences", "Refuted")), proofText(*report));
    default: return line.arg(said(QT_TRANSLATE_NOOP("Sentences", "Not proven")), proofText(*report));
    }
}

std::vector<RuleLine> RuleBook::lines() const
{
    std::vector<RuleLine> lines;
    if (m_self->room == nullptr) {
        return lines;
    }
    const auto& rules = m_self->rules().rules();
    for (const auto& rung : rules.ladder) {
        lines.push_back(lineFor(rung));
    }
    for (const auto& rule : rules.rules) {
        lines.push_back(lineFor(rule, Section::Beside));
    }
    for (const auto& needed : rules.prerequisites) {
        lines.push_back(lineFor(needed));
    }
    for (const auto& band : rules.priorities) {
        lines.push_back(lineFor(band, rules.settings));
    }
    for (const auto& setting : triage::allSettings) {
        lines.push_back(lineFor(setting, rules.settings));
    }
    return lines;
}

// ---- trying ----

std::vector<IntakeQuestion> RuleBook::questions() const
{
    std::vector<IntakeQuestion> questions;
    for (const auto& about : clinical::allFacts) {
        auto question = questionFor(about.fact);
        question.value = valueOf(m_self->facts, about.fact);
        question.answered = clinical::isKnown(m_self->facts, about.fact);
        questions.push_back(std::move(question));
    }
    return questions;
}

void RuleBook::setFact(clinical::Fact fact, const clinical::FactValue& value)
{
    if (const auto set = clinical::setValue(m_self->facts, fact, value); !set) {
        Q_EMIT refused(sentenceFor(set.error()));
        return;
    }
    m_self->answer.reset();
    Q_EMIT answered();
}

void RuleBook::forgetFacts()
{
    m_self->facts = {};
    m_self->answer.reset();
    Q_EMIT answered();
}

void RuleBook::tryEdited(bool edited)
{
    m_self->triesEdited = edited;
    m_self->answer.reset();
    Q_EMIT answered();
}

bool RuleBook::triesEdited() const
{
    return m_self->triesEdited && m_self->edited;
}

const clinical::Recommendation& RuleBook::answer() const
{
    auto& self = *m_self;
    if (!self.answer) {
        self.answer = self.room != nullptr
                          ? triage::recommend(triesEdited() ? *self.edited : self.rules(), self.facts)
                          : clinical::Recommendation{};
    }
    return *self.answer;
}

} // namespace chevet::workflow
