// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What other devices wrote: checked, kept byte for byte, folded the same way as our own.
#include "casebook/casebook_self.h"
#include "foundation/log.h"

namespace chevet::casebook {

namespace {

Result<SealedRecord> checked(const ForeignEnvelope& foreign, const TeamId& team)
{
    const auto parts = sealing::parseEnvelope(foreign.envelope);
    if (!parts) {
        return failAs(parts);
    }
    if (parts->header.team != team) {
        return fail(ErrorCode::WrongTeam);
    }
    CHEVET_TRY(sealing::Keyring::verify(foreign.envelope, foreign.signingKey));
    return SealedRecord{sealing::eventIdOf(sealing::envelopeHash(foreign.envelope)), foreign.envelope};
}

} // namespace

Result<void> Casebook::receive(std::span<const ForeignEnvelope> envelopes,
                               std::span<const sealing::WrappedKey> keys)
{
    auto& self = *m_self;
    CHEVET_TRY(self.mayAppend());
    std::vector<SealedRecord> records;
    for (const auto& foreign : envelopes) {
        auto record = checked(foreign, self.keyring->team());
        if (!record) {
            return fail(record.error().code, "envelope", static_cast<std::int64_t>(records.size()));
        }
        records.push_back(std::move(*record));
    }
    if (auto appended = self.journal->append(records, keys); !appended) {
        logError(LogTopic::Store, "received records were not kept", appended.error());
        self.recover();
        return failAs(appended);
    }
    self.keyring->adopt(keys);
    for (const auto& key : keys) {
        self.fold->noteNewKey(key.kid);
    }
    CHEVET_TRY(self.catchUp());
    self.hybridClock.observe(self.fold->latestStamp(), self.clock->now());
    self.writeHead();
    return {};
}

const std::vector<clinical::Damage>& Casebook::alarms() const
{
    return m_self->fold->alarms();
}

} // namespace chevet::casebook
