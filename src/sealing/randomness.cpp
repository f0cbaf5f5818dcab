// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/randomness.h"

#include <openssl/err.h>
#include <openssl/rand.h>

namespace chevet::sealing {
namespace {

class SystemRandomness final : public Randomness
{
public:
    Result<void> fillPublic(std::span<std::uint8_t> bytes) override
    {
        return answer(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())), bytes);
    }

    Result<void> fillSecret(std::span<std::uint8_t> bytes) override
    {
        return answer(RAND_priv_bytes(bytes.data(), static_cast<int>(bytes.size())), bytes);
    }

private:
    static Result<void> answer(int outcome, std::span<std::uint8_t> bytes)
    {
        if (outcome == 1) {
            return {};
        }
        ERR_clear_error();
        wipe(bytes);
        return fail(ErrorCode::RandomFailed, "generator");
    }
};

} // namespace

Result<SecretBytes> Randomness::secret(std::size_t size)
{
    SecretBytes bytes(size);
    CHEVET_TRY(fillSecret(bytes.writable()));
    return bytes;
}

Randomness& systemRandomness()
{
    static SystemRandomness source;
    return source;
}

} // namespace chevet::sealing
