// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files beside the journal: sealed pieces of 256 KiB, named by an event (docs/JOURNAL_FORMAT.md, "Files").
#include "casebook/casebook_self.h"
#include "sealing/digest.h"

#include <algorithm>

namespace chevet::casebook {
namespace {

constexpr std::size_t pieceSize = std::size_t{256} * 1024;
constexpr std::size_t largestFile = std::size_t{8} * 1024 * 1024;

Bytes contextOf(const FileId& file, std::uint32_t number)
{
    Bytes context(file.bytes.begin(), file.bytes.end());
    context.resize(file.bytes.size() + sizeof number);
    putBigEndian(context.data() + file.bytes.size(), number);
    return context;
}

} // namespace

Result<void> Casebook::keepFile(const FileId& file, const std::optional<ResidentId>& resident, View content)
{
    auto& self = *m_self;
    CHEVET_TRY(self.mayAppend());
    if (content.empty() || content.size() > largestFile) {
        return fail(content.empty() ? ErrorCode::BadInput : ErrorCode::TooLarge, "file");
    }
    const auto key = self.keyring->keyFor(Compartment::Clinical, resident);
    if (!key) {
        return failAs(key);
    }
    std::vector<Bytes> boxes;
    for (View rest = content; !rest.empty();) {
        const auto piece = rest.first(std::min(rest.size(), pieceSize));
        rest = rest.subspan(piece.size());
        auto box =
            self.keyring->sealPiece(*key, contextOf(file, static_cast<std::uint32_t>(boxes.size())), piece);
        if (!box) {
            return failAs(box);
        }
        boxes.push_back(std::move(*box));
    }
    for (auto& fresh : self.keyring->takeNewKeys()) {
        self.unsavedKeys.push_back(std::move(fresh));
    }
    if (auto put = self.journal->putFile(file, boxes, self.unsavedKeys); !put) {
        if (put.error().code != ErrorCode::Duplicate) {
            self.recover();
        }
        return put;
    }
    self.unsavedKeys.clear();
    return {};
}

Result<Bytes> Casebook::file(const clinical::PhotoKept& named) const
{
    CHEVET_TRY(m_self->ensureJournal());
    return m_self->readFile(named.file, named.size, named.digest);
}

Result<Bytes> Casebook::Self::readFile(const FileId& file, std::int64_t size, const Sha256& digest) const
{
    const auto whole = static_cast<std::size_t>(size);
    if (size <= 0 || whole > largestFile) {
        return fail(ErrorCode::Damaged, "file");
    }
    Bytes content;
    content.reserve(whole);
    for (std::uint32_t number = 0; content.size() < whole; ++number) {
        const auto box = journal->piece(file, number);
        if (!box) {
            return failAs(box);
        }
        if (!*box) {
            return fail(number == 0 ? ErrorCode::NotFound : ErrorCode::Damaged, "file");
        }
        const auto piece = keyring->openPiece(contextOf(file, number), **box);
        if (!piece) {
            const bool isUnknown = piece.error().code == ErrorCode::UnknownKey;
            return fail(isUnknown ? ErrorCode::UnknownKey : ErrorCode::Damaged, "file");
        }
        if (piece->empty() || piece->size() > whole - content.size()) {
            return fail(ErrorCode::Damaged, "file");
        }
        content.insert(content.end(), piece->begin(), piece->end());
    }
    if (sealing::sha256({content}) != digest) {
        return fail(ErrorCode::Damaged, "file");
    }
    return content;
}

void Casebook::Self::verifyFiles(const std::vector<std::pair<EventId, clinical::PhotoKept>>& named,
                                 const std::function<void(const EventId&, ErrorCode)>& damaged) const
{
    for (const auto& [entry, photo] : named) {
        if (const auto read = readFile(photo.file, photo.size, photo.digest);
            !read && read.error().code != ErrorCode::UnknownKey) {
            damaged(entry, read.error().code);
        }
    }
}

} // namespace chevet::casebook
