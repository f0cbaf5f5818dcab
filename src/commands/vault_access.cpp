// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/vault_access.h"

#include "commands/interruption.h"
#include "commands/say.h"
#include "workflow/sample_team.h"
#include "workflow/sentences.h"
#include "workflow/vault_door.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string>
#include <string_view>
#include <termios.h>
#include <unistd.h>

namespace chevet::commands {
namespace {

/// The terminal with its echo off. Gives everything back when it goes, also after Ctrl+C and the like.
class SilentTerminal
{
public:
    SilentTerminal() : m_terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_terminal < 0 || ::tcgetattr(m_terminal, &m_before) != 0) {
            return;
        }
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_isSilent = ::tcsetattr(m_terminal, TCSAFLUSH, &silent) == 0;
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;
    ~SilentTerminal()
    {
        if (m_terminal < 0) {
            return;
        }
        if (m_isSilent) {
            ::tcsetattr(m_terminal, TCSAFLUSH, &m_before);
        }
        ::close(m_terminal);
    }

    bool isThere() const { return m_isSilent; }

    std::optional<QString> ask(const QString& prompt)
    {
        say(prompt);
        std::string line;
        std::array<char, 256> buffer{};
        while (!Interruption::isAsked() && !line.ends_with('\n')) {
            const auto count = ::read(m_terminal, buffer.data(), buffer.size());
            if (count <= 0) {
                break;
            }
            line.append(buffer.data(), static_cast<std::size_t>(count));
        }
        say(QStringLiteral("\n"));
        if (!line.ends_with('\n')) {
            return std::nullopt;
        }
        line.pop_back();
        return QString::fromStdString(line);
    }

private:
    void say(const QString& text) const
    {
        const auto bytes = text.toStdString();
        if (::write(m_terminal, bytes.data(), bytes.size()) < 0) {
            return; // the answer can be typed all the same
        }
    }

    Interruption m_interruption; ///< first: passes on what came when the echo is back
    int m_terminal;
    bool m_isSilent = false;
    termios m_before = {};
};

std::optional<QString> passphraseOfEnvironment()
{
    const char* value = std::getenv("CHEVET_PASSPHRASE");
    return value == nullptr ? std::nullopt : std::optional(QString::fromUtf8(value));
}

Stopped noPassphrase()
{
    if (Interruption::isAsked()) { // needs no explanation; it is passed on when the terminal goes
        return Stopped(VaultUnusable);
    }
    return Stopped(complaint(
        VaultUnusable,
        say(QT_TRANSLATE_NOOP(
            "Commands",
            "the passphrase is needed, and there is no terminal to ask for it: set CHEVET_PASSPHRASE"))));
}

} // namespace

tl::expected<std::filesystem::path, int> vaultFolder(const Arguments& arguments, const char* command)
{
    const auto folder = arguments.value("vault");
    if (folder.isEmpty()) {
        return Stopped(complaint(
            BadInput, say(QT_TRANSLATE_NOOP("Commands", "%1: --vault DIR is needed: the folder of the vault"))
                          .arg(QLatin1String(command))));
    }
    return std::filesystem::path(folder.toStdString());
}

tl::expected<QString, int> passphraseFor(const std::filesystem::path& folder)
{
    if (auto given = passphraseOfEnvironment()) {
        return *given;
    }
    if (workflow::VaultDoor::lookAt(folder) == workflow::VaultKind::Sample) {
        const auto open = workflow::samplePassphrase();
        return QString::fromUtf8(open.data(), static_cast<qsizetype>(open.size()));
    }
    SilentTerminal terminal;
    if (!terminal.isThere()) {
        return noPassphrase();
    }
    if (auto typed = terminal.ask(say(QT_TRANSLATE_NOOP("Commands", "Passphrase: ")))) {
        return *typed;
    }
    return noPassphrase();
}

tl::expected<NewPassphrase, int> newPassphrase()
{
    if (const auto given = passphraseOfEnvironment()) {
        return NewPassphrase{*given, *given};
    }
    SilentTerminal terminal;
    if (!terminal.isThere()) {
        return noPassphrase();
    }
    const auto once = terminal.ask(say(QT_TRANSLATE_NOOP("Commands", "New passphrase: ")));
    const auto again =
        once ? terminal.ask(say(QT_TRANSLATE_NOOP("Commands", "The same again: "))) : std::nullopt;
    if (!once || !again) {
        return noPassphrase();
    }
    return NewPassphrase{*once, *again};
}

tl::expected<std::unique_ptr<workflow::ReadingRoom>, int> openRoom(const Arguments& arguments,
                                                                   const char* command, const Clock& clock)
{
    const auto folder = vaultFolder(arguments, command);
    if (!folder) {
        return Stopped(folder.error());
    }
    const auto kind = workflow::VaultDoor::lookAt(*folder);
    if (kind == workflow::VaultKind::None) { // before a passphrase is asked for in vain
        return Stopped(vaultComplaint(*folder, {ErrorCode::VaultMissing, "vault", 0}));
    }
    const auto passphrase = passphraseFor(*folder);
    if (!passphrase) {
        return Stopped(passphrase.error());
    }
    auto room = workflow::ReadingRoom::open(*folder, *passphrase, clock);
    if (!room) {
        return Stopped(vaultComplaint(*folder, room.error()));
    }
    if ((*room)->isNewer()) {
        remark(workflow::sentenceFor({ErrorCode::VaultNewer, {}, 0}).whole());
    }
    for (const auto& damage : (*room)->damages()) {
        remark(workflow::damageText(damage));
    }
    return std::move(*room);
}

int vaultComplaint(const std::filesystem::path& folder, const Error& error)
{
    return complaint(VaultUnusable, QString::fromStdString(folder.string()) + QStringLiteral(": ") +
                                        workflow::sentenceFor(error).whole());
}

} // namespace chevet::commands
