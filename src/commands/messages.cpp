// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/messages.h"

#include "commands/say.h"

namespace chevet::commands {
namespace {

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

const char* expected(JsonFault::Expected type)
{
    switch (type) {
    case JsonFault::Expected::Object:
        return QT_TRANSLATE_NOOP("Commands", "%1: an object { … } is expected here");
    case JsonFault::Expected::Words:
        return QT_TRANSLATE_NOOP("Commands", "%1: a list of words is expected here, as in [\"symptom\"]");
    case JsonFault::Expected::Word:
        return QT_TRANSLATE_NOOP("Commands", "%1: a word in quotes is expected here");
    case JsonFault::Expected::WholeNumber:
        return QT_TRANSLATE_NOOP("Commands", "%1: a whole number is expected here");
    case JsonFault::Expected::YesNo:
        return QT_TRANSLATE_NOOP("Commands", "%1: true or false is expected here");
    case JsonFault::Expected::Text: break;
    }
    return QT_TRANSLATE_NOOP("Commands", "%1: a text in quotes is expected here");
}

QString syntax(const JsonFault& fault)
{
    const auto line = QString::number(fault.line);
    const auto column = QString::number(fault.column);
    if (fault.found.empty()) {
        return say(QT_TRANSLATE_NOOP("Commands", "line %1, column %2: the JSON ends too early"))
            .arg(line, column);
    }
    return say(QT_TRANSLATE_NOOP("Commands", "line %1, column %2: this is no JSON, at “%3”"))
        .arg(line, column, fromUtf8(fault.found));
}

QString withNearest(const QString& sentence, const std::string& nearest)
{
    if (nearest.empty()) {
        return sentence;
    }
    return sentence + say(QT_TRANSLATE_NOOP("Commands", "; did you mean “%1”?")).arg(fromUtf8(nearest));
}

} // namespace

QString sentenceFor(const JsonFault& fault)
{
    const auto path = fromUtf8(fault.path);
    switch (fault.kind) {
    case JsonFault::Kind::Empty:
        return say(QT_TRANSLATE_NOOP("Commands", "this is empty; facts as JSON are expected"));
    case JsonFault::Kind::TooLarge:
        return say(QT_TRANSLATE_NOOP("Commands",
                                     "a document may have 1 MiB; several go on a line each, with --lines"));
    case JsonFault::Kind::TooDeep:
        return say(QT_TRANSLATE_NOOP("Commands", "the JSON is nested deeper than 16 levels"));
    case JsonFault::Kind::Syntax: return syntax(fault);
    case JsonFault::Kind::DuplicateKey:
        return say(QT_TRANSLATE_NOOP("Commands", "%1: is given twice")).arg(path);
    case JsonFault::Kind::UnknownKey:
        return withNearest(say(QT_TRANSLATE_NOOP("Commands", "%1: there is no fact of this name")).arg(path),
                           fault.nearest);
    case JsonFault::Kind::WrongType: return say(expected(fault.expected)).arg(path);
    case JsonFault::Kind::OutOfRange:
        return say(QT_TRANSLATE_NOOP("Commands", "%1: must be from %2 to %3"))
            .arg(path, QString::number(fault.lowest), QString::number(fault.highest));
    case JsonFault::Kind::UnknownWord:
        return withNearest(say(QT_TRANSLATE_NOOP("Commands", "%1: “%2” is none of %3"))
                               .arg(path, fromUtf8(fault.found), fromUtf8(fault.allowed)),
                           fault.nearest);
    case JsonFault::Kind::GivenTwice: break;
    }
    return say(QT_TRANSLATE_NOOP("Commands", "%1: the same word stands there twice")).arg(path);
}

std::string_view kindName(JsonFault::Kind kind)
{
    switch (kind) {
    case JsonFault::Kind::Empty: return "empty";
    case JsonFault::Kind::TooLarge: return "too_large";
    case JsonFault::Kind::TooDeep: return "too_deep";
    case JsonFault::Kind::Syntax: return "syntax";
    case JsonFault::Kind::DuplicateKey: return "duplicate_key";
    case JsonFault::Kind::UnknownKey: return "unknown_key";
    case JsonFault::Kind::WrongType: return "wrong_type";
    case JsonFault::Kind::OutOfRange: return "out_of_range";
    case JsonFault::Kind::UnknownWord: return "unknown_word";
    case JsonFault::Kind::GivenTwice: break;
    }
    return "given_twice";
}

} // namespace chevet::commands
