// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An intake's life, and who calls about whom. Motives and facts are in intake_facts.cpp, the draft in
// intake_draft.cpp, the decision in intake_decision.cpp.
#include "workflow/intake.h"

#include "workflow/store/intake_self.h"
#include "workflow/store/queue_rows.h"
#include "workflow/store/said.h"

#include <QCollator>

#include <algorithm>

namespace chevet::workflow {

Intake::Intake(Desk& desk, const DraftId& id, const Draft& draft, QObject* parent)
    : QObject(parent), m_self(std::make_unique<Self>(*this))
{
    m_self->id = id;
    m_self->draft = draft;
    m_self->desk = &desk;
    m_self->room = &desk.room();
    m_self->saveTimer.setSingleShot(true);
    connect(&m_self->saveTimer, &QTimer::timeout, this, [this] { m_self->save(); });
    connect(&desk.room(), &DeskRoom::queueChanged, this, &Intake::changed);
    connect(&desk.room(), &DeskRoom::rulesChanged, this, [this] {
        m_self->recommendation.reset();
        Q_EMIT changed();
    });
    desk.room().enter(this, m_self->id);
}

DraftId Intake::id() const
{
    return m_self->id;
}

Instant Intake::startedAt() const
{
    return m_self->draft.startedAt;
}

bool Intake::isDecided() const
{
    return m_self->stage == Self::Stage::Decided;
}

/// One append that belongs to this intake; a refusal is told, and nothing typed is touched.
void Intake::Self::append(const DeskRoom::Action& action, std::function<void()> done)
{
    if (!room) {
        return;
    }
    room->append(&intake, action, [this, done = std::move(done)](const Result<casebook::Appended>& answer) {
        if (answer) {
            done();
        } else {
            Q_EMIT intake.refused(sentenceFor(answer.error()));
        }
    });
}

// ---- home ----

void Intake::lookUpHomes(const QString& letters)
{
    const auto number = ++m_self->homeQuestion;
    if (!m_self->room) {
        return;
    }
    m_self->room->store().ask(
        this,
        [text = letters.trimmed().toStdString()](casebook::Casebook& casebook) {
            return casebook.findHomes(text);
        },
        [this, number, letters](std::vector<clinical::HomeView> homes) {
            if (number != m_self->homeQuestion) {
                return; // a newer question has been asked
            }
            QCollator order;
            order.setCaseSensitivity(Qt::CaseInsensitive);
            std::stable_sort(homes.begin(), homes.end(), [&order](const auto& a, const auto& b) {
                return order.compare(fromUtf8(a.home.name), fromUtf8(b.home.name)) < 0;
            });
            Q_EMIT homesFound(letters, homes);
        });
}

void Intake::chooseHome(const clinical::HomeView& home)
{
    ++m_self->homeQuestion; // what is still being looked up is no longer asked for
    m_self->home = home;
    m_self->draft.home = home.id;
    m_self->touch(Self::Haste::AtOnce);
}

void Intake::addHome(const clinical::Home& home)
{
    if (!m_self->room) {
        return;
    }
    const auto id = m_self->room->makeId<HomeId>();
    m_self->append({{}, {{clinical::HomeAdded{id, home}}}}, [this, id, home] {
        chooseHome({id, home, 0, {}});
    });
}

void Intake::correctHome(clinical::HomeField field, const clinical::FieldValue& value)
{
    if (m_self->home) {
        const auto id = m_self->home->id;
        m_self->append({{}, {{clinical::HomeCorrected{id, field, value}}}},
                       [this, id] { m_self->readHome(id); });
    }
}

std::optional<clinical::HomeView> Intake::home() const
{
    return m_self->home;
}

void Intake::Self::readHome(const HomeId& homeId)
{
    room->store().ask(
        &intake, [homeId](casebook::Casebook& casebook) { return casebook.home(homeId); },
        [this, homeId](const Result<clinical::HomeView>& found) {
            if (found && draft.home == homeId) {
                home = *found;
                facts.reset();
                recommendation.reset();
                Q_EMIT intake.changed();
            }
        });
}

// ---- caller ----

void Intake::setCaller(const QString& name, const QString& function, const QString& callbackPhone)
{
    auto& draft = m_self->draft;
    const auto homePhone = m_self->home ? m_self->home->home.phone : std::string();
    const auto phone = callbackPhone.trimmed().toStdString();
    draft.caller = name.trimmed().toStdString();
    draft.callerFunction = function.trimmed().toStdString();
    draft.callbackPhone = phone == homePhone ? std::string() : phone;
    m_self->touch(Self::Haste::Soon);
}

QString Intake::caller() const
{
    return fromUtf8(m_self->draft.caller);
}

QString Intake::callerFunction() const
{
    return fromUtf8(m_self->draft.callerFunction);
}

QString Intake::callbackPhone() const
{
    const auto& typed = m_self->draft.callbackPhone;
    return fromUtf8(typed.empty() && m_self->home ? m_self->home->home.phone : typed);
}

// ---- resident ----

void Intake::lookUpResidents(const std::optional<Date>& birthDate, const QString& letters)
{
    const auto number = ++m_self->residentQuestion;
    const auto text = letters.trimmed().toStdString();
    if (!m_self->room || (!birthDate && text.empty())) {
        Q_EMIT residentsFound(letters, {});
        return;
    }
    m_self->room->store().ask(
        this,
        [birthDate, text](casebook::Casebook& casebook) { return casebook.findResidents(birthDate, text); },
        [this, number, letters](std::vector<clinical::ResidentView> residents) {
            if (number != m_self->residentQuestion) {
                return;
            }
            // Those of the calling home first, otherwise as the store ordered them.
            std::stable_partition(residents.begin(), residents.end(), [this](const auto& view) {
                return m_self->draft.home && view.resident.home == *m_self->draft.home;
            });
            Q_EMIT residentsFound(letters, residents);
        });
}

void Intake::chooseResident(const clinical::ResidentView& resident)
{
    ++m_self->residentQuestion;
    m_self->resident = resident;
    m_self->draft.resident = resident.id;
    m_self->draft.joins = false;
    m_self->draft.again.reset(); // about somebody else it is a call of its own
    m_self->wishes.reset();
    m_self->openFacts.reset();
    m_self->touch(Self::Haste::AtOnce);
    if (m_self->room) {
        m_self->readResident(resident.id);
    }
}

/// The record of the chosen resident, in one go; dropped if another was chosen meanwhile.
void Intake::Self::readResident(const ResidentId& residentId)
{
    const auto read = [residentId,
                       again = draft.again](casebook::Casebook& casebook) -> Result<ResidentRecord> {
        auto found = casebook.resident(residentId);
        if (!found) {
            return failAs(found);
        }
        ResidentRecord record{*found, {}, {}};
        for (const auto& entry : casebook.timeline(idCast<StreamId>(residentId))) {
            const auto* recorded = entry.body ? std::get_if<clinical::WishesRecorded>(&*entry.body) : nullptr;
            if (recorded != nullptr && !entry.withdrawn) {
                record.wishes = *recorded; // the newest one stands last
            }
        }
        if (const auto openCase = again ? again : found->openCase) {
            const auto open = casebook.caseView(*openCase);
            record.openFacts = open ? open->facts : std::nullopt;
        }
        return record;
    };
    room->store().ask(&intake, read, [this, residentId](const Result<ResidentRecord>& record) {
        if (record && draft.resident == residentId) {
            resident = record->resident;
            wishes = record->wishes;
            openFacts = record->openFacts;
            takeMotivesOfOpenCase();
            facts.reset();
            recommendation.reset();
            Q_EMIT intake.changed();
        }
    });
}

namespace {

QString identityOf(const clinical::Resident& resident)
{
    const auto birth = resident.birthDate ? resident.birthDate->iso() : std::string();
    return folded(fromUtf8(resident.familyName + ' ' + resident.givenName)) + QLatin1Char('|') +
           fromUtf8(birth);
}

/// The same date of birth and the same first three letters, or, without a date, the same name.
bool areAlike(const clinical::Resident& a, const clinical::Resident& b)
{
    if (a.birthDate && b.birthDate) {
        constexpr qsizetype blankAndThreeLetters = 4;
        return *a.birthDate == *b.birthDate && folded(fromUtf8(a.familyName)).left(blankAndThreeLetters) ==
                                                   folded(fromUtf8(b.familyName)).left(blankAndThreeLetters);
    }
    return folded(fromUtf8(a.familyName + ' ' + a.givenName)) ==
           folded(fromUtf8(b.familyName + ' ' + b.givenName));
}

} // namespace

/// Offers those who may be the same person, once for each identity typed. False if there is none left to
/// offer.
bool Intake::Self::offerTwins(const clinical::Resident& typed,
                              const std::vector<clinical::ResidentView>& found)
{
    std::vector<clinical::ResidentView> twins;
    std::copy_if(found.begin(), found.end(), std::back_inserter(twins),
                 [&](const auto& view) { return areAlike(typed, view.resident); });
    const auto identity = identityOf(typed).toStdString();
    if (twins.empty() || offeredTwin == identity) {
        return false;
    }
    offeredTwin = identity;
    Q_EMIT intake.residentsFound(fromUtf8(typed.familyName), twins);
    Q_EMIT intake.refused(
        {said(QT_TRANSLATE_NOOP("Sentences", "A resident with this identity is in the record already.")),
         said(QT_TRANSLATE_NOOP("Sentences",
                                "Choose them from the list, or add again if it is someone else."))});
    return true;
}

void Intake::addResident(const clinical::Resident& resident)
{
    if (!m_self->room) {
        return;
    }
    ++m_self->residentQuestion;
    const auto letters = fromUtf8(resident.familyName).left(3).toStdString();
    if (letters.empty() && !resident.birthDate) {
        m_self->recordResident(resident);
        return;
    }
    m_self->room->store().ask(
        this,
        [birthDate = resident.birthDate, letters](casebook::Casebook& casebook) {
            return casebook.findResidents(birthDate, letters);
        },
        [this, resident](const std::vector<clinical::ResidentView>& found) {
            if (!m_self->offerTwins(resident, found)) {
                m_self->recordResident(resident);
            }
        });
}

void Intake::Self::recordResident(const clinical::Resident& typed)
{
    const auto residentId = room->makeId<ResidentId>();
    append({{}, {{clinical::ResidentAdded{residentId, typed}}}}, [this, residentId, typed] {
        clinical::ResidentView view;
        view.id = residentId;
        view.resident = typed;
        view.homeName = home ? home->home.name : std::string();
        intake.chooseResident(view);
    });
}

void Intake::correctResident(clinical::ResidentField field, const clinical::FieldValue& value)
{
    if (m_self->resident) {
        const auto id = m_self->resident->id;
        m_self->append({{}, {{clinical::ResidentCorrected{id, field, value}}}},
                       [this, id] { m_self->readResident(id); });
    }
}

std::optional<clinical::ResidentView> Intake::resident() const
{
    return m_self->resident;
}

std::optional<clinical::WishesRecorded> Intake::wishes() const
{
    return m_self->wishes;
}

std::optional<clinical::QueueRow> Intake::openRequest() const
{
    if (!m_self->resident || !m_self->room || isDecided()) {
        return std::nullopt;
    }
    const auto& rows = m_self->room->queue().rows;
    const auto isTheirs = [&](const auto& row) {
        return m_self->draft.again ? row.id == *m_self->draft.again : row.resident == m_self->resident->id;
    };
    std::optional<clinical::QueueRow> newest;
    for (const auto& row : rows) {
        if (isTheirs(row) && (!newest || newest->receivedAt < row.receivedAt)) {
            newest = row;
        }
    }
    return newest;
}

void Intake::joinOpenRequest(bool join)
{
    m_self->draft.joins = join;
    m_self->touch(Self::Haste::AtOnce);
}

bool Intake::joinsOpenRequest() const
{
    return m_self->draft.joins && openRequest().has_value();
}

} // namespace chevet::workflow
