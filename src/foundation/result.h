// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How everything that can fail answers: a value, or an error code and the place where it happened.
// An Error never holds a patient's words or a secret: `place` names a file, a field, a line of a rule file.
#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace chevet {

/// The sentence for each code is in workflow/sentences; its stable name (`errorName`) is for logs and the
/// command line.
enum class ErrorCode : std::uint16_t
{
    // input
    BadInput = 1, ///< a value that does not parse; place names the field
    OutOfRange,   ///< a number outside its range; place names the field and the range
    UnknownName,  ///< a name that no catalogue has; place names it
    NotFound,     ///< no such case, resident, home, file
    NotAllowed,   ///< this role may not write this kind
    NotNow,       ///< the case's state does not allow it; place names the step owed
    Duplicate,    ///< it is there already
                  // encoding
    NotCanonical, ///< CBOR that is not in its one allowed form
    Truncated,
    TooLarge,
    TooDeep,
    // sealing
    WrongPassphrase,  ///< the passphrase does not open this vault, or its key slot is damaged
    NotAuthentic,     ///< a tag or a signature does not fit
    UnknownKey,       ///< sealed with a key that this device does not hold
    UnsafeParameters, ///< key-derivation parameters outside their bounds
    SelfTestFailed,
    RandomFailed,
    // storing
    VaultMissing,
    VaultExists,
    VaultNewer,   ///< written by a newer Chevet: read-only
    VaultInUse,   ///< another Chevet on this machine has it open for writing
    VaultDamaged, ///< the vault's own description can't be read
    ReadOnly,
    DiskFull,
    DiskFailed,    ///< reading, writing or syncing failed; the commit did not happen or is in doubt
    Damaged,       ///< a record does not open; number is its local sequence
    EndsTooEarly,  ///< the history ends before entry `number`, which this device has written
    CountSkipped,  ///< a device's count leaves a gap
    CountForked,   ///< two envelopes of one device with the same count
    CountFellBack, ///< a count below one already seen
    WrongTeam,
    NotASample,
    IsASample,
    // rules
    RuleSyntax, ///< the rule file is no TOML; place has line and column
    RuleUnknownFact,
    RuleUnknownEffect,
    RuleDuplicate,
    RuleInvalid, ///< anything else wrong with a rule; place names rule and line
                 // the program itself
    Interrupted,
    Internal,
};

/// Stable, for logs and `--json`: "disk_full".
std::string_view errorName(ErrorCode code);

struct Error
{
    ErrorCode code = ErrorCode::Internal;
    std::string place;       ///< where: a file's role, a field, a line; never a patient's words
    std::int64_t number = 0; ///< a sequence, a line, an errno: as the code says
};

template<class T> using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string place = {},
                                                std::int64_t number = 0)
{
    return tl::unexpected<Error>(Error{code, std::move(place), number});
}

template<class T> [[nodiscard]] tl::unexpected<Error> failAs(const Result<T>& failed)
{
    return tl::unexpected<Error>(failed.error());
}

} // namespace chevet

/// Leaves the function with the error of `expression` (a Result<void>) if it has one.
#define CHEVET_TRY(expression)                                                                               \
    do {                                                                                                     \
        if (auto chevetTried = (expression); !chevetTried) {                                                 \
            return tl::unexpected<::chevet::Error>(std::move(chevetTried).error());                          \
        }                                                                                                    \
    } while (false)
