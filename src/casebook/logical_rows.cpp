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

std::vector<std::string> Casebook::logicalRows() const
{
    auto& self = *m_self;
    auto& fold = *self.fold;
    auto& model = fold.model();
    std::vector<std::string> events;
    std::vector<std::string> rows;
    for (const auto stream : model.allStreams()) { // by id
        const auto id = model.streamId(stream);
        const auto type = model.streamType(stream);
        for (const auto& entry : fold.entriesOf(stream)) {
            const auto opened = fold.open(entry.sequence);
            if (!opened) {
                continue;
            }
            events.push_back(
                "event " + opened->id.hex() + ' ' + std::string(opened->payload.kind) + ' ' + id.hex() +
                numbers({entry.at.millis, entry.withdrawn ? 1 : 0, fold.isHidden(entry.sequence) ? 1 : 0}));
        }
        if (type == StreamType::Home && fold.home(stream).exists) {
            const auto& record = fold.home(stream);
            rows.push_back("home " + id.hex() + ' ' + hexOf(HomeAdded{{}, record.home}) +
                           namesOf(record.contested));
        } else if (type == StreamType::Resident && fold.resident(stream).exists) {
            const auto& record = fold.resident(stream);
            const auto view = self.residentView(stream);
            rows.push_back("resident " + id.hex() + ' ' + hexOf(ResidentAdded{{}, record.resident}) +
                           namesOf(record.contested) +
                           numbers({view.lastContact ? view.lastContact->millis : -1,
                                    view.remoteContactsSinceVisit, view.seenInPerson ? 1 : 0}) +
                           (view.openCase ? ' ' + view.openCase->hex() : ""));
        } else if (type == StreamType::Case && self.hasCase(idCast<CaseId>(id))) {
            const auto record = fold.caseRecord(idCast<CaseId>(id), fold.entriesOf(stream));
            auto row = fold.rowOf(record);
            fold.dressRow(row, self.find(idCast<StreamId>(row.resident)));
            row.lastWord = fold.lastWordOf(record);
            const auto into = fold.mergedInto(row.id);
            const auto open = fold.openCases().find(stream);
            const bool isRight = open == fold.openCases().end() || open->second.row == row;
            rows.push_back("case " + rowText(row) + (into ? " into " + into->hex() : "") +
                           (open == fold.openCases().end() ? "" : " open") +
                           (isRight ? "" : " differs from the queue"));
        }
    }
    for (const auto& [id, member] : fold.members()) {
        rows.push_back("member " + id.hex() + ' ' + member.name + ' ' + std::string(nameOf(member.role)) +
                       numbers({static_cast<std::int64_t>(member.roles.bits())}));
    }
    for (const auto& [hash, sequence] : fold.rules()) {
        rows.push_back("rules " + hash);
    }
    std::sort(events.begin(), events.end());
    events.insert(events.end(), rows.begin(), rows.end());
    return events;
}

} // namespace chevet::casebook
