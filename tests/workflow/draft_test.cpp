// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "foundation/cbor.h"
#include "support/catch.h"
#include "support/long_run.h"
#include "support/random.h"
#include "workflow/store/draft.h"

using namespace chevet;
using namespace chevet::clinical;
using namespace chevet::workflow;

namespace {

Draft fullDraft()
{
    Draft draft;
    draft.caseId.bytes[0] = 7;
    draft.startedAt = {1795248000000};
    draft.lastTouched = {1795248012345};
    draft.title = "Les Tilleuls · DUPONT Jeanne";
    draft.home = HomeId{};
    draft.home->bytes[3] = 9;
    draft.resident = ResidentId{};
    draft.caller = "Mme Bré";
    draft.callerFunction = "IDE";
    draft.callbackPhone = "02 99 00 00 00";
    draft.words = std::string(20'000, 'x');
    draft.choices = {1, 11};
    draft.facts.motives = {Motive::Symptom};
    draft.facts.dying = false;
    draft.facts.severity = 0;
    draft.facts.bedside = Bedside::Nurse;
    draft.facts.objective = "voir la plaie";
    draft.answered = {Fact::Dying, Fact::Severity, Fact::Consent};
    draft.joins = true;
    return draft;
}

} // namespace

TEST_CASE("a draft reads back as it was written")
{
    CHECK(decodeDraft(encodeDraft(fullDraft())) == fullDraft());
    CHECK(decodeDraft(encodeDraft(Draft{})) == Draft{});
}

TEST_CASE("a draft is strict CBOR")
{
    CHECK(cbor::check(encodeDraft(fullDraft())).has_value());
}

TEST_CASE("a draft of a newer version is named as such and not half read")
{
    cbor::FieldWriter fields;
    fields.field(0).unsignedNumber(draftVersion + 1);
    const auto read = decodeDraft(fields.take());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::VaultNewer);
    CHECK(read.error().number == static_cast<std::int64_t>(draftVersion) + 1);
}

TEST_CASE("a field that a later version adds is passed over")
{
    auto bytes = encodeDraft(Draft{});
    REQUIRE(bytes[0] == 0xAD); // thirteen fields
    bytes[0] = 0xAE;
    bytes.insert(bytes.end(), {0x17, 0x61, 'x'}); // 23: "x"
    CHECK(decodeDraft(bytes) == Draft{});
}

TEST_CASE("no change of a draft's bytes brings the reader down")
{
    CHEVET_SEEDED(random, 20261121);
    const auto good = encodeDraft(fullDraft());
    int refused = 0;
    const int rounds = chevet::test::scaled(2000, 50'000);
    for (int i = 0; i < rounds; ++i) {
        auto bytes = good;
        bytes.resize(300 + random.below(bytes.size() - 300));
        for (auto changes = 1 + random.below(4); changes > 0; --changes) {
            bytes[random.below(300)] = static_cast<std::uint8_t>(random.next());
        }
        refused += decodeDraft(bytes) ? 0 : 1;
    }
    CHECK(refused > 0);
}
