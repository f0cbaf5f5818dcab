// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/store/consultation_draft.h"

#include "clinical/codec.h"

#include <algorithm>

namespace chevet::workflow {
namespace {

// Never a map, which is what the draft of an intake begins with.
constexpr std::string_view mark = "sheet 1\n";

void addPart(Bytes& to, const clinical::EventBody& body)
{
    const auto part = clinical::encodeBody(body);
    std::array<std::uint8_t, 4> size{};
    putBigEndian(size.data(), static_cast<std::uint32_t>(part.size()));
    to.insert(to.end(), size.begin(), size.end());
    to.insert(to.end(), part.begin(), part.end());
}

/// The next event of `rest`, which then begins after it.
template<class Body> Result<Body> takePart(clinical::Kind kind, View& rest)
{
    constexpr std::size_t sizeOfSize = 4;
    if (rest.size() < sizeOfSize) {
        return fail(ErrorCode::BadInput, "sheet");
    }
    const auto size = getBigEndian<std::uint32_t>(rest.data());
    rest = rest.subspan(sizeOfSize);
    if (size > rest.size()) {
        return fail(ErrorCode::BadInput, "sheet");
    }
    auto body = clinical::decodeBody(kind, {}, rest.first(size));
    rest = rest.subspan(size);
    if (!body) {
        return failAs(body);
    }
    return std::get<Body>(std::move(*body));
}

} // namespace

Bytes encodeConsultationDraft(const ConsultationDraft& draft)
{
    const auto begin = viewOf(mark);
    Bytes bytes(begin.begin(), begin.end());
    addPart(bytes, clinical::ConsultationOpened{{}, draft.type, draft.professional});
    clinical::ConsultationIdentified identified;
    identified.consent = draft.consent;
    addPart(bytes, identified);
    addPart(bytes, clinical::ConsultationSigned{{}, draft.type, draft.sheet});
    return bytes;
}

bool isConsultationDraft(View bytes)
{
    return textOf(bytes).starts_with(mark);
}

Result<ConsultationDraft> decodeConsultationDraft(View bytes)
{
    if (!isConsultationDraft(bytes)) {
        return fail(ErrorCode::BadInput, "sheet");
    }
    auto rest = bytes.subspan(mark.size());
    auto opened = takePart<clinical::ConsultationOpened>(clinical::Kind::ConsultationOpened, rest);
    auto identified =
        opened ? takePart<clinical::ConsultationIdentified>(clinical::Kind::ConsultationIdentified, rest)
               : Result<clinical::ConsultationIdentified>(failAs(opened));
    auto sheet = identified ? takePart<clinical::ConsultationSigned>(clinical::Kind::ConsultationSigned, rest)
                            : Result<clinical::ConsultationSigned>(failAs(identified));
    if (!sheet) {
        return failAs(sheet);
    }
    return ConsultationDraft{sheet->type, opened->professional, identified->consent, std::move(sheet->sheet)};
}

} // namespace chevet::workflow
