// SPDX-FileCopyrightText: Chevet contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/single_instance.h"

#include "foundation/log.h"

#include <QCryptographicHash>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

#include <system_error>

namespace chevet::platform {

namespace {

constexpr int patienceMillis = 1000;
constexpr const char* greeting = "show\n";

/// Short: a socket's path has room for 107 bytes.
QString socketPath(const std::filesystem::path& vault)
{
    std::error_code unresolved;
    auto resolved = std::filesystem::weakly_canonical(vault, unresolved);
    const auto path = (unresolved ? vault : resolved).string();
    const auto hash = QCryptographicHash::hash(QByteArray::fromStdString(path), QCryptographicHash::Sha256);
    constexpr qsizetype hexDigits = 24;
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/chevet-") +
           QString::fromLatin1(hash.toHex().left(hexDigits));
}

/// True if somebody listens there; then they know that we came.
bool greet(const QString& path)
{
    QLocalSocket socket;
    socket.connectToServer(path);
    if (!socket.waitForConnected(patienceMillis)) {
        return false;
    }
    socket.write(greeting);
    socket.waitForBytesWritten(patienceMillis);
    socket.disconnectFromServer();
    return true;
}

} // namespace

struct LocalSingleInstance::Self
{
    QLocalServer server;
};

LocalSingleInstance::LocalSingleInstance(QObject* parent)
    : SingleInstance(parent), m_self(std::make_unique<Self>())
{
    auto* server = &m_self->server;
    server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(server, &QLocalServer::newConnection, this, [this, server] {
        while (auto* visitor = server->nextPendingConnection()) {
            connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
            Q_EMIT raiseRequested(); // whoever reaches this socket is a start of the same user
        }
    });
}

LocalSingleInstance::~LocalSingleInstance() = default;

workflow::SingleInstance::Place LocalSingleInstance::claim(const std::filesystem::path& vault)
{
    const auto path = socketPath(vault);
    if (greet(path)) {
        return Place::Second;
    }
    QLocalServer::removeServer(path); // nobody answered: a killed process left it
    if (!m_self->server.listen(path)) {
        logLine(LogTopic::Program, LogLevel::Warning, "no socket for later starts");
    }
    return Place::First;
}

} // namespace chevet::platform
