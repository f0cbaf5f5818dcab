// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sealing/key_table.h"

#include <algorithm>

namespace chevet::sealing {

void KeyTable::addCompartmentKey(const WrappedKey& row, SecretBytes key)
{
    if (holds(row.kid)) {
        return;
    }
    Entry entry;
    entry.kid = row.kid;
    entry.compartment = row.compartment;
    entry.epoch = row.epoch;
    entry.key = std::move(key);
    enter(std::move(entry));
}

bool KeyTable::addDataKey(const WrappedKey& row)
{
    if (!row.resident || row.box.size() != dataKeyBoxSize || !hasCompartmentKey(row.compartment, row.epoch)) {
        return false;
    }
    if (const auto known = m_byKid.find(row.kid); known != m_byKid.end()) {
        // A good copy may come in for a damaged row.
        auto& entry = m_entries[known->second];
        if (open(entry)) {
            return true;
        }
        drop(entry);
    }
    Entry entry;
    entry.kid = row.kid;
    entry.resident = *row.resident;
    entry.ofResident = true;
    entry.epoch = row.epoch;
    entry.compartment = row.compartment;
    std::ranges::copy(row.box, entry.box.begin());
    enter(std::move(entry));
    return true;
}

void KeyTable::addDataKey(const WrappedKey& row, SecretBytes key)
{
    if (addDataKey(row)) {
        m_entries[m_byKid.at(row.kid)].key = std::move(key);
    }
}

void KeyTable::makeRoomFor(std::size_t rows)
{
    const auto needed = m_entries.size() + rows;
    if (needed > m_entries.capacity()) {
        m_entries.reserve(std::max(needed, 2 * m_entries.capacity()));
    }
    m_byKid.reserve(needed);
}

std::optional<KeyTable::Current> KeyTable::currentCompartmentKey(Compartment compartment) const
{
    const auto current = newest(m_compartmentKeys, compartment);
    if (!current) {
        return std::nullopt;
    }
    return Current{m_entries[*current].kid, m_entries[*current].epoch};
}

std::optional<KeyTable::Current> KeyTable::currentDataKey(Compartment compartment, const ResidentId& resident)
{
    for (;;) {
        const auto rows = m_ofResident.find(resident);
        const auto current = rows == m_ofResident.end() ? std::nullopt : newest(rows->second, compartment);
        if (!current) {
            return std::nullopt;
        }
        auto& entry = m_entries[*current];
        if (open(entry)) {
            return Current{entry.kid, entry.epoch};
        }
        drop(entry);
    }
}

View KeyTable::find(const KeyId& kid)
{
    const auto known = m_byKid.find(kid);
    if (known == m_byKid.end()) {
        return {};
    }
    auto& entry = m_entries[known->second];
    if (!open(entry)) {
        drop(entry);
        return {};
    }
    return entry.key.view();
}

std::optional<Compartment> KeyTable::compartmentOf(const KeyId& kid) const
{
    const auto known = m_byKid.find(kid);
    return known == m_byKid.end() ? std::nullopt : std::optional(m_entries[known->second].compartment);
}

void KeyTable::forget(const ResidentId& resident)
{
    const auto rows = m_ofResident.extract(resident);
    if (rows.empty()) {
        return;
    }
    for (const auto index : rows.mapped()) {
        drop(m_entries[index]);
    }
}

std::size_t KeyTable::openAll()
{
    std::size_t lost = 0;
    for (auto& entry : m_entries) {
        if (!entry.dropped && !open(entry)) {
            drop(entry);
            ++lost;
        }
    }
    return lost;
}

bool KeyTable::open(Entry& entry)
{
    if (!entry.key.empty()) {
        return true;
    }
    const DataKeyPlace place{m_team, entry.compartment, entry.resident, entry.epoch, entry.kid};
    for (const auto index : m_compartmentKeys) {
        const auto& wrapping = m_entries[index];
        if (wrapping.compartment != entry.compartment || wrapping.epoch != entry.epoch) {
            continue;
        }
        if (auto key = openDataKey(m_aead, place, wrapping.key.view(), entry.box)) {
            entry.key = std::move(*key);
            return true;
        }
    }
    return false;
}

void KeyTable::drop(Entry& entry)
{
    m_byKid.erase(entry.kid);
    if (const auto rows = m_ofResident.find(entry.resident); rows != m_ofResident.end()) {
        std::erase(rows->second, static_cast<Index>(&entry - m_entries.data()));
    }
    entry = Entry();
    entry.dropped = true;
}

void KeyTable::enter(Entry entry)
{
    const auto index = static_cast<Index>(m_entries.size());
    m_byKid.emplace(entry.kid, index);
    (entry.ofResident ? m_ofResident[entry.resident] : m_compartmentKeys).push_back(index);
    m_entries.push_back(std::move(entry));
}

std::optional<KeyTable::Index> KeyTable::newest(const std::vector<Index>& among,
                                                Compartment compartment) const
{
    std::optional<Index> best;
    for (const auto index : among) {
        const auto& offered = m_entries[index];
        if (offered.compartment != compartment) {
            continue;
        }
        const auto* held = best ? &m_entries[*best] : nullptr;
        if (held == nullptr || offered.epoch > held->epoch ||
            (offered.epoch == held->epoch && offered.kid < held->kid)) {
            best = index;
        }
    }
    return best;
}

bool KeyTable::hasCompartmentKey(Compartment compartment, std::uint32_t epoch) const
{
    return std::ranges::any_of(m_compartmentKeys, [&](Index index) {
        return m_entries[index].compartment == compartment && m_entries[index].epoch == epoch;
    });
}

} // namespace chevet::sealing
