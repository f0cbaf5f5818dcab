// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/simulated_bedside.h"

#include <algorithm>

namespace chevet::call::test {

using chevet::test::Answerer;

SimulatedBedside::SimulatedBedside(const std::string& link, std::uint16_t brokerPort,
                                   chevet::test::AnswererSettings answering)
    : m_page(link), m_seat(m_page.seat()), m_answering(std::move(answering))
{
    m_room = parseLink(link)->room;
    m_toDesk = deskTopic(m_room);
    BrokerSettings settings;
    settings.host = "127.0.0.1";
    settings.port = brokerPort;
    settings.transport = BrokerTransport::PlainLoopback;
    settings.user = toHex(m_room.view());
    settings.topic = seatTopic(m_room, m_seat);
    const std::scoped_lock lock(m_mutex); // or its first word comes before there is one to answer by
    m_broker = std::make_unique<Broker>(settings, *this);
}

SimulatedBedside::~SimulatedBedside()
{
    std::shared_ptr<Answerer> gone;
    {
        const std::scoped_lock lock(m_mutex);
        gone = std::exchange(m_answerer, nullptr);
        m_isLost = true; // an answer that was still being made is not said
    }
    gone.reset();
    m_broker.reset();
}

void SimulatedBedside::publish(Bytes bytes)
{
    Broker* broker = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        broker = m_broker.get();
    }
    broker->publish(m_toDesk, std::move(bytes));
}

void SimulatedBedside::say(const message::ToDesk& what)
{
    Bytes sealed;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isLost) {
            return;
        }
        sealed = m_page.say(what);
    }
    publish(std::move(sealed));
}

void SimulatedBedside::joinAgain()
{
    std::shared_ptr<Answerer> gone;
    Bytes join;
    {
        const std::scoped_lock lock(m_mutex);
        gone = std::exchange(m_answerer, nullptr);
        m_isLost = false;
        join = m_page.join();
    }
    publish(std::move(join));
}

void SimulatedBedside::lose()
{
    std::shared_ptr<Answerer> gone;
    const std::scoped_lock lock(m_mutex);
    m_isLost = true;
    gone = std::exchange(m_answerer, nullptr);
}

bool SimulatedBedside::hasHeard(const std::function<bool(const message::ToSeat&)>& accepts) const
{
    const std::scoped_lock lock(m_mutex);
    return std::any_of(m_heard.begin(), m_heard.end(), accepts);
}

Frame SimulatedBedside::picture() const
{
    const std::scoped_lock lock(m_mutex);
    return m_answerer == nullptr ? Frame{} : m_answerer->picture();
}

std::vector<std::int16_t> SimulatedBedside::sound(std::size_t samples) const
{
    const std::scoped_lock lock(m_mutex);
    return m_answerer == nullptr ? std::vector<std::int16_t>{} : m_answerer->sound(samples);
}

void SimulatedBedside::onBroker(BrokerEvent event)
{
    if (std::holds_alternative<BrokerUp>(event)) {
        joinAgain();
        return;
    }
    const auto* message = std::get_if<BrokerMessage>(&event);
    if (message == nullptr) {
        return;
    }
    std::optional<message::ToSeat> said;
    {
        const std::scoped_lock lock(m_mutex);
        said = m_isLost ? std::nullopt : m_page.open({m_seat, message->bytes});
        if (said) {
            m_heard.push_back(*said);
        }
    }
    if (said) {
        take(*said);
    }
}

void SimulatedBedside::take(const message::ToSeat& said)
{
    if (std::holds_alternative<message::Welcome>(said)) {
        Bytes here;
        {
            const std::scoped_lock lock(m_mutex);
            here = m_page.hereFirst();
        }
        publish(std::move(here));
    } else if (const auto* offer = std::get_if<message::Offer>(&said)) {
        auto answerer = std::make_shared<Answerer>(
            m_answering, [this](std::string sdp) { say(message::Answer{std::move(sdp)}); },
            [this](std::string line, unsigned mediaLine) {
                say(message::Candidate{std::move(line), static_cast<std::uint8_t>(mediaLine)});
            });
        std::shared_ptr<Answerer> gone;
        {
            const std::scoped_lock lock(m_mutex);
            gone = std::exchange(m_answerer, answerer);
        }
        gone.reset();
        answerer->takeOffer(offer->sdp);
    } else if (const auto* candidate = std::get_if<message::Candidate>(&said)) {
        std::shared_ptr<Answerer> answerer;
        {
            const std::scoped_lock lock(m_mutex);
            answerer = m_answerer;
        }
        if (answerer != nullptr) {
            answerer->takeCandidate(candidate->line, candidate->mediaLine);
        }
    }
}

} // namespace chevet::call::test
