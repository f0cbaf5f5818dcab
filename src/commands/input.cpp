// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands/input.h"

#include "commands/say.h"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>

namespace chevet::commands {
namespace {

tl::unexpected<QString> cantRead(const QString& name, int error)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return tl::unexpected(say(QT_TRANSLATE_NOOP("Commands", "%1: there is no such file")).arg(name));
    case EACCES:
        return tl::unexpected(say(QT_TRANSLATE_NOOP("Commands", "%1: you may not read this file")).arg(name));
    case EISDIR:
        return tl::unexpected(
            say(QT_TRANSLATE_NOOP("Commands", "%1: this is a folder; a file is needed")).arg(name));
    default: break;
    }
    return tl::unexpected(say(QT_TRANSLATE_NOOP("Commands", "%1: can't be read (%2)"))
                              .arg(name, QString::fromLocal8Bit(std::strerror(error))));
}

} // namespace

void Input::Closer::operator()(std::FILE* file) const
{
    if (file != stdin) {
        std::fclose(file);
    }
}

tl::expected<Input, QString> Input::open(const QString& name)
{
    if (name == QLatin1String("-")) {
        return Input(stdin, say(QT_TRANSLATE_NOOP("Commands", "standard input")));
    }
    std::FILE* file = std::fopen(name.toUtf8().constData(), "rbe");
    if (file == nullptr) {
        return cantRead(name, errno);
    }
    Input input(file, name);
    struct stat about = {};
    if (::fstat(::fileno(file), &about) == 0 && S_ISDIR(about.st_mode)) {
        return cantRead(name, EISDIR);
    }
    return input;
}

Input::Line Input::next(std::string& line, std::size_t longest)
{
    line.clear();
    bool isTooLong = false;
    bool isAny = false;
    for (int byte = std::getc(m_file.get()); byte != EOF; byte = std::getc(m_file.get())) {
        isAny = true;
        if (byte == '\n') {
            break;
        }
        if (line.size() < longest) {
            line += static_cast<char>(byte);
        } else {
            isTooLong = true;
        }
    }
    if (!isAny) {
        return Line::End;
    }
    return isTooLong ? Line::TooLong : Line::Read;
}

std::string Input::rest(std::size_t most)
{
    std::string text(most + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), m_file.get()));
    return text;
}

bool Input::hasFailed() const
{
    return std::ferror(m_file.get()) != 0;
}

} // namespace chevet::commands
