// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the sources of `sealing` promise by their very text.
#include "support/catch.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

namespace {

std::map<std::string, std::string> sealingSources()
{
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(CHEVET_SOURCE_DIR "/src/sealing")) {
        std::ifstream file(entry.path(), std::ios::binary);
        texts[entry.path().filename().string()] = {std::istreambuf_iterator<char>(file), {}};
    }
    return texts;
}

/// The files that contain any of the words.
std::vector<std::string> filesWith(const std::vector<std::string>& words)
{
    std::vector<std::string> files;
    for (const auto& [name, text] : sealingSources()) {
        if (std::any_of(words.begin(), words.end(),
                        [&text = text](const auto& word) { return text.find(word) != std::string::npos; })) {
            files.push_back(name);
        }
    }
    return files;
}

using Files = std::vector<std::string>;

} // namespace

TEST_CASE("one file alone encrypts and decrypts")
{
    CHECK(filesWith({"EVP_Encrypt", "EVP_Decrypt", "EVP_Cipher", "EVP_Seal", "EVP_Open", "AES_"}) ==
          Files{"aead.cpp"});
}

TEST_CASE("a nonce is handed in for keys that are used once and nowhere else")
{
    CHECK(filesWith({"sealSingleUse", "openSingleUse"}) ==
          Files{"aead.cpp", "aead.h", "hpke.cpp", "self_test.cpp"});
}

TEST_CASE("no header of sealing shows OpenSSL or libsodium")
{
    for (const auto& name : filesWith({"<openssl/", "<sodium"})) {
        CHECK(std::filesystem::path(name).extension() == ".cpp");
    }
    CHECK(filesWith({"<openssl/"}).size() >= 5);
}

TEST_CASE("one file alone signs and verifies, and takes nothing else of libsodium")
{
    CHECK(filesWith({"<sodium", "EVP_DigestSign", "EVP_DigestVerify"}) == Files{"signature.cpp"});
    CHECK(
        filesWith({"crypto_secretbox", "crypto_aead", "crypto_box", "crypto_pwhash", "randombytes"}).empty());
}

TEST_CASE("nothing in sealing is compared byte by byte with an early end")
{
    CHECK(filesWith({"memcmp", "strcmp", "CRYPTO_memcmp"}).empty());
}

TEST_CASE("random bytes are asked for in one file and its answer is looked at")
{
    CHECK(filesWith({"RAND_"}) == Files{"randomness.cpp"});
}
