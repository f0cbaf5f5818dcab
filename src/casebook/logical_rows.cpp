// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The model as text, for comparing devices: everything but arrival order and index.
#include "casebook/casebook_self.h"
#include "clinical/codec.h"

#include <algorithm>

namespace chevet::casebook {

using namespace clinical;

namespace {

std::string hexOf(const EventBody& body)
{
    return toHex(encodeBody(body));
}

template<class Field> std::string namesOf(const std::vector<Field>& fields)
{
    std::string names;
    for (const auto field : fields) {
        names += ' ';
        names += nameOf(field);
    }
    return names;
}

std::string numbers(std::initializer_list<std::int64_t> values)
{
    std::string text;
    for (const auto value : values) {
        text += ' ' + std::to_string(value);
    }
    return text;
}

std::string rowText(const QueueRow& row)
{
    std::string text =
        row.id.hex() + ' ' + std::string(nameOf(row.state)) + ' ' + std::string(nameOf(row.priority));
    text += numbers({row.receivedAt.millis, row.due.millis, static_cast<std::int64_t>(row.motives.bits()),
                     static_cast<std::int64_t>(row.owed.bits()), row.contested ? 1 : 0,
                     row.decided ? static_cast<int>(*row.decided) : 0,
                     row.meanwhile ? static_cast<int>(*row.meanwhile) : 0,
                     row.then ? static_cast<int>(*row.then) : 0,
                     row.deferredUntil ? row.deferredUntil->millis : -1,
                     row.lastAttempt ? row.lastAttempt->at.millis : -1,
                     row.lastAttempt ? static_cast<int>(row.lastAttempt->outcome) : 0});
    text += row.mode ? " mode " + std::string(nameOf(*row.mode)) : "";
    text += ' ' + row.resident.hex() + ' ' + row.home.hex() + ' ' + (row.owner ? row.owner->hex() : "-");
    text += " [" + row.familyName + "|" + row.givenName + "|" + row.room + "|" + row.homeName + "|" +
            row.callbackPhone + "|" + row.ownerInitials + "|" + row.lastWord + "]";
    return text;
}

} // namespace

class Casebook::LogicalRows
{
public:
    explicit LogicalRows(Self& self) : m_self(self), m_fold(*self.fold) {}

    std::vector<std::string> take()
    {
        auto& model = m_fold.model();
        for (const auto stream : model.allStreams()) { // by id
            const auto id = model.streamId(stream);
            addEvents(stream, id);
            switch (model.streamType(stream)) {
            case StreamType::Home: addHome(stream, id); break;
            case StreamType::Resident: addResident(stream, id); break;
            case StreamType::Case: addCase(stream, idCast<CaseId>(id)); break;
            default: break;
            }
        }
        for (const auto& [id, member] : m_fold.members()) {
            m_rows.push_back("member " + id.hex() + ' ' + member.name + ' ' +
                             std::string(nameOf(member.role)) +
                             numbers({static_cast<std::int64_t>(member.roles.bits())}));
        }
        for (const auto& [hash, sequence] : m_fold.rules()) {
            m_rows.push_back("rules " + hash);
        }
        std::sort(m_events.begin(), m_events.end());
        m_events.insert(m_events.end(), m_rows.begin(), m_rows.end());
        return std::move(m_events);
    }

private:
    void addEvents(StreamKey stream, const StreamId& id)
    {
        for (const auto& entry : m_fold.entriesOf(stream)) {
            if (const auto opened = m_fold.open(entry.sequence)) {
                m_events.push_back("event " + opened->id.hex() + ' ' + std::string(opened->payload.kind) +
                                   ' ' + id.hex() +
                                   numbers({entry.at.millis, entry.withdrawn ? 1 : 0,
                                            m_fold.isHidden(entry.sequence) ? 1 : 0}));
            }
        }
    }

    void addHome(StreamKey stream, const StreamId& id)
    {
        if (const auto& record = m_fold.home(stream); record.exists) {
            m_rows.push_back("home " + id.hex() + ' ' + hexOf(HomeAdded{{}, record.home}) +
                             namesOf(record.contested));
        }
    }

    void addResident(StreamKey stream, const StreamId& id)
    {
        const auto& record = m_fold.resident(stream);
        if (!record.exists) {
            return;
        }
        const auto view = m_self.residentView(stream);
        m_rows.push_back("resident " + id.hex() + ' ' + hexOf(ResidentAdded{{}, record.resident}) +
                         namesOf(record.contested) +
                         numbers({view.lastContact ? view.lastContact->millis : -1,
                                  view.remoteContactsSinceVisit, view.seenInPerson ? 1 : 0}) +
                         (view.openCase ? ' ' + view.openCase->hex() : ""));
    }

    void addCase(StreamKey stream, const CaseId& id)
    {
        if (!m_self.hasCase(id)) {
            return;
        }
        const auto record = m_fold.caseRecord(id, m_fold.entriesOf(stream));
        auto row = Fold::rowOf(record);
        m_fold.dressRow(row, m_self.find(idCast<StreamId>(row.resident)));
        row.lastWord = m_fold.lastWordOf(record);
        const auto into = m_fold.mergedInto(row.id);
        const auto open = m_fold.openCases().find(stream);
        const bool isRight = open == m_fold.openCases().end() || open->second.row == row;
        m_rows.push_back("case " + rowText(row) + (into ? " into " + into->hex() : "") +
                         (open == m_fold.openCases().end() ? "" : " open") +
                         (isRight ? "" : " differs from the queue"));
    }

    Self& m_self;
    Fold& m_fold;
    std::vector<std::string> m_events;
    std::vector<std::string> m_rows;
};

std::vector<std::string> Casebook::logicalRows() const
{
    return LogicalRows(*m_self).take();
}

} // namespace chevet::casebook
