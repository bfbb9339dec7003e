// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMetaType>
#include <QTest>

#include <csignal>

namespace tokeni {

using namespace Qt::StringLiterals;

/*! A secret as the Secret Service API 0.2 transfers it, in a session without encryption. */
struct PlainSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const PlainSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, PlainSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace tokeni

Q_DECLARE_METATYPE(tokeni::PlainSecret)

namespace tokeni {

namespace {

const QString service = u"org.freedesktop.secrets"_s;
const QString root = u"/org/freedesktop/secrets"_s;
const QString login = u"/org/freedesktop/secrets/collection/login"_s;
constexpr char password[] = "pw";

bool finished(QProcess &process)
{
    return QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000);
}

bool isDone(const QDBusMessage &answer)
{
    return answer.type() == QDBusMessage::ReplyMessage;
}

bool isThere()
{
    return QDBusConnection::sessionBus().interface()->isServiceRegistered(service);
}

PlainSecret plain(const QByteArray &value, const QString &contentType)
{
    qDBusRegisterMetaType<PlainSecret>();
    const QDBusMessage opened
        = askSecretService(root, u"org.freedesktop.Secret.Service"_s, u"OpenSession"_s,
                           {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    const auto session = opened.arguments().value(1).value<QDBusObjectPath>();
    return {session, {}, value, contentType};
}

QByteArray secretTool(const QStringList &arguments, const QByteArray &input, bool *done = nullptr)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, arguments);
    tool.write(input);
    tool.closeWriteChannel();
    const bool ended = finished(tool) && tool.exitCode() == 0;
    if (done)
        *done = ended;
    return tool.readAllStandardOutput();
}

} // namespace

QDBusMessage askSecretService(const QString &path, const QString &interface, const QString &method,
                              const QVariantList &arguments)
{
    // QDBusInterface is not used, since it never frees what it learns about an interface.
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}

Keyring::~Keyring()
{
    kill();
    m_daemon.waitForFinished();
}

bool Keyring::start(bool unlocked)
{
    kill();
    if (!finished(m_daemon) || !QTest::qWaitFor([] { return !isThere(); }, 20'000))
        return false;
    QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
    if (unlocked)
        arguments.append(u"--unlock"_s);
    m_daemon.start(u"gnome-keyring-daemon"_s, arguments);
    if (unlocked)
        m_daemon.write(password);
    m_daemon.closeWriteChannel();
    return QTest::qWaitFor(isThere, 20'000);
}

void Keyring::kill()
{
    m_daemon.kill();
}

void Keyring::hang()
{
    signal(SIGSTOP);
}

void Keyring::goOn()
{
    signal(SIGCONT);
}

void Keyring::signal(int number)
{
    // Without a daemon its id is 0, which kill(2) takes as the whole process group, including the
    // test.
    if (const auto id = pid_t(m_daemon.processId()); id > 0)
        ::kill(id, number);
}

bool Keyring::lock()
{
    const QList<QDBusObjectPath> wanted{QDBusObjectPath(login)};
    return isDone(askSecretService(root, u"org.freedesktop.Secret.Service"_s, u"Lock"_s,
                                   {QVariant::fromValue(wanted)}));
}

bool Keyring::unlock()
{
    // Like gnome-keyring's own login.
    return isDone(askSecretService(root,
                                   u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s,
                                   u"UnlockWithMasterPassword"_s,
                                   {QVariant::fromValue(QDBusObjectPath(login)),
                                    QVariant::fromValue(plain(password, u"text/plain"_s))}));
}

QByteArray Keyring::look(const QString &name)
{
    return secretTool({u"lookup"_s, u"user"_s, name, u"server"_s, u"tokeni"_s}, {});
}

bool Keyring::put(const QString &name, const QByteArray &bytes)
{
    bool done = false;
    secretTool({u"store"_s, u"--label=tokeni"_s, u"user"_s, name, u"server"_s, u"tokeni"_s,
                u"type"_s, u"plaintext"_s, u"xdg:schema"_s, u"org.qt.keychain"_s},
               bytes, &done);
    return done;
}

bool Keyring::putAny(const QString &name, const QByteArray &bytes, const QString &type)
{
    qDBusRegisterMetaType<QMap<QString, QString>>();
    const QMap<QString, QString> attributes{{u"user"_s, name},
                                            {u"server"_s, u"tokeni"_s},
                                            {u"type"_s, type},
                                            {u"xdg:schema"_s, u"org.qt.keychain"_s}};
    const QVariantMap properties{
        {u"org.freedesktop.Secret.Item.Label"_s, u"tokeni"_s},
        {u"org.freedesktop.Secret.Item.Attributes"_s, QVariant::fromValue(attributes)}};
    return isDone(
        askSecretService(login, u"org.freedesktop.Secret.Collection"_s, u"CreateItem"_s,
                         {properties, QVariant::fromValue(plain(bytes, u"text/plain"_s)), true}));
}

bool Keyring::take(const QString &name)
{
    bool done = false;
    secretTool({u"clear"_s, u"user"_s, name, u"server"_s, u"tokeni"_s}, {}, &done);
    return done;
}

} // namespace tokeni
