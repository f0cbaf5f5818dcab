// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/result.h"

namespace chevet {

std::string_view errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput: return "bad_input";
    case ErrorCode::OutOfRange: return "out_of_range";
    case ErrorCode::UnknownName: return "unknown_name";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::NotAllowed: return "not_allowed";
    case ErrorCode::NotNow: return "not_now";
    case ErrorCode::Duplicate: return "duplicate";
    case ErrorCode::NotCanonical: return "not_canonical";
    case ErrorCode::Truncated: return "truncated";
    case ErrorCode::TooLarge: return "too_large";
    case ErrorCode::TooDeep: return "too_deep";
    case ErrorCode::WrongPassphrase: return "wrong_passphrase";
    case ErrorCode::NotAuthentic: return "not_authentic";
    case ErrorCode::UnknownKey: return "unknown_key";
    case ErrorCode::UnsafeParameters: return "unsafe_parameters";
    case ErrorCode::SelfTestFailed: return "self_test_failed";
    case ErrorCode::RandomFailed: return "random_failed";
    case ErrorCode::VaultMissing: return "vault_missing";
    case ErrorCode::VaultExists: return "vault_exists";
    case ErrorCode::VaultNewer: return "vault_newer";
    case ErrorCode::VaultInUse: return "vault_in_use";
    case ErrorCode::VaultDamaged: return "vault_damaged";
    case ErrorCode::ReadOnly: return "read_only";
    case ErrorCode::DiskFull: return "disk_full";
    case ErrorCode::DiskFailed: return "disk_failed";
    case ErrorCode::Damaged: return "damaged";
    case ErrorCode::EndsTooEarly: return "ends_too_early";
    case ErrorCode::CountSkipped: return "count_skipped";
    case ErrorCode::CountForked: return "count_forked";
    case ErrorCode::CountFellBack: return "count_fell_back";
    case ErrorCode::WrongTeam: return "wrong_team";
    case ErrorCode::NotASample: return "not_a_sample";
    case ErrorCode::IsASample: return "is_a_sample";
    case ErrorCode::RuleSyntax: return "rule_syntax";
    case ErrorCode::RuleUnknownFact: return "rule_unknown_fact";
    case ErrorCode::RuleUnknownEffect: return "rule_unknown_effect";
    case ErrorCode::RuleDuplicate: return "rule_duplicate";
    case ErrorCode::RuleInvalid: return "rule_invalid";
    case ErrorCode::Interrupted: return "interrupted";
    case ErrorCode::Internal: return "internal";
    }
    return "internal";
}

} // namespace chevet
