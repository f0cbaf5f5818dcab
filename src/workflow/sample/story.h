// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sample's history: homes and residents, then calls day by day, each with its course, told to `write`
// strictly in the order of time. Keeps only what is still open, so that a million entries need no more memory
// than a thousand.
#pragma once

#include "foundation/result.h"
#include "workflow/sample/course.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

namespace chevet::workflow::sample {

/// How large the sample is to be.
struct Extent
{
    std::size_t homes = 8;
    std::size_t residents = 40;
    std::int64_t cases = 0;
    int days = 28;
    std::size_t leftOpen = 1; ///< cases of the history that reach into today

    /// About how many journal entries that gives.
    std::int64_t entries() const;
    /// For about so many journal entries; 0: four weeks.
    static Extent of(std::int64_t events);
};

/// Takes a step down; answers with an error to end the story.
using Write = std::function<Result<void>(const Step&)>;

class Story
{
public:
    Story(std::uint64_t seed, const Extent& extent, const triage::RuleSet& rules, Instant now,
          int offsetMinutes, std::vector<MemberId> members);
    ~Story();
    Story(const Story&) = delete;
    Story& operator=(const Story&) = delete;

    Result<void> tell(const Write& write);

private:
    struct Self;
    std::unique_ptr<Self> m_self;
};

} // namespace chevet::workflow::sample
