// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/aead.h"

#include "sealing/envelope.h"
#include "sealing/handle.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>

namespace chevet::sealing {
namespace {

using CipherContext = Handle<EVP_CIPHER_CTX, &EVP_CIPHER_CTX_free>;

constexpr std::size_t largestPlain = std::size_t{1} << 30;

/// Fetched once and kept for the life of the process.
const EVP_CIPHER* algorithm()
{
    static const EVP_CIPHER* const fetched = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    return fetched;
}

int lengthOf(View bytes)
{
    return static_cast<int>(bytes.size());
}

} // namespace

/// The algorithm is set once; a call sets key and nonce only. Both hold their last key until the next call.
struct Aead::Contexts
{
    Contexts() : seal(EVP_CIPHER_CTX_new()), open(EVP_CIPHER_CTX_new())
    {
        if (!seal || !open || EVP_EncryptInit_ex2(seal.get(), algorithm(), nullptr, nullptr, nullptr) != 1 ||
            EVP_DecryptInit_ex2(open.get(), algorithm(), nullptr, nullptr, nullptr) != 1) {
            seal.reset();
            open.reset();
        }
    }

    CipherContext seal; ///< null if the library could not be set up: every call then fails
    CipherContext open;
};

Aead::Aead(Randomness& randomness) : m_randomness(randomness), m_contexts(std::make_unique<Contexts>()) {}

Aead::~Aead() = default;

/// `plain` and `ciphertext` are the same bytes or don't overlap.
Result<void> Aead::encrypt(View key, View nonce, Associated associated, View plain,
                           std::span<std::uint8_t> ciphertext, std::span<std::uint8_t> tag)
{
    auto* context = m_contexts->seal.get();
    int written = 0;
    bool good = context != nullptr && key.size() == keySize && nonce.size() == nonceSize &&
                tag.size() == tagSize && ciphertext.size() == plain.size() && plain.size() <= largestPlain &&
                EVP_EncryptInit_ex2(context, nullptr, key.data(), nonce.data(), nullptr) == 1;
    for (const auto part : associated) {
        good = good && (part.empty() ||
                        EVP_EncryptUpdate(context, nullptr, &written, part.data(), lengthOf(part)) == 1);
    }
    good = good &&
           (plain.empty() ||
            EVP_EncryptUpdate(context, ciphertext.data(), &written, plain.data(), lengthOf(plain)) == 1) &&
           EVP_EncryptFinal_ex(context, tag.data(), &written) == 1 &&
           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, lengthOf(tag), tag.data()) == 1;
    if (!good) {
        ERR_clear_error();
        wipe(ciphertext);
        return fail(ErrorCode::Internal, "encryption");
    }
    return {};
}

Result<void> Aead::decrypt(View key, View nonce, Associated associated, View ciphertext, View tag,
                           std::span<std::uint8_t> plain)
{
    auto* context = m_contexts->open.get();
    int written = 0;
    // The library would check a tag of four bytes as willingly: its length is ours to insist on. It reads the
    // tag from memory that it asks for as writable, hence the copy.
    std::array<std::uint8_t, tagSize> expected{};
    bool good = context != nullptr && key.size() == keySize && nonce.size() == nonceSize &&
                tag.size() == tagSize && plain.size() == ciphertext.size() && plain.size() <= largestPlain &&
                EVP_DecryptInit_ex2(context, nullptr, key.data(), nonce.data(), nullptr) == 1;
    for (const auto part : associated) {
        good = good && (part.empty() ||
                        EVP_DecryptUpdate(context, nullptr, &written, part.data(), lengthOf(part)) == 1);
    }
    if (good) {
        std::copy(tag.begin(), tag.end(), expected.begin());
    }
    good = good &&
           (plain.empty() || EVP_DecryptUpdate(context, plain.data(), &written, ciphertext.data(),
                                               lengthOf(ciphertext)) == 1) &&
           EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, tagSize, expected.data()) == 1 &&
           EVP_DecryptFinal_ex(context, expected.data(), &written) == 1;
    if (!good) {
        ERR_clear_error();
        wipe(plain);
        return fail(ErrorCode::NotAuthentic, "tag");
    }
    return {};
}

Result<void> Aead::sealInPlace(View key, Associated associated, std::span<std::uint8_t> box)
{
    if (box.size() < boxOverhead) {
        return fail(ErrorCode::Internal, "box");
    }
    const auto nonce = box.first(nonceSize);
    const auto text = box.subspan(nonceSize, box.size() - boxOverhead);
    if (auto filled = m_randomness.fillPublic(nonce); !filled) {
        wipe(text);
        return filled;
    }
    return encrypt(key, nonce, associated, text, text, box.last(tagSize));
}

Result<Bytes> Aead::seal(View key, Associated associated, View plain)
{
    if (plain.size() > largestPlain) {
        return fail(ErrorCode::TooLarge, "plaintext", static_cast<std::int64_t>(plain.size()));
    }
    Bytes box(plain.size() + boxOverhead);
    const std::span<std::uint8_t> whole(box);
    const auto nonce = whole.first(nonceSize);
    CHEVET_TRY(m_randomness.fillPublic(nonce));
    CHEVET_TRY(
        encrypt(key, nonce, associated, plain, whole.subspan(nonceSize, plain.size()), whole.last(tagSize)));
    return box;
}

Result<void> Aead::open(View key, Associated associated, View box, std::span<std::uint8_t> plain)
{
    if (box.size() < boxOverhead) {
        wipe(plain);
        return fail(ErrorCode::Truncated, "box");
    }
    return decrypt(key, box.first(nonceSize), associated, box.subspan(nonceSize, box.size() - boxOverhead),
                   box.last(tagSize), plain);
}

Result<Bytes> Aead::sealSingleUse(View key, View nonce, View associated, View plain)
{
    Bytes sealed(plain.size() + tagSize);
    const std::span<std::uint8_t> whole(sealed);
    CHEVET_TRY(encrypt(key, nonce, {associated}, plain, whole.first(plain.size()), whole.last(tagSize)));
    return sealed;
}

Result<SecretBytes> Aead::openSingleUse(View key, View nonce, View associated, View sealed)
{
    if (sealed.size() < tagSize) {
        return fail(ErrorCode::Truncated, "box");
    }
    SecretBytes plain(sealed.size() - tagSize);
    CHEVET_TRY(decrypt(key, nonce, {associated}, sealed.first(plain.size()), sealed.last(tagSize),
                       plain.writable()));
    return plain;
}

} // namespace chevet::sealing
