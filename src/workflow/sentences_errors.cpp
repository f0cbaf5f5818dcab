// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What went wrong and what to do next, for every error code. %1 is the error's place, %2 its number.
#include "workflow/sentences.h"
#include "workflow/store/said.h"

namespace chevet::workflow {

namespace {

struct EnglishSentence
{
    const char* what = nullptr;
    const char* todo = nullptr;
};

// NOLINTNEXTLINE(readability-function-size): a table, in which the compiler names the code that is missing
EnglishSentence english(ErrorCode code)
{
    switch (code) {
    case ErrorCode::BadInput:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” can’t be read."),
                QT_TRANSLATE_NOOP("Sentences", "Check what was typed there.")};
    case ErrorCode::OutOfRange:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is out of range."),
                QT_TRANSLATE_NOOP("Sentences", "Enter a value within the range.")};
    case ErrorCode::UnknownName:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” is not a known name."),
                QT_TRANSLATE_NOOP("Sentences", "Choose one of the names in the list.")};
    case ErrorCode::NotFound:
        return {QT_TRANSLATE_NOOP("Sentences", "“%1” was not found."),
                QT_TRANSLATE_NOOP("Sentences", "Look it up again; a colleague may have moved it.")};
    case ErrorCode::NotAllowed:
        return {QT_TRANSLATE_NOOP("Sentences", "Your role may not write this."),
                QT_TRANSLATE_NOOP("Sentences",
                                  "Ask a colleague whose role may, or add it as a note of your own.")};
    case ErrorCode::NotNow:
        return {QT_TRANSLATE_NOOP("Sentences", "The case does not allow this now."),
                QT_TRANSLATE_NOOP("Sentences", "Do first what is still owed, or say why not.")};
    case ErrorCode::Duplicate:
        return {QT_TRANSLATE_NOOP("Sentences", "This is there already."),
                QT_TRANSLATE_NOOP("Sentences", "Use the entry that exists.")};
    case ErrorCode::NotCanonical:
        return {QT_TRANSLATE_NOOP("Sentences", "A record is not in its proper form."),
                QT_TRANSLATE_NOOP("Sentences", "Run “chevet verify” and keep its answer for support.")};
    case ErrorCode::Truncated:
        return {QT_TRANSLATE_NOOP("Sentences", "A record is cut off."),
                QT_TRANSLATE_NOOP("Sentences", "Run “chevet verify” and keep its answer for support.")};
    case ErrorCode::TooLarge:
        return {QT_TRANSLATE_NOOP("Sentences", "This is too large to be kept in one entry."),
                QT_TRANSLATE_NOOP("Sentences", "Split it into several entries.")};
    case ErrorCode::TooDeep:
        return {QT_TRANSLATE_NOOP("Sentences", "A record is nested too deeply."),
                QT_TRANSLATE_NOOP("Sentences", "Run “chevet verify” and keep its answer for support.")};
    case ErrorCode::WrongPassphrase:
        return {
            QT_TRANSLATE_NOOP("Sentences", "This passphrase does not open the team’s vault."),
            QT_TRANSLATE_NOOP("Sentences", "Check Caps Lock and the keyboard’s layout, then type it again.")};
    case ErrorCode::NotAuthentic:
        return {QT_TRANSLATE_NOOP("Sentences", "A record does not carry the mark of its author."),
                QT_TRANSLATE_NOOP("Sentences",
                                  "Run “chevet verify”; the record is left out until it is settled.")};
    case ErrorCode::UnknownKey:
        return {QT_TRANSLATE_NOOP("Sentences", "This is sealed with a key that this device does not hold."),
                QT_TRANSLATE_NOOP("Sentences", "Ask a colleague who can read it.")};
    case ErrorCode::UnsafeParameters:
        return {
            QT_TRANSLATE_NOOP("Sentences", "The vault asks for an unsafe protection of its passphrase."),
            QT_TRANSLATE_NOOP("Sentences", "Do not type the passphrase; restore the vault from a backup.")};
    case ErrorCode::SelfTestFailed:
        return {QT_TRANSLATE_NOOP("Sentences", "The encryption library of this machine computes wrongly."),
                QT_TRANSLATE_NOOP("Sentences", "Nothing was opened; have the system’s packages repaired.")};
    case ErrorCode::RandomFailed:
        return {QT_TRANSLATE_NOOP("Sentences", "The system gave no random numbers."),
                QT_TRANSLATE_NOOP("Sentences", "Restart the machine; nothing was written.")};
    case ErrorCode::VaultMissing:
        return {QT_TRANSLATE_NOOP("Sentences", "There is no team’s vault in this folder."),
                QT_TRANSLATE_NOOP("Sentences", "Choose another folder, or found a team.")};
    case ErrorCode::VaultExists:
        return {QT_TRANSLATE_NOOP("Sentences", "There is a team’s vault in this folder already."),
                QT_TRANSLATE_NOOP("Sentences", "Open it, or choose another folder.")};
    case ErrorCode::VaultNewer:
        return {QT_TRANSLATE_NOOP("Sentences", "This vault was written by a newer Chevet."),
                QT_TRANSLATE_NOOP("Sentences", "It opens for reading only; update Chevet to write in it.")};
    case ErrorCode::VaultInUse:
        return {QT_TRANSLATE_NOOP("Sentences", "Another Chevet on this machine has this vault open."),
                QT_TRANSLATE_NOOP("Sentences", "Go on in its window, or close it first.")};
    case ErrorCode::VaultDamaged:
        return {
            QT_TRANSLATE_NOOP("Sentences", "The vault’s description can’t be read."),
            QT_TRANSLATE_NOOP("Sentences", "Restore the folder from a backup; nothing in it was changed.")};
    case ErrorCode::ReadOnly:
        return {QT_TRANSLATE_NOOP("Sentences", "This vault is open for reading only."),
                QT_TRANSLATE_NOOP(
                    "Sentences", "Nothing was written; update Chevet or open the vault on its own machine.")};
    case ErrorCode::DiskFull:
        return {
            QT_TRANSLATE_NOOP("Sentences", "Not saved: the disk is full."),
            QT_TRANSLATE_NOOP("Sentences", "Free some space, then try again; what you typed is still here.")};
    case ErrorCode::DiskFailed:
        return {QT_TRANSLATE_NOOP("Sentences", "Not saved: the disk refused to write."),
                QT_TRANSLATE_NOOP(
                    "Sentences",
                    "Try again; what you typed is still here. If it goes on, have the disk checked.")};
    case ErrorCode::Damaged:
        return {
            QT_TRANSLATE_NOOP("Sentences", "Entry %2 of the journal is damaged."),
            QT_TRANSLATE_NOOP(
                "Sentences",
                "The other entries are readable; restore this one from a backup or a colleague’s device.")};
    case ErrorCode::EndsTooEarly:
        return {QT_TRANSLATE_NOOP("Sentences",
                                  "The history ends before entry %2, which this device has written."),
                QT_TRANSLATE_NOOP("Sentences", "Do not go on with an old copy; restore the newest backup.")};
    case ErrorCode::CountSkipped:
        return {QT_TRANSLATE_NOOP("Sentences", "A device’s history has a gap at entry %2."),
                QT_TRANSLATE_NOOP("Sentences", "Run “chevet verify” and compare with a colleague’s device.")};
    case ErrorCode::CountForked:
        return {
            QT_TRANSLATE_NOOP(
                "Sentences",
                "Two different entries of one device carry the number %2: its vault may have been copied."),
            QT_TRANSLATE_NOOP("Sentences", "Stop using one of the copies and tell the person in charge.")};
    case ErrorCode::CountFellBack:
        return {QT_TRANSLATE_NOOP("Sentences", "A device’s history fell back to entry %2."),
                QT_TRANSLATE_NOOP("Sentences", "Its vault may be an old copy: restore the newest one.")};
    case ErrorCode::WrongTeam:
        return {QT_TRANSLATE_NOOP("Sentences", "This belongs to another team."),
                QT_TRANSLATE_NOOP("Sentences", "Choose your own team’s folder.")};
    case ErrorCode::NotASample:
        return {QT_TRANSLATE_NOOP("Sentences", "This folder holds a real team."),
                QT_TRANSLATE_NOOP("Sentences", "The sample needs a folder of its own.")};
    case ErrorCode::IsASample:
        return {QT_TRANSLATE_NOOP("Sentences", "This is the sample team."),
                QT_TRANSLATE_NOOP("Sentences", "It can’t become a real one: found a team.")};
    case ErrorCode::RuleSyntax:
        return {QT_TRANSLATE_NOOP("Sentences", "The triage rules can’t be read (%1)."),
                QT_TRANSLATE_NOOP("Sentences", "Correct the file at that line.")};
    case ErrorCode::RuleUnknownFact:
        return {QT_TRANSLATE_NOOP("Sentences", "A triage rule names an unknown fact (%1)."),
                QT_TRANSLATE_NOOP("Sentences", "Correct the name in the rules.")};
    case ErrorCode::RuleUnknownEffect:
        return {QT_TRANSLATE_NOOP("Sentences", "A triage rule has an unknown effect (%1)."),
                QT_TRANSLATE_NOOP("Sentences", "Correct the effect in the rules.")};
    case ErrorCode::RuleDuplicate:
        return {QT_TRANSLATE_NOOP("Sentences", "Two triage rules have the same name (%1)."),
                QT_TRANSLATE_NOOP("Sentences", "Rename one of them.")};
    case ErrorCode::RuleInvalid:
        return {QT_TRANSLATE_NOOP("Sentences", "A triage rule is not valid (%1)."),
                QT_TRANSLATE_NOOP("Sentences", "Correct it, then check it with “chevet rules check”.")};
    case ErrorCode::Interrupted:
        return {QT_TRANSLATE_NOOP("Sentences", "This was interrupted."),
                QT_TRANSLATE_NOOP("Sentences", "Try again; nothing is half written.")};
    case ErrorCode::Internal:
        return {
            QT_TRANSLATE_NOOP("Sentences", "Chevet made a mistake."),
            QT_TRANSLATE_NOOP("Sentences",
                              "What was saved is safe. Start Chevet again and report what you were doing.")};
    }
    return {};
}

EnglishSentence english(const Error& error)
{
    if (error.code == ErrorCode::VaultNewer && error.place == "vault.cbor") { // not even to be read
        return {QT_TRANSLATE_NOOP("Sentences", "This vault was written by a newer Chevet."),
                QT_TRANSLATE_NOOP("Sentences",
                                  "This version can’t read it: update Chevet. Nothing was changed.")};
    }
    if (error.code == ErrorCode::WrongPassphrase && error.place == "newer vault.cbor slot") {
        return {QT_TRANSLATE_NOOP(
                    "Sentences",
                    "This passphrase does not open the team’s vault, which was written by a newer Chevet."),
                QT_TRANSLATE_NOOP("Sentences", "Type it again; if it is right, update Chevet.")};
    }
    return english(error.code);
}

} // namespace

Sentence sentenceFor(const Error& error)
{
    const auto parts = english(error);
    // The number first: a place may itself hold a "%2".
    auto what = said(parts.what).replace(QLatin1String("%2"), QString::number(error.number));
    what.replace(QLatin1String("%1"),
                 fromUtf8(error.place.empty() ? std::string(errorName(error.code)) : error.place));
    return {what, said(parts.todo)};
}

} // namespace chevet::workflow
