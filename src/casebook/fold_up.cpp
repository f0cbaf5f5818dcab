// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the journal to the read model: from a snapshot and the records after it, or all of them.
#include "casebook/casebook_self.h"
#include "foundation/log.h"

namespace chevet::casebook {

namespace {

constexpr std::int64_t progressStep = 4096;

} // namespace

Result<void> Casebook::Self::foldUp(const Progress& progress)
{
    std::int64_t sequence = 0;
    EventId id;
    auto model = loadSnapshot(sequence, id);
    if (model) {
        fold = std::make_unique<Fold>(std::move(*model), *journal, *keyring);
        CHEVET_TRY(makeTokenizer());
        fold->startAt(sequence, id);
        fold->restore();
        if (!fold->model().failure() && foldTail(progress)) {
            return {};
        }
    }
    report.modelRebuilt = true;
    return foldAnew(progress);
}

Result<void> Casebook::Self::foldAnew(const Progress& progress)
{
    auto model = ReadModel::fresh();
    if (!model) {
        return failAs(model);
    }
    fold = std::make_unique<Fold>(std::move(*model), *journal, *keyring);
    CHEVET_TRY(makeTokenizer());
    fold->model().expectMany(true);
    CHEVET_TRY(foldTail(progress));
    fold->model().expectMany(false);
    return {};
}

Result<void> Casebook::Self::makeTokenizer()
{
    auto made = Tokenizer::make(fold->model().handle());
    if (!made) {
        return failAs(made);
    }
    tokenizer = std::make_unique<Tokenizer>(std::move(*made));
    orderedRows.clear(); // they point into the former fold
    orderedGeneration = ~std::uint64_t{0};
    return {};
}

Result<void> Casebook::Self::foldTail(const Progress& progress)
{
    const auto last = journal->lastSequence();
    if (!last) {
        return failAs(last);
    }
    auto& model = fold->model();
    std::int64_t done = fold->sequence();
    const auto read = journal->each(done, [&](std::int64_t sequence, View id, View envelope) {
        fold->take(sequence, EventId::fromBytes(id).value_or(EventId{}), envelope);
        if (progress && ++done % progressStep == 0) {
            progress(done, *last);
        }
        return !model.failure();
    });
    if (!read) {
        // A page of the journal that can't be read hides what stands on it and after it: what was read is
        // shown.
        report.damages.push_back({ErrorCode::Damaged, fold->sequence(), {}, 0, {}, "sqlite"});
        logError(LogTopic::Store, "the journal can't be read to its end", read.error());
    }
    fold->settle();
    model.commit();
    if (progress) {
        progress(*last, *last);
    }
    const auto& failure = model.failure();
    return failure ? Result<void>(tl::unexpected(*failure)) : Result<void>();
}

Result<void> Casebook::Self::catchUp()
{
    if (!fold->model().failure() && !fold->mustStartAnew()) {
        Bytes envelope;
        EventId id;
        for (auto next = fold->sequence() + 1; !fold->model().failure(); ++next) {
            const auto read = journal->read(next, envelope, &id);
            if (!read) {
                return failAs(read);
            }
            if (!*read) {
                break;
            }
            fold->take(next, id, envelope);
        }
    }
    return settleFold();
}

Result<void> Casebook::Self::settleFold()
{
    if (!fold->model().failure() && !fold->mustStartAnew()) {
        fold->settle();
    }
    if (fold->model().failure() || fold->mustStartAnew()) {
        logLine(LogTopic::Store, fold->model().failure() ? LogLevel::Warning : LogLevel::Note,
                "the read model is folded anew");
        return foldAnew({});
    }
    return {};
}

} // namespace chevet::casebook
