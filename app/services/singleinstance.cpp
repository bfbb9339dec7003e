// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// "raise", a space, the activation token, a line end; the answer to it.
constexpr QByteArrayView request = "raise ";
constexpr QByteArrayView answer = "ok\n";
// More than any request: an activation token is some 40 characters long.
constexpr qsizetype longestRequest = 512;
// How long a client may take to say what it wants.
constexpr std::chrono::milliseconds clientPatience{2000};
// How often a second one looks whether the first one listens by now.
constexpr unsigned long lookInterval = 50; // Milliseconds.

QString nameOf(const QStringList &scope)
{
    const QByteArray digest
        = QCryptographicHash::hash(scope.join(QChar(u'\0')).toUtf8(), QCryptographicHash::Sha256);
    return u"tokeni-"_s + QString::fromLatin1(digest.toHex().first(16));
}

QByteArray activationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.size() < longestRequest / 2 && !token.contains('\n') ? token : QByteArray();
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QStringList &scope, QObject *parent)
    : QObject(parent), m_path(folder + u'/' + nameOf(scope)), m_lock(m_path + u".lock"_s)
{
    // Old age makes no lock stale, only the end of its process.
    m_lock.setStaleLockTime(0);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *client = m_server.nextPendingConnection())
            serve(client);
    });
}

SingleInstance::~SingleInstance()
{
    letGo();
}

SingleInstance::Role SingleInstance::claim(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        if (m_lock.tryLock(0)) {
            listen();
            return Role::First;
        }
        if (m_lock.error() != QLockFile::LockFailedError)
            return Role::First;
        if (askFirst(deadline))
            return Role::Second;
        if (deadline.hasExpired())
            return Role::Unanswered;
        // The first one may not listen yet, or be on its way out.
        QThread::msleep(lookInterval);
    }
}

void SingleInstance::letGo()
{
    // The socket goes before the lock: the next one makes its own.
    m_server.close();
    m_lock.unlock();
}

bool SingleInstance::askFirst(const QDeadlineTimer &deadline) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return false;
    socket.write(request.toByteArray() + activationToken() + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return false;
    }
    return socket.readLine() == answer;
}

void SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_path);
    m_server.listen(m_path);
}

void SingleInstance::serve(QLocalSocket *client)
{
    client->setReadBufferSize(longestRequest);
    connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
    QTimer::singleShot(clientPatience, client, [client] { client->abort(); });
    const auto read = [this, client] {
        if (!client->canReadLine()) {
            if (client->bytesAvailable() >= longestRequest)
                client->abort();
            return;
        }
        const QByteArray line = client->readLine(longestRequest).trimmed();
        const bool understood = (line + ' ').startsWith(request.toByteArray());
        if (understood)
            client->write(answer.toByteArray());
        client->disconnectFromServer();
        if (understood)
            Q_EMIT raiseRequested(QString::fromUtf8(line.mid(request.size())));
    };
    connect(client, &QLocalSocket::readyRead, this, read);
    read();
}

QString SingleInstance::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

QStringList SingleInstance::defaultScope()
{
    return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation),
            qEnvironmentVariable("WAYLAND_DISPLAY"), qEnvironmentVariable("DISPLAY")};
}

} // namespace tokeni
