// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A case's or a resident's entries in the order in which they were written, opened one by one from the
// journal.
#include "casebook/casebook_self.h"

#include <algorithm>
#include <set>

namespace chevet::casebook {

using namespace clinical;

namespace {

struct Line
{
    TimelineEntry entry;
    Stamp stamp;
};

/// Sequences of what is one of several heads of its item.
std::set<std::int64_t> contestedIn(const Entries& entries)
{
    std::set<std::int64_t> contested;
    for (const auto& [item, heads] : headsByItem(entries)) {
        for (std::size_t i = 0; heads.size() > 1 && i < heads.size(); ++i) {
            contested.insert(entries[heads[i]].sequence);
        }
    }
    return contested;
}

/// A stub stands for its entry only where the entry itself can't be read.
void dropStubs(std::vector<Line>& lines)
{
    std::set<EventId> readable;
    for (const auto& line : lines) {
        readable.insert(line.entry.id);
    }
    std::erase_if(lines, [&](Line& line) {
        const auto* stub = line.entry.body ? std::get_if<EntryWritten>(&*line.entry.body) : nullptr;
        line.entry.readable = stub == nullptr;
        return stub != nullptr && readable.contains(stub->entry);
    });
}

std::vector<TimelineEntry> inOrder(std::vector<Line> lines)
{
    std::vector<Line*> ordered; // an entry is too large to be moved about while it is sorted
    ordered.reserve(lines.size());
    for (auto& line : lines) {
        ordered.push_back(&line);
    }
    std::sort(ordered.begin(), ordered.end(), [](const Line* a, const Line* b) {
        return std::tie(a->entry.at, a->stamp, a->entry.id) < std::tie(b->entry.at, b->stamp, b->entry.id);
    });
    std::vector<TimelineEntry> timeline;
    timeline.reserve(ordered.size());
    for (auto* line : ordered) {
        timeline.push_back(std::move(line->entry));
    }
    return timeline;
}

} // namespace

TimelineEntry Casebook::Self::timelineEntry(Fold::Opened opened, std::int64_t sequence) const
{
    TimelineEntry entry;
    entry.id = opened.id;
    entry.sequence = sequence;
    entry.kind = opened.payload.kind;
    entry.version = opened.payload.version;
    entry.at = opened.payload.at;
    entry.offsetMinutes = opened.payload.offsetMinutes;
    entry.author = opened.payload.author;
    if (const auto member = fold->members().find(entry.author); member != fold->members().end()) {
        entry.authorName = member->second.name;
        entry.authorRole = member->second.role;
    }
    entry.body = std::move(opened.body);
    entry.parents = std::move(opened.payload.parents);
    entry.withdrawn = fold->isWithdrawn(sequence);
    if (entry.withdrawn) {
        entry.withdrawnReason = fold->withdrawalReason(opened.id);
    }
    return entry;
}

std::vector<TimelineEntry> Casebook::timeline(const StreamId& id) const
{
    auto& self = *m_self;
    if (!self.ensureJournal()) {
        return {};
    }
    const Journal::Reading reading(*self.journal);
    std::vector<StreamKey> streams{self.find(id)};
    for (const auto& merged : self.fold->mergedFrom(idCast<CaseId>(id))) {
        streams.push_back(self.find(idCast<StreamId>(merged)));
    }
    std::vector<Line> lines;
    for (const auto stream : streams) {
        if (stream == 0) {
            continue;
        }
        const auto entries = self.fold->entriesOf(stream);
        lines.reserve(lines.size() + entries.size());
        const auto contested = contestedIn(entries);
        for (const auto& entry : entries) {
            if (auto opened = self.fold->open(entry.sequence)) {
                const auto stamp = opened->payload.stamp;
                auto& line =
                    lines.emplace_back(Line{self.timelineEntry(std::move(*opened), entry.sequence), stamp});
                line.entry.contested = contested.contains(entry.sequence);
            }
        }
    }
    dropStubs(lines);
    return inOrder(std::move(lines));
}

} // namespace chevet::casebook
