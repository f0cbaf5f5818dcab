// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/desk_room.h"

#include "foundation/log.h"
#include "workflow/intake.h"
#include "workflow/store/consultation_draft.h"
#include "workflow/store/said.h"

#include <algorithm>

namespace chevet::workflow {

namespace {

/// Name of the setting in the vault.
constexpr const char* callServersSetting = "call_servers";

/// The member who works on this device: the one that the device remembers, else (a sample) a nurse, who may
/// do what the desk is for.
clinical::MemberView memberOf(const casebook::Casebook& casebook,
                              const std::vector<clinical::MemberView>& members)
{
    const auto kept = casebook.setting(memberSetting);
    if (kept && *kept) {
        const auto id = MemberId::fromBytes(**kept);
        const auto found = std::find_if(members.begin(), members.end(),
                                        [&](const auto& member) { return id && member.id == *id; });
        if (found != members.end()) {
            return *found;
        }
    }
    const auto nurse = std::find_if(members.begin(), members.end(),
                                    [](const auto& member) { return member.role == clinical::Role::Nurse; });
    if (nurse != members.end()) {
        return *nurse;
    }
    return members.empty() ? clinical::MemberView{} : members.front();
}

/// Drafts that can still be gone on with. One whose case is in the journal was decided just before a crash.
std::vector<std::pair<DraftId, Draft>> openDrafts(casebook::Casebook& casebook)
{
    std::vector<std::pair<DraftId, Draft>> open;
    const auto kept = casebook.drafts();
    if (!kept) {
        logError(LogTopic::Desk, "the drafts can't be read", kept.error());
        return open;
    }
    for (const auto& [id, content] : *kept) {
        if (isConsultationDraft(content)) {
            continue; // read when its case is consulted about again
        }
        auto draft = decodeDraft(content);
        if (!draft) {
            logError(LogTopic::Desk, "a draft can't be read and is left alone", draft.error());
        } else if (!casebook.isReadOnly() && casebook.caseView(draft->caseId)) {
            (void)casebook.removeDraft(id);
        } else {
            open.emplace_back(id, std::move(*draft));
        }
    }
    return open;
}

} // namespace

OpeningFacts readOpeningFacts(casebook::Casebook& casebook)
{
    OpeningFacts facts;
    facts.teamName = casebook.teamName();
    facts.isSample = casebook.isSample();
    facts.isReadOnly = casebook.isReadOnly();
    facts.report = casebook.openingReport();
    facts.members = casebook.members();
    facts.member = memberOf(casebook, facts.members);
    facts.drafts = openDrafts(casebook);
    facts.queue = casebook.queue();
    if (const auto servers = casebook.setting(callServersSetting); servers && *servers) {
        facts.callServers = std::make_shared<SecretBytes>(**servers);
    }
    if (const auto idle = casebook.setting(idleSetting); idle && *idle) {
        facts.idleMinutes = decodeIdleMinutes(**idle);
    }
    facts.overrideReasons =
        decodeOverrideReasons(casebook.teamSetting(OverrideReasonSetting::name).value_or(std::string()));
    const auto adopted = casebook.adoptedRules();
    facts.adoptedRules = {adopted.begin(), adopted.end()};
    facts.overlays = readOverlays(casebook);
    if (auto proved = casebook.setting(RuleShelf::provedSetting); proved && *proved) {
        facts.provedRules = std::move(**proved);
    }
    return facts;
}

DeskRoom::DeskRoom(Workplace workplace, triage::RuleSet rules, std::unique_ptr<StoreThread> store,
                   OpeningFacts facts)
    : m_workplace(std::move(workplace)), m_facts(std::move(facts)),
      m_shelf(
          std::make_unique<RuleShelf>(m_workplace, std::move(rules), m_facts.overlays, m_facts.provedRules)),
      m_queue(std::make_shared<const clinical::Queue>(std::move(m_facts.queue))), m_store(std::move(store))
{
    for (auto& [id, draft] : m_facts.drafts) {
        m_drafts.emplace(id, std::move(draft));
    }
    m_facts.drafts.clear();
    m_undoTimer.setSingleShot(true);
    connect(&m_undoTimer, &QTimer::timeout, this, &DeskRoom::endUndo);
    connect(m_shelf.get(), &RuleShelf::changed, this, &DeskRoom::rulesChanged);
    connect(m_shelf.get(), &RuleShelf::proved, this, [this](const Bytes& all) {
        if (!m_facts.isReadOnly) { // else it is proved again next time
            m_store->saveSetting(this, RuleShelf::provedSetting, all, [](const Result<void>&) {});
        }
    });
    connectStore();
}

DeskRoom::~DeskRoom()
{
    // A vault may be closed in the middle of a call: what was typed a moment ago goes into its draft.
    for (const auto& [id, intake] : m_intakes) {
        if (auto* open = qobject_cast<Intake*>(intake.data())) {
            open->keep();
        }
    }
}

void DeskRoom::connectStore()
{
    auto* store = m_store.get();
    connect(store, &StoreThread::writingChanged, this, &DeskRoom::settleSaveState);
    connect(store, &StoreThread::wrote, this,
            [this](Instant at) { setSaveState(SaveState::Kind::Saved, at); });
    connect(store, &StoreThread::notWritten, this, [this](const Error& error) {
        setSaveState(SaveState::Kind::NotSaved, m_saveState.at, sentenceFor(error));
    });
    connect(store, &StoreThread::queuePublished, this,
            [this](const std::shared_ptr<const clinical::Queue>& queue) {
                m_queue = queue;
                Q_EMIT queueChanged();
            });
    connect(store, &StoreThread::appended, this, &DeskRoom::streamsChanged);
}

void DeskRoom::setSaveState(SaveState::Kind kind, Instant at, const Sentence& sentence)
{
    m_saveState = {kind, at, sentence};
    Q_EMIT saveStateChanged();
}

/// While something is on its way to the disk the word is "saving", unless the last word was "not saved".
void DeskRoom::settleSaveState()
{
    if (m_store->isWriting() && m_saveState.kind != SaveState::Kind::NotSaved &&
        m_saveState.kind != SaveState::Kind::Saving) {
        setSaveState(SaveState::Kind::Saving, m_saveState.at);
    } else if (!m_store->isWriting() && m_saveState.kind == SaveState::Kind::Saving) {
        // Refused without a fault of the disk (not allowed, too large): nothing new was written.
        setSaveState(m_saveState.at.millis == 0 ? SaveState::Kind::Nothing : SaveState::Kind::Saved,
                     m_saveState.at);
    }
}

std::optional<clinical::RulesAdopted> DeskRoom::rulesToAdopt(const clinical::RuleSetName& rules) const
{
    if (m_facts.adoptedRules.contains(rules.hash)) {
        return std::nullopt;
    }
    return clinical::RulesAdopted{rules.hash, rules.version, std::string(triage::evaluatorVersion),
                                  m_shelf->textOf(rules.hash)};
}

void DeskRoom::readOverlaysAgain()
{
    m_store->ask(
        this, [](casebook::Casebook& casebook) { return readOverlays(casebook); },
        [this](const Overlays& overlays) { m_shelf->take(overlays); });
}

void DeskRoom::noteLanded(const Action& action, const casebook::Appended& appended)
{
    for (const auto& event : action.events) {
        if (const auto* rules = std::get_if<clinical::RulesAdopted>(&event.body)) {
            m_facts.adoptedRules.insert(rules->hash);
        }
    }
    offerUndo(action, appended);
}

void DeskRoom::append(QObject* context, const Action& action, StoreThread::AppendReply reply)
{
    const casebook::Author author{m_facts.member.id, m_facts.member.role};
    auto events = action.events;
    m_store->append(
        this, std::move(events), author,
        [this, guard = QPointer<QObject>(context), action,
         reply = std::move(reply)](const Result<casebook::Appended>& answer) {
            if (answer) {
                noteLanded(action, *answer);
            }
            if (guard != nullptr && reply) {
                reply(answer);
            }
        },
        action.landed, action.finishes);
}

void DeskRoom::write(const Action& action)
{
    append(this, action, [this](const Result<casebook::Appended>& answer) {
        if (!answer) {
            Q_EMIT refused(sentenceFor(answer.error()));
        }
    });
}

void DeskRoom::setOverrideReasons(const OverrideReasonSetting& setting)
{
    const auto content = encodeOverrideReasons(setting);
    Action action;
    action.events.push_back({clinical::SettingChanged{OverrideReasonSetting::name, content}});
    append(this, action, [this, content](const Result<casebook::Appended>& landed) {
        if (!landed) {
            Q_EMIT refused(sentenceFor(landed.error()));
        } else {
            m_facts.overrideReasons = decodeOverrideReasons(content);
        }
        Q_EMIT overrideReasonsChanged(); // also after a refusal: what is shown goes back to what holds
    });
}

void DeskRoom::setIdleMinutes(int minutes)
{
    const auto content = encodeIdleMinutes(minutes);
    m_store->saveSetting(this, idleSetting, content, [this, content](const Result<void>& saved) {
        if (!saved) {
            Q_EMIT refused(sentenceFor(saved.error()));
        } else {
            m_facts.idleMinutes = decodeIdleMinutes(content);
        }
        Q_EMIT idleMinutesChanged(); // also after a refusal: what is shown goes back to what holds
    });
}

std::string_view DeskRoom::callServers() const
{
    return m_facts.callServers == nullptr ? std::string_view{} : textOf(m_facts.callServers->view());
}

void DeskRoom::setCallServers(const std::string& text)
{
    const auto content = viewOf(text);
    m_store->saveSetting(this, callServersSetting, Bytes(content.begin(), content.end()),
                         [this, text](const Result<void>& saved) {
                             if (!saved) {
                                 Q_EMIT refused(sentenceFor(saved.error()));
                                 return;
                             }
                             m_facts.callServers = std::make_shared<SecretBytes>(viewOf(text));
                             Q_EMIT callServersChanged();
                         });
}

// ---- undo ----

void DeskRoom::offerUndo(const Action& action, const casebook::Appended& appended)
{
    if (action.done.isEmpty() || appended.ids.size() != action.events.size()) {
        return; // found by looking after a commit in doubt: its ids are not known
    }
    m_undo = {action.done, {}, now() + std::chrono::milliseconds(undoMillis), action.whenTakenBack};
    for (std::size_t i = 0; i < action.events.size(); ++i) {
        const auto streams = streamsOf(action.events[i].body);
        if (!streams.empty()) { // rules once adopted stay so
            m_undo.entries.push_back(
                {streams.front(), appended.ids[i],
                 said(QT_TRANSLATE_NOOP("Sentences", "taken back at once")).toStdString()});
        }
    }
    m_undoTimer.start(undoMillis);
    Q_EMIT undoOffered(m_undo.what, undoMillis);
}

bool DeskRoom::canUndo() const
{
    return !m_undo.entries.empty() && now() < m_undo.until;
}

void DeskRoom::endUndo()
{
    if (!m_undo.entries.empty()) {
        m_undo = {};
        m_undoTimer.stop();
        Q_EMIT undoEnded();
    }
}

void DeskRoom::undo()
{
    if (!canUndo()) {
        endUndo();
        Q_EMIT refused(
            {said(QT_TRANSLATE_NOOP("Sentences", "This can no longer be taken back.")),
             said(QT_TRANSLATE_NOOP("Sentences", "Open the case and correct or withdraw the entry there."))});
        return;
    }
    Action action;
    for (const auto& entry : m_undo.entries) {
        action.events.push_back({entry});
    }
    auto taken = m_undo;
    endUndo();
    append(this, action, [this, taken = std::move(taken)](const Result<casebook::Appended>& answer) {
        if (!answer) {
            Q_EMIT refused(sentenceFor(answer.error()));
        } else if (taken.whenTakenBack) {
            taken.whenTakenBack();
        }
    });
}

// ---- drafts ----

std::vector<DraftView> DeskRoom::drafts() const
{
    std::vector<DraftView> views;
    views.reserve(m_drafts.size());
    for (const auto& [id, draft] : m_drafts) {
        views.push_back({id, fromUtf8(draft.title), draft.lastTouched});
    }
    std::sort(views.begin(), views.end(),
              [](const DraftView& a, const DraftView& b) { return b.lastTouched < a.lastTouched; });
    return views;
}

const Draft* DeskRoom::draft(const DraftId& id) const
{
    const auto found = m_drafts.find(id);
    return found == m_drafts.end() ? nullptr : &found->second;
}

void DeskRoom::keepDraft(QObject* context, const DraftId& id, const Draft& draft,
                         std::function<void(const Result<void>&)> reply)
{
    // Listed at once, also when the disk refuses: then memory is the only copy, and it must stay reachable.
    m_drafts[id] = draft;
    Q_EMIT draftsChanged();
    m_store->saveDraft(context, id, encodeDraft(draft), std::move(reply));
}

void DeskRoom::dropDraft(const DraftId& id)
{
    if (m_drafts.erase(id) > 0) {
        m_store->removeDraft(id);
        Q_EMIT draftsChanged();
    }
}

void DeskRoom::enter(Intake* intake, const DraftId& id)
{
    m_intakes[id] = intake;
}

Intake* DeskRoom::intakeOf(const DraftId& id) const
{
    const auto found = m_intakes.find(id);
    return found == m_intakes.end() ? nullptr : qobject_cast<Intake*>(found->second.data());
}

} // namespace chevet::workflow
