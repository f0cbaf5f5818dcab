// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The calls that src/ does without, each with its reason and with what to use in its place.
#pragma once

#include <array>
#include <string_view>

namespace chevet::architecture {

/// Where a call is banned. The program itself (main, application, commands) is held to `Everywhere` only.
enum class Where
{
    Everywhere,
    WithoutQt,
    WithQt
};
/// A word alone, or only where it is called: a name of ours may be the same word.
enum class Match
{
    Word,
    Call
};

struct BannedCall
{
    std::string_view words; ///< separated by spaces: "std :: locale"
    Match match;
    Where where;
    std::string_view reason;
};

namespace reasons {
inline constexpr std::string_view number = "reads the locale's decimal point and blanks: use std::from_chars";
inline constexpr std::string_view letter =
    "asks the locale, and knows bytes instead of letters: compare ASCII "
    "ranges, leave words to FTS5 and QCollator";
inline constexpr std::string_view date =
    "writes dates by the locale: use Date::iso or put the parts together";
inline constexpr std::string_view locale = "the layers without Qt give the same bytes in every locale";
inline constexpr std::string_view global = "changes numbers in every stream of the process";
inline constexpr std::string_view sleep = "a thread waits for a condition or a timer, never for time to pass";
inline constexpr std::string_view loop = "a nested event loop runs other code in the middle of this function";
inline constexpr std::string_view zone =
    "is refused by the Qt of Debian 13: use QTimeZone::utc() and the like";
} // namespace reasons

inline constexpr std::array bannedCalls{
    BannedCall{"strtod", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"strtof", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"strtold", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"strtol", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"strtoll", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"strtoul", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"strtoull", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"atof", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"atoi", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"atol", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"atoll", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stod", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stof", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stold", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stoi", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stol", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stoll", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stoul", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"stoull", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"sscanf", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"fscanf", Match::Word, Where::WithoutQt, reasons::number},
    BannedCall{"isalnum", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"isalpha", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"isdigit", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"islower", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"isprint", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"ispunct", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"isspace", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"isupper", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"isxdigit", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"tolower", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"toupper", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"towlower", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"towupper", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"strcasecmp", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"strncasecmp", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"strcoll", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"mbstowcs", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"wcstombs", Match::Word, Where::WithoutQt, reasons::letter},
    BannedCall{"put_time", Match::Word, Where::WithoutQt, reasons::date},
    BannedCall{"get_time", Match::Word, Where::WithoutQt, reasons::date},
    BannedCall{"strftime", Match::Call, Where::WithoutQt, reasons::date},
    BannedCall{"strptime", Match::Word, Where::WithoutQt, reasons::date},
    BannedCall{"asctime", Match::Word, Where::WithoutQt, reasons::date},
    BannedCall{"setlocale", Match::Word, Where::WithoutQt, reasons::locale},
    BannedCall{"newlocale", Match::Word, Where::WithoutQt, reasons::locale},
    BannedCall{"uselocale", Match::Word, Where::WithoutQt, reasons::locale},
    BannedCall{"localeconv", Match::Word, Where::WithoutQt, reasons::locale},
    BannedCall{"std :: regex", Match::Word, Where::WithoutQt, reasons::locale},
    BannedCall{"std :: codecvt", Match::Word, Where::WithoutQt, reasons::locale},
    BannedCall{"wstring_convert", Match::Word, Where::WithoutQt, reasons::locale},
    // Streams take the classic locale as long as nobody replaces the global one, so this alone keeps them
    // plain.
    BannedCall{"std :: locale", Match::Word, Where::Everywhere, reasons::global},
    BannedCall{"sleep", Match::Call, Where::Everywhere, reasons::sleep},
    BannedCall{"usleep", Match::Word, Where::Everywhere, reasons::sleep},
    BannedCall{"msleep", Match::Word, Where::Everywhere, reasons::sleep},
    BannedCall{"nanosleep", Match::Word, Where::Everywhere, reasons::sleep},
    BannedCall{"clock_nanosleep", Match::Word, Where::Everywhere, reasons::sleep},
    BannedCall{"sleep_for", Match::Word, Where::Everywhere, reasons::sleep},
    BannedCall{"sleep_until", Match::Word, Where::Everywhere, reasons::sleep},
    BannedCall{"QEventLoop", Match::Word, Where::Everywhere, reasons::loop},
    BannedCall{"processEvents", Match::Word, Where::Everywhere, reasons::loop},
    BannedCall{"Qt :: UTC", Match::Word, Where::Everywhere, reasons::zone},
    BannedCall{"Qt :: LocalTime", Match::Word, Where::Everywhere, reasons::zone},
    BannedCall{"Qt :: OffsetFromUTC", Match::Word, Where::Everywhere, reasons::zone},
    BannedCall{"exec", Match::Call, Where::WithQt, reasons::loop},
    BannedCall{"QMessageBox :: question", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QMessageBox :: warning", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QMessageBox :: critical", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QMessageBox :: information", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QMessageBox :: about", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QInputDialog :: getText", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QInputDialog :: getItem", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QInputDialog :: getInt", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QFileDialog :: getOpenFileName", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QFileDialog :: getSaveFileName", Match::Word, Where::WithQt, reasons::loop},
    BannedCall{"QFileDialog :: getExistingDirectory", Match::Word, Where::WithQt, reasons::loop},
};

} // namespace chevet::architecture
