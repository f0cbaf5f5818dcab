// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Kind and time of every entry, by its place in the journal: what a search asks of fifty entries that lie
// anywhere in a million. Nine bytes each, read off the model's table once. Internal to the read model.
#pragma once

#include "clinical/registry.h"
#include "foundation/clock.h"

#include <cstdint>
#include <vector>

namespace chevet::casebook {

struct EntryMark
{
    clinical::Kind kind = clinical::Kind::Unknown;
    Instant at;
};

class EntryMarks
{
public:
    bool isFilled() const { return m_isFilled; }
    void setFilled() { m_isFilled = true; }

    void add(std::int64_t sequence, const EntryMark& mark)
    {
        const auto place = static_cast<std::size_t>(sequence);
        if (place >= m_times.size()) {
            m_times.resize(place + 1);
            m_kinds.resize(place + 1);
        }
        m_times[place] = mark.at.millis;
        m_kinds[place] = mark.kind;
    }

    /// Of a record that is no entry: Unknown, at no time.
    EntryMark of(std::int64_t sequence) const
    {
        const auto place = static_cast<std::size_t>(sequence);
        return place < m_times.size() ? EntryMark{m_kinds[place], {m_times[place]}} : EntryMark{};
    }

private:
    std::vector<std::int64_t> m_times; ///< milliseconds
    std::vector<clinical::Kind> m_kinds;
    bool m_isFilled = false;
};

} // namespace chevet::casebook
