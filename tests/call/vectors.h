// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tests/data/call/vectors.txt as values.
#pragma once

#include "sealing/call_seal.h"

#include <map>
#include <string>
#include <vector>

namespace chevet::call::test {

struct MessageVector
{
    std::string name;
    sealing::CallDirection direction;
    Bytes cbor;
};
struct RefusedVector
{
    sealing::CallDirection direction;
    Bytes cbor;
    std::string why;
};
struct SealedVector
{
    std::string name;
    sealing::CallDirection direction;
    sealing::CallHeader header; ///< its seat is left empty
    Bytes nonce;
    Bytes cbor;
    Bytes message;
};
struct PieceVector
{
    std::uint32_t photo = 0;
    std::uint32_t piece = 0;
    Bytes nonce;
    Bytes plain;
    Bytes box;
};

struct Vectors
{
    std::map<std::string, Bytes> named;
    std::string link;
    std::vector<MessageVector> messages;
    std::vector<RefusedVector> refused;
    std::vector<SealedVector> sealed;
    std::vector<PieceVector> pieces;

    /// Throws where there is none.
    const Bytes& message(const std::string& name) const;
};

const Vectors& vectors();

/// The nonces that a vector was made with, one after the other; keys at random.
class GivenNonces final : public sealing::Randomness
{
public:
    explicit GivenNonces(std::vector<Bytes> nonces) : m_nonces(std::move(nonces)) {}
    Result<void> fillPublic(std::span<std::uint8_t> bytes) override;
    Result<void> fillSecret(std::span<std::uint8_t> bytes) override;

private:
    std::vector<Bytes> m_nonces;
    std::size_t m_next = 0;
};

/// Keys and places of the vectors, from both sides.
sealing::CallKeyPair deskPair();
sealing::CallKeyPair seatPair();
sealing::CallPlace vectorPlace();

} // namespace chevet::call::test
