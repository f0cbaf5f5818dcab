// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "casebook/tokens.h"

#include <sqlite3.h>

#include <array>

namespace chevet::casebook {
namespace {

fts5_api* apiOf(sqlite3* handle)
{
    fts5_api* api = nullptr;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

int passOn(void* visit, int, const char* word, int length, int from, int to)
{
    const auto& call = *static_cast<const Tokenizer::Visit*>(visit);
    const auto goOn = call({word, static_cast<std::size_t>(length)}, static_cast<std::size_t>(from),
                           static_cast<std::size_t>(to));
    return goOn ? SQLITE_OK : SQLITE_DONE;
}

} // namespace

struct Tokenizer::Self
{
    sqlite3* ownHandle = nullptr;
    fts5_tokenizer functions{};
    Fts5Tokenizer* tokenizer = nullptr;

    Self() = default;
    Self(const Self&) = delete;
    Self& operator=(const Self&) = delete;
    ~Self()
    {
        if (tokenizer != nullptr) {
            functions.xDelete(tokenizer);
        }
        sqlite3_close(ownHandle);
    }
};

Result<Tokenizer> Tokenizer::make(sqlite3* handle)
{
    Tokenizer made;
    made.m_self = std::make_shared<Self>();
    auto* api = apiOf(handle);
    void* context = nullptr;
    std::array<const char*, 2> options{"remove_diacritics", "2"};
    if (api == nullptr ||
        api->xFindTokenizer(api, "unicode61", &context, &made.m_self->functions) != SQLITE_OK ||
        made.m_self->functions.xCreate(context, options.data(), static_cast<int>(options.size()),
                                       &made.m_self->tokenizer) != SQLITE_OK) {
        return fail(ErrorCode::Internal, "fts5");
    }
    return made;
}

Result<Tokenizer> Tokenizer::alone()
{
    sqlite3* handle = nullptr;
    if (sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) !=
        SQLITE_OK) {
        sqlite3_close(handle);
        return fail(ErrorCode::Internal, "sqlite");
    }
    auto made = make(handle);
    if (!made) {
        sqlite3_close(handle);
        return made;
    }
    made->m_self->ownHandle = handle;
    return made;
}

void Tokenizer::each(std::string_view text, const Visit& visit) const
{
    auto call = visit;
    m_self->functions.xTokenize(m_self->tokenizer, &call, FTS5_TOKENIZE_DOCUMENT, text.data(),
                                static_cast<int>(text.size()), &passOn);
}

std::vector<std::string> Tokenizer::words(std::string_view text) const
{
    std::vector<std::string> found;
    each(text, [&](std::string_view word, std::size_t, std::size_t) {
        found.emplace_back(word);
        return true;
    });
    return found;
}

} // namespace chevet::casebook
