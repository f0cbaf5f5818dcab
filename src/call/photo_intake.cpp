// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/photo_intake.h"

#include "sealing/digest.h"

#include <algorithm>

namespace chevet::call {
namespace {

constexpr std::array<std::uint8_t, 3> startOfJpeg{0xFF, 0xD8, 0xFF};

} // namespace

PhotoIntake::PhotoIntake(const PhotoExpected& expected, sealing::CallKeys seatKeys,
                         sealing::Randomness& randomness)
    : m_expected(expected), m_keys(std::move(seatKeys)), m_aead(randomness)
{}

Result<std::optional<Bytes>> PhotoIntake::take(View message)
{
    if (m_isDone && !m_failed) {
        m_failed = Error{ErrorCode::NotNow, "photo", 0}; // more pieces than the photo has
    }
    if (m_failed) {
        return tl::unexpected<Error>(*m_failed);
    }
    auto taken = m_header ? takePiece(*m_header, message) : takeHeader(message);
    const bool isWhole = taken && m_header && m_photo.size() == m_header->size;
    if (isWhole) {
        taken = check(*m_header);
    }
    if (!taken) {
        m_failed = taken.error();
        m_photo = {};
        return failAs(taken);
    }
    m_isDone = isWhole;
    return isWhole ? std::optional(std::move(m_photo)) : std::nullopt;
}

Result<void> PhotoIntake::takeHeader(View message)
{
    const auto header = sealing::readCallHeader(message);
    if (!header) {
        return failAs(header);
    }
    const bool isOfSeat = header->lock == sealing::CallLock::Seat && header->seat == m_expected.seat &&
                          header->session == m_expected.session;
    if (!isOfSeat) {
        return fail(ErrorCode::NotAuthentic, "photo header");
    }
    const auto plain =
        sealing::openCallMessage(m_aead, m_keys, sealing::CallDirection::ToDesk, m_expected.room, message);
    if (!plain) {
        return failAs(plain);
    }
    const auto decoded = message::decodeToDesk(*plain);
    if (!decoded) {
        return failAs(decoded);
    }
    const auto* photo = std::get_if<message::PhotoHeader>(&*decoded);
    if (photo == nullptr || photo->photo != m_expected.photo) {
        return fail(ErrorCode::BadInput, "photo header");
    }
    if (photo->size == 0 || photo->size > m_expected.largest) {
        return fail(ErrorCode::TooLarge, "photo", photo->size);
    }
    m_header = *photo;
    return {};
}

Result<void> PhotoIntake::takePiece(const message::PhotoHeader& header, View message)
{
    const auto left = header.size - m_photo.size();
    const auto expected = std::min<std::size_t>(left, sealing::photoPieceSize);
    // Before it is opened: a piece of another size can't be the one that is due.
    if (message.size() != expected + sealing::boxOverhead) {
        return fail(ErrorCode::Damaged, "photo piece", m_nextPiece);
    }
    const auto plain = sealing::openPhotoPiece(
        m_aead, m_keys, {m_expected.room, m_expected.seat, m_expected.photo, m_nextPiece}, message);
    if (!plain) {
        return failAs(plain);
    }
    ++m_nextPiece;
    m_photo.insert(m_photo.end(), plain->begin(), plain->end());
    return {};
}

Result<void> PhotoIntake::check(const message::PhotoHeader& header) const
{
    if (sealing::sha256({m_photo}) != header.digest) {
        return fail(ErrorCode::Damaged, "photo");
    }
    const bool isJpeg = m_photo.size() > startOfJpeg.size() &&
                        std::equal(startOfJpeg.begin(), startOfJpeg.end(), m_photo.begin());
    return isJpeg ? Result<void>() : fail(ErrorCode::BadInput, "photo type");
}

double PhotoIntake::share() const
{
    if (m_isDone) {
        return 1;
    }
    return m_header ? static_cast<double>(m_photo.size()) / m_header->size : 0;
}

message::PhotoFault PhotoIntake::faultOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::TooLarge: return message::PhotoFault::Size;
    case ErrorCode::BadInput:
    case ErrorCode::OutOfRange: return message::PhotoFault::Type;
    default: return message::PhotoFault::Damaged;
    }
}

} // namespace chevet::call
