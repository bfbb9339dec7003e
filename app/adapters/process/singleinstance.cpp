// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adapters/process/singleinstance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <QFile>

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

// "raise", a space, the activation token and a line end; then the answer to that.
constexpr QByteArrayView request = "raise ";
constexpr QByteArrayView answer = "ok\n";
// Longer than any request: an activation token has about 40 characters.
constexpr qsizetype maxRequest = 512;
// How long a client may take to send its request.
constexpr std::chrono::milliseconds clientPatience{2000};
// How often a second instance checks whether the first one is listening.
constexpr unsigned long lookInterval = 50; // Milliseconds.
// How often the first instance tries to listen again.
constexpr std::chrono::seconds listenInterval{1};

QString nameOf(const QStringList &scope)
{
    const QByteArray digest
        = QCryptographicHash::hash(scope.join(QChar(u'\0')).toUtf8(), QCryptographicHash::Sha256);
    return u"tokeni-"_s + QString::fromLatin1(digest.toHex().first(16));
}

#ifdef Q_OS_UNIX

// Whether a socket can have that path: its bytes plus the two zeros that QLocalServer counts.
bool fitsSocketAddress(const QString &path)
{
    return std::size_t(QFile::encodeName(path).size()) + 2 <= sizeof(sockaddr_un::sun_path);
}

// A folder that only this user can enter, with a path that is always short enough. Empty if another
// user has created a folder of that name.
QString shortFolder()
{
    const QByteArray folder = "/tmp/tokeni-" + QByteArray::number(quint64(geteuid()));
    (void)mkdir(folder.constData(), 0700);
    struct stat status;
    const bool isOurs = lstat(folder.constData(), &status) == 0 && S_ISDIR(status.st_mode)
        && status.st_uid == geteuid() && (status.st_mode & 0077) == 0;
    return isOurs ? QString::fromLatin1(folder) : QString();
}

#endif

// In \a folder or, if that path is too long for a socket, in a shorter folder.
QString pathToListenAt(const QString &folder, const QStringList &scope)
{
    const QString path = folder + u'/' + nameOf(scope);
#ifdef Q_OS_UNIX
    if (!fitsSocketAddress(path)) {
        if (const QString other = shortFolder(); !other.isEmpty())
            return other + u'/' + nameOf(QStringList(folder) + scope);
    }
#endif
    return path;
}

// The X server in a display name, "host:server.screen" (X(7)): ":0", ":0.0" and "unix:0" are the
// same server.
QString xServer(const QString &display)
{
    const qsizetype colon = display.lastIndexOf(u':');
    if (colon < 0)
        return display;
    const qsizetype screen = display.indexOf(u'.', colon);
    const QString host = display.first(colon);
    return (host == "unix"_L1 ? QString() : host)
        + display.sliced(colon).first((screen < 0 ? display.size() : screen) - colon);
}

// A name that is not an absolute path is relative to the runtime folder (wl_display_connect(3)).
QString waylandSocket(const QString &display)
{
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (display.isEmpty() || folder.isEmpty())
        return display;
    return QDir::cleanPath(QDir(folder).absoluteFilePath(display));
}

QByteArray activationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.size() < maxRequest / 2 && !token.contains('\n') ? token : QByteArray();
}

} // namespace

SingleInstance::SingleInstance(const QString &folder, const QStringList &scope, QObject *parent)
    : QObject(parent), m_lock(folder + u'/' + nameOf(scope) + u".lock"_s),
      m_path(pathToListenAt(folder, scope))
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *client = m_server.nextPendingConnection())
            serve(client);
    });
    // Without a descriptor for a client, QLocalServer of Qt 6.4 closes itself and removes its
    // socket. There is no signal for that.
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &SingleInstance::listenAgain);
    m_retry.setSingleShot(true);
    m_retry.setInterval(listenInterval);
    connect(&m_retry, &QTimer::timeout, this, &SingleInstance::listenAgain);
}

SingleInstance::~SingleInstance()
{
    letGo();
}

SingleInstance::Role SingleInstance::claim(std::chrono::milliseconds patience)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        switch (m_lock.tryTake()) {
        case FileLock::Outcome::Taken:
            listen();
            return Role::First;
        case FileLock::Outcome::Impossible:
            return Role::First;
        case FileLock::Outcome::Busy:
            break;
        }
        const Role role = askFirst(deadline);
        if (role == Role::Second || deadline.hasExpired())
            return role;
        // The first instance may not be listening yet, or may be about to end.
        QThread::msleep(lookInterval);
    }
}

void SingleInstance::letGo()
{
    m_retry.stop();
    if (!m_watcher.files().isEmpty())
        m_watcher.removePath(m_path);
    // The socket is removed before the lock is released: the next instance creates its own.
    m_server.close();
    m_lock.release();
}

SingleInstance::Role SingleInstance::askFirst(const QDeadlineTimer &deadline) const
{
    QLocalSocket socket;
    socket.connectToServer(m_path);
    if (!socket.waitForConnected(int(deadline.remainingTime()))) {
        return socket.error() == QLocalSocket::SocketTimeoutError ? Role::Unanswered
                                                                  : Role::Unreachable;
    }
    socket.write(request.toByteArray() + activationToken() + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return Role::Unanswered;
    }
    return socket.readLine() == answer ? Role::Second : Role::Unanswered;
}

void SingleInstance::listen()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_path);
    m_listenProblem = m_server.listen(m_path) ? QString() : m_server.errorString();
    if (m_server.isListening())
        m_watcher.addPath(m_path);
}

void SingleInstance::listenAgain()
{
    if (m_server.isListening() && QFileInfo::exists(m_path))
        return;
    m_server.close();
    listen();
    if (!m_server.isListening())
        m_retry.start();
}

void SingleInstance::serve(QLocalSocket *client)
{
    client->setReadBufferSize(maxRequest);
    connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
    QTimer::singleShot(clientPatience, client, [client] { client->abort(); });
    const auto read = [this, client] {
        if (!client->canReadLine()) {
            if (client->bytesAvailable() >= maxRequest)
                client->abort();
            return;
        }
        const QByteArray line = client->readLine(maxRequest).trimmed();
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
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
#ifdef Q_OS_UNIX
    // Qt returns no folder if that of the session is not safe to use.
    if (folder.isEmpty())
        return shortFolder();
#endif
    return folder;
}

QStringList SingleInstance::defaultScope()
{
    return {QDir::cleanPath(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)),
            waylandSocket(qEnvironmentVariable("WAYLAND_DISPLAY")),
            xServer(qEnvironmentVariable("DISPLAY"))};
}

} // namespace tokeni
