// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/desk.h"

#include "clinical/registry.h"
#include "workflow/case_file.h"
#include "workflow/case_search.h"
#include "workflow/consultation.h"
#include "workflow/intake.h"
#include "workflow/queue_model.h"
#include "workflow/rule_book.h"
#include "workflow/store/consultation_self.h"
#include "workflow/store/desk_self.h"
#include "workflow/store/said.h"
#include "workflow/study_book.h"

#include <algorithm>

namespace chevet::workflow {

Desk::Desk(std::unique_ptr<Self> self) : m_self(std::move(self))
{
    auto* room = &m_self->room;
    m_self->queue = std::make_unique<QueueModel>(*this);
    connect(room, &DeskRoom::saveStateChanged, this, &Desk::saveStateChanged);
    connect(room, &DeskRoom::draftsChanged, this, &Desk::draftsChanged);
    connect(room, &DeskRoom::undoOffered, this, &Desk::undoOffered);
    connect(room, &DeskRoom::undoEnded, this, &Desk::undoEnded);
    connect(room, &DeskRoom::refused, this, &Desk::refused);
    connect(room, &DeskRoom::idleMinutesChanged, this, &Desk::idleMinutesChanged);
    connect(room, &DeskRoom::callServersChanged, this, &Desk::callServersChanged);
    connect(room, &DeskRoom::overrideReasonsChanged, this, &Desk::overrideReasonsChanged);
    connect(room, &DeskRoom::streamsChanged, this, [this](const Streams& streams) {
        for (const auto& stream : streams) {
            Q_EMIT caseChanged(idCast<CaseId>(stream));
        }
    });
}

Desk::~Desk() = default;

DeskRoom& Desk::room() const
{
    return m_self->room;
}

const Workplace& Desk::workplace() const
{
    return room().workplace();
}

QString Desk::teamName() const
{
    return fromUtf8(room().facts().teamName);
}

bool Desk::isSample() const
{
    return room().facts().isSample;
}

bool Desk::isReadOnly() const
{
    return room().facts().isReadOnly;
}

clinical::MemberView Desk::member() const
{
    return room().facts().member;
}

std::vector<clinical::MemberView> Desk::members() const
{
    return room().facts().members;
}

std::vector<Sentence> Desk::openingReport() const
{
    std::vector<Sentence> sentences;
    const auto& report = room().facts().report;
    if (report.readOnlyBecauseNewer) {
        sentences.push_back(sentenceFor({ErrorCode::VaultNewer, {}, 0}));
    }
    for (const auto& damage : report.damages) {
        const auto number = damage.sequence != 0 ? damage.sequence : static_cast<std::int64_t>(damage.count);
        sentences.push_back(sentenceFor({damage.code, damage.place, number}));
    }
    return sentences;
}

SaveState Desk::saveState() const
{
    return room().saveState();
}

Instant Desk::now() const
{
    return room().now();
}

const Clock& Desk::clock() const
{
    return *room().workplace().clock;
}

QueueModel* Desk::queue() const
{
    return m_self->queue.get();
}

std::vector<DraftView> Desk::drafts() const
{
    return room().drafts();
}

void Desk::recordAttempt(const CaseId& id, clinical::AttemptOutcome outcome,
                         std::optional<Instant> callBackFrom, std::optional<Instant> callBackUntil)
{
    const auto done = said(QT_TRANSLATE_NOOP("Sentences", "Attempt noted: %1")).arg(word(outcome));
    room().write({done, {{clinical::AttemptMade{id, now(), outcome, callBackFrom, callBackUntil}}}});
}

void Desk::assign(const CaseId& id, std::optional<MemberId> owner)
{
    const auto done = owner ? said(QT_TRANSLATE_NOOP("Sentences", "Case assigned"))
                            : said(QT_TRANSLATE_NOOP("Sentences", "Case left to the team"));
    room().write({done, {{clinical::RequestAssigned{id, owner}}}});
}

Intake* Desk::takeCall(QObject* parent)
{
    return Intake::begin(*this, parent);
}

Intake* Desk::triageAgain(const CaseId& id, QObject* parent)
{
    const auto& rows = room().queue().rows;
    const auto open = std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
    return open == rows.end() ? nullptr : Intake::beginAgain(*this, *open, parent);
}

Intake* Desk::resume(const DraftId& draft, QObject* parent)
{
    if (auto* open = room().intakeOf(draft)) {
        open->setParent(parent);
        return open;
    }
    const auto* kept = room().draft(draft);
    return kept == nullptr ? nullptr : Intake::goOn(*this, draft, *kept, parent);
}

CaseFile* Desk::openCase(const CaseId& id, QObject* parent)
{
    return CaseFile::open(*this, id, parent);
}

CaseSearch* Desk::search(QObject* parent)
{
    return new CaseSearch(*this, parent);
}

RuleBook* Desk::ruleBook(QObject* parent)
{
    return new RuleBook(*this, parent);
}

StudyBook* Desk::studyBook(QObject* parent)
{
    return new StudyBook(*this, parent);
}

bool Desk::canUndo() const
{
    return room().canUndo();
}

void Desk::undo()
{
    room().undo();
}

const OverrideReasonSetting& Desk::overrideReasons() const
{
    return room().overrideReasons();
}

void Desk::setOverrideReasons(const OverrideReasonSetting& setting)
{
    room().setOverrideReasons(setting);
}

QString Desk::whyNoTeamSettings() const
{
    if (isReadOnly()) {
        return said(QT_TRANSLATE_NOOP("Sentences", "This vault is open for reading only."));
    }
    if (!clinical::mayWrite(member().role, clinical::Kind::SettingChanged)) {
        return said(QT_TRANSLATE_NOOP("Sentences",
                                      "A nurse, a physician or a coordinator changes this for the team."));
    }
    return {};
}

Consultation* Desk::consult(const CaseId& id, QObject* parent)
{
    return Consultation::begin(*this, id, parent);
}

bool Desk::hasCallServers() const
{
    return !room().workplace().callServersFile.empty() || !room().callServers().empty();
}

void Desk::setCallServers(const QString& text)
{
    const auto content = text.toStdString();
    if (const auto read = call::readServers(content); !read) {
        Q_EMIT refused(sentenceForServersText(read.error()));
        return;
    }
    room().setCallServers(content);
}

int Desk::idleMinutes() const
{
    return room().idleMinutes();
}

void Desk::setIdleMinutes(int minutes)
{
    room().setIdleMinutes(minutes);
}

StoreThread& Desk::store() const
{
    return room().store();
}

} // namespace chevet::workflow
