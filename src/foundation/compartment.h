// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The five areas with a key of their own: who holds a compartment's key can read what is sealed in it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace chevet {

/// Stored on disk, never renumber.
enum class Compartment : std::uint8_t
{
    Team = 1,         ///< founding, members, settings, rules
    Coordination = 2, ///< identity, home, priority code, due times, states: what a coordinator may see
    Clinical = 3,
    Psychosocial = 4,
    Audit = 5,
};

inline constexpr std::array allCompartments{Compartment::Team, Compartment::Coordination,
                                            Compartment::Clinical, Compartment::Psychosocial,
                                            Compartment::Audit};

constexpr std::string_view compartmentName(Compartment compartment)
{
    switch (compartment) {
    case Compartment::Team: return "team";
    case Compartment::Coordination: return "coordination";
    case Compartment::Clinical: return "clinical";
    case Compartment::Psychosocial: return "psychosocial";
    case Compartment::Audit: return "audit";
    }
    return "unknown";
}

} // namespace chevet
