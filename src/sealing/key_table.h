// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys that events are sealed with, found by kid. A resident's data key is kept as its wrapped row until
// it is first needed: a vault has tens of thousands, a day uses a few dozen, and what was never opened never
// stands in memory.
#pragma once

#include "foundation/bytes.h"
#include "foundation/compartment.h"
#include "foundation/ids.h"
#include "foundation/result.h"
#include "foundation/secret_bytes.h"
#include "sealing/aead.h"
#include "sealing/key_wrap.h"
#include "sealing/keyring.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace chevet::sealing {

class KeyTable
{
public:
    KeyTable(Aead& aead, const TeamId& team) : m_aead(aead), m_team(team) {}

    /// Of two keys of one compartment the one with the higher epoch is current; of the same epoch, the lower
    /// kid.
    void addCompartmentKey(const WrappedKey& row, SecretBytes key);

    /// False if the row's form is wrong or its compartment's key of that epoch is not held. Opens nothing.
    bool addDataKey(const WrappedKey& row);
    /// A row whose key is known already, since it was made here.
    void addDataKey(const WrappedKey& row, SecretBytes key);
    void makeRoomFor(std::size_t rows);

    struct Current
    {
        KeyId kid;
        std::uint32_t epoch = 0;
    };
    std::optional<Current> currentCompartmentKey(Compartment compartment) const;
    /// The resident's newest data key that opens; one that doesn't is dropped.
    std::optional<Current> currentDataKey(Compartment compartment, const ResidentId& resident);

    /// Opens the row on first use. Empty if there is no such key; a row that does not open is dropped.
    View find(const KeyId& kid);
    bool holds(const KeyId& kid) const { return m_byKid.contains(kid); }
    std::optional<Compartment> compartmentOf(const KeyId& kid) const;

    void forget(const ResidentId& resident);

    /// Opens every row that was not opened yet; drops those that don't open and says how many.
    std::size_t openAll();

private:
    struct Entry
    {
        KeyId kid;
        ResidentId resident;
        std::uint32_t epoch = 0;
        Compartment compartment = Compartment::Team;
        bool ofResident = false;
        bool dropped = false;
        std::array<std::uint8_t, dataKeyBoxSize> box{};
        SecretBytes key; ///< empty until opened
    };
    using Index = std::uint32_t;

    bool open(Entry& entry);
    /// Wipes the entry and takes it out of both indexes.
    void drop(Entry& entry);
    void enter(Entry entry);
    /// The current one among entries that share a compartment.
    std::optional<Index> newest(const std::vector<Index>& among, Compartment compartment) const;
    bool hasCompartmentKey(Compartment compartment, std::uint32_t epoch) const;

    Aead& m_aead;
    const TeamId& m_team;
    std::vector<Entry> m_entries; ///< never shrinks; a dropped entry is empty
    std::unordered_map<KeyId, Index> m_byKid;
    std::vector<Index> m_compartmentKeys;
    std::unordered_map<ResidentId, std::vector<Index>> m_ofResident;
};

} // namespace chevet::sealing
