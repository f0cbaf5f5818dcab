// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must be true of an event before it is sealed: the role may write it, what it is about exists, its
// values can be read again.
#include "casebook/append_batch.h"
#include "clinical/codec.h"

namespace chevet::casebook {

using namespace clinical;

void Casebook::Self::Batch::note(const EventBody& body, const StreamId& stream, Compartment compartment,
                                 const std::string& item, const EventId& id)
{
    switch (kindOf(body)) {
    case Kind::RequestReceived:
        residents[std::get<RequestReceived>(body).id] = std::get<RequestReceived>(body).resident;
        [[fallthrough]];
    case Kind::MemberAdded:
    case Kind::HomeAdded:
    case Kind::ResidentAdded: added.insert(stream); break;
    default: break;
    }
    if (!item.empty()) {
        heads[{stream, Item{compartment, item}}] = id;
    }
    written[id] = {stream, kindOf(body)};
}

bool Casebook::Self::hasHome(const HomeId& id) const
{
    const auto stream = find(idCast<StreamId>(id));
    return stream != 0 && fold->home(stream).exists;
}

bool Casebook::Self::hasResident(const ResidentId& id) const
{
    const auto stream = find(idCast<StreamId>(id));
    return stream != 0 && fold->resident(stream).exists;
}

bool Casebook::Self::hasCase(const CaseId& id) const
{
    const auto stream = find(idCast<StreamId>(id));
    const auto file = stream == 0 ? std::nullopt : fold->caseFile(stream);
    return file && file->received >= 0;
}

bool Casebook::Self::isThere(const Batch& batch, const StreamId& stream, StreamType type) const
{
    if (batch.adds(stream)) {
        return true;
    }
    switch (type) {
    case StreamType::Home: return hasHome(idCast<HomeId>(stream));
    case StreamType::Resident: return hasResident(idCast<ResidentId>(stream));
    case StreamType::Case: return hasCase(idCast<CaseId>(stream));
    default: return true;
    }
}

Result<void> Casebook::Self::checkReferences(const Batch& batch, const EventBody& body) const
{
    const auto home = [&](const HomeId& id) {
        return id.isNull() || isThere(batch, idCast<StreamId>(id), StreamType::Home);
    };
    const auto resident = [&](const ResidentId& id) {
        return isThere(batch, idCast<StreamId>(id), StreamType::Resident);
    };
    if (const auto* added = std::get_if<ResidentAdded>(&body);
        added != nullptr && !home(added->resident.home)) {
        return fail(ErrorCode::NotFound, "home");
    }
    if (const auto* request = std::get_if<RequestReceived>(&body)) {
        if (!home(request->home)) {
            return fail(ErrorCode::NotFound, "home");
        }
        if (!resident(request->resident)) {
            return fail(ErrorCode::NotFound, "resident");
        }
    }
    if (const auto* corrected = std::get_if<RequestCorrected>(&body)) {
        const auto* id = std::get_if<ResidentId>(&corrected->value);
        if (corrected->field == RequestField::Resident && (id == nullptr || !resident(*id))) {
            return fail(ErrorCode::NotFound, "resident");
        }
        if (const auto* to = std::get_if<HomeId>(&corrected->value); to != nullptr && !home(*to)) {
            return fail(ErrorCode::NotFound, "home");
        }
    }
    if (const auto* corrected = std::get_if<ResidentCorrected>(&body)) {
        if (const auto* to = std::get_if<HomeId>(&corrected->value); to != nullptr && !home(*to)) {
            return fail(ErrorCode::NotFound, "home");
        }
    }
    if (const auto* merged = std::get_if<RequestsMerged>(&body)) {
        if (!isThere(batch, idCast<StreamId>(merged->into), StreamType::Case) || merged->into == merged->id) {
            return fail(ErrorCode::NotFound, "into");
        }
    }
    return {};
}

Result<void> Casebook::Self::checkWithdrawal(const Batch& batch, const EntryWithdrawn& withdrawn) const
{
    StreamId stream;
    auto kind = Kind::Unknown;
    if (const auto found = batch.written.find(withdrawn.entry); found != batch.written.end()) {
        std::tie(stream, kind) = found->second;
    } else {
        const auto opened = fold->open(withdrawn.entry);
        if (!opened) {
            return fail(ErrorCode::NotFound, "entry");
        }
        stream = opened->payload.stream;
        kind = kindFromName(opened->payload.kind);
    }
    if (stream != withdrawn.stream) {
        return fail(ErrorCode::NotFound, "entry");
    }
    if (kind == Kind::EntryWithdrawn || kind == Kind::EntryWritten || isTextPart(kind)) {
        return fail(ErrorCode::BadInput, "entry");
    }
    return kind == Kind::Unknown || clinical::mayWrite(batch.author.role, kind)
               ? Result<void>()
               : fail(ErrorCode::NotAllowed, "entry");
}

Result<void> Casebook::Self::check(const Batch& batch, const NewEvent& event) const
{
    const auto kind = kindOf(event.body);
    const auto& about = describe(kind);
    const std::string name(about.name);
    // The team's own first events come before anybody is a member.
    const bool isFounding = fold->members().empty() && about.compartment == Compartment::Team;
    if (!clinical::mayWrite(batch.author.role, kind) ||
        (!isFounding && !fold->mayWrite(batch.author.member, kind))) {
        return fail(ErrorCode::NotAllowed, name);
    }
    if (kind == Kind::EntryWritten) {
        return fail(ErrorCode::NotAllowed, name); // the store writes stubs itself
    }
    if (!isStorable(event.body, keyring->team())) {
        return fail(ErrorCode::BadInput, name);
    }
    const auto stream = streamOf(event.body, keyring->team());
    const bool founds =
        kind == Kind::HomeAdded || kind == Kind::ResidentAdded || kind == Kind::RequestReceived;
    if (founds && isThere(batch, stream, about.stream)) {
        return fail(ErrorCode::Duplicate, name);
    }
    if (!founds && !isThere(batch, stream, about.stream)) {
        return fail(ErrorCode::NotFound, name);
    }
    CHEVET_TRY(checkReferences(batch, event.body));
    const auto* withdrawn = std::get_if<EntryWithdrawn>(&event.body);
    return withdrawn == nullptr ? Result<void>() : checkWithdrawal(batch, *withdrawn);
}

Result<std::vector<EventId>> Casebook::Self::parentsOf(const Batch& batch, const NewEvent& event) const
{
    const auto item = clinical::itemOf(event.body);
    if (item.empty()) {
        return std::vector<EventId>();
    }
    if (event.parents) {
        return *event.parents;
    }
    const auto stream = streamOf(event.body, keyring->team());
    const Item about{describe(kindOf(event.body)).compartment, item};
    if (const auto found = batch.heads.find({stream, about}); found != batch.heads.end()) {
        return std::vector<EventId>{found->second};
    }
    std::vector<EventId> parents;
    if (const auto key = find(stream); key != 0) {
        const auto& entries = fold->recentEntries(key);
        for (const auto place : headsOfItem(entries, about)) {
            parents.push_back(entries[place].id);
        }
    }
    return parents;
}

Result<std::optional<ResidentId>> Casebook::Self::residentOf(const Batch& batch, const EventBody& body) const
{
    const auto stream = streamOf(body, keyring->team());
    if (const auto* request = std::get_if<RequestReceived>(&body)) {
        return request->resident;
    }
    if (const auto found = batch.residents.find(idCast<CaseId>(stream)); found != batch.residents.end()) {
        return found->second;
    }
    auto type = describe(kindOf(body)).stream;
    const auto key = find(stream);
    if (type == StreamType::Any) {
        type = key == 0 ? StreamType::Any : fold->model().streamType(key);
    }
    if (type == StreamType::Resident) {
        return idCast<ResidentId>(stream);
    }
    if (type == StreamType::Case) {
        if (const auto open = fold->openCases().find(key); open != fold->openCases().end()) {
            return open->second.row.resident;
        }
        const auto file = fold->model().caseFile(key);
        if (!file) {
            return fail(ErrorCode::NotFound, "case");
        }
        return idCast<ResidentId>(fold->model().streamId(file->resident));
    }
    return std::nullopt;
}

} // namespace chevet::casebook
