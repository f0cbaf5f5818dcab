// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading what the command line was given: a file or standard input, never more than is asked for.
#pragma once

#include <QString>
#include <tl/expected.hpp>

#include <cstdio>
#include <memory>
#include <string>

namespace chevet::commands {

class Input
{
public:
    /// "-" is standard input. The error is one sentence that names the file.
    static tl::expected<Input, QString> open(const QString& name);

    /// The name as messages show it.
    const QString& name() const { return m_name; }

    enum class Line
    {
        Read,
        TooLong,
        End
    };
    /// The next line without its end. One longer than `longest` bytes is passed over.
    Line next(std::string& line, std::size_t longest);

    /// What is left, but at most `most` + 1 bytes: more than `most` says that it was too much.
    std::string rest(std::size_t most);
    /// True when the system could not go on reading.
    bool hasFailed() const;

private:
    struct Closer
    {
        void operator()(std::FILE* file) const;
    };
    Input(std::FILE* file, QString name) : m_file(file), m_name(std::move(name)) {}

    std::unique_ptr<std::FILE, Closer> m_file;
    QString m_name;
};

} // namespace chevet::commands
