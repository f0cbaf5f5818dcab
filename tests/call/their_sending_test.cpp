// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "call/their_sending.h"
#include "support/catch.h"

using namespace chevet;
using namespace chevet::call;

namespace {

/// A bedside that sends sound without a pause; a share of it is lost and invented.
class Sound
{
public:
    explicit Sound(bool isThin = false) : m_sending(isThin) {}

    /// So many seconds; how often something else was asked for.
    int run(int seconds, double concealed)
    {
        int asked = 0;
        for (int i = 0; i < seconds; ++i) {
            m_now += std::chrono::seconds(1);
            m_sound.samples += 48'000;
            m_sound.concealed += static_cast<std::uint64_t>(48'000 * concealed);
            if (const auto wish = m_sending.update(m_now, m_sound)) {
                ++asked;
                last = *wish;
            }
        }
        return asked;
    }
    void silence(int seconds)
    {
        for (int i = 0; i < seconds; ++i) {
            m_now += std::chrono::seconds(1);
            CHECK_FALSE(m_sending.update(m_now, m_sound));
        }
    }
    TheirPicture picture() const { return m_sending.picture(); }
    message::Measure last;

private:
    TheirSending m_sending;
    Moment m_now{5'000};
    ReceivedSound m_sound;
};

} // namespace

TEST_CASE("as long as the voice comes through the bedside is asked for nothing")
{
    Sound sound;
    CHECK(sound.run(600, 0.0) == 0);
    CHECK(sound.run(60, 0.05) == 0);
    CHECK(sound.picture() == TheirPicture::Full);
}

TEST_CASE("a voice with holes takes the picture's place, step by step down to stills")
{
    Sound sound;
    CHECK(sound.run(4, 0.2) == 1);
    CHECK(sound.picture() == TheirPicture::Half);
    CHECK(sound.last.sizeDivisor == 2);
    CHECK(sound.run(3, 0.2) == 1);
    CHECK(sound.picture() == TheirPicture::Stills);
    CHECK(sound.last.picturesPerSecond == 0);
    CHECK(sound.run(30, 0.2) == 0); // there is nothing less
}

TEST_CASE("a good voice brings the picture back; each time that it was too much the wait doubles")
{
    Sound sound;
    sound.run(10, 0.2);
    REQUIRE(sound.picture() == TheirPicture::Stills);
    int longest = 0;
    for (int round = 0; round < 8; ++round) {
        int waited = 0;
        while (sound.picture() == TheirPicture::Stills && waited < 1'000) {
            sound.run(1, 0.0);
            ++waited;
        }
        CHECK(waited >= longest);
        longest = waited;
        sound.run(4, 0.2);
        REQUIRE(sound.picture() == TheirPicture::Stills);
    }
    CHECK(longest >= 110);
    CHECK(longest <= 130);
    CHECK(sound.run(400, 0.0) == 2);
    CHECK(sound.picture() == TheirPicture::Full);
}

TEST_CASE("silence of a muted bedside says nothing about the line")
{
    Sound sound;
    sound.run(4, 0.2);
    sound.silence(100);
    CHECK(sound.picture() == TheirPicture::Half);
}

TEST_CASE("on a thin line the bedside begins with half the size and is asked for more once it goes well")
{
    Sound sound(true);
    CHECK(sound.picture() == TheirPicture::Half);
    CHECK(sound.run(20, 0.0) == 1);
    CHECK(sound.picture() == TheirPicture::Full);
}
