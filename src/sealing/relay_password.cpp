// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/relay_password.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace chevet::sealing {

Result<RelayPassword> makeRelayPassword(View secret, Instant until, std::string_view forWhom)
{
    constexpr std::size_t digestSize = 20;
    constexpr std::size_t textSize = 28;
    if (secret.empty()) {
        return fail(ErrorCode::BadInput, "relay secret");
    }
    RelayPassword made;
    made.user = std::to_string(until.millis / 1000) + ":" + std::string(forWhom);
    std::array<std::uint8_t, digestSize> digest{};
    unsigned size = 0;
    const auto name = viewOf(made.user);
    if (HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), name.data(), name.size(),
             digest.data(), &size) == nullptr ||
        size != digest.size()) {
        return fail(ErrorCode::Internal, "relay password");
    }
    std::array<std::uint8_t, textSize + 1> text{}; // the library ends it with a zero
    EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
    made.password = textOf(View(text).first(textSize));
    return made;
}

} // namespace chevet::sealing
