// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A home's tablet without a browser: the page's protocol over a broker, and a webrtcbin that answers.
#pragma once

#include "call/broker.h"
#include "call/media_answerer.h"
#include "call/page.h"

#include <memory>
#include <mutex>
#include <vector>

namespace chevet::call::test {

class SimulatedBedside final : public BrokerListener
{
public:
    /// A broker on the loopback, unencrypted.
    SimulatedBedside(const std::string& link, std::uint16_t brokerPort,
                     chevet::test::AnswererSettings answering = {});
    ~SimulatedBedside() override;

    SeatId seat() const { return m_seat; }
    void say(const message::ToDesk& what);
    /// As after a reload or a loss: the peer connection is gone, the seat is the same.
    void joinAgain();
    /// The tablet's line is dead: nothing more is said or sent.
    void lose();

    bool hasHeard(const std::function<bool(const message::ToSeat&)>& accepts) const;
    template<class Message> std::size_t count() const
    {
        const std::scoped_lock lock(m_mutex);
        std::size_t found = 0;
        for (const auto& one : m_heard) {
            found += std::holds_alternative<Message>(one) ? 1 : 0;
        }
        return found;
    }
    chevet::call::Frame picture() const;
    std::vector<std::int16_t> sound(std::size_t samples) const;

    void onBroker(BrokerEvent event) override;

private:
    void publish(Bytes bytes);
    void take(const message::ToSeat& said);

    mutable std::mutex m_mutex;
    Page m_page;
    SeatId m_seat;
    std::string m_toDesk;
    RoomId m_room;
    chevet::test::AnswererSettings m_answering;
    std::vector<message::ToSeat> m_heard;
    std::shared_ptr<chevet::test::Answerer> m_answerer;
    bool m_isLost = false;
    std::unique_ptr<Broker> m_broker;
};

} // namespace chevet::call::test
