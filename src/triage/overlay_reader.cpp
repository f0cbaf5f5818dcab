// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An overlay's text into values.

#include "triage/overlay.h"

#include <algorithm>

namespace chevet::triage {
namespace {

using Kind = Value::Kind;

class OverlayReader
{
public:
    OverlayReader(const Value& document, const Settings& settings) : m_document(document), m_reading(settings)
    {}

    Result<Overlay> head()
    {
        readHead();
        return taken();
    }

    Result<Overlay> whole()
    {
        readHead();
        each("rule", [this](const Value& block) {
            auto rule = readRule(m_reading, block);
            rule.origin = Origin::Team;
            m_overlay.rules.push_back(std::move(rule));
        });
        each("tune", [this](const Value& block) { readTuning(block); });
        each("tighten", [this](const Value& block) { readTightening(block); });
        return taken();
    }

private:
    Result<Overlay> taken()
    {
        if (const auto& fault = m_reading.firstFault()) {
            return tl::unexpected<Error>(*fault);
        }
        return std::move(m_overlay);
    }

    void readHead()
    {
        m_reading.enter("overlay", 1);
        m_reading.onlyKeys(m_document,
                           {"overlay", "after", "settings", "rule", "tune", "tighten", "property"});
        m_overlay.id = m_reading.text(m_document, "overlay");
        const auto* name = m_document.find("overlay");
        m_overlay.line = name == nullptr ? 1 : name->line;
        m_reading.enter(title(), m_overlay.line);
        if (const auto* after = m_reading.optionalField(m_document, "after", Kind::List)) {
            for (const auto& item : after->items) {
                if (item.kind != Kind::Text || item.text.empty()) {
                    m_reading.fault(ErrorCode::RuleInvalid, item.line, "'after' takes names of overlays");
                }
                m_overlay.after.push_back(item.text);
            }
        }
        readTunedSettings();
    }

    std::string title() const { return "overlay " + Reading::quoted(m_overlay.id); }

    void readTunedSettings()
    {
        Settings values;
        readSettings(m_reading, m_document, values);
        const auto* table = m_document.find("settings");
        for (std::size_t i = 0; table != nullptr && i < table->fields.size(); ++i) {
            if (const auto* setting = findSetting(table->fields[i].key)) {
                m_overlay.settings.emplace_back(setting, values.*setting->member);
            }
        }
    }

    template<class Use> void each(std::string_view key, Use&& use)
    {
        m_reading.enter(title(), m_overlay.line);
        const auto* blocks = m_reading.optionalField(m_document, key, Kind::List);
        for (std::size_t i = 0; blocks != nullptr && i < blocks->items.size(); ++i) {
            const auto& block = blocks->items[i];
            if (block.kind != Kind::Table) {
                m_reading.fault(ErrorCode::RuleInvalid, block.line, "a block is a table");
                continue;
            }
            m_reading.enter(title(), block.line);
            const auto id = m_reading.text(block, "id");
            m_reading.enter(title() + ", " + std::string(key) + ' ' + Reading::quoted(id), block.line);
            use(block);
        }
    }

    void readTuning(const Value& block)
    {
        m_reading.onlyKeys(block,
                           {"id", "off", "when", "reason", "for", "strongly_for", "against",
                            "strongly_against", "condition", "owed", "then", "consider", "priority",
                            "answer_within_minutes", "purpose", "exclude", "never_first", "meanwhile"});
        Tuning tuning;
        tuning.line = block.line;
        tuning.id = m_reading.text(block, "id");
        tuning.isOff = m_reading.flag(block, "off");
        if (const auto* when = m_reading.optionalField(block, "when", Kind::Table)) {
            tuning.when = readCondition(m_reading, *when, ConditionPlace::Rule);
        }
        if (const auto effects = readEffects(m_reading, block); !(effects == Effects{})) {
            tuning.effects = effects;
        }
        if (block.find("reason") != nullptr) {
            tuning.reason = m_reading.bothLanguages(block, "reason");
        }
        const bool saysMore = tuning.when || tuning.effects || tuning.reason;
        if (tuning.isOff == saysMore) {
            m_reading.fault(ErrorCode::RuleInvalid, block.line,
                            tuning.isOff ? "is switched off and says more" : "changes nothing");
        }
        m_overlay.tunings.push_back(std::move(tuning));
    }

    void readTightening(const Value& block)
    {
        m_reading.onlyKeys(block, {"id", "exclude", "never_first", "condition", "owed", "meanwhile",
                                   "priority", "answer_within_minutes"});
        Tightening tightening;
        tightening.line = block.line;
        tightening.id = m_reading.text(block, "id");
        tightening.effects = readEffects(m_reading, block);
        if (tightening.effects == Effects{}) {
            m_reading.fault(ErrorCode::RuleInvalid, block.line, "changes nothing");
        }
        m_overlay.tightenings.push_back(std::move(tightening));
    }

    const Value& m_document;
    Reading m_reading;
    Overlay m_overlay;
};

} // namespace

Result<Overlay> readOverlayHead(const Value& document)
{
    return OverlayReader(document, Settings{}).head();
}

Result<Overlay> readOverlay(const Value& document, const Settings& settings)
{
    return OverlayReader(document, settings).whole();
}

} // namespace chevet::triage
