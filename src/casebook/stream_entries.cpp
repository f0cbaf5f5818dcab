// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/stream_entries.h"

#include "clinical/codec.h"

#include <algorithm>

namespace chevet::casebook {

using clinical::ItemRule;
using clinical::Kind;

namespace {

// identity 16 · stamp 8 · number of parents 2 · parents · body
constexpr std::size_t fixedSize = 16 + 8 + 2;

enum class Keeps
{
    Nothing,
    Order,
    Body
};

Keeps whatIsKept(Kind kind)
{
    switch (kind) {
    case Kind::FactsRecorded:
    case Kind::TriageReasoned:
    case Kind::NoteAdded:
    case Kind::WishesRecorded:
    case Kind::TeamFounded:
    case Kind::RulesAdopted: return Keeps::Order;
    case Kind::Unknown:
    case Kind::PsychosocialNoteAdded:
    case Kind::ConsultationIdentified:
    case Kind::ConsultationSigned:
    case Kind::PhotoKept:
    case Kind::EntryWritten:
    case Kind::EntryWithdrawn: return Keeps::Nothing;
    default: return Keeps::Body;
    }
}

} // namespace

Bytes detailOf(Kind kind, const EventId& id, const clinical::Payload& payload, View wholeBody)
{
    const auto keeps = whatIsKept(kind);
    if (keeps == Keeps::Nothing) {
        return {};
    }
    const auto body = keeps == Keeps::Body ? wholeBody : View{};
    Bytes detail(fixedSize + 16 * payload.parents.size() + body.size());
    auto* at = std::copy(id.bytes.begin(), id.bytes.end(), detail.data());
    putBigEndian(at, cappedStamp(payload.stamp, payload.at).value);
    putBigEndian(at + 8, static_cast<std::uint16_t>(payload.parents.size()));
    at += 10;
    for (const auto& parent : payload.parents) {
        at = std::copy(parent.bytes.begin(), parent.bytes.end(), at);
    }
    std::copy(body.begin(), body.end(), at);
    return detail;
}

Entry entryFrom(std::int64_t sequence, Kind kind, Instant at, View detail, const StreamId& stream)
{
    Entry entry;
    entry.sequence = sequence;
    entry.kind = kind;
    entry.at = at;
    if (detail.size() < fixedSize) {
        return entry;
    }
    entry.id = EventId::fromBytes(detail.first(16)).value_or(EventId{});
    entry.stamp.value = getBigEndian<std::uint64_t>(detail.data() + 16);
    const std::size_t parents = getBigEndian<std::uint16_t>(detail.data() + 24);
    detail = detail.subspan(fixedSize);
    for (std::size_t i = 0; i < parents && detail.size() >= 16; ++i) {
        entry.parents.push_back(EventId::fromBytes(detail.first(16)).value_or(EventId{}));
        detail = detail.subspan(16);
    }
    if (!detail.empty()) {
        if (auto body = clinical::decodeBody(kind, stream, detail, clinical::Form::Checked)) {
            entry.body = std::move(*body);
        }
    }
    return entry;
}

std::optional<Item> itemOf(const Entry& entry)
{
    if (entry.kind == Kind::Unknown) {
        return std::nullopt;
    }
    const auto& description = clinical::describe(entry.kind);
    switch (description.itemRule) {
    case ItemRule::None: return std::nullopt;
    case ItemRule::Fixed: return Item{description.compartment, std::string(description.item)};
    case ItemRule::Field: break;
    }
    return entry.body ? std::optional(Item{description.compartment, clinical::itemOf(*entry.body)})
                      : std::nullopt;
}

namespace {

/// Which of the entries at these places hold, winner first.
std::vector<std::size_t> headsAmong(const Entries& entries, const std::vector<std::size_t>& places)
{
    std::vector<Setting> settings;
    settings.reserve(places.size());
    for (const auto i : places) {
        settings.push_back({entries[i].id, entries[i].stamp, entries[i].parents, entries[i].withdrawn});
    }
    auto heads = headsOf(settings);
    for (auto& head : heads) {
        head = places[head];
    }
    return heads;
}

} // namespace

std::vector<std::size_t> headsOfItem(const Entries& entries, const Item& item)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (itemOf(entries[i]) == item) {
            places.push_back(i);
        }
    }
    return headsAmong(entries, places);
}

std::map<Item, std::vector<std::size_t>> headsByItem(const Entries& entries)
{
    std::map<Item, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (const auto item = itemOf(entries[i])) {
            places[*item].push_back(i);
        }
    }
    for (auto& [item, at] : places) {
        at = headsAmong(entries, at);
    }
    return places;
}

} // namespace chevet::casebook
