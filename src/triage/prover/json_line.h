// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One line of the prover's answer: a JSON object, written in the order in which its fields are added.
#pragma once

#include "clinical/facts.h"

#include <string>
#include <string_view>

namespace chevet::triage {

class JsonLine
{
public:
    JsonLine& add(std::string_view key, std::string_view text);
    JsonLine& add(std::string_view key, double number);
    JsonLine& add(std::string_view key, std::size_t number);
    JsonLine& add(std::string_view key, const clinical::FactValue& value);
    /// As `chevet triage` takes them: the known ones.
    JsonLine& add(std::string_view key, const clinical::Facts& facts);
    /// With its line's end.
    std::string text() const { return m_text + "}\n"; }

private:
    void addKey(std::string_view key);

    std::string m_text = "{";
};

} // namespace chevet::triage
