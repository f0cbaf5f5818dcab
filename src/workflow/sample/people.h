// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who lives and works in the sample: invented homes in invented towns, residents, callers, and the team of
// seven. Phone numbers come from the ranges that the French regulator keeps for fiction.
#pragma once

#include "clinical/events.h"
#include "foundation/clock.h"
#include "workflow/sample/random.h"
#include "workflow/sample/words.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace chevet::workflow::sample {

inline constexpr std::size_t teamSize = 7;

struct Colleague
{
    std::string_view name;
    clinical::Role role = clinical::Role::Nurse;
    bool writesEnglish = false;
};

/// The first one founds the team.
const std::array<Colleague, teamSize>& colleagues();
std::string_view teamName();

struct Caller
{
    std::string name;
    std::string function;
};

/// Different for every index; the first eight stand at eight distances.
clinical::Home inventHome(std::size_t index, Random& random);

struct Person
{
    std::string familyName;
    std::string givenName;
    Gender gender = Gender::Woman;
    Date birthDate;
    std::string room;
    std::string physician;        ///< "Dr Perrot"
    std::string physicianContact; ///< with a number, as the record keeps it
    std::string_view illness;
};

Person inventPerson(Random& random);
Caller inventCaller(Random& random);
std::string inventPhone(std::string_view prefix, Random& random);

inline constexpr std::string_view landline = "03 53 01";
inline constexpr std::string_view mobile = "06 39 98";

} // namespace chevet::workflow::sample
