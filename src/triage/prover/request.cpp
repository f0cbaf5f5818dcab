// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "triage/prover/request.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace chevet::triage {
namespace {

constexpr std::size_t largestDocument = std::size_t{1} << 20U;
constexpr std::size_t mostDocuments = 64;
constexpr std::array<std::string_view, 5> names{"rules", "properties", "overlay", "rules_after",
                                                "overlay_after"};

} // namespace

Result<std::vector<Document>> readRequest(std::istream& input)
{
    std::string line;
    if (!std::getline(input, line) || line != requestLine) {
        return fail(ErrorCode::BadInput, "request, line 1");
    }
    std::vector<Document> documents;
    while (std::getline(input, line) && line != "end") {
        const auto blank = line.find(' ');
        const auto name = std::string_view(line).substr(0, blank);
        std::size_t length = 0;
        const auto* end = line.data() + line.size();
        const auto* from = blank == std::string::npos ? end : line.data() + blank + 1;
        const auto read = std::from_chars(from, end, length);
        const bool isKnown = std::find(names.begin(), names.end(), name) != names.end();
        if (!isKnown || read.ec != std::errc() || read.ptr != end) {
            return fail(ErrorCode::BadInput, "request, document " + std::to_string(documents.size() + 1));
        }
        if (length > largestDocument || documents.size() == mostDocuments) {
            return fail(ErrorCode::TooLarge, "request, document " + std::to_string(documents.size() + 1));
        }
        Document document{std::string(name), std::string(length, '\0')};
        input.read(document.text.data(), static_cast<std::streamsize>(length));
        if (input.gcount() != static_cast<std::streamsize>(length) || input.get() != '\n') {
            return fail(ErrorCode::Truncated, "request, document " + std::to_string(documents.size() + 1));
        }
        documents.push_back(std::move(document));
    }
    if (line != "end") {
        return fail(ErrorCode::Truncated, "request");
    }
    return documents;
}

} // namespace chevet::triage
