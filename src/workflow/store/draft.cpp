// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/draft.h"

#include "foundation/cbor.h"

namespace chevet::workflow {

using clinical::Fact;
using clinical::FactValue;

namespace {

/// Stored on disk, never renumber.
enum Field : std::uint64_t
{
    VersionField = 0,
    CaseField,
    StartedField,
    TouchedField,
    TitleField,
    HomeField,
    ResidentField,
    CallerField,
    FunctionField,
    PhoneField,
    WordsField,
    ChoicesField,
    FactsField,
    AnsweredField,
    JoinsField,
    AgainField
};

void writeValue(cbor::Writer& to, const FactValue& value)
{
    if (const auto* flag = std::get_if<bool>(&value)) {
        to.boolean(*flag);
    } else if (const auto* number = std::get_if<int>(&value)) {
        to.number(*number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        to.text(*text);
    } else if (const auto* motives = std::get_if<clinical::MotiveSet>(&value)) {
        to.unsignedNumber(motives->bits());
    } else {
        to.null();
    }
}

Bytes encodeFacts(const clinical::Facts& facts)
{
    cbor::FieldWriter fields;
    for (const auto& description : clinical::allFacts) {
        if (isKnown(facts, description.fact)) {
            writeValue(fields.field(static_cast<std::uint64_t>(description.fact)),
                       valueOf(facts, description.fact));
        }
    }
    return fields.take();
}

FactValue readValue(cbor::Reader& from, Fact fact)
{
    switch (from.peek()) {
    case cbor::Type::Boolean: return from.boolean();
    case cbor::Type::Text: return std::string(from.text());
    case cbor::Type::Unsigned:
        if (fact == Fact::Motives) {
            return clinical::MotiveSet::ofBits(from.unsignedNumber());
        }
        return static_cast<int>(from.number());
    default: from.skip(); return std::monostate{};
    }
}

void readFacts(cbor::Reader& from, clinical::Facts& facts)
{
    for (auto left = from.map(); left > 0 && from.ok(); --left) {
        const auto number = from.unsignedNumber();
        const auto* known = std::find_if(clinical::allFacts.begin(), clinical::allFacts.end(),
                                         [number](const auto& description) {
                                             return static_cast<std::uint64_t>(description.fact) == number;
                                         });
        if (known == clinical::allFacts.end()) {
            from.skip();
        } else if (!setValue(facts, known->fact, readValue(from, known->fact))) {
            from.setFailed();
        }
    }
}

template<class AnyId> AnyId readId(cbor::Reader& from)
{
    const auto id = AnyId::fromBytes(from.bytes());
    if (!id) {
        from.setFailed();
    }
    return id.value_or(AnyId{});
}

void readField(cbor::Reader& from, std::uint64_t field, Draft& draft)
{
    switch (field) {
    case CaseField: draft.caseId = readId<CaseId>(from); break;
    case StartedField: draft.startedAt = {from.number()}; break;
    case TouchedField: draft.lastTouched = {from.number()}; break;
    case TitleField: draft.title = from.text(); break;
    case HomeField: draft.home = readId<HomeId>(from); break;
    case ResidentField: draft.resident = readId<ResidentId>(from); break;
    case CallerField: draft.caller = from.text(); break;
    case FunctionField: draft.callerFunction = from.text(); break;
    case PhoneField: draft.callbackPhone = from.text(); break;
    case WordsField: draft.words = from.text(); break;
    case ChoicesField:
        for (auto left = from.array(); left > 0 && from.ok(); --left) {
            draft.choices.push_back(from.unsignedNumber());
        }
        break;
    case FactsField: readFacts(from, draft.facts); break;
    case AnsweredField:
        for (auto left = from.array(); left > 0 && from.ok(); --left) {
            draft.answered.push_back(static_cast<Fact>(from.unsignedNumber()));
        }
        break;
    case JoinsField: draft.joins = from.boolean(); break;
    case AgainField: draft.again = readId<CaseId>(from); break;
    default: from.skip(); break;
    }
}

} // namespace

Bytes encodeDraft(const Draft& draft)
{
    cbor::FieldWriter fields;
    fields.field(VersionField).unsignedNumber(draftVersion);
    fields.field(CaseField).bytes(draft.caseId.view());
    fields.field(StartedField).number(draft.startedAt.millis);
    fields.field(TouchedField).number(draft.lastTouched.millis);
    fields.field(TitleField).text(draft.title);
    if (draft.home) {
        fields.field(HomeField).bytes(draft.home->view());
    }
    if (draft.resident) {
        fields.field(ResidentField).bytes(draft.resident->view());
    }
    fields.field(CallerField).text(draft.caller);
    fields.field(FunctionField).text(draft.callerFunction);
    fields.field(PhoneField).text(draft.callbackPhone);
    fields.field(WordsField).text(draft.words);
    auto& choices = fields.field(ChoicesField).array(draft.choices.size());
    for (const auto choice : draft.choices) {
        choices.unsignedNumber(choice);
    }
    fields.field(FactsField).encoded(encodeFacts(draft.facts));
    auto& answered = fields.field(AnsweredField).array(draft.answered.size());
    for (const auto fact : draft.answered) {
        answered.unsignedNumber(static_cast<std::uint64_t>(fact));
    }
    fields.field(JoinsField).boolean(draft.joins);
    if (draft.again) {
        fields.field(AgainField).bytes(draft.again->view());
    }
    return fields.take();
}

Result<Draft> decodeDraft(View bytes)
{
    CHEVET_TRY(cbor::check(bytes));
    cbor::Reader from(bytes);
    Draft draft;
    auto left = from.map();
    if (left == 0 || from.unsignedNumber() != VersionField) {
        return fail(ErrorCode::BadInput, "draft");
    }
    const auto version = from.unsignedNumber();
    if (version > draftVersion) {
        return fail(ErrorCode::VaultNewer, "draft", static_cast<std::int64_t>(version));
    }
    for (--left; left > 0 && from.ok(); --left) {
        const auto field = from.unsignedNumber();
        readField(from, field, draft);
    }
    return from.finished() ? Result<Draft>(std::move(draft)) : fail(ErrorCode::BadInput, "draft");
}

} // namespace chevet::workflow
