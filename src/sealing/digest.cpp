// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/digest.h"

#include "sealing/handle.h"
#include "sealing/id_bytes.h"

#include <openssl/evp.h>

#include <cstdlib>

namespace chevet::sealing {
namespace {

using DigestContext = Handle<EVP_MD_CTX, &EVP_MD_CTX_free>;

/// Fetched once and kept for the life of the process: the look-up would cost more than the hash.
const EVP_MD* algorithm()
{
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

} // namespace

Sha256 sha256(std::initializer_list<View> parts)
{
    thread_local const DigestContext context(EVP_MD_CTX_new());
    Sha256 digest{};
    bool good = context && EVP_DigestInit_ex2(context.get(), algorithm(), nullptr) == 1;
    for (const auto part : parts) {
        good = good && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    }
    unsigned int length = 0;
    good = good && EVP_DigestFinal_ex(context.get(), digest.data(), &length) == 1 && length == digest.size();
    if (!good) {
        // Only without memory or without the library's own provider: nothing that follows could be trusted.
        std::abort();
    }
    return digest;
}

KeyId keyIdOf(View key)
{
    const auto digest = sha256({viewOf("kid1"), key});
    return idAt<KeyId>(digest, 0);
}

} // namespace chevet::sealing
