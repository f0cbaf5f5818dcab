// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A browser as one side of a measured call (call_page.js).
#pragma once

#include "call/media_browser.h"

#include <string>

#include "bench/call/reception.h"

namespace chevet::bench {

struct Sums
{
    double at = 0;
    double received = 0; ///< bytes
    double sent = 0;
};

class Side
{
public:
    Side();

    /// Goes there and sets its clock by the machine's.
    void open(const std::string& address);
    /// Reads its sums, and keeps those of the sound.
    Sums read();
    /// When the offer was given to it.
    double begun();
    Reception reception();
    nlohmann::json evaluate(const std::string& expression) { return m_browser.evaluate(expression); }
    double processorSeconds() const { return m_browser.processorSeconds(); }

private:
    test::Browser m_browser;
    std::vector<SoundSums> m_sound;
};

/// A plain call between two pages; the offer is the first one's.
void connectPlainly(Side& first, Side& second);
/// The candidates that each has found go to the other.
void carryCandidates(Side& first, Side& second);

} // namespace chevet::bench
