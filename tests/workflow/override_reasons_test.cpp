// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reasons for deciding otherwise, as a team sets them: few, and never none.
#include "support/catch.h"
#include "workflow/override_reasons.h"

using namespace chevet::workflow;
using chevet::clinical::OverrideReason;

TEST_CASE("the reasons of a team are kept as text and read back")
{
    OverrideReasonSetting setting;
    setting.unused = {OverrideReason::HomePrefers, OverrideReason::TechnicalReason};
    setting.own = {QStringLiteral("le médecin traitant s’y oppose"), QStringLiteral("+ de monde")};
    CHECK(decodeOverrideReasons(encodeOverrideReasons(setting)) == setting);
    CHECK(decodeOverrideReasons({}) == OverrideReasonSetting());
}

TEST_CASE("there is always a way out, and never more reasons than keys")
{
    OverrideReasonSetting setting;
    for (const auto& [reason, name] : chevet::clinical::Words<OverrideReason>::all) {
        setting.unused.insert(reason);
    }
    for (int i = 0; i < 20; ++i) {
        setting.own << QStringLiteral("reason %1").arg(i) << QStringLiteral("  reason %1 ").arg(i)
                    << QString();
    }
    setting.own.prepend(QString(500, QLatin1Char('x')));
    const auto choices = choicesOf(tidied(setting));
    REQUIRE(choices.size() == mostOwnReasons + 1);
    CHECK(choices.front().own.size() == longestOwnReason);
    CHECK(choices.back().reason == OverrideReason::Other);
    CHECK(choices.back().own.isEmpty());
    CHECK(choicesOf({}).size() == 8);
}

TEST_CASE("what is not understood of a team's reasons is left out")
{
    const auto setting =
        decodeOverrideReasons("-of_a_newer_version\n-other\n-none\n?\n+\n+ours\n-less_urgent\n+ours\n\n");
    CHECK(setting.unused == std::set<OverrideReason>{OverrideReason::LessUrgent});
    CHECK(setting.own == QStringList{QStringLiteral("ours")});
}
