// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/vectors.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace chevet::call::test {
namespace {

Bytes hexFrom(std::istringstream& line)
{
    std::string text;
    line >> text;
    return text == "-" ? Bytes{} : fromHex(text).value();
}

sealing::CallDirection directionFrom(std::istringstream& line)
{
    int number = 0;
    line >> number;
    return static_cast<sealing::CallDirection>(number);
}

SealedVector sealedFrom(std::istringstream& line)
{
    SealedVector vector{};
    int lock = 0;
    line >> vector.name >> lock;
    vector.header.lock = static_cast<sealing::CallLock>(lock);
    vector.direction = directionFrom(line);
    std::ranges::copy(hexFrom(line), vector.header.session.bytes.begin());
    line >> vector.header.counter;
    vector.nonce = hexFrom(line);
    vector.cbor = hexFrom(line);
    vector.message = hexFrom(line);
    return vector;
}

void readLine(std::istringstream line, Vectors& into)
{
    std::string name;
    line >> name;
    if (name == "message") {
        MessageVector vector{};
        line >> vector.name;
        vector.direction = directionFrom(line);
        vector.cbor = hexFrom(line);
        into.messages.push_back(vector);
    } else if (name == "refused") {
        RefusedVector vector{directionFrom(line), hexFrom(line), {}};
        std::getline(line, vector.why);
        into.refused.push_back(vector);
    } else if (name == "sealed") {
        into.sealed.push_back(sealedFrom(line));
    } else if (name == "piece") {
        PieceVector vector;
        line >> vector.photo >> vector.piece;
        vector.nonce = hexFrom(line);
        vector.plain = hexFrom(line);
        vector.box = hexFrom(line);
        into.pieces.push_back(vector);
    } else if (name == "link") {
        line >> into.link;
    } else if (!name.starts_with("#")) {
        into.named[name] = hexFrom(line);
    }
}

} // namespace

const Bytes& Vectors::message(const std::string& name) const
{
    const auto found = std::ranges::find(messages, name, &MessageVector::name);
    if (found == messages.end()) {
        throw std::out_of_range(name);
    }
    return found->cbor;
}

const Vectors& vectors()
{
    static const Vectors read = [] {
        Vectors all;
        std::ifstream file(CHEVET_SOURCE_DIR "/tests/data/call/vectors.txt");
        for (std::string text; std::getline(file, text);) {
            readLine(std::istringstream(text), all);
        }
        return all;
    }();
    return read;
}

Result<void> GivenNonces::fillPublic(std::span<std::uint8_t> bytes)
{
    std::ranges::copy(m_nonces.at(m_next++), bytes.begin());
    return {};
}

Result<void> GivenNonces::fillSecret(std::span<std::uint8_t> bytes)
{
    return sealing::systemRandomness().fillSecret(bytes);
}

sealing::CallKeyPair deskPair()
{
    return std::move(*sealing::CallKeyPair::fromPrivate(SecretBytes(vectors().named.at("desk-private"))));
}

sealing::CallKeyPair seatPair()
{
    return std::move(*sealing::CallKeyPair::fromPrivate(SecretBytes(vectors().named.at("seat-private"))));
}

sealing::CallPlace vectorPlace()
{
    const auto& named = vectors().named;
    return {.room = *sealing::RoomId::fromBytes(named.at("room")),
            .seat = *sealing::SeatId::fromBytes(named.at("seat")),
            .expirySeconds = getBigEndian<std::uint32_t>(named.at("expiry").data())};
}

} // namespace chevet::call::test
