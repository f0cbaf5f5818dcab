// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sample_team.h"

#include "casebook/casebook.h"
#include "sealing/keyring.h"
#include "triage/recommend.h"
#include "workflow/rule_hash.h"
#include "workflow/sample/journal.h"
#include "workflow/sample/story.h"
#include "workflow/store/desk_room.h"

#include <algorithm>
#include <chrono>
#include <system_error>

namespace chevet::workflow {
namespace {

namespace fs = std::filesystem;

Result<triage::RuleSet> rulesOf(const SampleParameters& parameters)
{
    return triage::RuleSet::parse(parameters.rulesText,
                                  {.version = {}, .hash = hashOfRules(parameters.rulesText)});
}

Result<sealing::FoundedVault> foundVault(IdSource& ids)
{
    sealing::Founding founding;
    founding.team = ids.make<TeamId>();
    founding.device = ids.make<DeviceId>();
    founding.sample = true;
    founding.salt = sealing::Keyring::newSalt();
    const auto unlock =
        sealing::UnlockKey::derive(viewOf(samplePassphrase()), founding.salt, founding.scrypt);
    if (!unlock) {
        return failAs(unlock);
    }
    return sealing::Keyring::found(founding, *unlock);
}

Result<void> addColleagues(casebook::Casebook& casebook, const std::vector<MemberId>& members)
{
    const auto& team = sample::colleagues();
    std::vector<casebook::NewEvent> others;
    for (std::size_t i = 1; i < team.size(); ++i) {
        others.push_back({clinical::MemberAdded{members[i], std::string(team[i].name), team[i].role}});
    }
    const auto added = casebook.append(others, {members[0], team[0].role});
    return added ? Result<void>() : failAs(added);
}

Result<void> tellStory(casebook::Casebook& casebook, const std::vector<MemberId>& members,
                       const SampleParameters& parameters, const triage::RuleSet& rules,
                       const SampleProgress& progress)
{
    const auto extent = sample::Extent::of(parameters.events);
    const auto total = parameters.events > 0 ? parameters.events : extent.entries();
    sample::Journal journal(casebook, members,
                            {rules.name().hash, rules.name().version, std::string(triage::evaluatorVersion),
                             parameters.rulesText});
    sample::Story story(parameters.seed, extent, rules, parameters.now, parameters.offsetMinutes, members);
    std::int64_t told = 0;
    const auto write = [&](const sample::Step& step) -> Result<void> {
        if (parameters.shallStop && parameters.shallStop()) {
            return fail(ErrorCode::Interrupted);
        }
        CHEVET_TRY(journal.write(step));
        if (progress && journal.count() - told >= 500) {
            told = journal.count();
            progress(static_cast<int>(std::min<std::int64_t>(99, told * 100 / total)));
        }
        return {};
    };
    CHEVET_TRY(story.tell(write));
    return journal.finish();
}

/// Tells the whole sample into a fresh vault in `folder`.
Result<void> makeIn(const fs::path& folder, const SampleParameters& parameters, const triage::RuleSet& rules,
                    const SampleProgress& progress)
{
    const auto extent = sample::Extent::of(parameters.events);
    SeededIds ids(parameters.seed);
    std::vector<MemberId> members;
    for (std::size_t i = 0; i < sample::teamSize; ++i) {
        members.push_back(ids.make<MemberId>());
    }
    const FixedClock clock(parameters.now - std::chrono::hours(24 * (extent.days + 3)),
                           parameters.offsetMinutes);
    auto vault = foundVault(ids);
    if (!vault) {
        return failAs(vault);
    }
    const auto& team = sample::colleagues();
    const clinical::MemberAdded founder{members[0], std::string(team[0].name), team[0].role};
    auto casebook = casebook::Casebook::found(folder, std::move(*vault), std::string(sample::teamName()),
                                              founder, clock, ids);
    if (!casebook) {
        return failAs(casebook);
    }
    CHEVET_TRY((*casebook)->saveSetting(memberSetting, founder.member.view()));
    CHEVET_TRY(addColleagues(**casebook, members));
    CHEVET_TRY(tellStory(**casebook, members, parameters, rules, progress));
    CHEVET_TRY((*casebook)->saveSnapshot());
    if (progress) {
        progress(100);
    }
    return {};
}

} // namespace

std::string_view samplePassphrase()
{
    return "ceci est une equipe inventee pour essayer";
}

Result<void> makeSampleTeam(const fs::path& folder, const SampleParameters& parameters,
                            const SampleProgress& progress)
{
    if (parameters.events < 0 || parameters.events > largestSample) {
        return fail(ErrorCode::OutOfRange, "events (0 to " + std::to_string(largestSample) + ")");
    }
    const auto rules = rulesOf(parameters);
    if (!rules) {
        return failAs(rules);
    }
    std::error_code error;
    if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
        return fail(ErrorCode::VaultExists, "vault");
    }
    // Made beside its place and moved there when it is whole: half a sample would pass for a team without
    // history.
    auto beside = folder;
    if (!beside.has_filename()) {
        beside = beside.parent_path();
    }
    const auto place = beside;
    beside += ".in-the-making";
    fs::remove_all(beside, error);
    fs::create_directories(place.parent_path(), error);
    auto made = makeIn(beside, parameters, *rules, progress);
    if (made) {
        fs::rename(beside, place, error);
        if (error) {
            made = fail(ErrorCode::DiskFailed, "vault", error.value());
        }
    }
    if (!made) {
        fs::remove_all(beside, error);
    }
    return made;
}

} // namespace chevet::workflow
