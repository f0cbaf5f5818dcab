// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whatever is read as a rule set answers every call with exactly one first modality; whatever is refused is
// refused with a place. The first byte chooses: a rule file with its overlays, or an overlay over the rules
// that are shipped.
#include "foundation/bytes.h"
#include "triage/adopted_text.h"
#include "triage/document.h"
#include "triage/overlay.h"
#include "triage/recommend.h"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

using namespace chevet;

namespace {

const std::string& shippedText()
{
    static const std::string text = [] {
        std::ifstream file(CHEVET_SOURCE_DIR "/resources/triage/rules.toml", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return text;
}

void require(bool isSo)
{
    if (!isSo) {
        std::abort();
    }
}

clinical::Facts someFacts(std::size_t number)
{
    clinical::Facts facts;
    facts.motives = clinical::MotiveSet::ofBits((number % 32) << 1U);
    if (number % 2 != 0) {
        facts.dying = number % 3 == 0;
        facts.severity = static_cast<int>(number % 11);
    }
    if (number % 5 == 0) {
        facts.mustBeSeen = true;
        facts.bedside = clinical::Bedside::Nurse;
    }
    return facts;
}

void answerCalls(const triage::RuleSet& rules)
{
    for (std::size_t number = 0; number < 7; ++number) {
        const auto answer = triage::recommend(rules, someFacts(number * 5 + 1));
        require(answer.first == answer.modalities[0].modality);
        require(answer.modalities[0].verdict == clinical::Verdict::Recommended);
        require(answer.modalities[1].verdict != clinical::Verdict::Recommended);
        require(answer.answerWithinMinutes >= 0);
    }
}

void readWhole(const triage::AdoptedText& text)
{
    const auto rules = triage::RuleSet::parse(text.rules, text.overlays, {.version = {}, .hash = "0"});
    if (rules) {
        answerCalls(*rules);
    } else {
        require(!rules.error().place.empty());
    }
}

/// Most overlays are read by themselves: laying one over the shipped rules takes a millisecond.
void readOverlayAlone(const std::string& text)
{
    const auto document = triage::readDocument(text);
    if (!document) {
        require(!document.error().place.empty());
        return;
    }
    const auto head = triage::readOverlayHead(*document);
    require(head || !head.error().place.empty());
    const auto overlay = triage::readOverlay(*document, triage::Settings{});
    require(overlay || !overlay.error().place.empty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size == 0) {
        return 0;
    }
    const std::string text(textOf(chevet::View(bytes + 1, size - 1)));
    constexpr std::size_t oneIn = 256;
    if (bytes[0] % 2 == 0) {
        readWhole(triage::readAdoptedText(text));
    } else if (std::hash<std::string>()(text) % oneIn == 0) {
        readWhole({shippedText(), {text}});
    } else {
        readOverlayAlone(text);
    }
    return 0;
}
