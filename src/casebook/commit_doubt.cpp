// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// After a commit that failed or is in doubt: the journal is opened and read again, and what was to be written
// is looked for, so that nothing is called lost that stands, and nothing is written twice.
#include "casebook/append_batch.h"
#include "foundation/log.h"

#include <algorithm>

namespace chevet::casebook {

Result<void> Casebook::Self::ensureJournal()
{
    if (journal) {
        return {};
    }
    auto opened =
        Journal::open(folder / format::journalFile, readOnly ? Access::ReadOnly : Access::ReadWrite);
    if (!opened) {
        return failAs(opened);
    }
    journal = std::make_unique<Journal>(std::move(*opened));
    fold->setJournal(*journal);
    return catchUp();
}

Result<Appended> Casebook::Self::lookFor(Doubt doubt, const Error& error)
{
    const auto sequence = journal ? journal->sequenceOf(doubt.last)
                                  : Result<std::optional<std::int64_t>>(tl::unexpected(error));
    const auto place = sequence.value_or(std::nullopt);
    if (sequence && !place) {
        return tl::unexpected(error); // it is not there
    }
    if (place && journal->makeDurable()) {
        unsavedKeys.clear(); // they were in the same transaction
        doubt.appended.sequence = *place;
        writeHead();
        return std::move(doubt.appended);
    }
    doubts.push_back(std::move(doubt));
    return tl::unexpected(error);
}

Result<std::optional<Appended>> Casebook::Self::landedBefore(std::span<const NewEvent> events,
                                                             const Author& author)
{
    // A part of it will do: what has been written since it was tried is not asked for again.
    const auto found = std::find_if(doubts.begin(), doubts.end(), [&](const Doubt& doubt) {
        return doubt.author == author && !events.empty() &&
               std::all_of(events.begin(), events.end(), [&](const auto& event) {
                   return std::find(doubt.events.begin(), doubt.events.end(), event) != doubt.events.end();
               });
    });
    if (found == doubts.end()) {
        return std::nullopt;
    }
    const auto sequence = journal->sequenceOf(found->last);
    if (!sequence) {
        return failAs(sequence);
    }
    const auto& place = *sequence;
    if (!place) {
        doubts.erase(found);
        return std::nullopt;
    }
    CHEVET_TRY(journal->makeDurable());
    auto appended = std::move(found->appended);
    appended.sequence = *place;
    doubts.erase(found);
    return appended;
}

void Casebook::Self::recover()
{
    // Nothing that the failed connection believes is trusted: the file is opened and read again, never tried
    // again blindly. If even that fails, the next use tries to open it.
    journal.reset();
    if (const auto opened = ensureJournal(); !opened) {
        logError(LogTopic::Store, "the journal can't be reopened", opened.error());
        return;
    }
    writeHead();
}

} // namespace chevet::casebook
